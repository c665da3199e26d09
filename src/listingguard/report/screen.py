"""A terminal: how wide it is, which characters it can carry, and whether it shows colour."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from wcwidth import wcwidth

from listingguard.model import Severity
from listingguard.report.visible import is_visible, stand_in, visible_parts

__all__ = ["SEVERITY_STYLE", "Screen", "cells"]

#: How punctuation reads where an encoding has no room for it. Words are never respelled: they are shown by their code points.
_PLAIN: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "·": "-", "–": "-", "—": "-", "→": "->",
    "，": ",", "。": ".", "、": ",", "；": ";", "：": ":", "（": "(", "）": ")", "！": "!", "？": "?", "　": " ", "␡": "<U+007F>",
}  # fmt: skip
_OPEN: Final = r"“‘（《〈「『【〔(\["
_CLOSE: Final = r"”’），。、；：！？》〉」』】〕…·)\],.;:!?"
_WIDE: Final = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U0001f000-\U0003ffff"
_UNIT: Final = re.compile(f"[{_OPEN}]*(?:[{_WIDE}]|[^\\s{_OPEN}{_WIDE}]+)?[{_CLOSE}]*\\s*", re.DOTALL)
#: What begins an order to GitHub Actions or Azure Pipelines.
_ORDER: Final = re.compile(r"(?<=:):(?=[a-z])|(?<=##)\[|(?<=##vso)\[")
#: How a severity is painted.
SEVERITY_STYLE: Final[dict[Severity, tuple[str, ...]]] = {
    "info": ("cyan",),
    "low": ("cyan",),
    "medium": ("yellow",),
    "high": ("red",),
    "critical": ("bold", "red"),
}
_SGR: Final = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def cells(text: str) -> int:
    r"""Give how many cells a visible text takes.

    >>> cells("LV同款"), cells("e\u0301")
    (6, 1)
    """
    return len(text) if text.isascii() else sum(map(_cell, text))


@dataclass(frozen=True, slots=True)
class Screen:
    """What is written goes through `show` first; only then may it be measured, wrapped and, last of all, painted."""

    width: int = 100
    color: bool = False
    encoding: str = "utf-8"

    def parts(self, text: str) -> list[str]:
        """Give what is shown for each character, in step with the text.

        A CI server obeys some words wherever a line of its log begins with them or holds them: these lose a sign.
        """
        parts = visible_parts(text)
        if not self._carries(text):
            parts = [self._carried(part) for part in parts]
        for order in _orders(text):
            parts[order.start()] = f"<U+{ord(order[0]):04X}>"
        return parts

    def show(self, text: str) -> str:
        r"""Give a text as this terminal can carry it.

        >>> Screen(encoding="ascii").show("“n\u200bike” 价")
        '"n<U+200B>ike" <U+4EF7>'
        """
        return text if self._carries(text) and not _orders(text) else "".join(self.parts(text))

    def cost(self, char: str) -> int:
        """Give the room that a character takes up, at least one cell, so that marks piled up on a letter are counted as well."""
        return max(1, cells(self._carried(stand_in(char))))

    def paint(self, text: str, *styles: str) -> str:
        """Give a text in colours, or as it is on a screen without."""
        return f"\x1b[{';'.join(_SGR[s] for s in styles)}m{text}\x1b[0m" if self.color and text and styles else text

    def wrap(self, text: str, width: int) -> Iterator[str]:
        """Break a shown text into lines, between words or beside a Han character, never before a closing mark.

        >>> list(Screen().wrap("请删除品牌名，改以材质描述商品。", 12))
        ['请删除品牌', '名，改以材质', '描述商品。']
        """
        if cells(text) <= width:
            yield from [text.rstrip()] if text.strip() else []
            return
        line, used = "", 0
        for unit in _UNIT.findall(text):
            if line and used + cells(unit.rstrip()) > width:
                yield line.rstrip()
                line, used = "", 0
            line, used = line + unit, used + cells(unit)
            while used > width and cells(line.rstrip()) > width:
                cut = _fitting(line, width)
                yield line[:cut]
                line, used = line[cut:], cells(line[cut:])
        if line.strip():
            yield line.rstrip()

    def _carries(self, text: str) -> bool:
        """Tell whether a text is shown as it is: nothing in it is invisible, and the encoding has every character."""
        if not is_visible(text):
            return False
        try:
            text.encode(self.encoding)
        except (LookupError, UnicodeError):
            return text.isascii()
        return True

    def _carried(self, shown: str) -> str:
        return shown if shown.isascii() else "".join([_carry(char, self.encoding) for char in shown])


def _orders(text: str) -> list[re.Match[str]]:
    return list(_ORDER.finditer(text)) if "::" in text or "##" in text else []


def _fitting(line: str, width: int) -> int:
    """Give how many characters fit, at least one."""
    used = 0
    for i, char in enumerate(line):
        used += cells(char)
        if used > width:
            return max(1, i)
    return len(line)


@functools.lru_cache(maxsize=8192)
def _cell(char: str) -> int:
    return max(0, wcwidth(char))


@functools.lru_cache(maxsize=8192)
def _carry(char: str, encoding: str) -> str:
    """Give a visible character, or what is written for it where the encoding has no place for it. An unknown encoding carries ASCII."""
    if char.isascii():
        return char
    try:
        char.encode(encoding)
    except (LookupError, UnicodeError):
        if (plain := _PLAIN.get(char)) is not None:
            return plain
        hidden = ord(char) - 0x2400
        return f"<U+{hidden if 0 <= hidden < ord(' ') else ord(char):04X}>"
    return char
