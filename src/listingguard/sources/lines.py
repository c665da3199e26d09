"""Plain text as records: one title a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TextIO

from listingguard.sources.bounded import lines_of
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record

__all__ = ["DESCRIPTION", "TITLE", "read_lines"]

TITLE: Final = ("title",)
DESCRIPTION: Final = ("description",)


def read_lines(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read every line that is not blank as a title."""
    for number, line in enumerate(lines_of(stream, reading), 1):
        if line.strip():
            yield Record(number, TITLE, (line.rstrip("\r\n"),))
