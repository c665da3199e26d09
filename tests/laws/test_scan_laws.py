"""Laws of a scan: whatever a listing holds, the report is in order, in place, and the same every time."""

from __future__ import annotations

import datetime as dt
import io
import json
import pickle
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nasty import listings, nasty_texts, written

from listingguard import Finding, Listing, Report, Scanner, Seller, replay
from listingguard.normalize import fold

DAY = dt.date(2026, 12, 1)
SELLER = Seller(own_brands=["晨曦", "小米"], authorized_brands=["Gucci"], watch_words=["新款", "nike", "样品", "同款"])
FULL = settings()


@pytest.fixture(scope="session")
def shops() -> list[Scanner]:
    """Give scanners of several configurations."""
    return [
        Scanner(as_of=DAY),
        Scanner(as_of=DAY, marketplace="taobao", seller=SELLER, lang="zh-Hans"),
        Scanner(as_of=DAY, marketplace="amazon", lang="zh-Hant"),
        Scanner(as_of=DAY, jurisdiction="TW", seller=SELLER),
    ]


def family(finding: Finding) -> str:
    """Give the code family: LGT1, LGT2, LGT3, and the letters alone for all others."""
    return finding.code[:4] if finding.code.startswith("LGT") else finding.code[:3]


@FULL
@given(listings(), st.integers(0, 3))
def test_a_report_is_in_order_and_in_place(shops: list[Scanner], parts: dict[str, Any], shop: int) -> None:
    """A scan never raises and never prints; findings come by field, then position; each says where its words stand."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        report = shops[shop].scan(parts)
    assert said.getvalue() == ""
    texts = dict(Listing.of(parts).texts())
    for finding in report.findings:
        assert 0 <= finding.start < finding.end <= len(texts[finding.field])
        assert finding.text == texts[finding.field][finding.start : finding.end]
        assert 0 < finding.confidence <= 1
        assert finding.basis
        assert len(finding.reasons) == len(finding.evidence)
    fields = list(texts)
    assert list(report.findings) == sorted(report.findings, key=lambda f: (fields.index(f.field), f.start, f.end))


@FULL
@given(listings(), st.integers(0, 3))
def test_a_place_has_one_finding_of_a_family(shops: list[Scanner], parts: dict[str, Any], shop: int) -> None:
    """No two findings of one code family name the same place, and no two findings have the same fingerprint."""
    findings = shops[shop].scan(parts).findings
    assert shared_places([f for f in findings if family(f) != "LGE"]) == []
    assert len({f.fingerprint for f in findings}) == len(findings)


def shared_places(findings: list[Finding]) -> list[tuple[str, int, int, str]]:
    """Give the places that several findings of one family name."""
    places = Counter((f.field, f.start, f.end, family(f)) for f in findings)
    return [place for place, count in places.items() if count > 1]


@pytest.mark.parametrize("parts", [{"search_terms": "N\N{WORD JOINER}IKE"}, {"title": "gucci dior N\N{WORD JOINER}IKE"}])
def test_a_disguise_is_reported_once(scanner: Scanner, parts: dict[str, str]) -> None:
    """A disguised name has one finding about the disguise, whatever else is said about the name."""
    assert shared_places(list(scanner.scan(parts).findings)) == []


@FULL
@given(listings(), st.integers(0, 3))
def test_a_report_can_always_be_written(shops: list[Scanner], parts: dict[str, Any], shop: int) -> None:
    """The JSON of a report is valid, holds no lone surrogate, says what the report says, and is the same bytes every time."""
    report = shops[shop].scan(parts)
    written_once = report.model_dump_json()
    assert written_once == shops[shop].scan(parts).model_dump_json() == report.model_dump_json()
    written_once.encode("utf8")
    plain = json.loads(written_once)
    assert (plain["verdict"], plain["score"], len(plain["findings"])) == (report.verdict, report.score, len(report.findings))
    assert [(f["code"], f["start"], f["end"]) for f in plain["findings"]] == [(f.code, f.start, f.end) for f in report.findings]


#: The kinds of evidence that say how the seller's words stand for other ones.
_BETWEEN = {"skeleton", "typo", "sound", "mixed", "mask", "drawn", "near", "halves", "sign"}


@FULL
@given(st.one_of(written(), nasty_texts()))
def test_the_reported_words_read_as_the_term(scanner: Scanner, text: str) -> None:
    """Folding the reported slice of the original gives the term that matched, unless a disguise stands between."""
    for finding in scanner.scan(text).findings:
        steps = {step.kind: step for step in finding.evidence}
        if "match" in steps and not _BETWEEN & steps.keys():
            assert fold(finding.text) == steps["match"].before
        if finding.method == "exact":
            assert not {"skeleton", "typo"} & steps.keys()
        for step in finding.evidence:
            assert 0 <= step.start <= step.end <= len(text)


@FULL
@given(st.one_of(written(), nasty_texts()))
def test_evidence_can_be_run_again(scanner: Scanner, text: str) -> None:
    """Every finding is had again from its text and its evidence."""
    for finding in scanner.scan(text).findings:
        assert replay(text, finding, scanner) == finding


@settings(max_examples=settings().max_examples // 10)
@given(st.lists(st.one_of(written(), nasty_texts(), listings()), max_size=8))
def test_many_are_scanned_as_one_by_one(shops: list[Scanner], items: list[Any]) -> None:
    """`scan_many`, a copy by pickle, and threads give the very reports that `scan` gives, in order."""
    for shop in shops[:2]:
        alone = [shop.scan(item) for item in items]
        assert list(shop.scan_many(items)) == alone
        assert list(pickle.loads(pickle.dumps(shop)).scan_many(items)) == alone  # noqa: S301  our own bytes
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(shop.scan, items)) == alone


@FULL
@given(written())
def test_severity_and_verdict_agree(scanner: Scanner, text: str) -> None:
    """A report passes if nothing counts, blocks only with a violation, and its score is zero just where no finding weighs anything."""
    report: Report = scanner.scan(text)
    if not report.counted:
        assert (report.verdict, report.score) == ("pass", 0.0)
    if report.verdict == "block":
        assert any(f.disposition == "violation" for f in report.counted)
    assert (report.score > 0) == any(f.severity != "info" for f in report.counted)
