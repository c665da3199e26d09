"""The worst of many, spread over terms: what is shown where there is no room for everything."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import Final, Generic, TypeVar

from listingguard.judge.score import BLOCK_CONFIDENCE, REVIEW_CONFIDENCE
from listingguard.model import SEVERITIES, Finding

__all__ = ["Level", "Worst", "badness", "level_of"]

T = TypeVar("T")
Level = str
_MEDIUM: Final = SEVERITIES.index("medium")
_HIGH: Final = SEVERITIES.index("high")


def level_of(finding: Finding) -> Level:
    """Give the level at which a code host shows a finding: what blocks is an error, what asks for a look a warning, the rest a note."""
    grade = SEVERITIES.index(finding.severity)
    if finding.disposition == "excused":
        return "note"
    if finding.disposition == "violation" and grade >= _HIGH and finding.confidence >= BLOCK_CONFIDENCE:
        return "error"
    return "warning" if grade >= _MEDIUM and finding.confidence >= REVIEW_CONFIDENCE else "note"


def badness(finding: Finding) -> int:
    """Give a number that orders findings, the worst highest: what blocks, then by severity, a violation before what lacks a proof."""
    if finding.disposition == "excused":
        return 0
    grade = 1 + 2 * SEVERITIES.index(finding.severity) + (finding.disposition == "violation")
    return grade + 100 * ("note", "warning", "error").index(level_of(finding))


class Worst(Generic[T]):
    """Keeps what has room, the worst first; of equally bad ones, one of each term before the second of any.

    So a word that stands in ten thousand titles cannot push out the rest. Which ones are kept depends on their order alone. `capacity`
    counts what the items weigh; `dropped` says how much had no room.

    >>> worst = Worst(3)
    >>> for i, (grade, term) in enumerate([(1, "耐克"), (1, "耐克"), (1, "耐克"), (1, "阿迪"), (2, "最低价")]):
    ...     worst.add(f"{term} {i}", grade, term)
    >>> worst.items(), worst.dropped
    (['最低价 4', '耐克 0', '阿迪 3'], 2)
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._heap: list[tuple[int, int, int, int, T]] = []
        self._rounds: Counter[tuple[int, object]] = Counter()
        self._seen = self._held = 0
        self.dropped = 0

    def add(self, item: T, grade: int, term: object, weight: int = 1) -> None:
        """Take an item in, and let go of the least bad ones that have no room."""
        self._seen += 1
        rounds = self._rounds[grade, term]
        self._rounds[grade, term] += 1
        heapq.heappush(self._heap, (grade, -rounds, -self._seen, weight, item))
        self._held += weight
        while self._held > self._capacity:
            lost = heapq.heappop(self._heap)[3]
            self._held -= lost
            self.dropped += lost

    def items(self) -> list[T]:
        """Give what was kept, the worst first."""
        return [item for *_, item in sorted(self._heap, key=lambda kept: kept[:3], reverse=True)]

    def in_order(self) -> list[T]:
        """Give what was kept in the order in which it came."""
        return [item for *_, item in sorted(self._heap, key=lambda kept: -kept[2])]
