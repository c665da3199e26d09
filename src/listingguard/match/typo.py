"""Misspelt Latin names of one word or two: edit distance, behind gates that cost little. Never on words that are words."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from listingguard.lexicon import Lexicon, Term
from listingguard.match.hit import Hit
from listingguard.match.vocabulary import Vocabulary, edits, misdrawn
from listingguard.match.words import Words
from listingguard.normalize import AlignedText

__all__ = ["CLOSED", "TypoSearch", "typo_hits"]

_SIZES: Final = range(2, 25)  # letters of a word
_SHORTEST: Final = 5  # letters of a word that is looked at by itself
_LONG: Final = 6  # letters from which a name may be misspelt; shorter ones only by repetition
_GAP: Final = 2  # signs that may part a name
_MEMO: Final = 8192
_JOINTS: Final = re.compile(r"[^a-z0-9\u4e00-\u9fff]{1,2}")
#: How like a name two words are that close to it (can make): a second signal has to tell.
CLOSED: Final = 0.97
_Found = tuple[Term, float] | None
_NO_NAMES: Final[frozenset[str]] = frozenset()


class _Look(NamedTuple):
    """What a word may be: a misspelling by itself; of names of two words the first or the second, right or nearly so."""

    alone: tuple[tuple[Term, float], ...] = ()
    heads: frozenset[str] = _NO_NAMES
    like_heads: frozenset[str] = _NO_NAMES
    tails: frozenset[str] = _NO_NAMES
    like_tails: frozenset[str] = _NO_NAMES


_NOTHING: Final = _Look()


class TypoSearch:
    """Finds the name that a word, or two words beside each other, misspell.

    >>> from listingguard.lexicon import default_lexicon
    >>> search = TypoSearch(default_lexicon())
    >>> [found[0][0].text for found in map(search.word, ("burbery", "niiike", "tvvix"))], search.pair("luis", "vuiton")[0].text
    (['Burberry', 'Nike', 'Twix'], 'Louis Vuitton')
    """

    __slots__ = ("_heads", "_initials", "_lexicon", "_names", "_tails", "_vocabulary", "closed", "look")

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary | None = None) -> None:
        self._lexicon, self._vocabulary = lexicon, vocabulary or Vocabulary(lexicon)
        pairs = [name.split(" ") for name in lexicon.typos if " " in name]
        self._heads, self._tails = _grouped((p[0], " ".join(p)) for p in pairs), _grouped((p[1], " ".join(p)) for p in pairs)
        self._initials = {f"{first} {second}": first[0] + second[0] for first, second in pairs}
        self._names = frozenset(name for name in lexicon.typos if " " not in name)
        opened = {n.replace(" ", "") for n in (*lexicon.typos, *lexicon.phrases) if " " in n}  # names of two words are no split ones
        self.closed = frozenset(n for n in self._names if len(n) >= _LONG and n not in opened)
        self.look: Callable[[str], _Look | None] = functools.lru_cache(_MEMO)(self._look)

    def word(self, word: str) -> tuple[tuple[Term, float], ...]:
        """Give the name that a word misspells; an everyday name as often as it stands for a brand."""
        if self._vocabulary.is_honest(word):
            return ()
        names = ((n, away) for n, away in self._vocabulary.near(word) if n in self._names and (away == 0 or len(n) >= _LONG))
        name, away = min(names, key=lambda found: (found[1], len(found[0]), found[0]), default=("", 0))
        if name and name != word.removesuffix("s"):
            found = self._found(name, 1 - away / len(word))
            return (found,) if found else ()
        drawn = misdrawn(word, self._lexicon.drawn)  # a short or an everyday name: judgement asks for a second signal
        terms = self._lexicon.terms_of(drawn) if drawn else ()
        return tuple((term, 1 - 1 / len(word)) for term in terms if term.brand and not (term.shield or term.disguise))

    def pair(self, first: str, second: str) -> _Found:
        """Give the name that two words misspell, or that they are two pieces of: swi ffer."""
        if first + second in self.closed:
            words = self._vocabulary.is_known(first) and self._vocabulary.is_known(second)
            return self._found(first + second, CLOSED if words else 1.0)
        before, after = self.look(first) or _NOTHING, self.look(second) or _NOTHING
        if not (before.heads or after.tails or (before.like_heads and after.like_tails)):
            return None
        if before.heads & after.tails:  # a name that is right is the exact matcher's, or that of phrases
            return None
        name, initials = f"{first} {second}", first[0] + second[0]
        alike = before.heads | after.tails | (before.like_heads & after.like_tails)
        measured = ((n, int(OSA.distance(n, name, score_cutoff=edits(len(n))))) for n in alike if self._initials[n] == initials)
        near = [found for found in measured if found[1] <= edits(len(found[0]))]
        found, away = min(near, key=lambda found: (found[1], len(found[0]), found[0]), default=("", 0))
        wrong = (a for a, b in zip((first, second), found.split(" "), strict=False) if a != b)
        if not found or all(map(self._vocabulary.is_known, wrong)):
            return None
        return self._found(found, 1 - away / len(name))

    def _look(self, word: str) -> _Look | None:
        heads, tails, near = self._heads.get(word), self._tails.get(word), self._vocabulary.near(word)
        alone = self.word(word) if len(word) >= _SHORTEST else ()
        if not (heads or tails or near or alone):
            return None
        close = [name for name, away in near if away <= 1]
        like_heads, like_tails = (_NO_NAMES.union(*(names.get(name, ()) for name in close)) for names in (self._heads, self._tails))
        look = _Look(alone, heads or _NO_NAMES, like_heads, tails or _NO_NAMES, like_tails)
        return look if any(look) else None

    def _found(self, name: str, similarity: float) -> _Found:
        terms = self._lexicon.terms_of(name)
        return next((t, similarity) for t in terms if t.brand and not (t.ambiguous or t.shield or t.disguise))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: frozenset(values) for key, values in found.items()}


def typo_hits(aligned: AlignedText, words: Words, search: TypoSearch) -> list[Hit]:
    """Find words that misspell a listed name, and pairs of words."""
    hits = []
    for start, end, found in _misspelt(aligned.text, words, search):
        if not aligned.cuts(start, end):
            hits.append(Hit(start, end, found[0], "typo", found[1]))
    return hits


def _misspelt(text: str, words: Words, search: TypoSearch) -> Iterator[tuple[int, int, tuple[Term, float]]]:
    before, last, seen = "", -9, None
    for match in words:
        word = match[0]
        if not word.isalpha() or len(word) not in _SIZES:
            continue
        start, end = match.span()
        look = search.look(word)
        if look:
            yield from ((start, end, found) for found in look.alone)
        if 0 < start - last <= _GAP:
            near = (seen and (seen.heads or seen.like_heads)) or (look and look.tails) or before + word in search.closed
            if near and _JOINTS.fullmatch(text, last, start) and (found := search.pair(before, word)):
                yield last - len(before), end, found
        before, last, seen = word, end, look
