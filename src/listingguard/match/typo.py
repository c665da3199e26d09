"""Misspelt Latin names: edit distance, behind gates that cost little. Never on words that are words."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listingguard.lexicon import Lexicon, Term
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["TypoSearch", "typo_hits", "typo_search"]

_WORD: Final = re.compile(r"(?<![a-z0-9])[a-z]{6,24}(?![a-z0-9])")
_TWO_EDITS: Final = 10
_MEMO: Final = 8192  # words, not texts: a catalogue repeats its words
TypoSearch = Callable[[str], tuple[Term, float] | None]


def typo_search(lexicon: Lexicon) -> TypoSearch:
    """Give a search for the name that a word misspells: one edit from 6 letters on, two from 10 on, the first letter right."""
    alike: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for name in lexicon.typos:
        alike[name[0], len(name)].append(name)

    @functools.lru_cache(maxsize=_MEMO)
    def search(word: str) -> tuple[Term, float] | None:
        if word in lexicon.known or word[:-1] in lexicon.known:
            return None
        edits = 1 if len(word) < _TWO_EDITS else 2
        near = [name for size in range(len(word) - edits, len(word) + edits + 1) for name in alike.get((word[0], size), ())]
        best = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=edits)
        if best is None or best[0] + "s" == word:
            return None
        term = next(t for t in lexicon.terms_of(best[0]) if t.brand and not (t.ambiguous or t.shield))
        return term, 1 - best[1] / len(word)

    return search


def typo_hits(aligned: AlignedText, search: TypoSearch) -> list[Hit]:
    """Find words that misspell a listed name."""
    hits = []
    for match in _WORD.finditer(aligned.text):
        found = search(match[0])
        if found and not aligned.cuts(*match.span()):
            hits.append(Hit(*match.span(), found[0], "typo", found[1]))
    return hits
