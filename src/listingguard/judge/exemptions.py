"""Why the words of a rule are no offence here: the conditions of the records in `data/context/exemptions.toml`, applied."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from listingguard.judge.context import FieldContext, sentence
from listingguard.judge.policy import word
from listingguard.lexicon import Exemption
from listingguard.model import Step

__all__ = ["applying"]

_LONGEST: Final = 24  # characters of the longest cue
#: What ends the reach of a cue: 追求舒适,最好的面料 strives for comfort, not for the best cloth.
_BREAK: Final = re.compile("[,|/、]")
_Place = tuple[int, int]


def applying(exemptions: Sequence[Exemption], ctx: FieldContext, start: int, end: int) -> tuple[Exemption, Step] | None:
    """Give the first exemption whose conditions all hold inside the sentence around a range, with the words that speak for it."""
    if not exemptions:
        return None
    within = sentence(ctx.text, start, end)
    for exemption in exemptions:
        if _suits(exemption, ctx, start, end) and (place := _place(exemption, ctx, within, (start, end))) is not None:
            return exemption, ctx.step("exemption", *place, _title(exemption, ctx), f"exemption:{exemption.id}")
    return None


def _title(exemption: Exemption, ctx: FieldContext) -> str:
    """Name an exemption in the report's language, with the article that grants it."""
    title = word(exemption.title, ctx.policy.lang)
    basis = ctx.lexicon.bases.get(exemption.clause)
    if basis is None:
        return title
    law, article = word(basis.law, ctx.policy.lang), word(basis.article, ctx.policy.lang)
    return f"{title} ({law}, {article})" if ctx.policy.lang == "en" else f"{title}（{law}{article}）"


def _suits(exemption: Exemption, ctx: FieldContext, start: int, end: int) -> bool:
    """Tell whether an exemption is for the goods that are sold."""
    if not (exemption.goods or exemption.not_goods):
        return True
    sold = ctx.sold_at(start, end)
    return not (exemption.goods and exemption.goods.isdisjoint(sold)) and exemption.not_goods.isdisjoint(sold)


def _place(exemption: Exemption, ctx: FieldContext, within: _Place, at: _Place) -> _Place | None:
    """Give the place of the words that an exemption leans on, or None where one of its conditions fails."""
    text, (left, right) = ctx.text, within
    if exemption.not_with and exemption.not_with.pattern.search(text, left, right):
        return None
    if exemption.names_goods and not any(left <= p.start < right for places in ctx.goods.values() for p in places):
        return None
    found: list[_Place | None] = []
    if exemption.before:
        found.append(_before(exemption, text, left, at[0]))
    if exemption.after:
        found.append(_after(exemption, ctx, right, at[1]))
    found += (_around(pattern, text, within, at) for pattern in exemption.around)
    found += (m.span() if (m := _compiled(pattern).search(text, left, right)) else None for pattern in exemption.require)
    places = [place for place in found if place is not None]
    if len(places) < len(found):
        return None
    return next((place for place in places if place[0] < place[1]), at)


def _before(exemption: Exemption, text: str, left: int, start: int) -> _Place | None:
    behind = exemption.before.pattern.finditer(text, max(left, start - exemption.reach - _LONGEST), start)
    found = [m.span() for m in behind if _near(text[m.end() : start], exemption.reach)]
    return found[-1] if found else None


def _after(exemption: Exemption, ctx: FieldContext, right: int, end: int) -> _Place | None:
    """Give the first words behind, but not those that begin a longer word for goods: NO.1 台灯 counts no 台."""
    match = exemption.after.pattern.search(ctx.text, end, min(right, end + exemption.reach + _LONGEST))
    if not match or not _near(ctx.text[end : match.start()], exemption.reach):
        return None
    goods = (place for places in ctx.goods.values() for place in places)
    return None if any(place.start == match.start() and place.end > match.end() for place in goods) else match.span()


def _near(between: str, reach: int) -> bool:
    return len(between.strip()) <= reach and not _BREAK.search(between)


def _around(pattern: str, text: str, within: _Place, at: _Place) -> _Place | None:
    """Give the match of a pattern that covers the words themselves."""
    matches = (m.span() for m in _compiled(pattern).finditer(text, *within))
    return next((place for place in matches if place[0] <= at[0] and at[1] <= place[1]), None)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
