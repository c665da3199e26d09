"""Writing back: only the cells that change are written anew; every other byte of the file stays, or the file stays as it is."""

from __future__ import annotations

import codecs
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listingguard import InputError, Scanner
from listingguard.errors import Problem
from listingguard.fix import fix_with
from listingguard.sources import open_original, read_listings, write_back
from listingguard.sources.cells import cells_of
from listingguard.sources.strings import lines_of_strings, strings_of

OLD, NEW = "面膜 全网最低价 补水", "面膜 补水"


def fixed_bytes(path: Path, scanner: Scanner, **options: str) -> bytes:
    """Fix every row of a file and give what would be written."""
    original = open_original(str(path), **options)
    for row in original.rows():
        fixed = fix_with(scanner, row.listing)
        assert original.put(row, fixed.listing, [(e.field, e.start, e.end, e.after) for e in fixed.edits])
    return original.result()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text",
    [
        "sku,title,note\nA1,{0},ok\nA2,雨伞,\n",
        'sku,"title",note\nA1,"{0}","a ""b"", c"\n\nA2, 雨伞 ,x',
        'note;title\n"two\nlines";{0}\nx;"雨伞; 长柄"\n',
        "title\tnote\n{0}\t'x'\n雨伞\t\n",
        '{{"sku": 1,  "title":"{0}", "n": 1.50, "t": "a\\/b"}}\n\n{{"title": "雨伞"}}\n',
        '[\n  {{"title": "雨伞", "x": [1, {{"title": "{0}最佳"}}]}},\n  {{"bullets": ["透气", "{0}"], "e": 1e5}}\n]\n',
    ],
)
def test_other_bytes_stay(tmp_path: Path, scanner: Scanner, text: str, end: str, codec: str) -> None:
    """In any encoding, with any line ends and quotes, the file differs in the cell that was edited and nowhere else."""
    name = "shop.csv" if text[0] not in "{[" else "shop.json" if text[0] == "[" else "shop.jsonl"
    path = tmp_path / name
    path.write_bytes(text.format(OLD).replace("\n", end).encode(codec))
    expected = text.format(NEW) if "{0}最佳" not in text else text.replace('"{0}"', f'"{NEW}"').format(OLD)
    assert fixed_bytes(path, scanner) == expected.replace("\n", end).encode(codec)


def test_bytes_with_two_spellings_stay(tmp_path: Path, scanner: Scanner) -> None:
    """Bytes that Python would write in another way stay, too: Big5 has two codes for some characters."""
    twice = next(
        code
        for code in (bytes((high, low)) for high in range(0xA1, 0xFA) for low in range(0xA1, 0xFF))
        if _decoded(code) and _decoded(code).encode("cp950", "replace") != code
    )
    path = tmp_path / "shop.csv"
    path.write_bytes(b"title\n" + twice + "面膜 全網最低價 補水\n".encode("cp950") + twice)
    assert fixed_bytes(path, scanner, encoding="cp950") == b"title\n" + twice + "面膜 補水\n".encode("cp950") + twice


def _decoded(code: bytes) -> str:
    return code.decode("cp950", "ignore")


def test_a_text_in_escapes_stays_in_escapes(tmp_path: Path, scanner: Scanner) -> None:
    r"""A JSON text that was written with \u escapes is written so again."""
    path = tmp_path / "shop.jsonl"
    path.write_text(json.dumps({"title": OLD}) + "\n", encoding="ascii")
    assert fixed_bytes(path, scanner).decode("ascii") == json.dumps({"title": NEW}) + "\n"


def test_an_edit_finds_its_cell_among_several(tmp_path: Path, scanner: Scanner) -> None:
    """Bullets and search terms of several columns are edited each in its own."""
    path = tmp_path / "shop.csv"
    path.write_text("title,卖点1,卖点2,keywords,tags\n雨伞,防风,长柄 全网最低价,雨伞,全网最低价 遮阳\n", encoding="utf-8")
    assert fixed_bytes(path, scanner).decode().splitlines()[1] == "雨伞,防风,长柄,雨伞,遮阳"


