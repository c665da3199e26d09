"""All ways to find a term in a text, one after the other."""

from __future__ import annotations

import functools
import re
from typing import Final

from listingguard.lexicon import Lexicon
from listingguard.match.exact import exact_hits
from listingguard.match.halves import halved_hits
from listingguard.match.hit import Hit
from listingguard.match.loose import loose_hits
from listingguard.match.mask import mask_hits
from listingguard.match.mixed import mixed_hits
from listingguard.match.near import completed
from listingguard.match.overlap import without_shielded
from listingguard.match.phrases import PhraseSearch, phrase_hits
from listingguard.match.sound import sound_hits
from listingguard.match.spelled import spelled_hits
from listingguard.match.typo import TypoSearch, typo_hits
from listingguard.match.vocabulary import Vocabulary
from listingguard.match.words import latin_words
from listingguard.normalize import AlignedText

__all__ = ["Matcher"]

_PIECES: Final = frozenset({"fragment", "anchor"})
_WORD: Final = re.compile("[a-z]{2}")


class Matcher:
    """Finds the terms of a lexicon. Built once for it; what it remembers are words, never texts.

    >>> from listingguard.lexicon import default_lexicon
    >>> from listingguard.normalize import align
    >>> [(hit.term.text, hit.view) for hit in Matcher(default_lexicon()).find(align("chane1手袋"))]
    [('Chanel', 'skeleton')]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @functools.cached_property
    def _searches(self) -> tuple[TypoSearch, PhraseSearch]:
        """Give the searches for misspelt names, made for the first text with Latin words."""
        vocabulary = Vocabulary(self._lexicon)
        return TypoSearch(self._lexicon, vocabulary), PhraseSearch(self._lexicon, vocabulary)

    def find(self, aligned: AlignedText) -> list[Hit]:
        """Find every occurrence of a term, plain, disguised, masked or misspelt, but those that a longer harmless word swallows."""
        hits = self.raw(aligned)
        return without_shielded(hits) if hits else hits

    def raw(self, aligned: AlignedText) -> list[Hit]:
        """Find every occurrence of a term, the longer harmless words that may swallow it among them."""
        lexicon, hits = self._lexicon, exact_hits(aligned, self._lexicon)
        if hits:
            hits = [h for hit in hits if (h := completed(hit, aligned.text) if hit.term.disguise in _PIECES else hit)]
        hits += loose_hits(aligned, lexicon)
        if _WORD.search(aligned.text):
            words, (typos, phrases) = latin_words(aligned.text), self._searches
            hits += spelled_hits(aligned, words, lexicon)
            hits += typo_hits(aligned, words, typos) + phrase_hits(aligned, words, phrases)
        hits += sound_hits(aligned, lexicon) + mask_hits(aligned, lexicon) + mixed_hits(aligned, lexicon)
        return hits + halved_hits(aligned, lexicon)
