"""A draft becomes a finding: the place in the seller's text, the words of the report's language, and what to write instead."""

from __future__ import annotations

import hashlib

from listingguard.judge.calibrate import calibrated
from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft
from listingguard.judge.evidence import reason
from listingguard.judge.policy import word
from listingguard.judge.suggest import safe_edit
from listingguard.model import Finding

__all__ = ["digest", "finding"]


def digest(text: str) -> str:
    """Give 128 bits that stand for a text."""
    return hashlib.blake2b(text.encode("utf8", "surrogatepass"), digest_size=16).hexdigest()


def finding(draft: Draft, ctx: FieldContext, place: tuple[int, int], key: str) -> Finding:
    """Word a draft: its place in the seller's text, the reasons, the message and the advice in the report's language.

    `key` tells the finding from all others, without its position: the fingerprint is made of it.
    """
    a, b = place
    text = ctx.aligned.original[a:b]
    rule, lang = draft.rule, ctx.policy.lang
    return Finding(
        code=rule.code,
        name=rule.name,
        category=rule.category,
        field=ctx.field,
        start=a,
        end=b,
        text=text,
        term=draft.term,
        brand=draft.brand,
        method=draft.method,
        usage=draft.usage,
        disposition=draft.disposition,
        severity=draft.severity,
        confidence=calibrated(draft.confidence, ctx.lexicon.calibration.get((rule.category, draft.disposition))),
        evidence=draft.steps,
        message=_worded(word(rule.message, lang), draft, text),
        advice=word(rule.advice, lang).replace("{text}", text),
        reasons=tuple([reason(step, lang) for step in draft.steps]),
        basis=draft.basis or ctx.policy.bases.get(rule.id, ()),
        suggestion=safe_edit(draft.claim, rule, ctx) if draft.claim else None,
        fingerprint=digest(key),
    )


def _worded(message: str, draft: Draft, text: str) -> str:
    for name, value in draft.values:
        message = message.replace(f"{{{name}}}", value)
    return message.replace("{text}", text)
