"""The skeleton: what a word looks like. Look-alike letters, digits for letters, diacritics and separators inside names fold away.

It goes much further than the fold and so confuses honest words, too: it is built only for texts that hold anything suspicious, and a
term matches in it only under stricter rules (see `match.loose`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["LEET", "Skeleton", "SkeletonView", "is_suspicious"]

#: Digits and signs that stand for letters; `i` and `l` fall together because 1 stands for both.
LEET: Final[Mapping[str, str]] = {
    "0": "o",
    "1": "l",
    "i": "l",
    "!": "l",
    "|": "l",
    "3": "e",
    "4": "a",
    "@": "a",
    "5": "s",
    "$": "s",
    "7": "t",
    "8": "b",
}

_HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff"
_RARE: Final = r"·•‧∙・_*~～^`'＇|\\=#丨"  # signs that honest text does not put between two Han characters
_COMMON: Final = r"./\-+&"  # signs that it does: they count only around single characters (阿/迪/达/斯)
_LETTERS: Final = (
    r"\u00df-\u024f\u0250-\u02af\u0300-\u036f\u0370-\u058f\u13a0-\u13fd\u1d00-\u1dff\u1e00-\u1fff\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uabbf"
)
_UNUSUAL: Final = re.compile(f"[{_LETTERS}]")  # Сhanel with a Cyrillic С
_RARE_SIGN: Final = re.compile(f"[{_RARE}]")
_SPLIT: Final = re.compile(  # 阿迪·达斯, Balenciag*a
    rf"[{_HAN}][{_COMMON}]{{0,3}}[{_RARE}][{_RARE}{_COMMON}]{{0,8}}[{_HAN}]|[a-z][*·•~^]{{1,8}}[a-z]"
)
_APART: Final = re.compile(rf"[{_HAN}][{_COMMON}][{_HAN}][{_COMMON}][{_HAN}]")  # 阿/迪/达/斯
_LETTER_DIGIT: Final = re.compile(r"[a-z@$][0134578@$!|]")
_LEET: Final = re.compile(r"[a-z@$][0134578@$!|][a-z@$]|[a-z@$]{3}[0134578@$!|](?![a-z0-9])")  # di0r, chane1
_LEET_FIRST: Final = re.compile(r"[0134578@$!|][a-z]{3}")  # 0ff-white
_SPELLED: Final = re.compile(r"[a-z][ .·•\-_*/][a-z][ .·•\-_*/][a-z](?![a-z0-9])")  # n.i.k.e
_DROP: Final = re.compile(
    rf"\u0300+|(?<=[{_HAN}])[{_RARE}{_COMMON}]+(?=[{_HAN}])"
    r"|(?:(?<=[^a-z0-9][a-z])|(?<=^[a-z]))[ .·•\-_*/]+(?=[a-z](?![a-z0-9]))"
    r"|(?<=[a-z])[*·•~^]+(?=[a-z])"
)


def is_suspicious(folded: str) -> bool:
    """Tell whether a folded text holds anything that a skeleton would change for a reason.

    >>> [is_suspicious(t) for t in ("chane1手袋", "n.i.k.e", "iphone15手机壳", "加厚窗帘")]
    [True, True, False, False]
    """
    return bool(
        _UNUSUAL.search(folded)
        or (_RARE_SIGN.search(folded) and _SPLIT.search(folded))
        or (_LETTER_DIGIT.search(folded) and _LEET.search(folded))
        or _LEET_FIRST.search(folded)
        or _SPELLED.search(folded)
        or _APART.search(folded)
    )


@dataclass(frozen=True, slots=True)
class SkeletonView:
    """A skeleton and where each of its characters stands in the folded text; `index` is None where none was dropped."""

    text: str
    index: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the folded text that a non-empty range of the skeleton comes from."""
        return (start, end) if self.index is None else (self.index[start], self.index[end - 1] + 1)


class Skeleton:
    """Makes skeletons with a table of look-alike letters (`data/generated/confusables.toml`).

    >>> make = Skeleton({"с": "c", "è": "e"})
    >>> make("сhane1").text, make("阿迪·达斯").text, make.word("chanel")
    ('chanel', '阿迪达斯', 'chanel')
    """

    __slots__ = ("_table",)

    def __init__(self, letters: Mapping[str, str]) -> None:
        looks = {ord(char): LEET.get(letter, letter) for char, letter in letters.items()}
        marks = dict.fromkeys((*range(0x300, 0x370), *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100)), "\u0300")
        self._table = looks | marks | {ord(char): letter for char, letter in LEET.items()}

    def __call__(self, folded: str) -> SkeletonView:
        """Give the skeleton of a folded text."""
        text = folded.translate(self._table)
        kept: list[int] = []
        last = 0
        for gap in _DROP.finditer(text):
            kept += range(last, gap.start())
            last = gap.end()
        if not last:
            return SkeletonView(text, None)
        kept += range(last, len(text))
        return SkeletonView("".join([text[i] for i in kept]), tuple(kept))

    def word(self, folded: str) -> str:
        """Give the skeleton of a term: letters only, nothing dropped."""
        return folded.translate(self._table).replace("\u0300", "")
