"""A judged hit on its way to a finding: everything but the wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.lexicon import Rule, Term
from listingguard.match import Hit
from listingguard.model import Basis, Disposition, Method, Severity, Step, Usage

__all__ = ["Draft", "match_steps", "place_of", "stands_in"]


@dataclass(slots=True, eq=False)
class Draft:
    """What judgement decided about a place under a rule: a place of the folded text, or of the original where `in_original` says so.

    `values` are what the rule's message tells beside the text; a `basis` of its own stands instead of the rule's. `claim` is the hit of a
    claim that counts: other words may stand in its place.
    """

    rule: Rule
    start: int
    end: int
    term: str
    brand: str | None
    method: Method
    usage: Usage | None
    disposition: Disposition
    severity: Severity
    confidence: float
    steps: tuple[Step, ...]
    claim: Hit | None = None
    in_original: bool = False
    values: tuple[tuple[str, str], ...] = ()
    basis: tuple[Basis, ...] = ()


def match_steps(hit: Hit, ctx: FieldContext) -> list[Step]:
    """Give the steps from the seller's words to the term: the view that was needed, then the match."""
    a, b = ctx.aligned.span(hit.start, hit.end)
    written = ctx.aligned.original[a:b]
    term: Term = hit.term
    steps = []
    folded = ctx.text[hit.start : hit.end]
    if written.casefold() != folded:  # a difference of case alone needs no words
        steps.append(Step("fold", a, b, written, folded, ""))
    if hit.view != "folded":
        steps.append(Step(hit.view, a, b, folded, term.text if hit.view == "near" else term.folded, ""))
    if term.disguise:
        steps.append(Step(term.disguise, a, b, term.folded, term.text, ""))
    steps.append(Step("match", a, b, term.folded, term.text, term.record))
    return steps


def stands_in(hit: Hit) -> bool:
    """Tell whether Chinese characters that are not the name's stand for it: then they must be no word themselves."""
    if hit.view in ("sound", "near", "mask", "mixed", "halves"):
        return True
    return not hit.term.left and (hit.view in ("skeleton", "sign") or hit.term.disguise in _CHARACTERS)


_CHARACTERS: Final = frozenset({"shape", "fragment", "house"})


def place_of(draft: Draft, ctx: FieldContext) -> tuple[int, int]:
    """Give the place of a draft in the original text."""
    return (draft.start, draft.end) if draft.in_original else ctx.aligned.span(draft.start, draft.end)
