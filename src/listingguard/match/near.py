"""Chinese names with one character wrong, found by an end of the name that is right: 路亿威登, 香奈尓."""

from __future__ import annotations

from listingguard.lexicon import is_han
from listingguard.match.hit import Hit
from listingguard.normalize import fold

__all__ = ["completed"]


def completed(hit: Hit, folded: str) -> Hit | None:
    """Let a piece of a Chinese name grow to the whole name where all but one character is there; else it stays a fragment, or is nothing.

    >>> from listingguard.lexicon import default_lexicon
    >>> piece = next(t for t in default_lexicon().terms_of("威登") if t.disguise == "fragment")
    >>> [completed(Hit(2, 4, piece), text)[:2] for text in ("路亿威登手提包", "路过威登手提包", "名叫威登手提包")]
    [(0, 4), (0, 4), (2, 4)]
    """
    name = fold(hit.term.text)
    place = name.find(hit.term.folded)
    start, end = hit.start - place, hit.start - place + len(name)
    if start >= 0 and end <= len(folded) and is_han(folded[start:end]):
        wrong = sum(a != b for a, b in zip(name, folded[start:end], strict=True))
        if wrong == 1:
            return Hit(start, end, hit.term, "near", 1 - wrong / len(name))
    return hit if hit.term.disguise == "fragment" else None
