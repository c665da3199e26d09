"""A marketplace's profile as the river needs it: its sites, and what its fields may hold, each fact with its days and its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from listingguard.lexicon.terms import Labels

__all__ = ["AboutField", "Form", "Limit", "Marketplace", "Site", "marketplace_of"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AboutField:
    """A fact about a field of a marketplace, when it holds, and the page that says so."""

    field: str
    except_sites: tuple[str, ...]
    effective_from: dt.date | None
    effective_to: dt.date | None
    source: str
    checked: dt.date | None
    confidence: str
    note: str

    def in_force(self, day: dt.date, site: str) -> bool:
        """Tell whether it holds on a day at a site (the empty string is the marketplace as such)."""
        early = self.effective_from is not None and day < self.effective_from
        late = self.effective_to is not None and day > self.effective_to
        return not (early or late or site in self.except_sites)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Limit(AboutField):
    """How much a field may hold on a marketplace, and how it counts."""

    max: int
    unit: str
    uncounted: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Form(AboutField):
    """How a field may be written on a marketplace: the `kind` of rule and what it is about, see `market_schema.FormRecord`."""

    kind: str
    max: int
    characters: str
    categories: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A regional site of a marketplace; without jurisdictions its own law is not covered."""

    id: str
    aliases: tuple[str, ...]
    jurisdictions: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Marketplace:
    """A marketplace, or one of its sites: the law it stands under, the form of its fields, and what is not known about it."""

    id: str
    name: Labels
    aliases: tuple[str, ...]
    jurisdictions: tuple[str, ...]
    limits: tuple[Limit, ...]
    forms: tuple[Form, ...] = ()
    sites: tuple[Site, ...] = ()
    unknown: Mapping[str, tuple[str, ...]] | None = None
    note: str = ""
    site: str = ""

    def at(self, site: Site) -> Marketplace:
        """Give the marketplace as it is at one of its sites: under that site's law, or its own where that is not covered."""
        return replace(self, site=site.id, jurisdictions=site.jurisdictions or self.jurisdictions)

    def named(self) -> Mapping[str, Marketplace]:
        """Give the marketplace and its sites by all their names."""
        own = dict.fromkeys((self.id, *self.aliases, *self.name.values()), self)
        sites = [(site, self.at(site)) for site in self.sites]
        return {name: there for site, there in sites for name in (site.id, *site.aliases)} | own


def marketplace_of(record: Mapping[str, Any]) -> Marketplace:
    """Make a marketplace of its plain record."""
    return Marketplace(
        record["id"],
        record["name"],
        tuple(record["aliases"]),
        tuple(record["jurisdictions"]),
        tuple(Limit(**_values(Limit, limit)) for limit in record["limit"]),
        tuple(Form(**_values(Form, form)) for form in record["form"]),
        tuple(Site(s["id"], tuple(s["aliases"]), tuple(s["jurisdictions"])) for s in record["site"]),
        {lang: tuple(texts) for lang, texts in record["unknown"].items()},
        record["note"],
    )


def _values(kind: type[AboutField], record: Mapping[str, Any]) -> dict[str, Any]:
    return {f.name: _value(f.name, record[f.name]) for f in fields(kind)}


def _value(name: str, value: Any) -> Any:
    if value and name in ("effective_from", "effective_to", "checked"):
        return dt.date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
