"""What is wrong with the meaning of rules, bases, exemptions and kinds of findings, each looked at by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from listingguard.errors import Problem
from listingguard.lexicon.forms import SHIELD, rule_rows
from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.schema import BasisRecord, ExemptionRecord, RuleRecord
from listingguard.normalize import fold

__all__ = ["rule_problems"]

_EXAMPLES: Final = 2


def rule_problems(catalogue: Catalogue, *, examples: bool = True) -> Iterator[Problem]:
    """Give everything that is wrong with the meaning of each rule, basis and exemption, their examples among it or not."""
    for rule in catalogue.rules:
        yield from _basis(rule)
        yield from _where(rule)
        spellings = {row.folded for row in rule_rows(rule.record) if not row.flags & SHIELD}
        for check in (_shields, _replacements, *((_examples,) if examples else ())):
            yield from check(rule, spellings)
    for basis in catalogue.bases:
        yield from _layer(basis)
    for exemption in catalogue.exemptions:
        yield from _exemption(exemption)
        yield from _patterns(exemption)
        if examples:
            yield from _proofs(exemption)


def _basis(place: Placed[RuleRecord]) -> Iterator[Problem]:
    if not place.record.basis:
        yield place.problem("it has no basis", "name the law or the marketplace's rule that it rests on", key="basis")


def _where(place: Placed[RuleRecord]) -> Iterator[Problem]:
    record = place.record
    for entry in record.where:
        if not (entry.jurisdictions or entry.marketplaces or entry.effective_from or entry.effective_to):
            yield place.problem("where names no place and no day", "it would always hold: change the rule itself", key="where")
        elif (entry.severity, entry.disposition) == (record.severity, record.disposition):
            yield place.problem("where says what the rule says anyway", "drop it", key="where")
        elif entry.effective_from and entry.effective_to and entry.effective_to < entry.effective_from:
            yield place.problem("where ends before it begins", "it would never hold", key="where")


def _examples(place: Placed[RuleRecord], spellings: set[str]) -> Iterator[Problem]:
    record = place.record
    hit, passed = (*record.examples.hit, *record.listings.hit), (*record.examples.pass_, *record.listings.pass_)
    for key, examples in (("hit", hit), ("pass", passed)):
        if len(examples) < _EXAMPLES:
            hint = f"give at least {_EXAMPLES}: titles in examples.{key}, listings with other parts in listings.{key}"
            yield place.problem(f"it has {len(examples)} examples.{key}", hint, key="examples")
    if not spellings:
        return  # judgement itself applies it
    for text in record.examples.pass_:
        folded = fold(text)
        if not any(spelling in folded for spelling in spellings):
            hint = "an example that must pass contains a term, so that judgement alone lets it pass"
            yield place.problem(f'examples.pass "{text}" contains none of its terms', hint, key="examples.pass", value=text)


def _shields(place: Placed[RuleRecord], spellings: set[str]) -> Iterator[Problem]:
    for word in place.record.longer:
        folded = fold(word)
        if folded in spellings:
            yield place.problem(
                f'longer "{word}" is one of its terms', "it would swallow the term itself: drop it", key="longer", value=word
            )
        elif not any(spelling in folded for spelling in spellings):
            hint = "a longer word contains one of the terms that it swallows: drop it"
            yield place.problem(f'longer "{word}" contains none of its terms', hint, key="longer", value=word)


def _replacements(place: Placed[RuleRecord], spellings: set[str]) -> Iterator[Problem]:
    for term in place.record.replace:
        if fold(term) not in spellings:
            yield place.problem(f'replace "{term}" is none of its terms', "drop it, or list the term", key="replace")


def _layer(place: Placed[BasisRecord]) -> Iterator[Problem]:
    record = place.record
    if record.layer == "platform" and not record.marketplaces:
        yield place.problem("a platform's rule names no marketplace", 'give marketplaces = ["…"]', key="layer")
    if record.layer == "law" and not record.jurisdictions:
        yield place.problem("a law names no jurisdiction", 'give jurisdictions = ["CN"] or others', key="layer")
    if record.effective_from and record.effective_to and record.effective_to < record.effective_from:
        yield place.problem("effective_to is before effective_from", "it would never hold", key="effective_to")


def _exemption(place: Placed[ExemptionRecord]) -> Iterator[Problem]:
    record = place.record
    if not (record.before or record.after or record.around or record.require):
        yield place.problem("it states no condition", "without before, after, around or require it would excuse everything")
    if (record.disposition == "needs_evidence") != (record.proof is not None):
        yield place.problem(
            "proof goes with needs_evidence, and only with it", "say in proof.en and proof.zh-Hans what the seller must hold"
        )


def _proofs(place: Placed[ExemptionRecord]) -> Iterator[Problem]:
    for key in ("excuse", "keep"):
        if not getattr(place.record.examples, key):
            yield place.problem(f"it has no examples.{key}", "show where it excuses and where it must not", key="examples")


def _patterns(place: Placed[ExemptionRecord]) -> Iterator[Problem]:
    for key in ("around", "require"):
        for pattern in getattr(place.record, key):
            try:
                re.compile(pattern)
            except re.error as error:
                yield place.problem(f"{key} {pattern!r} is no regular expression: {error}", key=key, value=pattern)
