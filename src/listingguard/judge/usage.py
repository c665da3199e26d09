"""What a brand is named for: as the goods, as what they fit, or to sell an imitation."""

from __future__ import annotations

from typing import Final, NamedTuple

from listingguard.judge.compatible import accessory, continues, cued, listed, served, worked_with
from listingguard.judge.component import component
from listingguard.judge.conditions import doubts, official_word
from listingguard.judge.context import FieldContext
from listingguard.judge.imitating import imitating
from listingguard.judge.motif import motif
from listingguard.match import Hit
from listingguard.model import Disposition, Severity, Step, Usage

__all__ = ["Use", "usage_of"]

_NAMING: Final = frozenset({"brand", "shop_name"})  # fields in which a name is whose goods or whose shop it is
_BLANKS: Final = " -:'\""
_LIST: Final = " ./,、;+|&和与及或"


class Use(NamedTuple):
    """The use of a brand, the steps that tell it, and what follows where that departs from the rule of the use; or another rule."""

    usage: Usage
    steps: tuple[Step, ...] = ()
    disposition: Disposition | None = None
    severity: Severity | None = None
    rule: str = ""


def usage_of(hit: Hit, ctx: FieldContext, previous: tuple[Hit, Use] | None) -> Use:
    """Decide the use of an accepted brand hit. `previous` is the brand before it and its use."""
    brand = hit.term.brand
    assert brand is not None
    role = ctx.roles.get(brand.id)
    if role in ("own", "authorized"):
        return Use("own" if role == "own" else "authorized", (Step("seller", 0, 0, "", role, ""),))
    lapsed = (Step("seller", 0, 0, "", ctx.lapsed[brand.id], ""),) if brand.id in ctx.lapsed else ()
    if found := imitating(hit, ctx) or _goes_on(hit, ctx, previous):
        return Use("imitation", (*lapsed, found[0]), severity=None if found[1] else "medium")
    if use := _denied(hit, ctx):
        return use
    step = None if ctx.field in _NAMING else _compatibility(hit, ctx, previous)
    if step is None:
        return _product(hit, ctx, lapsed)
    failed = list(doubts(hit, ctx))
    if not failed:
        return Use("compatible", (step,))
    severity: Severity = "medium" if any(doubt.severity == "medium" for doubt in failed) else "low"
    said = tuple(doubt.step for doubt in failed)
    told = () if any((s.kind, s.start) == (step.kind, step.start) for s in said) else (step,)
    return Use("compatible", (*told, *said), "needs_evidence", severity)


def _product(hit: Hit, ctx: FieldContext, lapsed: tuple[Step, ...]) -> Use:
    """Take the goods for the brand's; a claim of a tie with the owner (官方, 旗舰店) is worse unless papers bear it out.

    A work that is but the picture on the goods (初音未来鼠标垫) has a rule of its own, and so has what is inside another's (联想 英特尔i5).
    """
    if tie := official_word(hit, ctx):
        return Use("product", (*lapsed, tie), severity="high")
    if lapsed or ctx.field in _NAMING:
        return Use("product", lapsed)
    if picture := motif(hit, ctx):
        return Use("product", (picture,), rule="brand-motif")
    part = component(hit, ctx)
    return Use("product", (part,), rule="brand-component") if part else Use("product")


def _goes_on(hit: Hit, ctx: FieldContext, previous: tuple[Hit, Use] | None) -> tuple[Step, bool] | None:
    """Recognise a brand in a list behind a word of imitation: 质量堪比 美的 苏泊尔."""
    if previous is None or previous[1].usage != "imitation" or hit.start < previous[0].end:
        return None
    step = previous[1].steps[-1]
    before = step.start < ctx.aligned.span(previous[0].start, previous[0].end)[0]
    goes_on = before and not ctx.text[previous[0].end : hit.start].strip(_LIST)
    return (step, previous[1].severity is None) if goes_on else None


def _denied(hit: Hit, ctx: FieldContext) -> Use | None:
    """Recognise a brand that the goods are said not to be of: 不是耐克 only names it; 非苹果官方产品 is a plain disclaimer."""
    for cue in ctx.cues.near(hit.start, hit.end, 1):
        if cue.id == "denial" and cue.end <= hit.start and not ctx.text[cue.end : hit.start].strip(_BLANKS):
            step = ctx.step("cue", cue.start, cue.end, "denial", f"cue:{cue.id}")
            tie = any(other.id in ("official", "genuine") and other.start >= hit.end for other in ctx.cues.near(hit.start, hit.end, 1))
            return Use("compatible", (step,)) if tie else Use("compatible", (step,), "needs_evidence", "low")
    return None


def _compatibility(hit: Hit, ctx: FieldContext, previous: tuple[Hit, Use] | None) -> Step | None:
    if step := cued(hit, ctx):
        return step
    if previous and previous[1].usage == "compatible" and continues(hit, previous[0], ctx):
        return previous[1].steps[0]
    return accessory(hit, ctx) or served(hit, ctx) or listed(hit, ctx) or worked_with(hit, ctx)
