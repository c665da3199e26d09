"""The seller's own decisions: allow entries, strictness, and replay under the settings of a report."""

from __future__ import annotations

import dataclasses
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nasty import listings

import listingguard as lg
from listingguard import Allow, ConfigError, Finding, Scanner, Seller

DAY = dt.date(2026, 11, 22)
LENIENT, NORMAL, STRICT = (Scanner(strictness=level, as_of=DAY) for level in ("lenient", "normal", "strict"))


def allow(text: str, *entries: Allow, **more: Any) -> lg.Report:
    """Scan with allow entries."""
    return lg.scan(text, seller=Seller(allow=entries), as_of=DAY, **more)


# --- allow entries ---


@pytest.mark.parametrize("term", ["全网最低价", "全網最低價", " 全网最低价 "])
@pytest.mark.parametrize("text", ["全网最低价 毛巾", "全網最低價 毛巾", "毛巾，全网最低价！"])
def test_terms_fold_as_texts_do(term: str, text: str) -> None:
    """Case, width and script of neither side make a difference."""
    (finding,) = allow(text, Allow(term, "checked")).findings
    assert finding.disposition == "excused"
    assert finding.evidence[-1].kind == "seller"
    assert "checked" in finding.reasons[-1]


@given(st.sampled_from(["nike", "Gucci", "LV"]), st.sampled_from([str.upper, str.lower, str.title]), st.booleans())
def test_latin_terms_fold_as_well(name: str, case: Any, wide: bool) -> None:  # noqa: FBT001  two ways to write
    """ＮＩＫＥ, nike and Nike are one term."""
    written = case(name).translate({c: c + 0xFEE0 for c in range(0x21, 0x7F)}) if wide else case(name)
    assert all(f.disposition == "excused" for f in allow(f"{written} 手提包", Allow(name, "sample goods")).findings)


def test_only_what_stands_inside_is_excused() -> None:
    """An entry excuses the words that it names: no longer ones, no other place, no word that holds it."""
    report = allow("全网最低价 LV同款", Allow("最低价", "r"), Allow("同款", "r"))
    assert [(f.text, f.disposition == "excused") for f in report.findings] == [("全网最低价", False), ("LV", False), ("同款", True)]


def test_a_disguise_stays_one() -> None:
    """Hidden characters are no part of what was allowed, unless the entry names their rule."""
    text = "N\N{ZERO WIDTH SPACE}IKE 跑鞋"
    codes = [f.code for f in allow(text, Allow("nike", "r")).findings if f.disposition != "excused"]
    assert codes == ["LGE101"]
    assert not allow(text, Allow("nike", "r"), Allow("nike", "printed so", rules=["LGE101"])).counted


@pytest.mark.parametrize(
    ("narrowed", "excused"),
    [({"fields": ["title"]}, True), ({"fields": ["bullets"]}, False), ({"rules": ["LGC201"]}, True), ({"rules": ["LGC102"]}, False)],
)
def test_fields_and_rules_narrow_it(narrowed: dict[str, Any], *, excused: bool) -> None:
    """An entry counts only in its fields and for its rules."""
    (finding,) = allow("全网最低价 毛巾", Allow("全网最低价", "r", **narrowed)).findings
    assert (finding.disposition == "excused") is excused


def test_the_last_day_counts_and_then_it_is_told() -> None:
    """An entry counts on its last day; after it, the finding is back, and the report says why."""
    on, after = (allow("全网最低价 毛巾", Allow("全网最低价", "r", until=day)) for day in (DAY, DAY - dt.timedelta(1)))
    assert (on.findings[0].disposition, on.notes) == ("excused", ())
    assert after.findings[0].disposition == "violation"
    assert "2026-11-21" in after.notes[0]
    assert not allow("毛巾", Allow("全网最低价", "r", until="2020-01-01")).notes


def test_unused_entries_can_be_found() -> None:
    """A report tells which entries excused nothing."""
    used, idle = Allow("全网最低价", "r"), Allow("同款", "r")
    assert allow("全网最低价 毛巾", used, idle).unused_allow == (idle,)
    assert lg.scan("毛巾").unused_allow == ()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: Allow("", "r"), "term is empty"),
        (lambda: Allow("x", " "), "gives no reason"),
        (lambda: Allow("x", "r", until="soon"), "ends on a day"),
        (lambda: Allow("x", "r", fields=[1]), "list of texts"),
        (lambda: Seller(allow="x"), "list of Allow"),
        (lambda: Seller(allow=["x"]), "holds str"),
    ],
)
def test_mistakes_are_named(wrong: Any, message: str) -> None:
    """What cannot be meant is refused where it is written."""
    with pytest.raises(ConfigError, match=message):
        wrong()


