"""Scans of many listings made by hand, for tests of the forms of a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from made import BASIS, LAW_READ, made_finding, made_report

from listingguard.errors import Problem
from listingguard.model import Spot
from listingguard.report.forms import FORMS, Entry, Head, Kind, Look, Tally, Writer

__all__ = ["HEAD", "NAMES", "PROBLEMS", "At", "finished", "rendered", "small_scan"]

NAMES: Final = tuple(name for name in FORMS if name != "text")
HEAD: Final = Head(
    version="1.2.3",
    lexicon={"version": "2026.11", "digest": "0011aabb", "date": dt.date(2026, 11, 1), "own": ()},
    marketplace="taobao",
    jurisdiction=None,
    as_of=dt.date(2026, 12, 1),
    lang="en",
    kinds={
        "LGC201": Kind("LGC201", "price-lowest", "price", "claim of the lowest price", "全网最低价: nobody can prove it."),
        "LGT101": Kind("LGT101", "brand-as-product", "trademark", "a brand as that of the goods", "耐克跑鞋: needs proof."),
    },
)
PROBLEMS: Final = (
    Problem("shop/broken.csv", 1, "no column for a title", 'name the one that holds it: --field "title=款名"'),
    Problem("shop/empty.csv", None, "no listings in it"),
)


@dataclass
class At:
    """An origin that says one place of all words, and remembers which ones it was asked about."""

    place: Spot | None
    asked: list[tuple[str, int, int]] = field(default_factory=list)

    def spot(self, name: str, start: int, end: int) -> Spot | None:
        """Give the place."""
        self.asked.append((name, start, end))
        return self.place


class InCsv:
    """The origin of the first row of the small scan: a title in quotes with an emoji, and a description of two lines."""

    def spot(self, name: str, start: int, end: int) -> Spot | None:
        """Give the place: the title begins behind `A-1,"` on line 2, the second line of the description on line 3."""
        if name == "title":
            return Spot(2, 8 + start, 2, 8 + end)  # the emoji takes two units
        return Spot(3, start - 3, 3, end - 3)


def small_scan() -> list[Entry]:
    """Give a scan of two files with every disposition, a clean row, an emoji, and a workbook."""
    title, fits, twice = "👟 耐克跑鞋 全网最低价", "适用于苹果手机", "全网最低价"
    brand = {"code": "LGT101", "name": "brand-as-product", "category": "trademark", "brand": "nike", "term": "耐克", "severity": "medium"}
    return [
        Entry(
            "./shop/a.csv",
            1,
            2,
            made_report(
                {"title": title, "description": "第一行\n全网最低价"},
                made_finding(title, 2, 4, disposition="needs_evidence", suggestion=None, basis=(LAW_READ, BASIS), **brand),
                made_finding(title, 7, 12),
                made_finding("第一行\n全网最低价", 4, 9, field="description", severity="low"),
            ),
            sku="A-1",
            origin=InCsv(),
        ),
        Entry("./shop/a.csv", 2, 4, made_report("纯棉四件套"), sku="A-2"),
        Entry(
            "./shop/a.csv",
            3,
            5,
            made_report(
                fits, made_finding(fits, 3, 5, **{**brand, "severity": "info", "disposition": "excused"}), verdict="pass", score=0.0
            ),
        ),
        Entry("shop/b.xlsx", 1, 13, made_report(twice, made_finding(twice, 0, 5)), sheet="Template", sku="=B|1", cells={"title": "D13"}),
    ]


def finished(name: str, entries: Iterable[Entry], problems: Sequence[Problem] = (), **look: Any) -> tuple[str, Writer, Tally]:
    """Give what a form writes, with its writer and the sums."""
    writer, tally, pieces = FORMS[name].make(Look(**look)), Tally(files=2, failed=len(problems)), []
    pieces += writer.start(HEAD)
    for entry in entries:
        tally.add(entry)
        pieces += writer.row(entry)
    pieces += writer.end(tally, problems)
    return "".join(pieces), writer, tally


def rendered(name: str, entries: Iterable[Entry], problems: Sequence[Problem] = (), **look: Any) -> str:
    """Give what a form writes."""
    return finished(name, entries, problems, **look)[0]
