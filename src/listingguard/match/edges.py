"""Word edges by script. A Latin term needs neighbours that are no Latin letters or digits; a Han term needs none."""

from __future__ import annotations

from typing import Final

from listingguard.lexicon import Term, is_latin
from listingguard.normalize import AlignedText

__all__ = ["has_edges", "is_camel"]

_LONG: Final = 5


def has_edges(term: Term, text: str, start: int, end: int) -> bool:
    """Tell whether a term stands as a word of its own in a folded text; model digits may follow where the term allows (iPhone15)."""
    if term.left and start and is_latin(text[start - 1]):
        return False
    if not term.right or end == len(text) or not is_latin(text[end]):
        return True
    return term.digits and text[end].isdigit()


def is_camel(term: Term, aligned: AlignedText, start: int, end: int) -> bool:
    """Tell whether capitals put word edges where the fold shows none: ForMacBookPro names a MacBook. Only for longer names.

    >>> from listingguard.lexicon import default_lexicon
    >>> from listingguard.normalize import align
    >>> macbook = default_lexicon().terms_of("macbook")[0]
    >>> is_camel(macbook, align("ForMacBookPro"), 3, 10), is_camel(macbook, align("formacbookpro"), 3, 10)
    (True, False)
    """
    if len(term.folded) < _LONG:
        return False
    a, b = aligned.span(start, end)
    return _turns(aligned.original, a) and _turns(aligned.original, b)


def _turns(text: str, place: int) -> bool:
    """Tell whether a place is an edge: of the text, of a script, or from a small letter to a capital."""
    before, after = text[place - 1 : place], text[place : place + 1]
    return not (is_latin(before.lower()) and is_latin(after.lower())) or (before.islower() and after.isupper())
