"""Absolute and other forbidden words, and why they are no offence at times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from listingguard import Scanner

CLAIMS = [
    ("最佳面霜 滋润", "最佳", "absolute"),
    ("顶级面料 四件套", "顶级", "absolute"),
    ("全国销量第一 豆浆机", "全国销量第一", "absolute"),
    ("全网最低价 秒杀", "全网最低价", "price"),
    ("治疗失眠 枕头", "治疗失眠", "medical"),
    ("驰名商标 酱油", "驰名商标", "state"),
    ("高仿手表 男", "高仿", "counterfeit"),
    ("明星同款 墨镜", "明星同款", "imitation"),
    ("開光手串", "開光", "superstition"),
]
EXCUSED = [
    ("这是本系列最佳的一款", "self-comparison"),
    ("最佳赏味期7天 请冷藏", "usage-tip"),
    ("没有最好，只有更合适", "negation"),
    ("追求极致的手感", "goal"),
    ("送给最好的妈妈", "unrelated"),
    ("哪款才是最好的选择？请看尺码", "question"),
]


@pytest.mark.parametrize(("title", "text", "category"), CLAIMS)
def test_a_claim_is_found_at_its_words(scanner: Scanner, title: str, text: str, category: str) -> None:
    """A forbidden word is a finding with its category, its law and a message that quotes it."""
    (finding,) = scanner.scan(title).counted
    assert (finding.text, finding.category, finding.brand, finding.usage) == (text, category, None, None)
    assert text in finding.message
    assert finding.basis
    assert finding.advice


@pytest.mark.parametrize(("title", "exemption"), EXCUSED)
def test_an_exemption_excuses_and_says_why(scanner: Scanner, title: str, exemption: str) -> None:
    """An excused word stays in the report, does not count, has nothing to mend, and names the exemption and its words."""
    report = scanner.scan(title)
    (finding,) = report.findings
    assert (finding.disposition, finding.severity, finding.suggestion) == ("excused", "info", None)
    (step,) = [s for s in finding.evidence if s.kind == "exemption"]
    assert step.after == exemption
    assert title[step.start : step.end] == step.before != ""
    assert (report.verdict, report.score) == ("pass", 0.0)


def test_an_exemption_ends_with_its_sentence(scanner: Scanner) -> None:
    """What excuses a word must stand in the same sentence."""
    assert scanner.scan("追求极致的手感").verdict == "pass"
    assert scanner.scan("我们有追求。极致的手感").verdict != "pass"


def test_what_proof_could_settle_is_never_silent(scanner: Scanner) -> None:
    """A fact with year, place and source needs evidence; the bare claim is a violation; both are reported."""
    (sourced,) = scanner.scan("2024年全国销量第一（来源：欧睿国际年度报告）").findings
    (bare,) = scanner.scan("全国销量第一").findings
    assert (sourced.disposition, bare.disposition) == ("needs_evidence", "violation")
    assert sourced.severity == "medium"
    assert bare.severity == "high"


@pytest.mark.parametrize("title", ["第一次使用请先充电", "最近到货", "最后三天", "国家级实验室", "收缩压偏高"])
def test_longer_words_are_other_words(scanner: Scanner, title: str) -> None:
    """A forbidden word inside a harmless longer one is nothing."""
    assert scanner.scan(title).findings == ()


def test_a_disguised_claim_is_a_claim(scanner: Scanner) -> None:
    """Hiding a forbidden word makes it no less one, and the disguise is a finding of its own."""
    plain, hidden = scanner.scan("最佳面霜"), scanner.scan("最\N{ZERO WIDTH SPACE}佳面霜")
    assert [f.code for f in hidden.findings if f.category != "evasion"] == [f.code for f in plain.findings]
    assert [f.code for f in hidden.findings if f.category == "evasion"] == ["LGE101"]
    assert hidden.score > plain.score


def test_claims_inside_a_brands_name_are_the_name(codes: Callable[..., list[str]]) -> None:
    """A word of a rule inside an accepted brand is not judged for itself."""
    assert codes("Best Buy 礼品卡") == codes("Best Buy 礼品卡 ")
    assert [code for code in codes("耐克 最佳") if code.startswith("LGC")] == ["LGC101"]


@pytest.mark.parametrize(("title", "clean"), [("最佳面霜 滋润", "优选面霜 滋润"), ("全网最低价 秒杀窗帘", " 秒杀窗帘")])
def test_a_suggestion_mends(scanner: Scanner, title: str, clean: str) -> None:
    """The text with the suggestion put in place scans clean."""
    (finding,) = scanner.scan(title).counted
    assert finding.suggestion is not None
    mended = title[: finding.start] + finding.suggestion + title[finding.end :]
    assert mended == clean
    assert scanner.scan(mended).ok


def test_words_beside_a_brand_need_the_brand(scanner: Scanner) -> None:
    """Some words are an offence only beside somebody's brand, in whatever field the brand stands."""
    assert scanner.scan("原版型连衣裙").ok
    assert not scanner.scan("Nike 原版型卫衣").ok
    assert scanner.scan(title="Nike 卫衣", bullets=["原版型"]).counted[-1].field == "bullets[0]"
