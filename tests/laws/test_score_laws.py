"""Laws of the score: worse findings never score better, and the verdict keeps its word."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listingguard import Finding, Scanner
from listingguard.judge.score import BLOCK_CONFIDENCE, BLOCK_SCORE, REVIEW_CONFIDENCE, score_of, verdict_of, weight_of
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


@given(Changes.one)
def test_proof_and_hidden_places_weigh_less(sample: Finding, one: dict[str, Any]) -> None:
    """What proof can settle weighs less than a violation; no field weighs more than the title."""
    weights = [weight_of(f) for f in made(sample, [one | {"disposition": d} for d in ("violation", "needs_evidence", "excused")])]
    assert weights == sorted(weights, reverse=True)
    assert weight_of(made(sample, [one])[0]) <= weight_of(made(sample, [one | {"field": "title"}])[0])


@given(Changes.some)
def test_the_verdict_keeps_its_word(sample: Finding, some: list[dict[str, Any]]) -> None:
    """`block`: a violation that is high and sure, or any violation at a score of 90; `review`: what is medium and probable; else `pass`."""
    findings = made(sample, some)
    score = score_of(findings)
    counted = [f for f in findings if f.disposition != "excused"]
    violations = [f for f in counted if f.disposition == "violation"]
    block = any(f.severity in ("high", "critical") and f.confidence >= BLOCK_CONFIDENCE for f in violations)
    block = block or (bool(violations) and score >= BLOCK_SCORE)
    review = any(f.severity in ("medium", "high", "critical") and f.confidence >= REVIEW_CONFIDENCE for f in counted)
    assert verdict_of(findings, score) == ("block" if block else "review" if review else "pass")


def test_the_thresholds_are_those_of_the_documentation() -> None:
    """The numbers in the docstring of `judge.score` are the numbers that are used."""
    assert (BLOCK_CONFIDENCE, REVIEW_CONFIDENCE, BLOCK_SCORE) == (0.8, 0.5, 90.0)
    assert max(FIELD_WEIGHTS.values()) == FIELD_WEIGHTS["title"] == 1.0
    assert FIELD_WEIGHTS["title"] >= FIELD_WEIGHTS["bullets"] >= FIELD_WEIGHTS["description"]


@pytest.mark.parametrize(
    ("severity", "confidence", "expected"), [("high", 0.8, "block"), ("high", 0.79, "review"), ("critical", 0.49, "pass")]
)
def test_verdicts_at_the_thresholds(sample: Finding, severity: str, confidence: float, expected: str) -> None:
    """A threshold belongs to the worse side."""
    findings = made(sample, [{"severity": severity, "confidence": confidence, "disposition": "violation", "field": "title"}])
    assert verdict_of(findings, score_of(findings)) == expected
