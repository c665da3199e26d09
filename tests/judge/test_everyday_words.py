"""Everyday words that are brands, too: a second signal decides, and the word alone is only a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from listingguard import Finding

Ask = Callable[..., list[Finding]]

WORDS = [
    "红富士苹果5斤装 脆甜多汁",
    "苹果味硬糖 水果糖",
    "苹果绿 连衣裙",
    "陕北小米 农家杂粮 500g",
    "小米粥 早餐 速食",
    "精美的空调罩 防尘",
    "完美的手感 羊毛毯",
    "大众口味 香辣牛肉干",
    "现代简约沙发",
    "老板椅 办公室",
    "公牛造型摆件",
    "coach class ticket holder",
    "mango dried fruit snack",
    "Gap year travel journal",
    "target practice paper 50 sheets",
    "apple pie baking tin",
]
BRANDS = [
    ("小米14 手机 全网通", "小米", "xiaomi", "goods"),
    ("苹果14 Pro Max 全网通", "苹果", "apple", "goods"),
    ("美的空调 1.5匹", "美的", "midea", "goods"),
    ("老板油烟机 侧吸", "老板", "robam", "goods"),
    ("公牛插座 三孔", "公牛", "bull", "goods"),
    ("Coach handbag leather tote", "Coach", "coach", "goods"),
    ("Apple iPhone 15 256GB", "Apple", "apple", "signal"),
    ("nk运动鞋 春季", "nk", "nike", "goods"),
    ("c家手袋 菱格", "c家", "chanel", "goods"),
    ("美的同款 空调罩", "美的", "midea", "signal"),
]


@pytest.mark.parametrize("title", WORDS)
def test_without_a_second_signal_it_is_the_word(brands: Ask, title: str) -> None:
    """An everyday word names no brand while nothing around it says so."""
    assert brands(title) == []


@pytest.mark.parametrize(("title", "text", "brand", "kind"), BRANDS)
def test_a_second_signal_makes_it_the_brand(brands: Ask, title: str, text: str, brand: str, kind: str) -> None:
    """Goods of the brand, another of its names or a word of imitation beside it make it the brand; the evidence shows which."""
    (finding,) = [f for f in brands(title) if f.text == text]
    assert finding.brand == brand
    assert kind in {step.kind for step in finding.evidence}
    assert finding.confidence < 0.99


def test_the_word_and_the_brand_in_one_listing(brands: Ask) -> None:
    """The brand field and the category tell what the title leaves open."""
    assert brands(title="苹果 2026新款") == []
    assert [f.field for f in brands(title="苹果 2026新款", brand="Apple")] == ["title", "brand"]
    assert [f.brand for f in brands(title="苹果 2026新款", category="手机")] == ["apple"]
    assert brands(title="苹果 2026新款", category="生鲜水果") == []


def test_a_plain_name_needs_no_signal_and_is_surer(brands: Ask) -> None:
    """A name that means nothing else counts alone, and is surer than an everyday word with a signal."""
    (plain,), (signalled,) = brands("耐克 春季新款"), brands("美的空调 1.5匹")
    assert plain.confidence > signalled.confidence
    assert plain.usage == signalled.usage == "product"


def test_a_nickname_alone_is_a_word(brands: Ask) -> None:
    """Short forms and model names that mean something else need their goods."""
    assert brands("Slam dunk 篮球海报") == []
    assert brands("对勾贴纸 老师奖励") == []
    assert [f.brand for f in brands("Dunk 熊猫 板鞋 男")] == ["nike"]


@pytest.mark.parametrize(
    "title", ["MK-007 项链 女", "WD-6603 收纳箱", "CK-88 手表 男", "TB-15 女包 斜挎", "NS061 美工刀", "钢卷尺 3m*16mm"]
)
def test_an_item_number_names_no_brand(brands: Ask, title: str) -> None:
    """A few letters at the head of the seller's own number are no brand, whatever the goods; nor is a measure."""
    assert brands(title) == []


def test_a_code_is_the_brand_beside_its_name(brands: Ask) -> None:
    """The brand field, or a plain name of the brand, still tells what the letters stand for."""
    assert [f.brand for f in brands(title="CK-88 手表", brand="Calvin Klein") if f.field == "title"] == ["calvin-klein"]
    assert {f.brand for f in brands("nk 跑步鞋 2026春")} == {"nike"}


def test_two_letters_behind_a_makers_name_are_its_own(brands: Ask) -> None:
    """Behind the plain name of another maker of such goods two letters are a mark of its goods, unless two brands work together."""
    assert {f.brand for f in brands("阿迪达斯 RUNFAST CF 拖鞋")} == {"adidas"}
    assert {f.brand for f in brands("Sacai x nk 跑步鞋 联名")} == {"sacai", "nike"}
