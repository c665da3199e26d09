"""The lexicon's records as the river needs them: plain, frozen, cheap to make. Nothing here knows how they are stored."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from listingguard.model import Category, Disposition, Method, Severity
from listingguard.normalize import fold

__all__ = [
    "LATIN",
    "AnyOf",
    "BasisRecord",
    "Brand",
    "Code",
    "ContextWord",
    "Disguise",
    "Exemption",
    "Goods",
    "Labels",
    "Rule",
    "Term",
    "Where",
    "is_han",
    "is_latin",
    "is_picture",
]

#: What a spelling may make of a name.
Disguise = Literal["", "pinyin", "initials", "shape", "sign", "fragment", "anchor", "house"]
Labels = Mapping[str, str]  #: a wording by language: "en" and "zh-Hans"
_HAN: Final = re.compile("[\u3400-\u9fff]+")
#: The characters of Latin words and numbers, folded.
LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789") | {
    chr(c) for c in (*range(0xDF, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isalpha()
}


def is_latin(char: str) -> bool:
    """Tell whether a folded character belongs to a Latin word or number (the empty string does not).

    >>> is_latin("k"), is_latin("7"), is_latin("é"), is_latin("克"), is_latin("")
    (True, True, True, False, False)
    """
    return char in LATIN


def is_han(text: str) -> bool:
    """Tell whether a text is Chinese characters and nothing else.

    >>> is_han("耐克"), is_han("路易v登"), is_han("")
    (True, False, False)
    """
    return _HAN.fullmatch(text) is not None


def is_picture(text: str) -> bool:
    """Tell whether a text is emoji and other signs that are neither letters nor figures, and nothing else.

    >>> is_picture("🐎"), is_picture("🔝级"), is_picture("1")
    (True, False, False)
    """
    return bool(text) and not any(char.isalnum() or char.isascii() for char in text)


class AnyOf:
    """Words of which any may stand in a folded text, the longest first; Latin ones as whole words. Made a pattern when first asked.

    >>> [m[0] for m in AnyOf(("for", "适用于", "适用")).pattern.finditer("适用于 iphone, for ipad, format")]
    ['适用于', 'for']
    """

    __slots__ = ("_pattern", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self._pattern: re.Pattern[str] | None = None

    def __bool__(self) -> bool:
        """Tell whether there is any word."""
        return bool(self.words)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Give the pattern; without words it finds nothing."""
        if self._pattern is None:
            folded = sorted(map(fold, self.words), key=len, reverse=True)
            self._pattern = re.compile("|".join(map(_whole, folded)) or "(?!)")
        return self._pattern


def _whole(word: str) -> str:
    left, right = is_latin(word[:1]), is_latin(word[-1:])
    return ("(?<![a-z0-9])" if left else "") + re.escape(word) + ("(?![a-z0-9])" if right else "")


@dataclass(frozen=True, slots=True, eq=False)
class Brand:
    """A brand: the goods that it is known for, those of others with its parts inside, and the words that go with it, folded.

    `confidence` is how sure its facts are. It is `known` where a page bears them out: then a small part of its name may be enough.
    """

    id: str
    owner: str
    goods: frozenset[str]
    inside: frozenset[str]
    signals: tuple[str, ...]
    confidence: float
    known: bool


@dataclass(frozen=True, slots=True, eq=False)
class BasisRecord:
    """A law's article or a marketplace's rule, and when and where it holds."""

    id: str
    law: Labels
    article: Labels
    layer: Literal["law", "platform"]
    jurisdictions: tuple[str, ...]
    marketplaces: tuple[str, ...]
    fields: frozenset[str]
    effective_from: dt.date | None
    effective_to: dt.date | None
    source: str
    checked: dt.date | None
    confidence: str


@dataclass(frozen=True, slots=True, eq=False)
class Exemption:
    """Why the words of a rule are no offence: all conditions must hold inside one sentence. See `judge.exemptions`."""

    id: str
    clause: str
    disposition: Disposition
    title: Labels
    proof: Labels | None
    before: AnyOf
    after: AnyOf
    reach: int
    around: tuple[str, ...]
    require: tuple[str, ...]
    not_with: AnyOf
    names_goods: bool
    goods: frozenset[str]
    not_goods: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Where:
    """A place and a time in which a rule is as bad as said here, and not as its record says."""

    jurisdictions: frozenset[str]
    marketplaces: frozenset[str]
    effective_from: dt.date | None
    effective_to: dt.date | None
    severity: Severity
    disposition: Disposition


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule: how bad its terms are, what they need, what excuses them, and what to tell the seller."""

    id: str
    code: str
    name: str
    category: Category
    severity: Severity
    disposition: Disposition
    certainty: float
    needs: str
    only_goods: frozenset[str]
    normal_goods: frozenset[str]
    exemptions: tuple[Exemption, ...]
    boundary: bool
    where: tuple[Where, ...]
    replace: Mapping[str, str]
    delete: bool
    message: Labels
    advice: Labels
    bases: tuple[BasisRecord, ...]

    @property
    def family(self) -> str:
        """Give the code family: at most one finding of a family at a place."""
        return _family(self.code)


@functools.cache
def _family(code: str) -> str:
    return code[:4] if code.startswith("LGT") else code[:3]


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One surface form. `left` and `right` ask for a word edge there; a shield is a longer word that swallows its record's terms.

    `digits` lets model digits follow directly; `loose` lets the term match in the skeleton view, `heard` in that of sounds. `disguise`
    tells what the spelling makes of `text`: its pinyin, its initials, look-alikes of its characters …; nothing for one as it is listed.
    """

    text: str
    folded: str
    method: Method
    brand: Brand | None
    rule: Rule | None
    disguise: Disguise
    ambiguous: bool
    shield: bool
    digits: bool
    loose: bool
    left: bool
    right: bool
    heard: bool

    @property
    def record(self) -> str:
        """Give the id that evidence names: `brand:nike`, `rule:absolute-most`."""
        return f"brand:{self.brand.id}" if self.brand else f"rule:{self.rule.id}" if self.rule else ""


@dataclass(frozen=True, slots=True, eq=False)
class ContextWord:
    """A word that judgement leans on: it names a group of goods, or it is a cue that reaches so many characters."""

    goods: str
    cue: str
    reach: int
    left: bool
    right: bool


@dataclass(frozen=True, slots=True, eq=False)
class Goods:
    """A group of goods; `fits` names the groups it is an accessory of, `holds` those it may carry; `kind` is as in `GoodsRecord`."""

    id: str
    label: Labels
    kind: str
    fits: frozenset[str]
    holds: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A kind of finding."""

    id: str
    name: str
    category: Category
    title: Labels
    about: Labels
