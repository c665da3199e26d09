"""Sentences around a name, as sellers write titles and descriptions; each stands in one half only."""

from __future__ import annotations

from disguises.case import Dice
from disguises.goods import GOODS

HANS = [
    "夏季新款{x}{g}女学生百搭",
    "2026春季{x}{g} 黑色 多码可选",
    "{x}{g}男士大码宽松 现货",
    "【包邮】{x}{g}简约通勤 送礼盒",
    "厂家直发{x}{g}一件代发",
    "{x} {g} 复古风 女",
    "秋冬{x}{g}加厚 深灰色",
    "全新{x}{g}清仓处理 断码",
    "{g} {x} 白色 XL",
    "{x}{g}（颜色备注）当天发货",
    "小众设计{x}{g}轻便耐用",
    "跨境{x}{g} 2只装",
    "{x}家用{g}，大容量，附说明书",
    "正装出差{x}{g}黑色",
    "朋友送的{x}{g}用不上，低价转让",
    "{x}{g}/蓝色/均码",
    "春夏薄款{x}{g}，送运费险",
    "闲置{x}{g}9成新 自提优惠",
    "送女友{x}{g}生日礼物",
    "{x}{g} 三色可选 35-40",
]
HANT = [
    "【現貨】{x}{g} 黑色 全新未拆",
    "{x} {g} 夏季新款 多色可選",
    "台灣出貨 {x}{g} 男女皆可",
    "{x}{g} 輕便 學生 上班族",
    "全新{x}{g} 附紙盒 下單即寄",
    "生日禮物 {x}{g} 女生",
    "{g} {x} 白色 現貨供應",
    "秋冬{x}{g} 加大尺碼",
    "{x} {g}（顏色請備註）",
    "二手{x}{g} 九成新 面交",
]
EN = [
    "{x} {g} for women, black, new season",
    "New {x} {g} size M",
    "2026 {x} {g} lightweight, free shipping",
    "{x} {g} with gift box",
    "Men's {x} {g} casual outdoor",
    "Vintage {x} {g} blue",
    "{x} {g}, pack of 2",
    "Lot of 10 {x} {g} mixed colors",
    "Brand new {x} {g} in stock",
    "{g} {x} white, ships today",
]
BARE = ["{x} 现货 多色可选", "新到{x}，图片实拍", "{x} 黑色 35码", "{x}低价出，可小刀", "喜欢{x}的看过来", "库存{x}清货"]
FRAMES = {"hans": HANS, "hant": HANT, "en": EN}


def around(dice: Dice, goods: str, script: str, *, bare: bool = False) -> tuple[str, str]:
    """Draw a sentence for goods of this kind and give what stands before the name and what stands after it."""
    frame = dice.must(BARE if bare else FRAMES[script])
    noun = dice.must(GOODS[goods][list(FRAMES).index(script)].split()).replace("_", " ")
    before, after = frame.split("{x}")
    return before.replace("{g}", noun), after.replace("{g}", noun)
