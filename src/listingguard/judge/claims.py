"""Rule hits → drafts: absolute, medical, price and state words, imitation and counterfeit signals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft, match_steps
from listingguard.judge.excuses import IMITATING, ruling, speaks
from listingguard.judge.places import Places
from listingguard.lexicon import Rule
from listingguard.match import Hit, Role, leftmost_longest

__all__ = ["claim_drafts", "counts"]

_VARIANT: Final = 0.95
_HEARD: Final = 0.75  # also two characters of which one only looks like the term's: most of these are honest compounds
_PAIR: Final = 2
_BESIDE: Final = 0.92


def claim_drafts(brands: Places[Hit], ctx: FieldContext) -> list[Draft]:
    """Judge the rule hits of a field. `brands` are the accepted brand hits: a claim inside a brand's name is the name."""
    if not ctx.rules.items:
        return []
    found = [h for h in ctx.rules.items if h.term.rule and counts(h, h.term.rule, brands, ctx)]
    drafts = []
    for family in sorted({h.term.rule.family for h in found if h.term.rule}):
        members = [h for h in found if h.term.rule and h.term.rule.family == family]
        for hit in leftmost_longest(
            members, span=lambda h: (h.start, h.end), preference=lambda h: -h.term.rule.certainty if h.term.rule else 0
        ):
            assert hit.term.rule is not None
            drafts.append(_beside_brand(_draft(hit, hit.term.rule, ctx), brands, ctx.roles))
    return drafts


def _beside_brand(draft: Draft, brands: Places[Hit], roles: Mapping[str, Role]) -> Draft:
    """Take a word of imitation right beside a brand of others (LV同款) for what it is: sure, and bad."""
    if draft.rule.code not in IMITATING or draft.rule.category != "imitation" or draft.disposition == "excused":
        return draft
    others = (b for b in brands.near(draft.start, draft.end, 1) if b.term.brand and b.term.brand.id not in roles)
    if not any(b.end <= draft.start or draft.end <= b.start for b in others):
        return draft
    return replace(draft, confidence=max(draft.confidence, _BESIDE), severity="high", disposition="violation")


def counts(hit: Hit, rule: Rule, brands: Places[Hit], ctx: FieldContext) -> bool:
    """Tell whether a rule speaks of a hit at all: it holds here, and its goods, its brand and its word edges are there."""
    if any(b.start <= hit.start and hit.end <= b.end for b in brands.near(hit.start, hit.end, 0)):
        return False
    return has_brand(hit, rule, brands, ctx) and speaks(hit, rule, ctx)


def has_brand(hit: Hit, rule: Rule, brands: Places[Hit], ctx: FieldContext) -> bool:
    """Tell whether the brand of others is there that a rule asks for: anywhere, or right behind its words, before or beside them."""
    if rule.needs in ("", "brand"):
        return not rule.needs or ctx.foreign
    others = [b for b in brands.near(hit.start, hit.end, 1) if b.term.brand and b.term.brand.id not in ctx.roles]
    after, before = any(b.start >= hit.end for b in others), any(b.end <= hit.start for b in others)
    return {"brand-after": after, "brand-before": before, "brand-beside": after or before}[rule.needs]


def _draft(hit: Hit, rule: Rule, ctx: FieldContext) -> Draft:
    steps = match_steps(hit, ctx)
    if rule.boundary and not hit.term.left:
        steps.append(ctx.step("boundary", hit.start, hit.end, "word"))
    disposition, severity, extra = ruling(hit, rule, ctx)
    plain = hit.view == "folded" and not (hit.term.disguise or ctx.aligned.hides(hit.start, hit.end))
    heard = hit.view == "sound" or hit.term.disguise == "pinyin"
    weak = heard or (hit.term.disguise == "shape" and hit.end - hit.start <= _PAIR)
    return Draft(
        rule,
        hit.start,
        hit.end,
        term=hit.term.text,
        brand=None,
        method="exact" if plain else "sound" if heard else "variant",
        usage=None,
        disposition=disposition,
        severity=severity,
        confidence=round(rule.certainty * (1 if plain else _HEARD if weak else _VARIANT), 2),
        steps=(*steps, *extra),
        claim=None if disposition == "excused" else hit,
    )
