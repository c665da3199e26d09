"""From findings to one number and one verdict: pure arithmetic, in four steps.

**1. The weight of a finding**, between 0 and 1:

    weight = severity × confidence × field × disposition × layer

with severity info 0, low 0.06, medium 0.25, high 0.6, critical 0.9; field as in `FIELD_WEIGHTS`; disposition 1 for a violation, 0.6 where
proof is enough, 0 for what is excused; layer 1.1 where the marketplace's own policy forbids it, since it acts without asking a court.

**2. Repeats.** Findings of the same code about the same brand or term are one kind: the heaviest counts whole, the next half, then a
quarter and so on. Saying a thing twice is not twice as bad.

**3. Limits.** Kinds add up like independent risks, 1 - Π (1 - weight); those of low severity to at most 0.2, those up to medium to at most
0.45. So weak evidence accumulates, and never comes to what blocks.

    score = 100 × what has accumulated

The score never falls when a finding is added or made worse.

**4. The verdict** is `block` with a violation of severity high or more and confidence of at least 0.8, or where evidence has accumulated:
of all findings of medium severity or more and confidence of at least 0.5 one is a violation, there are two kinds or more (a disguise and
what is read through it are one reading, hence one kind), and the score is
at least 50 (the lightest finding of a title that blocks alone weighs 0.6 × 0.8). It is `review` with any finding of medium severity or more
and confidence of at least 0.5; else `pass`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from listingguard.model import FIELD_WEIGHTS, SEVERITIES, Finding, Severity, Strictness, Verdict

__all__ = [
    "BLOCK_CONFIDENCE",
    "BLOCK_SCORE",
    "LIMITS",
    "REVIEW_CONFIDENCE",
    "Share",
    "in_the_way",
    "score_of",
    "shares_of",
    "stages_of",
    "verdict_of",
    "weight_of",
]

_SEVERITY: Final[dict[Severity, float]] = {"info": 0.0, "low": 0.06, "medium": 0.25, "high": 0.6, "critical": 0.9}
_PROOF: Final = 0.6
_PLATFORM: Final = 1.1
#: How much findings up to a severity may come to together.
LIMITS: Final[dict[Severity, float]] = {"low": 0.2, "medium": 0.45}
BLOCK_CONFIDENCE: Final = 0.8
REVIEW_CONFIDENCE: Final = 0.5
BLOCK_SCORE: Final = 50.0
_KINDS: Final = 2
_MEDIUM: Final[frozenset[Severity]] = frozenset({"medium", "high", "critical"})
_HIGH: Final[frozenset[Severity]] = frozenset({"high", "critical"})


class Share(NamedTuple):
    """A finding in the arithmetic: its factors, their product, and how much of it counts beside its repeats."""

    finding: Finding
    severity: float
    field: float
    disposition: float
    layer: float
    weight: float
    part: float


def weight_of(finding: Finding) -> float:
    """Give the weight of one finding: 0 where it is excused."""
    return _share(finding).weight


def _share(f: Finding) -> Share:
    field = FIELD_WEIGHTS[f.field.partition("[")[0]]
    proof = 0.0 if f.disposition == "excused" else _PROOF if f.disposition == "needs_evidence" else 1.0
    layer = _PLATFORM if f.basis and any(basis.layer == "platform" for basis in f.basis) else 1.0
    severity = _SEVERITY[f.severity]
    return Share(f, severity, field, proof, layer, severity * f.confidence * field * proof * layer, 1.0)


def shares_of(findings: Iterable[Finding]) -> list[Share]:
    """Give each finding's part in the score, in the order of the findings: the heaviest of a kind counts whole, repeats less and less."""
    shares = [_share(f) for f in findings]
    for places in _kinds(shares).values() if len(shares) > 1 else ():
        for rank, place in enumerate(sorted(places, key=lambda i: -shares[i].weight)):
            if rank:
                shares[place] = shares[place]._replace(part=0.5**rank)
    return shares


def _kinds(shares: Sequence[Share]) -> dict[tuple[str, str], list[int]]:
    """Give the places of the findings that count, by code and by the brand or term."""
    kinds: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, share in enumerate(shares):
        if share.disposition:
            kinds[_kind(share.finding)].append(i)
    return kinds


def _kind(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.brand or finding.term


def score_of(findings: Sequence[Finding]) -> float:
    """Give the score of a report's findings: 0.0 for none, towards 100.0 for the worst."""
    if len(findings) == 1:  # most listings with anything have little
        alone = 1 - (1 - weight_of(findings[0]))  # as stages_of has it, to the last bit
        return round(100 * min(alone, LIMITS.get(findings[0].severity, 1.0)), 1)
    return round(100 * stages_of(shares_of(findings))[-1][2], 1) if findings else 0.0


def stages_of(shares: Sequence[Share]) -> list[tuple[Severity, float, float]]:
    """Give what has accumulated up to each severity, before and after its limit. A kind belongs to the worst severity of its findings."""
    kinds: defaultdict[Severity, list[Share]] = defaultdict(list)
    for places in _kinds(shares).values():
        members = [shares[i] for i in places]
        kinds[max((s.finding.severity for s in members), key=SEVERITIES.index)] += members
    total, stages = 0.0, []
    for severity in SEVERITIES:
        before = total
        if severity in kinds:
            clean = 1 - total
            for weight in sorted([share.weight * share.part for share in kinds[severity]]):  # one order, so that the sum is one number
                clean *= 1 - weight
            before = max(total, 1 - clean)  # 1 - (1 - total) may be a hair below it
            total = min(before, LIMITS.get(severity, 1.0))
        stages.append((severity, before, total))
    return stages


def verdict_of(findings: Sequence[Finding], score: float, strictness: Strictness = "normal") -> Verdict:
    """Give the verdict on a listing. Where it is to be strict, whatever counts is reviewed."""
    probable = in_the_way(findings)
    if any(_blocks(f) for f in probable) or (score >= BLOCK_SCORE and _accumulated(probable)):
        return "block"
    return "review" if in_the_way(findings, strictness) else "pass"


def _blocks(finding: Finding) -> bool:
    return finding.disposition == "violation" and finding.severity in _HIGH and finding.confidence >= BLOCK_CONFIDENCE


def _accumulated(probable: Sequence[Finding]) -> bool:
    """Tell whether a violation stands among evidence of more than one kind. A disguise and what is read through it are one reading."""
    read = {(f.field, f.start, f.end) for f in probable if f.category != "evasion"}
    kinds = {_kind(f) for f in probable if f.category != "evasion" or (f.field, f.start, f.end) not in read}
    return any(f.disposition == "violation" for f in probable) and len(kinds) >= _KINDS


def in_the_way(findings: Sequence[Finding], strictness: Strictness = "normal") -> tuple[Finding, ...]:
    """Give the findings that stand between a listing and `pass`: all that count, are of medium severity or more, and are probable.

    Where it is to be strict, all that count. Each of them is enough to deny `pass`, and without them nothing denies it: there is no
    smaller set.
    """
    counted = [f for f in findings if f.disposition != "excused"]
    if strictness == "strict":
        return tuple(counted)
    return tuple(f for f in counted if f.severity in _MEDIUM and f.confidence >= REVIEW_CONFIDENCE)
