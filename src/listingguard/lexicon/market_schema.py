"""What a file of `data/marketplaces/` may say: the sites of a marketplace, what its fields may hold, and what nobody has found out."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from listingguard.lexicon.schema import Labels, Record, Sourced
from listingguard.lexicon.words import Id, Jurisdiction, Text, Texts, Words

__all__ = ["FormRecord", "LimitRecord", "MarketplaceRecord", "SiteRecord", "Unknown"]

#: A listing's field as `Listing` names it, or one that a listing of ours has no part for (tags), which is told and not checked.
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
Characters = Annotated[str, StringConstraints(max_length=80, strip_whitespace=False)]


class Unknown(Record):
    """What a profile does not know, in the order of importance, in both languages."""

    en: Texts = ()
    zh_hans: Texts = Field(default=(), alias="zh-Hans")


class SiteRecord(Record):
    """A regional site: its names, and whose law holds there; none where that law is not covered and the marketplace's stands in for it."""

    id: Id
    aliases: Words = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()


class AboutField(Sourced):
    """A fact about a field of a marketplace: when it holds, and at which sites it does not."""

    field: FieldName
    except_sites: tuple[Id, ...] = ()
    effective_from: dt.date | None = None
    effective_to: dt.date | None = None


class LimitRecord(AboutField):
    """How much a field may hold on a marketplace, and how it counts."""

    max: int = Field(gt=0)
    unit: Literal["codepoints", "width", "utf-16", "bytes"]
    uncounted: Literal["", "separators"] = ""


class FormRecord(AboutField):
    """How a field may be written on a marketplace.

    * `repeat`: no word more than `max` times, `words` excepted; `once`: none of the `characters` more than `max` times;
    * `characters`: none of them; `allowed`: nothing but characters of the Unicode `categories` and the `characters`;
    * `emoji`: none; `capitals`: not only; `markup`: no HTML but the tags in `words`.
    """

    kind: Literal["repeat", "once", "characters", "allowed", "emoji", "capitals", "markup"]
    max: int = Field(default=1, gt=0)
    characters: Characters = ""
    categories: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z][a-z]?$")], ...] = ()
    words: Words = ()


class MarketplaceRecord(Record):
    """A marketplace: its sites, the law it stands under, what its fields may hold, and what is not known about it."""

    schema_: Literal[1] = Field(alias="schema")
    id: Id
    name: Labels
    aliases: Words = ()
    jurisdictions: tuple[Jurisdiction, ...]
    note: Text | Literal[""] = ""
    unknown: Unknown = Unknown()
    site: tuple[SiteRecord, ...] = ()
    limit: tuple[LimitRecord, ...] = ()
    form: tuple[FormRecord, ...] = ()

    @model_validator(mode="after")
    def _names_meet_once(self) -> Self:
        """Refuse a name that stands for two sites, and an exception for a site that is not there."""
        names = [name.casefold() for name in (*self.aliases, *(n for s in self.site for n in (s.id, *s.aliases)))]
        twice = sorted({name for name in names if names.count(name) > 1})
        lost = sorted({n for about in (*self.limit, *self.form) for n in about.except_sites} - {s.id for s in self.site})
        if twice or lost:
            raise ValueError(f"named twice: {', '.join(twice)}" if twice else f"no such site: {', '.join(lost)}")
        return self
