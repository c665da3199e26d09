"""Why the words of a rule are no offence here: the conditions of the records in `data/context/exemptions.toml`, applied."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from listingguard.judge.context import FieldContext, sentence
from listingguard.lexicon import Exemption
from listingguard.model import Step

__all__ = ["applying"]

_LONGEST: Final = 24  # characters of the longest cue


def applying(exemptions: Sequence[Exemption], ctx: FieldContext, start: int, end: int) -> tuple[Exemption, Step] | None:
    """Give the first exemption whose conditions all hold inside the sentence around a range, with the words that speak for it."""
    if not exemptions:
        return None
    left, right = sentence(ctx.text, start, end)
    for exemption in exemptions:
        if (place := _place(exemption, ctx.text, left, right, start, end)) is not None:
            return exemption, ctx.step("exemption", *place, exemption.id, f"exemption:{exemption.id}")
    return None


def _place(exemption: Exemption, text: str, left: int, right: int, start: int, end: int) -> tuple[int, int] | None:
    """Give the place of the words that an exemption leans on, or None where one of its conditions fails."""
    reach, place = exemption.reach, None
    if exemption.not_with and exemption.not_with.pattern.search(text, left, right):
        return None
    if exemption.before:
        behind = exemption.before.pattern.finditer(text, max(left, start - reach - _LONGEST), start)
        found = [m.span() for m in behind if len(text[m.end() : start].strip()) <= reach]
        if not found:
            return None
        place = found[-1]
    if exemption.after:
        match = exemption.after.pattern.search(text, end, min(right, end + reach + _LONGEST))
        if match is None or len(text[end : match.start()].strip()) > reach:
            return None
        place = place or match.span()
    for pattern in exemption.require:
        match = _compiled(pattern).search(text, left, right)
        if match is None:
            return None
        place = place or match.span()
    return place if place and place[0] < place[1] else (start, end)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