def test_the_seller_stays_out_of_the_json() -> None:
    """Who sells, and what was decided, is not written into a report that goes elsewhere."""
    report = allow("毛巾", Allow("全网最低价", "a secret reason"))
    assert "secret" not in report.model_dump_json()
    assert "seller" not in report.model_dump()


# --- strictness ---


def keys(findings: tuple[Finding, ...]) -> set[tuple[Any, ...]]:
    """Give what tells findings apart."""
    return {(f.field, f.start, f.end, f.code, f.term, f.confidence) for f in findings}


@given(listings())
def test_a_stricter_report_tells_at_least_as_much(parts: dict[str, Any]) -> None:
    """Strict tells all that normal tells, and normal all that lenient tells; the verdict never gets milder."""
    reports = [scanner.scan(parts) for scanner in (LENIENT, NORMAL, STRICT)]
    assert keys(reports[0].findings) <= keys(reports[1].findings) <= keys(reports[2].findings)
    ranks = [["pass", "review", "block"].index(report.verdict) for report in reports]
    assert ranks == sorted(ranks)
    assert all(f.confidence >= 0.8 for f in reports[0].findings)


@given(listings())
def test_to_pass_is_what_stands_in_the_way(parts: dict[str, Any]) -> None:
    """A report has something in its way exactly if it does not pass."""
    for scanner in (LENIENT, NORMAL, STRICT):
        report = scanner.scan(parts)
        assert bool(report.to_pass) is not report.ok
        assert set(report.to_pass) <= set(report.counted)


def test_strict_tells_words_that_nobody_decided() -> None:
    """An everyday word that may be a brand is reported for review in a strict report only; a part of another word never."""
    assert [scanner.scan("新鲜苹果 整箱").verdict for scanner in (LENIENT, NORMAL, STRICT)] == ["pass", "pass", "review"]
    assert [f.code for f in STRICT.scan("新鲜苹果 整箱").findings] == ["LGT106"]
    assert STRICT.scan("精美的礼盒").ok


def test_an_unknown_level_is_refused() -> None:
    """A level that does not exist fails when the scanner is built."""
    wrong: Any = "very"
    with pytest.raises(ConfigError, match="known are lenient, normal, strict"):
        Scanner(strictness=wrong)
    assert pickle.loads(pickle.dumps(STRICT)).strictness == "strict"  # noqa: S301  our own


# --- replay ---


@pytest.mark.parametrize(
    "settings",
    [
        {"marketplace": "amazon", "lang": "zh-Hans"},
        {"jurisdiction": "TW"},
        {"strictness": "strict", "as_of": dt.date(2026, 12, 1)},
        {"seller": Seller(own_brands=["Nike"], allow=[Allow("最佳", "r")])},
    ],
)
def test_a_report_replays_under_its_own_settings(settings: dict[str, Any]) -> None:
    """Every finding of a report follows again from the report alone, whatever the settings were."""
    report = lg.scan(title="Nike 最佳 苹果 best seller 治疗失眠", bullets=["LV同款"], **settings)
    assert report.findings
    for finding in report.findings:
        assert lg.replay(report, finding) == finding


@pytest.mark.parametrize(
    "text", ["<p>H&amp;M 连衣裙 steam d&amp;ck</p>", "PRΛ<b>DΛ</b> 手提包", "λ р aвλрtн 手机", "N工KE跑鞋 Natural[izer 女鞋"]
)
def test_disguises_and_markup_replay(text: str) -> None:
    """Evidence about a piece of HTML, or of letters with several readings, holds when it is played again."""
    report = lg.scan(description=text)
    assert report.findings
    for finding in report.findings:
        assert lg.replay(report, finding) == finding


def test_a_report_about_another_text_does_not_replay() -> None:
    """A report whose listing has changed no longer bears its findings out."""
    report = lg.scan("LV同款窗帘")
    changed = dataclasses.replace(report, listing=lg.Listing(title="窗帘"))
    with pytest.raises(lg.ReplayError):
        lg.replay(changed, report.findings[0])
