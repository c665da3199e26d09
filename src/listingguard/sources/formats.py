"""What kind of file this is: by its first bytes where they tell, else by its name, else by its first line."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import BinaryIO, Final, Literal, get_args

from listingguard.sources.columns import TEXTS, part_of
from listingguard.sources.reading import NO_LISTINGS, Reading
from listingguard.sources.shapes import recognise

__all__ = ["EXTENSIONS", "FORMATS", "Format", "binary_format", "text_format"]

Format = Literal["csv", "tsv", "jsonl", "json", "yaml", "xlsx", "parquet", "xml", "html", "markdown", "text"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
#: Endings of files that a folder is searched for.
EXTENSIONS: Final[dict[str, Format]] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".parquet": "parquet",
    ".xml": "xml",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
_BINARY: Final[dict[Format, str]] = {"xlsx": "workbook", "parquet": "Parquet file"}
_SAVE: Final = "save it as .xlsx without a password, or export it as CSV"
_UNPACK: Final = "unpack it and name the files in it"
#: How files begin that are no text: their names and what to do.
_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "an old .xls workbook, or one with a password", _SAVE),
    (b"version https://git-lfs.github.com/", "a pointer of Git LFS, not the file itself", "fetch it: git lfs pull"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"%PDF-", "a PDF document", "copy its text into a .txt file, one title a line"),
    (b"\x89PNG", "an image", "only text is read; leave it out"),
    (b"\xff\xd8\xff", "an image", "only text is read; leave it out"),
    (b"SQLite format 3", "a database", "export the table as CSV"),
)
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_LOOK: Final = 1 << 20
_XML: Final = re.compile(r"<\?xml|<rss\b|<feed\b|<yml_catalog\b|<!DOCTYPE yml_catalog")
_LINES: Final = 10
_FEW: Final = 3
_LOOK_YAML: Final = 4000
_YAML_HEAD: Final = re.compile(r"\A(?:[ \t]*(?:#[^\n]*|---[ \t]*|%YAML[^\n]*)?\r?\n)+")
_YAML_ITEM: Final = re.compile(r"[ ]{0,8}-[ ]+[\"']?[^\s:\"'][^:\n\"']{0,60}[\"']?:(?:[ \r\n]|$)")
_YAML_KEY: Final = re.compile(r"^[ ]{0,8}(?:-[ ]+|[ ]+)[\"']?([^\s:\"'\-][^:\n\"']{0,60})[\"']?:(?=[ \r\n]|$)", re.MULTILINE)
_LAID_OUT: Final = re.compile(r"[<{]|(?:-[ ]+)?[A-Za-z_]\w{0,40}:(?:\s|$)")
_COMMON: Final = ("csv", "yaml", "jsonl")
_SURE: Final = 2
_HTML: Final = re.compile(r"<!doctype html|<html\b|<(?:div|p|h\d|table|ul|section|body)\b", re.IGNORECASE)


def binary_format(stream: BinaryIO, asked: Format | None, reading: Reading) -> Format | None:
    """Tell a workbook or a Parquet file by its first bytes, and say plainly what else is no text. None means text of some kind."""
    stream.seek(0)
    head = stream.read(64)
    if head.startswith(b"PK\x03\x04"):
        return "xlsx"
    if head.startswith(b"PAR1"):
        return "parquet"
    for start, name, remedy in _OTHERS:
        if head.startswith(start):
            _refuse(stream, name, remedy, reading)
    wanted = asked or _ending(reading.path)
    if not head:
        reading.fail("no listings in it", None, NO_LISTINGS)
    if wanted in _BINARY:
        reading.fail(f"this is no {_BINARY[wanted]}", None, "if it holds text, say so: --input-format csv")
    return None


def _refuse(stream: BinaryIO, name: str, remedy: str, reading: Reading) -> None:
    stream.seek(0)
    if remedy == _SAVE and _ENCRYPTED in stream.read(_LOOK):
        reading.fail("a workbook with a password", None, "take the password off, or export the sheet as CSV")
    reading.fail(name, None, remedy)


def text_format(head: str, asked: Format | None, reading: Reading) -> Format:
    r"""Tell the kind of text from the name of the file, and where that does not tell, from how the text begins.

    >>> text_format('{"title": "羊毛围巾"}\n{"title": "雨伞"}\n', None, Reading("<stdin>"))
    'jsonl'
    >>> text_format("sku,商品标题\n1,羊毛围巾\n", None, Reading("<stdin>"))
    'csv'
    >>> text_format("羊毛围巾, 加厚\n", None, Reading("<stdin>"))
    'text'
    """
    known = asked or _ending(reading.path)
    if known in (None, "text") and not asked and (found := _by_content(head)):
        return found
    if known and (known != "json" or asked):
        return known
    start = head.lstrip("\ufeff \t\r\n")
    if start.startswith(("[{", "[\n", "[\r", "[ ", "[]")) or (start.startswith("[") and known == "json"):
        return "json"
    if start.startswith("{"):
        return "jsonl" if _is_json(start.split("\n", 1)[0]) and "\n" in start.strip() else "json"
    found = known or _by_first_line(start)
    header = _delimiter(start.split("\n", 1)[0])
    if not asked and found == "text" and (header or (known is None and _may_be_more(start))):
        reading.note(f"read as text, one title a line; if it is something else, say so: --input-format {' or '.join(_COMMON)}")
    return found


def _by_first_line(start: str) -> Format:
    if start.startswith("<"):
        return "xml" if _XML.match(start) else "html" if _HTML.match(start) else "text"
    delimiter = _delimiter(start.split("\n", 1)[0])
    return "tsv" if delimiter == "\t" else "csv" if delimiter else "text"


def _by_content(head: str) -> Format | None:
    r"""Tell a table and a list of mappings in YAML, whatever the name says. Flat files of marketplaces are called .txt.

    >>> _by_content("- title: 羊毛围巾\n  sku: A1\n"), _by_content("sku|title\nA1|羊毛围巾\n"), _by_content("羊毛围巾, 标题\n雨伞\n")
    ('yaml', 'csv', None)
    """
    if _is_flat_file(head):
        return "tsv"
    first, *rest = [line for line in head.lstrip("\ufeff").split("\n", _LINES)[:_LINES] if line.strip()] or [""]
    for delimiter in ",;|":
        cells = first.split(delimiter)
        parts = [part[0] for cell in cells if (part := part_of(cell.strip().strip('"')))]
        even = bool(rest) and all(line.count(delimiter) >= len(cells) - 1 for line in rest)
        if len(cells) > 1 and not set(TEXTS).isdisjoint(parts) and (even or len(parts) >= _SURE):
            return "csv"
    return "yaml" if _is_yaml(head) else None


def _is_yaml(head: str) -> bool:
    """Tell a list of mappings in YAML: an item comes first, and a key of it is the name of a part with text."""
    start = _YAML_HEAD.sub("", head.lstrip("\ufeff"))
    keys = [part_of(key) for key in _YAML_KEY.findall(start[:_LOOK_YAML])]
    return bool(_YAML_ITEM.match(start)) and any(part and part[0] in TEXTS for part in keys)


def _may_be_more(start: str) -> bool:
    """Tell whether text looks as if it were laid out: brackets, a key with a colon, or the same signs on each of its first lines."""
    lines = [line for line in start.split("\n", _LINES)[:_LINES] if line.strip()]
    even = any(len(lines) > 1 and lines[0].count(mark) and len({line.count(mark) for line in lines[:_FEW]}) == 1 for mark in "\t|;,")
    return even or bool(_LAID_OUT.match(start))


def _ending(path: str) -> Format | None:
    return EXTENSIONS.get(PurePath(path).suffix.lower())


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _is_flat_file(head: str) -> bool:
    """Tell a table with tabs: one of its first lines is the header of a known shape, or names two columns, one of them of text."""
    for line in head.split("\n", _LINES)[:_LINES]:
        columns = tuple(cell.strip().strip('"') for cell in line.split("\t"))
        if len(columns) < _SURE:
            continue
        parts = [part for column in columns if (part := part_of(column))]
        if recognise(columns) or (len(parts) >= _SURE and any(part[0] in TEXTS for part in parts)):
            return True
    return False


def _delimiter(line: str) -> str:
    """Give the delimiter of a line that can only be a header: several cells, one of them the name of a text column."""
    for delimiter in "\t,;|":
        parts = [part_of(cell.strip().strip('"')) for cell in line.split(delimiter)]
        if len(parts) > 1 and any(part and part[0] in TEXTS for part in parts):
            return delimiter
    return ""
