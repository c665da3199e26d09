"""Whether a listing got worse by an edit: verdict, score, and every finding one by one."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from listingguard.judge import weight_of
from listingguard.model import Finding
from listingguard.report import Report

__all__ = ["no_worse"]

_RANK: Final = {"pass": 0, "review": 1, "block": 2}


def no_worse(after: Report, before: Report) -> bool:
    """Tell whether nothing is worse than before: the verdict, the score, no finding that was not there, none that weighs more."""
    if _RANK[after.verdict] > _RANK[before.verdict] or after.score > before.score:
        return False
    old, new = _weights(before), _weights(after)
    return all(
        len(weights) <= len(old.get(key, ())) and all(a <= b for a, b in zip(weights, old[key], strict=False))
        for key, weights in new.items()
    )


def _weights(report: Report) -> dict[tuple[object, ...], list[float]]:
    """Give the weights of the findings that count, by what they say, the heaviest first."""
    found: defaultdict[tuple[object, ...], list[float]] = defaultdict(list)
    for finding in report.counted:
        found[_key(finding)].append(weight_of(finding))
    return {key: sorted(weights, reverse=True) for key, weights in found.items()}


def _key(finding: Finding) -> tuple[object, ...]:
    """Give what makes two findings of two texts the same. What is too long in a field is as long as it is."""
    written = "" if finding.method == "form" else finding.text
    return finding.field, finding.code, finding.term, finding.brand, finding.usage, written
