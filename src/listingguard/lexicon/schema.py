"""What a data file may say. pydantic checks shape and types; what needs more than one value is in `checks`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from listingguard.lexicon.example_schema import ExampleListings, Examples, ExemptionExamples
from listingguard.lexicon.words import Id, Jurisdiction, Level, Record, Text, Texts, Word, Words
from listingguard.model import Category, Disposition, Severity

__all__ = [
    "BasisRecord",
    "BrandFile",
    "BrandRecord",
    "CodeFile",
    "CodeRecord",
    "CueFile",
    "CueRecord",
    "ExemptionFile",
    "ExemptionRecord",
    "File",
    "GoodsFile",
    "GoodsRecord",
    "Labels",
    "LexiconFile",
    "Record",
    "RetiredFile",
    "RuleFile",
    "RuleRecord",
    "SignFile",
    "SignRecord",
    "Terms",
    "Words",
]

ListingField = Literal["title", "subtitle", "bullets", "description", "search_terms", "brand", "shop_name"]


class Terms(Record):
    """Surface forms by language; `zh-Hant` only where the words differ."""

    en: Words = ()
    zh_hans: Words = Field(default=(), alias="zh-Hans")
    zh_hant: Words = Field(default=(), alias="zh-Hant")

    def all(self) -> tuple[str, ...]:
        """Give the forms of all languages in their order."""
        return self.en + self.zh_hans + self.zh_hant


class Labels(Record):
    """A wording in English and Simplified Chinese; Traditional is derived."""

    en: Text
    zh_hans: Text = Field(alias="zh-Hans")


class Sourced(Record):
    """A record that says where its facts come from: a page that was opened on the day `checked`, or `general-knowledge`."""

    source: str = "general-knowledge"
    checked: dt.date | None = None
    confidence: Level = "medium"
    note: str = ""


class BrandRecord(Sourced):
    """A brand: its names, what they may be confused with, and the goods it is known for."""

    id: Id
    owner: str = ""
    names: Terms = Terms()
    nicknames: Words = ()
    models: Words = ()
    short: Words = ()
    ambiguous: Words = ()
    goods: tuple[Id, ...] = ()
    inside: tuple[Id, ...] = ()
    signals: Words = ()
    longer: Words = ()
    examples: Examples = Examples()


class BasisRecord(Sourced):
    """A law's article or a marketplace's rule, and when and where it holds."""

    id: Id
    law: Labels
    article: Labels
    layer: Literal["law", "platform"]
    jurisdictions: tuple[Jurisdiction, ...] = ()
    marketplaces: tuple[Id, ...] = ()
    fields: tuple[ListingField, ...] = ()
    effective_from: dt.date | None = None
    effective_to: dt.date | None = None


class Where(Record):
    """Where and when a rule is to be taken otherwise than its record says: all that is stated must be so."""

    jurisdictions: tuple[Jurisdiction, ...] = ()
    marketplaces: tuple[Id, ...] = ()
    effective_from: dt.date | None = None
    effective_to: dt.date | None = None
    severity: Severity
    disposition: Disposition


class Combination(Record):
    """Every head joined to every tail is a term."""

    head: Words
    tail: Words


class RuleRecord(Record):
    """A rule: its terms, what excuses them, and what to tell the seller."""

    id: Id
    code: str
    basis: tuple[Id, ...]
    severity: Severity
    disposition: Disposition
    certainty: float = Field(ge=0, le=1)
    terms: Terms = Terms()
    combine: tuple[Combination, ...] = ()
    needs: Literal["", "brand", "brand-after", "brand-before", "brand-beside"] = ""
    only_goods: tuple[Id, ...] = ()
    normal_goods: tuple[Id, ...] = ()
    exempt: tuple[Id, ...] = ()
    boundary: bool = False
    where: tuple[Where, ...] = ()
    longer: Words = ()
    replace: dict[str, str] = Field(default_factory=dict)
    delete: bool = True
    message: Labels
    advice: Labels
    examples: Examples = Examples()
    listings: ExampleListings = ExampleListings()
    note: str = ""


class GoodsRecord(Record):
    """A group of goods and the words that name them; `fits` makes it an accessory of other groups, `holds` where one device is named.

    `kind` says how a brand is used beside them: a `device` is what parts and accessories are made for, a `service` is nothing that one can
    touch, for `universal` goods (clothing, jewellery) a word of compatibility excuses no brand, since such goods fit everybody, and a
    `companion` (chargers) is sold by the makers of the goods that it fits under their own names as well.
    """

    id: Id
    label: Labels
    kind: Literal["", "device", "service", "universal", "companion"] = ""
    fits: tuple[Id, ...] = ()
    holds: tuple[Id, ...] = ()
    words: Terms
    note: str = ""


class CueRecord(Record):
    """Words that tell how a brand beside them is used."""

    id: Id
    reach: int = Field(default=6, ge=0, le=40)
    words: Terms
    note: str = ""


class ExemptionRecord(Record):
    """Why the words of a rule are no offence here: all conditions must hold inside one sentence."""

    id: Id
    clause: str = ""
    disposition: Literal["excused", "needs_evidence"]
    title: Labels
    proof: Labels | None = None
    before: Words = ()
    after: Words = ()
    reach: int = Field(default=6, ge=0, le=60)
    around: Texts = ()
    require: Texts = ()
    not_with: Words = ()
    names_goods: bool = False
    goods: tuple[Id, ...] = ()
    not_goods: tuple[Id, ...] = ()
    examples: ExemptionExamples = ExemptionExamples()
    note: str = ""


class CodeRecord(Record):
    """A kind of finding: stable, never reused."""

    id: Annotated[str, StringConstraints(pattern=r"^LG[A-Z][0-9]{3}$")]
    name: Id
    category: Category
    title: Labels
    about: Labels


class File(Record):
    """What every file begins with."""

    schema_: Literal[1] = Field(alias="schema")


class BrandFile(File):
    """`data/brands/<category>.toml`."""

    category: Id
    brand: tuple[BrandRecord, ...]


class RuleFile(File):
    """`data/rules/<policy>.toml`."""

    policy: Id
    basis: tuple[BasisRecord, ...] = ()
    rule: tuple[RuleRecord, ...] = ()


class GoodsFile(File):
    """`data/context/goods.toml`."""

    goods: tuple[GoodsRecord, ...]


class CueFile(File):
    """`data/context/cues.toml`."""

    cue: tuple[CueRecord, ...]


class ExemptionFile(File):
    """`data/context/exemptions.toml`; it may hold the clauses it refers to."""

    basis: tuple[BasisRecord, ...] = ()
    exemption: tuple[ExemptionRecord, ...]


class LexiconFile(File):
    """`data/lexicon.toml`: what a lexicon calls itself, and the day of its data."""

    version: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.\-]{0,39}$")]
    date: dt.date


class RetiredFile(File):
    """`retired.toml` of an own lexicon: ids of records of the lexicons beneath it that shall not count."""

    brands: tuple[Id, ...] = ()
    rules: tuple[Id, ...] = ()


class CodeFile(File):
    """`data/codes.toml`."""

    code: tuple[CodeRecord, ...]


class SignRecord(Record):
    """Emoji and figures that stand for a word: 🍎 for 苹果, 1 for 一."""

    id: Id
    stands_for: Word
    signs: Words
    note: str = ""


class SignFile(File):
    """`data/context/signs.toml`."""

    sign: tuple[SignRecord, ...]
