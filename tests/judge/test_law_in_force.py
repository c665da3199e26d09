"""Which law holds: by day, by place, by marketplace."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from listingguard import ConfigError, Scanner


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
