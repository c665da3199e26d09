"""Excuses that stand in a product file: the column `listingguard_ignore`, or a comment of a YAML file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from listingguard.cli.select import codes_named
from listingguard.errors import ConfigError

__all__ = ["Mark", "marks_of"]

#: Where the reason begins: behind a colon, two dashes, a long dash, or a dash with blanks around it, which no name has.
_REASON: Final = re.compile(r"\s*(?:[:：]|--|[—–]+)\s*|\s+-\s+")
#: How other checkers write it.
_BRACKETS: Final = re.compile(r"[\[(]([^\])]*)[\])](.*)")
_BETWEEN: Final = re.compile(r"[\s,;，；、]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one excuse says: the codes that each of its words stands for, and the reason."""

    words: Mapping[str, tuple[str, ...]]
    reason: str

    @property
    def codes(self) -> frozenset[str]:
        """Give all codes that it excuses."""
        return frozenset(code for codes in self.words.values() for code in codes)


def marks_of(text: str, names: Mapping[str, str]) -> tuple[Mark, ...]:
    r"""Read the excuses of a row, one a line. Raises `ConfigError` for a word that stands for no kind of finding.

    >>> names = {"LGC201": "price-lowest", "LGT101": "brand-as-product"}
    >>> [(sorted(mark.codes), mark.reason) for mark in marks_of("LGC201, brand-as-product -- contract 17\nLGT: 授权", names)]
    [(['LGC201', 'LGT101'], 'contract 17'), (['LGT101'], '授权')]
    """
    return _marks(text, tuple(names.items()))


@lru_cache(maxsize=256)
def _marks(text: str, names: tuple[tuple[str, str], ...]) -> tuple[Mark, ...]:
    return tuple(_read(text, dict(names)))


def _read(text: str, names: Mapping[str, str]) -> Iterator[Mark]:
    for line in filter(None, map(str.strip, text.splitlines())):
        if bracketed := _BRACKETS.match(line):
            form = f"{bracketed[1].strip() or 'LGC101'} -- {bracketed[2].strip(' :-') or 'the reason'}"
            raise ConfigError(f"the excuse {line!r} has brackets around its kinds", f"write it without them: {form}")
        kinds, *rest = _REASON.split(line, maxsplit=1)
        words = [word for word in _BETWEEN.split(kinds) if word] or [""]
        yield Mark({word: codes_named("listingguard_ignore", [word], names) for word in words}, rest[0].strip() if rest else "")
