"""A description in Markdown as records: headings and paragraphs, each with the line on which it begins."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final, TextIO

from listingguard.sources.bounded import lines_of
from listingguard.sources.lines import DESCRIPTION, TITLE, spelled_lines
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record

__all__ = ["read_markdown"]

_HEADING: Final = re.compile(r"\s{0,3}#\s+(.*?)[\s#]*$")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)]|#{2,6}|\|)\s")
_RULE: Final = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|[|:\-\s]+)\s*$")
_LONGEST: Final = 1 << 16


def read_markdown(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read headings of the first rank as titles, every paragraph, item and row of a table as a description.

    The words stand as they are in the file, marks of emphasis included: what is found in them is found by the eye, too.
    """
    block: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines_of(stream, reading), 1):
        text = line.rstrip("\r\n")
        heading = _HEADING.match(text)
        if block and (not text.strip() or heading or _ITEM.match(text) or sum(len(held) for *_, held in block) > _LONGEST):
            yield _record(DESCRIPTION, block)
            block = []
        if heading:
            yield from [_record(TITLE, [(number, heading.start(1), heading[1])])] if heading[1] else []
        elif text.strip() and not _RULE.match(text):
            block.append((number, 0, text))
    if block:
        yield _record(DESCRIPTION, block)


def _record(columns: tuple[str, ...], lines: list[tuple[int, int, str]]) -> Record:
    """Make the record of some lines, each with its number and the place in it at which its words begin."""
    text = "\n".join(text for *_, text in lines)
    return Record(lines[0][0], columns, (text,), spelled=(functools.partial(spelled_lines, lines),))
