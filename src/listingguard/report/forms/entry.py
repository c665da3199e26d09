"""One listing of a scan with its report, and the place where a person or a program finds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from listingguard.model import Finding, Lang, Severity, Spot, Strictness
from listingguard.report.report import Report

__all__ = ["Entry", "Head", "Kind", "Origin"]


class Origin(Protocol):
    """Knows where in a text file the words of a row stand; asked only about words that are told."""

    def spot(self, field: str, start: int, end: int) -> Spot | None:
        """Give where a stretch of a field stands, or None if it stands nowhere in one piece."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that was scanned.

    `row` counts the records of the file from 1; `line` is where a person finds it: the physical line on which the record starts, or the
    row of the `sheet`. `cells` names the cells of a workbook from which fields come; `origin` knows where in a text file their words stand,
    as far as the reader can tell. `known` are findings that stand in the baseline and not in the report, `unselected` counts those of kinds
    that were not looked for. `ignore` is what the file itself says may stand in this row, each excuse on a line of its own; `least` the
    severity from which its findings are shown, `fail_on` the verdict at which it fails.

    >>> from listingguard.report.report import Report
    >>> entry = Entry("shop.xlsx", 12, 13, None, sheet="Template", sku="A1")
    >>> entry.place, entry.heading
    ('shop.xlsx[Template]:13', 'shop.xlsx[Template]:13  A1')
    """

    path: str
    row: int
    line: int
    report: Report
    sheet: str = ""
    sku: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    origin: Origin | None = None
    known: tuple[Finding, ...] = ()
    unselected: int = 0
    ignore: str = ""
    least: Severity = "info"
    fail_on: Literal["review", "block"] = "block"

    @property
    def failed(self) -> bool:
        """Tell whether the verdict is the one at which the row fails, or a worse one."""
        return self.report.verdict in ("block", self.fail_on)

    @property
    def place(self) -> str:
        """Give the place as tools and editors write it."""
        return f"{self.path}{f'[{self.sheet}]' if self.sheet else ''}:{self.line}"

    @property
    def heading(self) -> str:
        """Give the place and the seller's own key."""
        return f"{self.place}  {self.sku}" if self.sku else self.place

    def spot(self, finding: Finding) -> Spot | None:
        """Give where the words of a finding stand in a text file, as far as that is known."""
        return self.origin.spot(finding.field, finding.start, finding.end) if self.origin else None

    def told(self, *, excused: bool) -> tuple[Finding, ...]:
        """Give the findings to tell: those that count, or all."""
        return self.report.findings if excused else self.report.counted


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding in the language of a report."""

    code: str
    name: str
    category: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Head:
    """What is known before the first row: program, lexicon and rules, what was looked for, what is known, and since when rows count."""

    version: str
    lexicon: Mapping[str, Any]
    marketplace: str | None
    jurisdiction: str | None
    as_of: dt.date | None
    lang: Lang
    strictness: Strictness = "normal"
    selected: Mapping[str, Any] | None = None
    baseline: Mapping[str, Any] | None = None
    diff_base: Mapping[str, Any] | None = None
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    paths: tuple[str, ...] = ()
