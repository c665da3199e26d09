"""A unified diff of a text and what it would be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

__all__ = ["diff_lines"]

_AROUND: Final = 3
Splice = tuple[int, int, str]
Block = tuple[int, int, list[str]]


def diff_lines(path: str, text: str, splices: Sequence[Splice]) -> Iterator[str]:
    r"""Give the lines of a unified diff. Only the places that change are looked at, so a long file costs no more than a short one.

    >>> print("\n".join(diff_lines("shop.csv", "title\n最佳面霜\n雨伞\n", [(6, 8, "上佳")])))
    --- shop.csv
    +++ shop.csv
    @@ -1,3 +1,3 @@
     title
    -最佳面霜
    +上佳面霜
     雨伞
    """
    lines = text.split("\n")
    blocks = list(_blocks(lines, text, sorted(splices)))
    yield from (f"--- {path}", f"+++ {path}") if blocks else ()
    moved, last = 0, len(lines) - (not lines[-1])
    while blocks:
        size = next((i for i in range(1, len(blocks)) if blocks[i][0] - blocks[i - 1][1] > 2 * _AROUND), len(blocks))
        hunk, blocks = blocks[:size], blocks[size:]
        low, high = max(0, hunk[0][0] - _AROUND), min(last, hunk[-1][1] + _AROUND)
        grown = sum(len(new) - (end - start) for start, end, new in hunk)
        yield f"@@ -{low + 1},{high - low} +{low + 1 + moved},{high - low + grown} @@"
        yield from _hunk(hunk, lines, low, high)
        moved += grown


def _blocks(lines: Sequence[str], text: str, splices: Sequence[Splice]) -> Iterator[Block]:
    """Give the ranges of lines that change, each with its new lines."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    pending: list[Splice] = []
    for splice in splices:
        if pending and bisect_right(starts, pending[-1][1]) != bisect_right(starts, splice[0]):
            yield _block(pending, starts, text)
            pending = []
        pending.append(splice)
    if pending:
        yield _block(pending, starts, text)


def _block(splices: Sequence[Splice], starts: Sequence[int], text: str) -> Block:
    first, last = bisect_right(starts, splices[0][0]) - 1, bisect_right(starts, splices[-1][1])
    at, new = starts[first], ""
    for start, end, after in splices:
        new += text[at:start] + after
        at = end
    return first, last, (new + text[at : starts[last] - 1]).split("\n")


def _hunk(hunk: Sequence[Block], lines: Sequence[str], low: int, high: int) -> Iterator[str]:
    at = low
    for start, end, new in hunk:
        yield from (f" {line}".rstrip("\r") for line in lines[at:start])
        yield from (f"-{line}".rstrip("\r") for line in lines[start:end])
        yield from (f"+{line}".rstrip("\r") for line in new)
        at = end
    yield from (f" {line}".rstrip("\r") for line in lines[at:high])
