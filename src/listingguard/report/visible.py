"""A seller's text made fit to be looked at: what nobody sees, and what a terminal would obey, gets a stand-in."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

from listingguard.normalize.fold import INVISIBLE

__all__ = ["is_visible", "shorten", "stand_in", "visible", "visible_parts"]

_PICTURES: Final = 0x2400  # ␀, and the other control characters after it in their own order
_GLUE: Final = "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}"
_VISIBLE: Final = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u2460-\u27bf\u3000-\u303f\u3041-\u3096\u309b-\u30ff"
    "\u4e00-\u9fef\uff01-\uff60\uffe0-\uffe6]*"
)
_SYMBOLS: Final = frozenset({"So", "Sk", "Sm", "Me"})


@functools.lru_cache(maxsize=4096)
def stand_in(char: str) -> str:
    r"""Give what may be shown for a character: itself, or a stand-in where it is invisible or a terminal would obey it.

    >>> [stand_in(c) for c in "款\x00\x1b\x7f\u200b\u202e\ud800"]
    ['款', '␀', '␛', '␡', '<U+200B>', '<U+202E>', '<U+D800>']
    """
    code = ord(char)
    if code < ord(" "):
        return chr(_PICTURES + code)
    if char == "\x7f":
        return "\N{SYMBOL FOR DELETE}"
    if char == "\N{IDEOGRAPHIC SPACE}":
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    return char if char.isprintable() and not INVISIBLE.match(char) else f"<U+{code:04X}>"


def is_visible(text: str) -> bool:
    r"""Tell whether a text holds only everyday characters, each of which is shown as it is. Nearly all do, so this is asked first.

    >>> is_visible("耐克 Nike"), is_visible("耐\u200b克"), is_visible("耐克\n")
    (True, False, False)
    """
    return _VISIBLE.fullmatch(text) is not None


def visible_parts(text: str) -> list[str]:
    """Give what is shown for each character of a text, in step with it. What joins two signs of an emoji goes without a stand-in."""
    if is_visible(text):
        return list(text)
    return ["" if char in _GLUE and _between_symbols(text, i) else stand_in(char) for i, char in enumerate(text)]


def visible(text: str) -> str:
    r"""Give a text as it may be shown.

    >>> visible("耐\u200b克\n包邮 ❤\ufe0f")
    '耐<U+200B>克␊包邮 ❤'
    """
    return text if is_visible(text) else "".join(visible_parts(text))


def shorten(text: str, limit: int) -> str:
    """Cut a text out of the middle, so that head and tail can be read. Counts characters.

    >>> shorten("夏季新款加厚遮光窗帘布", 7)
    '夏季新…窗帘布'
    """
    if len(text) <= limit:
        return text
    tail = (limit - 1) // 2
    return f"{text[: limit - 1 - tail]}…{text[len(text) - tail :]}"


def _between_symbols(text: str, i: int) -> bool:
    beside = text[max(0, i - 1) : i] + text[i + 1 : i + 2]
    return any(unicodedata.category(char) in _SYMBOLS for char in beside)
