"""Read from the data files which names there are to disguise."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from disguises.case import half_of
from disguises.goods import GOODS

DATA = Path(__file__).parents[2] / "data"
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9 .'&-]*[A-Za-z0-9]")
HAN = re.compile(r"[\u4e00-\u9fff]{2,6}")
FIELDS = ("names", "nicknames", "models", "short")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a brand: what kind of spelling, whose, and which goods it stands on."""

    text: str
    kind: str
    goods: str
    brands: frozenset[str]
    home: str

    @property
    def half(self) -> str:
        """Give the half of the brand: all spellings of a brand stand in the same one."""
        return half_of(self.home)


def records() -> list[dict[str, Any]]:
    """Read every brand of the lexicon, in the order of the files."""
    files = sorted((DATA / "brands").glob("*.toml"))
    return [brand for file in files for brand in tomllib.loads(file.read_text(encoding="utf8"))["brand"]]


def spellings(brand: dict[str, Any]) -> Iterable[tuple[str, str]]:
    """Give each spelling of a brand with its kind: en, zh-Hans, zh-Hant, nicknames, models or short."""
    for script, texts in brand["names"].items():
        yield from ((script, text) for text in texts)
    for kind in FIELDS[1:]:
        yield from ((kind, text) for text in brand.get(kind, ()))


def key(text: str) -> str:
    """Give what two spellings of the same name share: letters and digits without case, blanks and marks."""
    return re.sub(r"\W", "", text.casefold())


@cache
def owners() -> dict[str, frozenset[str]]:
    """Say for every spelling which brands bear it: any of them is a right answer."""
    found: dict[str, set[str]] = defaultdict(set)
    for brand in records():
        for _, text in spellings(brand):
            found[key(text)].add(brand["id"])
    return {text: frozenset(ids) for text, ids in found.items()}


@cache
def literal_names() -> frozenset[str]:
    """Give every spelling that is unambiguous, to keep it out of honest sentences."""
    return frozenset(
        text for brand in records() for kind, text in spellings(brand) if kind != "short" and text not in brand.get("ambiguous", ())
    )


@cache
def names() -> tuple[Name, ...]:
    """Give every unambiguous spelling of the brands whose goods have sentences here."""
    found = []
    for brand in records():
        goods = next((g for g in brand.get("goods", ()) if g in GOODS), None)
        if goods is None:
            continue
        unsure = set(brand.get("ambiguous", ()))
        found += [
            Name(text, kind, goods, owners()[key(text)], brand["id"])
            for kind, text in spellings(brand)
            if text not in unsure and kind != "short"
        ]
    return tuple(found)


@cache
def latin_names(shortest: int = 4) -> tuple[Name, ...]:
    """Give the Latin names of at least so many letters."""
    return tuple(n for n in names() if n.kind == "en" and LATIN.fullmatch(n.text) and len(key(n.text)) >= shortest)


@cache
def han_names(shortest: int = 2) -> tuple[Name, ...]:
    """Give the Simplified Han names of at least so many characters."""
    return tuple(n for n in names() if n.kind == "zh-Hans" and HAN.fullmatch(n.text) and len(n.text) >= shortest)


@cache
def regional_names() -> tuple[Name, ...]:
    """Give the names that only Taiwan and Hong Kong use."""
    return tuple(n for n in names() if n.kind == "zh-Hant")


@cache
def by_id() -> dict[str, tuple[Name, ...]]:
    """Give the names of each brand."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names():
        found[name.home].append(name)
    return {brand: tuple(group) for brand, group in found.items()}
