"""What an explanation may be trusted for: it tells of exactly what the scan found, and of nothing else."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from nasty import listings, written

from listingguard import Allow, Scanner, Seller
from listingguard.explain import Candidate, explain
from listingguard.judge.score import shares_of

EVERY = Scanner(marketplace="taobao", strictness="strict", as_of=dt.date(2026, 11, 22))


@settings(max_examples=settings().max_examples // 5)
@given(listings())
def test_it_explains_the_findings_of_the_scan(parts: dict[str, Any]) -> None:
    """The findings of an explanation are those of the report, field by field; every field that is scanned is told."""
    report = EVERY.scan(parts)
    told = explain(report, EVERY)
    assert tuple(f for field in told.fields for f in field.findings) == report.findings
    assert [(field.field, field.text) for field in told.fields] == list(report.listing.texts())
    assert list(told.shares) == shares_of(report.findings)
    assert report.score == round(100 * told.stages[-1][2], 1)


@settings(max_examples=settings().max_examples // 5)
@given(written())
def test_what_is_found_was_a_hit(text: str) -> None:
    """Every finding about a term of the lexicon stands where a hit was kept; what was dropped says why, and what was kept does not."""
    (field,) = explain(EVERY.scan(text), EVERY).fields or [None]
    assert field is not None
    kept = {(c.start, c.end) for c in field.candidates if c.kept}
    places = {(f.start, f.end) for f in field.findings if f.category in ("absolute", "medical", "price") or f.code == "LGT101"}
    assert places <= kept
    assert all(bool(c.why) is not c.kept for c in field.candidates)
    assert all(c.text == text[c.start : c.end] for c in field.candidates)


def dropped(text: str, words: str, scanner: Scanner | None = None) -> list[str]:
    """Give why a hit on these words was dropped."""
    told = explain((scanner or EVERY).scan(text), scanner or EVERY)
    return [c.why for field in told.fields for c in field.candidates if c.text == words and not c.kept]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("苹果味糖果 整箱", "苹果", "inside of “苹果味”"),
        ("第一次做饭", "第一", "inside of “第一次”"),
        ("新鲜苹果 整箱 脆甜", "苹果", "no second signal"),
        ("monikea 布艺", "nike", "no word edges"),
        ("best seller 2026", "best", "overlaps"),
    ],
)
def test_each_way_to_be_dropped_is_told(text: str, words: str, why: str) -> None:
    """A reader learns which question spoke against a hit."""
    assert any(why in reason for reason in dropped(text, words)), dropped(text, words)


def test_the_sellers_own_name_swallows() -> None:
    """A brand inside of the seller's own name is dropped for that reason."""
    scanner = Scanner(seller=Seller(own_brands=["苹果园"]))
    assert dropped("苹果园手机壳", "苹果", scanner) in (
        ["inside of one of the seller's own names"],
        ["inside of “苹果园”, a longer word that does not mean it"],
    )


def test_exemptions_that_were_tried_are_told() -> None:
    """Of a claim that was kept, each exemption of its rule is told, with whether it holds."""
    told = explain(EVERY.scan("本店追求最佳品质"), EVERY)
    (claim,) = [c for c in told.fields[0].candidates if c.kept and c.text == "最佳"]
    assert isinstance(claim, Candidate)
    assert len(claim.tried) > 3
    assert {holds for _, holds in claim.tried} <= {True, False}


def test_allow_entries_are_told() -> None:
    """What the seller allows stands among the seller's words, and the finding is explained as excused."""
    scanner = Scanner(seller=Seller(allow=[Allow("全网最低价", "checked with the platform")]))
    (field,) = explain(scanner.scan("全网最低價 毛巾"), scanner).fields
    assert field.seller == (("allow", "全网最低价"),)
    assert [f.disposition for f in field.findings] == ["excused"]


def test_plain_values_survive_json() -> None:
    """An explanation holds plain values only."""
    report = EVERY.scan("ＬＶ同款 耐*克")
    told = explain(report, EVERY)
    assert json.loads(json.dumps([field.goods for field in told.fields])) == [[list(pair) for pair in field.goods] for field in told.fields]
