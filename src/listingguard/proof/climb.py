"""The whole ladder, to its last rung: every record proved on its own examples, and clean texts that stay clean."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from typing import Final

from listingguard.errors import Problem
from listingguard.lexicon import Lexicon, compile_records
from listingguard.lexicon.checks import disorder, read
from listingguard.lexicon.layers import NEEDED
from listingguard.lexicon.listings import CleanText
from listingguard.lexicon.placed import Catalogue
from listingguard.lexicon.read import SourceFile, read_files
from listingguard.model import Finding
from listingguard.proof.beside import beside
from listingguard.proof.prove import prove
from listingguard.scan import Scanner

__all__ = ["Climb", "climb"]

_MANY: Final = 500  #: brands; fewer are proved sooner than another process begins
_SHARE: Final = 0.67  #: of them, which take as long as the others and the rules


@dataclass(frozen=True, slots=True)
class Climb:
    """What came of taking a data folder up the whole ladder."""

    problems: tuple[Problem, ...]
    brands: int
    rules: int
    terms: int


def climb(folder: Traversable, own: tuple[SourceFile, ...] = (), clean: Sequence[CleanText] = ()) -> Climb:
    """Take a data folder up the whole ladder, to its examples and the clean texts that are given; or only the own lexicons over it."""
    found = read((*read_files(folder), *own))
    in_disorder = beside(lambda: list(disorder(found)))
    problems, terms = list(found.problems), 0
    if found.records is not None:
        lexicon = compile_records(found.records)
        terms = len(lexicon.exact.patterns)
        missing = [_missing(name) for name in sorted(NEEDED - lexicon.rules.keys())]
        problems += missing or _proved(found.provable, lexicon, clean)
    problems += in_disorder()
    ordered = sorted(problems, key=lambda p: (p.path, p.line or 0))
    return Climb(tuple(ordered), len(found.catalogue.brands), len(found.catalogue.rules), terms)


def _proved(catalogue: Catalogue, lexicon: Lexicon, clean: Sequence[CleanText]) -> list[Problem]:
    """Prove everything: where there are many brands, the greater part of them beside the rest."""
    share = int(_SHARE * len(catalogue.brands)) if len(catalogue.brands) >= _MANY else 0
    others = beside(lambda: list(prove(Catalogue(brands=catalogue.brands[:share]), lexicon))) if share else list
    rest, scanner = replace(catalogue, brands=catalogue.brands[share:]), Scanner(lexicon=lexicon, as_of=lexicon.date)
    return [*prove(rest, lexicon, scanner), *_prove_clean(clean, scanner), *others()]


def _prove_clean(clean: Sequence[CleanText], scanner: Scanner) -> Iterator[Problem]:
    """Scan clean texts and say in which something counts that they do not expect."""
    for marketplace, alike in itertools.groupby(clean, key=lambda text: text.marketplace):
        texts = list(alike)
        reports = scanner.scan_many([{text.field: text.text} for text in texts], marketplace=marketplace)
        for text, report in zip(texts, reports, strict=True):
            wrong = [f for f in report.findings if f.category != "format" and f.disposition != "excused" and not text.expects(f.text)]
            if wrong:
                yield Problem(text.path, text.line, f'the clean text "{text.text}" is not clean', _found(wrong))


def _missing(name: str) -> Problem:
    return Problem(
        "data/rules",
        None,
        f'the rule "{name}" is missing',
        "judgement itself applies it: keep rules/brand-use.toml and rules/marketplaces.toml",
    )


def _found(findings: list[Finding]) -> str:
    """Tell what the scanner saw instead, and why."""
    return "; ".join(f"found “{f.text}” ({f.code}, {f.usage or f.disposition}): {', '.join(f.reasons)}" for f in findings[:3])
