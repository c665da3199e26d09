"""Words that a seller has decided about: they may stand, for a reason, for some time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from listingguard.errors import ConfigError
from listingguard.model.given import day_of, names_of

__all__ = ["Allow", "allowed"]


@dataclass(frozen=True, slots=True)
class Allow:
    """Words that may stand, and why: a decision that a colleague can read later.

    What is found inside of `term` is excused, written however the scanner folds: case, width and script make no difference. It counts up
    to the day `until`. `fields` (such as "title", "bullets") and `rules` (codes such as "LGC102", names or ids of rules) narrow it.
    `owner` is who decided, to be asked when the day comes.
    A disguise stays one: findings about hidden characters or look-alikes are excused only where `rules` name them.

    >>> Allow(term="国家级", reason="name of the certificate, no. 2025-17", rules=["LGC301"]).rules
    ('LGC301',)
    """

    term: str
    reason: str
    until: dt.date | str | None = None
    fields: Sequence[str] = ()
    rules: Sequence[str] = ()
    owner: str = ""

    def __post_init__(self) -> None:
        """Say plainly what is missing; keep tuples."""
        if not _is_text(self.term):
            raise ConfigError("Allow.term is empty", "write the words that may stand")
        if not _is_text(self.reason):
            raise ConfigError(f"Allow({self.term!r}) gives no reason", "say why the words may stand, for whoever reads it in a year")
        if not isinstance(self.owner, str):
            raise ConfigError(f"Allow({self.term!r}).owner is a text, not {type(self.owner).__name__}", 'write owner="legal"')
        object.__setattr__(self, "until", day_of(self.until, f"Allow({self.term!r})"))
        for name in ("fields", "rules"):
            object.__setattr__(self, name, names_of(f"Allow.{name}", getattr(self, name)))

    def told(self) -> str:
        """Give the reason, with who decided and the last day where they are known.

        >>> Allow("国家级", "name of the certificate", until="2026-12-31", owner="legal").told()
        'name of the certificate (legal, until 2026-12-31)'
        """
        more = ", ".join(filter(None, (self.owner, "" if self.until is None else f"until {self.until}")))
        return f"{self.reason} ({more})" if more else self.reason

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
