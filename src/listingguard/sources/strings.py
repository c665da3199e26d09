"""Where the texts of JSON objects stand in a file, so that one can be written anew and all else be left as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from listingguard.sources.cells import Cell
from listingguard.sources.spelled import Columns, Spelled, Stretch, plainly, spelled_by

__all__ = ["escaped", "lines_of_strings", "spelled_members", "spelled_values", "strings_of"]

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_DECODER: Final = json.JSONDecoder()
_LINE: Final = re.compile("[^\r\n]*(?:\r\n|\r|\n|$)")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
#: What stands for one character in a text of JSON.
_CHAR: Final = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)
Strings = list[list[Cell]]


def lines_of_strings(text: str) -> Iterator[tuple[int, Any, Strings]]:
    """Give the objects of a JSON Lines file: the line, the value, and of every key the texts with their places."""
    for number, found in enumerate(_LINE.finditer(text), 1):
        start = _skip(text, found.start())
        if start < found.end() and found[0].strip():
            try:
                value, end = _DECODER.raw_decode(text, start)
            except (ValueError, RecursionError):
                continue
            if isinstance(value, dict) and _skip(text, end) >= found.end():
                yield number, value, _members(text, start)


def strings_of(text: str) -> Iterator[tuple[int, Any, Strings]]:
    """Give the objects of a JSON file, an array or one object, in the same way."""
    at, line, counted = _skip(text, 0), 1, 0
    many = text.startswith("[", at)
    at = _skip(text, at + 1) if many else at
    while at < len(text) and text[at] != "]":
        value, end = _DECODER.raw_decode(text, at)
        line, counted = line + text.count("\n", counted, at), at
        if isinstance(value, dict):
            yield line, value, _members(text, at)
        at = _skip(text, end)
        at = _skip(text, at + 1) if text.startswith(",", at) else at if many and at < len(text) else len(text)


def _members(text: str, at: int) -> Strings:
    """Give the texts of each key of the object that starts here, in the order of its keys; of a key that comes twice the last counts."""
    found: dict[str, list[Cell]] = {}
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        cells: list[Cell] = []
        at = _skip(text, _texts(text, at, cells))
        found[key] = cells
        at = _skip(text, at + 1) if text[at] == "," else at
    return list(found.values())


def _texts(text: str, at: int, cells: list[Cell]) -> int:
    """Collect the texts of a value, a list's in their order, and give its end."""
    if text[at] == '"':
        value, end = _DECODER.raw_decode(text, at)
        cells.append(Cell(at, end, value))
        return end
    if text[at] != "[":
        return int(_DECODER.raw_decode(text, at)[1])
    at = _skip(text, at + 1)
    while text[at] != "]":
        at = _skip(text, _texts(text, at, cells))
        at = _skip(text, at + 1) if text[at] == "," else at
    return at + 1


def escaped(value: str, old: str) -> str:
    r"""Write a text as the one before was written: its characters plain, or as `\u…`.

    >>> escaped("新款", '"旧"'), escaped("新款", '"\\u65e7"')
    ('"新款"', '"\\u65b0\\u6b3e"')
    """
    plain = not (old.isascii() and "\\u" in old) and not _SURROGATE.search(value)
    return json.dumps(value, ensure_ascii=not plain)


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def spelled_members(stretch: Stretch) -> Columns:
    """Give how the texts of an object are spelled, with which a stretch begins: of each key, in the order of the keys."""
    return [[_spelled(stretch, cell) for cell in cells] for cells in _members(stretch.text, _skip(stretch.text, 0))]


def spelled_values(stretches: Sequence[Stretch]) -> Columns:
    """Give how the texts of some values are spelled, each of which is a stretch of its own."""
    found: Columns = []
    for stretch in stretches:
        cells: list[Cell] = []
        _texts(stretch.text, 0, cells)
        found.append([_spelled(stretch, cell) for cell in cells])
    return found


def _spelled(stretch: Stretch, cell: Cell) -> Spelled:
    found = spelled_by(stretch, cell.start + 1, cell.value, _CHAR, lambda said: str(json.loads(f'"{said}"')) if "\\" in said else said)
    return found or plainly(stretch, cell.value, cell.start + 1)
