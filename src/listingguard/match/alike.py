"""Names by what a misspelling leaves of them, so that a word is measured against few of them, however many there are."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Final

__all__ = ["Alike"]

_TWO_EDITS: Final = 12  # letters of a word from which on two edits are looked for
_LEAST: Final = _TWO_EDITS - 2


class Alike:
    """Finds the names that a word may misspell, behind a right first letter. No name that is near enough is passed over.

    A word that is one edit from a name, or two letters swapped, is the same as the name once one letter of each is left out at most. Two
    edits leave three of the first four letters in their order, or else the last three; they are looked for in words of 12 letters.

    >>> alike = Alike(["balenciaga", "bandai"])
    >>> set(alike.names("balanciaga")), set(alike.names("bandia")), set(alike.names("bandana"))
    ({'balenciaga'}, {'bandai'}, set())
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._shortened: dict[str, tuple[str, ...]] = {}  # tuples: the garbage collector passes them by
        self._sized: dict[tuple[int, str], tuple[str, ...]] = {}
        for name in names:
            if len(name) <= _TWO_EDITS:
                for form in {name, *_shortened(name)}:
                    self._shortened[form] = (*self._shortened.get(form, ()), name)
            if len(name) >= _LEAST:
                for key in _beginnings(name[:4]) | {_ending(name)}:
                    self._sized[len(name), key] = (*self._sized.get((len(name), key), ()), name)

    def names(self, word: str) -> list[str]:
        """Give the names that may be within one edit of a word, or two from 12 letters on; some of them more than once."""
        if len(word) < _TWO_EDITS:
            return [name for form in (word, *_shortened(word)) for name in self._shortened.get(form, ())]
        keys = _beginnings(word[:5]) | {_ending(word)}
        sizes = range(len(word) - 2, len(word) + 3)
        return [name for size in sizes for key in keys for name in self._sized.get((size, key), ())]


def _shortened(word: str) -> list[str]:
    """Give a word without each of its letters but the first."""
    return [word[:i] + word[i + 1 :] for i in range(1, len(word))]


def _beginnings(letters: str) -> set[str]:
    """Give the first letter with any two of those behind it."""
    return {letters[0] + a + b for a, b in itertools.combinations(letters[1:], 2)}


def _ending(word: str) -> str:
    return f"{word[0]}-{word[-3:]}"
