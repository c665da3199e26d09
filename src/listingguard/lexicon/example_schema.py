"""What a record may give as examples: texts, and whole listings where more than a title decides."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from listingguard.lexicon.words import Record, Texts, Words
from listingguard.model import Listing, Strictness

__all__ = ["ExampleListing", "ExampleListings", "Examples", "ExemptionExamples"]


class Examples(Record):
    """Texts in which the record must be found, and texts that contain a term and in which it must not."""

    hit: Texts = ()
    pass_: Texts = Field(default=(), alias="pass")


class ExemptionExamples(Record):
    """Texts in which the exemption excuses, and texts in which it must not."""

    excuse: Texts = ()
    keep: Texts = ()


class ExampleListing(Record):
    """A listing, the marketplace that it is for, the seller's own words, and how strictly it is read."""

    title: str = ""
    subtitle: str = ""
    bullets: Texts = ()
    description: str = ""
    search_terms: str = ""
    brand: str = ""
    shop_name: str = ""
    category: str = ""
    marketplace: str = ""
    own_brands: Words = ()
    watch_words: Words = ()
    strictness: Strictness = "normal"

    @model_validator(mode="after")
    def _reads(self) -> Self:
        if not self.last_text:
            raise ValueError("a listing has a text: give a title or another part")
        return self

    def listing(self) -> Listing:
        """Give it as the scanner takes it."""
        return Listing(**self.model_dump(exclude={"marketplace", "own_brands", "watch_words", "strictness"}))

    @property
    def last_text(self) -> str:
        """Give the text by which it is known: the last of its fields, since the title often only says what the goods are."""
        return [text for _, text in (("", ""), *self.listing().texts())][-1]


class ExampleListings(Record):
    """Listings about which the rule must speak, and listings about which it must not."""

    hit: tuple[ExampleListing, ...] = ()
    pass_: tuple[ExampleListing, ...] = Field(default=(), alias="pass")
