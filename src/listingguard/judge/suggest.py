"""What to write instead: a replacement or a deletion that itself scans clean, or nothing.

Only claims have a suggestion. A word of imitation or of the fake trade has one only where its rule names a harmless word for the same
thing: taken away, it would hide what the goods are. A brand has none: whether it may stand there is for the seller to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from listingguard.judge.change import Change
from listingguard.judge.context import FieldContext
from listingguard.judge.draft import stands_in
from listingguard.judge.english import in_case_of
from listingguard.judge.fitting import fitted
from listingguard.lexicon import Rule
from listingguard.match import Hit
from listingguard.normalize import align, to_traditional
from listingguard.tokens import is_unlisted, is_word

__all__ = ["safe_edit"]

_WINDOW: Final = 24
#: What is praised says the same thing soberly without the word that praises it: 最|透气, 完美地|贴合.
_PRAISE: Final = re.compile("(?:最|完美[的地得]?)(?=..)")
#: A word that runs others down has an object after it, which would be left: 吊打|大牌.
_OBJECT: Final = re.compile("(?!的)[\u3400-\u9fff]|(?:(?<=[A-Za-z])[ \t\u00a0]+)?[A-Za-z0-9]")
#: Kinds of words that are the sign of something worse: only a replacement that the rule names, never a plain deletion.
_SIGNS: Final = frozenset({"imitation", "counterfeit", "evasion"})


def safe_edit(hit: Hit, rule: Rule, ctx: FieldContext) -> str | None:
    """Give the rule's replacement, or else the deletion, that fits its neighbours and makes nothing new that is wrong.

    Text that HTML hides has none, nor have words with tags or character references among them.
    """
    start, end = ctx.aligned.span(hit.start, hit.end)
    text = ctx.aligned.original
    if ctx.unseen or "<" in text[start:end] or "&" in text[start:end]:
        return None
    for new in _candidates(hit, rule, ctx):
        if fitted(text, start, end, new, markup=ctx.markup) and not _is_wrong(text, Change(start, end, new), ctx):
            return new
    return None


def _candidates(hit: Hit, rule: Rule, ctx: FieldContext) -> Iterator[str]:
    new = rule.replace.get(hit.term.folded)
    start, end = ctx.aligned.span(hit.start, hit.end)
    if new:
        yield in_case_of(ctx.aligned.original[start:end], to_traditional(new) if ctx.traditional else new)
    elif rule.category == "absolute" and (praise := _PRAISE.match(hit.term.folded)) and ctx.text.startswith(hit.term.folded, hit.start):
        yield ctx.aligned.original[start + praise.end() : end]
    object_follows = rule.category == "disparagement" and _OBJECT.match(ctx.aligned.original, end)
    if new == "" or (rule.delete and rule.category not in _SIGNS and not object_follows):
        yield ""


def _is_wrong(text: str, change: Change, ctx: FieldContext) -> bool:
    """Tell whether any term, plain or disguised, lies across the place of a change that was not all there before."""
    left = text[max(0, change.start - _WINDOW) : change.start]
    edited = align(left + change.new + text[change.end : change.end + _WINDOW])
    low, high = len(left), len(left) + len(change.new)
    for hit in ctx.find(edited):
        start, end = edited.span(hit.start, hit.end)
        touches = (start < high and end > low) if change.new else start < low < end
        if touches and not hit.term.shield and not _is_a_word(hit, edited.text):
            return True
    return False


def _is_a_word(hit: Hit, text: str) -> bool:
    """Tell whether what stands in for a name is a word that everybody knows, and no disguise."""
    return stands_in(hit) and not (is_word if hit.view in ("mixed", "skeleton") else is_unlisted)(text, hit.start, hit.end)
