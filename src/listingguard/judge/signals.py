"""Second signals: what makes an everyday word (苹果, 小米, Coach) or a short one (ck, c家) the brand and not the word."""

from __future__ import annotations

import itertools
import re
from typing import Final, NamedTuple

from listingguard.judge.context import FieldContext, Place
from listingguard.judge.excuses import is_signal
from listingguard.lexicon import Brand, Term
from listingguard.match import Hit
from listingguard.model import Step
from listingguard.tokens import is_word

__all__ = ["Signal", "is_bare_number", "second_signal"]

#: Model digits right behind a name, not an amount: 小米14, 现代ix35, but not 苹果5斤.
_AMOUNT: Final = (
    "斤|克|千克|公斤|kg|g|个|只|盒|袋|箱|元|片|件|支|枚|ml|l|cm|mm|米|包|粒|颗|瓶|条|双|套|张|块|寸"
    "|年|月|日|%|折|人|岁|层|格|色|号|级|位|度|吋|inch|in|kw|w|v|a|x|d|hz|mah|pcs|pack|oz|ft"
)
_MODEL: Final = re.compile(rf" ?[a-z+]{{0,5}}[ -]?(?!(?:19|20)\d\d)\d{{1,4}}(?![\d.]{{0,8}}\s?(?:{_AMOUNT}))")
#: What makes a few letters an item number, and a figure a measure.
_ITEM: Final = re.compile(r"[-_—]\s?[a-z]{0,2}\d|\d{5}|\d+-\d")
_MEASURE: Final = re.compile(r"\s?[*×x/]\s?\d")
#: Two brands that work together may stand side by side.
_JOINT: Final = re.compile(r"联名|聯名|合作款| x |×")
_COUNTED: Final = re.compile(rf" ?\d+(?:\.\d+)?\s?(?:{_AMOUNT})")
_NUMBERED: Final = frozenset({"phone", "tablet"})
_NEAR: Final = 6
_FAR: Final = 30
_MAKERS: Final = 40  # brands that are looked at
_SHORT_HAN: Final = 3
_SHORT_NUMBER: Final = 4
_SHORT_CODE: Final = 3
_LETTERS: Final = 2
_CERTAIN: Final = 0.97
_FAINT: Final = 0.6


class Signal(NamedTuple):
    """What spoke for the brand, and how sure that makes us."""

    confidence: float
    step: Step


def second_signal(hit: Hit, ctx: FieldContext) -> Signal | None:
    """Give the strongest second signal for an ambiguous hit, or None: then it is the word.

    A short Han word must also stand between word edges (精美的空调罩 speaks of an air conditioner but not of 美的), unless another name of
    the brand is there.
    """
    brand = hit.term.brand
    assert brand is not None
    found = _certain(hit, brand, ctx) or _beside(hit, ctx)
    if found is None and _is_code(hit, ctx):
        return None
    if found is None and not is_bare_number(hit.term) and not _is_anothers(hit, brand, ctx):
        found = _goods(hit, brand, ctx)
    found = found or _words(hit, brand, ctx) or _number(hit, brand, ctx)
    if (
        found is None
        or hit.term.left
        or hit.view != "folded"
        or hit.term.disguise
        or len(hit.term.folded) > _SHORT_HAN
        or found.confidence >= _CERTAIN
    ):
        return found
    return found if is_word(ctx.text, hit.start, hit.end) else None


def is_bare_number(term: Term) -> bool:
    """Tell whether a model is written as a short number (990): beside goods that may as well be a size or an item number."""
    return term.method == "model" and term.folded.isdigit() and len(term.folded) <= _SHORT_NUMBER


