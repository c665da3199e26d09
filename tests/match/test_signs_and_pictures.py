"""Names put together of pieces and pictures, and names with one character wrong: found, and not seen where honest words stand."""

from __future__ import annotations

import pytest

from listingguard import Scanner, replay

PICTURED = {
    "饮料 🔴牛 罐装": "red-bull",
    "天🐱精灵音箱": "tmall-genie",
    "☁南白药 牙膏": "yunnan-baiyao",
    "爱🐎仕丝巾": "hermes",
}
DECORATED = (
    "❤️新款连衣裙❤️",
    "🔥爆款女装🔥 🌸王子公主裙🌸",
    "内里真羊毛✔️包邮✔️ 面包厚底拖鞋",
    "果香推荐🍓香甜草莓味",
)
PLAIN = (
    "耐克运动鞋 男",
    "宜家家居 弹簧床垫",
    "学生钢笔墨囊 可擦",
    "卡通毛绒暖手宝可爱",
    "手机指环扣支架",
)


@pytest.mark.parametrize("text", PICTURED)
def test_a_picture_stands_for_a_word_of_a_name(scanner: Scanner, text: str) -> None:
    """The whole name is found where the picture stands, the disguise is told, and the evidence holds."""
    report = scanner.scan(text)
    (brand,) = [finding for finding in report.findings if finding.brand == PICTURED[text]]
    assert (brand.method, "LGE102" in [finding.code for finding in report.findings]) == ("variant", True)
    assert replay(report, brand, scanner) == brand


@pytest.mark.parametrize("text", DECORATED)
def test_decoration_stands_for_no_word(scanner: Scanner, text: str) -> None:
    """Emoji around and between honest words are no disguise."""
    assert not [finding.text for finding in scanner.scan(text).findings if finding.category == "evasion"]


@pytest.mark.parametrize("text", PLAIN)
def test_what_reads_plainly_is_no_other_name_with_a_character_wrong(scanner: Scanner, text: str) -> None:
    """A listed name, or a character that makes a word with its neighbour, is what it says."""
    assert not [finding.text for finding in scanner.scan(text).findings if finding.category == "evasion"]


@pytest.mark.parametrize(("text", "found"), [("国丨家丨级品质", "国丨家丨级"), ("耐丨克跑鞋", "耐丨克")])
def test_a_stroke_parts_characters_as_a_bar_does(scanner: Scanner, text: str, found: str) -> None:
    """丨 is drawn like a bar and read like one; between words it parts them, as a bar does."""
    assert found in [finding.text for finding in scanner.scan(text).findings]
    assert not scanner.scan("新款丨时尚丨加厚丨窗帘").findings
