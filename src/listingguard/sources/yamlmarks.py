"""Comments of a YAML file that excuse a listing: `# listingguard: ignore LGC101 -- reason`, in the listing or right above it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from listingguard.sources.excuse import IGNORE, ignore_column, ignore_of
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record

__all__ = ["marks_in", "with_marks"]

_ANY: Final = re.compile(r"#[ \t]*listingguard[ \t]*:")
_MARK: Final = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*listingguard[ \t]*:[ \t]*(\w*)[ \t]*([^\r\n]*)", re.MULTILINE)
_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#")


class _Mark(NamedTuple):
    """A comment: its line, how far its line is indented, and what may stand. `alone` says that nothing stands before it."""

    line: int
    indent: int
    alone: bool
    text: str


def marks_in(text: str, reading: Reading) -> list[_Mark]:
    r"""Find the comments. A sign that opens one inside of a text is a word of the seller's, and excuses nothing.

    >>> text = '- title: "# listingguard: ignore LGC"  # listingguard: ignore LGC2: ok\n'
    >>> [(mark.line, mark.text) for mark in marks_in(text, Reading("a.yaml"))]
    [(1, 'LGC2: ok')]
    """
    if not _ANY.search(text):
        return []
    starts, ends = _scalars(text)

    def in_scalar(index: int) -> bool:
        before = bisect_right(starts, index) - 1
        return before >= 0 and index < ends[before]

    found = []
    for match in _MARK.finditer(text):
        begin = text.rfind("\n", 0, match.start()) + 1
        line = text.count("\n", 0, begin) + 1
        if in_scalar(match.start()) or any(not in_scalar(begin + c.start()) for c in _COMMENT.finditer(text[begin : match.start()])):
            continue
        if match[1] != "ignore":
            reading.note("this comment excuses nothing; write # listingguard: ignore LGC101 -- the reason", line)
            continue
        before = text[begin : match.start()]
        found.append(_Mark(line, len(before), not before.strip(), match[2].strip()))
    return found


def _scalars(text: str) -> tuple[list[int], list[int]]:
    """Give where texts and other values begin and end."""
    from ruamel.yaml import YAML  # noqa: PLC0415  few files are YAML, and fewer have such a comment
    from ruamel.yaml.events import ScalarEvent  # noqa: PLC0415

    events = YAML(typ="rt", pure=True).parse(text)
    places = [(event.start_mark.index, event.end_mark.index) for event in events if isinstance(event, ScalarEvent)]
    return [start for start, _ in places], [end for _, end in places]


def with_marks(records: Iterable[Record], marks: list[_Mark], text: str, reading: Reading) -> Iterator[Record]:
    """Give each record with the comments in it and right above it as a value of its own."""
    lines, left = text.split("\n"), list(marks)
    held: Record | None = None
    for record in records:
        if held is not None:
            yield _marked(held, left, _top(record, lines, left))
        else:
            top = _top(record, lines, left)
            for mark in [mark for mark in left if mark.line < top]:
                left.remove(mark)
                reading.note("this comment stands at no listing and excuses nothing; write it above one", mark.line)
        held = record
    if held is not None:
        yield _marked(held, left, len(lines) + 1)


def _top(record: Record, lines: list[str], marks: list[_Mark]) -> int:
    """Give the line from which comments belong to a record: those right above it that are indented no further."""
    top = record.line
    indent = len(lines[top - 1]) - len(lines[top - 1].lstrip(" "))
    inner = {mark.line for mark in marks if mark.indent > indent}
    while top > 1 and top - 1 not in inner and (not lines[top - 2].strip() or lines[top - 2].lstrip().startswith("#")):
        top -= 1
    return top


def _marked(record: Record, marks: list[_Mark], end: int) -> Record:
    """Give a record with the comments before a line, which are taken out of the list."""
    mine = [mark for mark in marks if mark.line < end]
    del marks[: len(mine)]
    if not mine:
        return record
    said = "\n".join(filter(None, (ignore_of(record), *(mark.text or "-" for mark in mine))))
    index = ignore_column(record.columns)
    if index is None:
        return record._replace(columns=(*record.columns, IGNORE), values=[*record.values, said])
    return record._replace(values=[*record.values[:index], said, *record.values[index + 1 :]])
