"""How an edit fits into a title: what goes along with words that are deleted, and where nothing can be deleted or put in their place.

Everything here counts in the seller's own text. The rules are coarse on purpose: where they are not sure, there is no edit.
"""

from __future__ import annotations

import re
from typing import Final

from listingguard.judge.change import Change
from listingguard.judge.english import english_cut, has_reach, with_article

__all__ = ["deletion", "replacement"]

_BLANK: Final = " \t\u00a0\u3000"
_SEPARATORS: Final = ",，、/／|｜·•;；+＋&＆~～—_:："
_STOPS: Final = "。.!！?？…"
_LINE: Final = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_PAIRS: Final = {"(": ")", "（": "）", "[": "]", "【": "】", "「": "」", "『": "』", "〔": "〕", "《": "》", "<": ">", "“": "”", '"': '"'}
_OPEN, _CLOSE = "".join(_PAIRS), "".join(_PAIRS.values())
_DASH: Final = rf"(?<=[{_BLANK}])[-–](?=[{_BLANK}])"  # one between blanks parts words; before a number it is a minus
_RUN_RIGHT: Final = re.compile(
    rf"[{_BLANK}]*(?:[{re.escape(_SEPARATORS)}](?![{re.escape(_SEPARATORS)}])|{_DASH})?[{_BLANK}]*",
)
_STOP_RUN: Final = re.compile(rf"[{re.escape(_STOPS)}]+[{_BLANK}]*")
_RUN_LEFT: Final = re.compile(
    rf"[{_BLANK}]*(?:(?<![{re.escape(_SEPARATORS)}])[{re.escape(_SEPARATORS)}]|{_DASH})?[{_BLANK}]*\Z",
)
_RUN: Final = frozenset(_BLANK + _SEPARATORS + "-–")
#: What needs something after it: 是|最好, 不|绝对, 和|全网最低价.
_LEADS: Final = frozenset("是為为成做稱称叫比讓让使令更很太超不没沒未非得被把將将與与和及或跟能會会可以于於對对给給從从向由请請到且而")
#: What needs something after it in its clause: 一款|极品。
_LEADS_AT_END: Final = frozenset("個个款種种類类中裡里内內上在有了這这那每各其所")
#: What would be torn off the words before it: 完美|地, 最佳|之选; and what would be, unless it begins a word: 无敌|版 but not 完美|版型.
_LEANS: Final = frozenset("地得之者用")
_SUFFIXES: Final = frozenset("性化感度級级率處处版款型")
#: What makes one word of the superlative before it: 最好|看.
_BOUND: Final = frozenset("看吃用喝玩聽听聞闻穿賣卖買买戴走坐睡")
_NO_PARTICLE: Final = ("的确", "的確", "的士", "的话", "的話", "的哥")
_PREDICATE: Final = re.compile(r"(?:最|無|无|絕|绝|頂|顶|極|极|超|完)\w{1,2}\Z")
#: Subjects and verbs that are nothing without what follows: 效果|立竿见影, 可辅助|治疗糖尿病.
_UNFINISHED: Final = re.compile(
    "(?:效果|功效|品[质質]|[质質]量|[价價]格|性[价價]比|口碑|服[务務]|手感|口感|做工|[颜顏]值|[设設]计|[销銷]量|性能|"
    "[辅輔]助|[帮幫]助|有助|用于|用於|告[别別]|改善|[缓緩]解|[预預][防]|减[轻輕]|減輕|[对對]抗|[远遠][离離]|促[进進]|增[强強]|提高|适合|適合|"
    "[针針][对對]|防止|[达達]到|追求|[拥擁]有|成[为為]|[属屬]于|[属屬]於|堪[称稱]|[号號][称稱]|享受|打造|可谓|可謂)\\Z"
)
#: What says nothing when it is left alone: 国家级|品质.
_ABSTRACT: Final = re.compile("品[质質]|[质質]量|水[准準平]|[标標][准準]|[级級][别別]|效果|功效|地位|[称稱][号號]|[荣榮][誉譽]")
_WORDY: Final = re.compile(r"[^\W_]")


def deletion(text: str, start: int, end: int) -> Change | None:
    """Give the change that deletes words and what leaned on them, or None where the rest would hang in the air or nothing be left.

    >>> def without(text, words):
    ...     change = deletion(text, text.index(words), text.index(words) + len(words))
    ...     return change and change.apply(text)
    >>> [without("最好的面膜", "最好"), without("面膜，全网最低价！", "全网最低价"), without("窗帘【全网最低价】 加厚", "全网最低价")]
    ['面膜', '面膜！', '窗帘 加厚']
    >>> [without("The best mug", "best"), without("A best-selling umbrella", "best-selling"), without("This is the best", "best")]
    ['Mug', 'An umbrella', None]
    >>> [without("效果最好", "最好"), without("全网最低价！", "全网最低价")]
    [None, None]
    """
    cut = english_cut(text, start, end) if _is_latin(text[start:end]) else _han_cut(text, start, end)
    if cut is None:
        return None
    low, high = _without_brackets(text, *cut)
    low, high = _without_separator(text, low, high)
    if not (_WORDY.search(text, 0, low) or _WORDY.search(text, high)):
        return None
    return with_article(text, Change(low, high, _joint(text, low, high)), text[start:end])


