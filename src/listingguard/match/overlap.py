"""Which of several hits at one place counts. Two named policies, each a pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from listingguard.match.hit import Hit

__all__ = ["leftmost_longest", "without_shielded"]

_T = TypeVar("_T")


def without_shielded(hits: list[Hit]) -> list[Hit]:
    """Drop the shields and every hit that lies inside a shield of its own record: 苹果 in 苹果醋, 第一 in 第一次."""
    shields = [h for h in hits if h.term.shield]
    if not shields:
        return hits
    return [h for h in hits if not h.term.shield and not any(_swallows(s, h) for s in shields)]


def _swallows(shield: Hit, hit: Hit) -> bool:
    same = shield.term.brand is hit.term.brand and shield.term.rule is hit.term.rule
    return same and shield.start <= hit.start and hit.end <= shield.end


def leftmost_longest(items: Iterable[_T], span: Callable[[_T], tuple[int, int]], preference: Callable[[_T], Any]) -> list[_T]:
    """Keep the leftmost, of those the longest, of those the preferred item; drop what overlaps it; and so on to the right.

    >>> leftmost_longest([(3, 5), (0, 2), (0, 4)], span=lambda s: s, preference=lambda s: 0)
    [(0, 4)]
    """
    kept: list[_T] = []
    free = 0
    for item in sorted(items, key=lambda i: (span(i)[0], -span(i)[1], preference(i))):
        start, end = span(item)
        if start >= free:
            kept.append(item)
            free = end
    return kept
