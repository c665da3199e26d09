"""How the texts of a YAML file are spelled: plain, in either kind of quotes, or as a block of lines."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any, Final

from listingguard.model import units
from listingguard.sources.spelled import Columns, Spelled, Stretch, spelled_by

__all__ = ["Page"]

_LONGEST: Final = 1 << 16
#: A fold: blanks at the end of a line, its breaks, and what indents the next one. It stands for a blank, or for all breaks but one.
_FOLD: Final = r"[ \t]*(?:\r?\n[ \t]*)+"
_PLAIN: Final = re.compile(f"{_FOLD}|.")
_SINGLE: Final = re.compile(f"''|{_FOLD}|.")
_DOUBLE: Final = re.compile(rf"\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\x[0-9a-fA-F]{{2}}|\\\r?\n[ \t]*|\\.|{_FOLD}|.")
_BLOCK: Final = re.compile(r"[|>][^\r\n]*\r?\n(?:[ \t]*\r?\n)*( +)")
_SIGNS: Final = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "_": "\N{NO-BREAK SPACE}", "N": "\x85", "L": "\u2028", "P": "\u2029"}
#: Line breaks to YAML that are none to anybody else.
_ODD_BREAK: Final = re.compile("[\x85\u2028\u2029]|\r(?!\n)")


class Page:
    """The text of a file, and where each line of it begins."""

    def __init__(self, text: str) -> None:
        self.text = text

    @functools.cached_property
    def _lines(self) -> list[int]:
        odd = _ODD_BREAK.search(self.text)
        return [] if odd else [0, *(found.end() for found in re.finditer("\n", self.text))]

    def columns(self, item: Any) -> Columns:
        """Give how the texts of a mapping are spelled, of each key in its order."""
        places = getattr(getattr(item, "lc", None), "data", None) if self._lines else None
        return [self._value(value, places[key][2:4]) if key in places else [] for key, value in item.items()] if places else []

    def _value(self, value: Any, place: tuple[int, int]) -> list[Spelled]:
        if isinstance(value, list):
            places = getattr(getattr(value, "lc", None), "data", None) or {}
            return [found for index, item in enumerate(value) if index in places for found in self._value(item, places[index][:2])]
        found = self._text(value, *place) if isinstance(value, str) else None
        return [found] if found else []

    def _text(self, value: str, line: int, column: int) -> Spelled | None:
        start = self._lines[line] + column
        stretch = Stretch(self.text[start : start + _LONGEST], line + 1, 1 + units(self.text[self._lines[line] : start]))
        if block := _BLOCK.match(stretch.text):
            return _in_lines(stretch, block, value)
        known: dict[str, tuple[re.Pattern[str], Callable[[str], str]]] = {"'": (_SINGLE, _folded), '"': (_DOUBLE, _signed)}
        quote = stretch.text[:1]
        return spelled_by(stretch, int(quote in known), value, *known.get(quote, (_PLAIN, _folded)))


def _in_lines(stretch: Stretch, block: re.Match[str], value: str) -> Spelled | None:
    """Read a block whose lines stay, or one whose lines flow together; line breaks at its end stand behind its last word."""
    if block[0].startswith("|"):
        return spelled_by(stretch, block.end(), value, re.compile(rf"\r?\n {{0,{len(block[1])}}}|."), _break)
    words = value.rstrip("\n")
    found, rest = spelled_by(stretch, block.end(), words, _PLAIN, _folded), len(value) - len(words)
    if found is None or not words:
        return None
    last = [found.ends[-1]] * rest
    return Spelled(value, stretch, [*found.starts, *last], [*found.ends, *last])


def _break(said: str) -> str:
    return "\n" if "\n" in said else said


def _folded(said: str) -> str:
    r"""Read a unit of a text whose lines flow together.

    >>> [_folded(said) for said in ("\n  ", "\n\n  ", "''", "x")]
    [' ', '\n', "'", 'x']
    """
    breaks = said.count("\n")
    return ("\n" * (breaks - 1) or " ") if breaks else "'" if said == "''" else said


def _signed(said: str) -> str:
    if not said.startswith("\\"):
        return _folded(said) if said != "''" else said
    if said[1] in "uUx" and len(said) > len("\\u"):
        return chr(int(f"0x{said[2:]}", 16))
    return "" if "\n" in said else _SIGNS.get(said[1], said[1])
