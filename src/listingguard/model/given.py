"""What callers write by hand: days and lists of names, read plainly, and refused with the remedy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from listingguard.errors import ConfigError

__all__ = ["day_of", "names_of"]


def day_of(value: object, whose: str) -> dt.date | None:
    """Read the last day of something; None is no last day.

    >>> day_of("2026-12-31", "the authorisation of Nike")
    datetime.date(2026, 12, 31)
    >>> day_of("soon", "the authorisation of Nike")
    Traceback (most recent call last):
    listingguard.errors.ConfigError: the authorisation of Nike ends on a day, not 'soon'
        write until="2026-12-31"
    """
    if value is None or type(value) is dt.date:
        return value
    if isinstance(value, dt.datetime):
        return value.date()
    try:
        return dt.date.fromisoformat(value)  # type: ignore[arg-type]  # anything else raises
    except (TypeError, ValueError):
        raise ConfigError(f"{whose} ends on a day, not {value!r}", 'write until="2026-12-31"') from None


def names_of(name: str, value: object) -> tuple[str, ...]:
    """Read a list of texts; a single string is one name, None is none, and the order of a set does not matter."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,) if value else ()
    if not isinstance(value, Sequence | set | frozenset):
        raise ConfigError(f"{name} is a list of texts, not {type(value).__name__}")
    for item in value:
        if not isinstance(item, str):
            raise ConfigError(f"{name} is a list of texts; it holds {type(item).__name__}")
    return tuple(sorted(value) if isinstance(value, set | frozenset) else value)
