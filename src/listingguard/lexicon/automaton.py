"""One automaton over folded patterns, with the values behind them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["Automaton"]

_T = TypeVar("_T")


class Automaton(Generic[_T]):
    """An Aho-Corasick automaton over folded patterns, each of which stands for one or more values, made when first found.

    `made` holds the values of each pattern that were made so far, for those who ask very often; `values` makes them.
    """

    __slots__ = ("_make", "_search", "made", "patterns")

    def __init__(self, patterns: Sequence[str], make: Callable[[int], tuple[_T, ...]], *, longest: bool = False) -> None:
        self.patterns = patterns
        self._make = make
        self.made: list[tuple[_T, ...] | None] = [None] * len(patterns)
        automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest if longest else MatchKind.Standard)
        self._search = functools.partial(automaton.find_matches_as_indexes, overlapping=not longest)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Give (index, start, end) of every occurrence of a pattern: overlapping ones, or the leftmost longest."""
        return self._search(text)

    def values(self, index: int) -> tuple[_T, ...]:
        """Give what the pattern stands for."""
        values = self.made[index]
        if values is None:
            values = self.made[index] = self._make(index)
        return values
