"""`listingguard marketplaces`: what the profile of each marketplace knows, and what it does not."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from listingguard.cli.console import environment_language, safe_json, tell
from listingguard.judge.policy import NONE, marketplace_named, word
from listingguard.lexicon import AboutField, BasisRecord, Form, Labels, Lexicon, Limit, Marketplace, default_lexicon
from listingguard.model import FIELD_WEIGHTS, Lang

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser", "profile"]

_WORDS: Final[Mapping[str, Labels]] = {
    "none": {"en": "no marketplace: the law alone, no format limits", "zh-Hans": "未选平台：仅适用法律，不检查格式"},
    "also": {"en": "also called: {0}", "zh-Hans": "别名：{0}"},
    "sites": {"en": "sites", "zh-Hans": "站点"},
    "law": {"en": "law ({0}): {1}", "zh-Hans": "法律（{0}）：{1}"},
    "stands-in": {"en": "law not covered, {0} stands in", "zh-Hans": "未含当地法律，以 {0} 代替"},
    "platform": {"en": "rules of the platform", "zh-Hans": "平台规则"},
    "fields": {"en": "form of the fields", "zh-Hans": "字段格式"},
    "unknown": {"en": "not known", "zh-Hans": "尚不清楚"},
    "no-limit": {"en": "No limit is known for: {0}.", "zh-Hans": "以下字段的长度上限未知：{0}。"},
    "general-knowledge": {"en": "general knowledge, no page read", "zh-Hans": "一般了解，未查阅页面"},
    "read": {"en": "read on {0}", "zh-Hans": "{0} 查阅"},
    "from": {"en": "from {0}", "zh-Hans": "自 {0}"},
    "until": {"en": "until {0}", "zh-Hans": "至 {0}"},
    "except": {"en": "not at {0}", "zh-Hans": "不适用于 {0}"},
    "counts": {"en": "{0} limits and rules of form, {1} gaps", "zh-Hans": "格式规则 {0} 条，未知 {1} 项"},
    "length": {"en": "at most {0} {1}", "zh-Hans": "最多 {0} {1}"},
    "repeat": {"en": "no word more than {0} times", "zh-Hans": "同一单词最多 {0} 次"},
    "once": {"en": "each of {1} at most {0} times", "zh-Hans": "{1} 各最多 {0} 次"},
    "characters": {"en": "none of {1}", "zh-Hans": "禁用 {1}"},
    "allowed": {"en": "letters, digits, punctuation, {1} only", "zh-Hans": "仅限文字、数字、标点及 {1}"},
    "emoji": {"en": "no emoji", "zh-Hans": "禁用表情符号"},
    "capitals": {"en": "not all in capitals", "zh-Hans": "不得全大写"},
    "markup": {"en": "no HTML", "zh-Hans": "禁用 HTML"},
    "codepoints": {"en": "characters", "zh-Hans": "个字符"},
    "width": {"en": "half-width characters (a Han character is two)", "zh-Hans": "个半角字符（汉字计 2）"},
    "utf-16": {"en": "UTF-16 units", "zh-Hans": "个 UTF-16 单元"},
    "bytes": {"en": "bytes of UTF-8", "zh-Hans": "UTF-8 字节"},
    "uncounted": {"en": "blanks and punctuation aside", "zh-Hans": "空格与标点不计"},
}


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `marketplaces`."""
    text = "say what the profile of a marketplace knows, with days and sources, and what it does not know"
    parser = subparsers.add_parser("marketplaces", help=text, description=f"{text[0].upper()}{text[1:]}.")
    parser.add_argument("name", nargs="?", metavar="NAME", help="a marketplace or one of its sites, such as amazon.de; all without one")
    parser.add_argument("--as-of", metavar="DATE", type=dt.date.fromisoformat, help="leave out what is not in force on that day")
    parser.add_argument("--lang", choices=("en", "zh-Hans", "zh-Hant"), help="the language of the answer (that of the locale)")
    parser.add_argument("--json", action="store_true", help="give the answer as JSON")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    lexicon, lang = default_lexicon(), args.lang or environment_language()
    if args.name is None:
        markets = [lexicon.marketplaces[name] for name in sorted(lexicon.marketplaces)]
        plain: Any = [profile(lexicon, market, args.as_of, lang) for market in markets]
        lines = [*(_line(p, lang) for p in plain), f"{NONE:<12}  {_say('none', lang)}"]
    else:
        market = marketplace_named(lexicon, args.name)
        plain = profile(lexicon, market, args.as_of, lang) if market else {"id": NONE, "name": _say("none", lang)}
        lines = list(_lines(plain, lang)) if market else [plain["name"]]
    if args.json:
        sys.stdout.write(safe_json(plain, sys.stdout) + "\n")
    else:
        tell("\n".join(lines), sys.stdout)
    return 0


