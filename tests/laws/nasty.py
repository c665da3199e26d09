"""Texts that try everything: what sellers write, what they hide, and what no program expects.

A text is a short list of pieces. Each is a name or a claim, a character that folds, joins, vanishes or breaks, or any character at all.
"""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

__all__ = ["FRAGMENTS", "NASTY", "ODD", "WORDS", "listings", "nasty_texts", "plain_texts", "written"]

#: Characters that fold to something else, to several, to none, or only together with their neighbours.
ODD: Final = (
    *"的一最第家国級级愛爱馬马臺台灣湾乾干藉薴裏里後后髮发",  # both scripts, some in two steps or with several originals
    *"あアかガ゛ーｶﾞﾊﾟｱｰ",  # kana, half-width kana with voiced marks apart
    *"가각ㄱ각힣ㅤ",  # Hangul: syllables, compatibility letters, jamo that join, a filler
    "\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING GRAVE ACCENT}",
    "\N{COMBINING CEDILLA}",
    "\N{COMBINING GREEK YPOGEGRAMMENI}",
    "\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}",
    "\N{COMBINING LONG SOLIDUS OVERLAY}",
    "\N{BENGALI VOWEL SIGN E}",
    "\N{BENGALI VOWEL SIGN AA}",  # composes with the one before, though it is no combining mark by class
    *"éèñçöàÅİıßẞﬁﬄ㏄①⑳㍿ǅŉſΐΣς",
    *"ＮｉＫｅ１２！，．　～＆",
    *"𝐧𝓲𝕜𝖊𝟏",  # letters of mathematics
    *"сеорахіԁԛΝΙΚΕοα",  # Cyrillic and Greek look-alikes
    *"ᴀᴇɢɪⓝⓘ🄽",
    "😀",
    "👩\N{ZERO WIDTH JOINER}👧",
    "❤\N{VARIATION SELECTOR-16}",
    "👍🏽",
    "🇨🇳",
    "\N{VARIATION SELECTOR-1}",
    "\U000e0100",
    "\N{ZERO WIDTH SPACE}",
    "\N{ZERO WIDTH NON-JOINER}",
    "\N{ZERO WIDTH JOINER}",
    "\N{WORD JOINER}",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
    "\N{SOFT HYPHEN}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{LEFT-TO-RIGHT MARK}",
    "\N{POP DIRECTIONAL ISOLATE}",
    "\N{COMBINING GRAPHEME JOINER}",
    "\N{HANGUL FILLER}",
    "\N{OBJECT REPLACEMENT CHARACTER}",
    "\N{REPLACEMENT CHARACTER}",
    "\N{NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}",
    "\0",
    "\x1b",
    "\x1f",
    "\x7f",
    "\x85",
    "\t",
    "\n",
    "\r\n",
    "\ud800",
    "\udfff",
    "\ud83d\ude00",  # two halves that were never joined
    "\U0010ffff",
    "\U00020000",
    *" .·•-_*/\\|~'\"&+=#@$!?。，、（）【】《》:;…^%",
    *"0134578",
    *"abikn",
)

#: Names, claims and the words around them, as they are listed or nearly so.
WORDS: Final = (
    *("nike", "Nike", "耐克", "耐吉", "愛迪達", "阿迪达斯", "LV", "louis vuitton", "Louis Vuitton", "Hermès", "hermes", "爱马仕"),
    *("香奈儿", "chanel", "gucci", "古驰", "dior", "ROLEX", "iPhone", "iphone15", "MacBook", "华为", "HUAWEI", "adidas", "New Balance"),
    *("苹果", "小米", "美的", "大众", "现代", "老板", "公牛", "coach", "apple", "gap", "Dunk", "小香风", "c家", "nk"),
    *("同款", "平替", "媲美", "高仿", "原单", "A货", "dupe", "inspired by", "1:1", "复刻", "专柜同步", "明星同款"),
    *("最佳", "最好", "最大", "第一", "第一次", "国家级", "驰名商标", "全网最低价", "顶级", "100%", "best", "No.1", "绝对", "唯一"),
    *("治疗", "减肥", "根治", "壮阳", "防癌", "原价", "特供", "开光", "招财", "假一赔十", "永久"),
    *("适用于", "适用", "for", "compatible with", "通用", "手机壳", "膜", "墨盒", "空调", "运动鞋", "T恤", "包包", "手表", "醋", "正品"),
    *("不是", "not ", "本店", "追求", "赏味期", "2024年", "数据来源：", "《", "》", "的", "5斤", "15", "14 Pro", "新款", "夏季"),
)

#: The same in disguise.
FRAGMENTS: Final = (
    *(
        "ＮＩＫＥ",
        "ＬＶ同款",
        "N\N{ZERO WIDTH SPACE}IKE",
        "耐\x7f克",
        "最\N{SOFT HYPHEN}佳",
        "n.i.k.e",
        "n i k e",
        "N*I*K*E",
        "chane1",
        "n1ke",
    ),
    *("di0r", "阿迪·达斯", "耐-克", "晨··光", "сhanel", "NІKE", "𝐧𝐢𝐤𝐞", "Ḧermès", "Herme\N{COMBINING GRAVE ACCENT}s", "guccii", "addidas"),
    *("ForMacBookPro", "nikeshoes", "耐克nike", "①nike", "ⓝⓘⓚⓔ", "ŉike", "ﬁla", "㏄同款", "国\ud800家级", "G\N{WORD JOINER}UCCI"),
)

NASTY: Final = (*ODD, *WORDS, *FRAGMENTS)


def nasty_texts(longest: int = 10) -> st.SearchStrategy[str]:
    """Give texts of up to so many pieces, each of any kind."""
    pieces = st.one_of(st.sampled_from(NASTY), st.characters(exclude_categories=()))
    return st.lists(pieces, max_size=longest).map("".join)


def written(longest: int = 8) -> st.SearchStrategy[str]:
    """Give texts of names, claims and the words around them, plain and disguised: most of them hold something to find."""
    return st.lists(st.sampled_from((*WORDS, *FRAGMENTS, " ", " ", "，", "。", "的")), min_size=1, max_size=longest).map("".join)


def plain_texts(longest: int = 8) -> st.SearchStrategy[str]:
    """Give texts of names, claims and the words around them, with a blank or a stop after each."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=longest).map(" ".join)


def listings() -> st.SearchStrategy[dict[str, Any]]:
    """Give listings whose every part may hold anything."""
    text = st.one_of(st.just(""), nasty_texts(5), written(5))
    parts = dict.fromkeys(("title", "subtitle", "description", "search_terms", "brand", "shop_name", "category", "sku"), text)
    return st.fixed_dictionaries({}, optional={**parts, "bullets": st.lists(text, max_size=3)})
