"""From findings to one number and one verdict: pure arithmetic.

Each finding that is not excused has a weight between 0 and 1:

    weight = severity × confidence × field × disposition

with severity info 0, low 0.06, medium 0.25, high 0.6, critical 0.9; field as in `FIELD_WEIGHTS`; disposition 1 for a violation and 0.6
where proof is enough. Weights add up like independent risks, so the score never falls when a finding is added or made worse:

    score = 100 × (1 - Π (1 - weight))

The verdict is `block` with a violation of severity high or more and confidence of at least 0.8, or with any violation once the score has
reached 90; `review` with any other finding of severity medium or more and confidence of at least 0.5; else `pass`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from listingguard.model import FIELD_WEIGHTS, Finding, Severity, Verdict

__all__ = ["BLOCK_CONFIDENCE", "BLOCK_SCORE", "REVIEW_CONFIDENCE", "score_of", "verdict_of", "weight_of"]

_SEVERITY: Final[dict[Severity, float]] = {"info": 0.0, "low": 0.06, "medium": 0.25, "high": 0.6, "critical": 0.9}
_PROOF: Final = 0.6
BLOCK_CONFIDENCE: Final = 0.8
REVIEW_CONFIDENCE: Final = 0.5
BLOCK_SCORE: Final = 90.0
_MEDIUM: Final[frozenset[Severity]] = frozenset({"medium", "high", "critical"})
_HIGH: Final[frozenset[Severity]] = frozenset({"high", "critical"})


def weight_of(finding: Finding) -> float:
    """Give the weight of one finding: 0 where it is excused."""
    if finding.disposition == "excused":
        return 0.0
    proof = _PROOF if finding.disposition == "needs_evidence" else 1.0
    return _SEVERITY[finding.severity] * finding.confidence * FIELD_WEIGHTS[finding.field.partition("[")[0]] * proof


def score_of(findings: Iterable[Finding]) -> float:
    """Give the score of a report's findings: 0.0 for none, towards 100.0 for the worst."""
    clean = 1.0
    for finding in findings:
        clean *= 1 - weight_of(finding)
    return round(100 * (1 - clean), 1)


def verdict_of(findings: Iterable[Finding], score: float) -> Verdict:
    """Give the verdict on a listing."""
    review = False
    for f in findings:
        if f.disposition == "excused":
            continue
        if f.disposition == "violation" and (score >= BLOCK_SCORE or (f.severity in _HIGH and f.confidence >= BLOCK_CONFIDENCE)):
            return "block"
        review = review or (f.severity in _MEDIUM and f.confidence >= REVIEW_CONFIDENCE)
    return "review" if review else "pass"
