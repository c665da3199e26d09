"""From the plain values of a snapshot back to records."""

from __future__ import annotations

import datetime as dt
from typing import Any

from listingguard.lexicon.terms import AnyOf, BasisRecord, Exemption, Where

__all__ = ["basis_of", "exemption_of", "where_of"]


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _dated(record: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: _day(value) if key in keys else tuple(value) if isinstance(value, list) else value for key, value in record.items()}


def basis_of(record: dict[str, Any]) -> BasisRecord:
    """Give a basis of its plain values."""
    return BasisRecord(**{**_dated(record, "effective_from", "effective_to", "checked"), "fields": frozenset(record["fields"])})


def where_of(record: dict[str, Any]) -> Where:
    """Give a place and time of a rule of its plain values."""
    places = {key: frozenset(record[key]) for key in ("jurisdictions", "marketplaces")}
    return Where(**{**_dated(record, "effective_from", "effective_to"), **places})


def exemption_of(record: dict[str, Any]) -> Exemption:
    """Give an exemption of its plain values."""
    words = {key: AnyOf(record[key]) for key in ("before", "after", "not_with")}
    patterns = {key: tuple(record[key]) for key in ("around", "require")}
    groups = {key: frozenset(record[key]) for key in ("goods", "not_goods")}
    return Exemption(**{**record, **words, **patterns, **groups})
