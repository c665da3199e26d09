"""On which conditions another's brand may be named for what the goods fit, and what fails them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from listingguard.judge.context import Cue, FieldContext
from listingguard.match import Hit
from listingguard.model import Severity, Step

__all__ = ["Doubt", "doubts", "official_word"]

_GAP: Final = 2
_KINDS: Final = frozenset({"official", "genuine", "exclusive"})
_STOPS: Final = frozenset(",;。!?|/、")


class Doubt(NamedTuple):
    """A condition that is not met: how bad that is, and the step that tells it."""

    severity: Severity
    step: Step


def doubts(hit: Hit, ctx: FieldContext) -> Iterator[Doubt]:
    """Give the conditions that a use for compatibility does not meet.

    The goods must be such that fit one maker's goods (clothing and jewellery fit everybody), the listing must not name the brand as its
    own, and no word beside the brand may suggest its owner's hand: 官方, 原装, and mildly 专用.
    """
    if step := _universal(hit, ctx):
        yield Doubt("medium", step)
    assert hit.term.brand is not None
    if ctx.brand_field and hit.term.brand.id in ctx.lexicon.brands_named(ctx.brand_field):
        yield Doubt("medium", Step("field", 0, 0, "", "brand field", ""))
    beside = _beside(hit, ctx)
    if cue := beside.get("official"):
        yield Doubt("medium", _step(cue, "a tie with the owner", ctx))
    elif cue := beside.get("genuine"):
        yield Doubt("medium", _step(cue, "genuine goods", ctx))
    elif (cue := beside.get("exclusive")) and cue.start >= hit.end:
        yield Doubt("low", _step(cue, "suggests an official part", ctx))


def official_word(hit: Hit, ctx: FieldContext) -> Step | None:
    """Look for a word right beside that claims a tie with the owner: 官方, 旗舰店, authorized."""
    cue = _beside(hit, ctx).get("official")
    return _step(cue, "a tie with the owner", ctx) if cue else None


def _universal(hit: Hit, ctx: FieldContext) -> Step | None:
    """Look whether all goods that are named fit everybody, and the brand is one of such goods."""
    brand, groups = hit.term.brand, ctx.all_goods()
    assert brand is not None
    if not groups or not groups <= ctx.lexicon.universal or brand.goods.isdisjoint(ctx.lexicon.universal):
        return None
    group = next(iter(ctx.goods), "") or min(groups)
    place = next(iter(ctx.goods.get(group, ())), None)
    note, record = "goods that fit everybody", f"goods:{group}"
    return ctx.step("goods", *place, note, record) if place else Step("goods", 0, 0, group, note, record)


def _beside(hit: Hit, ctx: FieldContext) -> dict[str, Cue]:
    """Give the first cue of each kind right beside, in the same clause."""
    found: dict[str, Cue] = {}
    for cue in ctx.cues.near(hit.start, hit.end, _GAP):
        if cue.id not in _KINDS or cue.id in found or not (cue.start >= hit.end or cue.end <= hit.start):
            continue
        between = ctx.text[hit.end : cue.start] if cue.start >= hit.end else ctx.text[cue.end : hit.start]
        if _STOPS.isdisjoint(between):
            found[cue.id] = cue
    return found


def _step(cue: Cue, note: str, ctx: FieldContext) -> Step:
    return ctx.step("cue", cue.start, cue.end, note, f"cue:{cue.id}")
