"""What the way of writing says by itself: disguise, stuffing, brands in hidden search terms, and the form of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import east_asian_width

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft
from listingguard.lexicon import Limit, Rule
from listingguard.model import Step
from listingguard.normalize import ODD

__all__ = ["evasion_drafts", "form_drafts", "stuffing_drafts"]

_MANY: Final = 3
#: Which rule a way of disguising is reported under, by the step of evidence that sees through it. A misspelling may be honest.
_DISGUISES: Final = {
    "skeleton": "lookalike-characters",
    "shape": "lookalike-characters",
    "near": "lookalike-characters",
    "sign": "lookalike-characters",
    "halves": "separated-characters",
    "mask": "masked-characters",
    "sound": "spelled-by-sound",
    "mixed": "spelled-by-sound",
    "pinyin": "spelled-by-sound",
}
_DAMAGED: Final = re.compile("[\0\ud800-\udfff]+")


def evasion_drafts(drafts: Sequence[Draft], ctx: FieldContext) -> Iterable[Draft]:
    """Give a finding of its own for each name or claim that was written in a disguise."""
    plain = ctx.aligned.starts is None and all(hit.view == "folded" and not hit.term.disguise for hit in ctx.hits)
    if plain and not ODD.search(ctx.aligned.original):
        return
    if ctx.unseen:
        counted = [d for d in drafts if d.disposition != "excused"]
        yield from (_draft("hidden-text", d.start, d.end, ctx, d, d.steps[:1]) for d in counted)
        return
    for draft in drafts:
        if draft.disposition == "excused" and draft.usage != "compatible":  # a disguise is one even where the brand might stand
            continue
        hidden = ctx.aligned.hides(draft.start, draft.end)
        if hidden or ctx.aligned.is_parted(draft.start, draft.end):
            yield _draft("hidden-characters", draft.start, draft.end, ctx, draft, draft.steps[:1])
        elif kinds := [step.kind for step in draft.steps if step.kind in _DISGUISES]:
            written = ctx.text[draft.start : draft.end]
            split = kinds[0] == "skeleton" and len(written) > len(draft.term) and not written.isalnum()
            rule = "separated-characters" if split else _DISGUISES[kinds[0]]
            yield _draft(rule, draft.start, draft.end, ctx, draft, draft.steps[:2])
        elif ctx.aligned.is_odd(draft.start, draft.end):
            yield _draft("lookalike-characters", draft.start, draft.end, ctx, draft, draft.steps[:1])


def stuffing_drafts(drafts: Sequence[Draft], ctx: FieldContext) -> Iterable[Draft]:
    """Report the third foreign brand of a field, and every foreign brand in hidden search terms."""
    if len(drafts) < _MANY and ctx.field != "search_terms":
        return
    foreign = [d for d in drafts if d.usage in ("product", "compatible", "imitation")]
    if ctx.field == "search_terms":
        yield from (_draft("brand-in-search-terms", d.start, d.end, ctx, d, d.steps) for d in foreign)
        return
    first = {d.brand: d for d in reversed(foreign) if d.usage in ("product", "imitation")}
    if len(first) >= _MANY:
        third = sorted(first.values(), key=lambda d: d.start)[_MANY - 1]
        yield _draft("brand-stuffing", third.start, third.end, ctx, third, third.steps)


def form_drafts(ctx: FieldContext) -> Iterable[Draft]:
    """Report a field that is longer than the marketplace takes, and characters that were damaged on their way."""
    if ctx.unseen:
        return
    market, day, text = ctx.policy.marketplace, ctx.policy.as_of, ctx.aligned.original
    name = ctx.field.partition("[")[0]
    for limit in market.limits if market else ():
        in_force = not (limit.effective_from and day < limit.effective_from) and not (limit.effective_to and day > limit.effective_to)
        if limit.field == name and in_force and (cut := _overflow(text, limit)) is not None:
            yield from _form_draft("field-too-long", cut, len(text), ctx)
    if ctx.aligned.starts is not None and (damaged := _DAMAGED.search(text)):
        yield from _form_draft("unreadable-characters", *damaged.span(), ctx)


def _overflow(text: str, limit: Limit) -> int | None:
    """Give the index of the first character beyond the limit, or None."""
    used = 0
    for i, char in enumerate(text):
        used += _size(char, limit.unit)
        if used > limit.max:
            return i
    return None


def _size(char: str, unit: str) -> int:
    if unit == "bytes":
        return len(char.encode("utf8", "replace"))
    return 2 if unit == "width" and east_asian_width(char) in "WF" else 1


def _draft(rule_id: str, start: int, end: int, ctx: FieldContext, of: Draft, steps: tuple[Step, ...]) -> Draft:
    rule: Rule = ctx.lexicon.rules[rule_id]
    return Draft(
        rule, start, end, of.term, None, of.method, None, rule.disposition, rule.severity, round(rule.certainty * of.confidence, 2), steps
    )


def _form_draft(rule_id: str, start: int, end: int, ctx: FieldContext) -> Iterable[Draft]:
    rule = ctx.lexicon.rules[rule_id]
    if rule.id in ctx.policy.bases:
        yield Draft(rule, start, end, rule.id, None, "form", None, rule.disposition, rule.severity, rule.certainty, (), in_original=True)
