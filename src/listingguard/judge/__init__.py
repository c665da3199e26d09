"""Judgement: exemptions excuse, rules judge. Hits and their surroundings in, findings out."""

from __future__ import annotations

from listingguard.judge.brands import accepted_brands, brand_drafts
from listingguard.judge.claims import claim_drafts
from listingguard.judge.conduct import evasion_drafts, form_drafts, stuffing_drafts
from listingguard.judge.context import FieldContext, read_context
from listingguard.judge.draft import Draft, digest, finding
from listingguard.judge.places import Places
from listingguard.judge.policy import Policy, policy_for
from listingguard.judge.score import score_of, verdict_of
from listingguard.judge.seller import watch_drafts
from listingguard.model import Finding

__all__ = ["FieldContext", "Policy", "form_drafts", "judge", "policy_for", "read_context", "score_of", "to_findings", "verdict_of"]


def judge(ctx: FieldContext) -> list[Draft]:
    """Decide about every hit of a field: brands first, since rules may ask whether one is named."""
    accepted = accepted_brands(ctx)
    drafts = brand_drafts(accepted, ctx)
    ctx.foreign = ctx.foreign or any(d.usage not in ("own", "authorized") for d in drafts)
    drafts += claim_drafts(Places([hit for hit, _, _ in accepted]), ctx)
    for more in (stuffing_drafts, evasion_drafts, watch_drafts):
        drafts += list(more(drafts, ctx))
    return [d for d in drafts if d.rule.id in ctx.policy.bases]


def to_findings(drafts: list[Draft], ctx: FieldContext, record_key: str) -> list[Finding]:
    """Word the drafts of a field in the order of their places; equal ones are told apart by their occurrence."""
    if not drafts:
        return []
    counts: dict[tuple[str, str], int] = {}
    record = digest(record_key)
    findings = []
    for draft in sorted(drafts, key=lambda d: (d.start, d.end, d.rule.code)):
        same = draft.rule.id, ctx.text[draft.start : draft.end]
        counts[same] = counts.get(same, 0) + 1
        findings.append(finding(draft, ctx, record, counts[same]))
    return findings
