"""Judgement: exemptions excuse, rules judge. Hits and their surroundings in, findings out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from listingguard.judge.allow import ended_notes, excuse_allowed, used_allow
from listingguard.judge.brands import accepted_brands, brand_drafts
from listingguard.judge.change import Change
from listingguard.judge.claims import claim_drafts
from listingguard.judge.conduct import evasion_drafts, stuffing_drafts
from listingguard.judge.context import FieldContext, goods_of, read_context, sold_in
from listingguard.judge.draft import Draft, place_of
from listingguard.judge.evidence import reason
from listingguard.judge.fitting import fitted
from listingguard.judge.form import form_drafts
from listingguard.judge.once import Once
from listingguard.judge.places import Places
from listingguard.judge.policy import Policy, policy_for
from listingguard.judge.score import in_the_way, score_of, verdict_of, weight_of
from listingguard.judge.seller import watch_drafts
from listingguard.judge.strictness import kept, undecided_drafts
from listingguard.judge.wording import digest, finding
from listingguard.model import Finding, Listing
from listingguard.normalize import fold, has_markup

__all__ = [
    "Change",
    "Draft",
    "FieldContext",
    "Once",
    "Policy",
    "ended_notes",
    "findings_of",
    "fitted",
    "goods_of",
    "in_the_way",
    "judge",
    "kept",
    "policy_for",
    "read_context",
    "reason",
    "score_of",
    "sold_in",
    "to_findings",
    "used_allow",
    "verdict_of",
    "weight_of",
]


def judge(contexts: Sequence[FieldContext]) -> list[list[Draft]]:
    """Decide about every hit of a listing, field by field; the brands of all fields first, since rules may ask whether one is named."""
    accepted = [accepted_brands(ctx) for ctx in contexts]
    branded = [brand_drafts(hits, ctx) for hits, ctx in zip(accepted, contexts, strict=True)]
    foreign = any(draft.usage not in ("own", "authorized") for drafts in branded for draft in drafts)
    judged = []
    for ctx, hits, drafts in zip(contexts, accepted, branded, strict=True):
        ctx.foreign = foreign
        found = drafts + claim_drafts(Places([hit for hit, _, _ in hits]), ctx)
        written = [draft for more in (stuffing_drafts, evasion_drafts, watch_drafts, undecided_drafts) for draft in more(found, ctx)]
        judged.append(excuse_allowed([d for d in (*found, *written, *form_drafts(ctx, found)) if d.rule.id in ctx.policy.bases], ctx))
    return judged


def to_findings(drafts: Sequence[Draft], ctx: FieldContext, record_key: str) -> list[Finding]:
    """Word the drafts of a field in the order of their places; equal ones are told apart by their occurrence."""
    if not drafts:
        return []
    counts: dict[tuple[str, str], int] = {}
    record = digest(record_key)
    where = f"{ctx.field}, unseen" if ctx.unseen else ctx.field
    findings = []
    for (start, end), draft in sorted(((place_of(d, ctx), d) for d in drafts), key=lambda item: (item[0], item[1].rule.code)):
        same = draft.rule.id, "" if draft.in_original else ctx.text[draft.start : draft.end]
        counts[same] = counts.get(same, 0) + 1
        findings.append(finding(draft, ctx, (start, end), "\x1f".join((*same, record, where, str(counts[same])))))
    return findings


def findings_of(listing: Listing, contexts: Sequence[FieldContext], judged: Sequence[Sequence[Draft]]) -> list[Finding]:
    """Word what was decided about a listing, field by field."""
    if not contexts:
        return []
    key = listing.sku or next((ctx.text for ctx in contexts if ctx.field == "title"), None) or fold(listing.title)
    findings: list[Finding] = []
    for field, parts in itertools.groupby(zip(contexts, judged, strict=True), key=lambda part: part[0].field):
        found = [finding for ctx, drafts in parts for finding in to_findings(drafts, ctx, key)]
        findings += sorted(found, key=lambda f: f.start) if has_markup(field) else found
    return findings
