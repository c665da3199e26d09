"""One golden file a kind and a marketplace: whatever the form, the same listings and the same findings."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from golden import ITEMS, KINDS, RUNNING, SHAPED, in_kind, rows_in, table

from listingguard import Listing, Scanner
from listingguard.model import Finding
from listingguard.sources import EXTENSIONS, FORMATS, INPUT_FORMATS, SHAPES, Row, read_listings
from listingguard.sources.shapes import recognise

EXPECTED = [Listing(sku=item.sku, title=item.title, description=item.description) for item in ITEMS]


def read(name: str, content: bytes, **options: object) -> tuple[list[Row], list[str]]:
    """Give the rows of a file, and what is told of it."""
    told: list[str] = []
    rows = list(read_listings(io.BytesIO(content), name=name, on_note=told.append, on_detail=told.append, **options))  # type: ignore[arg-type]
    return rows, told


def gist(finding: Finding) -> tuple[object, ...]:
    """Give what a finding says of the text."""
    return finding.code, finding.field, finding.start, finding.end, finding.text, finding.term, finding.fingerprint


def core(listing: Listing) -> Listing:
    """Leave out what only some shapes have."""
    return Listing(sku=listing.sku, title=listing.title, description=listing.description.replace("\r\n", "\n"))


def test_the_golden_listings_have_findings_in_both_fields(scanner: Scanner) -> None:
    """Otherwise the files below would agree about nothing."""
    first, second = scanner.scan_many(EXPECTED)
    assert {f.field for f in first.findings} == {"title", "description"}
    assert second.findings == ()


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_gives_the_same_listings_and_findings(scanner: Scanner, name: str) -> None:
    """CSV of any dialect, TSV, JSON, YAML, workbooks and Parquet hold the same two listings."""
    rows, _ = read(name, KINDS[name]())
    assert [core(row.listing) for row in rows] == EXPECTED
    assert [list(map(gist, scanner.scan(row.listing).findings)) for row in rows] == [
        list(map(gist, report.findings)) for report in scanner.scan_many(EXPECTED)
    ]


@pytest.mark.parametrize("name", SHAPED)
def test_every_marketplace_is_told_by_what_stands_in_its_files(scanner: Scanner, name: str) -> None:
    """The shape is told by its signature under any name of the file; labels, examples and variants are no listings."""
    path, make = SHAPED[name]
    rows, told = read(path, make())
    assert [core(row.listing) for row in rows] == EXPECTED
    assert [row.row for row in rows] == [1, 2]
    assert any(f"read as {name.split(maxsplit=1)[0]}:" in words for words in told), told
    assert [[gist(f) for f in scanner.scan(core(row.listing)).findings] for row in rows] == [
        list(map(gist, report.findings)) for report in scanner.scan_many(EXPECTED)
    ]


TABLES = [
    (name, kind)
    for name in SHAPED
    for kind in next(shape for shape in SHAPES if shape.id == name.split(maxsplit=1)[0]).kinds
    if kind in ("csv", "tsv", "xlsx") and not SHAPED[name][0].endswith((".xml", ".json"))
]


@pytest.mark.parametrize(("name", "kind"), TABLES)
def test_a_shape_is_told_in_every_kind_of_file_that_it_comes_in(name: str, kind: str) -> None:
    """What `listingguard formats` lists beside a shape is read: the same rows as CSV, TSV or a workbook are the same listings."""
    rows, told = read(f"export.{kind}", in_kind(rows_in(SHAPED[name][1]()), kind))
    assert [core(row.listing) for row in rows] == EXPECTED
    assert any(f"read as {name.split(maxsplit=1)[0]}:" in words for words in told), told


@pytest.mark.parametrize("name", RUNNING)
def test_running_text_gives_the_same_findings(scanner: Scanner, name: str) -> None:
    """HTML, Markdown and plain text have no columns: each text is a record of its own, with the findings that it has in a table."""
    rows, _ = read(name, RUNNING[name]())
    found = [gist(finding)[:-1] for row in rows for finding in scanner.scan(row.listing).findings]
    expected = [gist(finding)[:-1] for report in scanner.scan_many(EXPECTED) for finding in report.findings]
    assert found == [words for words in expected if name != "titles.txt" or words[1] == "title"]
    assert [row.listing.title for row in rows if row.listing.title] == [item.title for item in ITEMS]


@pytest.mark.parametrize("name", SHAPED)
def test_a_shape_may_be_named(name: str) -> None:
    """`--input-format` with the id of a shape gives what recognition gives."""
    path, make = SHAPED[name]
    rows, _ = read(path, make(), input_format=name.split(maxsplit=1)[0])
    assert [core(row.listing) for row in rows] == EXPECTED


def test_every_shape_and_kind_has_a_golden_file() -> None:
    """Who adds a record adds a sample."""
    assert {name.split()[0] for name in SHAPED} == {shape.id for shape in SHAPES}
    assert set(INPUT_FORMATS) == {*FORMATS, *(shape.id for shape in SHAPES)}
    names = [*KINDS, *RUNNING, *(path for path, _ in SHAPED.values())]
    assert {EXTENSIONS[f".{name.rsplit('.', 1)[1]}"] for name in names} == set(FORMATS)
    in_tables = {(name.split(maxsplit=1)[0], kind) for name, kind in TABLES}
    whole = {(name.split(maxsplit=1)[0], path.rsplit(".", 1)[1]) for name, (path, _) in SHAPED.items()}
    assert in_tables | whole >= {(shape.id, kind) for shape in SHAPES for kind in shape.kinds}


def test_no_signature_fits_two_shapes_and_none_a_plain_table() -> None:
    """Recognition does not depend on the order of the records; a table of one's own is no marketplace's."""
    for shape in SHAPES:
        for signature in shape.signatures:
            columns = tuple("Action(SiteID=US)" if column == "action" else column for column in signature)
            assert [other.id for other in SHAPES if other.fits(columns)] == [shape.id]
    assert recognise(("id", "title", "description", "price", "brand", "sku")) is None


def test_the_place_of_a_row_is_where_a_person_finds_it() -> None:
    """Lines of text count physical lines, workbooks rows and cells, feeds the line of the element."""

    def places(name: str, make: Callable[[], bytes]) -> list[str]:
        return [row.place for row in read(name, make())[0]]

    assert places("comma.csv", KINDS["comma.csv"]) == ["comma.csv:2", "comma.csv:3"]
    assert places("list.yaml", KINDS["list.yaml"]) == ["list.yaml:2", "list.yaml:6"]
    assert places("f.xml", SHAPED["google-merchant feed"][1]) == ["f.xml:3", "f.xml:4"]
    assert places("f.json", SHAPED["amazon-json-feed"][1])[0] == "f.json:8"
    (first, _), _ = read("b.xlsx", KINDS["book.xlsm"]())
    assert (first.place, first.cell("title"), first.cell("description"), first.cell("brand")) == ("b.xlsx[商品]:3", "C3", "D3", None)


def test_rows_of_one_product_are_one_listing_with_all_their_words() -> None:
    """What stands on the row of an image or a variant is read with the product; a row with a title of its own is a product of its own."""
    head = ["Handle", "Title", "Body (HTML)", "Option1 Value", "Image Alt Text", "Material (product.metafields.custom.material)"]
    rows = [["s", "羊毛围巾", "保暖", "红", "正面", "羊毛"], ["s", "", "", "蓝", "同款大牌", ""], ["s", "棉围巾", "薄", "", "", ""]]
    found, _ = read("p.csv", table([head, *rows]).encode())
    assert [(row.line, row.listing.title, row.listing.bullets) for row in found] == [
        (2, "羊毛围巾", ("正面", "同款大牌", "羊毛")),
        (4, "棉围巾", ("", "")),
    ]


def test_more_text_of_a_shape_is_read_as_bullets() -> None:
    """Item specifics, numbered bullet points and attribute values are words of the seller, too."""
    head = "*Action(SiteID=US|CC=UTF-8),*Title,C:Brand,C:Style\n"
    (row,), _ = read("e.csv", f"{head}Add,Wool scarf,Dawn,Cosy and warm\n".encode())
    assert (row.listing.brand, row.listing.bullets) == ("Dawn", ("Cosy and warm",))
    (row,), _ = read("a.txt", b"item_sku\titem_name\tbullet_point1\tbullet_point2\nA\tScarf\tWarm\tSoft\n")
    assert row.listing.bullets == ("Warm", "Soft")


def test_a_description_in_html_or_markdown_is_read_block_by_block(scanner: Scanner) -> None:
    """Each block knows its line; markup parts no words, and what no buyer sees is not read."""
    page = "<h1>羊毛围巾</h1>\n<style>.lv{}</style>\n<p>全网<b>最低</b>价\n，保暖</p>\n<img alt='LV同款'>\n<p>5 &lt; 6</p>\n"
    rows, _ = read("a.html", page.encode())
    assert [(row.line, row.listing.title, row.listing.description) for row in rows] == [
        (1, "羊毛围巾", ""),
        (3, "", "全网最低价\n，保暖"),
        (5, "", "LV同款"),
        (6, "", "5 < 6"),
    ]
    assert [scanner.scan(row.listing).verdict for row in rows] == ["pass", "block", "block", "pass"]
    text = "# 羊毛围巾\n\n全网最低价，\n保暖\n\n- 柔软\n- 轻便\n---\n| 材质 | 羊毛 |\n"
    rows, _ = read("a.md", text.encode())
    assert [(row.line, row.listing.title or row.listing.description) for row in rows] == [
        (1, "羊毛围巾"),
        (3, "全网最低价，\n保暖"),
        (6, "- 柔软"),
        (7, "- 轻便"),
        (9, "| 材质 | 羊毛 |"),
    ]
