"""Which encoding bytes have that are not UTF-8 and do not say so: told by how they fall, or not at all."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Guess", "guess_encoding"]

_PAIR: Final = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
#: Everyday characters: the first levels of GB 2312 and of Big5, with their punctuation and full-width forms.
_EVERYDAY_GB: Final = re.compile(rb"[\xb0-\xd7\xa1-\xa3][\xa1-\xfe]")
_EVERYDAY_BIG5: Final = re.compile(rb"[\xa4-\xc6\xa1-\xa3][\x40-\x7e\xa1-\xfe]")
#: Hangul of EUC-KR, kana and everyday characters of EUC-JP and of Windows' Shift-JIS, and what kana are: without them it is no Japanese.
_EVERYDAY_KR: Final = re.compile(rb"[\xb0-\xc8\xa1\xa3][\xa1-\xfe]")
_EVERYDAY_JP: Final = re.compile(rb"[\xb0-\xcf\xa1-\xa5][\xa1-\xfe]")
_EVERYDAY_SJIS: Final = re.compile(rb"[\x81-\x83\x88-\x97][\x40-\x7e\x80-\xfc]")
_KANA_JP: Final = re.compile(rb"[\xa4\xa5][\xa1-\xfe]")
_KANA_SJIS: Final = re.compile(rb"[\x82\x83][\x40-\x7e\x80-\xfc]")
_RUN: Final = re.compile(rb"[\x80-\xff]+")
_KANA: Final = 0.15
_SURE: Final = 0.85
_AHEAD: Final = 0.1
_ALONE: Final = 0.9
_LOOK: Final = 20_000
_MORE: Final = 4


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, or where the bytes stand that no encoding explains, or of which several may be meant (`maybe`)."""

    encoding: str | None
    at: int = 0
    binary: bool = False
    maybe: tuple[str, ...] = ()


def guess_encoding(sample: bytes) -> Guess:
    """Tell GB18030, Big5, UTF-16 without its mark and Windows-1252 apart, where that is safe.

    Text in Simplified Chinese uses the first level of GB 2312 for nearly every character, Traditional Chinese the first level of Big5;
    read the wrong way, half of the characters are rare ones. What may as well be Korean or Japanese is not told. Western letters beyond
    ASCII stand alone among ASCII letters.

    >>> guess_encoding("纯棉四件套 亲肤柔软".encode("gbk")).encoding, guess_encoding("羊毛圍巾 加厚保暖".encode("big5")).encoding
    ('gb18030', 'cp950')
    >>> guess_encoding("Crème brûlée à la carte".encode("cp1252")).encoding
    'cp1252'
    """
    if (nul := sample.find(b"\0")) >= 0:
        return Guess(_wide(sample), nul, binary=True)
    first = _RUN.search(sample)
    runs = _RUN.findall(sample)
    if sum(len(run) == 1 for run in runs) >= _ALONE * len(runs) and _decodes(sample, "cp1252"):
        return Guess("cp1252")
    shares = {
        codec: _share(sample, everyday)
        for codec, everyday in (("gb18030", _EVERYDAY_GB), ("cp950", _EVERYDAY_BIG5))
        if _decodes(sample, codec)
    }
    best = max(shares, key=lambda codec: shares[codec], default=None)
    maybe = tuple(_neighbours(sample, max(shares.values(), default=0.0)))
    if maybe:
        return Guess(None, first.start() if first else 0, maybe=maybe)
    if best and shares[best] >= _SURE and all(shares[best] - share >= _AHEAD for codec, share in shares.items() if codec != best):
        return Guess(best)
    return Guess(None, first.start() if first else 0)


def _neighbours(sample: bytes, chinese: float) -> Iterator[str]:
    """Give the encodings of Korea and Japan that explain the bytes about as well as those of Chinese do."""
    looks = (("euc_kr", _EVERYDAY_KR, None), ("euc_jp", _EVERYDAY_JP, _KANA_JP), ("cp932", _EVERYDAY_SJIS, _KANA_SJIS))
    for codec, everyday, kana in looks:
        share = _share(sample, everyday)
        if share >= max(_SURE, chinese - _AHEAD) and (kana is None or _share(sample, kana) >= _KANA) and _decodes(sample, codec):
            yield codec


def _share(sample: bytes, everyday: re.Pattern[bytes]) -> float:
    """Give the share of everyday characters among those of two bytes."""
    pairs = _PAIR.findall(sample)
    return sum(everyday.fullmatch(pair) is not None for pair in pairs) / len(pairs) if pairs else 0.0


def _decodes(sample: bytes, codec: str) -> bool:
    try:
        codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _wide(sample: bytes) -> str | None:
    """Tell UTF-16 by its zero bytes: as the upper halves of ASCII nearly all stand at even places, or nearly all at odd ones.

    A few stand at the others, since the lower halves of such everyday characters as 一 (U+4E00) and 最 (U+6700) are zero, too.
    """
    head = sample[:_LOOK]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) <= 1 or min(even, odd) * _MORE > max(even, odd):
        return None
    codec = "utf-16-be" if even > odd else "utf-16-le"
    if not _decodes(head, codec):
        return None
    text = codecs.getincrementaldecoder(codec)().decode(head)
    return codec if all(char in "\t\r\n" or unicodedata.category(char) not in ("Cc", "Cn", "Co") for char in text) else None
