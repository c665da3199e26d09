"""Second signals: what makes an everyday word (苹果, 小米, Coach) or a short one (ck, c家) the brand and not the word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from listingguard.judge.context import FieldContext, Place
from listingguard.lexicon import Brand
from listingguard.match import Hit
from listingguard.model import Step
from listingguard.tokens import is_word

__all__ = ["Signal", "second_signal"]

#: Model digits right behind a name, not an amount: 小米14, 现代ix35, but not 苹果5斤.
_AMOUNT: Final = (
    "斤|克|千克|公斤|kg|g|个|只|盒|袋|箱|元|片|件|支|枚|ml|l|cm|mm|米|包|粒|颗|瓶|条|双|套|张|块|寸"
    "|年|月|日|%|折|人|岁|层|格|色|号|级|位|度"
)
_MODEL: Final = re.compile(rf" ?[a-z+]{{0,5}}[ -]?\d{{1,4}}(?![\d.]*\s*(?:{_AMOUNT}))")
_NUMBERED: Final = frozenset({"phone", "tablet", "car"})
_NEAR: Final = 6
_SHORT_HAN: Final = 3
_CERTAIN: Final = 0.97


class Signal(NamedTuple):
    """What spoke for the brand, and how sure that makes us."""

    confidence: float
    step: Step


def second_signal(hit: Hit, ctx: FieldContext) -> Signal | None:
    """Give the strongest second signal for an ambiguous hit, or None: then it is the word.

    A short Han word must also stand between word edges (精美的空调罩 speaks of an air conditioner but not of 美的), unless another name of
    the brand is there.
    """
    found = max(_signals(hit, ctx), key=lambda s: s.confidence, default=None)
    if found is None or hit.term.left or hit.view != "folded" or len(hit.term.folded) > _SHORT_HAN or found.confidence >= _CERTAIN:
        return found
    return found if is_word(ctx.text, hit.start, hit.end) else None


def _signals(hit: Hit, ctx: FieldContext) -> Iterable[Signal]:
    brand = hit.term.brand
    assert brand is not None
    if ctx.field == "brand" or (ctx.brand_field and brand.id in ctx.lexicon.brands_named(ctx.brand_field)):
        yield Signal(0.97, Step("field", 0, 0, "", "brand field", ""))
    for other in ctx.hits:
        if other.term.brand is brand and other.term.folded != hit.term.folded and not _overlap(other, hit):
            sure = 0.88 if other.term.ambiguous else _CERTAIN
            yield Signal(sure, ctx.step("signal", other.start, other.end, "another name of the brand", other.term.record))
    yield from _goods_signals(hit, brand, ctx)
    yield from _word_signals(hit, brand, ctx)
    yield from _neighbours(hit, ctx)


def _overlap(a: Hit | Place, b: Hit) -> bool:
    return a.start < b.end and b.start < a.end


def _goods_signals(hit: Hit, brand: Brand, ctx: FieldContext) -> Iterable[Signal]:
    """Goods that the brand is known for, or that fit those; never a word inside of the name itself."""
    for group in sorted(ctx.all_goods()):
        known = group in brand.goods
        if not known and brand.goods.isdisjoint(ctx.lexicon.goods[group].fits):
            continue
        note, record = "goods of the brand" if known else "accessory for the brand", f"goods:{group}"
        place = next((p for p in ctx.goods.get(group, ()) if not _overlap(p, hit)), None)
        if place:
            yield Signal(0.9, ctx.step("goods", place.start, place.end, note, record))
        elif group in ctx.listing_goods:
            yield Signal(0.88, Step("goods", 0, 0, group, note, record))


def _word_signals(hit: Hit, brand: Brand, ctx: FieldContext) -> Iterable[Signal]:
    if brand.signals:
        for match in brand.signals.pattern.finditer(ctx.text):
            if not hit.start <= match.start() < hit.end:
                yield Signal(0.9, ctx.step("signal", match.start(), match.end(), "word of the brand", f"brand:{brand.id}"))
                break
    if hit.term.digits or (not hit.term.right and not _NUMBERED.isdisjoint(brand.goods)):
        model = _MODEL.match(ctx.text, hit.end)
        if model:
            yield Signal(0.85, ctx.step("signal", hit.end, model.end(), "model number"))
    for cue in ctx.cues:
        if cue.id == "compatible-before" and 0 <= hit.start - cue.end <= min(2, cue.reach) and not hit.term.left:
            yield Signal(0.85, ctx.step("cue", cue.start, cue.end, "compatibility", f"cue:{cue.id}"))


def _neighbours(hit: Hit, ctx: FieldContext) -> Iterable[Signal]:
    """Words of imitation right beside, words of the fake trade anywhere near."""
    for other in ctx.hits:
        rule = other.term.rule
        if rule is None:
            continue
        gap = max(other.start - hit.end, hit.start - other.end)
        if rule.category == "imitation" and 0 <= gap <= 1:
            yield Signal(0.93, ctx.step("signal", other.start, other.end, "imitation word", other.term.record))
        elif rule.category == "counterfeit" and 0 <= gap <= _NEAR:
            yield Signal(0.87, ctx.step("signal", other.start, other.end, "counterfeit word", other.term.record))
