"""Terms in disguise, in the skeleton view: look-alikes, digits for letters, separators. Only where a text holds anything suspicious."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from listingguard.lexicon import Lexicon, Term
from listingguard.match.edges import has_edges, is_camel
from listingguard.match.hit import Hit
from listingguard.normalize import MARK, AlignedText, other_readings

__all__ = ["loose_hits"]

_SHORTEST: Final = 2
_TELLING: Final = 4  # letters of a name that is seen in another reading
_HAN: Final = re.compile("[\u3400-\u9fff]+")
_PARTING: Final = re.compile(r"[\s,;:!?、]+")  # what parts words of two characters and more parts words
_LISTED: Final = re.compile(r"[\s,;:!?、/+|&()\[\]<>-]")  # what parts everyday words and single characters in a list
_MARKS: Final = 8


def loose_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find listed terms behind a disguise. What reads plainly is the exact matcher's and is not given again."""
    folded = aligned.text
    if not lexicon.skeleton.is_needed(folded, lexicon.joined, lexicon.loose_words):
        return []
    hits = dict.fromkeys(_hits(aligned, folded, lexicon))
    for reading in other_readings(folded):
        hits |= dict.fromkeys(hit for hit in _hits(aligned, reading, lexicon) if len(hit.term.folded) >= _TELLING)
    return list(hits)


def _hits(aligned: AlignedText, reading: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Give the terms in the skeleton of a text, as it is folded or as it may be read, of the same length."""
    folded = aligned.text
    view = lexicon.skeleton(reading, lexicon.joined, lexicon.loose_words)
    read = lexicon.blended(view.text)
    for index, a, b in lexicon.loose.find(read):
        start, end = view.span(a, b)
        end += sum(1 for _ in itertools.takewhile(MARK.match, folded[end : end + _MARKS]))
        if aligned.cuts(start, end):
            continue
        written = folded[start:end]
        for term in lexicon.loose.values(index):
            whole = (has_edges(term, read, a, b) and has_edges(term, folded, start, end)) or is_camel(term, aligned, start, end)
            if whole and is_disguise(term, written):
                yield Hit(start, end, term, "skeleton")


def is_disguise(term: Term, written: str) -> bool:
    """Tell whether what is written hides the term: more than letters swapped between i and l, not mostly digits, no words with a blank."""
    if written == term.folded or (written.isascii() and written.isalpha()):
        return False
    if not term.left:
        if (term.ambiguous and _LISTED.search(written)) or ("。" in written and len(term.folded) <= _SHORTEST):
            return False
        pieces = _HAN.findall(written)
        return len(pieces) == 1 or any(len(piece) == 1 for piece in pieces) or not _PARTING.fullmatch(_HAN.sub("", written))
    letters = sum(c.isalpha() for c in written)
    return 2 * letters >= len(term.folded) and letters >= _SHORTEST and written[0] not in "!|"
