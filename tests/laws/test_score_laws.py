"""Laws of the score: worse findings never score better, and the verdict keeps its word."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listingguard import Finding, Scanner
from listingguard.judge.score import (
    BLOCK_CONFIDENCE,
    BLOCK_SCORE,
    LIMITS,
    REVIEW_CONFIDENCE,
    in_the_way,
    score_of,
    shares_of,
    stages_of,
    verdict_of,
    weight_of,
)
from listingguard.model import FIELD_WEIGHTS, SEVERITIES, Disposition, Severity

FIELDS = (*FIELD_WEIGHTS, "bullets[3]")
CERTAINTY = st.floats(0, 1)


@pytest.fixture(scope="module")
def sample(scanner: Scanner) -> Finding:
    """Give some finding, to be changed into any other."""
    return scanner.scan("LV同款窗帘").findings[0]


class Changes:
    """Changes to a finding that matter to the score."""

    one = st.fixed_dictionaries(
        {
            "severity": st.sampled_from(SEVERITIES),
            "confidence": CERTAINTY,
            "disposition": st.sampled_from(get_args(Disposition)),
            "field": st.sampled_from(FIELDS),
            "code": st.sampled_from(("LGT101", "LGC102")),
            "brand": st.sampled_from((None, "nike", "louis-vuitton")),
        }
    )
    some = st.lists(one, max_size=6)


def made(sample: Finding, changes: list[dict[str, Any]]) -> list[Finding]:
    """Make findings of changes to the sample."""
    return [dataclasses.replace(sample, **change) for change in changes]


@given(Changes.some, Changes.one)
def test_one_more_finding_never_lowers_the_score(sample: Finding, some: list[dict[str, Any]], one: dict[str, Any]) -> None:
    """Adding a finding never lowers the score and never softens the verdict; the score stays between 0 and 100."""
    few, more = made(sample, some), made(sample, [*some, one])
    assert 0 <= score_of(few) <= score_of(more) <= 100
    assert rank(few) <= rank(more)


def rank(findings: list[Finding]) -> int:
    """Give the verdict as a number, the worst the highest."""
    return ["pass", "review", "block"].index(verdict_of(findings, score_of(findings)))


@given(Changes.one, st.sampled_from(SEVERITIES), CERTAINTY)
def test_worse_or_surer_never_scores_less(sample: Finding, one: dict[str, Any], severity: Severity, confidence: float) -> None:
    """A finding that is worse, or surer, weighs at least as much: two axes, each of them monotone."""
    (finding,) = made(sample, [one])
    worse = max((severity, finding.severity), key=SEVERITIES.index)
    surer = max(confidence, finding.confidence)
    for changed in (dataclasses.replace(finding, severity=worse), dataclasses.replace(finding, confidence=surer)):
        assert weight_of(changed) >= weight_of(finding)
        assert score_of([changed]) >= score_of([finding])
        assert rank([changed]) >= rank([finding])


@given(Changes.some)
def test_order_does_not_matter(sample: Finding, some: list[dict[str, Any]]) -> None:
    """The score is that of a set of findings, in whatever order they come."""
    assert score_of(made(sample, some)) == score_of(made(sample, some[::-1]))


@given(Changes.some, Changes.one)
def test_excused_never_counts(sample: Finding, some: list[dict[str, Any]], one: dict[str, Any]) -> None:
    """An excused finding changes neither the score nor the verdict, however bad it would have been."""
    few, more = made(sample, some), made(sample, [*some, one | {"disposition": "excused"}])
    assert (score_of(few), rank(few)) == (score_of(more), rank(more))


def test_one_finding_weighs_the_same_to_the_last_bit(sample: Finding) -> None:
    """What is counted alone in a shorter way comes to the same number where rounding is close."""
    medium = made(sample, [{"severity": "medium", "confidence": 0.5, "disposition": "violation", "field": "search_terms"}])
    assert score_of(medium) == score_of([*medium, dataclasses.replace(medium[0], disposition="excused")]) == 11.3


@given(Changes.one)
def test_proof_and_hidden_places_weigh_less(sample: Finding, one: dict[str, Any]) -> None:
    """What proof can settle weighs less than a violation; no field weighs more than the title."""
    weights = [weight_of(f) for f in made(sample, [one | {"disposition": d} for d in ("violation", "needs_evidence", "excused")])]
    assert weights == sorted(weights, reverse=True)
    assert weight_of(made(sample, [one])[0]) <= weight_of(made(sample, [one | {"field": "title"}])[0])


@given(Changes.some)
def test_the_verdict_keeps_its_word(sample: Finding, some: list[dict[str, Any]]) -> None:
    """`block`: a violation that is high and sure, or evidence that has accumulated; `review`: what is medium and probable; else `pass`."""
    findings = made(sample, some)
    score = score_of(findings)
    counted = [f for f in findings if f.disposition != "excused" and f.severity not in ("info", "low") and f.confidence >= 0.5]
    violations = [f for f in counted if f.disposition == "violation"]
    block = any(f.severity in ("high", "critical") and f.confidence >= BLOCK_CONFIDENCE for f in violations)
    block = block or (bool(violations) and len({(f.code, f.brand or f.term) for f in counted}) > 1 and score >= BLOCK_SCORE)
    assert verdict_of(findings, score) == ("block" if block else "review" if counted else "pass")


@given(Changes.some)
def test_without_what_stands_in_the_way_it_passes(sample: Finding, some: list[dict[str, Any]]) -> None:
    """Taking away what stands in the way gives `pass`; taking away all of it but one finding does not."""
    findings = made(sample, some)
    stands = in_the_way(findings)
    assert rank([f for f in findings if f not in stands]) == 0
    assert all(rank([finding]) > 0 for finding in stands)


@given(st.lists(Changes.one.map(lambda c: c | {"severity": "medium"}), min_size=1, max_size=40))
def test_weak_evidence_accumulates_within_limits(sample: Finding, some: list[dict[str, Any]]) -> None:
    """However much there is of medium severity, it never comes to what blocks; of low severity, never to what one high violation weighs."""
    assert score_of(made(sample, some)) <= 100 * LIMITS["medium"] < BLOCK_SCORE
    assert score_of(made(sample, [change | {"severity": "low"} for change in some])) <= 100 * LIMITS["low"]


@given(Changes.one, st.integers(2, 30))
def test_saying_it_again_weighs_less(sample: Finding, one: dict[str, Any], times: int) -> None:
    """Repeats of one kind never come to more than the same number of different kinds."""
    same = made(sample, [one] * times)
    different = [dataclasses.replace(f, brand=f"brand-{i}") for i, f in enumerate(same)]
    assert score_of(same) <= score_of(different)


@given(Changes.some)
def test_the_parts_come_to_the_score(sample: Finding, some: list[dict[str, Any]]) -> None:
    """What is shown as arithmetic is the score: stages never fall, none exceeds its limit, and the last one is the score."""
    findings = made(sample, some)
    shares = shares_of(findings)
    assert [share.finding for share in shares] == findings
    assert all(0 < share.part <= 1 and share.weight == weight_of(share.finding) for share in shares)
    totals = [total for _, _, total in stages_of(shares)]
    assert totals == sorted(totals)
    assert score_of(findings) == round(100 * totals[-1], 1)
    assert all(total <= LIMITS.get(severity, 1.0) for severity, _, total in stages_of(shares))


@given(Changes.one)
def test_a_policy_of_the_marketplace_weighs_more(sample: Finding, one: dict[str, Any]) -> None:
    """What the marketplace itself forbids weighs at least as much as what the law alone forbids, and never more than 1."""
    (finding,) = made(sample, [one])
    law = dataclasses.replace(finding.basis[0], layer="law")
    both = (law, dataclasses.replace(law, layer="platform"))
    assert weight_of(dataclasses.replace(finding, basis=(law,))) <= weight_of(dataclasses.replace(finding, basis=both)) <= 1


def test_the_thresholds_are_those_of_the_documentation() -> None:
    """The numbers in the docstring of `judge.score` are the numbers that are used."""
    assert (BLOCK_CONFIDENCE, REVIEW_CONFIDENCE, BLOCK_SCORE, LIMITS) == (0.8, 0.5, 50.0, {"low": 0.2, "medium": 0.45})
    assert max(FIELD_WEIGHTS.values()) == FIELD_WEIGHTS["title"] == 1.0
    assert FIELD_WEIGHTS["title"] >= FIELD_WEIGHTS["bullets"] >= FIELD_WEIGHTS["description"]


@pytest.mark.parametrize(
    ("severity", "confidence", "expected"), [("high", 0.8, "block"), ("high", 0.79, "review"), ("critical", 0.49, "pass")]
)
def test_verdicts_at_the_thresholds(sample: Finding, severity: str, confidence: float, expected: str) -> None:
    """A threshold belongs to the worse side."""
    findings = made(sample, [{"severity": severity, "confidence": confidence, "disposition": "violation", "field": "title"}])
    assert verdict_of(findings, score_of(findings)) == expected
