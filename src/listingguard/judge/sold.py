"""Which goods a listing sells: not every one that it names. A tea that comes with scales as a gift is still a tea."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

__all__ = ["Named", "heads"]

#: What stands right before goods that are given away, that the goods fit, or that they are used with.
_ASIDE: Final = re.compile(
    r"(?:(?<![配运派发])送|赠|附赠|附送|搭配|配合|适用于|适用|适配|兼容|用于"
    r"|free|gift|with(?: a| an| your)?|for(?: a| an| your)?|compatible with)"
    r"[^,。;!?|/]{0,4}$"
)
_BEFORE: Final = 20  # characters before a word for goods that may set it aside


class Named(NamedTuple):
    """A word for goods, where it stands, and the group that it names."""

    start: int
    end: int
    group: str


def heads(text: str, goods: Mapping[str, Sequence[tuple[int, int]]]) -> frozenset[str]:
    """Give the groups that a folded text sells: those of its first and of its last word for goods that no other word sets aside.

    A Chinese title names its goods at the end (家用 体重秤) or at the beginning, before what they are like (体重秤 家用 充电款), and
    repeats them in between. A text in which every word for goods is set aside sells all of them.

    >>> sorted(heads("减肥茶 送体重秤", {"drink": [(0, 3)], "small-appliance": [(5, 8)]}))
    ['drink']
    """
    words = sorted(Named(start, end, group) for group, places in goods.items() for start, end in places)
    sold = [word for word in words if not _ASIDE.search(text, max(0, word.start - _BEFORE), word.start)] or words
    return _at(sold, sold[0].start) | _at(sold, sold[-1].start) if sold else frozenset()


def _at(words: Iterable[Named], start: int) -> frozenset[str]:
    return frozenset(word.group for word in words if word.start == start)
