"""Lines of a text file, none of them longer than memory bears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TextIO

from listingguard.sources.reading import Reading

__all__ = ["LONGEST_LINE", "lines_of", "read_whole"]

LONGEST_LINE: Final = 1 << 26
_LARGEST: Final = 1 << 26


def lines_of(stream: TextIO, reading: Reading) -> Iterator[str]:
    """Give the lines with their ends. A file without any line break for 64 million characters is given up, not loaded."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            reading.fail(
                f"a line of more than {LONGEST_LINE:,} characters", number, "split the file; is it of the kind that its name says?"
            )
        yield line


def read_whole(stream: TextIO, reading: Reading, largest: int = _LARGEST) -> str:
    """Read a file whose kind can only be read as a whole."""
    text = stream.read(largest + 1)
    if len(text) > largest:
        reading.fail(f"more than {largest:,} characters in one document", None, "split the file, or give it as CSV or JSON Lines")
    return text
