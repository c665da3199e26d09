"""Second signals: what makes an everyday word (苹果, 小米, Coach) or a short one (ck, c家) the brand and not the word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from listingguard.judge.context import FieldContext
from listingguard.lexicon import Brand
from listingguard.match import Hit
from listingguard.model import Step
from listingguard.tokens import is_word

__all__ = ["Signal", "second_signal"]

#: Model digits right behind a name, not an amount: 小米14, 现代ix35, but not 苹果5斤.
_MODEL: Final = re.compile(
    r" ?[a-z+]{0,5}[ -]?\d{1,4}(?![\d.]*\s*(?:斤|克|千克|公斤|kg|g|个|只|盒|袋|箱|元|片|件|支|枚|ml|l|cm|mm|米|包|粒|颗|瓶|条|双|套|张|块|寸|年|月|日|%|折))"
)
_NEAR: Final = 6


class Signal(NamedTuple):
    """What spoke for the brand, and how sure that makes us."""

    confidence: float
    step: Step


def second_signal(hit: Hit, ctx: FieldContext, company: Iterable[Hit]) -> Signal | None:
    """Give the strongest second signal for an ambiguous hit, or None: then it is the word.

    A Han word must also stand between word edges (精美的空调罩 speaks of an air conditioner but not of 美的).
    """
    found = max(_signals(hit, ctx, company), key=lambda s: s.confidence, default=None)
    if found is None or hit.term.left or hit.view != "folded" or len(hit.term.folded) > 3:  # noqa: PLR2004
        return found
    return found if is_word(ctx.text, hit.start, hit.end) else None


def _signals(hit: Hit, ctx: FieldContext, company: Iterable[Hit]) -> Iterable[Signal]:
    brand = hit.term.brand
    assert brand is not None
    if ctx.field == "brand" or (ctx.brand_field and brand.id in ctx.lexicon.brands_named(ctx.brand_field)):
        yield Signal(0.95, Step("field", 0, 0, "", "brand field", ""))
    for other in company:
        if other.term.brand is brand and other.term.folded != hit.term.folded and not _overlap(other, hit):
            sure = 0.8 if other.term.ambiguous else 0.93
            yield Signal(sure, ctx.step("signal", other.start, other.end, "another name of the brand", other.term.record))
    yield from _goods_signals(brand, ctx)
    yield from _word_signals(hit, brand, ctx)
    yield from _neighbours(hit, ctx, company)


def _overlap(a: Hit, b: Hit) -> bool:
    return a.start < b.end and b.start < a.end


def _goods_signals(brand: Brand, ctx: FieldContext) -> Iterable[Signal]:
    for group in sorted(ctx.all_goods()):
        place = ctx.goods.get(group)
        fits = not brand.goods.isdisjoint(ctx.lexicon.goods[group].fits)
        if group in brand.goods or fits:
            note = "goods of the brand" if group in brand.goods else "accessory for the brand"
            step = ctx.step("goods", *place, note, f"goods:{group}") if place else Step("goods", 0, 0, group, note, f"goods:{group}")
            yield Signal(0.86, step)


def _word_signals(hit: Hit, brand: Brand, ctx: FieldContext) -> Iterable[Signal]:
    for word in brand.signals:
        start = ctx.text.find(word)
        if start >= 0 and not hit.start <= start < hit.end:
            yield Signal(0.86, ctx.step("signal", start, start + len(word), "word of the brand", f"brand:{brand.id}"))
    if hit.term.digits or (not hit.term.right and "phone" in brand.goods) or (not hit.term.right and "car" in brand.goods):
        model = _MODEL.match(ctx.text, hit.end)
        if model:
            yield Signal(0.8, ctx.step("signal", hit.end, model.end(), "model number"))
    for cue in ctx.cues:
        if cue.id == "compatible-before" and 0 <= hit.start - cue.end <= min(2, cue.reach) and not hit.term.left:
            yield Signal(0.75, ctx.step("cue", cue.start, cue.end, "compatibility", f"cue:{cue.id}"))


def _neighbours(hit: Hit, ctx: FieldContext, company: Iterable[Hit]) -> Iterable[Signal]:
    """Words of imitation right beside, words of the fake trade anywhere near."""
    for other in company:
        rule = other.term.rule
        if rule is None:
            continue
        gap = max(other.start - hit.end, hit.start - other.end)
        if rule.category == "imitation" and 0 <= gap <= 1:
            yield Signal(0.82, ctx.step("signal", other.start, other.end, "imitation word", other.term.record))
        elif rule.category == "counterfeit" and 0 <= gap <= _NEAR:
            yield Signal(0.78, ctx.step("signal", other.start, other.end, "counterfeit word", other.term.record))
