"""Things with places in a text, and the question which of them are near: what keeps judgement linear in long texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, Generic, Protocol, TypeVar

__all__ = ["Placed", "Places"]

_LONGEST: Final = 80  # characters of the longest term, cue or word for goods
_start = attrgetter("start")


class Placed(Protocol):
    """Anything with a half-open place in the folded text."""

    @property
    def start(self) -> int:
        """Give the first character's index."""

    @property
    def end(self) -> int:
        """Give the index behind the last character."""


_P = TypeVar("_P", bound=Placed)


class Places(Generic[_P]):
    """Items sorted by their start.

    >>> from listingguard.judge.context import Place
    >>> places = Places([Place(10, 12), Place(0, 2), Place(30, 33)])
    >>> places.near(13, 15, reach=1)
    [Place(start=10, end=12)]
    """

    __slots__ = ("_starts", "items")

    def __init__(self, items: Sequence[_P]) -> None:
        self.items = sorted(items, key=_start) if len(items) > 1 else items
        self._starts = [item.start for item in self.items]

    def near(self, start: int, end: int, reach: int) -> Sequence[_P]:
        """Give the items that touch a range or stand at most `reach` characters from it."""
        if not self.items:
            return ()
        first = bisect_left(self._starts, start - reach - _LONGEST)
        return [item for item in self.items[first : bisect_right(self._starts, end + reach)] if item.end >= start - reach]
