"""Misspelt Latin names: edit distance, behind gates that cost little. Never on words that are words."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listingguard.lexicon import Lexicon, Term
from listingguard.match.alike import Alike
from listingguard.match.hit import Hit
from listingguard.match.words import Words
from listingguard.normalize import AlignedText

__all__ = ["TypoSearch", "misdrawn", "squeezed", "typo_hits"]

_SIZES: Final = range(2, 25)  # letters of a word
_SHORTEST: Final = 5  # letters of a word that is looked at by itself
_LONG: Final = 6  # letters from which a name may be misspelt; shorter ones only by repetition
_TWO_EDITS: Final = 12
_GAP: Final = 2  # signs that may part a name
_MEMO: Final = 8192  # words, not texts: a catalogue repeats its words
_RUN: Final = re.compile(r"(.)\1+")
#: Letters that look like one when they stand close.
_GROUPS: Final = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("ri", "n"),
    ("ii", "u"),
    ("ll", "u"),
    ("li", "h"),
    ("nn", "m"),
    ("lc", "k"),
    ("uu", "w"),
    ("ci", "a"),
    ("lo", "b"),
    ("cj", "g"),
    ("ij", "y"),
    ("oi", "a"),
)
_JOINTS: Final = re.compile(r"[^a-z0-9\u4e00-\u9fff]{1,2}")
_Found = tuple[Term, float] | None


def squeezed(word: str) -> str:
    """Give a word with every repeated letter written once: what repetition cannot change.

    >>> squeezed("niiike"), squeezed("guccii") == squeezed("gucci")
    ('nike', True)
    """
    return _RUN.sub(r"\1", word)


class TypoSearch:
    """Finds the name that a word, or two words beside each other, misspell.

    One edit from 6 letters on, two from 12 on, the first letter right; all the letters of the name in another order; letters repeated.

    >>> from listingguard.lexicon import default_lexicon
    >>> search = TypoSearch(default_lexicon())
    >>> [term.text for term, _ in filter(None, (search.word("burbery"), search.word("niiike"), search.pair("loius", "vuitton")))]
    ['Burberry', 'Nike', 'Louis Vuitton']
    """

    __slots__ = ("_closed", "_known", "_lexicon", "_widths", "pair", "word")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._known = lexicon, lexicon.known
        words, pairs = _Names(n for n in lexicon.typos if " " not in n), _Pairs(n for n in lexicon.typos if " " in n)
        self.word: Callable[[str], _Found] = functools.lru_cache(_MEMO)(functools.partial(self._word, words))
        self.pair: Callable[[str, str], _Found] = functools.lru_cache(_MEMO)(functools.partial(self._pair, pairs))
        self._widths = pairs.widths
        opened = {n.replace(" ", "") for n in (*lexicon.typos, *lexicon.phrases) if " " in n}  # names of two words are no split ones
        self._closed = frozenset(n for n in lexicon.typos if " " not in n and len(n) >= _LONG and n not in opened)

    def may_be_pair(self, first: str, second: str) -> bool:
        """Tell whether two words may be a name at all, by initials and length, or are two pieces of one: cheap, and true of few."""
        return len(first) + len(second) + 1 in self._widths.get(first[0] + second[0], ()) or first + second in self._closed

    def _word(self, names: _Names, word: str) -> _Found:
        if word in self._known or (word[-1] == "s" and word[:-1] in self._known):
            return None
        return self._found(names.nearest(word))

    def _pair(self, names: _Pairs, first: str, second: str) -> _Found:
        if first + second in self._closed:  # swi ffer
            return self._found((first + second, 1.0))
        found = names.nearest(first, second)
        if found and any(a != b and a in self._known for a, b in zip((first, second), found[0].split(" "), strict=True)):
            return None
        return self._found(found)

    def _found(self, found: tuple[str, float] | None) -> _Found:
        if found is None:
            return None
        terms = self._lexicon.terms_of(found[0])
        return next((t, found[1]) for t in terms if t.brand and not (t.ambiguous or t.shield or t.disguise))


class _Names:
    """Names that may be misspelt, by what a misspelling leaves as it is."""

    def __init__(self, names: Iterable[str]) -> None:
        self._letters: dict[tuple[str, ...], str] = {}
        self._squeezed: dict[str, str] = {}
        self._plain: set[str] = set()
        for name in names:
            self._plain.add(name)
            self._squeezed[squeezed(name)] = name
            if len(name) >= _LONG:
                self._letters[_order(name)] = name
        self._alike = functools.cache(lambda: Alike(name for name in self._plain if len(name) >= _LONG))  # made when first asked

    def nearest(self, word: str) -> tuple[str, float] | None:
        """Give the name that a word misspells, and how like it is."""
        repeated = self._squeezed.get(squeezed(word)) if _RUN.search(word) else None
        if repeated and len(repeated) < len(word):
            return repeated, 1.0
        near = _nearest(word, self._alike().names(word))
        if near and near[0] not in (word, word.removesuffix("s")):
            return near
        other = self._letters.get(_order(word)) or misdrawn(word, self._plain)
        return (other, 1 - 2 / len(word)) if other and other != word else None


class _Pairs:
    """Names of two words, found by either of them: right, or with one letter wrong in each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._sides: tuple[defaultdict[str, set[str]], ...] = (defaultdict(set), defaultdict(set))
        self.widths: defaultdict[str, set[int]] = defaultdict(set)  # that a misspelling may have, by initials
        for name in names:
            first, second = name.split(" ")
            self._sides[0][first].add(name)
            self._sides[1][second].add(name)
            self.widths[first[0] + second[0]].update(range(len(name) - _edits(len(name)), len(name) + _edits(len(name)) + 1))
        self._alike = functools.cache(lambda: tuple(map(Alike, self._sides)))  # made when first asked
        self._near = functools.lru_cache(_MEMO)(self._having)

    def nearest(self, first: str, second: str) -> tuple[str, float] | None:
        """Give the name that two words misspell, and how like it is; none for a name that is right."""
        (head, like_head), (tail, like_tail) = self._near(first, 0), self._near(second, 1)
        return None if head & tail else _nearest(f"{first} {second}", head | tail | (like_head & like_tail))

    def _having(self, word: str, side: int) -> tuple[set[str], set[str]]:
        """Give the names with a word, and those with a word that it may misspell."""
        names = self._sides[side]
        near = (name for other in self._alike()[side].names(word) for name in names[other])
        return names.get(word, set()), set(near)