def profile(lexicon: Lexicon, market: Marketplace, day: dt.date | None, lang: Lang) -> dict[str, Any]:
    """Give a profile as plain values: the layer of the law and that of the platform apart, each dated, and the gaps."""
    bases = [basis for basis in lexicon.bases.values() if day is None or _holds(basis, day)]
    about = [a for a in (*market.limits, *market.forms) if day is None or a.in_force(day, market.site)]
    measured = {a.field for a in about if isinstance(a, Limit)}
    gaps = _say("no-limit", lang, ", ".join(name for name in FIELD_WEIGHTS if name not in measured))
    told = (market.unknown or {}).get("en" if lang == "en" else "zh-Hans", ())
    return {
        "id": market.id,
        "site": market.site,
        "name": word(market.name, lang),
        "aliases": list(market.aliases),
        "jurisdictions": list(market.jurisdictions),
        "sites": [{"id": s.id, "aliases": list(s.aliases), "jurisdictions": list(s.jurisdictions)} for s in market.sites],
        "law": [_basis(b, lang) for b in bases if b.layer == "law" and not set(b.jurisdictions).isdisjoint(market.jurisdictions)],
        "platform": [_basis(b, lang) for b in bases if b.layer == "platform" and market.id in b.marketplaces],
        "fields": [_about(a, lang) for a in about],
        "note": market.note,
        "unknown": [*(word({"en": text, "zh-Hans": text}, lang) for text in told), gaps],
    }


def _holds(basis: BasisRecord, day: dt.date) -> bool:
    return not ((basis.effective_from and day < basis.effective_from) or (basis.effective_to and day > basis.effective_to))


def _basis(basis: BasisRecord, lang: Lang) -> dict[str, Any]:
    return {"id": basis.id, "law": word(basis.law, lang), "article": word(basis.article, lang), **_origin(basis)}


def _origin(record: BasisRecord | AboutField) -> dict[str, Any]:
    names = ("effective_from", "effective_to", "source", "checked", "confidence")
    return {name: getattr(record, name) for name in names}


def _about(about: AboutField, lang: Lang) -> dict[str, Any]:
    what: dict[str, Any] = {"field": about.field, "rule": _rule(about, lang), "kind": "length"}
    if isinstance(about, Limit):
        what |= {"max": about.max, "unit": about.unit, "uncounted": about.uncounted}
    elif isinstance(about, Form):
        what |= {"kind": about.kind, "max": about.max, "characters": about.characters, "words": list(about.words)}
    return what | {"except_sites": list(about.except_sites), **_origin(about), "note": about.note}


def _rule(about: AboutField, lang: Lang) -> str:
    if isinstance(about, Limit):
        text = _say("length", lang, about.max, _say(about.unit, lang))
        return f"{text}, {_say('uncounted', lang)}" if about.uncounted else text
    assert isinstance(about, Form)
    return _say(about.kind, lang, about.max, " ".join(char for char in about.characters if char.isprintable()))


def _say(key: str, lang: Lang, *values: object) -> str:
    return word(_WORDS[key], lang).format(*values)


def _line(plain: Mapping[str, Any], lang: Lang) -> str:
    counts = _say("counts", lang, len(plain["fields"]), len(plain["unknown"]))
    return f"{plain['id']:<12}  {plain['name']} ({'/'.join(plain['jurisdictions'])}): {counts}"


def _lines(plain: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """Write a profile for people: names, law, rules of the platform, form of the fields, gaps."""
    yield f"{plain['site'] or plain['id']}  {plain['name']}"
    if plain["aliases"]:
        yield _say("also", lang, ", ".join(plain["aliases"]))
    yield from filter(None, [plain["note"] if lang == "en" else ""])
    yield from _section("sites", (_site(site, plain, lang) for site in plain["sites"]), lang)
    laws = dict.fromkeys(basis["law"] for basis in plain["law"] if basis["id"] != "listing-form")
    yield from ("", _say("law", lang, "/".join(plain["jurisdictions"]), "; ".join(laws)))
    yield from _section("platform", (f"{b['law']}: {b['article']}. {_source(b, lang)}" for b in plain["platform"]), lang)
    yield from _section("fields", (f"{a['field']}: {a['rule']}. {_source(a, lang)}" for a in plain["fields"]), lang)
    yield from _section("unknown", plain["unknown"], lang)


def _section(head: str, lines: Iterable[str], lang: Lang) -> Iterator[str]:
    items = [f"  {line}" for line in lines]
    yield from ("", _say(head, lang), *items) if items else ()


def _site(site: Mapping[str, Any], plain: Mapping[str, Any], lang: Lang) -> str:
    law = "/".join(site["jurisdictions"]) or _say("stands-in", lang, "/".join(plain["jurisdictions"]))
    return f"{', '.join([site['id'], *site['aliases']])}: {law}"


def _source(record: Mapping[str, Any], lang: Lang) -> str:
    """Give the page behind a fact, when it was read, and when and where it holds."""
    known = record["source"] != "general-knowledge"
    parts = [record["source"] if known else _say("general-knowledge", lang)]
    pairs = (("read", "checked"), ("from", "effective_from"), ("until", "effective_to"))
    parts += [_say(text, lang, record[key]) for text, key in pairs if record[key]]
    if record.get("except_sites"):
        parts.append(_say("except", lang, ", ".join(record["except_sites"])))
    return "; ".join(parts)
