"""Which of several hits at one place counts. Two named policies, each a pure function."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from listingguard.match.hit import Hit

__all__ = ["leftmost_longest", "without_shielded"]

_T = TypeVar("_T")
_CONFLICT = 2


def without_shielded(hits: list[Hit]) -> list[Hit]:
    """Drop the shields and every hit that lies inside a shield of its own record: 苹果 in 苹果醋, 第一 in 第一次.

    What only sounds like a shield (弟一次) swallows only what sounds like a term.
    """
    shields: defaultdict[tuple[str, bool], list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.term.shield:
            for heard in (True,) if hit.view == "sound" else (True, False):
                shields[hit.term.record, heard].append(hit)
    if not shields:
        return hits
    covers = {key: _Cover(found) for key, found in shields.items()}

    def covered(hit: Hit) -> bool:
        key = hit.term.record, hit.view == "sound"
        return key in covers and covers[key].holds(hit.start, hit.end)

    return [hit for hit in hits if not (hit.term.shield or covered(hit))]


class _Cover:
    """Shields of one record: the furthest end of all that begin up to a place says whether a range is covered."""

    def __init__(self, shields: list[Hit]) -> None:
        shields.sort(key=lambda s: s.start)
        self._starts = [s.start for s in shields]
        self._ends = list(itertools.accumulate((s.end for s in shields), max))

    def holds(self, start: int, end: int) -> bool:
        index = bisect_right(self._starts, start)
        return index > 0 and self._ends[index - 1] >= end


def leftmost_longest(items: Iterable[_T], span: Callable[[_T], tuple[int, int]], preference: Callable[[_T], Any]) -> list[_T]:
    """Keep the leftmost, of those the longest, of those the preferred item; drop what overlaps it; and so on to the right.

    >>> leftmost_longest([(3, 5), (0, 2), (0, 4)], span=lambda s: s, preference=lambda s: 0)
    [(0, 4)]
    """
    items = list(items)
    if len(items) < _CONFLICT:
        return items
    kept: list[_T] = []
    free = 0
    for item in sorted(items, key=lambda i: (span(i)[0], -span(i)[1], preference(i))):
        start, end = span(item)
        if start >= free:
            kept.append(item)
            free = end
    return kept