def _nearest(word: str, names: Iterable[str]) -> tuple[str, float] | None:
    """Give the name that is fewest edits away from a word, if it is few enough, and how like it is."""
    near = process.extract(word, list(names), scorer=OSA.distance, score_cutoff=_edits(len(word)), limit=None)
    if not near:
        return None
    name, distance, _ = min(near, key=lambda found: (found[1], len(found[0]), found[0]))
    return name, 1 - distance / len(word)


def misdrawn(word: str, names: Container[str]) -> str | None:
    """Give the name that a word looks like where two letters are drawn for one.

    >>> misdrawn("tarnpax", {"tampax"})
    'tampax'
    """
    for letters, letter in _GROUPS:
        if letters in word and (name := word.replace(letters, letter)) in names:
            return name
    return None


def _edits(size: int) -> int:
    return 1 if size < _TWO_EDITS else 2


def _order(name: str) -> tuple[str, ...]:
    return name[0], name[-1], *sorted(name)


def typo_hits(aligned: AlignedText, words: Words, search: TypoSearch) -> list[Hit]:
    """Find words that misspell a listed name, and pairs of words."""
    hits = []
    for start, end, found in _misspelt(aligned.text, words, search):
        if not aligned.cuts(start, end):
            hits.append(Hit(start, end, found[0], "typo", found[1]))
    return hits


def _misspelt(text: str, words: Words, search: TypoSearch) -> Iterator[tuple[int, int, tuple[Term, float]]]:
    before, last = "", -9
    for match in words:
        word = match[0]
        if not word.isalpha() or len(word) not in _SIZES:
            continue
        start, end = match.span()
        if len(word) >= _SHORTEST and (found := search.word(word)):
            yield start, end, found
        near = 0 < start - last <= _GAP and search.may_be_pair(before, word)
        if near and _JOINTS.fullmatch(text, last, start) and (found := search.pair(before, word)):
            yield last - len(before), end, found
        before, last = word, end
