"""Names of several words of which one is misspelt, or that are joined otherwise than they should be: Lilo & Stiitch, pien.tze.huang."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from listingguard.lexicon import Lexicon, Term
from listingguard.match.alike import Alike
from listingguard.match.hit import Hit
from listingguard.match.typo import misdrawn, squeezed
from listingguard.match.words import Words
from listingguard.normalize import AlignedText

__all__ = ["PhraseSearch", "phrase_hits"]

_WORD: Final = re.compile(r"[a-z0-9]+")
_PAIR: Final = re.compile(r"[a-z][^a-z0-9\u3400-\u9fff]{1,3}[a-z0-9]|[0-9][^a-z0-9\u3400-\u9fff]{1,3}[a-z]{3}")
_LONG: Final = 4  # letters from which a word of a longer name may be misspelt
_ONE_EDIT: Final = 5
_GAP: Final = 3  # signs between two words of a name
_MEMO: Final = 8192
_MANY: Final = 12  # names that share a word and are looked at


class _Place(NamedTuple):
    """A word of a name: the folded name, its words, and which of them it is."""

    name: str
    words: tuple[str, ...]
    at: int


class PhraseSearch:
    """Finds names of several words by any word of them that is right or nearly so.

    >>> from listingguard.lexicon import default_lexicon
    >>> search = PhraseSearch(default_lexicon())
    >>> sorted({place.name for place in search.near("vuittton")})
    ['louis vuitton']
    """

    __slots__ = ("_alike", "_first", "_known", "_lexicon", "_places", "_squeezed", "near")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._known = lexicon, lexicon.known
        self._places: defaultdict[str, list[_Place]] = defaultdict(list)
        self._first: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
        for name in lexicon.phrases:
            words = tuple(_WORD.findall(name))
            self._first[words[0], words[1]].append(_Place(name, words, 0))
            for index, word in enumerate(words):
                if len(word) >= _LONG:
                    self._places[word].append(_Place(name, words, index))
        for name in lexicon.syllables:
            words = tuple(name.split(" "))
            self._first[words[0], words[1]].append(_Place("".join(words), words, 0))
        self._squeezed = {squeezed(word): word for word in self._places}
        self._alike = functools.cache(lambda: Alike(word for word in self._places if len(word) >= _ONE_EDIT))
        self.near: Callable[[str], Sequence[_Place]] = functools.lru_cache(_MEMO)(self._near)

    def beginning(self, first: str, second: str) -> Sequence[_Place]:
        """Give the names that begin with two words."""
        return self._first.get((first, second), ())

    def term(self, name: str) -> Term:
        """Give the term of a name, or of a name or a claim in pinyin."""
        terms = self._lexicon.terms_of(name)
        return next(t for t in terms if t.disguise == "pinyin" or (t.brand and not (t.ambiguous or t.shield or t.disguise)))

    def _near(self, word: str) -> Sequence[_Place]:
        """Give the names that have a word which this one misspells."""
        if word in self._known or word in self._places or not word.isalpha():
            return ()
        found = [self._squeezed.get(squeezed(word)), misdrawn(word, self._places)]
        found += [name for name in self._alike().names(word) if OSA.distance(name, word, score_cutoff=1) <= 1]
        return [place for right in dict.fromkeys(found) if right for place in self._places[right][:_MANY]]


def phrase_hits(aligned: AlignedText, words: Words, search: PhraseSearch) -> list[Hit]:
    """Find names of several words with one word misspelt, or with signs between the words that no spelling of theirs has."""
    text = aligned.text
    if len(words) == 1 or not _PAIR.search(text):
        return []
    hits = []
    for start, end, place, exact in _found(words, text, search):
        if not aligned.cuts(start, end):
            term = search.term(place.name)
            view = "folded" if term.disguise else "typo"
            hits.append(Hit(start, end, term, view, 1.0 if exact else 1 - 1 / len(place.name)))
    return hits


def _found(words: Words, text: str, search: PhraseSearch) -> Iterator[tuple[int, int, _Place, bool]]:
    read = [match[0] for match in words]
    for i, (word, after) in enumerate(zip(read, [*read[1:], ""], strict=True)):
        for place in search.beginning(word, after):
            if (span := _spread(words, i, place, text)) and (place.name.isalpha() or not _plain(text[slice(*span)])):
                yield *span, place, True
        if len(word) > _LONG:
            for place in search.near(word):
                if span := _spread(words, i, place, text):
                    yield *span, place, False


def _spread(words: Words, i: int, place: _Place, text: str) -> tuple[int, int] | None:
    """Give the range of a name around its i-th word in a text, or None where another word of it is missing."""
    first, last = i - place.at, i - place.at + len(place.words)
    if first < 0 or last > len(words):
        return None
    if any(words[first + k][0] != word for k, word in enumerate(place.words) if k != place.at):
        return None
    gaps = (text[words[k].end() : words[k + 1].start()] for k in range(first, last - 1))
    return (words[first].start(), words[last - 1].end()) if all(len(g) <= _GAP and not _WORD.search(g) for g in gaps) else None


def _plain(written: str) -> bool:
    """Tell whether a name is joined in one of the ways that the exact matcher knows: by blanks, hyphens, & and apostrophes."""
    return not set(written) - _ORDINARY or not written.isascii()


_ORDINARY: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 -&'")
