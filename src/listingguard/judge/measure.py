"""How marketplaces count a text: every character one, Han characters two, UTF-16 units, or bytes of UTF-8."""

from __future__ import annotations

from typing import Final, NamedTuple
from unicodedata import category, east_asian_width

from listingguard.lexicon import Labels, Limit

__all__ = ["COUNTING", "Excess", "excess"]

#: The counting rule as a message names it, by unit.
COUNTING: Final[dict[str, Labels]] = {
    "codepoints": {"en": "every character counts one", "zh-Hans": "每个字符计 1"},
    "width": {"en": "Han and other full-width characters count two", "zh-Hans": "汉字等全角字符计 2"},
    "utf-16": {"en": "counted in UTF-16 units, most emoji are two", "zh-Hans": "按 UTF-16 编码单元计，多数表情计 2"},
    "bytes": {"en": "counted in bytes of UTF-8", "zh-Hans": "按 UTF-8 字节计"},
}
_LARGEST: Final = {"codepoints": 1, "width": 2, "utf-16": 2, "bytes": 4}
_BASIC_PLANE: Final = 0xFFFF


class Excess(NamedTuple):
    """Where a text leaves its limit, and how much it holds in all."""

    cut: int
    used: int


def excess(text: str, limit: Limit) -> Excess | None:
    """Give the index of the first character beyond a limit and the size of the whole, or None where it fits."""
    if len(text) * _LARGEST[limit.unit] <= limit.max:
        return None
    if text.isascii() and not limit.uncounted:  # one each, however they are counted
        return Excess(limit.max, len(text)) if len(text) > limit.max else None
    used, cut = 0, -1
    for i, char in enumerate(text):
        used += 0 if limit.uncounted and _separates(char) else _size(char, limit.unit)
        if cut < 0 and used > limit.max:
            cut = i
    return Excess(cut, used) if cut >= 0 else None


def _size(char: str, unit: str) -> int:
    if unit == "bytes":
        return len(char.encode("utf8", "replace"))
    if unit == "utf-16":
        return 2 if ord(char) > _BASIC_PLANE else 1
    return 2 if unit == "width" and east_asian_width(char) in "WF" else 1


def _separates(char: str) -> bool:
    return char.isspace() or category(char)[0] == "P"
