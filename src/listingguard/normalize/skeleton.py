"""The skeleton: what a word looks like. Look-alike letters, digits for letters, diacritics and separators inside names fold away.

It goes much further than the fold and so confuses honest words, too: it is built only for texts that hold anything suspicious, and a
term matches in it only under stricter rules (see `match.loose`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from listingguard.normalize.blended import is_blended
from listingguard.normalize.readings import has_drawn_characters
from listingguard.normalize.tables import quick
from listingguard.normalize.variants import BEYOND

__all__ = ["LEET", "MARK", "Skeleton", "SkeletonView"]

#: Digits and signs that stand for letters; `i` and `l` fall together because 1 stands for both.
LEET: Final[Mapping[str, str]] = {
    "0": "o",
    "1": "l",
    "i": "l",
    "!": "l",
    "|": "l",
    "2": "z",
    "3": "e",
    "4": "a",
    "@": "a",
    "5": "s",
    "$": "s",
    "6": "b",
    "7": "t",
    "8": "b",
    "9": "g",
}

_HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff"
_ACCENT: Final = "[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a]"
#: A mark that is drawn on the letter before it.
MARK: Final = re.compile(_ACCENT)
#: Whatever is no letter, no digit and no end of a sentence may stand between two Chinese characters, and kana and strokes that decorate;
#: what parts Latin words may not.
_STROKES: Final = "丶丿ゝ々ヽ〃ツノ卍卐乂彡ღஐ"
_SIGN: Final = rf"(?:[^\w\n\ufffd]|[_の乄乀{_STROKES}])"
_ORNAMENT: Final = r"[^\w\s.,;:!?'\"()\[\]{}<>/\\&+=@#|$~`、。·“”‘’《》〈〉「」『』–—-]"
#: 阿迪·达斯, 耐 克. This one and those below begin with a class of characters, which is looked for fast.
_BETWEEN: Final = re.compile(rf"[\W_の乄乀{_STROKES}](?<![\n\ufffd])(?<=([{_HAN}]).){_SIGN}{{0,5}}(?=([{_HAN}]))")
_WITHIN: Final = re.compile(rf"[a-z](?:{_ORNAMENT}|[*·•]){{1,8}}[a-z]")  # Balenciag*a
_ORNATE: Final = re.compile(_ORNAMENT.replace("·", ""))  # what every such word holds
_MONEY: Final = "€£¥₽₦₩฿¢®©₱₫₭₮₲₵₴₿₡∑∏∩∪∈"  # honest text is full of them: they count inside of words only
_TOKEN: Final = re.compile(r"(?<![a-z0-9])(?:[a-z@$|]+[0-9@$!|]|[0-9@$!|]{1,3}[a-z@$])[a-z0-9@$!|]*")  # di0r, 0ff, n1k3; r9s and 40cm, too
_CODED: Final = re.compile(r"[0-9@$!|](?:(?=[a-z@$])|(?<=[a-z@$|].))")  # what every such token holds
_SPELLED: Final = re.compile(
    rf"[a-z](?<![a-z0-9].){_ACCENT}*(?=([^a-z0-9{_HAN}\u0300-\u036f]{{1,3}}))(?:\1[a-z]{_ACCENT}*(?![a-z0-9])){{2,}}"
)  # n.i.k.e
_DECOY: Final = rf"&+:;@#|\\=~^%$!?_{_STROKES}"  # these part no words
_SIGN_WITHIN: Final = rf"[{_DECOY}'\"`.,/()\[\]{{}}<>〈〉《》「」『』“”‘’*、。–—-]"
_ODD_SIGN: Final = re.compile(f"[{_DECOY}]")
_DECOYED: Final = re.compile(rf"{_SIGN_WITHIN}(?<=[a-z].){_SIGN_WITHIN}{{0,2}}[a-z]")
_PARTED: Final = re.compile(rf"(?<![a-z0-9])[a-z]+(?:{_SIGN_WITHIN}{{1,3}}[a-z]+)+(?![a-z0-9])")  # calif&ornia; cream+milk, too
_GAPS: Final = re.compile(rf"{_ACCENT}+|(?<=[{_HAN}]){_SIGN}{{1,6}}(?=[{_HAN}])|(?<=[a-z])(?:{_ORNAMENT}|[*·•]){{1,8}}(?=[a-z])")
_LETTER: Final = re.compile("[a-z]")
_NO_LETTERS: Final = re.compile("[^a-z]+")


@dataclass(frozen=True, slots=True)
class SkeletonView:
    """A skeleton and where each of its characters stands in the folded text; `index` is None where none was dropped."""

    text: str
    index: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the folded text that a non-empty range of the skeleton comes from."""
        return (start, end) if self.index is None else (self.index[start], self.index[end - 1] + 1)


