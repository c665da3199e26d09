"""Words that a seller has decided about: they may stand, for a reason, for some time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from listingguard.errors import ConfigError

__all__ = ["Allow", "allowed"]


@dataclass(frozen=True, slots=True)
class Allow:
    """Words that may stand, and why: a decision that a colleague can read later.

    What is found inside of `term` is excused, written however the scanner folds: case, width and script make no difference. It counts up
    to the day `until`. `fields` (such as "title", "bullets") and `rules` (codes such as "LGC102", names or ids of rules) narrow it.
    A disguise stays one: findings about hidden characters or look-alikes are excused only where `rules` name them.

    >>> Allow(term="国家级", reason="name of the certificate, no. 2025-17", rules=["LGC301"]).rules
    ('LGC301',)
    """

    term: str
    reason: str
    until: dt.date | str | None = None
    fields: Sequence[str] = ()
    rules: Sequence[str] = ()

    def __post_init__(self) -> None:
        """Say plainly what is missing; keep tuples."""
        if not _is_text(self.term):
            raise ConfigError("Allow.term is empty", "write the words that may stand")
        if not _is_text(self.reason):
            raise ConfigError(f"Allow({self.term!r}) gives no reason", "say why the words may stand, for whoever reads it in a year")
        object.__setattr__(self, "until", _day(self.until, self.term))
        for name in ("fields", "rules"):
            object.__setattr__(self, name, _names(f"Allow.{name}", getattr(self, name)))

    def told(self) -> str:
        """Give the reason, with the last day where there is one."""
        return self.reason if self.until is None else f"{self.reason} (until {self.until})"

    def ended(self, day: dt.date) -> bool:
        """Tell whether the last day is over."""
        assert not isinstance(self.until, str)
        return self.until is not None and day > self.until


def allowed(value: object) -> tuple[Allow, ...]:
    """Give the entries of a seller; a single one is a list of one."""
    if isinstance(value, Allow):
        return (value,)
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ConfigError(f"Seller.allow is a list of Allow, not {type(value).__name__}", 'write [Allow(term="…", reason="…")]')
    entries = tuple(value)
    for entry in entries:
        if not isinstance(entry, Allow):
            raise ConfigError(f"Seller.allow holds {type(entry).__name__}", 'write [Allow(term="…", reason="…")]')
    return entries


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _day(value: object, term: str) -> dt.date | None:
    if value is None or type(value) is dt.date:
        return value
    if isinstance(value, dt.datetime):
        return value.date()
    try:
        return dt.date.fromisoformat(value)  # type: ignore[arg-type]  # anything else raises
    except (TypeError, ValueError):
        raise ConfigError(f"Allow({term!r}) ends on a day, not {value!r}", 'write until="2026-12-31"') from None


def _names(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    names = tuple(value) if isinstance(value, Iterable) else (value,)
    if not all(isinstance(item, str) for item in names):
        raise ConfigError(f"{name} is a list of texts")
    return tuple(sorted(names) if isinstance(value, set | frozenset) else names)
