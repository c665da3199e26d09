"""How much a report says: only what is sure, the usual, or also what nobody could decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft, match_steps
from listingguard.judge.places import Places
from listingguard.match import Hit
from listingguard.model import Finding, Strictness
from listingguard.tokens import is_word

__all__ = ["SURE", "kept", "undecided_drafts"]

#: The confidence from which a lenient report tells a finding.
SURE: Final = 0.8


def kept(findings: Sequence[Finding], strictness: Strictness) -> Sequence[Finding]:
    """Leave out of a lenient report what is less than sure."""
    return [f for f in findings if f.confidence >= SURE] if strictness == "lenient" else findings


def undecided_drafts(drafts: Sequence[Draft], ctx: FieldContext) -> Iterable[Draft]:
    """Report, where strictness asks for it, each everyday word that may be a brand and that nothing near it decides (苹果, Coach)."""
    if ctx.policy.strictness != "strict":
        return
    rule = ctx.lexicon.rules.get("brand-undecided")
    if rule is None:  # a lexicon of one's own may do without
        return
    taken = Places([draft for draft in drafts if draft.rule.family == rule.family])
    last = 0
    for hit in sorted((hit for hit in ctx.hits if _may_be_a_brand(hit, ctx)), key=lambda hit: (hit.start, -hit.end)):
        beside = [(d.start, d.end) for d in taken.near(hit.start, hit.end, 0)] + [
            (o.start, o.end) for o in ctx.own.near(hit.start, hit.end, 0)
        ]
        free = not any(start < hit.end and hit.start < end for start, end in beside)
        if hit.start >= last and free:
            last = hit.end
            assert hit.term.brand is not None
            yield Draft(
                rule, hit.start, hit.end, hit.term.text, hit.term.brand.id, "exact", "common-word",
                rule.disposition, rule.severity, rule.certainty, tuple(match_steps(hit, ctx)),
            )  # fmt: skip


def _may_be_a_brand(hit: Hit, ctx: FieldContext) -> bool:
    term = hit.term
    if term.brand is None or not term.ambiguous or term.disguise or hit.view != "folded" or term.brand.id in ctx.roles:
        return False
    return term.left or is_word(ctx.text, hit.start, hit.end)
