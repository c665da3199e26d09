"""Characters that are another one in all but code, of which NFKC knows few: Japanese and popular forms, radicals, letters in rings."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["BEYOND", "DRAWN", "VARIANTS", "is_odd"]

#: Pairs of a form and the Simplified character it is: Japanese new forms, then popular and old ones.
_PAIRS: Final = (
    "楽乐髙高冣最㝡最寳宝徳德歩步黒黑戸户広广沢泽竜龙県县単单図图対对応应変变売卖実实歳岁気气処处総总権权検检験验駅驿鉄铁経经継继続续緑绿縦纵聴听蔵藏"
    "訳译読读辺边関关険险雑杂霊灵顔颜顕显駆驱騒骚鶏鸡歯齿齢龄亜亚仏佛仮假伝传価价倹俭児儿円圆剣剑剤剂労劳効效勧劝厳严収收団团囲围圏圈塩盐壊坏壱壹"
    "奨奖嬢娘寛宽専专巣巢帯带帰归庁厅廃废弾弹彙汇従从徴征恵惠悪恶悩恼戦战戯戏払拂抜拔択择拝拜拠据拡扩挙举捜搜掲揭揺摇摂摄撃击斉齐斎斋暁晓栄荣桜樱"
    "様样歓欢歴历残残毎每浄净浅浅渉涉渋涩済济渇渴湾湾満满滝泷瀬濑焼烧犠牺猟猎獣兽畳叠痩瘦発发髪发盗盗砕碎穂穗穏稳窃窃粋粹糸丝絵绘縄绳繊纤聡聪脳脑"
    "臓脏舗铺荘庄薬药蛍萤衛卫覇霸覚觉観观触触謡谣譲让豊丰賛赞転转軽轻辞辞逓递酔醉醸酿釈释鉱矿銭钱錬炼鋳铸鎮镇陥陷隠隐頼赖鴎鸥麹曲黙默懐怀"
    "蕞最嶵最朂最𠮷吉羙美恏好苐第囯国圀国囻国啚图尅克剋克喫吃傢家姫姬呉吴歩步郷乡勲勋亊事凢凡刄刃刧劫厠厕弎三弌一弍二乗乘餅饼麺面巌岩峯峰"
    "丨|燄焰裏里粧妆牀床祿禄禮礼綫线線线羣群羨羡脣唇葯药蘂蕊衆众蹟迹逈迥鎌镰鉤钩鈎钩陞升隷隶雞鸡靭韧韮韭飜翻駡骂鬪斗鬭斗魎魉鯗鲞黴霉"
)
_RADICALS: Final = (
    "⺁厂⺇几⺉刂⺌小⺍小⺒巳⺓幺⺘扌⺙攵⺝月⺟母⺠民⺡氵⺣灬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺲罒⺶羊⺹耂⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻄西"
    "⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻐钅⻑长⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟"
)
_LETTERS: Final = (0x249C, 0x1F110, 0x1F150, 0x1F170, 0x1F1E6)  # (a), in brackets, in black rings and squares, of flags
_FIGURES: Final = (0x2474, 0x2488, 0x2776, 0x2780, 0x278A, 0x24F5)  # ⑴, ⒈, ❶, ➀, ➊, ⓵


def _paired(pairs: str) -> dict[int, str]:
    return {ord(form): char for form, char in zip(pairs[::2], pairs[1::2], strict=True) if form != char}


#: Chinese characters in other forms, by code point.
VARIANTS: Final[dict[int, str]] = _paired(_PAIRS)
#: Radicals, letters and figures that are drawn in a frame, by code point; all are outside of what everyday text is written in.
DRAWN: Final[dict[int, str]] = (
    _paired(_RADICALS)
    | {first + i: chr(ord("a") + i) for first in _LETTERS for i in range(26)}
    | {first + i: str(i + 1) for first in _FIGURES for i in range(9)}
    | {0x3220 + i: char for i, char in enumerate("一二三四五六七八九十")}
    | {0x20E3: "", 0x32A3: "※"}  # the frame of 1️⃣; ㊣, an ornament
)
_ODD_RANGES: Final = ((0x2460, 0x2473), (0x24B6, 0x24E9), (0x2F00, 0x2FDF), (0x1D400, 0x1D7FF), (0x1F100, 0x1F1FF))
#: Whatever is outside of the basic plane. Many of these in one class of a pattern would be looked through one by one.
BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_ODD: Final = frozenset("蕞冣㝡嶵朂恏苐羙囯圀囻髙尅").union(
    map(chr, DRAWN),
    *(map(chr, range(first, last + 1)) for first, last in _ODD_RANGES),
)
_ODD_PLAIN: Final = re.compile("[{}]".format("".join(sorted(char for char in _ODD if not BEYOND.match(char)))))


def is_odd(text: str) -> bool:
    """Tell whether a text holds characters in a guise that nobody types by chance: letters in frames, radicals, forgotten forms.

    >>> is_odd("🅝🅘🅚🅔"), is_odd("ＮＩＫＥ"), is_odd("加厚👍")
    (True, False, False)
    """
    return _ODD_PLAIN.search(text) is not None or (BEYOND.search(text) is not None and not _ODD.isdisjoint(text))
