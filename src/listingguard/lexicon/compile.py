"""From records to something that can be searched: terms, and one automaton for each view of a text."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from listingguard.lexicon import schema as s
from listingguard.lexicon.load import Records, load, read_files
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.terms import Brand, Exemption, Rule, Term, brand_terms, is_latin, rule_terms
from listingguard.normalize import Skeleton, fold

__all__ = ["Automaton", "ContextWord", "Lexicon", "compile_records", "default_lexicon"]

VERSION: Final = "2026.11"
DATE: Final = dt.date(2026, 11, 21)
_CONFIDENCE: Final = {"high": 1.0, "medium": 0.97, "low": 0.85}
_T = TypeVar("_T")


class Automaton(Generic[_T]):
    """An Aho-Corasick automaton over folded patterns, each of which stands for one or more values."""

    __slots__ = ("_search", "values")

    def __init__(self, entries: Iterable[tuple[str, _T]], *, longest: bool = False) -> None:
        patterns: defaultdict[str, list[_T]] = defaultdict(list)
        for pattern, value in entries:
            patterns[pattern].append(value)
        self.values: tuple[tuple[_T, ...], ...] = tuple(map(tuple, patterns.values()))
        kind = MatchKind.LeftmostLongest if longest else MatchKind.Standard
        automaton = AhoCorasick(list(patterns), matchkind=kind)
        self._search = functools.partial(automaton.find_matches_as_indexes, overlapping=not longest)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Give (index into `values`, start, end) of every occurrence: overlapping ones, or the leftmost longest."""
        return self._search(text)  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class ContextWord:
    """A word that judgement leans on: it names a group of goods, or it is a cue."""

    goods: str
    cue: str
    reach: int
    left: bool
    right: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything listingguard knows, frozen, with the automata that find it.

    `exact` searches the folded view, `loose` the skeleton view, `context` the goods words and cues. `typos` are the names long enough
    to be recognised misspelt.
    """

    version: str
    date: dt.date
    digest: str
    brands: dict[str, Brand]
    rules: dict[str, Rule]
    bases: dict[str, s.BasisRecord]
    goods: dict[str, s.GoodsRecord]
    codes: dict[str, s.CodeRecord]
    marketplaces: dict[str, s.MarketplaceRecord]
    terms: tuple[Term, ...]
    exact: Automaton[Term]
    loose: Automaton[Term]
    context: Automaton[ContextWord]
    typos: dict[str, Term]
    known: frozenset[str]
    skeleton: Skeleton


@functools.cache
def default_lexicon() -> Lexicon:
    """Give the lexicon that ships with listingguard, read and compiled once."""
    return compile_records(load(read_files(data_folder())))


def compile_records(records: Records) -> Lexicon:
    """Compile records that have passed the schema."""
    bases = {b.id: b for b in records.bases}
    codes = {c.id: c for c in records.codes}
    exemptions = {e.id: _exemption(e, bases) for e in records.exemptions}
    brands = {r.id: _brand(r) for r in records.brands}
    rules = {r.id: _rule(r, codes[r.code], bases, exemptions) for r in records.rules}
    terms = [t for r in records.brands for t in brand_terms(r, brands[r.id])]
    terms += [t for r in records.rules for t in rule_terms(r, rules[r.id])]
    skeleton = Skeleton(dict(records.confusables))
    loose = [(skeleton.word(t.folded), t) for t in terms if t.loose]
    return Lexicon(
        version=VERSION,
        date=DATE,
        digest=records.digest,
        brands=brands,
        rules=rules,
        bases=bases,
        goods={g.id: g for g in records.goods},
        codes=codes,
        marketplaces={m.id: m for m in records.marketplaces},
        terms=tuple(terms),
        exact=Automaton((t.folded, t) for t in terms),
        loose=Automaton(loose),
        context=Automaton(_context(records), longest=True),
        typos={t.folded: t for t in terms if _can_be_misspelt(t)},
        known=frozenset(w for t in terms for w in t.folded.split()) | records.near_words | _context_words(records),
        skeleton=skeleton,
    )


def _brand(record: s.BrandRecord) -> Brand:
    names = record.names.all()
    return Brand(
        id=record.id,
        owner=record.owner,
        label=names[0] if names else (record.nicknames + record.models)[0],
        goods=frozenset(record.goods),
        signals=tuple(map(fold, record.signals)),
        names=frozenset(map(fold, (*names, *record.nicknames, *record.models, record.id))),
        confidence=_CONFIDENCE[record.confidence],
    )


def _rule(record: s.RuleRecord, code: s.CodeRecord, bases: dict[str, s.BasisRecord], exemptions: dict[str, Exemption]) -> Rule:
    return Rule(
        id=record.id,
        code=code.id,
        name=code.name,
        category=code.category,
        severity=record.severity,
        disposition=record.disposition,
        certainty=record.certainty,
        needs=record.needs,
        only_goods=frozenset(record.only_goods),
        normal_goods=frozenset(record.normal_goods),
        exemptions=tuple(exemptions[e] for e in record.exempt),
        boundary=record.boundary,
        replace={fold(term): text for term, text in record.replace.items()},
        delete=record.delete,
        message=record.message,
        advice=record.advice,
        bases=tuple(bases[b] for b in record.basis),
    )


def _exemption(record: s.ExemptionRecord, bases: dict[str, s.BasisRecord]) -> Exemption:
    return Exemption(
        record=record,
        before=_any(record.before),
        after=_any(record.after),
        require=tuple(re.compile(p) for p in record.require),
        not_with=_any(record.not_with),
        clause=bases.get(record.clause),
    )


def _any(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Give a pattern for any of the words, the longest first; Latin words as whole words."""
    if not words:
        return None
    folded = sorted(map(fold, words), key=len, reverse=True)
    return re.compile("|".join((r"(?<![a-z0-9])" if is_latin(w[:1]) else "") + re.escape(w) + ("(?![a-z0-9])" if is_latin(w[-1:]) else "") for w in folded))


def _context(records: Records) -> Iterable[tuple[str, ContextWord]]:
    for goods in records.goods:
        for word in map(fold, goods.words.all()):
            entry = ContextWord(goods.id, "", 0, is_latin(word[0]), is_latin(word[-1]))
            yield word, entry
            if entry.right:
                yield word + "s", entry
                yield word + "es", entry
    for cue in records.cues:
        for word in map(fold, cue.words.all()):
            yield word, ContextWord("", cue.id, cue.reach, is_latin(word[0]), is_latin(word[-1]))


def _context_words(records: Records) -> frozenset[str]:
    """Give the honest Latin words of the context files: never a misspelt brand."""
    words = (fold(w) for r in (*records.goods, *records.cues) for w in r.words.en)
    return frozenset(form for w in words for part in w.split() for form in (part, part + "s", part + "es"))


def _can_be_misspelt(term: Term) -> bool:
    return term.brand is not None and not term.ambiguous and not term.shield and len(term.folded) >= 6 and term.folded.isascii() and term.folded.isalpha()