def _is_code(hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether a few letters are the head of the seller's own item number (MK-007, CF81234), or a figure with m a measure (3m*16mm)."""
    term = hit.term
    if not term.left or len(term.folded) > _SHORT_CODE:
        return False
    if term.folded.isalpha():
        return _ITEM.match(ctx.text, hit.end) is not None
    return _MEASURE.match(ctx.text, hit.end) is not None or ctx.text[hit.start - 1 : hit.start] in ("*", "×")


def _is_anothers(hit: Hit, brand: Brand, ctx: FieldContext) -> bool:
    """Tell whether two letters stand behind the plain name of another maker of such goods: a mark of its own (ADIDAS IZAMO CF)."""
    term = hit.term
    if not (term.left and len(term.folded) <= _LETTERS and term.folded.isalpha()):
        return False
    if _JOINT.search(ctx.text, max(0, hit.start - _FAR), hit.end + _FAR):
        return False
    first = (places[0] for names in itertools.islice(ctx.names.values(), _MAKERS) for places in names.values())
    plain = (other.term.brand for other in first if other.start < hit.start and not other.term.ambiguous)
    return any(maker and maker.owner != brand.owner and not maker.goods.isdisjoint(brand.goods) for maker in plain)


def _certain(hit: Hit, brand: Brand, ctx: FieldContext) -> Signal | None:
    """Look for the listing's own word for its brand, or a name of the brand that means nothing else."""
    if ctx.brand_field and brand.id in ctx.lexicon.brands_named(ctx.brand_field):
        return Signal(_CERTAIN, Step("field", 0, 0, "", "brand field", ""))
    return _other_name(hit, brand, ctx, ambiguous=False)


def _other_name(hit: Hit, brand: Brand, ctx: FieldContext, *, ambiguous: bool) -> Signal | None:
    for name, places in ctx.names.get(brand.id, {}).items():
        if name == hit.term.folded:
            continue
        for other in places:
            if other.term.ambiguous is ambiguous and not _overlap(other, hit):
                step = ctx.step("signal", other.start, other.end, "another name of the brand", other.term.record)
                return Signal(0.88 if ambiguous else _CERTAIN, step)
    return None


def _overlap(a: Hit | Place, b: Hit) -> bool:
    return a.start < b.end and b.start < a.end


def _beside(hit: Hit, ctx: FieldContext) -> Signal | None:
    """Look for a word of imitation right beside, or one of the fake trade near."""
    found = None
    for other in ctx.rules.near(hit.start, hit.end, _NEAR):
        rule = other.term.rule
        if rule is None or rule.needs:  # such a word asks for a brand itself
            continue
        gap = max(other.start - hit.end, hit.start - other.end)
        if rule.category not in ("imitation", "counterfeit") or gap < 0 or not is_signal(other, ctx):
            continue
        if rule.category == "imitation" and gap <= 1:
            return Signal(0.93, ctx.step("signal", other.start, other.end, "imitation word", other.term.record))
        if rule.category == "counterfeit":
            found = Signal(0.87, ctx.step("signal", other.start, other.end, "counterfeit word", other.term.record))
    return found


def _goods(hit: Hit, brand: Brand, ctx: FieldContext) -> Signal | None:
    """Look for goods that the brand is known for or goes into, or that fit those; never a word inside of the name itself.

    A figure with a letter (3M) may be a measure of what the brand goes into: 鞋带 3M.
    """
    into = brand.inside if not hit.term.folded[:1].isdigit() else frozenset()
    for group in sorted(ctx.all_goods()):
        note = "goods of the brand" if group in brand.goods else "goods that it goes into" if group in into else "accessory for the brand"
        if group not in brand.goods | into and brand.goods.isdisjoint(ctx.lexicon.goods[group].fits):
            continue
        record = f"goods:{group}"
        place = next((p for p in ctx.goods.get(group, ()) if not _overlap(p, hit)), None)
        if place:
            return Signal(0.9, ctx.step("goods", place.start, place.end, note, record))
        if group in ctx.listing_goods:
            return Signal(0.88, Step("goods", 0, 0, group, note, record))
    return None


def _words(hit: Hit, brand: Brand, ctx: FieldContext) -> Signal | None:
    """Look for a word that goes with the brand, or for another of its ambiguous names."""
    for place in ctx.signals(brand):
        if not _overlap(place, hit) and (place.end - place.start > 1 or not is_bare_number(hit.term)):
            return Signal(0.9, ctx.step("signal", place.start, place.end, "word of the brand", f"brand:{brand.id}"))
    return _other_name(hit, brand, ctx, ambiguous=True)


def _number(hit: Hit, brand: Brand, ctx: FieldContext) -> Signal | None:
    """Look for model digits right behind, or a word of compatibility right before."""
    if hit.term.left and len(hit.term.folded) <= _LETTERS and hit.term.folded.isalpha() and not ctx.text[hit.end : hit.end + 1].isspace():
        return None  # two letters and a figure written as one are anybody's item number: NS061
    if hit.term.digits or (not hit.term.right and not _NUMBERED.isdisjoint(brand.goods)):
        model = _MODEL.match(ctx.text, hit.end)
        if model:
            return Signal(0.85, ctx.step("signal", hit.end, model.end(), "model number"))
    for cue in ctx.cues.near(hit.start, hit.end, 2):
        if cue.id == "compatible-before" and 0 <= hit.start - cue.end <= min(2, cue.reach) and not hit.term.left:
            return Signal(0.85, ctx.step("cue", cue.start, cue.end, "compatibility", f"cue:{cue.id}"))
    return None
