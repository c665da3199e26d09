"""The seller's watch words, found by the overlay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft

__all__ = ["watch_drafts"]


def watch_drafts(drafts: Sequence[Draft], ctx: FieldContext) -> Iterable[Draft]:
    """Report each watch word, but where a brand finding stands already."""
    rule = ctx.lexicon.rules["brand-watched"]
    for hit in ctx.own:
        if hit.role == "watch" and not any(d.rule.family == rule.family and d.start < hit.end and hit.start < d.end for d in drafts):
            step = ctx.step("seller", hit.start, hit.end, "watch")
            yield Draft(rule, hit.start, hit.end, hit.word, None, "watch", None, rule.disposition, rule.severity, rule.certainty, (step,))
