"""All ways to find a term in a text, one after the other."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from listingguard.lexicon import Lexicon
from listingguard.match.drawn import DrawnSearch, drawn_hits
from listingguard.match.exact import exact_hits
from listingguard.match.hit import Hit
from listingguard.match.loose import loose_hits
from listingguard.match.mask import mask_hits
from listingguard.match.mixed import mixed_hits
from listingguard.match.near import grown
from listingguard.match.overlap import without_shielded
from listingguard.match.phrases import PhraseSearch, phrase_hits
from listingguard.match.pieces import pieced_hits
from listingguard.match.sound import sound_hits
from listingguard.match.spelled import spelled_hits
from listingguard.match.typo import TypoSearch, typo_hits
from listingguard.match.vocabulary import Vocabulary
from listingguard.match.words import latin_words
from listingguard.normalize import AlignedText

__all__ = ["Matcher"]

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
    def _searches(self) -> tuple[TypoSearch, PhraseSearch, DrawnSearch]:
        """Give the searches for names in Latin letters, made for the first text with Latin words."""
        vocabulary = Vocabulary(self._lexicon)
        return TypoSearch(self._lexicon, vocabulary), PhraseSearch(self._lexicon, vocabulary), DrawnSearch(self._lexicon)

    def find(self, aligned: AlignedText) -> list[Hit]:
        """Find every occurrence of a term, plain, disguised, masked or misspelt, but those that a longer harmless word swallows."""
        return self.find_all([aligned])[0]

    def find_all(self, texts: Sequence[AlignedText]) -> list[list[Hit]]:
        """Find in several texts what `find` finds in each. Each way goes over all texts and so stays in the processor's cache."""
        return [without_shielded(hits) if hits else hits for hits in self.raw_all(texts)]

    def raw(self, aligned: AlignedText) -> list[Hit]:
        """Find every occurrence of a term, the longer harmless words that may swallow it among them."""
        return self.raw_all([aligned])[0]

    def raw_all(self, texts: Sequence[AlignedText]) -> list[list[Hit]]:
        """Find in several texts what `raw` finds in each."""
        lexicon, found = self._lexicon, [exact_hits(aligned, self._lexicon) for aligned in texts]
        for hits, aligned in zip(found, texts, strict=True):
            if hits:
                hits[:] = grown(hits, aligned.text, lexicon)
        for hits, aligned in zip(found, texts, strict=True):
            hits.extend(loose_hits(aligned, lexicon))
        self._add_latin(found, texts)
        for search in (sound_hits, mask_hits, mixed_hits, pieced_hits):
            for hits, aligned in zip(found, texts, strict=True):
                hits.extend(search(aligned, lexicon))
        return found

    def _add_latin(self, found: Sequence[list[Hit]], texts: Sequence[AlignedText]) -> None:
        """Add what stands in Latin words: Chinese names in letters, misspelt names, names of several words."""
        latin = [(hits, a, latin_words(a.text)) for hits, a in zip(found, texts, strict=True) if _WORD.search(a.text)]
        if not latin:
            return
        typos, phrases, drawn = self._searches
        for hits, aligned, words in latin:
            hits.extend(spelled_hits(aligned, words, self._lexicon))
        for hits, aligned, words in latin:
            hits.extend(typo_hits(aligned, words, typos))
        for hits, aligned, words in latin:
            hits.extend(phrase_hits(aligned, words, phrases))
        for hits, aligned, _ in latin:
            hits.extend(drawn_hits(aligned, drawn))
