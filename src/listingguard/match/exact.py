"""Terms as they are listed, in the folded view: one pass of Aho-Corasick, then word edges."""

from __future__ import annotations

from listingguard.lexicon import LATIN, Lexicon
from listingguard.match.edges import may_stand_inside
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["exact_hits"]


def exact_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find every listed term that stands as a word of its own, overlapping ones too, shields among them."""
    text, values, made, hits = aligned.text, lexicon.exact.values, lexicon.exact.made, []
    mapped, size = aligned.starts is not None, len(text)
    for index, start, end in lexicon.exact.find(text):
        if mapped and aligned.cuts(start, end):
            continue
        left = start and text[start - 1] in LATIN and text[start] in LATIN
        if left or (end < size and text[end] in LATIN and text[end - 1] in LATIN):
            hits += [Hit(start, end, t) for t in made[index] or values(index) if may_stand_inside(t, aligned, start, end)]
        else:
            hits += [Hit(start, end, t) for t in made[index] or values(index)]
    return hits
