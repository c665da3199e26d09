"""Who sells: own brands, authorisations with their limits, words to watch for, and words that may stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from listingguard.errors import ConfigError
from listingguard.model.allow import Allow, allowed
from listingguard.model.given import day_of, names_of

__all__ = ["Authorization", "Seller"]

_KEYS: Final = ("name", "territories", "until")
_TERRITORIES: Final = ("CN", "TW", "HK", "US", "EU")


@dataclass(frozen=True, slots=True)
class Authorization:
    """An owner's leave to sell a brand: where it holds (everywhere if nothing is said) and its last day (none if nothing is said).

    >>> paper = Authorization("Nike", territories=["CN"], until="2026-12-31")
    >>> paper.lapse(dt.date(2026, 11, 1), ["CN"]), paper.lapse(dt.date(2027, 1, 1), ["CN"]), paper.lapse(dt.date(2026, 11, 1), ["US"])
    (None, 'expired', 'elsewhere')
    """

    name: str
    territories: Sequence[str] = ()
    until: dt.date | str | None = None

    def __post_init__(self) -> None:
        """Read the last day and check the territories."""
        if type(self.name) is not str or not self.name.strip():
            raise ConfigError("an authorisation has the name of its brand", 'write {"name": "Nike", "until": "2026-12-31"}')
        territories = names_of("Authorization.territories", self.territories)
        unknown = [place for place in territories if place not in _TERRITORIES]
        if unknown:
            raise ConfigError(
                f"unknown territory {unknown[0]!r} in the authorisation of {self.name}", f"known are {', '.join(_TERRITORIES)}"
            )
        object.__setattr__(self, "territories", territories)
        object.__setattr__(self, "until", day_of(self.until, f"the authorisation of {self.name}"))

    def lapse(self, day: dt.date, places: Sequence[str]) -> Literal["expired", "elsewhere"] | None:
        """Tell why it clears nothing on a day in places, or None where it does. It must hold in every place that the goods are sold to."""
        assert not isinstance(self.until, str)
        if self.until is not None and day > self.until:
            return "expired"
        return "elsewhere" if self.territories and not set(places) <= set(self.territories) else None

    @classmethod
    def of(cls, item: str | Mapping[str, Any] | Authorization) -> Authorization:
        """Make one of a name, of a mapping, or of one."""
        if isinstance(item, Authorization):
            return item
        if isinstance(item, str):
            return cls(item)
        if not isinstance(item, Mapping):
            raise ConfigError(f"Seller.authorized_brands is a list of texts; it holds {type(item).__name__}", 'or {"name": …, "until": …}')
        for key in item:
            if key not in _KEYS:
                raise ConfigError(f"an authorisation has no part {key!r}", f"it has {', '.join(_KEYS)}")
        return cls(**{"name": "", **item})


@dataclass(frozen=True, slots=True)
class Seller:
    """Who sells: brands that are the seller's own, brands with an authorisation, words to watch for, and words that may stand.

    Names are matched as the scanner folds: case, width and script make no difference. An authorised brand is a name, or where the paper
    has limits an `Authorization` or a mapping with `name`, `territories` and `until`.

    >>> Seller(own_brands=["晨曦"], authorized_brands=["Nike"]).own_brands
    ('晨曦',)
    >>> Seller(authorized_brands=[{"name": "Nike", "until": "2026-12-31"}]).authorized_brands[0].until
    datetime.date(2026, 12, 31)
    """

    own_brands: Sequence[str] = ()
    authorized_brands: Sequence[str | Authorization | Mapping[str, Any]] = ()
    watch_words: Sequence[str] = ()
    allow: Sequence[Allow] = ()

    def __post_init__(self) -> None:
        """Keep tuples of names; a single string is one name."""
        for name in ("own_brands", "watch_words"):
            object.__setattr__(self, name, names_of(f"Seller.{name}", getattr(self, name)))
        object.__setattr__(self, "authorized_brands", _papers(self.authorized_brands))
        object.__setattr__(self, "allow", allowed(self.allow))

    def authorizations(self) -> tuple[Authorization, ...]:
        """Give every authorisation, those without limits as well."""
        return tuple(Authorization.of(item) for item in self.authorized_brands)


def _papers(value: Any) -> tuple[str | Authorization, ...]:
    """Keep names as names, and what has limits as authorisations; the order of a set does not matter."""
    if isinstance(value, Mapping | Authorization):
        return (Authorization.of(value),)
    if isinstance(value, Sequence) and not isinstance(value, str) and any(not isinstance(item, str) for item in value):
        return tuple(item if isinstance(item, str) else Authorization.of(item) for item in value)
    return names_of("Seller.authorized_brands", value)
