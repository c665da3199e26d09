"""Word edges by script. A Latin term needs neighbours that are no Latin letters or digits; a Han term needs none."""

from __future__ import annotations

import re
from typing import Final

from listingguard.lexicon import Term, is_latin
from listingguard.normalize import AlignedText

__all__ = ["has_edges", "is_camel", "may_stand_inside"]

_LONG: Final = 5
_MODELLED: Final = 4
#: What follows a name directly and still is a model: r17, x21a, pro, plus.
_MODEL: Final = re.compile(
    r"(?:[a-z]{1,2}\d{1,4}[a-z]?|(?:pro|air|max|plus|mini|note|ultra|lite|se|xs|xr|x|fold|flip|reno|find|mate|nova)\d{0,3})(?![a-z])"
)


def has_edges(term: Term, text: str, start: int, end: int) -> bool:
    """Tell whether a term stands as a word of its own in a folded text.

    Where the term allows it, a model may follow directly (iPhone15, oppor17, MacBookPro) and a number may go before (6iphone).

    >>> from listingguard.lexicon import default_lexicon
    >>> iphone = default_lexicon().terms_of("iphone")[0]
    >>> [has_edges(iphone, text, 0, 6) for text in ("iphone壳", "iphone15", "iphonepro max", "iphones")]
    [True, True, True, False]
    """
    if term.left and start and is_latin(text[start - 1]) and not (term.digits and text[start - 1].isdigit() and len(term.folded) >= _LONG):
        return False
    if not term.right or end == len(text) or not is_latin(text[end]):
        return True
    return term.digits and (text[end].isdigit() or (len(term.folded) >= _MODELLED and _MODEL.match(text, end) is not None))


def may_stand_inside(term: Term, aligned: AlignedText, start: int, end: int) -> bool:
    """Tell whether a term with a Latin neighbour stands as a word all the same: before a model, behind a number, or between capitals."""
    long = end - start >= _LONG
    return ((long or term.digits) and has_edges(term, aligned.text, start, end)) or (long and is_camel(term, aligned, start, end))


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
    return not (is_latin(before.lower()[:1]) and is_latin(after.lower()[:1])) or (before.islower() and after.isupper())