def test_a_row_that_cannot_be_written_back_is_told(tmp_path: Path, scanner: Scanner) -> None:
    """What the encoding of the file has no character for is not written, and the row says so."""
    path = tmp_path / "shop.csv"
    path.write_bytes("title\n雨伞\n".encode("gb2312"))
    original = open_original(str(path), encoding="gb2312")
    (row,) = original.rows()
    fixed = fix_with(scanner, row.listing)
    assert not original.put(row, fixed.listing.of("雨傘🌂"), [("title", 0, 2, "雨傘🌂")])
    assert original.result() == path.read_bytes()


@pytest.mark.parametrize(
    ("name", "data"), [("shop.xlsx", b"PK\x03\x04"), ("shop.txt", "雨伞\n".encode()), ("shop.csv", b"title\n\xff\xfe\xfd\n")]
)
def test_what_cannot_be_written_back_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """A workbook, a plain text and a file of unknown encoding are refused when opened."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        open_original(str(path))
    assert caught.value.problem.hint


def test_writing_back_is_all_or_nothing(tmp_path: Path) -> None:
    """A file that changed, a link and a file with a second name are left as they are; the mode stays; no draft is left behind."""
    path = tmp_path / "shop.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_back(str(path), b"old", b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    with pytest.raises(InputError, match="changed while"):
        write_back(str(path), b"old", b"other")
    link = tmp_path / "link.csv"
    link.symlink_to(path)
    with pytest.raises(InputError, match="a link to"):
        write_back(str(link), b"new", b"other")
    os.link(path, tmp_path / "second.csv")
    with pytest.raises(InputError, match="second name"):
        write_back(str(path), b"new", b"other")
    assert path.read_bytes() == b"new"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.csv", "second.csv", "shop.csv"]


CELLS = st.text(st.sampled_from('ab,;" \t雨伞\n\r'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(",;\t"))
def test_cells_stand_where_the_csv_reader_finds_them(rows: list[list[str]], end: str, delimiter: str) -> None:
    """Every row that Python's reader reads has the same cells, on the same line, at places that hold them."""
    import csv  # noqa: PLC0415  the oracle
    import io  # noqa: PLC0415

    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    text = out.getvalue()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    expected, line = [], 1
    for row in reader:
        expected.append((line, row))
        line = reader.line_num + 1
    found = list(cells_of(text, delimiter))
    assert [(line, [cell.value for cell in cells]) for line, cells in found] == expected


VALUES = st.recursive(st.none() | st.integers() | st.text(max_size=4), lambda inner: st.lists(inner, max_size=3), max_leaves=4)


@given(
    st.lists(st.dictionaries(st.text(max_size=3), VALUES, max_size=3), min_size=1, max_size=3), st.booleans(), st.sampled_from([None, 2])
)
def test_texts_stand_where_the_json_reader_finds_them(items: list[dict[str, object]], plain: bool, indent: int | None) -> None:  # noqa: FBT001  drawn
    """The places of a JSON file hold the texts of its objects, list by list and in order."""
    text = json.dumps(items, ensure_ascii=not plain, indent=indent)
    lines = "\n".join(json.dumps(item, ensure_ascii=True) for item in items)
    for found, source in ((strings_of(text), text), (lines_of_strings(lines), lines)):
        objects = list(found)
        assert [value for _, value, _ in objects] == items
        for _, value, cells in objects:
            assert [[cell.value for cell in members] for members in cells] == [_texts(member) for member in value.values()]
            assert all(json.loads(source[cell.start : cell.end]) == cell.value for members in cells for cell in members)


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


