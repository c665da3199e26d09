"""May the words of a rule stand here after all? Does the rule speak of this listing, and what excuses them.

Claims ask in order to report; the use of brands asks, too: a word that is excused says nothing about the brand beside it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import stands_in
from listingguard.judge.exemptions import applying
from listingguard.judge.policy import word
from listingguard.lexicon import Rule
from listingguard.match import Hit
from listingguard.model import Disposition, Severity, Step
from listingguard.tokens import is_unlisted, is_word

__all__ = ["IMITATING", "Ruling", "is_signal", "ruling", "speaks"]

#: The kinds whose words beside a brand make it the brand that is imitated; the fame of a person (明星同款) is nobody's brand.
IMITATING: Final = frozenset({"LGT201", "LGT203", "LGT204", "LGT301"})


class Ruling(NamedTuple):
    """How bad the words are where they stand, and the steps that say why they are less than the rule says."""

    disposition: Disposition
    severity: Severity
    steps: tuple[Step, ...] = ()


def speaks(hit: Hit, rule: Rule, ctx: FieldContext) -> bool:
    """Tell whether a rule holds here and is about such goods, and whether its words are words of the text."""
    if rule.id not in ctx.policy.bases:
        return False
    if rule.only_goods and rule.only_goods.isdisjoint(ctx.all_goods()):
        return False
    if stands_in(hit):
        unread = (is_word if hit.view == "skeleton" else is_unlisted)(ctx.text, hit.start, hit.end, ctx.edges(hit.start, hit.end))
        return unread and not (ctx.names_goods(hit.start, hit.end) or ctx.reads_otherwise(hit))
    return not rule.boundary or hit.term.left or is_word(ctx.text, hit.start, hit.end)


def is_signal(hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether the words of a rule say something about a brand beside them: they count, and nothing excuses them."""
    rule = hit.term.rule
    return rule is not None and speaks(hit, rule, ctx) and ruling(hit, rule, ctx).disposition != "excused"


def ruling(hit: Hit, rule: Rule, ctx: FieldContext) -> Ruling:
    """Let the goods that are sold or an exemption excuse the words, or ask for proof; else what the rule says here and today stands."""
    return _normal_goods(hit, rule, ctx) or _exempted(hit, rule, ctx) or _plain(rule, ctx)


def _plain(rule: Rule, ctx: FieldContext) -> Ruling:
    weight = ctx.policy.otherwise.get(rule.id)
    return Ruling(weight.disposition, weight.severity) if weight else Ruling(rule.disposition, rule.severity)


def _normal_goods(hit: Hit, rule: Rule, ctx: FieldContext) -> Ruling | None:
    if not rule.normal_goods:
        return None
    normal = sorted(rule.normal_goods & ctx.sold_at(hit.start, hit.end))
    if not normal:
        return None
    places = ctx.goods.get(normal[0])
    record = f"goods:{normal[0]}"
    step = ctx.step("goods", *places[0], "normal goods", record) if places else Step("goods", 0, 0, normal[0], "normal goods", record)
    return Ruling("excused", "info", (step,))


def _exempted(hit: Hit, rule: Rule, ctx: FieldContext) -> Ruling | None:
    applied = applying(rule.exemptions, ctx, hit.start, hit.end)
    if applied is None:
        return None
    exemption, step = applied
    if exemption.proof is None:
        return Ruling(exemption.disposition, "info", (step,))
    proof = Step("proof", 0, 0, "", word(exemption.proof, ctx.policy.lang), f"exemption:{exemption.id}")
    return Ruling(exemption.disposition, "medium", (step, proof))
