"""Every record proved on its own examples, by the judgement that sellers get.

A brand is found in its `examples.hit` and not in its `examples.pass`; so is a rule, which may have `listings` beside them; an exemption
excuses in `examples.excuse` and not in `examples.keep`. Laws hold in places and on days: a rule is proved where and when it holds.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from listingguard.errors import Problem
from listingguard.judge import Draft, reason
from listingguard.lexicon import Lexicon, Rule
from listingguard.lexicon.example_schema import ExampleListing, ExampleListings, Examples
from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.schema import BrandRecord, ExemptionRecord, RuleRecord
from listingguard.model import Seller, Strictness
from listingguard.proof.ground import Ground, ground_of
from listingguard.scan import Judged, Scanner

__all__ = ["prove"]

_TOLD: Final = 3
_Ask = Callable[[Sequence[ExampleListing]], list[list[Draft]]]


def prove(catalogue: Catalogue, lexicon: Lexicon, scanner: Scanner | None = None) -> Iterator[Problem]:
    """Judge the examples of every record and say which do not do what they promise. A scanner of this lexicon on its day may be at hand."""
    scanner = scanner or Scanner(lexicon=lexicon, as_of=lexicon.date)
    yield from _prove_brands(catalogue.brands, scanner)
    for place in catalogue.rules:
        yield from _prove_rule(place, functools.partial(_ask, scanner, ground_of(lexicon.rules[place.id], lexicon.date)))
    users: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in lexicon.rules.values():
        for exemption in rule.exemptions:
            users[exemption.id].append(rule)
    for exempting in catalogue.exemptions:
        yield from _prove_exemption(exempting, users[exempting.id], scanner, lexicon.date)


def _ask(scanner: Scanner, ground: Ground, examples: Sequence[ExampleListing]) -> list[list[Draft]]:
    """Judge listings where and when a rule holds, or on the marketplace that one names; those with the same settings together."""
    judged: list[list[Draft]] = []
    for (marketplace, own, watched, strictness), alike in itertools.groupby(examples, key=_settings):
        found = scanner.judged(
            [example.listing() for example in alike],
            marketplace=marketplace or ground.marketplace,
            jurisdiction=None if marketplace else ground.jurisdiction,
            as_of=ground.day,
            seller=Seller(own_brands=own, watch_words=watched) if own or watched else None,
            strictness=strictness,
        )
        judged += map(_drafts, found)
    return judged


def _settings(example: ExampleListing) -> tuple[str, tuple[str, ...], tuple[str, ...], Strictness]:
    return example.marketplace, example.own_brands, example.watch_words, example.strictness


def _drafts(judged: Judged) -> list[Draft]:
    return [draft for _, drafts in judged for draft in drafts]


def _prove_brands(places: Sequence[Placed[BrandRecord]], scanner: Scanner) -> Iterator[Problem]:
    """Prove brands; their examples are judged together, which takes less time."""
    asked = [(place, key, text) for place in places for key, text in _texts(place.record.examples)]
    for (place, key, text), judged in zip(asked, scanner.judged([text for *_, text in asked]), strict=True):
        drafts = _drafts(judged)
        found = [draft for draft in drafts if draft.brand == place.id and draft.usage != "common-word"]
        if key == "examples.hit" and not found:
            hint = _told(drafts) or "give it a second signal, or look whether the name is too ambiguous"
            yield place.problem(f'the brand is not found in {key} "{text}"', hint, key=key, value=text)
        elif key == "examples.pass" and found:
            yield place.problem(f'the brand is found in {key} "{text}"', _told(found), key=key, value=text)


def _texts(examples: Examples) -> Iterator[tuple[str, str]]:
    yield from (("examples.hit", text) for text in examples.hit)
    yield from (("examples.pass", text) for text in examples.pass_)


def _prove_rule(place: Placed[RuleRecord], ask: _Ask) -> Iterator[Problem]:
    given = list(_listings(place.record.examples, place.record.listings))
    for (key, example), drafts in zip(given, ask([example for _, example in given]), strict=True):
        text = example.last_text
        spoken = [draft for draft in drafts if draft.rule.id == place.id and _counts(draft)]
        if key.endswith("hit") and not spoken:
            hint = _told(drafts) or "nothing is found there"
            yield place.problem(f'the rule does not speak about {key} "{text}"', hint, key=key, value=text)
        elif key.endswith("pass") and spoken:
            yield place.problem(f'the rule speaks about {key} "{text}"', _told(spoken), key=key, value=text)
    replaced = {term: ExampleListing(title=new) for term, new in place.record.replace.items() if new}
    for (term, example), drafts in zip(replaced.items(), ask(list(replaced.values())), strict=True):
        new, wrong = example.title, [draft for draft in drafts if draft.disposition != "excused"]
        if wrong:
            yield place.problem(f'the replacement "{new}" for "{term}" does not scan clean', _told(wrong), key="replace", value=new)


def _listings(texts: Examples, listings: ExampleListings) -> Iterator[tuple[str, ExampleListing]]:
    yield from ((key, ExampleListing(title=text)) for key, text in _texts(texts))
    yield from (("listings.hit", listing) for listing in listings.hit)
    yield from (("listings.pass", listing) for listing in listings.pass_)


def _counts(draft: Draft) -> bool:
    """Tell whether the rule speaks there: no exemption took it back. Some rules are there to excuse."""
    return draft.disposition != "excused" or draft.rule.disposition == "excused"


def _prove_exemption(place: Placed[ExemptionRecord], rules: list[Rule], scanner: Scanner, today: dt.date) -> Iterator[Problem]:
    """Judge under the law of every rule that names the exemption; what is of their categories counts."""
    grounds = sorted({ground_of(rule, today) for rule in rules}, key=str)
    categories = {rule.category for rule in rules}
    wanted = place.record.disposition

    given = (*place.record.examples.excuse, *place.record.examples.keep)
    everywhere = [_ask(scanner, ground, [ExampleListing(title=text) for text in given]) for ground in grounds]
    found = {
        text: [draft for drafts in places for draft in drafts if draft.rule.category in categories]
        for text, *places in zip(given, *everywhere, strict=True)
    }
    for text in place.record.examples.excuse:
        drafts = found[text]
        wrong = [draft for draft in drafts if draft.disposition not in ("excused", wanted)]
        if wrong or not any(draft.disposition == wanted for draft in drafts):
            hint = _told(wrong) or "no term that it could excuse is found there"
            yield place.problem(f'examples.excuse "{text}" is not {wanted}', hint, key="examples.excuse", value=text)
    for text in place.record.examples.keep:
        drafts = found[text]
        if not any(draft.disposition != "excused" and not _leans_on(draft, place.id) for draft in drafts):
            hint = _told(drafts) or "no term that it could excuse is found there"
            yield place.problem(f'examples.keep "{text}" is excused', hint, key="examples.keep", value=text)


def _leans_on(draft: Draft, exemption: str) -> bool:
    return any(step.record == f"exemption:{exemption}" for step in draft.steps)


def _told(drafts: Iterable[Draft]) -> str:
    """Tell what was found instead, and why."""
    told = [(draft, ", ".join(reason(step, "en") for step in draft.steps)) for draft in drafts]
    return "; ".join(f"found “{d.term}” ({d.rule.code}, {d.usage or d.disposition}): {why}" for d, why in told[:_TOLD])
