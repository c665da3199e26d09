"""The lexicon's records as the river needs them: plain, frozen, cheap to make. Nothing here knows how they are stored."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from listingguard.model import Category, Disposition, Method, Severity
from listingguard.normalize import fold

__all__ = [
    "BasisRecord",
    "Brand",
    "Code",
    "ContextWord",
    "Exemption",
    "Goods",
    "Labels",
    "Limit",
    "Marketplace",
    "Rule",
    "Term",
    "any_of",
    "is_latin",
]

Labels = Mapping[str, str]  #: a wording by language: "en" and "zh-Hans"
_LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789") | {
    chr(c) for c in (*range(0xDF, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isalpha()
}


def is_latin(char: str) -> bool:
    """Tell whether a folded character belongs to a Latin word or number (the empty string does not).

    >>> is_latin("k"), is_latin("7"), is_latin("é"), is_latin("克"), is_latin("")
    (True, True, True, False, False)
    """
    return char in _LATIN


@dataclass(frozen=True, slots=True, eq=False)
class Brand:
    """A brand: the goods that it is known for and the words that go with it, folded. `confidence` is how sure its facts are."""

    id: str
    owner: str
    label: str
    goods: frozenset[str]
    signals: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class BasisRecord:
    """A law's article or a marketplace's rule, and when and where it holds."""

    id: str
    law: Labels
    article: Labels
    layer: Literal["law", "platform"]
    jurisdictions: tuple[str, ...]
    marketplaces: tuple[str, ...]
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
    before: tuple[str, ...]
    after: tuple[str, ...]
    reach: int
    require: tuple[str, ...]
    not_with: tuple[str, ...]


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

    `digits` lets model digits follow directly; `loose` lets the term match in the skeleton view.
    """

    text: str
    folded: str
    method: Method
    brand: Brand | None
    rule: Rule | None
    ambiguous: bool
    shield: bool
    digits: bool
    loose: bool
    left: bool
    right: bool

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
    """A group of goods; `fits` names the groups it is an accessory of."""

    id: str
    label: Labels
    fits: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A kind of finding."""

    id: str
    name: str
    category: Category
    title: Labels
    about: Labels


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """How much a field may hold on a marketplace, and how it counts."""

    field: str
    max: int
    unit: str
    effective_from: dt.date | None
    effective_to: dt.date | None


@dataclass(frozen=True, slots=True, eq=False)
class Marketplace:
    """A marketplace: the law it stands under and the limits of its fields."""

    id: str
    name: Labels
    aliases: tuple[str, ...]
    jurisdictions: tuple[str, ...]
    limits: tuple[Limit, ...]


@functools.cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Give a pattern for any of the words in a folded text, the longest first; Latin words as whole words.

    >>> [m[0] for m in any_of(("for", "适用于", "适用")).finditer("适用于 iphone, for ipad, format")]
    ['适用于', 'for']
    """
    folded = sorted(map(fold, words), key=len, reverse=True)
    return re.compile("|".join(_edge(w[:1], "(?<![a-z0-9])") + re.escape(w) + _edge(w[-1:], "(?![a-z0-9])") for w in folded))


def _edge(char: str, assertion: str) -> str:
    return assertion if is_latin(char) else ""
