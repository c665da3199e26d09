"""Where and when a rule holds, so that it can be proved there and then."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from listingguard.lexicon import BasisRecord, Rule

__all__ = ["Ground", "ground_of"]


class Ground(NamedTuple):
    """A marketplace or a place of law, and a day."""

    marketplace: str | None
    jurisdiction: str | None
    day: dt.date


def ground_of(rule: Rule, today: dt.date) -> Ground:
    """Give a place and a day on which a rule holds: mainland law on that day if it may be, else the nearest basis and its first day."""

    def distance(basis: BasisRecord) -> tuple[bool, bool]:
        return _day_of(basis, today) != today, basis.layer == "platform" or "CN" not in basis.jurisdictions

    basis = min(rule.bases, key=distance)
    day = _day_of(basis, today)
    if basis.layer == "platform":
        return Ground(basis.marketplaces[0], None, day)
    return Ground(None, "CN" if "CN" in basis.jurisdictions else basis.jurisdictions[0], day)


def _day_of(basis: BasisRecord, today: dt.date) -> dt.date:
    if basis.effective_from and today < basis.effective_from:
        return basis.effective_from
    return basis.effective_to if basis.effective_to and today > basis.effective_to else today
