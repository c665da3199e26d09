"""Cells of a workbook that are not empty and yet have no value: formulas whose results are not stored, and errors."""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final

from listingguard.sources.row import Hole

__all__ = ["holes_in"]

_CHUNK: Final = 1 << 20
_LETTERS: Final = 26
_NEAR: Final = 1000
_SHEET: Final = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_LINK: Final = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE: Final = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TAG: Final = rb"<(?:\w{1,9}:)?"
_END: Final = rb"</(?:\w{1,9}:)?"
_INSIDE: Final = rb"[^<>]{0,400}"
_ERROR: Final = re.compile(_TAG + rb"c\s(" + _INSIDE + rb"\bt=[\"']e[\"']" + _INSIDE + rb")>")
#: A cell with a formula and no value; one whose result is an empty text has `t="str"`.
_FORMULA: Final = re.compile(
    _TAG + rb"c\s(" + _INSIDE + rb")>\s{0,9}" + _TAG + rb"f\b" + _INSIDE + rb"(?:/>|>[^<]*" + _END + rb"f>)\s{0,9}"
    rb"(?:<(?:\w+:)?v\s?(?:/>|>\s{0,9}</(?:\w+:)?v>))?\s{0,9}" + _END + rb"c>"
)
_PLACE: Final = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_TEXT: Final = re.compile(rb"\bt=[\"']str[\"']")
_VALUE: Final = re.compile(_TAG + rb"v\b[^>]*>([^<]+)<")
_SAVE: Final = "open the workbook in a spreadsheet program and save it there, so that the results of its formulas are stored"
_MEND: Final = "put the cell right, or clear it, and save the workbook in a spreadsheet program"
Holes = dict[int, dict[int, Hole]]


def holes_in(stream: BinaryIO, sheet: str) -> Holes:
    """Give the holes of a sheet, by row (from 1) and column (from 0). A reader of workbooks takes such a cell for an empty one."""
    stream.seek(0)
    found: Holes = {}
    with zipfile.ZipFile(stream) as archive:
        part = _part_of(archive, sheet)
        if part is not None:
            for row, column, hole in _holes(archive, part):
                found.setdefault(row, {})[column] = hole
    return found


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """Find the part of the archive that holds a sheet, by way of the list of sheets."""
    names = set(archive.namelist())
    if not names.issuperset(("xl/workbook.xml", "xl/_rels/workbook.xml.rels")):
        return None
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {said.get("Id", ""): said.get("Target", "") for said in map(_attributes, _LINK.findall(links))}
    for said in map(_attributes, _SHEET.findall(book)):
        if said.get("name") == sheet:
            key = next((value for name, value in said.items() if name.endswith(":id")), "")
            part = posixpath.normpath(posixpath.join("/xl", targets.get(key, ""))).lstrip("/")
            return part if part in names else None
    return None


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(text)}


def _holes(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[int, int, Hole]]:
    rest = b""
    with archive.open(part) as sheet:
        while chunk := sheet.read(_CHUNK):
            text = rest + chunk
            end = max(text.rfind(b"</c>") + len(b"</c>"), text.rfind(b":c>") + len(b":c>"))
            yield from _holes_of(text[:end])
            rest = text[end:]


def _holes_of(text: bytes) -> Iterator[tuple[int, int, Hole]]:
    """Give the holes of a stretch of a sheet."""
    if b'"e"' in text or b"'e'" in text:
        for cell in _ERROR.finditer(text):
            if place := _PLACE.search(cell[1]):
                value, name = _VALUE.search(text, cell.end(), cell.end() + _NEAR), (place[1] + place[2]).decode()
                error = html.unescape(value[1].decode("utf-8", "replace"))[:20] if value else "an error"
                yield int(place[2]), _number(place[1]), Hole(f"{name} holds {error}, not a text", _MEND)
    for attributes in _FORMULA.findall(text) if b"f>" in text or b"f/>" in text else ():
        if (place := _PLACE.search(attributes)) and not _TEXT.search(attributes):
            name = (place[1] + place[2]).decode()
            yield int(place[2]), _number(place[1]), Hole(f"{name} is a formula whose result is not stored", _SAVE)


def _number(letters: bytes) -> int:
    """Give the index of a column: A is 0.

    >>> _number(b"A"), _number(b"AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number - 1
