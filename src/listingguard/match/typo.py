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
from listingguard.normalize import AlignedText

__all__ = ["TypoSearch", "misdrawn", "squeezed", "typo_hits"]

_WORD: Final = re.compile(r"(?<![a-z0-9])[a-z]{2,24}(?![a-z0-9])")
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
        words, pairs = _Names(n for n in lexicon.typos if " " not in n), _Names(n for n in lexicon.typos if " " in n)
        self.word: Callable[[str], _Found] = functools.lru_cache(_MEMO)(functools.partial(self._word, words))
        self.pair: Callable[[str, str], _Found] = functools.lru_cache(_MEMO)(functools.partial(self._pair, pairs))
        self._widths = pairs.widths()
        opened = {n.replace(" ", "") for n in (*lexicon.typos, *lexicon.phrases) if " " in n}  # names of two words are no split ones
        self._closed = frozenset(n for n in lexicon.typos if " " not in n and len(n) >= _LONG and n not in opened)

    def may_be_pair(self, first: str, second: str) -> bool:
        """Tell by initials and length whether two words may be a name at all: cheap, and true of few."""
        return len(first) + len(second) + 1 in self._widths.get(first[0] + second[0], ())

    def joined(self, first: str, second: str) -> _Found:
        """Give the name that two pieces are, put together: swi ffer."""
        return self._found((first + second, 1.0)) if first + second in self._closed else None

    def _word(self, names: _Names, word: str) -> _Found:
        if word in self._known or (word[-1] == "s" and word[:-1] in self._known):
            return None
        return self._found(names.nearest(word))

    def _pair(self, names: _Names, first: str, second: str) -> _Found:
        name = f"{first} {second}"
        found = None if name in names else names.nearest(name)  # a name that is right is the exact matcher's, or that of phrases
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
        self._widths: defaultdict[str, set[int]] = defaultdict(set)
        self._letters: dict[tuple[str, ...], str] = {}
        self._squeezed: dict[str, str] = {}
        self._plain: set[str] = set()
        for name in names:
            self._plain.add(name)
            self._squeezed[squeezed(name)] = name
            if len(name) >= _LONG:
                self._letters[_order(name)] = name
                self._widths[_initials(name)].update(range(len(name) - _edits(len(name)), len(name) + _edits(len(name)) + 1))
        self._alike = functools.cache(lambda: Alike(name for name in self._plain if len(name) >= _LONG))  # made when first asked

    def __contains__(self, name: object) -> bool:
        """Tell whether a name is one of these."""
        return name in self._plain

    def widths(self) -> dict[str, frozenset[int]]:
        """Give the lengths that a misspelling may have, by initials."""
        return {initials: frozenset(sizes) for initials, sizes in self._widths.items()}

    def nearest(self, word: str) -> tuple[str, float] | None:
        """Give the name that a word misspells, and how like it is."""
        repeated = self._squeezed.get(squeezed(word)) if _RUN.search(word) else None
        if repeated and len(repeated) < len(word):
            return repeated, 1.0
        edits = _edits(len(word))
        near = process.extract(word, self._alike().names(word), scorer=OSA.distance, score_cutoff=edits, limit=None)
        if near:
            name, distance, _ = min(near, key=lambda found: (found[1], len(found[0]), found[0]))
            if name not in (word, word.removesuffix("s")):
                return name, 1 - distance / len(word)
        other = self._letters.get(_order(word)) or misdrawn(word, self._plain)
        return (other, 1 - 2 / len(word)) if other and other != word else None


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


def _initials(name: str) -> str:
    return "".join(word[:1] for word in name.split(" "))


def _order(name: str) -> tuple[str, ...]:
    return name[0], name[-1], *sorted(name)


def typo_hits(aligned: AlignedText, search: TypoSearch) -> list[Hit]:
    """Find words that misspell a listed name, and pairs of words."""
    hits = []
    for start, end, found in _misspelt(aligned.text, search):
        if not aligned.cuts(start, end):
            hits.append(Hit(start, end, found[0], "typo", found[1]))
    return hits


def _misspelt(text: str, search: TypoSearch) -> Iterator[tuple[int, int, tuple[Term, float]]]:
    before, last = "", -9
    for match in _WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        if len(word) >= _SHORTEST and (found := search.word(word)):
            yield start, end, found
        if 0 < start - last <= _GAP and _JOINTS.fullmatch(text, last, start):
            found = search.joined(before, word)
            if found is None and search.may_be_pair(before, word):
                found = search.pair(before, word)
            if found:
                yield last - len(before), end, found
        before, last = word, end
