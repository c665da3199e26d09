"""The whole way of a text through the river: its views, every hit, what was dropped and why, what was tried, and the arithmetic.

Nothing is judged here a second time: hits come from the matchers, what is kept from judgement itself. Where judgement dropped a hit, its
own questions are asked once more, in its own order, to tell which of them spoke against it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from listingguard.judge import Draft, FieldContext, to_findings
from listingguard.judge import brands as by_brands
from listingguard.judge import claims as by_claims
from listingguard.judge.draft import stands_in
from listingguard.judge.exemptions import applying
from listingguard.judge.places import Places
from listingguard.judge.score import Share, shares_of, stages_of
from listingguard.judge.signals import is_bare_number, second_signal
from listingguard.lexicon import Lexicon, Rule, Term
from listingguard.match import Hit, Matcher, without_shielded
from listingguard.model import Finding, Severity
from listingguard.normalize import fold
from listingguard.report import Report, settings_of
from listingguard.scan import Scanner
from listingguard.tokens import begins_word, is_word

__all__ = ["Candidate", "Explanation", "FieldExplained", "explain"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit of a matcher: where, in which view, of which term; whether judgement kept it, and if not, why. `tried` are exemptions."""

    start: int
    end: int
    text: str
    view: str
    term: str
    record: str
    kept: bool
    why: str
    tried: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldExplained:
    """A field: its views (no skeleton where nothing is suspicious), all hits with their fate, what stands around, and the findings."""

    field: str
    text: str
    folded: str
    skeleton: str | None
    sound: str
    candidates: tuple[Candidate, ...]
    goods: tuple[tuple[str, str], ...]
    cues: tuple[tuple[str, str], ...]
    seller: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A report, the way to it field by field, and the arithmetic of its score."""

    report: Report
    fields: tuple[FieldExplained, ...]
    shares: tuple[Share, ...]
    stages: tuple[tuple[Severity, float, float], ...]


def explain(report: Report, scanner: Scanner | None = None) -> Explanation:
    """Explain a report of the lexicon that ships, under the settings of the report.

    >>> from listingguard import scan
    >>> field = explain(scan("苹果味糖果 第一次做")).fields[0]
    >>> [(c.text, c.kept, c.why) for c in field.candidates if c.text == "第一"]
    [('第一', False, 'inside of “第一次”, a longer word that does not mean it')]
    """
    scanner = scanner or Scanner()
    (judged,) = scanner.judged([report.listing], every=True, **settings_of(report))
    matcher = _matcher(judged[0][0].lexicon) if judged else None
    fields = tuple(_field(ctx, drafts, matcher, report) for ctx, drafts in judged if matcher)
    shares = shares_of(report.findings)
    return Explanation(report, fields, tuple(shares), tuple(stages_of(shares)))


def _field(ctx: FieldContext, drafts: Sequence[Draft], matcher: Matcher, report: Report) -> FieldExplained:
    raw = matcher.raw(ctx.aligned)
    free = without_shielded(raw)
    kept_brands = [hit for hit, _, _ in by_brands.accepted_brands(ctx)]
    inside = Places(kept_brands)
    candidates = []
    for hit in sorted(raw, key=lambda h: (h.start, -h.end)):
        if hit.term.shield:
            continue
        if hit not in free:
            candidates.append(_candidate(hit, ctx, kept=False, why=_shield_of(hit, raw, ctx)))
        elif hit.term.brand:
            kept = hit in kept_brands
            candidates.append(_candidate(hit, ctx, kept=kept, why="" if kept else _why_not_brand(hit, ctx)))
        elif hit.term.rule:
            kept = any((d.start, d.end, d.rule.id) == (hit.start, hit.end, hit.term.rule.id) for d in drafts)
            candidates.append(_candidate(hit, ctx, kept=kept, why="" if kept else _why_not_claim(hit, hit.term.rule, inside, ctx)))
    told = {f.fingerprint for f in report.findings}
    findings = [f for f in to_findings(drafts, ctx, report.listing.sku or fold(report.listing.title)) if f.fingerprint in told]
    return _views(ctx, [*candidates, *_edgeless(ctx, raw)], tuple(findings))


def _views(ctx: FieldContext, candidates: Sequence[Candidate], findings: tuple[Finding, ...]) -> FieldExplained:
    lexicon, text = ctx.lexicon, ctx.text
    readings = ((lexicon.sounds.spellings(char) or ((char,),))[0][0] if not char.isascii() else char for char in text)
    return FieldExplained(
        field=ctx.field,
        text=ctx.aligned.original,
        folded=text,
        skeleton=lexicon.skeleton(text, lexicon.joined, lexicon.loose_words).text
        if lexicon.skeleton.is_needed(text, lexicon.joined, lexicon.loose_words)
        else None,
        sound=" ".join("".join(f" {r} " if len(r) > 1 else r for r in readings).split()),
        candidates=tuple(sorted(candidates, key=lambda c: (c.start, c.end))),
        goods=tuple((group, text[place.start : place.end]) for group, places in ctx.goods.items() for place in places[:1]),
        cues=tuple((cue.id, text[cue.start : cue.end]) for cue in ctx.cues.items),
        seller=(*((o.role, o.word) for o in ctx.own.items), *(("allow", a.entry.term) for a in ctx.allowed)),
        findings=findings,
    )


def _candidate(hit: Hit, ctx: FieldContext, *, kept: bool, why: str) -> Candidate:
    start, end = ctx.aligned.span(hit.start, hit.end)
    rule = hit.term.rule
    tried = [(e.id, applying((e,), ctx, hit.start, hit.end) is not None) for e in rule.exemptions] if rule and kept else []
    view = f"{hit.view}, {hit.term.disguise}" if hit.term.disguise else hit.view
    return Candidate(start, end, ctx.aligned.original[start:end], view, hit.term.text, hit.term.record, kept, why, tuple(tried))


def _shield_of(hit: Hit, raw: Sequence[Hit], ctx: FieldContext) -> str:
    """Name the longer word that swallows a hit."""
    for longer in raw:
        if longer.term.shield and longer.term.record == hit.term.record and longer.start <= hit.start and hit.end <= longer.end:
            return f"inside of “{ctx.text[longer.start : longer.end]}”, a longer word that does not mean it"
    return "inside of a longer word that does not mean it"


def _why_not_brand(hit: Hit, ctx: FieldContext) -> str:
    """Ask what judgement asks about a name, in its order, and tell what spoke against it."""
    if ctx.own.items and by_brands.inside_own_word(hit, ctx):
        return "inside of one of the seller's own names"
    if stands_in(hit) and not by_brands.means_nothing(hit, ctx):
        return "what is written instead of the name reads as words of its own"
    straddles = by_brands.straddles(hit, ctx)
    if (by_brands.needs_signal(hit) or is_bare_number(hit.term) or straddles) and second_signal(hit, ctx) is None:
        return _undecided(hit, ctx, straddles=straddles)
    return "overlaps with a name that begins earlier, is longer, or is surer"


def _undecided(hit: Hit, ctx: FieldContext, *, straddles: bool) -> str:
    if straddles or not (hit.term.left or begins_word(ctx.text, hit.start)):
        return "begins inside of a word, and no second signal says that it is the brand"
    if not (hit.term.left or is_word(ctx.text, hit.start, hit.end)):
        return "is a part of a word, and no second signal says that it is the brand"
    kind = "an everyday word" if hit.term.ambiguous else "short, or written in a disguise"
    return f"{kind}, and no second signal (goods, another name, a word of the brand, imitation, model number) says that it is the brand"


def _why_not_claim(hit: Hit, rule: Rule, brands: Places[Hit], ctx: FieldContext) -> str:
    """Ask the same about a word of a rule."""
    if by_claims.counts(hit, rule, brands, ctx):
        return "overlaps with words that begin earlier, are longer, or weigh more"
    answers = {
        "its rule is not in force for this marketplace, jurisdiction and day": rule.id not in ctx.policy.bases,
        "inside of a brand's name": any(b.start <= hit.start and hit.end <= b.end for b in brands.near(hit.start, hit.end, 0)),
        "counts only where the listing names a brand of others": rule.needs == "brand" and not ctx.foreign,
        "counts only right beside the brand of others that it is said of": not by_claims.has_brand(hit, rule, brands, ctx),
        f"counts only for certain goods ({', '.join(sorted(rule.only_goods))})": bool(rule.only_goods)
        and rule.only_goods.isdisjoint(ctx.all_goods()),
        "what is written instead of the words reads as words of its own": stands_in(hit),
        "a part of a longer word: segmentation puts no word edges around it": rule.boundary and not hit.term.left,
    }
    return next((answer for answer, holds in answers.items() if holds), "does not count here")


def _edgeless(ctx: FieldContext, raw: Sequence[Hit]) -> Iterator[Candidate]:
    """Give what the automaton of the folded view saw and the word edges refused: nike in snikers."""
    places = {(hit.start, hit.end, hit.term.record) for hit in raw}
    for index, start, end in ctx.lexicon.exact.find(ctx.text):
        for term in ctx.lexicon.exact.values(index):
            told = (start, end, term.record) in places or _within(start, end, term, raw)
            if not (told or term.shield or term.disguise == "anchor"):
                hit = Hit(start, end, term)
                yield _candidate(hit, ctx, kept=False, why="no word edges: a letter or a digit stands right beside it")


def _within(start: int, end: int, term: Term, raw: Sequence[Hit]) -> bool:
    """Tell whether a piece lies inside of a hit of the same record, which has been told already."""
    return any(h.term.record == term.record and h.start <= start and end <= h.end for h in raw)


@functools.lru_cache(maxsize=2)
def _matcher(lexicon: Lexicon) -> Matcher:
    """Give what finds the raw hits; what it builds is kept for the next explanation."""
    return Matcher(lexicon)