def replacement(text: str, start: int, end: int, new: str) -> Change | None:
    """Give the change that puts other words in the place of some, or None where they do not fit their neighbours.

    >>> replacement("最好的面膜", 0, 2, "优良")
    Change(start=0, end=2, new='优良')
    >>> replacement("最好看的裙子", 0, 2, "优良"), replacement("卖得最好", 2, 4, "优良"), replacement("最优质面料", 0, 2, "优质")
    (None, None, None)
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("得", "是", "-") and not (before == "是" and after == "的"):
        return None
    if after and (after in _BOUND or after in "得处處-" or after.isdigit()):
        return None
    if _is_latin(text[start:end]) and has_reach(text, end):
        return None
    if _repeats(new, text[end : end + 2]) or _repeats(text[max(0, start - 2) : start], new):
        return None
    return with_article(text, Change(start, end, new), text[start:end])


def _is_latin(words: str) -> bool:
    return any(char.isascii() and char.isalpha() for char in words) and not any(char >= "\u3400" for char in words)


def _han_cut(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Take along the particle of the words: 最好|的, 防晒霜|的|首选."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "-" or after == "-" or before in _LEADS or after in _LEANS or (after in _SUFFIXES and not _is_han(text, end + 1)):
        return None
    if _repeats(text[max(0, start - 2) : start], text[end : end + 2]):
        return None
    if after == "的" and not text.startswith(_NO_PARTICLE, end):
        return (start, end + 1) if not _ends(text, end + 1) and before not in _LEADS_AT_END else None
    if not _ends(text, end):
        alone = _ABSTRACT.match(text, end)
        whole = alone and _ends(text, alone.end()) and (start == 0 or not _WORDY.match(before))
        return (start, alone.end()) if alone and whole else (start, end)
    predicate = _PREDICATE.match(text[start:end])
    if before in ("的", "之") and start > 1 and not predicate:
        return (start - 1, end) if _WORDY.match(text[start - 2]) and text[start - 2] not in _LEADS | _LEADS_AT_END else None
    hangs = before in _LEADS_AT_END or (predicate and _WORDY.match(before)) or _UNFINISHED.search(text, max(0, start - 4), start)
    return None if hangs else (start, end)


def _is_han(text: str, at: int) -> bool:
    return "\u3400" <= text[at : at + 1] <= "\u9fff"


def _repeats(left: str, right: str) -> bool:
    """Tell whether two Chinese words would say a character or themselves twice: 优质|品质, 现货|现货."""
    if not (_is_han(left, len(left) - 1) and _is_han(right, 0)):
        return False
    return left[-1] == right[0] or left[-2:] == right[:2] or left[-1:] == right[1:2]


def _ends(text: str, at: int) -> bool:
    """Tell whether a clause ends here."""
    char = text[at : at + 1]
    return not char or not (_WORDY.match(char) or char in _OPEN or char in "%#$￥¥")


def _without_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Take along the brackets that would be empty."""
    left, right = start, end
    while left and text[left - 1] in _BLANK:
        left -= 1
    while right < len(text) and text[right] in _BLANK:
        right += 1
    if left and right < len(text) and _PAIRS.get(text[left - 1]) == text[right]:
        return left - 1, right + 1
    return start, end


def _without_separator(text: str, start: int, end: int) -> tuple[int, int]:
    """Take along one separator where two would meet, or one would stand at the edge."""
    left = _RUN_LEFT.search(text, _run_start(text, start), start)
    right = _RUN_RIGHT.match(text, end)
    low, high = left.start() if left else start, right.end() if right else end
    opens = low == 0 or text[low - 1] in _OPEN + _LINE
    closes = high == len(text) or text[high] in _CLOSE + _LINE
    if opens:
        stop = _STOP_RUN.match(text, high) if low == 0 or text[low - 1] in _LINE else None
        return start, stop.end() if stop else high
    if closes or text[high] in _STOPS:
        stop = _STOP_RUN.match(text, high) if text[low - 1] in _STOPS else None
        if stop is None:
            return low, end
        last = stop.end() == len(text) or text[stop.end()] in _CLOSE + _LINE
        return (low if last else start), stop.end()
    if low == start:
        return start, high if text[start - 1] in _STOPS else end
    if high == end:
        return start, end
    blank_left = not text[low:start].strip(_BLANK)
    return (low, end) if blank_left and text[end:high].strip(_BLANK) else (start, high)


def _run_start(text: str, end: int) -> int:
    """Give where the blanks and separators before a place begin: a search from the start of a long text would cost its length."""
    while end and text[end - 1] in _RUN:
        end -= 1
    return end


def _joint(text: str, start: int, end: int) -> str:
    """Give the blank that keeps two Latin words or numbers apart."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""
