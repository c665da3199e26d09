"""Word edges by script. A Latin term needs neighbours that are no Latin letters or digits; a Han term needs none."""

from __future__ import annotations

from listingguard.lexicon import Term, is_latin
from listingguard.normalize import AlignedText

__all__ = ["has_edges", "is_camel_edge"]


def has_edges(term: Term, text: str, start: int, end: int) -> bool:
    """Tell whether a term stands as a word of its own in a folded text; model digits may follow where the term allows (iPhone15)."""
    if term.left and start and is_latin(text[start - 1]):
        return False
    if not term.right or end == len(text) or not is_latin(text[end]):
        return True
    return term.digits and text[end].isdigit()


def is_camel_edge(aligned: AlignedText, start: int, end: int) -> bool:
    """Tell whether capitals put a word edge where the fold shows none: iPhone|Case, HUAWEI|手机 needs none, but PRO|max does not count.

    >>> from listingguard.normalize import align
    >>> is_camel_edge(align("ForMacBookPro"), 3, 10), is_camel_edge(align("macbookpro"), 0, 7)
    (True, False)
    """
    a, b = aligned.span(start, end)
    original = aligned.original
    left = a == 0 or not original[a - 1].isalnum() or (original[a].isupper() and original[a - 1].islower())
    right = (
        b == len(original)
        or not original[b].isalnum()
        or (original[b].isupper() and original[b - 1].islower())
        or not is_latin(original[b].lower())
    )
    return left and right
