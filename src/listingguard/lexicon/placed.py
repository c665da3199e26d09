"""Records and the place each of them stands at, so that every complaint has a file and a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from listingguard.errors import Problem
from listingguard.lexicon import schema as s
from listingguard.lexicon.market_schema import FormRecord, LimitRecord, MarketplaceRecord
from listingguard.lexicon.read import SourceFile

__all__ = ["Catalogue", "Placed", "catalogue_of"]

_R_co = TypeVar("_R_co", bound=s.Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Placed(Generic[_R_co]):
    """A record, the file it is in, and where: the index-th `[[table]]`, or the file as a whole where `table` is empty."""

    file: SourceFile
    table: str
    index: int
    record: _R_co

    @property
    def id(self) -> str:
        """Give the record's id; a limit of a marketplace goes by its field."""
        return str(getattr(self.record, "id", "") or getattr(self.record, "field", ""))

    def problem(self, text: str, hint: str = "", *, key: str = "", value: str = "") -> Problem:
        """Complain about the record, about one of its keys, or about one value of that key."""
        line = self.file.line_of(self.table, self.index, key, value)
        name = self.table or self.file.path.split("/", maxsplit=1)[0].removesuffix("s")
        return Problem(self.file.shown, line, f'{name} "{self.id}": {text}', hint)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records with their places, in the order of the files."""

    brands: tuple[Placed[s.BrandRecord], ...] = ()
    bases: tuple[Placed[s.BasisRecord], ...] = ()
    rules: tuple[Placed[s.RuleRecord], ...] = ()
    goods: tuple[Placed[s.GoodsRecord], ...] = ()
    cues: tuple[Placed[s.CueRecord], ...] = ()
    signs: tuple[Placed[s.SignRecord], ...] = ()
    exemptions: tuple[Placed[s.ExemptionRecord], ...] = ()
    codes: tuple[Placed[s.CodeRecord], ...] = ()
    limits: tuple[Placed[LimitRecord], ...] = ()
    forms: tuple[Placed[FormRecord], ...] = ()
    marketplaces: tuple[Placed[MarketplaceRecord], ...] = ()


def catalogue_of(parsed: Iterable[tuple[SourceFile, BaseModel]]) -> Catalogue:
    """Gather the records of parsed files."""
    files = tuple(parsed)

    def all_of(table: str) -> tuple[Any, ...]:
        return tuple(placed for file, model in files for placed in _placed(file, model, table))

    return Catalogue(
        brands=all_of("brand"),
        bases=all_of("basis"),
        rules=all_of("rule"),
        goods=all_of("goods"),
        cues=all_of("cue"),
        signs=all_of("sign"),
        exemptions=all_of("exemption"),
        codes=all_of("code"),
        limits=all_of("limit"),
        forms=all_of("form"),
        marketplaces=tuple(Placed(file, "", 0, model) for file, model in files if isinstance(model, MarketplaceRecord)),
    )


def _placed(file: SourceFile, model: BaseModel, table: str) -> Iterator[Placed[Any]]:
    return (Placed(file, table, i, record) for i, record in enumerate(getattr(model, table, ())))
