"""What a case and a control are, and how everything falls into two halves."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
SEEN, UNSEEN = "seen", "unseen"
HALVES = (SEEN, UNSEEN)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with a disguised name: where it stands and which brands (none: an absolute word) must be named there."""

    kind: str
    half: str
    text: str
    start: int
    end: int
    plain: str
    plain_text: str
    brands: frozenset[str]
    field: str = "title"
    weak: bool = False
    signal: bool = True

    @property
    def disguised(self) -> str:
        """Give the disguised name as it stands in the sentence."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Control:
    """A sentence of an honest seller."""

    text: str
    half: str
    origin: str
    field: str = "title"


def half_of(key: str) -> str:
    """Put a name, a table entry or a sentence in its half, the same one on every machine."""
    return HALVES[hashlib.sha256(key.encode()).digest()[0] & 1]


def part(options: Sequence[T], half: str) -> Sequence[T]:
    """Give the half of a table: every other entry, or a single entry to the half that its hash names."""
    if len(options) == 1:
        return options if half_of(str(options[0])) == half else options[:0]
    return options[HALVES.index(half) :: 2]


class Dice:
    """Chance with a fixed seed that only knows its own half of every table."""

    def __init__(self, half: str, seed: str) -> None:
        self.half = half
        self.random = random.Random(seed)

    def draw(self, options: Sequence[T]) -> T | None:
        """Draw from this half of a table; None where this half has nothing."""
        mine = part(options, self.half)
        return self.random.choice(mine) if mine else None

    def must(self, options: Sequence[T]) -> T:
        """Draw from this half of a table that is known to reach both halves."""
        return self.random.choice(part(options, self.half))

    def places(self, count: int, few: int) -> list[int]:
        """Draw up to so many different places, in order."""
        return sorted(self.random.sample(range(count), min(few, count)))

    def replace(self, word: str, table: Mapping[str, Sequence[str]], few: int) -> str | None:
        """Put entries of a table in place of up to so many letters of a word; None if nothing changed."""
        able = [(i, part(table[c], self.half)) for i, c in enumerate(word) if c in table]
        able = [(i, options) for i, options in able if options]
        if not able:
            return None
        letters = list(word)
        for i, options in self.random.sample(able, min(few, len(able))):
            letters[i] = self.random.choice(options)
        return "".join(letters) if letters != list(word) else None


Disguise = Callable[[str, Dice], str | None]


def words(text: str) -> list[str]:
    """Read a table of words that stand apart by blanks: tables of characters are easier to check that way than as lists."""
    return text.split()
