"""Rules proved on whole listings: those that judgement itself applies look at more than the words of a title."""

from __future__ import annotations

from collections.abc import Iterator

from listingguard.errors import Problem
from listingguard.judge import Draft
from listingguard.lexicon.example_schema import ExampleListing
from listingguard.lexicon.placed import Placed
from listingguard.lexicon.schema import RuleRecord
from listingguard.model import Seller
from listingguard.proof.ground import Ground
from listingguard.scan import Scanner

__all__ = ["prove_listings"]


def prove_listings(place: Placed[RuleRecord], scanner: Scanner, ground: Ground) -> Iterator[Problem]:
    """Say about which of its `listings` a rule speaks although it must not, and about which it is silent although it must speak."""
    given = place.record.listings
    for example in given.hit:
        spoken = _spoken(example, scanner, ground)
        if not any(_is_of(draft, place.id) for draft in spoken):
            text = example.last_text
            hint = _told(spoken) or "nothing is found there"
            yield place.problem(f'the rule does not speak about listings.hit "{text}"', hint, key="listings.hit", value=text)
    for example in given.pass_:
        wrong = [draft for draft in _spoken(example, scanner, ground) if _is_of(draft, place.id)]
        if wrong:
            text = example.last_text
            yield place.problem(f'the rule speaks about listings.pass "{text}"', _told(wrong), key="listings.pass", value=text)


def _spoken(example: ExampleListing, scanner: Scanner, ground: Ground) -> list[Draft]:
    """Judge a listing where and when the rule holds, or on the marketplace that the example names."""
    own = example.own_brands or example.watch_words
    report = scanner.scan(
        example.listing(),
        marketplace=example.marketplace or ground.marketplace,
        jurisdiction=None if example.marketplace else ground.jurisdiction,
        as_of=ground.day,
        seller=Seller(own_brands=example.own_brands, watch_words=example.watch_words) if own else None,
        strictness=example.strictness,
    )
    return [draft for _, drafts in scanner.judged(report) for draft in drafts]


def _is_of(draft: Draft, rule: str) -> bool:
    """Tell whether a draft is the rule's, and not one that an exemption took back."""
    return draft.rule.id == rule and (draft.disposition != "excused" or draft.rule.disposition == "excused")


def _told(drafts: list[Draft]) -> str:
    return "; ".join(f"found “{draft.term}” ({draft.rule.id}, {draft.usage or draft.disposition})" for draft in drafts[:3])
