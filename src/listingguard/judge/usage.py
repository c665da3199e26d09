"""What a brand is named for: as the goods, as what they fit, or to sell an imitation."""

from __future__ import annotations

import itertools
import re
from typing import Final, NamedTuple

from listingguard.judge.context import FieldContext
from listingguard.judge.excuses import IMITATING, is_signal
from listingguard.match import Hit
from listingguard.model import Step, Usage

__all__ = ["Use", "usage_of"]

#: Goods that nobody can touch.
_SERVICES: Final = frozenset({"online-service", "software"})
#: Goods that parts and accessories are made for: several makers of them in one text are a list of what the goods fit.
_DEVICES: Final = frozenset(
    {"phone", "tablet", "computer", "camera", "printer", "appliance", "small-appliance", "car", "motorcycle", "tv", "game-console"}
)
_MANY: Final = 3
_MAKERS: Final = 40  # brands that are looked at
_CUE: Final = 40  # characters of the longest reach of a cue
_GAP: Final = 2
_BLANKS: Final = " -:/,、()[]【】|+"
_OPENING: Final = 8
_LIST_GAP: Final = 12
_GIFT: Final = re.compile("(?:送|赠|附)[^ ,。]{0,2}$")


class Use(NamedTuple):
    """The use of a brand, and the step that tells it."""

    usage: Usage
    step: Step | None


def usage_of(hit: Hit, ctx: FieldContext, previous: tuple[Hit, Use] | None) -> Use:
    """Decide the use of an accepted brand hit. `previous` is the brand before it and its use."""
    brand = hit.term.brand
    assert brand is not None
    role = ctx.roles.get(brand.id)
    if role in ("own", "authorized"):
        return Use("own" if role == "own" else "authorized", Step("seller", 0, 0, "", role, ""))
    return _imitation(hit, ctx) or _compatible(hit, ctx, previous) or _service(hit, ctx) or _listed(hit, ctx) or Use("product", None)


def _imitation(hit: Hit, ctx: FieldContext) -> Use | None:
    """Look for words such as 同款 right behind the brand, or 平替, 媲美, inspired by right before it."""
    for other in ctx.rules.near(hit.start, hit.end, _GAP):
        gap = other.start - hit.end if other.start >= hit.end else hit.start - other.end
        if gap >= 0 and other.term.rule and other.term.rule.code in IMITATING and is_signal(other, ctx):
            return Use("imitation", ctx.step("signal", other.start, other.end, "imitation word", other.term.record))
    return None


def _compatible(hit: Hit, ctx: FieldContext, previous: tuple[Hit, Use] | None) -> Use | None:
    """Look for a cue before or behind, a list that continues one, or goods that are an accessory of the brand's goods.

    A cue speaks of the word beside it: in “shoes for men Nike” it is men. Only device makers may stand a little further (适用于2024款iPad).
    """
    assert hit.term.brand is not None
    for cue in ctx.cues.near(hit.start, hit.end, _CUE):
        before = cue.id == "compatible-before" and 0 <= hit.start - cue.end <= cue.reach
        after = cue.id == "compatible-after" and 0 <= cue.start - hit.end <= cue.reach
        between = ctx.text[cue.end : hit.start] if before else ctx.text[hit.end : cue.start]
        if (before or after) and (_DEVICES & hit.term.brand.goods or not between.strip(_BLANKS)):
            return Use("compatible", ctx.step("cue", cue.start, cue.end, "compatibility", f"cue:{cue.id}"))
    if previous and previous[1].usage == "compatible" and 0 <= hit.start - previous[0].end <= _LIST_GAP:
        return Use("compatible", previous[1].step)
    return _accessory(hit, ctx)


def _accessory(hit: Hit, ctx: FieldContext) -> Use | None:
    brand = hit.term.brand
    assert brand is not None
    if _leads(hit, ctx):
        return None
    for group, places in ctx.goods.items():
        fits = ctx.lexicon.goods[group].fits
        place = places[0]
        if (
            not fits
            or (group in brand.goods and not brand.goods & _DEVICES)
            or brand.goods.isdisjoint(fits)
            or _GIFT.search(ctx.text, max(0, place.start - 4), place.start)
        ):
            continue
        if not any(cue.id == "genuine" and cue.start >= hit.end for cue in ctx.cues.near(hit.start, hit.end, _GAP)):
            return Use("compatible", ctx.step("goods", *place, "accessory for the brand", f"goods:{group}"))
    return None


def _leads(hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether the text opens with the brand and its other name, 戴尔(DELL) …, as a maker's own title does."""
    if hit.start > _OPENING or not (ctx.text[hit.end : hit.end + 1] == "(" or ctx.text[max(0, hit.start - 1) : hit.start] == "("):
        return False
    assert hit.term.brand is not None
    names = ctx.names[hit.term.brand.id].values()
    return any(other.start != hit.start and other.start <= _OPENING for places in names for other in places)


def _service(hit: Hit, ctx: FieldContext) -> Use | None:
    """Recognise a service named beside goods that one can touch (stickers for 美团, a tripod for 抖音): they serve it."""
    brand = hit.term.brand
    assert brand is not None
    if not brand.goods or not brand.goods <= _SERVICES:
        return None
    group = next((g for g in ctx.goods if g not in _SERVICES), None)
    if group is None:
        return None
    return Use("compatible", ctx.step("goods", *ctx.goods[group][0], "goods for a service", f"goods:{group}"))


def _listed(hit: Hit, ctx: FieldContext) -> Use | None:
    """Recognise one of several makers of the same kind of device: a list of what the goods fit."""
    brand = hit.term.brand
    assert brand is not None
    kinds = brand.goods & _DEVICES
    if not kinds:
        return None
    first = (next(iter(names.values()))[0] for brand_id, names in ctx.names.items() if brand_id != brand.id)
    others = [other for other in itertools.islice(first, _MAKERS) if other.term.brand and other.term.brand.goods & kinds]
    if len(others) < _MANY - 1:
        return None
    return Use("compatible", ctx.step("signal", others[0].start, others[0].end, "one of several makers", others[0].term.record))
