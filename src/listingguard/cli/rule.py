"""`listingguard rule`: what a code means, and the law and the pages behind it."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from listingguard.cli.console import environment_language, safe_json, tell
from listingguard.errors import ConfigError
from listingguard.judge.policy import word
from listingguard.lexicon import BasisRecord, Lexicon, Rule, default_lexicon, own_lexicon, owns
from listingguard.model import Lang
from listingguard.report.words import say

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser"]

_PLACE: Final = re.compile(r"\{[a-z]+\}")  # where a message tells what it found


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `rule`."""
    text = "say what a kind of finding is about, with its rules, their legal basis and sources"
    parser = subparsers.add_parser("rule", help=text, description=f"{text[0].upper()}{text[1:]}.")
    parser.add_argument("code", nargs="?", metavar="CODE", help="a code such as LGC102, or its name; all are listed without one")
    parser.add_argument("--lang", choices=("en", "zh-Hans", "zh-Hant"), help="the language of the answer (that of the locale)")
    parser.add_argument("--json", action="store_true", help="give the answer as JSON")
    help_ = "a lexicon of your own, whose rules are told, too; may be repeated"
    parser.add_argument("--lexicon", metavar="DIR", action="append", default=[], help=help_)
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    own = owns(args.lexicon)
    lexicon, lang = own_lexicon(own) if own else default_lexicon(), args.lang or environment_language()
    if args.code is None:
        codes = [_code(lexicon, code, lang) for code in sorted(lexicon.codes)]
        plain: Any = [{key: code[key] for key in ("code", "name", "category", "title")} for code in codes]
        lines = [f"{c['code']}  {c['name']:<24}  {c['title']}" for c in codes]
    else:
        plain = _code(lexicon, _find(lexicon, args.code), lang)
        lines = list(_lines(plain, lang))
    if args.json:
        sys.stdout.write(safe_json(plain, sys.stdout) + "\n")
    else:
        tell("\n".join(lines), sys.stdout)
    return 0


def _find(lexicon: Lexicon, asked: str) -> str:
    """Give the code that is meant by a code, its name or a rule's id."""
    names: dict[str, str] = {code.lower(): code for code in lexicon.codes}
    names |= {c.name: c.id for c in lexicon.codes.values()}
    names |= {rule.id: rule.code for rule in lexicon.rules.values() if rule.id not in names}
    if asked.lower() in names:
        return names[asked.lower()]
    close = get_close_matches(asked.lower(), names, 1)
    shown = [code if code.lower() == name else name for name in close for code in (names[name],)]
    raise ConfigError(f"no code or name {asked!r}", f"did you mean {shown[0]!r}?" if shown else "listingguard rule lists all of them")


def _code(lexicon: Lexicon, code_id: str, lang: Lang) -> Mapping[str, Any]:
    code = lexicon.codes[code_id]
    return {
        "code": code.id,
        "name": code.name,
        "category": code.category,
        "title": word(code.title, lang),
        "about": word(code.about, lang),
        "rules": [_rule(rule, lang) for rule in lexicon.rules.values() if rule.code == code_id],
    }


def _rule(rule: Rule, lang: Lang) -> Mapping[str, Any]:
    return {
        "id": rule.id,
        "severity": rule.severity,
        "disposition": rule.disposition,
        "message": _PLACE.sub("…", word(rule.message, lang)),
        "advice": _PLACE.sub("…", word(rule.advice, lang)),
        "exemptions": [{"id": e.id, "title": word(e.title, lang), "disposition": e.disposition} for e in rule.exemptions],
        "basis": [_basis(basis, lang) for basis in rule.bases],
    }


def _basis(basis: BasisRecord, lang: Lang) -> Mapping[str, Any]:
    return {
        "id": basis.id,
        "law": word(basis.law, lang),
        "article": word(basis.article, lang),
        "layer": basis.layer,
        "jurisdictions": list(basis.jurisdictions),
        "marketplaces": list(basis.marketplaces),
        "effective_from": basis.effective_from,
        "effective_to": basis.effective_to,
        "source": basis.source,
        "checked": basis.checked,
    }


def _lines(code: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """Write a code for people: the rules, and after them each basis once."""
    yield f"{code['code']} {code['name']}: {code['title']}"
    yield code["about"]
    for rule in code["rules"]:
        yield from ("", f"{rule['id']}  {say(rule['severity'], lang)}, {say(rule['disposition'], lang)}", f"  {rule['message']}")
        yield f"  {say('advice', lang)}: {rule['advice']}"
        for disposition in ("excused", "needs_evidence"):
            if titles := [e["title"] for e in rule["exemptions"] if e["disposition"] == disposition]:
                yield f"  {say(disposition, lang)}: {say('and', lang).join(titles)}"
        yield f"  {_head('basis', lang)}: {', '.join(basis['id'] for basis in rule['basis'])}"
    yield from ("", _head("basis", lang))
    for basis in {basis["id"]: basis for rule in code["rules"] for basis in rule["basis"]}.values():
        where = "/".join([*basis["jurisdictions"], *basis["marketplaces"]])
        citation = say("citation", lang, law=basis["law"], article=basis["article"])
        yield f"  {basis['id']}  {say(basis['layer'], lang)} ({where}): {citation}"
        yield f"    {_source(basis, lang)}"


def _head(key: str, lang: Lang) -> str:
    heads: Mapping[str, Mapping[Lang, str]] = {
        "basis": {"en": "basis", "zh-Hans": "依据", "zh-Hant": "依據"},
        "since": {"en": "in force from {day}", "zh-Hans": "自 {day} 起施行", "zh-Hant": "自 {day} 起施行"},
    }
    return heads[key][lang]


def _source(basis: Mapping[str, Any], lang: Lang) -> str:
    """Give the page behind a basis, when it was read, and how long the rule holds."""
    known = basis["source"] != "general-knowledge"
    parts = [basis["source"] if known else say("general-knowledge", lang)]
    if basis["checked"]:
        parts.append(say("read", lang, day=basis["checked"]))
    if basis["effective_from"]:
        parts.append(_head("since", lang).format(day=basis["effective_from"]))
    if basis["effective_to"]:
        parts.append(say("until", lang, day=basis["effective_to"]))
    return say("and", lang).join(parts)