class Skeleton:
    """Makes skeletons with a table of look-alike letters (`data/generated/confusables.toml`) and the words that are `known`.

    >>> make = Skeleton({"с": "c", "è": "e"})
    >>> make("сhane1").text, make("阿迪·达斯").text, make.word("chanel")
    ('chanel', '阿迪达斯', 'chanel')
    """

    __slots__ = ("_beyond", "_known", "_letters", "_table", "_unusual")

    def __init__(self, letters: Mapping[str, str], known: Container[str] = frozenset()) -> None:
        self._known = known
        looks = {ord(char): LEET.get(letter, letter) for char, letter in letters.items()}
        marks = dict.fromkeys((*range(0x300, 0x370), *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100), 0x3099, 0x309A), "\u0300")
        self._table = quick(looks | marks | {ord(char): letter for char, letter in LEET.items()})
        self._letters = quick({ord(char): letter for char, letter in letters.items()})
        unusual = [char for char in letters if not char.isascii() and char not in _MONEY]
        self._beyond = frozenset(filter(BEYOND.match, unusual))
        self._unusual = re.compile(f"[{''.join(set(unusual) - self._beyond)}\u0300-\u036f]")

    def __call__(self, folded: str, joined: Container[str] | None = None, words: Container[str] = frozenset()) -> SkeletonView:
        """Give the skeleton of a folded text. Between Chinese characters, signs are dropped inside of the pairs of `joined`, or all.

        Any sign is dropped that parts one of the `words`.
        """
        text = folded.translate(self._table)
        gaps = sorted({*_overlooked(folded, text, joined), *_between_letters(folded), *self._decoys(folded, words)})
        if not gaps:
            return SkeletonView(text, None)
        kept: list[int] = []
        last = 0
        for start, end in gaps:
            kept += range(last, start)
            last = max(last, end)
        kept += range(last, len(text))
        return SkeletonView("".join([text[i] for i in kept]), tuple(kept))

    def is_needed(self, folded: str, joined: Container[str] = frozenset(), words: Container[str] = frozenset()) -> bool:
        """Tell whether a folded text holds anything that a skeleton would change for a reason: cheap, and true of few texts.

        `joined` are pairs of Chinese characters that belong together: what parts them is suspicious (耐·克), what parts others is not.
        `words` are skeletons of words: digits in one of these are suspicious (chane1), others are a model or a size, and so are signs that
        part one (cha&nel).

        >>> make = Skeleton({})
        >>> texts = ("chane1手袋", "n.i.k.e", "耐·克跑鞋", "iphone15手机壳", "加厚/窗帘")
        >>> [make.is_needed(text, {"耐克"}, {"chanel"}) for text in texts]
        [True, True, True, False, False]
        """
        return bool(
            self._unusual.search(folded)
            or (BEYOND.search(folded) and not self._beyond.isdisjoint(folded))
            or any(a + b in joined for a, b in _BETWEEN.findall(folded))
            or (_CODED.search(folded) and any(token.translate(self._table) in words for token in _TOKEN.findall(folded)))
            or _SPELLED.search(folded)
            or is_blended(folded)
            or has_drawn_characters(folded)
            or (_ORNATE.search(folded) and _WITHIN.search(folded))
            or any(self._decoys(folded, words))
        )

    def _decoys(self, folded: str, words: Container[str]) -> Iterator[tuple[int, int]]:
        """Give the signs that part a word; those that stand between words as often only where some part is no word."""
        for token in _PARTED.finditer(folded) if _DECOYED.search(folded) else ():
            read = _NO_LETTERS.sub("", token[0]).translate(self._table)
            if read in words and (_ODD_SIGN.search(token[0]) or not all(map(self._known.__contains__, _NO_LETTERS.split(token[0])))):
                yield from (sign.span() for sign in _NO_LETTERS.finditer(folded, *token.span()))

    def letters(self, folded: str) -> str:
        """Give a text with its look-alike letters read, one for one; digits and signs stay.

        >>> Skeleton({"ƒ": "f", "π": "n"}).letters("πikon inƒini%")
        'nikon infini%'
        """
        return folded.translate(self._letters) if self._unusual.search(folded) else folded

    def word(self, folded: str) -> str:
        """Give the skeleton of a term: letters only, nothing dropped."""
        return folded.translate(self._table).replace("\u0300", "")


def _overlooked(folded: str, skeleton: str, joined: Container[str] | None) -> Iterator[tuple[int, int]]:
    """Give accents and signs inside of names that a reader overlooks; a sign that stands for a letter is none."""
    for gap in _GAPS.finditer(folded):
        start, end = gap.span()
        if skeleton[start - 1 : end].isascii() and skeleton[start:end].isalpha():
            continue
        before, after = folded[start - 1 : start], folded[end : end + 1]
        if joined is None or not "\u3400" <= before <= "\u9fff" or before + after in joined:
            yield start, end


def _between_letters(folded: str) -> Iterator[tuple[int, int]]:
    """Give what parts single letters, the same sign all along: even one that could be a letter (n|i|k|e)."""
    for run in _SPELLED.finditer(folded):
        letters = [match.start() for match in _LETTER.finditer(folded, *run.span())]
        yield from ((a + 1, b) for a, b in itertools.pairwise(letters))
