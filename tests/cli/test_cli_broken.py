"""Every way in which a file can be broken: exit code 2, a remedy, and the good files beside it still reported."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from listingguard.report.forms import FORMS
from listingguard.sources import bounded, delimited, read_listings
from listingguard.sources.reading import NO_LISTINGS

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
BLOCKED = "全网最低价 纯棉四件套"


def archive(**parts: bytes) -> bytes:
    """Make a zip archive of parts (`__` stands for a slash, `_x` for the ending .xml)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_x", ".xml"), content)
    return out.getvalue()


def book(*rows: list[object], far: bool = False) -> bytes:
    """Make a workbook of one sheet, on request with a stray cell in its last corner."""
    made, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.worksheets[0].append(row)
    if far:
        made.worksheets[0]["XFD1048576"] = "x"
    made.save(out)
    return out.getvalue()


LAUGHS = """\
a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
bullets: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
"""
BROKEN: dict[str, tuple[bytes, str, str]] = {
    "empty.csv": (b"", "no listings in it", "export it again, or leave it out"),
    "header.csv": ("标题,价格\n".encode(), "no listings in it", "export it again, or leave it out"),
    "array.json": (b"[]", "no listings in it", "export it again, or leave it out"),
    "comments.yaml": (b"# later\n", "no listings in it", "export it again, or leave it out"),
    "unmapped.csv": ("编码,价格\n1,2\n".encode(), "no column for a title", '--field "title=COLUMN"'),
    "unmapped.xlsx": (book(["编码", "价格"], [1, 2]), "no column for a title", '--field "title=COLUMN"'),
    "unmapped.yaml": (b"- label: x\n  price: 1\n", "no key for a title", '--field "title=label"'),
    "twice.csv": ("标题,价格,标题\n围巾,1,雨伞\n".encode(), "two columns are called '标题'", "rename one"),
    "twice.json": ('[{"title": "围巾", "title": "雨伞"}]'.encode(), "the key 'title' stands twice", "take one of the two out"),
    "twiceobject.json": (b'{"title": "x",\n "title": "y"}', "the key 'title' stands twice", "take one of the two out"),
    "twice.yaml": ("title: 围巾\ntitle: 雨伞\n".encode(), "not valid YAML: while constructing", "take one of the two out"),
    "password.xlsx": (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "a workbook with a password", "take the"),
    "old.xls.csv": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old .xls workbook", "save it as .xlsx"),
    "damaged.xlsx": (b"PK\x03\x04 and then nothing", "this workbook cannot be opened", "save it again"),
    "inside.xlsx": (archive(xl__workbook_x=b"<x", xl__worksheets__sheet1_x=b""), "this workbook cannot be opened", "save it again"),
    "text.xlsx": (b"title\nscarf\n", "this is no workbook", "--input-format csv"),
    "zipped.csv": (archive(shop_x=b"x"), "a zip archive, but no workbook", "unpack it"),
    "packed.csv": (gzip.compress(b"title\nscarf\n"), "a gzip archive", "unpack it"),
    "bomb.xlsx": (archive(xl__workbook_x=b"", xl__worksheets__sheet1_x=b" " * (1 << 27)), "this workbook would unpack to 134,", "CSV"),
    "far.xlsx": (book(["title"], ["scarf"], far=True), "a sheet (xl/worksheets/sheet1.xml) reaches over 1,048,576 rows", "delete"),
    "lfs.csv": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "a pointer of Git LFS", "git lfs pull"),
    "image.jsonl": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image", "leave it out"),
    "binary.csv": (bytes(range(256)) * 4, "NUL bytes: this is no text file", "leave it out"),
    "kana.csv": ("品名\nひらがな の タイトル\n".encode("cp932"), "these bytes are not UTF-8", "--encoding"),
    "half.csv": ("标题\n围巾\n".encode("utf-16")[:-1], "these bytes are not utf-16", "is the file cut off? export it again"),
    "stray.csv": (("标题\n" + "围巾加厚\n" * 20).encode() + b"\xff\n", "these bytes are not UTF-8", "--encoding"),
    "broken.jsonl": ('{"title": "围巾"}\n{"title": \n'.encode(), "not valid JSON: expecting value", "the other lines are read"),
    "cut.json": (b'[{"title": "x"},\n {"title": "y"}', "not valid JSON: the array goes on", "is the file cut off? export it again"),
    "cutobject.json": (
        b'{"messages": [{"sku": "1", "attributes": {}}',
        "not valid JSON: the array goes on",
        "is the file cut off? export it again",
    ),
    "message.json": (b'{"messages": [{"sku": "1"}]}', "this message has no attributes", "productType"),
    "deep.json": (b"[" * 200_000, "not valid JSON: nested too deeply", "a listing is an object with texts"),
    "broken.yaml": (b"title: 'x\n", "not valid YAML", "quote texts"),
    "laughs.yaml": (
        LAUGHS.encode(),
        "the bullets is a list of more than 10,000 texts",
        "give each listing a row or an object of its own",
    ),
    "broken.xml": (b'<rss xmlns:g="http://base.google.com/ns/1.0"><item>', "not valid XML: no element found", "export it again"),
    "other.xml": (b"<project><name>x</name></project>", "<project> is no product feed", "else export it as CSV"),
    "entity.xml": (b'<!DOCTYPE rss [<!ENTITY a "aa">]><rss xmlns:g="http://base.google.com/ns/1.0"/>', "an entity is declared", "itself"),
    "broken.parquet": (b"PAR1 and then nothing", "this is no Parquet file", "CSV"),
    "quote.csv": ('title,price\n围巾,1\n"雨伞,2\n'.encode(), 'a quote (") opens in this row and never closes', '5""'),
    "comma.json": (b'[{"title": "x" "sku": 1}]', "not valid JSON: expecting ',' delimiter", "correct it here"),
    "inside.json": (b'{"shelf": [{"title": "x"}]}', "the listings are hidden inside of 'shelf'", "give an array of objects"),
    "number.jsonl": (b"7\n", "a listing is an object, not a number", 'such as {"title"'),
    "object.jsonl": (b'{"title": {"zh": "x"}}\n', "the title is an object, not a text", "give the text itself"),
    "lists.jsonl": (b'{"title": [[[[[["x"]]]]]]}\n', "the title is a list of lists of lists", "give the text itself"),
    "date.yaml": (b"title: 2026-99-99\n", "not valid YAML: month must be in 1..12", "put the value in quotes"),
    "deep.yaml": (b"title: " + b"[" * 999, "not valid YAML: nested too deeply", "a listing is a mapping of texts"),
    "named.csv": ('\ufeffsku,title\n1,"围巾" 加厚\n'.encode(), "a cell goes on after its closing quote", "double a quote"),
    "market.csv": ("title,marketplace\n围巾,京冬\n".encode(), "unknown marketplace '京冬'", '--field "marketplace="'),
    "pdf.txt": (b"%PDF-1.7\n", "a PDF document", "copy its text"),
    "ragged.csv": ("title,price\n雨伞,伸缩,2\n".encode(), "2 columns in the header, 3 cells", "quotes around"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_with_a_remedy_and_hides_nothing(cli: Cli, write: Write, name: str) -> None:
    """The good file beside it is scanned, before and after; the broken one stands in the errors with what to do about it."""
    content, problem, remedy = BROKEN[name]
    write("shop/0.csv", f"title\n{BLOCKED}\n")
    write(f"shop/{name}", content)
    write("shop/z.txt", f"{BLOCKED}\n")
    said = cli("scan", "shop", "--format", "json", "--exit-zero", "--quiet")
    assert said.code == 2
    document = json.loads(said.out)
    assert {"shop/0.csv", "shop/z.txt"} <= {row["path"] for row in document["rows"] if row["report"]["verdict"] == "block"}
    (error,) = document["errors"]
    assert error["path"] == f"shop/{name}"
    assert error["problem"].startswith(problem)
    assert remedy in error["hint"]
    assert error["hint"] != error["problem"]
    assert document["summary"]["files_failed"] + document["summary"]["rows_skipped"] == 1
    assert "Traceback" not in said.err


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html"])
def test_every_form_of_report_tells_what_was_not_read(cli: Cli, write: Write, form: str) -> None:
    """Totals of what was scanned and skipped, and outside of plain text the file itself, stand in the report."""
    write("shop/0.csv", f"title\n{BLOCKED}\n")
    write("shop/bad<i>.csv", "")
    write("shop/x.pdf", "")
    said = cli("scan", "shop", "--format", form)
    assert said.code == 2
    if form in {"json", "jsonl"}:
        last = json.loads(said.out if form == "json" else said.out.splitlines()[-1])
        assert (last["summary"]["files"], last["summary"]["files_failed"], last["summary"]["rows"]) == (2, 1, 1)
        assert last["summary"]["files_left_out"] == {"hidden": 0, "gitignored": 0, "not-listings": 1}
        assert last["errors"] == [{"path": "shop/bad<i>.csv", "line": None, "problem": "no listings in it", "hint": NO_LISTINGS}]
    elif form == "html":
        data = _page_data(said.out)
        assert [data["sums"][key] for key in ("files", "files_failed", "rows", "block", "left_out")] == [2, 1, 1, 1, 1]
        assert data["problems"] == [["shop/bad<i>.csv", "no listings in it", NO_LISTINGS]]
        assert "<i>" not in said.out
    else:
        assert "2 files, 1 row: 1 block, 0 review, 0 pass; 1 file not read; 1 left out in folders" in said.out
        assert said.err == f"error: shop/bad<i>.csv: no listings in it\n    {NO_LISTINGS}\n"


def _page_data(html: str) -> Any:
    """Give the data that a page shows."""
    return json.loads(html.split('<script type="application/json" id="data">')[1].split("</script>", maxsplit=1)[0])


def test_a_cell_or_a_line_without_end_is_given_up_not_loaded(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quote that never closes would take the rest of the file for one cell, a file without line breaks all of it for one line."""
    monkeypatch.setattr(delimited, "LONGEST_CELL", 100_000)
    monkeypatch.setattr(bounded, "LONGEST_LINE", 5000)
    said = cli("scan", write("a.csv", 'title\n围巾\n"雨伞\n' + "帽子\n" * 50_000))
    assert (said.code, said.err.split("\n")[0]) == (2, "error: a.csv:3: a cell of more than 100,000 characters")
    said = cli("scan", write("a.jsonl", '{"title": "围巾"}\n' + "x" * 9000))
    assert (said.code, said.err.split("\n")[0]) == (2, "error: a.jsonl:2: a line of more than 5,000 characters")


def test_parquet_without_its_extra_says_how_to_get_it(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The base installation stays light; what is missing is named."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    said = cli("scan", write("a.parquet", b"PAR1"))
    assert said.code == 2
    assert "pip install 'listingguard[parquet]'" in said.err


def test_an_ending_without_a_form_of_report_is_a_mistake(cli: Cli, tmp_path: Path) -> None:
    """Nobody finds text in a file called .pdf; the forms are listed, and one may be named."""
    said = cli("scan", "-", "-o", "report.pdf", stdin=BLOCKED)
    assert (said.code, said.out) == (2, "")
    forms = ", ".join(name for name in FORMS if name != "text")
    assert said.err == (
        f"error: --output report.pdf: no form of report is called .pdf\n    say which one it is, FORMAT=report.pdf, with one of {forms}\n"
    )
    assert not (tmp_path / "report.pdf").exists()
    for wanted in (("-o", "html=report.pdf"), ("-o", "report.pdf", "--format", "html")):
        assert cli("scan", "-", *wanted, stdin=BLOCKED).code == 1
        assert (tmp_path / "report.pdf").read_text("utf-8").startswith("<!DOCTYPE html>")
        (tmp_path / "report.pdf").unlink()


def test_a_million_rows_are_never_in_memory(tmp_path: Path) -> None:
    """Reading is a stream: a file of thirty megabytes takes no more room than its longest stretch, whatever its kind."""
    text = "加厚保暖" * 100
    for name, head, row in (("a.csv", "title,description\n", f"羊毛围巾,{text}\n"), ("a.jsonl", "", f'{{"title": "{text}"}}\n')):
        path = tmp_path / name
        path.write_text(head + row * 25_000, encoding="utf-8")
        assert path.stat().st_size > 30_000_000
        tracemalloc.start()
        rows = sum(1 for _ in read_listings(path))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert rows == 25_000
        assert peak < 12_000_000


def test_a_long_array_of_json_is_read_item_by_item(tmp_path: Path) -> None:
    """An array is no reason to load a file; a value across the edge of what was read is whole."""
    path = tmp_path / "a.json"
    items = [{"title": f"围巾 {number}", "description": "加厚\n" * (number % 700)} for number in range(4000)]
    path.write_text(json.dumps(items, ensure_ascii=False, indent=1), encoding="utf-8")
    tracemalloc.start()
    rows = [(row.line, row.listing.title) for row in read_listings(path)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows == [(2 + 4 * number, item["title"]) for number, item in enumerate(items)]
    assert peak < path.stat().st_size / 2
