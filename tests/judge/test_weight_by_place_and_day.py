"""A rule may weigh otherwise in places and on days; a basis may hold in some fields only."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from listingguard import Finding, Scanner
from listingguard.lexicon import Lexicon, compile_records
from listingguard.lexicon.load import Records
from listingguard.lexicon.market_schema import MarketplaceRecord
from listingguard.lexicon.schema import BasisRecord, CodeRecord, Labels, RuleRecord, Terms, Where

WORDS = Labels(en="{text}", zh_hans="{text}")
BASES: tuple[dict[str, Any], ...] = (
    {"id": "law-cn", "layer": "law", "jurisdictions": ("CN",)},
    {"id": "law-us", "layer": "law", "jurisdictions": ("US",)},
    {"id": "title-ban", "layer": "platform", "marketplaces": ("bazaar",), "fields": ("title",)},
)


@pytest.fixture(scope="module")
def weighed() -> Lexicon:
    """Give a lexicon with one rule: a violation, softer in the US, worse from 2027 on, banned in the titles of a marketplace of the US."""
    softer = Where(jurisdictions=("US",), severity="low", disposition="needs_evidence")
    worse = Where(effective_from=dt.date(2027, 1, 1), severity="critical", disposition="violation")
    rule = RuleRecord(
        id="best", code="LGC101", basis=("law-cn", "law-us", "title-ban"), severity="high", disposition="violation", certainty=0.9,
        terms=Terms(zh_hans=("最佳",)), where=(softer, worse), message=WORDS, advice=WORDS,
    )  # fmt: skip
    return compile_records(
        Records(
            bases=tuple(BasisRecord(law=WORDS, article=WORDS, **basis) for basis in BASES),
            rules=(rule,),
            codes=(CodeRecord(id="LGC101", name="absolute-word", category="absolute", title=WORDS, about=WORDS),),
            marketplaces=(MarketplaceRecord(schema=1, id="bazaar", name=WORDS, jurisdictions=("US",)),),
        )
    )


def found(lexicon: Lexicon, day: str, **options: Any) -> list[Finding]:
    """Give the findings of a title and a description that both hold the word."""
    scanner = Scanner(lexicon=lexicon, as_of=dt.date.fromisoformat(day), **options)
    return list(scanner.scan(title="最佳面霜", description="最佳面霜").findings)


@pytest.mark.parametrize(
    ("day", "options", "weights"),
    [
        ("2026-12-31", {}, ["high violation", "high violation"]),
        ("2027-01-01", {}, ["critical violation", "critical violation"]),
        ("2026-12-31", {"jurisdiction": "US"}, ["low needs_evidence", "low needs_evidence"]),
        ("2027-01-01", {"jurisdiction": "US"}, ["low needs_evidence", "low needs_evidence"]),
        ("2026-12-31", {"marketplace": "bazaar"}, ["high violation", "low needs_evidence"]),
    ],
)
def test_the_first_where_that_holds_decides(weighed: Lexicon, day: str, options: dict[str, Any], weights: list[str]) -> None:
    """Entries count in their order; one about a place's law gives way where the marketplace bans the words itself."""
    assert [f"{f.severity} {f.disposition}" for f in found(weighed, day, **options)] == weights


def test_a_basis_of_titles_is_cited_in_titles_only(weighed: Lexicon) -> None:
    """A description never cites a rule about titles."""
    assert [[b.id for b in f.basis] for f in found(weighed, "2026-12-31", marketplace="bazaar")] == [["law-us", "title-ban"], ["law-us"]]
