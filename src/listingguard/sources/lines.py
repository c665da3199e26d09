"""Plain text as records: one title a line."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Final, TextIO

from listingguard.sources.bounded import lines_of
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record
from listingguard.sources.spelled import Columns, Stretch, plainly

__all__ = ["DESCRIPTION", "TITLE", "read_lines", "spelled_lines"]

TITLE: Final = ("title",)
DESCRIPTION: Final = ("description",)


def read_lines(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read every line that is not blank as a title."""
    for number, line in enumerate(lines_of(stream, reading), 1):
        if line.strip():
            text = line.rstrip("\r\n")
            yield Record(number, TITLE, (text,), spelled=(functools.partial(spelled_lines, [(number, 0, text)]),))


def spelled_lines(lines: Sequence[tuple[int, int, str]]) -> Columns:
    """Give how a text of several lines is spelled: each has its number, and a place in the line at which it begins."""
    return [[plainly(Stretch(text, number, 1 + before), text) for number, before, text in lines]]
