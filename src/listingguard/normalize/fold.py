"""The fold: width, case, script and invisible characters no longer make a difference.

Everything here works on clusters: a character together with what composes with it or cannot be seen. Folding a text cluster by cluster
gives the same as folding it whole, so every folded character knows its source.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from listingguard.normalize.script import simplified
from listingguard.normalize.variants import DRAWN, SPACING

__all__ = ["INVISIBLE", "clusters", "fold", "fold_simple", "is_simple"]

_SEPARATORS: Final = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85"
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0x180B, 0x1810), range(0xE0100, 0xE01F0), range(0x1160, 0x1161), range(0x115F, 0x1160))
_FILLERS: Final = (
    "\N{COMBINING GRAPHEME JOINER}\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}\N{KHMER VOWEL INHERENT AQ}\N{KHMER VOWEL INHERENT AA}"
)


def _invisible_class() -> str:
    """Format and control characters but separators of lines and cells; variation selectors; letters without a shape."""
    formats = [
        chr(c)
        for c in (
            *range(0x3000),
            *range(0xFE00, 0x11000),
            *range(0x13430, 0x13440),
            *range(0x1BCA0, 0x1BCA4),
            *range(0x1D173, 0x1D17B),
            *range(0xE0000, 0xE0080),
        )
    ]
    hidden = [c for c in formats if unicodedata.category(c) in {"Cf", "Cc"} and c not in _SEPARATORS]
    hidden += [chr(c) for block in _SELECTORS for c in block] + list(_FILLERS)
    return "".join(map(re.escape, sorted(set(hidden))))


#: Characters that nobody sees and that no name is spelled with: they are dropped, and remembered.
INVISIBLE: Final = re.compile(f"[{_invisible_class()}]")
_MARKS: Final = 30
_ALONE: Final = DRAWN | SPACING
_SURROGATE: Final = re.compile("[\ud800-\udfff]")

#: Characters outside these ranges may expand, join their neighbours or vanish; a text without them folds one to one.
_NOT_SIMPLE: Final = re.compile(
    "[^\t\n\r -~"
    "\u00a1-\u00a7\u00a9\u00ab\u00ac\u00b0\u00b1\u00b6\u00b7\u00bb\u00bf-\u00de\u00e0-\u00ff"
    "\u2010\u2012-\u2016\u2018-\u2023\u2027\u2030-\u2032\u203b\u2160\u2190-\u21ff\u2460-\u2468\u25a0-\u2605"
    "\u3000-\u3029\u3030\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fef\uff01-\uff60\uffe0\uffe1\uffe5]"
)


def is_simple(text: str) -> bool:
    r"""Tell whether the text folds one character to one: true of nearly all titles.

    >>> is_simple("２０２６新款 LV同款窗簾（加厚）"), is_simple("ﬁla"), is_simple("NI\u200bKE")
    (True, False, False)
    """
    return _NOT_SIMPLE.search(text) is None


def fold_simple(text: str) -> str:
    """Fold a text for which `is_simple` holds; same outcome as `fold`, and the same length."""
    if text.isascii():
        return text.lower()
    return simplified(unicodedata.normalize("NFKC", text).casefold())


def fold(text: str) -> str:
    r"""Fold away width, case, script and what cannot be seen. A lone surrogate counts as U+FFFD.

    >>> fold("ＮＩ\u200bＫＥ 愛馬仕 ①")
    'nike 爱马仕 1'
    """
    if is_simple(text):
        return fold_simple(text)
    text = _without_excess(INVISIBLE.sub("", text))
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    text = unicodedata.normalize("NFKC", text.translate(_ALONE)).casefold()
    return simplified(INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


def _without_excess(text: str) -> str:
    """Drop combining marks beyond 30 on one character, Unicode's own limit for streams: composing them takes time squared."""
    if len(text) <= _MARKS // 3:  # no mark is composed of more than three
        return text
    kept, run = [], 0
    for char in text:
        size = len(unicodedata.normalize("NFKD", char))
        run = run + size if _joins(char) else size - 1
        if run <= _MARKS:
            kept.append(char)
    return "".join(kept)


def clusters(text: str) -> Iterator[tuple[int, int]]:
    r"""Give the ranges that fold independently of each other: a character with all that composes with it or is invisible.

    >>> list(clusters("e\u0301x"))
    [(0, 2), (2, 3)]
    """
    start = 0
    for i, char in enumerate(text):
        if i and not _joins(char):
            yield start, i
            start = i
    if text:
        yield start, len(text)


@functools.lru_cache(maxsize=4096)
def _joins(char: str) -> bool:
    """Tell whether a character belongs to the cluster before it: marks of all kinds, Hangul vowels and finals, invisible ones."""
    if INVISIBLE.match(char):
        return True
    first = unicodedata.normalize("NFKD", char)[0]
    return unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff" or "\ud7b0" <= first <= "\ud7fb"
