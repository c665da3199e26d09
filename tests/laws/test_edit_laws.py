"""Laws of editing: what a small change of the text may change in the report, and what it may not."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nasty import written

from listingguard import Finding, Report, Scanner, Seller

FULL = settings()
HARMLESS = ("新款 ", "夏季 新款 ", "Summer sale ", "【新款】 ")
DAY = dt.date(2026, 12, 1)


def decided(finding: Finding, moved: int = 0) -> tuple[object, ...]:
    """Give what was decided about a place, without the places of the evidence, and without the edit, which never empties a field."""
    plain = dataclasses.replace(finding, start=finding.start - moved, end=finding.end - moved, evidence=(), suggestion=None)
    return dataclasses.astuple(plain)


@FULL
@given(written(), st.sampled_from(HARMLESS))
def test_harmless_words_in_front_change_nothing(scanner: Scanner, text: str, prefix: str) -> None:
    """Harmless words before a text move its findings and change nothing else: same decisions, same fingerprints, same score."""
    before, after = scanner.scan(title=text, sku="A1"), scanner.scan(title=prefix + text, sku="A1")
    assert [decided(f) for f in before.findings] == [decided(f, len(prefix)) for f in after.findings]
    assert (before.score, before.verdict) == (after.score, after.verdict)


@FULL
@given(written(), written())
def test_a_field_more_takes_no_finding_away(scanner: Scanner, title: str, bullet: str) -> None:
    """A bullet that is added takes no finding from the title and never lowers the score.

    It may add some: words of imitation (LGT2) that stand alone in the title count once any field names a brand.
    """
    alone, both = scanner.scan(title=title, sku="A1"), scanner.scan(title=title, bullets=[bullet], sku="A1")
    assert [f for f in alone.findings if not f.code.startswith("LGT2")] == [
        f for f in both.findings if f.field == "title" and not f.code.startswith("LGT2")
    ]
    assert {f.fingerprint for f in alone.findings} <= {f.fingerprint for f in both.findings}
    assert both.score >= alone.score


@FULL
@given(written())
def test_a_suggestion_scans_no_worse(scanner: Scanner, text: str) -> None:
    """The text with a suggestion put in place has no new finding at the edit."""
    report = scanner.scan(text)
    for finding in report.findings:
        if finding.suggestion is not None:
            assert new_at_the_edit(scanner, report, finding) == []


@pytest.mark.parametrize(
    "text", ["复刻高品质高仿'包", "makeupforever某大牌ﬁ", "爱最佳马仕 女包", "耐绝对克 跑鞋", "lo最佳uis vuitton", "国最好家级 白酒"]
)
def test_a_suggestion_makes_no_disguise(scanner: Scanner, text: str) -> None:
    """What closes over a deletion is no name and no claim, neither plain nor disguised nor misspelt."""
    report = scanner.scan(text)
    assert report.counted
    assert [new_at_the_edit(scanner, report, f) for f in report.findings if f.suggestion is not None] in ([], [[]], [[], []])


def new_at_the_edit(scanner: Scanner, report: Report, finding: Finding) -> list[tuple[str, str]]:
    """Apply a suggestion and give the findings that touch it, or close over the gap, and were not there before."""
    assert finding.suggestion is not None
    text = report.listing.title
    left, right = finding.start, finding.start + len(finding.suggestion)
    edited = text[: finding.start] + finding.suggestion + text[finding.end :]
    old = {(f.code, f.text) for f in report.counted}
    here = [f for f in scanner.scan(edited).counted if (f.start < right and f.end > left) or f.start < left < f.end]
    return [(f.code, f.text) for f in here if (f.code, f.text) not in old]


WRITTEN = ("nike", "NIKE", "ＮＩＫＥ", "耐克", "耐吉", "Ｎｉｋｅ")
APPLE = ("小米", "⼩⽶", "Xiaomi", "ＸＩＡＯＭＩ")
HERMES = ("爱马仕", "愛馬仕", "Hermès", "HERMES", "Herme\N{COMBINING GRAVE ACCENT}s")


@pytest.mark.parametrize("names", [WRITTEN, APPLE, HERMES])
@pytest.mark.parametrize("role", ["own", "authorized"])
def test_a_sellers_brand_is_known_in_every_writing(names: tuple[str, ...], role: str) -> None:
    """A brand that the seller names as own or authorised is cleared however it is written, here and there."""
    for declared in names:
        brands = {"own_brands": [declared]} if role == "own" else {"authorized_brands": [declared]}
        shop = Scanner(as_of=DAY, seller=Seller(**brands))
        for title in names:
            report = shop.scan(f"{title}手机 跑鞋 手袋")
            assert [f.usage for f in report.findings if f.category == "trademark"] == [role], (declared, title)
            assert (report.verdict, report.score) == ("pass", 0.0)
