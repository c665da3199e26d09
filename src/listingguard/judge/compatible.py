"""What the goods fit: a cue beside the brand, a list that goes on, goods that are a part of the brand's goods, makers side by side."""

from __future__ import annotations

import itertools
import re
from typing import Final

from listingguard.judge.context import Cue, FieldContext, Place
from listingguard.lexicon import Brand
from listingguard.match import Hit
from listingguard.model import Step

__all__ = ["accessory", "continues", "cued", "listed", "served", "worked_with"]

_MANY: Final = 3
_MAKERS: Final = 40  # brands that are looked at
_PARTS: Final = 40  # and places of accessories
_REACH: Final = 40  # characters of the longest reach of a cue
_GAP: Final = 2
_BLANKS: Final = " -:/,、()[]【】|+"
_OPENING: Final = 8
_BRACKETS: Final = frozenset("([【")
_LIST_GAP: Final = 12
#: What stands before a part that comes with the goods named before it.
_ADDED: Final = re.compile(r"(?:\+ ?|标配|\d(?:mah|毫安时?)|(?<![不适可搭匹])[配含](?![件套备]))[^ ,。;!?|/【】]{0,5}$")
_ADDED_FAR: Final = 8
_BEFORE: Final = frozenset({"compatible-before"})
_AFTER: Final = frozenset({"compatible-after", "exclusive"})
_PAID: Final = frozenset({"virtual-goods"})
_GENUINE: Final = frozenset({"genuine", "official"})


def cued(hit: Hit, ctx: FieldContext) -> Step | None:
    """Look for a cue before or behind.

    A cue speaks of the word beside it: in “shoes for men Nike” it is men. Only device makers may stand a little further (适用于2024款iPad).
    """
    assert hit.term.brand is not None
    device = not ctx.lexicon.devices.isdisjoint(hit.term.brand.goods | hit.term.brand.inside)
    for cue in ctx.cues.near(hit.start, hit.end, _REACH):
        before = cue.id in _BEFORE and 0 <= hit.start - cue.end <= cue.reach
        after = cue.id in _AFTER and 0 <= cue.start - hit.end <= cue.reach
        between = ctx.text[cue.end : hit.start] if before else ctx.text[hit.end : cue.start]
        if after and _says_nothing(hit, cue, ctx):
            continue
        if (before or after) and (device or not between.strip(_BLANKS)):
            return ctx.step("cue", cue.start, cue.end, "compatibility", f"cue:{cue.id}")
    return None


def _says_nothing(hit: Hit, cue: Cue, ctx: FieldContext) -> bool:
    """Tell whether a cue behind a brand is not about it: its maker opens the title or sells what is named before or behind the cue."""
    assert hit.term.brand is not None
    first = min((places[0] for places in ctx.names[hit.term.brand.id].values()), key=lambda other: (other.start, -other.end))
    if opens_as_maker(first, ctx) or _makes_next(hit, cue.end, ctx) or _speaks_of_next(hit, cue.end, ctx):
        return True
    groups = (ctx.lexicon.goods[group] for group in ctx.goods.keys() & hit.term.brand.goods)
    places = (ctx.next_goods(goods.id, hit.end) for goods in groups if not (goods.fits or goods.kind))
    return any(place and place.end <= cue.start for place in places)


def _makes_next(hit: Hit, start: int, ctx: FieldContext) -> bool:
    """Tell whether the goods right behind a cue are the brand's own and no part of a device: 乐高通用积木 are bricks, not for any."""
    assert hit.term.brand is not None
    if not ctx.lexicon.devices.isdisjoint(hit.term.brand.goods):
        return False
    for group in ctx.goods.keys() & hit.term.brand.goods:
        place = ctx.next_goods(group, start)
        if place and place.start - start <= _GAP:
            return True
    return False


def _speaks_of_next(hit: Hit, start: int, ctx: FieldContext) -> bool:
    """Tell whether the cue behind a maker of what is sold, and of no devices, is about the brand that follows: 绿联 适用苹果 数据线."""
    assert hit.term.brand is not None
    if not ctx.lexicon.devices.isdisjoint(hit.term.brand.goods) or hit.term.brand.goods.isdisjoint(ctx.sold):
        return False
    return any(other.start >= start and other.term.brand is not hit.term.brand for other in ctx.brands.near(start, start, _GAP))


def continues(hit: Hit, previous: Hit, ctx: FieldContext) -> bool:
    """Tell whether a brand goes on with the list in which another stands: right behind it, or a little further where both make the same.

    A maker whose own goods follow does not go on with a list of devices: 适用于苹果 绿联数据线.
    """
    gap = hit.start - previous.end
    if not 0 <= gap <= _LIST_GAP:
        return False
    assert hit.term.brand is not None
    assert previous.term.brand is not None
    brand, before = hit.term.brand, previous.term.brand
    between = ctx.text[previous.end : hit.start]
    if between.isspace() and not ctx.lexicon.devices.isdisjoint(before.goods) and _makes_next(hit, hit.end, ctx):
        return False
    alike = (brand.goods | brand.inside) & (before.goods | before.inside) & ctx.lexicon.devices
    return bool(alike) or not between.strip(_BLANKS)


def accessory(hit: Hit, ctx: FieldContext) -> Step | None:
    """Look for goods that are a part of the brand's goods (手机壳 beside iPhone), unless the maker's own goods are sold."""
    brand = hit.term.brand
    assert brand is not None
    if opens_as_maker(hit, ctx):
        return None
    for group in ctx.goods:
        fits = _fits(group, brand, ctx)
        if brand.goods.isdisjoint(fits) and brand.inside.isdisjoint(fits):
            continue
        if group in brand.goods and (ctx.lexicon.devices.isdisjoint(brand.goods) or _is_makers_own(hit, group, ctx)):
            continue
        place = _sold_place(group, hit, fits, ctx)
        if place and not any(cue.id in _GENUINE and cue.start >= hit.end for cue in ctx.cues.near(hit.start, hit.end, _GAP)):
            return ctx.step("goods", *place, "accessory for the brand", f"goods:{group}")
    return None


