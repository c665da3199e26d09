"""A brand named for what is inside another maker's goods: 联想笔记本 英特尔酷睿i5."""

from __future__ import annotations

import itertools
from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.match import Hit
from listingguard.model import Step

__all__ = ["component"]

_MAKERS: Final = 40  # brands that are looked at


def component(hit: Hit, ctx: FieldContext) -> Step | None:
    """Give what tells that a brand is but a part of the goods (Intel in a laptop), or None where it may sell them itself.

    They are another's where a maker of such goods is named before. Else nothing that the brand sells itself may be sold, and a maker must
    be named behind or the goods before: 台式机 酷睿i5, but not 英特尔 CPU 台式机 or 主板 CPU 酷睿i5.
    """
    brand = hit.term.brand
    assert brand is not None
    if not brand.inside or brand.inside.isdisjoint(ctx.sold):
        return None
    maker = _maker(hit, ctx)
    if maker is not None and (maker.start < hit.start or brand.goods.isdisjoint(ctx.sold)):
        return ctx.step("signal", maker.start, maker.end, "the maker of the goods that it goes into", maker.term.record)
    group = min(brand.inside & ctx.sold)
    place = next(iter(ctx.goods.get(group, ())), None)
    if place is None or place.start > hit.start or not brand.goods.isdisjoint(ctx.sold):
        return None
    return ctx.step("goods", *place, "goods that it goes into", f"goods:{group}")


def _maker(hit: Hit, ctx: FieldContext) -> Hit | None:
    """Give the first brand of another owner that makes the goods which are sold and which the brand goes into."""
    brand = hit.term.brand
    assert brand is not None
    goods = brand.inside & ctx.sold
    first = (places[0] for names in itertools.islice(ctx.names.values(), _MAKERS) for places in names.values())
    plain = (o for o in first if o.term.brand and o.view == "folded" and not o.term.disguise and not o.term.brand.goods.isdisjoint(goods))
    others = (o for o in plain if o.term.brand and (o.term.brand.owner or o.term.brand.id) != (brand.owner or brand.id))
    return min(others, key=lambda o: o.start, default=None)
