"""A file in which text was missed is never a clean one: each way to miss some is a problem with place and remedy."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from listingguard.errors import InputError, Problem
from listingguard.sources import find_files, read_listings

RUNNING = "国家级锅具，全网最低价，冬天煮汤又快又香，送礼自用两相宜"


def read(name: str, content: bytes | str, **options: object) -> tuple[list[str], list[Problem], list[str]]:
    """Give the titles (or other texts) of the rows, what is wrong, and what is told."""
    problems: list[Problem] = []
    notes: list[str] = []
    found: list[str] = []
    stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
    hears = {"on_problem": problems.append, "on_note": notes.append, **options}
    try:
        rows = read_listings(stream, name=name, **hears)  # type: ignore[arg-type]
        found.extend(row.listing.title or next((text for _, text in row.listing.texts()), "") for row in rows)
    except InputError as error:
        problems.append(error.problem)
    return found, problems, notes


def book(**sheets: Sequence[Sequence[object]]) -> bytes:
    """Write sheets as a workbook. A formula is stored without its result, as openpyxl and other programs do."""
    made, out = openpyxl.Workbook(), io.BytesIO()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "line", "hint"),
    [
        ("a.csv", "sku,title,description\nA0;国家级 锅 0;好\nA1;国家级 锅 1;好\n", 2, "parted otherwise"),
        ("b.csv", "sku,title,description\nA0,,\nA1,,\n", 2, "fill in the texts"),
        ("c.csv", "sku,title,款式\nA0,,国家级锅\n", 2, '--field "title=款式"'),
        ("d.jsonl", '{"sku": "A0", "title": ""}\n{"sku": "A1", "title": " "}\n', 1, "fill in the texts"),
        ("e.yaml", "- title: ''\n  sku: a\n", 1, "fill in the texts"),
    ],
)
def test_a_file_without_any_text_is_an_error(name: str, content: str, line: int, hint: str) -> None:
    """Somebody believes that it is being checked."""
    _, problems, _ = read(name, content)
    assert problems
    assert (problems[0].path, problems[0].line) == (name, line)
    assert hint in problems[0].hint


def test_a_file_without_text_is_an_error_only_if_all_of_it_was_looked_at() -> None:
    """Where only changed rows are wanted, the others may well have text."""
    seen = iter([False, True])
    found, problems, _ = read("a.csv", "sku,title\nA0,羊毛围巾\nA1,\n", wanted=lambda _: next(seen))
    assert (found, problems) == ([""], [])


def test_a_sheet_without_any_text_is_an_error_of_the_sheet() -> None:
    """The other sheets are read, and their rows keep their numbers."""
    found, problems, _ = read("a.xlsx", book(一=[["sku", "title"], ["A", None]], 二=[["sku", "title"], ["B", "羊毛围巾"]]))
    assert found == ["", "羊毛围巾"]
    assert [(p.line, "sheet '一'" in p.problem) for p in problems] == [(2, True)]


def test_a_formula_without_a_result_and_an_error_are_told_with_their_cells() -> None:
    """A reader of workbooks takes both for empty cells; the rest of their rows is read, rows of nothing else are told, too."""
    rows = [
        ["sku", "title", "description"],
        ["A0", '="国家级"&"锅"', "好"],
        ["A1", "#REF!", "暖"],
        ["A2", "雨伞", None],
        [None, "=1", None],
    ]
    found, problems, _ = read("a.xlsx", book(货=rows))
    assert found == ["好", "暖", "雨伞", ""]
    assert [(p.line, p.problem) for p in problems] == [
        (2, "sheet '货': B2 is a formula whose result is not stored"),
        (3, "sheet '货': B3 holds #REF!, not a text"),
        (5, "sheet '货': B5 is a formula whose result is not stored"),
    ]
    assert all("save" in p.hint and "spreadsheet program" in p.hint for p in problems)
    _, problems, _ = read("a.xlsx", book(货=[["sku", "title", "price"], ["=1", "雨伞", "=2"]]))
    assert problems == []


def test_a_row_that_ends_too_early_with_its_text_elsewhere_is_a_problem() -> None:
    """A line break without quotes, or another delimiter: the text stands where none is read. Empty cells left out at the end are fine."""
    head = "sku,title,description,price\n"
    found, problems, _ = read("a.csv", f"{head}A0,羊毛围巾,保暖,5\n{RUNNING}\nA1;国家级锅;好;5\nA2\nA3,雨伞\n,,{RUNNING}\nA4,帽子,,7\n")
    assert found == ["羊毛围巾", "", "雨伞", RUNNING, "帽子"]
    assert [p.line for p in problems] == [3, 4]
    assert all("1 cell in this row" in p.problem for p in problems)


def test_a_sheet_of_text_without_a_known_column_is_an_error_beside_one_that_is_read() -> None:
    """Sheets that help, by their names or by what they hold, are only told."""
    goods = [["sku", "title"], ["B", "羊毛围巾"]]
    other = [["编号", "款名"], ["A1", RUNNING], ["A2", RUNNING[::-1]]]
    found, problems, _ = read("a.xlsx", book(货=goods, 新品=other, 选=[["颜色"], ["红"], ["蓝"]]))
    assert found == ["羊毛围巾"]
    assert [(p.line, p.problem) for p in problems] == [(2, "sheet '新品' holds text, and no column of it is known; not read")]
    assert "'款名'" in problems[0].hint
    for name in ("填写说明", "Instructions"):
        found, problems, notes = read("a.xlsx", book(货=goods, **{name: other}))
        assert (found, problems, len(notes)) == (["羊毛围巾"], [], 1)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("<stdin>", "- title: 国家级\n  sku: a\n", ["国家级"]),
        ("<stdin>", "# 秋季\n---\n- sku: a\n  商品标题: 国家级\n", ["国家级"]),
        ("<stdin>", "sku|title\na|国家级\n", ["国家级"]),
        ("a.txt", "sku,title\na,国家级\n", ["国家级"]),
        ("a.txt", "价格;标题;库存\n5;国家级;7\n", ["国家级"]),
        ("a.txt", "羊毛围巾, 标题\n雨伞\n", ["羊毛围巾, 标题", "雨伞"]),
        ("a.txt", "- 羊毛围巾: 加厚\n- 雨伞\n", ["- 羊毛围巾: 加厚", "- 雨伞"]),
    ],
)
def test_tables_and_yaml_are_told_by_what_stands_in_them(name: str, content: str, expected: list[str]) -> None:
    """On standard input and in .txt; where there is a doubt, each line is a title."""
    assert read(name, content)[0] == expected


@pytest.mark.parametrize(
    ("content", "told"),
    [("a;b;c\nd;e;f\n", True), ("label: x\nprice: 5\n", True), ("羊毛围巾, 加厚\n雨伞\n", False), ("羊毛围巾\n", False)],
)
def test_text_that_looks_laid_out_is_read_as_text_and_that_is_said(content: str, *, told: bool) -> None:
    """The way to say what it is stands beside."""
    _, _, notes = read("<stdin>", content)
    assert any("one title a line" in note and "--input-format" in note for note in notes) is told
    assert not read("<stdin>", content, input_format="text")[2]


def test_a_structured_title_is_read_where_the_title_is_empty() -> None:
    """Row by row; what says who wrote it is no part of it."""
    head = "id\ttitle\tdescription\tlink\timage_link\tstructured_title\n"
    rows = 'A\t\tx\tl\ti\ttrained_algorithmic_media:"Nike 高仿"\nB\t羊毛围巾\tx\tl\ti\t\n'
    assert read("feed.txt", head + rows)[0] == ["Nike 高仿", "羊毛围巾"]
    feed = (
        '<rss xmlns:g="http://base.google.com/ns/1.0"><item><g:id>A</g:id><title/><g:structured_title><g:digital_source_type>'
        "trained_algorithmic_media</g:digital_source_type><g:content>Nike 高仿</g:content></g:structured_title></item></rss>"
    )
    assert read("feed.xml", feed)[0] == ["Nike 高仿"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes of POSIX")
def test_a_pipe_in_a_folder_is_left_out(tmp_path: Path) -> None:
    """Opening it would wait for ever; one that is named is given, and a link to nowhere is an error when it is read."""
    (tmp_path / "a.csv").write_text("title\nx\n", encoding="utf8")
    os.mkfifo(tmp_path / "p.csv")
    (tmp_path / "z.csv").symlink_to(tmp_path / "gone.csv")
    left: list[str] = []
    files = find_files([str(tmp_path)], lambda _: None, lambda path, _: left.append(Path(path).name))
    assert [Path(file).name for file in files] == ["a.csv", "z.csv"]
    assert left == ["p.csv"]
    assert [*find_files([str(tmp_path / "p.csv")], lambda _: None)] == [str(tmp_path / "p.csv")]


@pytest.mark.parametrize("bad", [b"\xff", b"\xe5\x9b", b"\xc0\xaf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_damaged_byte_names_its_line_and_the_rows_above_it_are_read(bad: bytes, end: bytes) -> None:
    """Also in a short file, and whatever stands behind it."""
    lines = [b"sku,title", "A,国家级锅".encode(), "B,雨伞".encode() + bad, "C,帽子".encode()]
    found, problems, _ = read("a.csv", end.join(lines) + end)
    assert found == ["国家级锅"]
    assert [(p.line, p.problem) for p in problems] == [(3, "these bytes are not UTF-8")]
    assert problems[0].hint.startswith("if only this place is damaged")


def test_damage_inside_of_quotes_is_one_problem() -> None:
    """That what is read ends there is no second mistake."""
    content = 'sku,title\nA,国家级锅\nB,"雨伞\n'.encode() + b"\xff" + '伞"\nC,帽子\n'.encode()
    found, problems, _ = read("a.csv", content)
    assert found == ["国家级锅"]
    assert [p.line for p in problems] == [4]
    _, problems, _ = read("a.json", '[{"title": "国家级锅"},\n{"title": "雨'.encode() + b'\xff"}]')
    assert [(p.line, p.problem) for p in problems] == [(2, "these bytes are not UTF-8")]


KOREAN = "상품명,설명\n겨울 양털 목도리 두꺼운 소재,따뜻하고 부드러운 목도리입니다\n접이식 우산 자동 대형,가볍고 튼튼한 우산\n"
JAPANESE = "商品名,説明\nウールのマフラー 冬用 あったか,とても暖かくて柔らかいマフラーです\n折りたたみ傘 軽量,丈夫で軽い傘です\n"


@pytest.mark.parametrize(("text", "encoding"), [(KOREAN, "euc_kr"), (JAPANESE, "euc_jp"), (JAPANESE, "cp932")])
def test_korean_and_japanese_are_not_taken_for_chinese(text: str, encoding: str) -> None:
    """What may be one or the other is asked for, the likely name first."""
    found, problems, _ = read("a.csv", text.encode(encoding))
    assert found == []
    assert problems[0].problem == "these bytes are not UTF-8"
    assert problems[0].hint.startswith(f"name the encoding (--encoding {encoding},")
    assert all(name in problems[0].hint for name in ("gb18030", "big5", "cp932", "euc_jp", "euc_kr", "cp1252"))


def test_listings_under_a_usual_key_are_read() -> None:
    """Each with its line; an object with a text of its own is a listing, too."""
    rows = [
        *read_listings(
            io.BytesIO('{"total": 2,\n"products": [{"title": "围巾"},\n{"title": "雨伞"}], "next": null}'.encode()), name="a.json"
        )
    ]
    assert [(row.row, row.line, row.listing.title) for row in rows] == [(1, 2, "围巾"), (2, 3, "雨伞")]
    assert read("a.json", '{"title": "套装", "items": [{"name": "锅"}]}')[0] == ["锅", "套装"]
    assert read("a.json", '{"title": "套装", "items": ["锅", "盖"]}')[0] == ["套装"]
    assert read("a.yaml", "products:\n- title: 围巾\n- title: 雨伞\n")[0] == ["围巾", "雨伞"]
    assert read("a.json", '{"products": []}')[1][0].problem == "no listings in it"


def test_rows_that_take_a_listing_away_are_counted_and_not_scanned() -> None:
    """Amazon's tables and its feed."""
    table = "item_sku\titem_name\tupdate_delete\nA\t围巾\tUpdate\nB\t雨伞\tDelete\nC\t帽子\t\n"
    found, problems, notes = read("a.txt", table)
    assert (found, problems) == (["围巾", "帽子"], [])
    assert any("1 row deletes a listing; not scanned" in note for note in notes)
    feed = '{"messages": [{"messageId": 1, "sku": "A", "operationType": "DELETE"}]}'
    found, problems, notes = read("a.json", feed)
    assert (found, problems, len(notes)) == ([], [], 1)


@pytest.mark.parametrize(("name", "said"), [("a.txt", "each line is read as a title"), ("a.md", "all else as descriptions")])
def test_running_text_is_not_said_to_have_columns(name: str, said: str) -> None:
    """What -v tells is how it is read."""
    told: list[str] = []
    read(name, "# 羊毛围巾\n", on_detail=told.append)
    assert len(told) == 1
    assert said in told[0]
