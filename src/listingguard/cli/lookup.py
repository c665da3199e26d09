"""What the lexicon knows of a word: the brands it names, the rules it meets, the goods it speaks of, and how it folds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from listingguard.errors import LexiconError, Problem
from listingguard.judge.policy import word as wording
from listingguard.lexicon import ContextWord, Lexicon, Rule, Term, default_lexicon, own_lexicon
from listingguard.lexicon.load import parse
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.own import Own, own_files
from listingguard.lexicon.read import SourceFile, read_files
from listingguard.lexicon.schema import BrandFile, BrandRecord
from listingguard.match import Matcher, exact_hits
from listingguard.model import Lang
from listingguard.normalize import align

__all__ = ["entry_of", "lines_of"]

Entry = Mapping[str, Any]


def entry_of(word: str, lang: Lang, own: tuple[Own, ...] = ()) -> Entry:
    """Look a word up, as plain values, in the lexicon with own ones over it.

    Names and terms inside of the word count, too; `whole` tells them from the word itself.

    >>> entry = entry_of("ＮＩＫＥ", "en")
    >>> entry["folded"], [brand["id"] for brand in entry["brands"]]
    ('nike', ['nike'])
    """
    lexicon, aligned = own_lexicon(own) if own else default_lexicon(), align(word)
    terms = [hit.term for hit in exact_hits(aligned, lexicon) if hit.term.disguise != "anchor"]  # an anchor alone names nothing
    plain = [term for term in terms if not term.shield]
    brands = {term.brand.id for term in plain if term.brand} | set(lexicon.brands_named(word))
    rules = {term.rule.id: term.rule for term in plain if term.rule}
    context = list(_context(lexicon, aligned.text))
    hidden = Matcher(lexicon).find(aligned) if not terms else []
    return {
        "word": word,
        "folded": aligned.text,
        "skeleton": lexicon.skeleton(aligned.text, None, lexicon.loose_words).text,
        "disguised": lexicon.skeleton.is_needed(aligned.text, lexicon.joined, lexicon.loose_words),
        "brands": [_brand(record, path, plain, aligned.text) for path, record in _records(brands, own)],
        "rules": [_rule(rules[rule], plain, aligned.text, lang) for rule in sorted(rules)],
        "longer_words_of": sorted({term.record for term in terms if term.shield}),
        "goods": sorted({entry.goods for entry in context if entry.goods}),
        "cues": sorted({entry.cue for entry in context if entry.cue}),
        "stands_for": sorted({f"{hit.term.record} ({hit.term.disguise or hit.view})" for hit in hidden}),
    }


def _context(lexicon: Lexicon, folded: str) -> Iterator[ContextWord]:
    for index, _, _ in lexicon.context.find(folded):
        yield from lexicon.context.values(index)


def _records(brands: set[str], own: tuple[Own, ...]) -> list[tuple[str, BrandRecord]]:
    """Read the records of some brands, each from the uppermost file that has it; only files in which one of the ids stands are parsed."""
    found = {record.id: (file.shown, record) for file in (*read_files(data_folder()), *own_files(own)) for record in _of_file(file, brands)}
    return list(found.values())


def _of_file(file: SourceFile, brands: set[str]) -> Iterator[BrandRecord]:
    if file.path.startswith("brands/") and (file.layer or any(f'id = "{brand}"' in file.text for brand in brands)):
        problems: list[Problem] = []
        model = parse(file, problems)
        if problems:
            raise LexiconError(tuple(problems))
        if isinstance(model, BrandFile):
            yield from (record for record in model.brand if record.id in brands)


def _matches(terms: Iterable[Term], folded: str) -> list[dict[str, Any]]:
    return [{"text": t.text, "kind": t.method, "ambiguous": t.ambiguous, "whole": t.folded == folded} for t in dict.fromkeys(terms)]


def _brand(record: BrandRecord, path: str, terms: list[Term], folded: str) -> dict[str, Any]:
    said = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"examples", "source", "confidence"})
    told = {"source": record.source, "confidence": record.confidence, "file": path}
    return said | told | {"matches": _matches([t for t in terms if t.brand and t.brand.id == record.id], folded)}


def _rule(rule: Rule, terms: list[Term], folded: str, lang: Lang) -> dict[str, Any]:
    return {
        "id": rule.id,
        "code": rule.code,
        "category": rule.category,
        "severity": rule.severity,
        "disposition": rule.disposition,
        "advice": wording(rule.advice, lang),
        "exemptions": [exemption.id for exemption in rule.exemptions],
        "basis": [
            {"id": b.id, "law": wording(b.law, lang), "article": wording(b.article, lang), "source": b.source, "checked": b.checked}
            for b in rule.bases
        ],
        "matches": _matches([t for t in terms if t.rule is rule], folded),
    }


def lines_of(entry: Entry) -> Iterator[str]:
    """Write an entry for people."""
    yield f"{entry['word']} reads {entry['folded']}" + (f", disguised {entry['skeleton']}" if entry["disguised"] else "")
    for brand in entry["brands"]:
        yield from _brand_lines(brand)
    for rule in entry["rules"]:
        yield from _rule_lines(rule)
    for key, words in (("goods", "it speaks of goods"), ("cues", "it is a cue"), ("longer_words_of", "it is a longer, harmless word of")):
        if entry[key]:
            yield f"{words}: {', '.join(entry[key])}"
    for record in entry["stands_for"]:
        yield f"it may stand for {record}"
    if not any(entry[key] for key in ("brands", "rules", "goods", "cues", "longer_words_of", "stands_for")):
        yield "the lexicon does not know it"


def _brand_lines(brand: Entry) -> Iterator[str]:
    yield f"brand {brand['id']}" + (f", {brand['owner']}" if "owner" in brand else "") + f" ({brand['file']})"
    for match in brand["matches"]:
        yield f"  named by {_told(match)}" + (": counts only with a second signal" if match["ambiguous"] else "")
    for lang, names in brand.get("names", {}).items():
        yield f"  names.{lang}: {', '.join(names)}"
    for key in ("nicknames", "models", "short", "ambiguous", "goods", "inside", "signals", "longer"):
        if key in brand:
            yield f"  {key}: {', '.join(brand[key])}"
    yield f"  source: {brand['source']}" + (f", checked {brand['checked']}" if "checked" in brand else "") + f", {brand['confidence']}"


def _rule_lines(rule: Entry) -> Iterator[str]:
    yield f"rule {rule['id']}: {rule['code']} {rule['category']}, {rule['severity']}, {rule['disposition']}"
    for match in rule["matches"]:
        yield f"  by {_told(match)}"
    yield f"  advice: {rule['advice']}"
    for basis in rule["basis"]:
        yield f"  basis: {basis['law']}, {basis['article']} ({basis['source']})"
    if rule["exemptions"]:
        yield f"  may be excused by: {', '.join(rule['exemptions'])}"


def _told(match: Entry) -> str:
    text = json.dumps(match["text"], ensure_ascii=False)
    return f"{text} ({match['kind']}{'' if match['whole'] else ', inside of the word'})"
