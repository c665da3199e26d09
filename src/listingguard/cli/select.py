"""Which kinds of findings are looked for: `--select` and `--ignore`, by code, by the beginning of a code, or by name."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from listingguard.errors import ConfigError
from listingguard.report.forms import Entry
from listingguard.report.narrow import narrowed

__all__ = ["Selection", "add_selecting", "codes_named", "selection_of"]

_FAMILIES: Final = (3, 4)  # how long the beginnings are that stand for a family: LGT, LGT1


@dataclass(frozen=True, slots=True)
class Selection:
    """The codes that are looked for, and how they were asked for. What is not selected is as if it were not there."""

    codes: frozenset[str]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.select or self.ignore)

    def narrow(self, entry: Entry) -> Entry:
        """Give a row with the findings that are looked for, its verdict made anew, and with the number of the others that count."""
        if not self:
            return entry
        kept = [finding for finding in entry.report.findings if finding.code in self.codes]
        left = sum(finding.code not in self.codes for finding in entry.report.counted)
        return replace(entry, report=narrowed(entry.report, kept), unselected=left)


def add_selecting(group: argparse._ArgumentGroup) -> None:
    """Add the options."""
    add = group.add_argument
    what = "a code, the beginning of one, or a name (LGT101, LGC, price-lowest); may be repeated or hold commas"
    add("--select", metavar="KIND", action="append", default=[], help=f"the kinds of findings to look for, no others: {what}")
    add(
        "--ignore",
        metavar="KIND",
        action="append",
        default=[],
        help="kinds not to look for, given alike; the longer code wins over --select",
    )


def selection_of(
    select: Sequence[str], ignore: Sequence[str], names: Mapping[str, str], told: tuple[str, str] = ("--select", "--ignore")
) -> Selection:
    """Give the selection that is meant; `names` has the name of each code there is, `told` says where the two were asked for.

    The longer beginning of a code wins, and of equal ones `--ignore`.

    >>> names = {"LGC101": "absolute-statutory", "LGC201": "price-lowest", "LGT101": "brand-as-product"}
    >>> sorted(selection_of(["LGC"], ["price-lowest"], names).codes), sorted(selection_of(["lgc201"], ["LGC"], names).codes)
    (['LGC101'], ['LGC201'])
    >>> selection_of(["brand-as-produkt"], [], names)
    Traceback (most recent call last):
    listingguard.errors.ConfigError: --select 'brand-as-produkt' is no code, beginning of a code or name
        did you mean 'brand-as-product'?
    """
    wanted = _starts(told[0], select, names) or ([] if select else [""])
    unwanted = _starts(told[1], ignore, names)
    codes = frozenset(code for code in names if _longest(code, wanted) > _longest(code, unwanted))
    return Selection(codes, tuple(wanted) if select else (), tuple(unwanted))


def codes_named(told: str, given: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Give the codes that words stand for, in their order; `told` says where the words were read.

    >>> codes_named("shop.csv:3:", ["price-lowest"], {"LGC101": "absolute-statutory", "LGC201": "price-lowest"})
    ('LGC201',)
    """
    starts = tuple(_starts(told, given, names))
    return tuple(sorted(code for code in names if code.startswith(starts)))


def _longest(code: str, starts: Iterable[str]) -> int:
    """Give the length of the longest beginning that fits a code, -1 where none does."""
    return max((len(start) for start in starts if code.startswith(start)), default=-1)


def _starts(option: str, given: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """Give the beginnings of codes that words stand for."""
    words = [word.strip() for text in given for word in text.split(",") if word.strip()]
    if given and not words:
        raise ConfigError(f"{option} names no kind", "write one, such as LGC or price-lowest; listingguard rule lists all")
    by_name = {name: code for code, name in names.items()}
    return list(dict.fromkeys(_start(option, word, by_name) for word in words))


def _start(option: str, word: str, by_name: Mapping[str, str]) -> str:
    if word.lower() in by_name:
        return by_name[word.lower()]
    if any(code.startswith(word.upper()) for code in by_name.values()):
        return word.upper()
    families = {code[:length]: code[:length] for code in by_name.values() for length in _FAMILIES}
    known = families | {code: code for code in by_name.values()} | {name.upper(): name for name in by_name}
    close = get_close_matches(word.upper(), known, 1)
    hint = f"did you mean {known[close[0]]!r}?" if close else "listingguard rule lists all kinds"
    raise ConfigError(f"{option} {word!r} is no code, beginning of a code or name", hint)
