"""Plain text as records: one title a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TextIO

from listingguard.sources.row import Record

__all__ = ["TITLE", "read_lines"]

TITLE: Final = ("title",)


def read_lines(stream: TextIO) -> Iterator[Record]:
    """Read every line that is not blank as a title."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield Record(number, TITLE, (line.rstrip("\r\n"),))
