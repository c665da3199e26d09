"""What to write instead: a replacement or a deletion that itself scans clean, or nothing."""

from __future__ import annotations

from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.lexicon import Rule
from listingguard.match import Hit
from listingguard.normalize import fold, to_traditional

__all__ = ["safe_edit"]

_WINDOW: Final = 16
_LEANING: Final = "的地得格-"  # what would be left hanging: 最好|的, 香奈儿风|格


def safe_edit(hit: Hit, rule: Rule, ctx: FieldContext) -> str | None:
    """Give the rule's replacement, or the deletion, unless the edited text would read as something new that is wrong."""
    new = rule.replace.get(hit.term.folded, "" if rule.delete else None)
    if new is None or (not new and not _can_go(hit, ctx)):
        return None
    if new and ctx.traditional:
        new = to_traditional(new)
    left, new_folded = ctx.text[max(0, hit.start - _WINDOW) : hit.start], fold(new)
    low, high = len(left), len(left) + len(new_folded)
    edited = left + new_folded + ctx.text[hit.end : hit.end + _WINDOW]
    for index, start, end in ctx.lexicon.exact.find(edited):
        touches = (start < high and end > low) if new_folded else start < low < end
        if touches and not all(term.shield for term in ctx.lexicon.exact.values(index)):
            return None
    return new


def _can_go(hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether a deletion leaves the rest whole: nothing that leaned on the words, and not an empty field."""
    before, after = ctx.text[hit.start - 1 : hit.start], ctx.text[hit.end : hit.end + 1]
    hanging = after in _LEANING if after else False
    return not hanging and before != "-" and len(ctx.text.strip()) > hit.end - hit.start
