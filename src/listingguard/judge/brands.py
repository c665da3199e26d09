"""Brand hits → drafts: is it the brand at all, what is it named for, and what follows from that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft, match_steps, stands_in
from listingguard.judge.signals import is_bare_number, second_signal
from listingguard.judge.usage import Use, usage_of
from listingguard.lexicon import Disguise, Rule
from listingguard.match import ALIKE, CLOSED, Hit, leftmost_longest
from listingguard.model import Method, Step, Usage
from listingguard.normalize import fold
from listingguard.tokens import begins_word, is_listed, is_unlisted, is_word

__all__ = ["BrandHit", "accepted_brands", "brand_drafts", "inside_own_word", "means_nothing", "needs_signal", "straddles"]

#: How sure a hit is by what kind of name it is: of one that means nothing else, and of one that a second signal has to confirm.
_PLAIN: Final[dict[Method, float]] = {"exact": 0.98, "nickname": 0.92, "model": 0.92, "abbreviation": 0.9, "sound": 0.98, "variant": 0.98}
_AMBIGUOUS: Final[dict[Method, float]] = {"exact": 1.0, "nickname": 0.98, "model": 0.96, "abbreviation": 0.96, "sound": 1.0, "variant": 1.0}
#: The same by the view it was found in, and by what the spelling makes of the name.
_VIEWS: Final = {
    "skeleton": 0.93,
    "typo": 0.8,
    "sound": 0.85,
    "near": 0.75,
    "mixed": 0.85,
    "mask": 0.95,
    "halves": 0.88,
    "drawn": 0.85,
    "sign": 0.93,
}
_DISGUISES: Final[dict[Disguise, float]] = {
    "": 1.0,
    "pinyin": 0.85,
    "initials": 0.68,
    "shape": 0.85,
    "sign": 0.93,
    "fragment": 0.68,
    "house": 0.68,
    "anchor": 1.0,
}
_HEARD_PAIR: Final = 0.8
_PAIR, _TRIPLE = 2, 3
_MISSPELT: Final = 6  # letters from which on a misspelt name counts by itself
_MEASURE: Final = re.compile(r"\d(?:厘|毫|分)?[米克升斤]\Z")
_YEAR: Final = re.compile(r"20[0-9]{2}\Z")
_MASKED: Final = re.compile("[\u3400-\u9fff]*([\u3400-\u9fff])[^\u3400-\u9fff]+\\Z")
_TELLING: Final = 0.8
_OFTEN: Final = 50  # times that a word was seen which is no chance among characters of some sound
_RULES: Final[dict[Usage, str]] = {
    "product": "brand-product",
    "compatible": "brand-compatible",
    "imitation": "brand-imitation",
    "own": "brand-cleared",
    "authorized": "brand-cleared",
}
BrandHit = tuple[Hit, float, tuple[Step, ...]]


def accepted_brands(ctx: FieldContext) -> list[BrandHit]:
    """Keep the brand hits that are the brand: names that mean nothing else, and ambiguous ones with a second signal in their company."""
    accepted: list[BrandHit] = []
    for hit in ctx.hits:
        brand = hit.term.brand
        if brand is None or (ctx.own.items and inside_own_word(hit, ctx)):
            continue
        if stands_in(hit) and not means_nothing(hit, ctx):
            continue
        sure = brand.confidence * _sureness(hit)
        if not (needs_signal(hit) or is_bare_number(hit.term) or straddles(hit, ctx)):
            accepted.append((hit, sure, ()))
        elif signal := second_signal(hit, ctx):
            accepted.append((hit, sure * signal.confidence, (signal.step,)))
    return leftmost_longest(accepted, span=lambda b: (b[0].start, b[0].end), preference=lambda b: -b[1])


def _sureness(hit: Hit) -> float:
    """Tell how sure a hit is by the kind of the name, the view it was found in, and the disguise."""
    view = _VIEWS.get(hit.view, 1.0) * (hit.similarity if hit.view in _VIEWS else 1.0)
    if hit.view == "near":
        return view
    if hit.view == "mask":
        view = _VIEWS["mask"] * (max(hit.similarity, 0.5) if hit.term.brand and hit.term.brand.known else hit.similarity) ** 0.5
    if hit.view == "sound" and len(hit.term.folded) == _PAIR:
        view *= _HEARD_PAIR
    return (_AMBIGUOUS if hit.term.ambiguous else _PLAIN)[hit.term.method] * view * _DISGUISES[hit.term.disguise]


def needs_signal(hit: Hit) -> bool:
    """Tell whether a hit needs a second signal: everyday words, masked names, and short names in a disguise."""
    short = len(hit.term.folded) <= (_TRIPLE if hit.term.left else _PAIR)
    if hit.view == "typo" and (hit.similarity == CLOSED or (hit.similarity < 1 and len(hit.term.folded) < _MISSPELT)):
        return True
    if hit.view == "mask" and hit.term.left and hit.similarity >= _TELLING and len(hit.term.folded) > _PAIR + _TRIPLE:
        return hit.term.ambiguous
    if hit.view == "near":
        return hit.similarity < ALIKE
    if hit.term.disguise == "shape" and _leaves_a_word(hit):
        return True
    return hit.term.ambiguous or hit.view == "mask" or (short and hit.view in ("sound", "mixed", "skeleton", "halves", "sign"))


def means_nothing(hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether the characters written in a name's stead mean nothing themselves (奈克, but not 奈何), as a disguise does."""
    if hit.view == "mask":
        return begins_word(ctx.text, hit.start) and not _parts_a_word(hit, ctx.text)
    if not hit.term.left and hit.view in ("sound", "near", "mixed", "halves", "sign") and ctx.reads_otherwise(hit):
        return False
    if ctx.text[hit.start - 1 : hit.start].isdigit() and not _YEAR.search(
        ctx.text, max(0, hit.start - 4), hit.start
    ):  # 500台|送, beside 台达
        return False
    written, name = ctx.text[hit.start : hit.end], fold(hit.term.text)
    if hit.view == "near" and (hit.similarity < ALIKE or len(name) <= _TRIPLE) and _makes_a_word(written, name):
        return False
    if hit.view == "sound" and _has_another_word(written, name):
        return False
    return (is_word if hit.view in ("mixed", "skeleton") else is_unlisted)(ctx.text, hit.start, hit.end, ctx.edges(hit.start, hit.end))


