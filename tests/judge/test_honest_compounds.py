"""Words that look or sound like a claim and are words of their own, and those that are a disguise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from listingguard import Finding, Scanner

HONEST = [
    "员工工牌 挂绳 定制",
    "顶吸油烟机 大吸力",
    "手帐专用荧光笔 六色",
    "便签纸 量大从优 可开票",
    "掀蓋式手機皮套 磁扣",
    "机械键盘拔键器 钢丝款",
    "透明胶带 宽4.5厘米*长80米 卡通印花",
    "补运费专拍 差多少拍多少",
    "温和高保湿洁面乳 敏感肌",
    "生日体育用品 男孩礼物",
    "*小铺* 平板保护套 #手办#",
    "特*价 外套 男",
    "帆布鞋 平底 CF238-5",
    "银戒指 女 CF81234",
]
DISGUISED = [("鼎级面料 四件套", "鼎级"), ("弟一品牌 毛巾", "弟一品牌"), ("级致舒适 拖鞋", "级致")]


@pytest.mark.parametrize("title", HONEST)
def test_an_honest_compound_is_no_claim_in_disguise(scanner: Scanner, title: str) -> None:
    """A word for goods, or a compound that no dictionary lists, reads as itself: nothing counts."""
    assert [(f.text, f.code) for f in scanner.scan(title).counted] == []


@pytest.mark.parametrize(("title", "text"), DISGUISED)
def test_a_claim_in_disguise_is_found(scanner: Scanner, title: str, text: str) -> None:
    """Where the characters mean nothing else, what they stand for is the claim."""
    assert text in {f.text for f in scanner.scan(title).counted if f.category == "absolute"}


def test_two_characters_of_which_one_looks_alike_block_nothing(scanner: Scanner) -> None:
    """Most such pairs are honest: they are weaker evidence than a longer word, and ask for review at most."""
    report = scanner.scan("级致舒适 拖鞋")
    assert report.verdict == "review"
    assert max(f.confidence for f in report.counted) < 0.8


@pytest.mark.parametrize(
    ("title", "usage"),
    [
        ("扫码储物柜 微信开锁", "compatible"),
        ("全民K歌 麦克风", "compatible"),
        ("微信公众号代运营", "product"),
        ("腾讯视频 月卡 直充", "product"),
    ],
)
def test_goods_serve_a_service_that_takes_money(brands: Callable[..., list[Finding]], title: str, usage: str) -> None:
    """A service that sells points and cards is served by goods that one can touch, unless these points are what is sold."""
    assert [f.usage for f in brands(title)] == [usage]


def test_machines_remove_mites_by_their_function(scanner: Scanner) -> None:
    """Heat and suction remove mites as a dryer dries; bed linen that claims it needs a test report."""
    assert scanner.scan("干衣机 高温烘干除螨 家用").verdict == "pass"
    assert scanner.scan("除螨 四件套 床单").verdict == "review"
