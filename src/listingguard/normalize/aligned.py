"""A folded text that knows where each of its characters stands in the original."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from listingguard.normalize.fold import INVISIBLE, clusters, fold, fold_simple, is_simple
from listingguard.normalize.variants import is_odd

__all__ = ["AlignedText", "align"]


@dataclass(frozen=True, slots=True)
class AlignedText:
    """The folded text and the map back.

    `starts[i]` and `ends[i]` are the range of the original that the i-th folded character comes from; both are None where the fold is one
    to one. Invisible characters at the edge of a cluster are outside of every range, so places are as tight as the words.
    """

    original: str
    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        r"""Give the place in the original of a non-empty range of the folded text.

        >>> align("NI\u200bKE ㏄").span(0, 4)
        (0, 5)
        """
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def cuts(self, start: int, end: int) -> bool:
        """Tell whether a range begins or ends inside of one character of the original (half of ㏄): such a range has no place of its own.

        >>> align("㏄").cuts(0, 1), align("㏄").cuts(0, 2)
        (True, False)
        """
        s = self.starts
        if s is None:
            return False
        return (start > 0 and s[start] == s[start - 1]) or (end < len(s) and s[end] == s[end - 1])

    def is_odd(self, start: int, end: int) -> bool:
        """Tell whether a range is written with characters that nobody types by chance: letters in frames, radicals, forgotten forms.

        >>> align("🅝🅘🅚🅔").is_odd(0, 4), align("ＮＩＫＥ").is_odd(0, 4)
        (True, False)
        """
        a, b = self.span(start, end)
        return is_odd(self.original[a:b])

    def is_parted(self, start: int, end: int) -> bool:
        """Tell whether tags of HTML stand inside of a range, as in Ni<b>ke</b>."""
        if self.starts is None:
            return False
        a, b = self.span(start, end)
        return "<" in self.original[a:b] and "<" not in self.text[start:end]

    def hides(self, start: int, end: int) -> bool:
        """Tell whether invisible characters stand inside the original of a range of the folded text."""
        if self.starts is None:
            return False
        a, b = self.span(start, end)
        return INVISIBLE.search(self.original, a, b) is not None


def align(original: str) -> AlignedText:
    """Fold a text and keep the map back.

    >>> align("ＬＶ同款")
    AlignedText(original='ＬＶ同款', text='lv同款', starts=None, ends=None)
    """
    if is_simple(original):
        return AlignedText(original, fold_simple(original))
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for a, b in clusters(original):
        folded = _folded(original[a:b]) if b - a <= _SHORT else fold(original[a:b])
        if not folded:
            continue
        first, last = (a, b) if b - a == 1 else _visible(original, a, b)
        text.append(folded)
        starts += [first] * len(folded)
        ends += [last] * len(folded)
    return AlignedText(original, "".join(text), tuple(starts), tuple(ends))


_SHORT: Final = 8


@functools.lru_cache(maxsize=8192)
def _folded(cluster: str) -> str:
    return fold(cluster)


def _visible(original: str, start: int, end: int) -> tuple[int, int]:
    """Give a range without the invisible characters at its ends."""
    while INVISIBLE.match(original[start]):
        start += 1
    while INVISIBLE.match(original[end - 1]):
        end -= 1
    return start, end
