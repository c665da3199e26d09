"""The words of all Latin names, and which of them a word may misspell: looked up once for a word, for names of one word and of several."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Container
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listingguard.lexicon import Lexicon
from listingguard.match.alike import Alike
from listingguard.match.strokes import GROUPS, redrawn

__all__ = ["Vocabulary", "edits", "misdrawn", "squeezed"]

_SHORTEST: Final = 4  # letters of a word that may be misspelt
_LONG: Final = 6  # letters of a word of which they may stand in another order
_TWO_EDITS: Final = 12
_REDRAWN: Final = 2  # what a look-alike or another order counts as
_MEMO: Final = 8192  # words, not texts: a catalogue repeats its words
_WORD: Final = re.compile("[a-z0-9]+")
_RUN: Final = re.compile(r"(.)\1+")
#: First letters that look or sound like another: behind a wrong one nothing else may be wrong.
_FIRST: Final = {"q": "g", "j": "iyg", "v": "u", "u": "v", "z": "s", "s": "z", "i": "l", "l": "i", "k": "c", "c": "k", "y": "j"}
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
    others = (other + word[1:] for other in _FIRST.get(word[0], "")) if first else ()
    return next((name for name in itertools.chain(redrawn(word, GROUPS), others) if name in names), None)


def edits(size: int) -> int:
    """Give how many edits make a misspelling of a word of so many letters."""
    return 1 if size < _TWO_EDITS else 2


def _order(word: str) -> tuple[str, ...]:
    return word[0], word[-1], *sorted(word)
