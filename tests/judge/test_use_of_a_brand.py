"""What a brand is named for: as the goods, as what they fit, to sell an imitation, or by its owner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from listingguard import Authorization, ConfigError, Finding, Scanner, Seller

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
    ("惠普通用硒鼓 黑色", "惠普", "compatible"),
    ("乐高通用积木 大颗粒", "乐高", "product"),
    ("ASUS gaming laptop with Intel Core i9 and NVIDIA RTX graphics", "ASUS", "product"),
    ("华为 小米 vivo 手机壳 透明", "小米", "compatible"),
    ("教练同款耐克训练鞋", "耐克", "product"),
    ("同款耐克训练鞋", "耐克", "imitation"),
    ("香奈儿小香风外套", "香奈儿", "imitation"),
    ("Tocca 小香风连衣裙", "Tocca", "product"),
    ("香奈儿平替香水", "香奈儿", "imitation"),
    ("媲美爱马仕的皮带", "爱马仕", "imitation"),
    ("dupe for Gucci belt", "Gucci", "imitation"),
    ("inspired by Chanel handbag", "Chanel", "imitation"),
    ("始祖鸟 硬壳外套 平替", "始祖鸟", "imitation"),
    ("平替 始祖鸟 硬壳外套", "始祖鸟", "imitation"),
    ("小米充电宝 20000毫安", "小米", "product"),
    ("华为 充电器 66W", "华为", "product"),
    ("充电宝 适用于小米", "小米", "compatible"),
    ("抖音同款 手机支架", "抖音", "compatible"),
    ("绝地求生 游戏手柄 四指", "绝地求生", "compatible"),
    ("安卓手机 数据线 双头", "安卓", "compatible"),
    ("适用于苹果 绿联数据线", "苹果", "compatible"),
    ("适用于苹果 绿联数据线", "绿联", "product"),  # its own goods follow
    ("绿联 适用苹果 充电线", "绿联", "product"),  # the cue is about the next brand
    ("绿联 适用苹果 充电线", "苹果", "compatible"),
    ("适用 苹果 绿联 倍思 充电头 收纳盒", "绿联", "compatible"),
    ("绿联网线 六类 千兆", "绿联", "product"),
    ("TP-LINK 交换机 集线器 千兆", "TP-LINK", "product"),
    ("七工匠 镜头 大光圈 定焦", "七工匠", "product"),
    ("罗技 鼠标垫 大号", "罗技", "product"),
    ("飞利浦剃须刀 标配+3个刀头", "飞利浦", "product"),  # a part that comes with the maker's own goods
    ("小米净水器 家用 +2个滤芯", "小米", "product"),
    ("尼康单反相机 套机 + 相机包", "尼康", "product"),
    ("荣耀手环 含2条表带", "荣耀手环", "product"),
    ("飞利浦剃须刀 刀头 3个", "飞利浦", "compatible"),
    ("金正 家庭音响专用功放 客厅", "金正", "product"),  # its goods stand before the cue
    ("小米【MI】米家通用台灯", "米家", "product"),  # the maker opens the title
    ("华为畅享手机 全网通 4000mAh电池", "畅享", "product"),  # what the phone holds
    ("华为手表 智能运动 无线充电", "华为", "product"),
    ("华为手表 无线充电底座", "华为", "compatible"),
    ("【苹果配件】MacBook 键盘膜", "苹果", "compatible"),
    ("罗技键盘 蓝牙 iPad", "iPad", "compatible"),  # another makes what is sold
    ("闪迪内存卡 128G GoPro", "GoPro", "compatible"),
    ("优衣库 T恤 任天堂", "任天堂", "product"),
    ("罗技键盘 戴尔显示器", "戴尔", "product"),
    ("戴尔灵越 15 双肩包 大容量", "戴尔", "compatible"),  # a model of what the bag holds
    ("戴尔笔记本电脑 手提包 防震", "戴尔", "compatible"),  # or its kind
    ("戴尔 双肩包 商务", "戴尔", "product"),
    ("佳能 微单相机 送双肩包", "佳能", "product"),
    ("联想拯救者笔记本 +双肩包", "联想拯救者", "product"),
    ("雷蛇灵刃 键盘膜", "雷蛇", "compatible"),
    ("宏碁 Aspire E15 繁體 中文 鍵盤", "宏碁", "compatible"),
    ("送觸控筆 華碩 ZenPad 8 平板皮套", "華碩", "compatible"),  # one is given away, another sold
    ("佳能 微单相机 送三脚架 相机包", "佳能", "product"),
    ("華碩 ZenPad 8 平板 送書本式皮套", "華碩", "product"),
    ("华硕灵耀 静电吸附 键盘膜", "华硕", "compatible"),
    ("送皮套 保貼 華碩 ZenPad 8 平板", "華碩", "product"),
    ("三星S10+臂包 跑步手机包", "三星", "compatible"),  # a model, and no goods before it
    ("U盘 64G +苹果手机转换头", "苹果", "compatible"),  # the brand stands behind
    ("小米手机 配件 保护壳", "小米手机", "compatible"),
    ("普贴 线缆标签纸 P型", "普贴", "product"),
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


CONDITIONS = [
    ("适用于潘多拉的手链 925银", "needs_evidence", "medium", "goods"),
    ("bracelet compatible with Pandora", "needs_evidence", "medium", "goods"),
    ("适用于华为原装充电器", "needs_evidence", "medium", "cue"),
    ("适用于官方授权小米 手机壳", "needs_evidence", "medium", "cue"),
    ("苹果专用手机壳 透明", "needs_evidence", "low", "cue"),
    ("不是耐克 飞织跑鞋", "needs_evidence", "low", "cue"),
    ("手机壳 非苹果官方产品", "excused", "info", "cue"),
    ("适用于耐克运动鞋的鞋带", "excused", "info", "cue"),
    ("适用于卡西欧 表带 硅胶", "excused", "info", "cue"),
]


@pytest.mark.parametrize(("title", "disposition", "severity", "kind"), CONDITIONS)
def test_compatibility_excuses_on_conditions(brands: Ask, title: str, disposition: str, severity: str, kind: str) -> None:
    """Goods that fit everybody, 官方 and 原装 at the brand's side ask for proof; 专用 and a denial are told mildly; parts are excused."""
    (finding,) = brands(title)
    assert (finding.usage, finding.disposition, finding.severity) == ("compatible", disposition, severity)
    assert kind in {step.kind for step in finding.evidence}


