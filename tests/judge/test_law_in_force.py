"""Which law holds: by day, by place, by marketplace."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from listingguard import ConfigError, Scanner
from listingguard.lexicon import Lexicon


def bases(scanner: Scanner, title: str, **options: Any) -> set[str]:
    """Give the ids of all bases of a title's findings."""
    return {basis.id for finding in scanner.scan(title=title, **options).findings for basis in finding.basis}


def test_the_trademark_law_changes_on_the_first_of_january_2027(scanner: Scanner) -> None:
    """Article 57 holds through the last day of 2026, article 72 from the first of 2027, never both, never none."""
    title = "耐克同款跑鞋"
    for day in (dt.date(2026, 1, 1), dt.date(2026, 12, 31)):
        assert {"cn-tm-57", "cn-tm-72"} & bases(scanner, title, as_of=day) == {"cn-tm-57"}
    for day in (dt.date(2027, 1, 1), dt.date(2030, 6, 1)):
        assert {"cn-tm-57", "cn-tm-72"} & bases(scanner, title, as_of=day) == {"cn-tm-72"}


def test_every_basis_of_a_finding_is_in_force(scanner: Scanner) -> None:
    """No finding leans on a law of another day; the day stands in the report."""
    for day in (dt.date(2024, 5, 1), dt.date(2026, 12, 1), dt.date(2028, 1, 1)):
        report = scanner.scan(title="耐克同款 最佳 全网最低价 治疗失眠 驰名商标", as_of=day)
        assert report.as_of == day
        for basis in (basis for finding in report.findings for basis in finding.basis):
            assert basis.effective_from is None or basis.effective_from <= day
            assert basis.effective_to is None or day <= basis.effective_to


@pytest.mark.parametrize(
    ("options", "start"),
    [({}, "cn-"), ({"marketplace": "taobao"}, "cn-"), ({"marketplace": "Amazon"}, "us-"), ({"marketplace": "shopee-tw"}, "tw-")],
)
def test_the_marketplace_decides_whose_law_holds(scanner: Scanner, options: dict[str, Any], start: str) -> None:
    """Without a marketplace the law of mainland China holds, whatever the script; with one, the law where it sells."""
    for title in ("耐克同款跑鞋", "愛馬仕同款手袋", "Nike dupe shoes"):
        laws = {b.id for f in scanner.scan(title=title, **options).findings for b in f.basis if b.layer == "law"}
        assert laws
        assert all(law.startswith(start) for law in laws)


def test_a_rule_without_a_basis_does_not_hold() -> None:
    """What mainland law forbids in words of its own is nothing on a marketplace elsewhere."""
    title = "驰名商标 酱油"
    assert Scanner(jurisdiction="CN").scan(title).verdict == "block"
    assert Scanner(jurisdiction="EU").scan(title).ok


def test_a_jurisdiction_overrides_the_marketplace() -> None:
    """Whoever names a jurisdiction gets its law, and the marketplace's form as before."""
    report = Scanner(jurisdiction="CN", marketplace="amazon").scan("耐克跑鞋" + "a" * 80)
    assert report.jurisdictions == ("CN",)
    assert report.marketplace == "amazon"
    assert {f.code for f in report.findings} == {"LGT101", "LGM101"}


def test_the_language_changes_the_wording_only() -> None:
    """Messages, advice, reasons and laws are worded in the language asked for; codes, places and fingerprints stay."""
    title = "耐克同款跑鞋"
    reports = [Scanner(lang=lang).scan(title) for lang in ("en", "zh-Hans", "zh-Hant")]
    assert len({tuple((f.code, f.start, f.end, f.fingerprint) for f in r.findings) for r in reports}) == 1
    assert len({r.findings[0].message for r in reports}) == 3
    assert "商標" in reports[2].findings[0].basis[-1].law
    assert reports[0].findings[0].message.isascii() is False  # the quoted word
    assert reports[0].lang == "en"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"marketplace": "taobbao"}, "did you mean 'taobao'"),
        ({"marketplace": "zzzzzz"}, "known are"),
        ({"jurisdiction": "XX"}, "unknown jurisdiction 'XX'"),
        ({"lang": "fr"}, "unknown language 'fr'"),
    ],
)
def test_a_wrong_setting_is_said_when_the_scanner_is_built(options: dict[str, Any], problem: str) -> None:
    """An unknown marketplace, jurisdiction or language fails at once, with what is known."""
    with pytest.raises(ConfigError, match=problem):
        Scanner(**options)


