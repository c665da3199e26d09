"""Names by how they begin and end, so that a word is measured against few of them, however many there are."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable

__all__ = ["Alike"]


class Alike:
    """Finds the names that a word may misspell.

    Behind a right first letter, one edit leaves the first three letters of a name as they are, or the last three; or it swaps the third and
    the fourth. Two edits leave three of the first four in their order, or else the last three. No name that is near enough is passed over.

    >>> set(Alike(["balenciaga", "bandai"]).names("balanciaga", 2))
    {'balenciaga'}
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for name in names:
            for key in _beginnings(name[:4]) | {_ending(name)}:
                self._names[len(name), key].append(name)

    def names(self, word: str, edits: int) -> list[str]:
        """Give the names that may be within so many edits of a word, some of them more than once."""
        beginnings = {word[:3], word[:2] + word[3:4]} if edits == 1 else _beginnings(word[:5])
        found: list[str] = []
        for size in range(len(word) - edits, len(word) + edits + 1):
            for key in (*beginnings, _ending(word)):
                found += self._names.get((size, key), ())
        return found


def _beginnings(letters: str) -> set[str]:
    """Give the first letter with any two of those behind it."""
    return {letters[0] + a + b for a, b in itertools.combinations(letters[1:], 2)}


def _ending(word: str) -> str:
    return f"{word[0]}-{word[-3:]}"
