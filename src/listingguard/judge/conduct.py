"""What the way of writing says by itself: disguise, stuffing, and brands in hidden search terms."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft
from listingguard.lexicon import Brand, Rule
from listingguard.model import Severity, Step
from listingguard.normalize import fold, is_odd

__all__ = ["evasion_drafts", "stuffing_drafts"]

_JOINTS: Final = re.compile(r"[-_.·/' ]+")
_MANY: Final = 3
_PICTURE: Final = "brand-motif"
_NO_RIVALS: Final = frozenset({_PICTURE, "brand-component"})
_HEARD: Final = "spelled-by-sound"
#: Which rule a way of disguising is reported under, by the step of evidence that sees through it. A misspelling may be honest.
_DISGUISES: Final = {
    "skeleton": "lookalike-characters",
    "shape": "lookalike-characters",
    "near": "lookalike-characters",
    "drawn": "lookalike-characters",
    "sign": "lookalike-characters",
    "halves": "separated-characters",
    "mask": "masked-characters",
    "sound": "spelled-by-sound",
    "mixed": "spelled-by-sound",
    "pinyin": "spelled-by-sound",
}


def evasion_drafts(drafts: Sequence[Draft], ctx: FieldContext) -> Iterable[Draft]:
    """Give a finding of its own for each name or claim that was written in a disguise."""
    plain = ctx.aligned.starts is None and all(hit.view == "folded" and not hit.term.disguise for hit in ctx.hits)
    if plain and not is_odd(ctx.aligned.original):
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
            if kinds[0] == "skeleton" and _is_joined_as(draft.term, written):
                continue
            split = kinds[0] == "skeleton" and len(written) > len(draft.term) and not written.isalnum()
            rule = "separated-characters" if split else _DISGUISES[kinds[0]]
            yield _draft(rule, draft.start, draft.end, ctx, draft, draft.steps[:2])
        elif ctx.aligned.is_odd(draft.start, draft.end):
            yield _draft("lookalike-characters", draft.start, draft.end, ctx, draft, draft.steps[:1])


def _is_joined_as(name: str, written: str) -> bool:
    """Tell whether a name is only joined otherwise, where its words meet: TP_Link, Dr.sFormula."""
    parts, words = (_JOINTS.split(text) for text in (written, fold(name)))
    same = len(parts) > 1 and "".join(parts) == "".join(words) and written.isascii()
    return same and {*itertools.accumulate(map(len, parts))} <= {*itertools.accumulate(map(len, words))}


def stuffing_drafts(drafts: Sequence[Draft], ctx: FieldContext) -> Iterable[Draft]:
    """Report the brand of a third foreign owner in a field, and every foreign brand in hidden search terms."""
    if len(drafts) < _MANY and ctx.field != "search_terms":
        return
    foreign = [d for d in drafts if d.usage in ("product", "compatible", "imitation")]
    if ctx.field == "search_terms":
        yield from (_draft("brand-in-search-terms", d.start, d.end, ctx, d, d.steps) for d in foreign)
        return
    brands = {hit.term.brand.id: hit.term.brand for hit in ctx.hits if hit.term.brand}
    # several marks of one house (钢铁侠, 蜘蛛侠) are no list of rivals, nor are pictures to choose from and parts of the goods
    sold = [d for d in reversed(foreign) if d.usage in ("product", "imitation") and d.rule.id not in _NO_RIVALS and d.brand in brands]
    first = {brands[d.brand].owner or d.brand: d for d in sold if d.brand and _sells(brands[d.brand], ctx)}
    if len(first) >= _MANY:
        third = sorted(first.values(), key=lambda d: d.start)[_MANY - 1]
        yield _draft("brand-stuffing", third.start, third.end, ctx, third, third.steps)


def _sells(brand: Brand, ctx: FieldContext) -> bool:
    """Tell whether a brand stands for such goods as are sold, and for no part of them: in a laptop Intel is no rival of its maker."""
    if not ctx.sold:
        return True
    parts = (group for group in brand.goods if not ctx.lexicon.goods[group].fits.isdisjoint(ctx.sold))
    return not brand.goods.isdisjoint(ctx.sold) and (next(parts, None) is None)


def _draft(rule_id: str, start: int, end: int, ctx: FieldContext, of: Draft, steps: tuple[Step, ...]) -> Draft:
    rule: Rule = ctx.lexicon.rules[rule_id]
    # works go by several transcriptions (塞尔达, 赛尔达): one that only sounds like the usual one hides a picture from nobody
    severity: Severity = of.severity if of.rule.id == _PICTURE and rule_id == _HEARD else rule.severity
    sure = round(rule.certainty * of.confidence, 2)
    return Draft(rule, start, end, of.term, None, of.method, None, rule.disposition, severity, sure, steps)
