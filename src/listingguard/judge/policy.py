"""Which rules hold: the law and the marketplace's policy of a place on a day."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from listingguard.errors import ConfigError
from listingguard.lexicon import BasisRecord, Labels, Lexicon, Marketplace
from listingguard.model import LANGS, Basis, Lang
from listingguard.normalize import fold, to_traditional

__all__ = ["JURISDICTIONS", "NONE", "Policy", "marketplace_named", "policy_for", "word"]

_NAME: Final = (str, type(None))
#: The marketplace of whoever sells on none: the law alone holds.
NONE: Final = "none"
JURISDICTIONS: Final = ("CN", "TW", "HK", "US", "EU")


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """The rules in force, each with its bases worded in the report's language. A rule that is not in `bases` does not hold."""

    marketplace: Marketplace | None
    jurisdictions: tuple[str, ...]
    as_of: dt.date
    lang: Lang
    bases: dict[str, tuple[Basis, ...]]


def policy_for(lexicon: Lexicon, marketplace: str | None, jurisdiction: str | None, as_of: dt.date, lang: Lang) -> Policy:
    """Find what holds, as `_policy` does, once for the same settings; a setting of the wrong kind is a `ConfigError`."""
    settings: tuple[object, ...] = (marketplace, jurisdiction)
    if not (type(as_of) is dt.date and lang in LANGS and all(isinstance(value, _NAME) for value in settings)):
        as_of = _checked(marketplace, jurisdiction, as_of, lang)
    return _policy(lexicon, marketplace, jurisdiction, as_of, lang)


def _checked(marketplace: object, jurisdiction: object, as_of: object, lang: str) -> dt.date:
    """Say what is wrong with a setting; a time of day is no wrong, it counts for its day."""
    for name, value in (("marketplace", marketplace), ("jurisdiction", jurisdiction)):
        if not isinstance(value, _NAME):
            raise ConfigError(f"{name} is a text, not {type(value).__name__}")
    if not isinstance(as_of, dt.date):
        raise ConfigError(f"as_of is a date, not {type(as_of).__name__}", "write datetime.date(2026, 12, 1)")
    if lang not in LANGS:
        raise ConfigError(f"unknown language {lang!r}", f"known are {', '.join(LANGS)}")
    return as_of.date() if isinstance(as_of, dt.datetime) else as_of


@functools.lru_cache(maxsize=64)
def _policy(lexicon: Lexicon, marketplace: str | None, jurisdiction: str | None, as_of: dt.date, lang: Lang) -> Policy:
    """Find what holds: without a marketplace or a jurisdiction, the law of mainland China. A jurisdiction overrides the marketplace's."""
    market = marketplace_named(lexicon, marketplace)
    if jurisdiction is not None and jurisdiction not in JURISDICTIONS:
        raise ConfigError(f"unknown jurisdiction {jurisdiction!r}", f"known are {', '.join(JURISDICTIONS)}")
    places = (jurisdiction,) if jurisdiction else market.jurisdictions if market else ("CN",)
    holds = functools.partial(_holds, market=market.id if market else None, places=places, as_of=as_of)
    bases = {rule.id: tuple(_basis(b, lang) for b in rule.bases if holds(b)) for rule in lexicon.rules.values()}
    return Policy(market, places, as_of, lang, {rule: found for rule, found in bases.items() if found})


def word(labels: Labels, lang: Lang) -> str:
    """Give a wording in a language; Traditional is derived from Simplified."""
    if lang == "en":
        return labels["en"]
    return labels["zh-Hans"] if lang == "zh-Hans" else to_traditional(labels["zh-Hans"])


def marketplace_named(lexicon: Lexicon, name: str | None) -> Marketplace | None:
    """Find a marketplace, or one of its sites, by any of its names; None for no name and for `none`."""
    asked = fold(name or NONE).strip()
    if asked == NONE:
        return None
    listed = {alias: there for market in lexicon.marketplaces.values() for alias, there in market.named().items()}
    if name in listed:  # 蝦皮 is another shop than 虾皮, and folds to it
        return listed[name]
    names = {fold(alias): there for alias, there in listed.items()}
    if asked in names:
        return names[asked]
    close = get_close_matches(asked, names, 1)
    raise ConfigError(
        f"unknown marketplace {name!r}", f"did you mean {close[0]!r}?" if close else f"known are {', '.join(sorted(lexicon.marketplaces))}"
    )


def _holds(basis: BasisRecord, market: str | None, places: tuple[str, ...], as_of: dt.date) -> bool:
    if (basis.effective_from and as_of < basis.effective_from) or (basis.effective_to and as_of > basis.effective_to):
        return False
    if basis.layer == "platform":
        return market in basis.marketplaces
    return any(place in basis.jurisdictions for place in places)


def _basis(record: BasisRecord, lang: Lang) -> Basis:
    return Basis(
        id=record.id,
        law=word(record.law, lang),
        article=word(record.article, lang),
        layer=record.layer,
        source=record.source,
        checked=record.checked,
        effective_from=record.effective_from,
        effective_to=record.effective_to,
    )
