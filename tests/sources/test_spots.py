"""Where words stand in a file: cut out of its bytes by line and column, they are the words, however the file spells them."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from golden import KINDS, SHAPED, table
from hypothesis import given
from hypothesis import strategies as st

from listingguard import Scanner
from listingguard.model import Spot
from listingguard.sources import Row, read_listings

Cli = Callable[..., Any]
WORDS: Final = "最低"


def rows_of(name: str, content: str | bytes, **options: Any) -> list[Row]:
    """Read a file."""
    return list(read_listings(io.BytesIO(content.encode() if isinstance(content, str) else content), name=name, **options))


def cut(text: str, spot: Spot) -> str:
    """Cut a stretch out of a file as an editor would, by lines and units of UTF-16."""
    lines = re.findall("[^\r\n]*(?:\r\n|\r|\n|$)", text)
    before = sum(len(line.encode("utf-16-le")) for line in lines[: spot.line - 1]) + 2 * (spot.column - 1)
    after = sum(len(line.encode("utf-16-le")) for line in lines[: spot.end_line - 1]) + 2 * (spot.end_column - 1)
    return text.encode("utf-16-le")[before:after].decode("utf-16-le")


def told(text: str, row: Row) -> list[tuple[str, str | None, int | None]]:
    """Give for every field with the words what stands in the file where they are said to stand, and on which line."""
    found = []
    for field, value in row.listing.texts():
        if (start := value.rfind(WORDS)) >= 0:
            spot = row.origin.spot(field, start, start + len(WORDS)) if row.origin else None
            found.append((field, spot and cut(text, spot), spot and spot.line))
    return found


CASES: Final[dict[str, tuple[str, list[tuple[str, str | None, int | None]]]]] = {
    "plain.csv": ("货号,标题\nA,👟 最低价\n", [("title", WORDS, 2)]),
    "crlf.csv": ("货号,标题\r\n\r\nA,👟 最低价\r\n", [("title", WORDS, 3)]),
    "quotes.csv": ('标题,价格\n"5"" 👟, ""最低""价",1\n', [("title", WORDS, 2)]),
    "lines.csv": ('标题,描述\r\n"a","一\r\n二 ""👟"" 最低\r\n三"\r\n', [("description", WORDS, 3)]),
    "across.csv": ('标题,描述\n"a","最\n低",\n', []),
    "apostrophes.csv": ("'标题','价格'\n'it''s 最低','1'\n", [("title", WORDS, 2)]),
    "bullets.csv": ("标题,卖点2,卖点1\na,👟最低,b\n", [("bullets[1]", WORDS, 2)]),
    "two.csv": ("标题,关键词,标签\na,b,最低\n", [("search_terms", WORDS, 2)]),
    "backslash.csv": ('标题,价格\n"5\\" 最低","1"\n', [("title", None, None)]),
    "tab.tsv": ("标题\t价格\n👟 最低\t1\n", [("title", WORDS, 2)]),
    "variants.csv": (
        'Handle,Title,Body (HTML),Vendor,Image Alt Text\nh,围巾,x,,正面\nh,,,," 👟 最低"\n',
        [("bullets[1]", WORDS, 3)],
    ),
    "a.jsonl": ('\n  {"sku": 7, "title": "👟 最低"}\n', [("title", WORDS, 2)]),
    "escapes.jsonl": ('{"title": "\\ud83d\\ude00 \\u6700\\u4f4e \\"", "bullets": ["a\\n", "最低"]}', [
        ("title", "\\u6700\\u4f4e", 1), ("bullets[1]", WORDS, 1),
    ]),
    "a.json": ('[{"title": "👟 最低"}, {"title": "a",\n "description": "👟最低"}]', [("title", WORDS, 1), ("description", WORDS, 2)]),
    "one.json": ('{\n "sku": "A",\n "title": "👟 最低",\n "bullets": ["a",\n  "最低"]}', [("title", WORDS, 3), ("bullets[1]", WORDS, 5)]),
    "a.yaml": ("- title: 👟 最低价  # 标题\n  bullets: [a, 'it''s 最低']\n", [("title", WORDS, 1), ("bullets[1]", WORDS, 2)]),
    "block.yaml": (
        "title: |-\n  一\n    👟 最低\ndescription: >\n  折\n  最低\n\n  三\n",
        [("title", WORDS, 3), ("description", WORDS, 6)],
    ),
    "quoted.yaml": (
        'title: "\\U0001F45F \\u6700低 x"\r\nsubtitle: "a\r\n  👟最低"\r\n',
        [("title", "\\u6700低", 1), ("subtitle", WORDS, 3)],
    ),
    "alias.yaml": ("- title: &a 最低\n  subtitle: *a\n", [("title", None, None), ("subtitle", None, None)]),
    "a.txt": ("一\r\n👟 最低\r\n", [("title", WORDS, 2)]),
    "a.md": ("#  👟 最低 #\n\n一\r\n  二 👟最低\n---\n", [("title", WORDS, 1), ("description", WORDS, 4)]),
    "a.html": ("<h1>👟 最低</h1>\n<p>x &amp; <b title='>'>👟 最</b>低 R&D<!-- --></p>", [
        ("title", WORDS, 1), ("description", "最</b>低", 2),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_words_stand_where_the_row_says(name: str) -> None:
    """On the right physical line and column, behind emoji, escapes, doubled quotes and line breaks; or nowhere, but never elsewhere."""
    text, expected = CASES[name]
    assert [found for row in rows_of(name, text) for found in told(text, row)] == expected


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_columns_count_characters_of_the_decoded_file(codec: str) -> None:
    """Whatever the encoding, and without its mark."""
    text = "标题,价格\n加厚的围巾 最低,1\n" + "加厚的羊毛围巾,1\n" * 20
    row = rows_of("a.csv", text.encode(codec))[0]
    assert row.origin is not None
    assert row.origin.spot("title", 6, 8) == Spot(2, 7, 2, 9)


TEXTS: Final = st.text(st.one_of(st.sampled_from("a\"'\\,;\t\n 最低👟&"), st.characters(exclude_categories=["Cs", "Cc"])), max_size=12)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_every_part_of_a_cell_stands_in_its_table(cells: list[tuple[str, str]], delimiter: str, end: str) -> None:
    """Any two places of any field: what stands between them in the file says what stands between them in the text."""
    text = table([["sku", "title", "description"], *(["A", f"x{one}", f"x{two}"] for one, two in cells)], delimiter, end)
    rows = rows_of("a.tsv" if delimiter == "\t" else "a.csv", text, input_format="tsv" if delimiter == "\t" else "csv")
    for row, pair in zip(rows, cells, strict=True):
        for field, value in (("title", f"x{pair[0]}"), ("description", f"x{pair[1]}")):
            _holds(text, row, field, value, lambda found: found.replace('""', '"'))


@given(st.lists(st.fixed_dictionaries({"title": TEXTS.map("x".__add__), "bullets": st.lists(TEXTS, max_size=3)}), min_size=1, max_size=4),
       st.booleans(), st.sampled_from([None, 0, 2]), st.sampled_from(["json", "jsonl"]))  # fmt: skip
def test_every_part_of_a_text_stands_in_its_json(items: list[dict[str, Any]], plain: bool, indent: int | None, kind: str) -> None:  # noqa: FBT001  drawn
    """In escapes or plain, on one line or on many."""
    text = json.dumps(items, ensure_ascii=plain, indent=indent)
    if kind == "jsonl":
        text = "".join(json.dumps(item, ensure_ascii=plain) + "\n" for item in items)
    for row, item in zip(rows_of(f"a.{kind}", text), items, strict=True):
        for field, value in (("title", item["title"]), *((f"bullets[{i}]", bullet) for i, bullet in enumerate(item["bullets"]))):
            _holds(text, row, field, value, lambda found: json.loads(f'"{found}"'))


def _holds(text: str, row: Row, field: str, value: str, read: Callable[[str], str]) -> None:
    assert row.origin is not None
    for start in range(len(value)):
        for end in range(start + 1, len(value) + 1):
            spot = row.origin.spot(field, start, end)
            assert spot is not None
            assert read(cut(text, spot)) == value[start:end]


@given(st.text(st.sampled_from("最低 x\n'\":#&-👟[{|>\\"), max_size=20), st.sampled_from(["'", '"', "|-", "|", ">"]))
def test_words_of_yaml_stand_where_they_are_told_or_nowhere(words: str, style: str) -> None:
    """Any text in any style that YAML reads: the first and the last character of a line are what stands there."""
    lines = "\n".join(f"    {line}" for line in f"x{words}x".split("\n"))
    said = {"'": "'x" + words.replace("'", "''") + "x'", '"': json.dumps(f"x{words}x", ensure_ascii=False)}
    text = f"title: {said[style]}\n" if style in said else f"title: {style}\n{lines}\n"
    try:
        (row,) = rows_of("a.yaml", text)
    except Exception:  # noqa: BLE001  no YAML after all
        return
    for at, char in enumerate(row.listing.title):
        spot = row.origin.spot("title", at, at + 1) if row.origin else None
        if spot and char not in "\n '\"\\":
            assert cut(text, spot) == char


def test_every_golden_text_file_places_all_of_its_findings(scanner: Scanner) -> None:
    """In each kind of text file and in the tables of the marketplaces, each finding is cut out of the file as it stands there."""
    makers = {**{name: (name, make) for name, make in KINDS.items()}, **SHAPED}
    unplaced = set()
    for name, (path, make) in makers.items():
        content = make()
        text = _decoded(content)
        for row in rows_of(path, content):
            for finding in scanner.scan(row.listing).findings:
                spot = row.origin.spot(finding.field, finding.start, finding.end) if row.origin else None
                if spot is None or text is None:
                    unplaced.add(name)
                else:
                    said = cut(text, spot)
                    assert (json.loads(f'"{said}"') if "\\u" in said else said) == finding.text
    binary = {"book.xlsx", "book.xlsm", "table.parquet", *(name for name, (path, _) in SHAPED.items() if "xls" in path)}
    assert unplaced == binary | {"backslash.csv", "amazon-json-feed", "google-merchant feed", "aliexpress"}


def _decoded(content: bytes) -> str | None:
    for codec in ("utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig", "gb18030"):
        try:
            return content.decode(codec)
        except UnicodeDecodeError:
            continue
    return None