def test_indicating_a_purpose_changes_its_article_in_2027(scanner: Scanner) -> None:
    """Naming what the goods fit leans on article 59 of the old Trademark Law and on article 73(3) of the new one."""
    title = "适用于戴森V8吸尘器滤芯 配件"
    assert {"cn-tm-59", "cn-tm-73-3"} & bases(scanner, title, as_of=dt.date(2026, 12, 31)) == {"cn-tm-59"}
    assert {"cn-tm-59", "cn-tm-73-3"} & bases(scanner, title, as_of=dt.date(2027, 1, 1)) == {"cn-tm-73-3"}


def test_a_brand_in_search_terms_is_confusion_since_october_2025(scanner: Scanner) -> None:
    """The mainland's law names hidden keywords from 2025-10-15 on; Amazon keeps brands out of search terms by its own rule."""
    listing = {"title": "无线吸尘器 家用", "search_terms": "戴森 吸尘器"}

    def codes(**options: Any) -> set[str]:
        return {f.code for f in scanner.scan(listing, **options).findings}

    assert "LGK102" not in codes(as_of=dt.date(2025, 10, 14))
    assert "LGK102" in codes(as_of=dt.date(2025, 10, 15))
    assert "LGK102" in codes(as_of=dt.date(2025, 10, 14), marketplace="amazon")


@pytest.mark.parametrize("title", ["零添加酱油 酿造 500ml", "无添加 酸奶 整箱"])
def test_food_claims_of_what_was_not_added_are_banned_from_march_2027(scanner: Scanner, title: str) -> None:
    """Until GB 7718-2025 is in force such words need proof; from its first day they are a violation."""
    found = {day: scanner.scan(title, as_of=day).findings for day in (dt.date(2027, 3, 15), dt.date(2027, 3, 16))}
    before, after = ([(f.disposition, f.basis[0].id) for f in findings] for findings in found.values())
    assert [disposition for disposition, _ in before] == ["needs_evidence"]
    assert after == [("violation", "cn-gb-7718-2025")]


@pytest.mark.parametrize(
    ("title", "marketplace", "code"),
    [
        ("Cotton socks 6 pairs hot sale", "amazon", "LGK201"),
        ("镇店之宝 不锈钢汤锅", "pinduoduo", "LGK201"),
        ("手机壳定制 微信同号", "taobao", "LGE201"),
        ("★ Ceramic mug 350 ml", "lazada", "LGM201"),
    ],
)
def test_a_marketplaces_own_rule_holds_there_only(scanner: Scanner, title: str, marketplace: str, code: str) -> None:
    """A rule that no law bears is reported on the marketplaces that have it, and nowhere else."""
    assert code in {f.code for f in scanner.scan(title, marketplace=marketplace).findings}
    for elsewhere in (Scanner(), Scanner(jurisdiction="US"), Scanner(jurisdiction="EU"), Scanner(marketplace="etsy")):
        assert code not in {f.code for f in elsewhere.scan(title).findings}


def test_a_law_has_one_name(lexicon: Lexicon) -> None:
    """A law is called the same in every basis, so that no finding cites one law twice; a revision stands beside the article."""
    names: dict[str, set[str]] = {}
    for basis in lexicon.bases.values():
        names.setdefault(basis.law["en"], set()).add(basis.law["zh-Hans"])
        assert "revision" not in basis.law["en"]
        assert "修订" not in basis.law["zh-Hans"]
    assert {en: zh for en, zh in names.items() if len(zh) > 1} == {}
