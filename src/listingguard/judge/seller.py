"""The seller's watch words, found by the overlay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft
from listingguard.judge.places import Places

__all__ = ["watch_drafts"]


def watch_drafts(drafts: Sequence[Draft], ctx: FieldContext) -> Iterable[Draft]:
    """Report each watch word, but where a brand finding stands already."""
    if not ctx.own.items:
        return
    rule = ctx.lexicon.rules["brand-watched"]
    taken = Places([d for d in drafts if d.rule.family == rule.family])
    for hit in ctx.own.items:
        if hit.role == "watch" and not any(d.start < hit.end and hit.start < d.end for d in taken.near(hit.start, hit.end, 0)):
            step = ctx.step("seller", hit.start, hit.end, "watch")
            yield Draft(rule, hit.start, hit.end, hit.word, None, "watch", None, rule.disposition, rule.severity, rule.certainty, (step,))