def _fits(group: str, brand: Brand, ctx: FieldContext) -> frozenset[str]:
    """Give what goods fit; a bag fits what it holds where the thing or a model of its maker is named (戴尔 灵越15 双肩包)."""
    goods = ctx.lexicon.goods[group]
    if goods.fits or brand.goods.isdisjoint(goods.holds) or group in brand.goods:
        return goods.fits
    named = brand.goods & goods.holds & ctx.goods.keys() or any(p[0].term.method == "model" for p in ctx.names[brand.id].values())
    return goods.holds if named else goods.fits


def _sold_place(group: str, hit: Hit, fits: frozenset[str], ctx: FieldContext) -> Place | None:
    """Give the first place where an accessory is neither given away nor comes with the goods."""
    places = itertools.islice(ctx.paid[group], _PARTS)
    return next((place for place in places if not _comes_with(place, hit, fits, ctx)), None)


def _comes_with(part: Place, hit: Hit, fits: frozenset[str], ctx: FieldContext) -> bool:
    """Tell whether a part comes with the brand's goods, which stand between the brand and it: 剃须刀 标配+3个刀头."""
    assert hit.term.brand is not None
    if not (owns := [group for group in hit.term.brand.goods & fits if group in ctx.goods]):
        return False
    added = _ADDED.search(ctx.text, max(0, part.start - _ADDED_FAR), part.start)
    places = (ctx.next_goods(group, hit.start) for group in owns)
    return added is not None and any(place and place.end <= added.start() for place in places)


def _is_makers_own(hit: Hit, group: str, ctx: FieldContext) -> bool:
    """Tell whether a maker that sells such goods, too, stands right before them and no other maker is named (小米充电宝)."""
    assert hit.term.brand is not None
    if ctx.lexicon.goods[group].kind != "companion" or ctx.names.keys() != {hit.term.brand.id}:
        return False
    place = ctx.next_goods(group, hit.end)
    return place is not None and not ctx.text[hit.end : place.start].strip(_BLANKS)


def opens_as_maker(hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether the text opens with the brand and its other name, 戴尔(DELL) …, as a maker's own title does."""
    beside = ctx.text[hit.end : hit.end + 1], ctx.text[max(1, hit.start - 1) : hit.start]
    if hit.start > _OPENING or _BRACKETS.isdisjoint(beside):
        return False
    assert hit.term.brand is not None
    names = ctx.names[hit.term.brand.id].values()
    return any(other.start != hit.start and other.start <= _OPENING for places in names for other in places)


def served(hit: Hit, ctx: FieldContext) -> Step | None:
    """Recognise a service named beside goods that one can touch (stickers for 美团, a locker that 微信 opens): they serve it.

    A device is no such goods where the service itself is sold (联通手机 流量卡), nor is anything beside what is paid into it (视频 月卡).
    """
    brand, services = hit.term.brand, ctx.lexicon.services
    assert brand is not None
    if brand.goods.isdisjoint(services) or not brand.goods <= services | _PAID or not (brand.goods & _PAID).isdisjoint(ctx.goods):
        return None
    others = services if brand.goods.isdisjoint(ctx.goods) else services | ctx.lexicon.devices
    group = next((g for g in ctx.goods if g not in others), None)
    return None if group is None else ctx.step("goods", *ctx.goods[group][0], "goods for a service", f"goods:{group}")


def listed(hit: Hit, ctx: FieldContext) -> Step | None:
    """Recognise one of several makers of a kind of device: a list of what the goods fit. Who opens a title that sells one has made it."""
    brand = hit.term.brand
    assert brand is not None
    kinds = brand.goods & ctx.lexicon.devices
    if not kinds or (hit.start <= _OPENING and not kinds.isdisjoint(ctx.sold)):
        return None
    first = (next(iter(names.values()))[0] for brand_id, names in ctx.names.items() if brand_id != brand.id)
    others = [other for other in itertools.islice(first, _MAKERS) if other.term.brand and other.term.brand.goods & kinds]
    owners = {other.term.brand.owner or other.term.brand.id for other in others if other.term.brand} - {brand.owner}
    if len(owners) < _MANY - 1:
        return None
    return ctx.step("signal", others[0].start, others[0].end, "one of several makers", others[0].term.record)


def worked_with(hit: Hit, ctx: FieldContext) -> Step | None:
    """Recognise a maker of phones and the like, named behind another that makes what is sold: 罗技键盘 iPad, 闪迪内存卡 GoPro.

    Clothes and bags work with nothing: there a second name is that of a partner, or of nobody who knows.
    """
    brand = hit.term.brand
    assert brand is not None
    if ctx.lexicon.charged.isdisjoint(brand.goods) or not ctx.sold or not ctx.sold.isdisjoint(brand.goods | ctx.lexicon.universal):
        return None
    first = (places[0] for names in itertools.islice(ctx.names.values(), _MAKERS) for places in names.values())
    before = (other for other in first if other.end <= hit.start and other.view == "folded" and not other.term.disguise)
    maker = next((o for o in before if o.term.brand and o.term.brand is not brand and not o.term.brand.goods.isdisjoint(ctx.sold)), None)
    return ctx.step("signal", maker.start, maker.end, "the maker of the goods", maker.term.record) if maker else None
