"""Why the words of a rule are no offence here. Every exemption is a record of `data/context/exemptions.toml`; this applies its conditions."""

from __future__ import annotations

from collections.abc import Sequence

from listingguard.judge.context import FieldContext, sentence
from listingguard.lexicon import Exemption
from listingguard.model import Step

__all__ = ["applying"]


def applying(exemptions: Sequence[Exemption], ctx: FieldContext, start: int, end: int) -> tuple[Exemption, Step] | None:
    """Give the first exemption whose conditions all hold inside the sentence around a range, with the words that speak for it."""
    if not exemptions:
        return None
    left, right = sentence(ctx.text, start, end)
    for exemption in exemptions:
        if (place := _place(exemption, ctx.text, left, right, start, end)) is not None:
            return exemption, ctx.step("exemption", *place, exemption.record.id, f"exemption:{exemption.record.id}")
    return None


def _place(exemption: Exemption, text: str, left: int, right: int, start: int, end: int) -> tuple[int, int] | None:
    """Give the place of the words that an exemption leans on, or None where one of its conditions fails."""
    reach = exemption.record.reach
    if exemption.not_with and exemption.not_with.search(text, left, right):
        return None
    place = None
    if exemption.before:
        found = [m.span() for m in exemption.before.finditer(text, max(left, start - reach - 24), start) if start - m.end() <= reach]
        if not found:
            return None
        place = found[-1]
    if exemption.after:
        match = exemption.after.search(text, end, min(right, end + reach + 24))
        if match is None or match.start() - end > reach:
            return None
        place = place or match.span()
    for pattern in exemption.require:
        match = pattern.search(text, left, right)
        if match is None:
            return None
        place = place or match.span()
    return place if place and place[0] < place[1] else (start, end)
