"""What a brand is named for: as the goods, as what they fit, to sell an imitation, or by its owner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from listingguard import Finding, Scanner, Seller

Ask = Callable[..., list[Finding]]

USES = [
    ("耐克跑步鞋 男 透气", "耐克", "product"),
    ("Nike running shoes men", "Nike", "product"),
    ("正品耐克跑步鞋", "耐克", "product"),
    ("适用于耐克运动鞋的鞋带", "耐克", "compatible"),
    ("适用于苹果15手机壳 透明", "苹果", "compatible"),
    ("iPhone15手机壳 防摔", "iPhone", "compatible"),
    ("compatible with Dyson V11 battery", "Dyson", "compatible"),
    ("clear case for iPhone 15", "iPhone", "compatible"),
    ("墨盒 适用于惠普打印机", "惠普", "compatible"),
    ("耐克同款运动鞋", "耐克", "imitation"),
    ("香奈儿平替香水", "香奈儿", "imitation"),
    ("媲美爱马仕的皮带", "爱马仕", "imitation"),
    ("dupe for Gucci belt", "Gucci", "imitation"),
    ("inspired by Chanel handbag", "Chanel", "imitation"),
]
FOLLOWS = {
    "product": ("LGT101", "needs_evidence", "medium"),
    "compatible": ("LGT102", "excused", "info"),
    "imitation": ("LGT103", "violation", "high"),
    "own": ("LGT104", "excused", "info"),
    "authorized": ("LGT104", "excused", "info"),
}


@pytest.mark.parametrize(("title", "text", "usage"), USES)
def test_the_words_around_a_brand_tell_its_use(brands: Ask, title: str, text: str, usage: str) -> None:
    """The use decides about code, disposition and severity; what tells the use stands in the evidence."""
    (finding,) = [f for f in brands(title) if f.text == text]
    assert finding.usage == usage
    assert (finding.code, finding.disposition, finding.severity) == FOLLOWS[usage]
    if usage != "product":
        assert {"cue", "goods", "signal"} & {step.kind for step in finding.evidence}


def test_a_list_goes_on_as_it_began(brands: Ask) -> None:
    """适用于 reaches over a list of brands, not only to the first."""
    found = brands("钢化膜 适用于 华为/三星/OPPO 手机")
    assert [f.usage for f in found] == ["compatible"] * len(found)
    assert {f.brand for f in found} >= {"huawei", "samsung", "oppo"}


def test_imitation_is_two_findings(scanner: Scanner) -> None:
    """The brand and the word that imitates are findings of their own, at their own places."""
    report = scanner.scan("耐克同款运动鞋")
    assert [(f.text, f.category) for f in report.findings] == [("耐克", "trademark"), ("同款", "imitation")]
    assert report.verdict == "block"


@pytest.mark.parametrize(("seller", "usage"), [(Seller(own_brands=["耐克"]), "own"), (Seller(authorized_brands=["NIKE"]), "authorized")])
def test_what_the_seller_may_use_is_excused(scanner: Scanner, seller: Seller, usage: str) -> None:
    """Own and authorised brands stay for the record and do not count, under all names of the brand; the evidence is the seller's word."""
    report = scanner.scan(title="耐克跑步鞋 Nike", seller=seller)
    assert [f.usage for f in report.findings] == [usage, usage]
    assert (report.verdict, report.score) == ("pass", 0.0)
    for finding in report.findings:
        assert (finding.code, finding.disposition, finding.severity) == FOLLOWS[usage]
        assert "seller" in {step.kind for step in finding.evidence}


def test_an_own_name_covers_the_names_inside(scanner: Scanner) -> None:
    """A brand's name inside the seller's own longer name is the seller's name there, and the brand's elsewhere."""
    seller = Seller(own_brands=["耐克斯"])
    assert [(f.start, f.text) for f in scanner.scan(title="耐克斯跑鞋 耐克跑鞋", seller=seller).findings] == [(6, "耐克")]


def test_a_watch_word_is_reported(scanner: Scanner) -> None:
    """A word on the watch list needs a look, wherever it stands; a brand that is watched stays one finding."""
    report = scanner.scan(title="样品 窗帘", seller=Seller(watch_words=["样品"]))
    assert [(f.code, f.text, f.method, f.disposition) for f in report.findings] == [("LGT105", "样品", "watch", "needs_evidence")]
    assert report.verdict == "review"
    both = scanner.scan(title="耐克跑鞋", seller=Seller(watch_words=["耐克"]))
    assert len({(f.start, f.end, f.code[:4]) for f in both.findings}) == len(both.findings) == 1


def test_an_own_brand_is_not_imitated_by_its_owner(scanner: Scanner) -> None:
    """Words of imitation beside the seller's own brand are no worse than beside no brand."""
    mine: Any = scanner.scan(title="Nike同款跑鞋", seller=Seller(own_brands=["Nike"]))
    nobody = scanner.scan(title="经典同款跑鞋")
    assert mine.score <= nobody.score
