"""The seller's own decisions: what stands inside of an allowed word is excused, and the reason stands in the evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft
from listingguard.judge.places import Places
from listingguard.lexicon import Rule
from listingguard.match import AllowHit
from listingguard.model import Allow, Finding, Lang, Seller
from listingguard.normalize import to_traditional

__all__ = ["allow_record", "ended_notes", "excuse_allowed", "used_allow"]

_ENDED: Final = ("the seller's allow entry “{term}” ended on {day} and no longer counts", "卖家的放行词“{term}”已于 {day} 到期，不再生效")


def excuse_allowed(drafts: Sequence[Draft], ctx: FieldContext) -> list[Draft]:
    """Excuse what the seller's entries in force cover: the whole place inside of the entry's words, in its fields, under its rules."""
    if not ctx.allowed:
        return list(drafts)
    places = Places(ctx.allowed)
    return [_excused(draft, places, ctx) for draft in drafts]


def _excused(draft: Draft, places: Places[AllowHit], ctx: FieldContext) -> Draft:
    if draft.disposition == "excused" or draft.in_original:
        return draft
    for hit in places.near(draft.start, draft.end, 0):
        entry = hit.entry
        if hit.start <= draft.start and draft.end <= hit.end and not entry.ended(ctx.policy.as_of) and _fits(entry, draft.rule, ctx.field):
            step = ctx.step("seller", hit.start, hit.end, entry.told(), allow_record(entry))
            return replace(draft, disposition="excused", severity="info", claim=None, steps=(*draft.steps, step))
    return draft


def _fits(entry: Allow, rule: Rule, field: str) -> bool:
    named = not {rule.code, rule.name, rule.id}.isdisjoint(entry.rules)
    if entry.fields and not {field, field.partition("[")[0]} & set(entry.fields):
        return False
    return named or (not entry.rules and rule.category != "evasion")


def allow_record(entry: Allow) -> str:
    """Give the name of an entry in the evidence."""
    return f"allow:{entry.term}"


def used_allow(seller: Seller | None, findings: Iterable[Finding]) -> tuple[Allow, ...]:
    """Give the seller's entries that excused any of these findings."""
    if seller is None or not seller.allow:
        return ()
    used = {(step.record, step.after) for finding in findings for step in finding.evidence if step.kind == "seller"}
    return tuple(entry for entry in seller.allow if (allow_record(entry), entry.told()) in used)


def ended_notes(contexts: Iterable[FieldContext], day: dt.date, lang: Lang) -> tuple[str, ...]:
    """Say which entries stand in the texts, and would count had they not ended."""
    ended = dict.fromkeys(hit.entry for ctx in contexts for hit in ctx.allowed if hit.entry.ended(day))
    wording = _ENDED[0] if lang == "en" else _ENDED[1] if lang == "zh-Hans" else to_traditional(_ENDED[1])
    return tuple(wording.format(term=entry.term, day=entry.until) for entry in ended)
