"""Which rules hold: the law and the marketplace's policy of a place on a day."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final, NamedTuple

from listingguard.errors import ConfigError
from listingguard.lexicon import BasisRecord, Labels, Lexicon, Marketplace, Rule, Where
from listingguard.model import LANGS, STRICTNESS, Basis, Disposition, Lang, Severity, Strictness
from listingguard.normalize import fold, to_traditional

__all__ = ["JURISDICTIONS", "NONE", "Policy", "Weight", "marketplace_named", "policy_for", "word"]

_NAME: Final = (str, type(None))
#: The marketplace of whoever sells on none: the law alone holds.
NONE: Final = "none"
JURISDICTIONS: Final = ("CN", "TW", "HK", "US", "EU")


class Weight(NamedTuple):
    """How bad a rule's words are, and whether proof is enough; `by_law`: said of the law of a place, not of a marketplace or a day."""

    severity: Severity
    disposition: Disposition
    by_law: bool


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """The rules in force, each with its bases worded in the report's language. A rule that is not in `bases` does not hold.

    `otherwise` holds the rules that are taken otherwise here and now than their records say: how bad, and whether proof is enough.
    A marketplace's rule about titles holds in titles only: judgement asks the policy `of` the field that it reads.
    """

    marketplace: Marketplace | None
    jurisdictions: tuple[str, ...]
    as_of: dt.date
    lang: Lang
    bases: Mapping[str, tuple[Basis, ...]]
    otherwise: Mapping[str, Weight]
    limited: Mapping[str, frozenset[str]]  #: bases that hold in some fields only, and these fields
    strictness: Strictness = "normal"
    _of: dict[str, Policy] = field(default_factory=dict)

    def of(self, field_name: str) -> Policy:
        """Give what holds in a field such as `title` or `bullets[2]`."""
        name = field_name.partition("[")[0]
        if name not in self._of:
            self._of[name] = self._narrowed(frozenset(basis for basis, fields in self.limited.items() if name not in fields))
        return self._of[name]

    def _narrowed(self, silent: frozenset[str]) -> Policy:
        bases = {rule: tuple(b for b in found if b.id not in silent) for rule, found in self.bases.items()} if silent else self.bases
        banned = {rule for rule, found in bases.items() if any(b.layer == "platform" for b in found)}
        softer = {rule: weight for rule, weight in self.otherwise.items() if not (weight.by_law and rule in banned)}
        return replace(self, bases={rule: found for rule, found in bases.items() if found}, otherwise=softer, _of={})


def policy_for(
    lexicon: Lexicon, marketplace: str | None, jurisdiction: str | None, as_of: dt.date, lang: Lang, strictness: Strictness = "normal"
) -> Policy:
    """Find what holds, as `_policy` does, once for the same settings; a setting of the wrong kind is a `ConfigError`."""
    settings: tuple[object, ...] = (marketplace, jurisdiction)
    if not (type(as_of) is dt.date and lang in LANGS and all(isinstance(value, _NAME) for value in settings)):
        as_of = _checked(marketplace, jurisdiction, as_of, lang)
    if strictness not in STRICTNESS:
        raise ConfigError(f"unknown strictness {strictness!r}", f"known are {', '.join(STRICTNESS)}")
    return _policy(lexicon, marketplace, jurisdiction, as_of, lang, strictness)


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
def _policy(
    lexicon: Lexicon, marketplace: str | None, jurisdiction: str | None, as_of: dt.date, lang: Lang, strictness: Strictness
) -> Policy:
    """Find what holds: without a marketplace or a jurisdiction, the law of mainland China. A jurisdiction overrides the marketplace's."""
    market = marketplace_named(lexicon, marketplace)
    if jurisdiction is not None and jurisdiction not in JURISDICTIONS:
        raise ConfigError(f"unknown jurisdiction {jurisdiction!r}", f"known are {', '.join(JURISDICTIONS)}")
    places = (jurisdiction,) if jurisdiction else market.jurisdictions if market else ("CN",)
    holds = functools.partial(_holds, market=market.id if market else None, places=places, as_of=as_of)
    bases = {rule.id: tuple(_basis(b, lang) for b in rule.bases if holds(b)) for rule in lexicon.rules.values()}
    otherwise = {rule.id: weight for rule in lexicon.rules.values() if (weight := _weight(rule, market, places, as_of))}
    limited = {b.id: b.fields for b in lexicon.bases.values() if b.fields}
    return Policy(market, places, as_of, lang, {rule: found for rule, found in bases.items() if found}, otherwise, limited, strictness)


def _weight(rule: Rule, market: Marketplace | None, places: tuple[str, ...], as_of: dt.date) -> Weight | None:
    """Give the first of a rule's `where` that speaks of this place and day; of several jurisdictions it must name all."""
    for entry in rule.where:
        if entry.jurisdictions and not entry.jurisdictions.issuperset(places):
            continue
        if entry.marketplaces and (market is None or market.id not in entry.marketplaces):
            continue
        if _in_force(entry, as_of):
            return Weight(entry.severity, entry.disposition, bool(entry.jurisdictions))
    return None


def _in_force(dated: BasisRecord | Where, as_of: dt.date) -> bool:
    return (dated.effective_from or as_of) <= as_of <= (dated.effective_to or as_of)


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
    if not _in_force(basis, as_of):
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
