"""Terms in disguise, in the skeleton view: look-alikes, digits for letters, separators. Only where a text holds anything suspicious."""

from __future__ import annotations

import re
from typing import Final

from listingguard.lexicon import Lexicon, Term
from listingguard.match.edges import has_edges
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText, is_suspicious

__all__ = ["loose_hits"]

#: Signs that honest text puts between words: they do not split a name of two characters.
_ORDINARY: Final = re.compile(r"[/\\\-&+|=.]")

_SHORTEST: Final = 2


def loose_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find listed terms behind a disguise. What reads plainly is the exact matcher's and is not given again."""
    folded = aligned.text
    if not is_suspicious(folded):
        return []
    view = lexicon.skeleton(folded)
    hits = []
    for index, a, b in lexicon.loose.find(view.text):
        start, end = view.span(a, b)
        if aligned.cuts(start, end):
            continue
        written = folded[start:end]
        for term in lexicon.loose.values(index):
            if is_disguise(term, written) and has_edges(term, view.text, a, b) and has_edges(term, folded, start, end):
                hits.append(Hit(start, end, term, "skeleton"))  # noqa: PERF401  reads worse as a comprehension
    return hits


def is_disguise(term: Term, written: str) -> bool:
    """Tell whether what is written hides the term: more than letters swapped between i and l, and not mostly digits."""
    if written == term.folded or (written.isascii() and written.isalpha()):
        return False
    if not term.left:
        return not (len(term.folded) == _SHORTEST and _ORDINARY.search(written))
    letters = sum(c.isalpha() for c in written)
    return 2 * letters >= len(term.folded) + 1 and letters >= _SHORTEST
