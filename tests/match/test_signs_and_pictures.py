"""Signs drawn for letters, pictures for words, strokes between characters, one character wrong: found, and not seen in honest words."""

from __future__ import annotations

import pytest

from listingguard import Scanner, replay

DISGUISED = {
    "ba(ardi 朗姆酒杯": "bacardi",
    "6ucci bag": "gucci",
    "2olex 手表": "rolex",
    "T❕ssot 手表": "tissot",
    "bur|}erry scarf": "burberry",
    r"\/ersace 墨镜": "versace",
    "s(hwarzkopf 洗发水": "schwarzkopf",
    "新款|enovo 笔记本": "lenovo",
    "公路车(olnago 自行车": "colnago",
    r"|\/|idjourney 会员": "midjourney",
    "Ralph /\\lphalete 健身服": "alphalete",
    "case+ify 手机壳": "casetify",
    "tayl°rmade 高尔夫球杆": "taylormade",
    "s3ga 游戏机 手柄": "sega",
    "ste@m 游戏 充值卡": "steam",
    "Calif&ornia Baby 洗发水": "california-baby",
    "KASK He@lmet 公路车": "kask",
    "Hers+hey's 巧克力": "hersheys",
    "fanc&l 卸妆油": "fancl",
    "饮料 🔴牛 罐装": "red-bull",
    "天🐱精灵音箱": "tmall-genie",
    "☁南白药 牙膏": "yunnan-baiyao",
    "爱🐎仕丝巾": "hermes",
}
HONEST = (
    "iphone15pro case for women",
    "RTX3080Ti graphics card, win10pro key",
    "5pairs socks, 7days, 2pack, 6inch",
    "路由器 B311as 键盘 K50IN 主板 ZS18A",
    "protein(vanilla)shake",
    "sun&sky towel, rock&roll T-shirt, don't panic",
    "❤️新款连衣裙❤️",
    "🔥爆款女装🔥 🌸王子公主裙🌸",
    "内里真羊毛✔️包邮✔️ 面包厚底拖鞋",
    "果香推荐🍓香甜草莓味",
    "耐克运动鞋 男",
    "宜家家居 弹簧床垫",
    "学生钢笔墨囊 可擦",
    "卡通毛绒暖手宝可爱",
    "手机指环扣支架",
    "小米小米#",
    "(oral care) [lover] #ever <ase>",
    "收纳盒|over size|extra large",
    "bag+strap set, coat&tie",
    "cream+milk, in:out, soft&cosy",
    "100% cotton, 5× zoom, size 3×4",
    "B2B steam iron, st34m",
    "红 谷 大米",
    "光/明 大/小 公/牛",
    "花の香 护手霜",
    "sun~sky S~XL over~size",
    "❤华为手机壳 🍀联想笔记本 🆕飞利浦剃须刀",
    "🍀森系碎花裙🍀 🌽大容量便当盒",
    "🐆斑点丝袜 🐻卡通水壶 儿童",
    "⚡白板支架 ♪风铃♪ ✨闪钻发夹",
)


@pytest.mark.parametrize("text", DISGUISED)
def test_a_name_is_read_behind_signs_and_pictures(scanner: Scanner, text: str) -> None:
    """The brand is found, the disguise is told, and the evidence holds when it is played again."""
    report = scanner.scan(text)
    (brand,) = [finding for finding in report.findings if finding.brand == DISGUISED[text]]
    assert brand.method == "variant"
    assert not {"LGE102", "LGE103"}.isdisjoint(finding.code for finding in report.findings)
    assert replay(report, brand, scanner) == brand


@pytest.mark.parametrize("text", HONEST)
def test_honest_words_hide_nothing(scanner: Scanner, text: str) -> None:
    """Models, measures, brackets, decoration, listed names and words are what they say."""
    assert not [finding.text for finding in scanner.scan(text).findings if finding.category == "evasion"]


@pytest.mark.parametrize(("text", "found"), [("国丨家丨级品质", "国丨家丨级"), ("耐丨克跑鞋", "耐丨克"), ("醉优质面料", "醉优质")])
def test_a_stroke_parts_characters_and_claims_are_heard(scanner: Scanner, text: str, found: str) -> None:
    """丨 is drawn like a bar and read like one; 最 and two characters are heard."""
    assert found in [finding.text for finding in scanner.scan(text).findings]


def test_a_stroke_parts_words(scanner: Scanner) -> None:
    """Between words it parts them, as a bar does."""
    assert not scanner.scan("新款丨时尚丨加厚丨窗帘").findings


