"""Terms as they are listed, in the folded view: one pass of Aho-Corasick, then word edges."""

from __future__ import annotations

from listingguard.lexicon import Lexicon
from listingguard.match.edges import has_edges, is_camel
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["exact_hits"]


def exact_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find every listed term that stands as a word of its own, overlapping ones too, shields among them."""
    text, values, hits = aligned.text, lexicon.exact.values, []
    mapped = aligned.starts is not None
    for index, start, end in lexicon.exact.find(text):
        if mapped and aligned.cuts(start, end):
            continue
        for term in values(index):
            if not (term.left or term.right) or has_edges(term, text, start, end) or is_camel(term, aligned, start, end):
                hits.append(Hit(start, end, term))  # noqa: PERF401  the innermost loop of every scan: a comprehension reads worse
    return hits
