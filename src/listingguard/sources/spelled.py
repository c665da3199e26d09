"""How a text is spelled in its file: which characters there stand for which of its own, and so where any words of it are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from listingguard.model import Spot, units

__all__ = ["Columns", "Spelled", "Stretch", "plainly", "spelled_by", "spot_in"]

#: Where one of these stands, a text may be spelled otherwise than character by character.
_SPELLING: Final = re.compile("[\"'\\\\&<\r\n]")
_BREAK: Final = re.compile("\r\n|\r|\n")


class Stretch(NamedTuple):
    """A stretch of a decoded file as it stands there, and on which line and in which column (in units of UTF-16) it begins."""

    text: str
    line: int
    column: int = 1

    def place(self, at: int) -> tuple[int, int]:
        r"""Give the line and the column of a place in it.

        >>> Stretch("👟鞋\r\n帽", 7, 3).place(1), Stretch("👟鞋\r\n帽", 7, 3).place(5)
        ((7, 5), (8, 2))
        """
        breaks = [found.end() for found in _BREAK.finditer(self.text, 0, at)]
        if not breaks:
            return self.line, self.column + units(self.text[:at])
        return self.line + len(breaks), 1 + units(self.text[breaks[-1] : at])


class Spelled(NamedTuple):
    """A text whose character `i` stands at `starts[i]` up to `ends[i]` of a stretch."""

    text: str
    stretch: Stretch
    starts: Sequence[int]
    ends: Sequence[int]

    def part(self, text: str) -> Spelled:
        """Give a part of it: where this text first stands in it."""
        at = max(0, self.text.find(text))
        return Spelled(text, self.stretch, self.starts[at : at + len(text)], self.ends[at : at + len(text)])


#: Of each column of a record, the texts that it gives.
Columns = list[list[Spelled]]


def plainly(stretch: Stretch, text: str, at: int = 0) -> Spelled:
    """Spell a text character by character."""
    return Spelled(text, stretch, range(at, at + len(text)), range(at + 1, at + len(text) + 1))


def spelled_by(stretch: Stretch, at: int, text: str, unit: re.Pattern[str], read: Callable[[str], str]) -> Spelled | None:
    r"""Read a stretch from a place on, unit by unit, as long as it says a text; None if it says another one.

    >>> quotes = re.compile('""|.')
    >>> found = spelled_by(Stretch('5"" 屏",1', 3), 0, '5" 屏', quotes, lambda unit: unit[0])
    >>> found and (found.starts, found.ends)
    ([0, 1, 3, 4], [1, 3, 4, 5])
    """
    if stretch.text.startswith(text, at) and not _SPELLING.search(text):
        return plainly(stretch, text, at)
    starts, ends = list[int](), list[int]()
    for found in unit.finditer(stretch.text, at):
        said = read(found[0])
        if not text.startswith(said, len(starts)):
            return None
        starts += [found.start()] * len(said)
        ends += [found.end()] * len(said)
        if len(starts) == len(text):
            return Spelled(text, stretch, starts, ends)
    return None


def spot_in(pieces: Sequence[Spelled], glue: str, start: int, end: int) -> Spot | None:
    """Give where a part of a text stands that is made of pieces with something between them; None if it begins or ends between two."""
    at = 0
    begin: tuple[int, int] | None = None
    for piece in (piece for piece in pieces if piece.text):
        low, high, size = start - at, end - at, len(piece.text)
        if 0 <= low < size:
            begin = piece.stretch.place(piece.starts[low])
        if begin and low == high:
            return Spot(*begin, *begin)
        if begin and high <= size:
            return Spot(*begin, *piece.stretch.place(piece.ends[high - 1])) if high > 0 else None
        at += size + len(glue)
    return None