@pytest.mark.parametrize(
    ("text", "brand"), [("zulwhasoo 护肤套装", "sulwhasoo"), ("phantasy manphrotto 三脚架", "manfrotto"), ("uppaßaby 婴儿推车", "uppababy")]
)
def test_a_letter_that_looks_or_sounds_like_another_is_read(scanner: Scanner, text: str, brand: str) -> None:
    """At the beginning of a name, or two letters for one."""
    assert brand in [finding.brand for finding in scanner.scan(text).findings]


@pytest.mark.parametrize(
    ("text", "brand", "code"),
    [
        ("茅x台 白酒", "moutai", "LGE105"),
        ("优の衣库 内搭", "uniqlo", "LGE102"),
        ("伊·利 纯牛奶 250ml", "yili", "LGE103"),
        ("光*明 鲜牛奶", "bright-dairy", "LGE103"),
    ],
)
def test_what_parts_characters_is_dropped(scanner: Scanner, text: str, brand: str, code: str) -> None:
    """Letters and kana that are drawn like a sign; in everyday words, too, where the goods bear the name out."""
    found = scanner.scan(text).findings
    assert {(finding.code, finding.brand) for finding in found} >= {(code, None)}
    assert brand in [finding.brand for finding in found]


def test_every_name_of_several_words_has_a_term(scanner: Scanner) -> None:
    """Whatever is looked for by its words, in syllables, too, stands for something: scanning it never fails."""
    lexicon = scanner.lexicon
    names = [*lexicon.phrases, *lexicon.syllables]
    assert len(names) > 5_000
    assert sum(1 for report in scanner.scan_many(names) if report.findings) > len(names) // 2


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("哈利波持 徽章 周边", "harry-potter"),
        ("宔矿力饮料 500ml", "pocari-sweat"),
        ("特力屠 衣架 收纳", "trplus"),
        ("威迪丈 钢笔 墨水", "waterman"),
        ("妙巴犁 腮红 粉底", "bourjois"),
        ("罗马什 充电宝", "romoss"),
        ("tvvix 巧克力 50g", "snickers"),
        ("kenvvood 厨师机 搅拌机", "kenwood-kitchen"),
        ("Lao Gari Ma chili crisp", "lao-gan-ma"),
        ("Olcl Navy 连帽卫衣", "old-navy"),
        ("New Balaixce 跑鞋", "new-balance"),
        ("新款 Gucc*Chunky 男鞋", "gucci"),
        ("❤🐴仕 手提包", "hermes"),
        ("❤️🐴仕 手提包", "hermes"),
        ("🚌黎世家 老爹鞋", "balenciaga"),
        ("✔️标 运动鞋 男", "nike"),
        ("苏波尔 电饭锅", "supor"),
        ("勒高 积木", "lego"),
        ("✨巴克 保温杯", "starbucks"),
        ("路易威🧗 钱包", "louis-vuitton"),
        ("👨‍🌾山泉 矿泉水 24瓶", "nongfu-spring"),
        ("🇨🇳国移动 流量卡", "china-mobile"),
        ("🇫🇷拉利 车模", "ferrari"),
        ("🆕 Balance 跑鞋", "new-balance"),
        ("10月结晶 待产包", "shiyue-jiejing"),
    ],
)
def test_what_looks_like_a_name_is_read(scanner: Scanner, text: str, brand: str) -> None:
    """One character or letter that only looks like the right one, letters drawn with two, pictures with several meanings."""
    report = scanner.scan(text)
    assert brand in {f.brand for f in report.findings if f.disposition != "excused"}


@pytest.mark.parametrize(
    "text",
    [
        "英特奈 笔记本电脑 键盘",  # a shop: 英特 is a word
        "必胜容器 礼品 摆件",
        "全国包邮 天大地大 毛巾",
        "小木屋 全套家具 日月潭",
        "游戏主播 键盘 鼠标",
        "魔法baby~u3104 童鞋",
        "✔ 包邮 运动鞋 男",
        "NO:1 款 T恤 白色",
        "tvvix 窗帘 遮光",  # nothing bears a short name out
    ],
)
def test_what_is_near_a_name_is_left_alone(scanner: Scanner, text: str) -> None:
    """A piece of a short name that is a word, words of their own behind a mask, and signs that decorate."""
    assert [f.text for f in scanner.scan(text).findings if f.category in ("trademark", "evasion", "absolute")] == []


@pytest.mark.parametrize("text", ["全网销量NO。1的保温杯", "口碑NO、1 空气炸锅", "销量no.壹 保温杯", "第—品牌 连衣裙"])
def test_a_rank_is_read_however_it_is_written(scanner: Scanner, text: str) -> None:
    """A full stop, a comma or a dash of Chinese stand where those of No. 1 and of 第一 do."""
    assert {f.category for f in scanner.scan(text).findings} >= {"absolute"}
