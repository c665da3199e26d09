"""The form of a field: what the marketplace's profile asks of it on that day, and characters that were damaged on their way."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from listingguard.judge.context import FieldContext
from listingguard.judge.draft import Draft, place_of
from listingguard.judge.measure import COUNTING, excess
from listingguard.judge.policy import Policy, word
from listingguard.judge.writing import Breach, breaches
from listingguard.lexicon import AboutField, Form, Labels, Limit, Marketplace
from listingguard.model import Basis, Lang

__all__ = ["form_drafts"]

#: Which rule a kind of form is reported under.
_RULES: Final = {
    "repeat": "word-repeated",
    "once": "sign-repeated",
    "characters": "banned-characters",
    "allowed": "banned-characters",
    "emoji": "emoji",
    "capitals": "all-capitals",
    "markup": "markup",
}
#: How sure a fact of a profile makes us, by where it is from.
_SURE: Final = {"high": 1.0, "medium": 0.9, "low": 0.7}
#: So many words or characters are told for one rule and field: one who stuffs a field does not need all of them.
_MOST: Final = 5
_DAMAGED: Final = re.compile("[\0\ud800-\udfff]+")
_FIELDS: Final[dict[str, Labels]] = {
    "title": {"en": "title", "zh-Hans": "标题"},
    "subtitle": {"en": "subtitle", "zh-Hans": "副标题"},
    "bullets": {"en": "bullet points", "zh-Hans": "卖点"},
    "description": {"en": "description", "zh-Hans": "描述"},
    "search_terms": {"en": "search terms", "zh-Hans": "搜索词"},
    "brand": {"en": "brand", "zh-Hans": "品牌"},
    "shop_name": {"en": "shop name", "zh-Hans": "店铺名"},
}
_FORM_OF: Final[Labels] = {"en": "{name}: form of a listing", "zh-Hans": "{name}商品信息填写规范"}


class InForce(NamedTuple):
    """What a profile asks of a field on a day."""

    limits: tuple[Limit, ...]
    forms: tuple[Form, ...]


def form_drafts(ctx: FieldContext, found: Sequence[Draft] = ()) -> Iterable[Draft]:
    """Report what the form of a field breaks: the profile of the marketplace, where one is named, and damaged characters.

    A place that a rule of symbols has judged already is left to it.
    """
    if ctx.unseen:
        return  # the form is that of the whole field
    market = ctx.policy.marketplace
    if market is not None:
        asked = _in_force(market, ctx.policy.as_of, ctx.field.partition("[")[0])
        if asked.limits or asked.forms:
            taken = {place_of(d, ctx) for d in found if d.rule.category == "format"}
            yield from _too_long(asked.limits, market, taken, ctx)
            for form in asked.forms:
                yield from _ill_formed(form, market, taken, ctx)
    if ctx.aligned.starts is not None and (damaged := _DAMAGED.search(ctx.aligned.original)):
        yield _draft("unreadable-characters", *damaged.span(), ctx)


@functools.lru_cache(maxsize=256)
def _in_force(market: Marketplace, day: dt.date, field: str) -> InForce:
    limits = tuple(limit for limit in market.limits if limit.field == field and limit.in_force(day, market.site))
    return InForce(limits, tuple(form for form in market.forms if form.field == field and form.in_force(day, market.site)))


def _too_long(limits: Iterable[Limit], market: Marketplace, taken: set[tuple[int, int]], ctx: FieldContext) -> Iterator[Draft]:
    """Report the overflow of the tightest limit, once."""
    text, lang = ctx.aligned.original, ctx.policy.lang
    over = [(*beyond, limit) for limit in limits if (beyond := excess(text, limit)) is not None]
    if not over:
        return
    cut, used, limit = min(over, key=lambda item: item[0])
    start = cut - 1 if (cut, len(text)) in taken else cut  # a symbol alone is too much, and has a finding: one place, one finding
    taken.add((start, len(text)))
    counting = word(COUNTING[limit.unit], lang)
    if limit.uncounted:
        counting += word({"en": ", blanks and punctuation not at all", "zh-Hans": "，空格与标点不计"}, lang)
    draft = _draft("field-too-long", start, len(text), ctx)
    yield _of_profile(draft, limit, "length", market, ctx.policy, used=used, max=limit.max, counting=counting)


def _ill_formed(form: Form, market: Marketplace, taken: set[tuple[int, int]], ctx: FieldContext) -> Iterator[Draft]:
    """Report the first breaches of one rule of form; a character that the brand itself is written with is no breach."""
    told = (b for b in breaches(ctx.aligned.original, form) if not _is_excepted(b, form, taken, ctx))
    for breach in itertools.islice(told, _MOST):
        taken.add((breach.start, breach.end))
        draft = _draft(_RULES[form.kind], breach.start, breach.end, ctx)
        yield _of_profile(draft, form, form.kind, market, ctx.policy, times=breach.times, max=form.max)


def _is_excepted(breach: Breach, form: Form, taken: set[tuple[int, int]], ctx: FieldContext) -> bool:
    if form.kind == "characters" and breach.what in ctx.brand_field:
        return True
    return (breach.start, breach.end) in taken or (form.kind == "emoji" and (breach.start, breach.start + 1) in taken)


def _draft(rule_id: str, start: int, end: int, ctx: FieldContext) -> Draft:
    rule = ctx.lexicon.rules[rule_id]
    return Draft(rule, start, end, rule.id, None, "form", None, rule.disposition, rule.severity, rule.certainty, (), in_original=True)


def _of_profile(draft: Draft, about: AboutField, what: str, market: Marketplace, policy: Policy, **values: object) -> Draft:
    """Give a draft the numbers that its message tells, and the dated record of the profile as its basis."""
    draft.values = tuple((name, str(value)) for name, value in values.items())
    draft.confidence = round(draft.confidence * _SURE[about.confidence], 2)
    draft.basis = (_basis(about, what, market, policy.lang),)
    return draft


def _basis(about: AboutField, what: str, market: Marketplace, lang: Lang) -> Basis:
    return Basis(
        id=f"{market.id}-{about.field.replace('_', '-')}-{what}",
        law=word(_FORM_OF, lang).replace("{name}", word(market.name, lang)),
        article=word(_FIELDS[about.field], lang),
        layer="platform",
        source=about.source,
        checked=about.checked,
        effective_from=about.effective_from,
        effective_to=about.effective_to,
    )
