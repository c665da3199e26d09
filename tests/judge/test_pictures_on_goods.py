"""A game, a film or a character as the picture on goods of another kind, and where it is more than that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from listingguard import Finding, Scanner, Seller

Ask = Callable[..., list[Finding]]

PICTURES = [
    "原神 鼠标垫 加厚锁边 80x30cm",
    "卡通周边 火影忍者 铅笔盒 大容量",
    "Naruto mouse pad 80 x 30 cm",
    "皮卡丘 鉛筆盒 大容量",
    "蜘蛛侠 笔筒 收纳盒",
]
BRANDS = [
    "火影忍者 手办 摆件",  # its own goods
    "王者荣耀 点券 直充",
    "皮卡丘 短袖T恤 男",  # goods that are worn and sold under such names
    "火影忍者 双肩包 铅笔盒",
    "正版 火影忍者 铅笔盒",  # a claimed tie with the owner
    "火影忍者联名 铅笔盒",
    "迪士尼 铅笔盒",  # the mark of the house, alone or beside a work
    "漫威 蜘蛛侠 笔筒 收纳盒",
    "Pokémon pencil case",
    "火影忍者 派对布置",  # goods that nobody knows
]


@pytest.mark.parametrize("title", PICTURES)
def test_a_picture_is_told_and_passes(scanner: Scanner, title: str) -> None:
    """A picture needs a licence, which the finding says; by itself it stops no listing, and a strict report asks for review."""
    report = scanner.scan(title)
    found = [f for f in report.findings if f.category == "trademark"]
    assert {(f.code, f.usage, f.disposition, f.severity) for f in found} == {("LGT107", "product", "needs_evidence", "low")}
    assert report.verdict == "pass"
    assert found[0].reasons[-1].endswith("on which the work or its character is a picture")
    assert scanner.scan(title, strictness="strict").verdict == "review"


@pytest.mark.parametrize("title", BRANDS)
def test_a_work_that_sells_the_goods_is_their_brand(brands: Ask, title: str) -> None:
    """Own goods, what is worn, a claimed tie with the owner, and the mark of the house ask for papers as any brand does."""
    assert ("LGT101", "product") in {(f.code, f.usage) for f in brands(title)}


def test_the_listing_that_names_a_work_as_its_brand_claims_it(brands: Ask) -> None:
    """In the field for the brand a work is no picture; an owner's own work stays the owner's."""
    assert "LGT101" in {f.code for f in brands(title="铅笔盒", brand="火影忍者")}
    assert {f.code for f in brands(title="火影忍者 铅笔盒", seller=Seller(own_brands=["火影忍者"]))} == {"LGT104"}


def test_pictures_to_choose_from_are_no_list_of_rivals(scanner: Scanner) -> None:
    """Three works on three designs of one mouse pad are no stuffing."""
    assert "LGK101" not in {f.code for f in scanner.scan("鼠标垫 可选 火影忍者 英雄联盟 初音未来").findings}


def test_another_transcription_of_a_work_hides_nothing(scanner: Scanner) -> None:
    """赛尔达 for 塞尔达 is told as spelt by sound, as mildly as the picture itself; a mask is a mask."""
    (heard,) = [f for f in scanner.scan("赛尔达传说 鼠标垫").findings if f.category == "evasion"]
    assert (heard.name, heard.severity) == ("spelled-by-sound", "low")
    (masked,) = [f for f in scanner.scan("塞·尔·达·传·说 鼠标垫").findings if f.category == "evasion"]
    assert masked.severity == "high"