def test_a_brand_field_of_another_makes_a_part_its_product(brands: Ask) -> None:
    """A listing that names the brand of the device as its own brand claims more than a fit."""
    (title,) = [f for f in brands(title="手机壳 适用于华为", brand="华为") if f.field == "title"]
    assert (title.usage, title.disposition, title.severity) == ("compatible", "needs_evidence", "medium")
    assert [f.usage for f in brands(title="手机壳", shop_name="华为配件店") if f.field == "shop_name"] == ["product"]


@pytest.mark.parametrize("title", ["官方耐克跑鞋", "耐克官方旗舰店 跑鞋", "authorized Nike running shoes"])
def test_a_claimed_tie_with_the_owner_is_worse(brands: Ask, title: str) -> None:
    """官方 or 旗舰店 beside another's brand says that its owner stands behind the shop: high, and the reasons name the word."""
    (finding,) = brands(title)
    assert (finding.usage, finding.disposition, finding.severity) == ("product", "needs_evidence", "high")
    assert finding.reasons[-1].endswith("a claim of a tie with the brand's owner, which only papers bear out")


def test_a_set_by_the_book_is_no_tie(brands: Ask) -> None:
    """官方标配 names what is in the box, and says nothing about the owner."""
    assert [f.severity for f in brands("蓝牙耳机 适用于华为 官方标配")] == ["info"]


def test_a_list_of_rivals_is_imitated_as_its_first(brands: Ask) -> None:
    """质量堪比 reaches over a list of brands, and ends where other words begin."""
    assert [f.usage for f in brands("电饭煲 质量堪比 美的 苏泊尔")] == ["imitation", "imitation"]
    assert [f.usage for f in brands("质量堪比美的 配件适用于苏泊尔电饭煲")][-1] != "imitation"


def test_a_list_ends_with_its_kind(brands: Ask) -> None:
    """A maker of other goods behind a list of devices is not a part of the list."""
    assert [f.usage for f in brands("适用于苹果手机，耐克袜子")] == ["compatible", "product"]


def test_a_word_of_style_says_less(brands: Ask) -> None:
    """“style” and 风格 beside a brand may be a way of speaking: the mention weighs less than beside 同款 or dupe."""
    assert [(f.usage, f.severity) for f in brands("Nike style running shoes")] == [("imitation", "medium")]
    assert [(f.usage, f.severity) for f in brands("dupe for Gucci belt")] == [("imitation", "high")]


PAPERS = [
    ({"name": "Nike", "until": "2026-12-31"}, "CN", "authorized", None),
    ({"name": "Nike", "until": "2026-10-31"}, "CN", "product", "expired"),
    ({"name": "Nike", "territories": ["US", "EU"]}, "US", "authorized", None),
    (Authorization("耐克", territories=["US"]), "CN", "product", "elsewhere"),
]


@pytest.mark.parametrize(("paper", "place", "usage", "why"), PAPERS)
def test_an_authorisation_holds_in_its_time_and_place(scanner: Scanner, paper: Any, place: str, usage: str, why: str | None) -> None:
    """An authorisation that expired or that holds elsewhere clears nothing, and the evidence says why."""
    seller = Seller(authorized_brands=[paper])
    (finding,) = scanner.scan(title="耐克跑步鞋", seller=seller, jurisdiction=place, as_of=dt.date(2026, 11, 1)).findings
    assert finding.usage == usage
    assert [s.after for s in finding.evidence if s.kind == "seller"] == [why or "authorized"]


def test_any_authorisation_that_holds_clears(scanner: Scanner) -> None:
    """Of several papers for one brand one is enough, and a name without limits has none."""
    old = Authorization("Nike", until=dt.date(2020, 1, 1))
    assert scanner.scan(title="Nike shoes", seller=Seller(authorized_brands=[old, "耐克"])).verdict == "pass"


@pytest.mark.parametrize(
    "paper", [{"name": ""}, {"until": "2026-12-31"}, {"name": "Nike", "until": "soon"}, {"name": "Nike", "land": "US"}, 7]
)
def test_a_wrong_authorisation_is_refused(paper: Any) -> None:
    """What cannot be read is said at once, not at the first listing."""
    with pytest.raises(ConfigError):
        Seller(authorized_brands=[paper])
