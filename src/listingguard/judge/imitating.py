"""Words of imitation beside a brand: 同款 behind it, 媲美 before it, 平替 behind the goods that it stands before."""

from __future__ import annotations

from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.judge.excuses import is_signal
from listingguard.match import Hit
from listingguard.model import Step

__all__ = ["imitating"]

_CODES: Final = frozenset({"LGT201", "LGT203", "LGT204", "LGT301"})
_ACROSS: Final = frozenset({"LGT203"})  # words that speak of another maker's goods even across a word for the goods: 始祖鸟 冲锋衣 平替
_MILD: Final = 0.6  # certainty of a word of style up to which it says little beside a brand: 风格, style, 原厂款
_FAKES: Final = frozenset({"LGT301"})
_SAME: Final = "同"
_GAP: Final = 2
_FAR: Final = 10
_PLAIN: Final = 4  # characters that may say what kind of goods: 男士, 硬壳
_STOPS: Final = frozenset(",;。!?")
_BLANKS: Final = " -:/、·*()[]【】|"


def imitating(hit: Hit, ctx: FieldContext) -> tuple[Step, bool] | None:
    """Give the step that tells an imitation and whether the word is a strong one (风格 and style are not), or None.

    同款 beside a service tells where the goods are talked about (抖音同款), not whose they imitate.
    """
    assert hit.term.brand is not None
    codes = _FAKES if hit.term.brand.goods and hit.term.brand.goods <= ctx.lexicon.services else _CODES
    for other in ctx.rules.near(hit.start, hit.end, _FAR):
        rule = other.term.rule
        if rule is None or rule.code not in codes or not (_speaks_of(other, hit, ctx) and is_signal(other, ctx)):
            continue
        gap = max(other.start - hit.end, hit.start - other.end)
        if 0 <= gap <= _GAP or (gap > 0 and rule.code in _ACROSS and _across_goods(hit, other, ctx)):
            return ctx.step(
                "signal", other.start, other.end, "imitation word", other.term.record
            ), rule.code != "LGT204" or rule.certainty > _MILD
    return None


def _speaks_of(other: Hit, hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether a word of imitation can be about a brand.

    小香风 is about the house that it names. 同款 is about what stands right before it: in C罗同款耐克 a person, whose rule is another; in
    LV同款 Gucci about both brands of such goods.
    """
    brand = hit.term.brand
    assert brand is not None
    around = (r for r in ctx.rules.near(other.start, other.end, 0) if r.start <= other.start and other.end <= r.end)
    whole = max(around, key=lambda r: r.end - r.start)  # 小香风, not the 香风 in it
    beside = [h for h in ctx.brands.near(whole.start, whole.end, 0) if not h.term.disguise]
    inside = [h.term.brand for h in beside if whole.start <= h.start and h.end <= whole.end]
    named = {house.id for house in (*inside, *(term.brand for term in ctx.lexicon.terms_of(whole.term.folded))) if house}
    if named:
        return brand.id in named
    if other.end > hit.start or not other.term.folded.startswith(_SAME):
        return True
    before = (h.term.brand for h in beside if h.end == other.start and h.term.brand)
    return any(rival.goods & brand.goods for rival in before) or not ctx.text[max(0, other.start - 1) : other.start].isalnum()


def _across_goods(hit: Hit, other: Hit, ctx: FieldContext) -> bool:
    """Tell whether little but a word for the brand's own goods stands between the brand and the word."""
    assert hit.term.brand is not None
    start, end = (hit.end, other.start) if other.start >= hit.end else (other.end, hit.start)
    for group in ctx.goods.keys() & hit.term.brand.goods:
        place = ctx.next_goods(group, start)
        if place and place.end <= end:
            rest = (ctx.text[start : place.start] + ctx.text[place.end : end]).strip(_BLANKS)
            return len(rest) <= _PLAIN and _STOPS.isdisjoint(rest)
    return False