def _parts_a_word(hit: Hit, text: str) -> bool:
    """Tell whether the signs of a masked name stand behind a measure (4.2厘米*长), or between the characters of another word (特*价)."""
    if _MEASURE.search(text, max(0, hit.start - 2), hit.start + 1):
        return True
    plain = _MASKED.match(text, hit.start, hit.end)
    return plain is not None and is_listed(plain[1] + text[hit.end : hit.end + 1])


def _makes_a_word(written: str, name: str) -> bool:
    """Tell whether the one character that is not the name's makes a word with a neighbour (学生 in 学生钢笔, beside 永生钢笔)."""
    wrong = next(i for i, (a, b) in enumerate(zip(written, name, strict=True)) if a != b)
    return any(is_listed(written[i : i + 2]) for i in (wrong - 1, wrong) if 0 <= i < len(written) - 1)


def _has_another_word(written: str, name: str) -> bool:
    """Tell whether two characters that are not the name's are a word themselves, one of several (生日体育, beside 胜利体育)."""
    wrong = [a != b for a, b in zip(written, name, strict=True)]
    pairs = (i for i in range(len(written) - 1) if wrong[i] and wrong[i + 1])
    return len(written) > _PAIR and any(is_listed(written[i : i + 2], _OFTEN) for i in pairs)


def _leaves_a_word(hit: Hit) -> bool:
    """Tell whether a word is all that is right about a name of three characters: 游戏主(播) beside 游戏王."""
    written, name = hit.term.folded, fold(hit.term.text)
    return len(name) == _TRIPLE and any(right in name and is_listed(right) for right in (written[1:], written[:-1]))


def straddles(hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether a plain name of two Han characters begins inside a word (本田 in 作业本|田字格): then it is as good as ambiguous."""
    return len(hit.term.folded) == _PAIR and not hit.term.left and hit.view == "folded" and not begins_word(ctx.text, hit.start)


def inside_own_word(hit: Hit, ctx: FieldContext) -> bool:
    """Tell whether a hit is a part of one of the seller's own names (苹果 in the own brand 苹果园)."""
    if hit.term.brand and (hit.term.brand.id in ctx.roles or hit.term.brand.id in ctx.lapsed):
        return False
    return any(o.role != "watch" and o.start <= hit.start and hit.end <= o.end for o in ctx.own.near(hit.start, hit.end, 0))


def brand_drafts(accepted: Sequence[BrandHit], ctx: FieldContext) -> list[Draft]:
    """Judge the use of each accepted hit, from left to right."""
    drafts = []
    previous: tuple[Hit, Use] | None = None
    for hit, sure, confirming in accepted:
        use = usage_of(hit, ctx, previous)
        previous = hit, use
        rule = ctx.lexicon.rules[use.rule or _RULES[use.usage]]
        if rule.id in ctx.policy.bases:
            steps = (*match_steps(hit, ctx), *confirming, *_new_steps(use, confirming))
            drafts.append(_draft(hit, round(sure, 2), steps, use, rule, ctx))
    return drafts


def _new_steps(use: Use, steps: tuple[Step, ...]) -> Iterator[Step]:
    """Give the steps that tell the use, but those of words that have spoken already."""
    spoken = {(s.kind, s.start, s.end) for s in steps}
    return (step for step in use.steps if (step.kind, step.start, step.end) not in spoken)


def _draft(hit: Hit, sure: float, steps: tuple[Step, ...], use: Use, rule: Rule, ctx: FieldContext) -> Draft:
    assert hit.term.brand is not None
    return Draft(
        rule,
        hit.start,
        hit.end,
        term=hit.term.text,
        brand=hit.term.brand.id,
        method=_method(hit, ctx),
        usage=use.usage,
        disposition=use.disposition or rule.disposition,
        severity=use.severity or rule.severity,
        confidence=sure,
        steps=steps,
    )


_METHODS: Final[dict[str, Method]] = {
    "typo": "typo",
    "sound": "sound",
    "mixed": "sound",
    "mask": "mask",
    "skeleton": "variant",
    "near": "variant",
    "halves": "variant",
    "drawn": "variant",
    "sign": "variant",
}


def _method(hit: Hit, ctx: FieldContext) -> Method:
    if hit.view in _METHODS:
        return _METHODS[hit.view]
    if ctx.aligned.hides(hit.start, hit.end):
        return "variant"
    if hit.term.method != "exact":
        return hit.term.method
    a, b = ctx.aligned.span(hit.start, hit.end)
    plain = ctx.aligned.original[a:b].casefold()
    return "exact" if plain == hit.term.folded else "variant"
