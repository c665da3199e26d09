"""Absolute words that the advertising law forbids, sentences that hold them, and forms that hide them."""

from __future__ import annotations

from collections.abc import Iterator

from disguises.case import Dice, half_of

# Each slot: words that fit it, then sentences; {g} is a noun of goods.
SLOTS: dict[str, tuple[str, list[str]]] = {
    "adjective": (
        "最好 最佳 最优秀 最先进 最强 最高级 最优质 最高端 最顶级",
        ["全网{x}的{g}，黑色现货", "做{x}的{g} 老店", "采用{x}的面料 {g}女", "{g}选{x}的工艺", "市面上{x}的{g}都在这", "给你{x}的{g}体验"],
    ),
    "grade": (
        "国家级 顶级 世界级 极品 顶尖 最高级 全球顶级 宇宙级",
        ["{x}品质{g} 送礼盒", "{x}配方{g}正装", "{x}面料{g}男 现货", "{x}工艺打造{g}", "{x}{g}黑色大号", "老牌{x}{g}两件装"],
    ),
    "rank": (
        "第一品牌 全国第一 销量第一 全网第一 世界第一 行业第一 口碑第一 中国第一",
        ["{x} {g} 黑色", "{g} {x}，品牌直营", "{x}的{g}，包邮", "我们的{g}{x}", "【{x}】{g}女款", "店铺{x} {g}现货"],
    ),
    "only": (
        "独一无二 绝无仅有 史无前例 万能 全网最低 100%有效 永久有效",
        ["{x}的{g} 黑色", "{g} {x}，现货", "{x}{g}可定制", "这款{g}{x}", "店铺{x} {g}", "【{x}】{g}两只装"],
    ),
}
GOODS = ["连衣裙", "面霜", "保温杯", "行李箱", "台灯", "蜂蜜", "床垫", "洗发水", "蓝牙耳机", "儿童书包", "收纳盒", "茶叶"]
# The plain word with forms of the same sound, written by hand.
SOUNDS = """
最好:蕞好 醉好 罪好 嘴好 最郝 蕞恏 蕞浩 最号 嶵好 最耗 朂号
最佳:蕞佳 醉佳 最加 蕞嘉 罪佳 嶵佳 蕞珈
最强:蕞强 醉强 最墙 罪强 蕞墙 嶵强
最先进:蕞先进 醉先进 最先近 罪先进
最高级:蕞高级 醉高级 最高极 蕞高极 罪高级 最膏级
最优质:蕞优质 醉优质 最尤质 罪优质
最顶级:蕞顶级 醉顶级 最鼎级 罪顶极
第一品牌:弟一品牌 帝一品牌 递一品牌 第壹品牌 第①品牌 第1品牌 苐一品牌 弟①品牌 第伊品牌 地一品牌 第｜品牌 第⒈品牌
全国第一:全国弟一 全国帝一 全国第壹 全国苐一 全国递一 荃国第一 全国第① 全国第1
销量第一:销量弟一 销量帝一 销量第壹 消量第一 销量苐一 销量NO1 销量第① 销量第1
全网第一:全网弟一 全网帝一 全网第壹 全网苐一 荃网第一 全网第① 全网第1 全罔第一
世界第一:世界弟一 世界帝一 世界第壹 世界苐一 世介第一 世界第① 世界第1
行业第一:行业弟一 行业帝一 行业第壹 行业苐一 行业第① 行业第1
国家级:国家級 国家极 国佳级 国家及 帼家级 国加级 国嘉级 幗家級
顶级:顶極 顶极 鼎级 顶及 鼎極 丁级 顶級 頂级 顶吉 项级
世界级:世界極 世介级 世界极 世界級 世界及 士界级
极品:极榀 級品 及品 極品 吉品 级品 集品
顶尖:鼎尖 顶兼 项尖 丁尖 鼎煎 頂尖
全球顶级:全球鼎级 全球顶极 荃球顶级 全球顶級 全求顶级
独一无二:毒一无二 独①无② 独1无2 独一无贰 独壹无贰 独亿无二 独一吴二 独伊无二
绝无仅有:绝无谨有 决无仅有 绝吴仅有 绝无紧有 绝無僅有 爵无仅有
史无前例:史吴前例 史无钱例 史無前例 使无前例
全网最低:全网蕞低 荃网最低 全网最氐 全网罪低 全网朂低 全网醉低 全罔最低
"""
NUMBERS = """
第一品牌:第1品牌 第①品牌 第⒈品牌 第❶品牌 第１品牌 第Ⅰ品牌 第⑴品牌 第¹品牌 第1️⃣品牌 第𝟏品牌 第㈠品牌 第㊀品牌 第壹品牌
全国第一:全国第1 全国第① 全国第❶ 全国第１ 全国第Ⅰ 全国NO.1 全国N0.1 全国第1️⃣ 全国第㊀ 全国第壹
销量第一:销量第1 销量第① 销量第❶ 销量第１ 销量NO.1 销量NO① 销量No.❶ 销量TOP① 销量第壹 销量N0.1 销量№1
全网第一:全网第1 全网第① 全网第❶ 全网NO① 全网第⑴ 全网第㈠ 全网TOP1 全网№1 全网第１
世界第一:世界第1 世界第① 世界第❶ 世界No.1 世界NO① 世界第⒈ 世界第Ⅰ
行业第一:行业第1 行业第① 行业第❶ 行业N0.1 行业NO① 行业第⒈ 行业第㈠
口碑第一:口碑第1 口碑第① 口碑第❶ 口碑NO.1 口碑NO① 口碑第⑴
中国第一:中国第1 中国第① 中国第❶ 中国NO.1 中国N0.1 中国第⒈
独一无二:独1无2 独①无② 独❶无❷ 独１无２ 独1️⃣无2️⃣ 独㊀无㊁ 独Ⅰ无Ⅱ
100%有效:①00%有效 1OO%有效 𝟏𝟎𝟎%有效 １００％有效 l00%有效 百分百有效 💯有效 1oo%有效
"""


def table(text: str) -> list[tuple[str, str]]:
    """Read a table of plain words and their disguised forms."""
    return [(plain, form) for line in text.split("\n") if line for plain, forms in [line.split(":")] for form in forms.split()]


def slot_of(word: str) -> str:
    """Say in which sentences a word fits."""
    return next(slot for slot, (words, _) in SLOTS.items() if word in words.split())


def words_of(half: str) -> list[str]:
    """Give the absolute words of a half."""
    return sorted({word for words, _ in SLOTS.values() for word in words.split() if half_of(word) == half})


def sentence(word: str, dice: Dice) -> tuple[str, str]:
    """Draw a sentence for an absolute word and give what stands before and after it."""
    before, after = dice.must(SLOTS[slot_of(word)][1]).split("{x}")
    goods = dice.must(GOODS)
    return before.replace("{g}", goods), after.replace("{g}", goods)


def hand_made(text: str, dice: Dice) -> Iterator[tuple[str, str]]:
    """Give the pairs of a table that fall in this half, over and over, in a drawn order."""
    pairs = [(plain, form) for plain, form in table(text) if half_of(form) == dice.half]
    while True:
        dice.random.shuffle(pairs)
        yield from pairs
