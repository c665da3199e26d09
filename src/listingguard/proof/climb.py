"""The last rung of the ladder: every record proves itself on its own examples, through the scanner that sellers use.

A brand is found in its `examples.hit` and not in its `examples.pass`; so is a rule; an exemption excuses in `examples.excuse` and not in
`examples.keep`. Laws hold in places and on days: a rule is proved where and when it holds.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from typing import Final

from listingguard.errors import Problem
from listingguard.lexicon import Lexicon, Rule, compile_records
from listingguard.lexicon.checks import disorder, read
from listingguard.lexicon.layers import NEEDED
from listingguard.lexicon.listings import CleanText
from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.read import SourceFile, read_files
from listingguard.lexicon.schema import BrandRecord, ExemptionRecord, RuleRecord
from listingguard.model import Finding
from listingguard.proof.beside import beside
from listingguard.proof.ground import Ground, ground_of
from listingguard.proof.listings import prove_listings
from listingguard.scan import Scanner

__all__ = ["Climb", "climb", "prove"]

_MANY: Final = 500  #: brands; fewer are proved sooner than another process begins
_SHARE: Final = 0.7  #: of them, which take as long as the others and the rules


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


def prove(catalogue: Catalogue, lexicon: Lexicon, scanner: Scanner | None = None) -> Iterator[Problem]:
    """Scan the examples of every record and say which do not do what they promise. A scanner of this lexicon on its day may be at hand."""
    scanner = scanner or Scanner(lexicon=lexicon, as_of=lexicon.date)

    def scan(ground: Ground, text: str) -> tuple[Finding, ...]:
        return scanner.scan(text, marketplace=ground.marketplace, jurisdiction=ground.jurisdiction, as_of=ground.day).findings

    scan_next = _in_order(scanner, (text for brand in catalogue.brands for text in _examples(brand.record)))
    for brand in catalogue.brands:
        yield from _prove_brand(brand, scan_next)
    for place in catalogue.rules:
        ground = ground_of(lexicon.rules[place.id], lexicon.date)
        yield from _prove_rule(place, functools.partial(scan, ground))
        yield from prove_listings(place, scanner, ground)
    users: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in lexicon.rules.values():
        for exemption in rule.exemptions:
            users[exemption.id].append(rule)
    for exempting in catalogue.exemptions:
        yield from _prove_exemption(exempting, users[exempting.id], scan, lexicon.date)


_Scan = Callable[[str], tuple[Finding, ...]]
_ScanOn = Callable[[Ground, str], tuple[Finding, ...]]


def _in_order(scanner: Scanner, texts: Iterator[str]) -> _Scan:
    """Give a scan of these texts, which are asked for in this order: together they take less time."""
    reports = scanner.scan_many(texts)

    def scan(text: str) -> tuple[Finding, ...]:
        report = next(reports)
        assert report.listing.title == text
        return report.findings

    return scan


def _examples(record: BrandRecord) -> tuple[str, ...]:
    return (*record.examples.hit, *record.examples.pass_)


def _prove_brand(place: Placed[BrandRecord], scan: _Scan) -> Iterator[Problem]:
    for text in place.record.examples.hit:
        findings = scan(text)
        if not any(f.brand == place.id and f.usage != "common-word" for f in findings):
            hint = _found(findings) if findings else "give it a second signal, or look whether the name is too ambiguous"
            yield place.problem(f'the brand is not found in examples.hit "{text}"', hint, key="examples.hit", value=text)
    for text in place.record.examples.pass_:
        wrong = [f for f in scan(text) if f.brand == place.id and f.usage != "common-word"]
        if wrong:
            problem = f'the brand is found in examples.pass "{text}"'
            yield place.problem(problem, _found(wrong), key="examples.pass", value=text)


def _prove_rule(place: Placed[RuleRecord], scan: _Scan) -> Iterator[Problem]:
    for text in place.record.examples.hit:
        findings = scan(text)
        if not any(_is_of(f, place.id) and f.disposition != "excused" for f in findings):
            hint = _found(findings) if findings else "no term of the rule is found there"
            yield place.problem(f'the rule does not speak about examples.hit "{text}"', hint, key="examples.hit", value=text)
    for text in place.record.examples.pass_:
        wrong = [f for f in scan(text) if _is_of(f, place.id) and f.disposition != "excused"]
        if wrong:
            problem = f'the rule speaks about examples.pass "{text}"'
            yield place.problem(problem, _found(wrong), key="examples.pass", value=text)
    for term, new in place.record.replace.items():
        wrong = [f for f in scan(new) if f.disposition != "excused"]
        if wrong:
            yield place.problem(f'the replacement "{new}" for "{term}" does not scan clean', _found(wrong), key="replace", value=new)


def _prove_exemption(place: Placed[ExemptionRecord], rules: list[Rule], scan: _ScanOn, today: dt.date) -> Iterator[Problem]:
    """Scan under the law of every rule that names the exemption; findings of their categories count."""
    grounds = sorted({ground_of(rule, today) for rule in rules}, key=str)
    categories = {rule.category for rule in rules}
    wanted = place.record.disposition

    def of_rules(text: str) -> list[Finding]:
        return [f for ground in grounds for f in scan(ground, text) if f.category in categories]

    for text in place.record.examples.excuse:
        findings = of_rules(text)
        wrong = [f for f in findings if f.disposition not in ("excused", wanted)]
        if wrong or not any(f.disposition == wanted for f in findings):
            hint = _found(wrong) if wrong else "no term that it could excuse is found there"
            yield place.problem(f'examples.excuse "{text}" is not {wanted}', hint, key="examples.excuse", value=text)
    for text in place.record.examples.keep:
        findings = of_rules(text)
        if not any(f.disposition != "excused" and not _leans_on(f, place.id) for f in findings):
            hint = _found(findings) if findings else "no term that it could excuse is found there"
            yield place.problem(f'examples.keep "{text}" is excused', hint, key="examples.keep", value=text)


def _is_of(finding: Finding, rule: str) -> bool:
    record = f"rule:{rule}"
    return any(step.kind == "match" and step.record == record for step in finding.evidence)


def _leans_on(finding: Finding, exemption: str) -> bool:
    return any(step.record == f"exemption:{exemption}" for step in finding.evidence)


def _found(findings: tuple[Finding, ...] | list[Finding]) -> str:
    """Tell what the scanner saw instead, and why."""
    return "; ".join(f"found “{f.text}” ({f.code}, {f.usage or f.disposition}): {', '.join(f.reasons)}" for f in findings[:3])
