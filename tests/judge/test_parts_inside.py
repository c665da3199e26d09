"""Brands named for what is inside another maker's goods: told mildly, and as the goods where these are sold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from listingguard import Finding, Scanner

Ask = Callable[..., list[Finding]]

INSIDE = [
    ("联想笔记本电脑 英特尔酷睿i5 16G", "英特尔"),  # the maker stands before
    ("Intel i5 联想笔记本 16G", "Intel"),  # or behind, where nothing of the part's maker is sold
    ("台式电脑主机 酷睿i7 独显 组装机", "酷睿"),  # the goods stand before
    ("Lenovo laptop with Intel Core i7, 16 GB", "Intel Core"),
    ("七彩虹 RTX 4060 显卡", "RTX 4060"),  # a chip on another's card
    ("小米手机 骁龙8 全网通", "骁龙"),
    ("捷安特山地自行车 禧玛诺变速 27速", "禧玛诺"),
    ("海鸥 机械手表 Miyota机芯", "Miyota"),
    ("羽绒服 男 YKK拉链", "YKK"),
    ("华硕笔记本 16G Win11", "Win11"),
]
SOLD = [
    ("英特尔 CPU i5 散片", "英特尔"),
    ("英特尔酷睿i5 处理器 台式机用", "酷睿"),
    ("RTX 4060 显卡 8G", "RTX 4060"),
    ("笔记本内存 金士顿 16G", "金士顿"),
    ("3M口罩 防尘", "3M"),
    ("YKK拉链 尼龙 20厘米", "YKK"),
    ("酷睿i7 独显 组装电脑主机", "酷睿"),  # opens the title: who knows
]


@pytest.mark.parametrize(("title", "text"), INSIDE)
def test_what_is_inside_is_told_mildly(brands: Ask, title: str, text: str) -> None:
    """The finding asks for proof of the part, with low severity, and its evidence names the goods or their maker."""
    (found,) = [f for f in brands(title) if f.text == text]
    assert (found.code, found.usage, found.disposition, found.severity) == ("LGT108", "product", "needs_evidence", "low")
    assert found.evidence[-1].after in ("goods that it goes into", "the maker of the goods that it goes into")


@pytest.mark.parametrize(("title", "text"), SOLD)
def test_the_goods_of_a_maker_of_parts_are_its_goods(brands: Ask, title: str, text: str) -> None:
    """Where the part itself is sold, its brand is the brand of the goods."""
    (found,) = [f for f in brands(title) if f.text == text]
    assert (found.code, found.severity) == ("LGT101", "medium")


def test_a_tie_with_the_maker_of_a_part_is_a_claim(brands: Ask) -> None:
    """官方授权 beside Intel claims more than a processor; in the field for the brand Intel is no part."""
    assert ("英特尔", "high") in {(f.text, f.severity) for f in brands("联想笔记本 英特尔官方授权")}
    assert {f.code for f in brands(title="笔记本电脑 16G", brand="英特尔")} == {"LGT101"}


def test_parts_are_no_rivals(scanner: Scanner) -> None:
    """A laptop with parts of three makers is no list of rivals."""
    assert "LGK101" not in {f.code for f in scanner.scan("联想笔记本电脑 英特尔酷睿i7 英伟达RTX 4060 金士顿固态硬盘").findings}


def test_a_part_fits_what_its_goods_fit(brands: Ask) -> None:
    """A film for laptops of one processor names it for what it fits, and a measure is no mark."""
    assert {f.usage for f in brands("键盘膜 适用联想小新 锐龙版")} == {"compatible"}
    assert brands("运动鞋鞋带 3M 加长") == []
