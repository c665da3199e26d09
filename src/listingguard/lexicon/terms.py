"""Terms: the surface forms that can match, each bound to the record it speaks for."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from listingguard.lexicon import schema as s
from listingguard.model import Category, Disposition, Method, Severity
from listingguard.normalize import fold

__all__ = ["Brand", "Exemption", "Rule", "Term", "brand_terms", "forms", "is_latin", "rule_terms"]

_LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789") | {chr(c) for c in (*range(0xDF, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isalpha()}
_JOINTS: Final = re.compile(r"[ '’&.\-]+")
#: Goods whose marks stand right before model digits: iPhone15, mate60, 小米14.
_NUMBERED: Final = frozenset(
    "phone tablet computer computer-part camera car motorcycle wearable tv game-console audio printer drink watch appliance".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Brand:
    """A brand as judgement needs it."""

    id: str
    owner: str
    label: str
    goods: frozenset[str]
    signals: tuple[str, ...]
    names: frozenset[str]
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Exemption:
    """An exemption with its conditions as patterns; see `judge.exemptions`."""

    record: s.ExemptionRecord
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    require: tuple[re.Pattern[str], ...]
    not_with: re.Pattern[str] | None
    clause: s.BasisRecord | None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule as judgement needs it."""

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
    replace: dict[str, str]
    delete: bool
    message: s.Labels
    advice: s.Labels
    bases: tuple[s.BasisRecord, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One surface form. `left` and `right` ask for a word edge there; a shield is a longer word that swallows its record's terms.

    `digits` lets model digits follow directly; `loose` lets the term match in the skeleton view.
    """

    text: str
    folded: str
    method: Method
    brand: Brand | None = None
    rule: Rule | None = None
    ambiguous: bool = False
    shield: bool = False
    digits: bool = False
    loose: bool = False
    left: bool = False
    right: bool = False

    @property
    def record(self) -> str:
        """Give the id that findings and evidence name: `brand:nike`, `rule:absolute-most`."""
        return f"brand:{self.brand.id}" if self.brand else f"rule:{self.rule.id}" if self.rule else ""


def is_latin(char: str) -> bool:
    """Tell whether a folded character belongs to a Latin word or number (the empty string does not).

    >>> is_latin("k"), is_latin("7"), is_latin("é"), is_latin("克"), is_latin("")
    (True, True, True, False, False)
    """
    return char in _LATIN


def forms(name: str) -> tuple[str, ...]:
    """Give the folded spellings that a name stands for: itself, without diacritics, with its joints closed or open.

    >>> forms("Hermès"), forms("Levi's")
    (('hermès', 'hermes'), ("levi's", 'levi’s', 'levis'))
    """
    folded = fold(name)
    found = [folded]
    plain = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    found.append(plain)
    if _JOINTS.search(plain) and is_latin(plain[0]):
        found += [plain.replace("'", "’"), plain.replace("-", " "), plain.replace(" ", "-"), _JOINTS.sub(" ", plain).strip()]
        closed = _JOINTS.sub("", plain)
        if len(closed) >= 5:
            found.append(closed)
    return tuple(dict.fromkeys(f for f in found if f))


def brand_terms(record: s.BrandRecord, brand: Brand) -> Iterator[Term]:
    """Give every term of a brand: names, nicknames, models, abbreviations and the longer words that swallow them."""
    kinds: tuple[tuple[Method, tuple[str, ...]], ...] = (
        ("exact", record.names.all()),
        ("nickname", record.nicknames),
        ("model", record.models),
        ("abbreviation", record.short),
    )
    numbered = bool(brand.goods & _NUMBERED)
    for method, names in kinds:
        for name in names:
            ambiguous = method == "abbreviation" or name in record.ambiguous
            for folded in forms(name):
                latin = is_latin(folded[-1])
                long_enough = len(folded) >= (4 if is_latin(folded[0]) else 3)
                yield Term(
                    name,
                    folded,
                    method,
                    brand=brand,
                    ambiguous=ambiguous,
                    digits=latin and (method == "model" or numbered) and not folded[-1].isdigit(),
                    loose=not ambiguous and long_enough,
                    left=is_latin(folded[0]),
                    right=latin,
                )
    yield from _shields(record.longer, brand=brand)


def rule_terms(record: s.RuleRecord, rule: Rule) -> Iterator[Term]:
    """Give every term of a rule and the longer words that swallow them."""
    combined = (h + t for c in record.combine for h, t in itertools.product(c.head, c.tail))
    for text in dict.fromkeys((*record.terms.all(), *combined)):
        for folded in forms(text) if is_latin(fold(text)[:1]) else (fold(text),):
            han = not is_latin(folded[0])
            yield Term(
                text, folded, "exact", rule=rule, loose=han and len(folded) >= 3, left=is_latin(folded[0]), right=is_latin(folded[-1])
            )
    yield from _shields(record.longer, rule=rule)


def _shields(words: tuple[str, ...], brand: Brand | None = None, rule: Rule | None = None) -> Iterator[Term]:
    for word in words:
        for folded in forms(word):
            edges = is_latin(folded[0]), is_latin(folded[-1])
            yield Term(word, folded, "exact", brand=brand, rule=rule, shield=True, digits=True, left=edges[0], right=edges[1])
