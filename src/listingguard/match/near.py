"""Longer Chinese names with one character wrong, found by an end of the name that is right: 路亿威登."""

from __future__ import annotations

from typing import Final

from listingguard.lexicon import is_han
from listingguard.match.hit import Hit
from listingguard.normalize import fold

__all__ = ["completed"]

_LEAST: Final = 4


def completed(hit: Hit, folded: str) -> Hit:
    """Let a fragment of a Chinese name grow to the whole name where all but one character is there; else it stays a fragment.

    >>> from listingguard.lexicon import default_lexicon
    >>> piece = next(t for t in default_lexicon().terms_of("威登") if t.disguise == "fragment")
    >>> [completed(Hit(2, 4, piece), text)[:2] for text in ("路亿威登手提包", "路过威登手提包", "名叫威登手提包")]
    [(0, 4), (0, 4), (2, 4)]
    """
    name = fold(hit.term.text)
    place = name.find(hit.term.folded)
    start, end = hit.start - place, hit.start - place + len(name)
    if len(name) < _LEAST or start < 0 or end > len(folded) or not is_han(folded[start:end]):
        return hit
    wrong = sum(a != b for a, b in zip(name, folded[start:end], strict=True))
    return Hit(start, end, hit.term, "near", 1 - wrong / len(name)) if wrong == 1 else hit