def test_rows_are_those_of_a_scan(tmp_path: Path) -> None:
    """A file that is opened to be written back gives the rows, the notes and the problems that reading it gives."""
    path = tmp_path / "shop.csv"
    path.write_bytes(codecs.BOM_UTF8 + '版本 1\nsku,title\nA1,雨伞\nA2,"短"柄\nA3,a,b\n\nA4,长柄\n'.encode())
    told: dict[str, list[Problem]] = {"open": [], "read": []}
    opened = list(open_original(str(path), on_problem=told["open"].append).rows())
    read = list(read_listings(path, on_problem=told["read"].append))
    assert [(row.line, row.listing) for row in opened] == [(row.line, row.listing) for row in read]
    assert told["open"] == told["read"] != []


SHOPIFY = (
    "Handle,Title,Body (HTML),Variant SKU,Image Alt Text\n"
    "a,{0},<p>{0}</p>,A-1,{0}\n"
    "a,,,A-2,{0}\n"
    "a,{0},,A-3, {0} \n"
    "b,雨伞,<p>长柄</p>,B-1,\n"
    "b,,,B-2,{0}\n"
)


def test_a_listing_of_several_rows_is_edited_on_all_of_them(tmp_path: Path, scanner: Scanner) -> None:
    """A text that stands on several rows of a product changes on each; a second run has nothing to do."""
    path = tmp_path / "shop.csv"
    path.write_text(SHOPIFY.format(OLD), encoding="utf-8")
    assert fixed_bytes(path, scanner).decode() == SHOPIFY.format(NEW)


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\nsku;title\r\nA1;{0}\r\n",
        "'sku','title','note'\n'A1','{0}','it''s'\n'A2','雨伞','5\" 长'\n",
        "版本 1\nsku,title\n货号,商品标题\nA1,{0}\n",
        "version 1.00\ntitle\tcid\tstuff_status\tdescription\n宝贝名称\t宝贝类目\t新旧程度\t宝贝描述\n{0}\t1\t1\t<p>{0}</p>\n",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "gb18030"])
def test_every_dialect_stays_what_it_is(tmp_path: Path, scanner: Scanner, text: str, codec: str) -> None:
    """A line that names the delimiter, other quotes, versions above and labels below the header: only the cell changes."""
    path = tmp_path / "shop.csv"
    path.write_bytes(text.format(OLD).encode(codec))
    assert fixed_bytes(path, scanner, encoding=codec) == text.format(NEW).encode(codec)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_stays_without(tmp_path: Path, scanner: Scanner, codec: str) -> None:
    """An encoding that was told by its bytes is written as it was read."""
    path = tmp_path / "shop.csv"
    text = "sku,title,price\nA1,{0},9.90\nA2,Umbrella long handle,19.90\n"
    path.write_bytes(text.format(OLD).encode(codec))
    assert fixed_bytes(path, scanner) == text.format(NEW).encode(codec)


@pytest.mark.parametrize(
    ("name", "data", "encoding", "words"),
    [
        ("shop.csv", 'title,n\n"5\\" 屏幕",1\n'.encode(), None, "write a quote as"),
        ("shop.csv", "title\n雨伞\n".encode("hz"), "hz", "byte for byte"),
        ("shop.parquet", b"PAR1", None, "a Parquet file is not written back"),
        ("shop.yaml", "- title: 雨伞\n".encode(), None, "of the kind yaml"),
        ("shop.csv", b"title\n" + "雨伞\n".encode() * 40 + b"\xff\n", None, "these bytes are not UTF-8"),
    ],
)
def test_what_would_not_stay_byte_for_byte_is_refused(tmp_path: Path, name: str, data: bytes, encoding: str | None, words: str) -> None:
    """The message says what stands against it, and what to do."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        open_original(str(path), encoding=encoding)
    assert caught.value.problem.hint


def test_a_feed_is_refused(tmp_path: Path) -> None:
    """The texts of an Amazon feed lie deeper than those of a listing."""
    path = tmp_path / "feed.json"
    path.write_text('{"messages": [{"sku": "A", "attributes": {"item_name": [{"value": "Wool scarf"}]}}]}', encoding="utf-8")
    with pytest.raises(InputError, match="amazon-json-feed is not written back"):
        list(open_original(str(path)).rows())
