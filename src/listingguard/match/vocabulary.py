"""The words of all Latin names, and which of them a word may misspell: looked up once for a word, for names of one word and of several."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Container, Mapping
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listingguard.lexicon import Lexicon
from listingguard.match.alike import Alike

__all__ = ["Vocabulary", "edits", "misdrawn", "squeezed"]

_SHORTEST: Final = 4  # letters of a word that may be misspelt
_LONG: Final = 6  # letters of a word of which they may stand in another order
_TWO_EDITS: Final = 12
_REDRAWN: Final = 2  # what a look-alike or another order counts as
_MEMO: Final = 8192  # words, not texts: a catalogue repeats its words
_WORD: Final = re.compile("[a-z0-9]+")
_RUN: Final = re.compile(r"(.)\1+")
#: The letters that look like one when they stand close, by that one.
_GROUPS: Final = {
    "a": "ci oi cl el ol oc",
    "b": "lo lc la io to ld le ss",
    "d": "cl ol ci ct cj al il lo",
    "f": "ph",
    "g": "cj oj qj cq cy",
    "h": "li ln ti tl tn lr fi il",
    "k": "lc ic lx ix tc ik lr le",
    "m": "rn nn in ni rr ri nr nv nl iv iii ivi lvl",
    "n": "ri ir ii rl il li iy iv lv rr",
    "p": "lo lp ip jo",
    "q": "cl oj cj",
    "u": "ii li ll il lj ij tt",
    "w": "vv uu vu uv vy vi",
    "y": "ij vj lj",
}
#: First letters that look or sound like another: behind a wrong one nothing else may be wrong.
_FIRST: Final = {"q": "g", "j": "iyg", "v": "u", "u": "v", "z": "s", "s": "z", "i": "l", "l": "i", "k": "c", "c": "k", "y": "j"}
_LONGEST: Final = 3  # letters that look like one
Near = tuple[str, int]  #: a word of a name and how many edits away it is


class Vocabulary:
    """Finds the words that a word may misspell, behind a right first letter. Whether it is an honest word itself is another question.

    One edit away, two from 12 letters on; a letter written more than once; two letters drawn for one that looks like them; all the letters
    of a longer word in another order.

    >>> from listingguard.lexicon import default_lexicon
    >>> names = Vocabulary(default_lexicon())
    >>> [names.near(word) for word in ("vuittton", "burbery", "tarnpax", "curtain")]
    [(('vuitton', 0),), (('burberry', 1),), (('tampax', 2),), ()]
    """

    __slots__ = ("_alike", "_known", "_ordered", "_squeezed", "near", "words")

    def __init__(self, lexicon: Lexicon) -> None:
        self._known = lexicon.known
        self.words = frozenset(word for name in (*lexicon.typos, *lexicon.phrases) for word in _WORD.findall(name) if word.isalpha())
        self._squeezed = {squeezed(word): word for word in self.words if len(word) >= _SHORTEST}
        self._ordered = {_order(word): word for word in self.words if len(word) >= _LONG}
        self._alike = functools.cache(lambda: Alike(word for word in self.words if len(word) >= _SHORTEST))  # made when first asked
        self.near: Callable[[str], tuple[Near, ...]] = functools.lru_cache(_MEMO)(self._near)

    def is_known(self, word: str) -> bool:
        """Tell whether a word is one in its own right."""
        return word in self._known

    def is_honest(self, word: str) -> bool:
        """Tell whether a word is one in its own right, or the plural of one."""
        return word in self._known or (word[-1] == "s" and word[:-1] in self._known)

    def _near(self, word: str) -> tuple[Near, ...]:
        if len(word) < _SHORTEST or not word.isalpha():
            return ()
        found: dict[str, int] = {}
        for other in (self._ordered.get(_order(word)) if len(word) >= _LONG else None, misdrawn(word, self.words, first=True)):
            if other and other != word:
                found[other] = _REDRAWN
        if names := self._alike().names(word):
            near = process.extract(word, list(names), scorer=OSA.distance, score_cutoff=edits(len(word)), limit=None)
            found |= {name: int(distance) for name, distance, _ in near if distance}
        if _RUN.search(word) and (repeated := self._squeezed.get(squeezed(word))) and len(repeated) < len(word):
            found[repeated] = 0
        return tuple(found.items())


def squeezed(word: str) -> str:
    """Give a word with every repeated letter written once: what repetition cannot change.

    >>> squeezed("niiike"), squeezed("guccii") == squeezed("gucci")
    ('nike', True)
    """
    return _RUN.sub(r"\1", word)


def misdrawn(word: str, names: Container[str], *, first: bool = False) -> str | None:
    """Give the name that a word looks like where letters are drawn for one, or one for several, or another one as the `first`.

    >>> misdrawn("tarnpax", {"tampax"}), misdrawn("monder", {"moncler"})
    ('tampax', 'moncler')
    """
    drawn = (
        word[:start] + meant + word[end:]
        for start in range(len(word))
        for end in range(start + 1, min(start + _LONGEST, len(word)) + 1)
        for meant in _DRAWN.get(word[start:end], ())
    )
    others = (other + word[1:] for other in _FIRST.get(word[0], "")) if first else ()
    return next((name for name in itertools.chain(drawn, others) if name in names), None)


def _both_ways(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give what may be meant by each letter, and by each group of letters.

    >>> _both_ways({"m": "rn nn"})
    {'m': ('rn', 'nn'), 'rn': ('m',), 'nn': ('m',)}
    """
    found = {letter: tuple(drawn.split()) for letter, drawn in groups.items()}
    for letter, drawn in list(found.items()):
        for group in drawn:
            found[group] = (*found.get(group, ()), letter)
    return found


_DRAWN: Final = _both_ways(_GROUPS)


def edits(size: int) -> int:
    """Give how many edits make a misspelling of a word of so many letters."""
    return 1 if size < _TWO_EDITS else 2


def _order(word: str) -> tuple[str, ...]:
    return word[0], word[-1], *sorted(word)
