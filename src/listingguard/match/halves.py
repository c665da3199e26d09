"""Chinese names and claims with characters taken apart: 禾刂 for 利, 木木 for 林. The halves are put together, and that is read."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from listingguard.lexicon import Lexicon
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["halved_hits"]

_REACH: Final = 6  # characters of a name to each side of one that is taken apart


class _Halves(NamedTuple):
    """Halves in a folded text, and the characters that they may be of."""

    start: int
    end: int
    chars: tuple[str, ...]


def halved_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find names and claims of which one character, or several, are written as their halves."""
    text = aligned.text
    if text.isascii() or not (found := lexicon.halves.find(text)):
        return []
    apart = [_Halves(start, end, lexicon.halves.values(index)) for index, start, end in found]
    read = {hit[:3]: hit for hit in (*_one(text, apart, lexicon), *_several(text, apart, lexicon))}
    return [hit for hit in read.values() if not aligned.cuts(hit.start, hit.end)]


def _one(text: str, apart: Sequence[_Halves], lexicon: Lexicon) -> Iterator[Hit]:
    """Put one character together and leave all others as they are."""
    for start, end, chars in apart:
        before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        for char in chars:
            places = [*range(start - len(before), start), start, *range(end, end + len(after) + 1)]
            yield from _read(before + char + after, places, range(len(before), len(before) + 1), lexicon)


def _several(text: str, apart: Sequence[_Halves], lexicon: Lexicon) -> Iterator[Hit]:
    """Put together whatever can be, where halves stand near each other."""
    for _, near in itertools.groupby(_runs(apart), key=lambda run: run[0]):
        run = [halves for _, halves in near]
        if len(run) == 1:
            continue
        low, high = max(0, run[0].start - _REACH), run[-1].end + _REACH
        read, places, joined, at = "", [], [], low
        for halves in run:
            places += [*range(at, halves.start), halves.start]
            read += text[at : halves.start] + halves.chars[0]
            joined.append(len(read) - 1)
            at = halves.end
        rest = text[at:high]
        yield from _read(read + rest, [*places, *range(at, at + len(rest) + 1)], joined, lexicon)


def _runs(apart: Sequence[_Halves]) -> Iterator[tuple[int, _Halves]]:
    """Give halves with the number of their group, in which they stand near each other; of those that overlap the first counts."""
    group, last = 0, 0
    for halves in sorted(apart):
        if halves.start < last:
            continue
        group += halves.start - last > _REACH
        last = halves.end
        yield group, halves


def _read(read: str, places: Sequence[int], joined: Sequence[int], lexicon: Lexicon) -> Iterator[Hit]:
    """Give the terms in a text that was put together, if they hold a character that was, at their places in the folded text."""
    for index, a, b in lexicon.exact.find(read):
        first = bisect_left(joined, a)
        if first < len(joined) and joined[first] < b:
            terms = (t for t in lexicon.exact.values(index) if t.loose and not (t.left or t.shield or t.disguise))
            yield from (Hit(places[a], places[b], term, "halves") for term in terms)
