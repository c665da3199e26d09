"""What a listing sells decides which words are ordinary for it; what it names or gives away does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from listingguard import Scanner
from listingguard.judge.sold import heads

DRINK, SCALES, SANITARY = "drink", "small-appliance", "sanitary"


@pytest.mark.parametrize(
    ("text", "goods", "sold"),
    [
        ("荷叶茶 送体重秤", {DRINK: [(0, 3)], SCALES: [(5, 8)]}, {DRINK}),
        ("买体重秤 送荷叶茶", {SCALES: [(1, 4)], DRINK: [(6, 9)]}, {SCALES}),
        ("体重秤 配送荷叶茶", {SCALES: [(0, 3)], DRINK: [(6, 9)]}, {SCALES, DRINK}),
        ("scale with free tea", {SCALES: [(0, 5)], DRINK: [(16, 19)]}, {SCALES}),
        ("送荷叶茶", {DRINK: [(1, 4)]}, {DRINK}),
        ("茶 秤 巾 秤", {DRINK: [(0, 1)], SCALES: [(2, 3), (6, 7)], SANITARY: [(4, 5)]}, {DRINK, SCALES}),
        ("没有商品", {}, set()),
    ],
)
def test_the_first_and_the_last_goods_count_unless_set_aside(text: str, goods: dict[str, list[tuple[int, int]]], sold: set[str]) -> None:
    """Gifts and what the goods go with are not sold, but where nothing else is named."""
    assert heads(text, goods) == sold


@pytest.mark.parametrize("title", ["家用体重秤 减肥 精准称重", "雾化器 家用 鼻炎 便携", "跑步机 瘦身 静音"])
def test_a_word_is_ordinary_for_goods_that_are_sold(scanner: Scanner, title: str) -> None:
    """Words that such goods are used for are excused."""
    assert scanner.scan(title).ok


@pytest.mark.parametrize(
    "title",
    ["减肥茶 送体重秤", "荷叶茶 减肥 送跑步机", "竹炭枕头 缓解颈椎病 送血压计", "祛湿茶 治疗失眠 赠图书一本"],
)
def test_a_gift_excuses_nothing(scanner: Scanner, title: str) -> None:
    """A word for goods that are given away leaves the offence."""
    assert any(f.category == "medical" for f in scanner.scan(title).counted)


@pytest.mark.parametrize(("title", "clean"), [("奶瓶消毒器 杀菌 烘干", True), ("烘鞋器 杀菌 可伸缩", False), ("洗衣液 抗菌 补充装", False)])
def test_what_goods_are_made_for_is_not_what_they_claim_besides(scanner: Scanner, title: str, clean: bool) -> None:  # noqa: FBT001  a parameter
    """Devices that disinfect kill germs; a shoe dryer or a washing liquid that says so needs a report."""
    assert scanner.scan(title).ok is clean


def test_a_word_inside_the_name_of_goods_is_about_these(scanner: Scanner) -> None:
    """减肥 in 减肥茶 is said of the tea, whatever else is sold with it."""
    assert not scanner.scan("减肥茶 体重秤").ok


def test_a_description_is_about_what_the_title_sells(scanner: Scanner) -> None:
    """Goods that a description mentions in passing excuse nothing; those of the title or the category do."""
    text = "治疗失眠。适合睡前看小说的人。"
    assert not scanner.scan(title="草本枕头", description=text).ok
    assert scanner.scan(title="失眠症防治", category="图书", description="本书讲治疗失眠的方法").ok


def test_an_excused_word_makes_no_imitation(codes: Callable[..., list[str]]) -> None:
    """What is ordinary for the goods, or excused, says nothing about the brand beside it; the same word alone still does."""
    assert "LGT103" not in codes("大疆 1:1 展示机 模型")
    assert "LGT103" not in codes("丰田 原厂 刹车片")
    assert "LGT103" not in codes("拒绝 高仿 Gucci 手袋")
    assert "LGT103" in codes("Gucci 高仿 手袋")
    assert "LGT103" in codes("Rolex 1:1 手表 钢带")
