"""Chinese names with one character wrong, found by an end of the name that is right: 路亿威登, 香奈你."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from listingguard.lexicon import Lexicon, is_han
from listingguard.match.hit import Hit
from listingguard.normalize import fold
from listingguard.tokens import is_listed

__all__ = ["ALIKE", "completed", "grown"]

#: How much of a name is there where one character only looks like the right one.
ALIKE: Final = 0.95
_SHORT: Final = 3
_PIECES: Final = frozenset({"fragment", "anchor"})


def grown(hits: Sequence[Hit], folded: str, lexicon: Lexicon) -> list[Hit]:
    """Let pieces of names grow where they can (see `completed`), but not over a name that reads plainly: 耐克运动 is no 美克运动."""
    found = [h for hit in hits for h in (completed(hit, folded, lexicon) if hit.term.disguise in _PIECES else (hit,))]
    if all(hit.view == "folded" for hit in found):
        return found
    listed = [hit for hit in hits if hit.term.brand and not (hit.term.disguise or hit.term.shield or hit.term.ambiguous)]
    plain = {place for hit in listed for place in range(hit.start, hit.end)}
    return [hit for hit in found if hit.view == "folded" or plain.isdisjoint(range(hit.start, hit.end))]


def completed(hit: Hit, folded: str, lexicon: Lexicon) -> list[Hit]:
    """Let a piece of a Chinese name grow to the whole name where all but one character is there. Else a fragment stays one.

    A character that looks like the right one is nearly as good as that; any other may as well stand behind a fragment (路易威|手提包).

    >>> from listingguard.lexicon import default_lexicon
    >>> lexicon = default_lexicon()
    >>> piece = next(t for t in lexicon.terms_of("雅诗兰") if t.disguise == "fragment")
    >>> [[hit[:2] for hit in completed(Hit(0, 3, piece), text, lexicon)] for text in ("雅诗兰贷", "雅诗兰粉底", "雅诗兰")]
    [[(0, 4)], [(0, 4), (0, 3)], [(0, 3)]]
    """
    kept = [hit] if hit.term.disguise == "fragment" else []
    name = _folded(hit.term.text)
    start = hit.start - name.find(hit.term.folded)
    written = folded[start : start + len(name)] if start >= 0 else ""
    wrong = [pair for pair in zip(name, written, strict=False) if pair[0] != pair[1]]
    if len(written) != len(name) or not is_han(written) or len(wrong) != 1:
        return kept
    if len(name) == _SHORT and is_listed(hit.term.folded):  # of three characters a word says too little: 英特奈 is a shop
        return []
    ((right, other),) = wrong
    alike = other in lexicon.looks.get(right, "")
    grown = Hit(start, start + len(name), hit.term, "near", ALIKE if alike else 1 - 1 / len(name))
    return [grown] if alike or len(name) == _SHORT else [grown, *kept]


_folded = functools.lru_cache(maxsize=4096)(fold)
