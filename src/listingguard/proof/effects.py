"""What a brand that is added or grows does to all that was there before: texts in which it is found too, records that it outdoes.

A new name is tried on every example of every record, and on the clean listings of the checkout. Few of them contain it: a lexicon of this
one brand finds those few, and only they are scanned.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from listingguard.errors import Problem
from listingguard.lexicon import Lexicon, compile_records
from listingguard.lexicon.forms import forms
from listingguard.lexicon.listings import CleanText
from listingguard.lexicon.load import Records
from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.schema import BrandRecord
from listingguard.match import Matcher, TypoSearch, exact_hits
from listingguard.model import Finding
from listingguard.normalize import align
from listingguard.proof.prove import prove
from listingguard.scan import Scanner

__all__ = ["Effects", "effects_of"]

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Effects:
    """What comes of a change: `problems` speak against it, `notes` are to be known; so many examples and clean listings were read."""

    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    examples: int = 0
    listings: int = 0


class _Witness(NamedTuple):
    """A text that is there already: of a record under a key, or of a list of clean texts."""

    text: str
    owner: Placed[Any] | CleanText
    key: str

    @property
    def clean(self) -> bool:
        """Tell whether nothing but the owner itself is expected in it."""
        return isinstance(self.owner, CleanText) or self.key in ("examples.pass", "examples.excuse")

    def is_of(self, brand: str) -> bool:
        """Tell whether it is an example of this brand."""
        return isinstance(self.owner, Placed) and (self.owner.table, self.owner.id) == ("brand", brand)

    def problem(self, found: str, hint: str) -> Problem:
        """Complain that a name is found here."""
        if isinstance(self.owner, CleanText):
            return Problem(self.owner.path, self.owner.line, f"“{found}” would be found in the clean listing “{self.text}”", hint)
        what = f"“{found}” would be found in {self.key} “{self.text}”"
        return self.owner.problem(what, hint, key=self.key, value=self.text)


def effects_of(brand: BrandRecord, new: Sequence[str], before: Catalogue, after: Lexicon, old: Lexicon, records: Records,
               clean: Sequence[CleanText]) -> Effects:  # fmt: skip
    """Say what a brand as it will be does to the data as it was. `new` are those of its names that were not there before."""
    witnesses = [*_witnesses(before), *(_Witness(text.text, text, "") for text in clean)]
    touched = list(_touched(brand, witnesses, records))
    then, now = _reader(old), _reader(after)
    fires = tuple(_fires(brand.id, touched, then, now))
    others = [w.owner for w in touched if isinstance(w.owner, Placed) and (w.owner.table, w.owner.id) != ("brand", brand.id)]
    breaks = tuple(_breaks(others, after, old))
    return Effects(fires + breaks, tuple(_notes(brand, new, after, old)), len(witnesses) - len(clean), len(clean))


def _witnesses(catalogue: Catalogue) -> Iterator[_Witness]:
    proved: tuple[Placed[Any], ...] = (*catalogue.brands, *catalogue.rules)
    for place in proved:
        yield from (_Witness(text, place, "examples.hit") for text in place.record.examples.hit)
        yield from (_Witness(text, place, "examples.pass") for text in place.record.examples.pass_)
    for rule in catalogue.rules:
        listings = (*rule.record.listings.hit, *rule.record.listings.pass_)
        yield from (_Witness(text, rule, "listings") for example in listings for _, text in example.listing().texts())
    for place in catalogue.exemptions:
        yield from (_Witness(text, place, "examples.excuse") for text in place.record.examples.excuse)
        yield from (_Witness(text, place, "examples.keep") for text in place.record.examples.keep)


def _touched(brand: BrandRecord, witnesses: Iterable[_Witness], records: Records) -> Iterator[_Witness]:
    """Give the texts in which a name of the brand stands, plain, disguised or misspelt."""
    alone = compile_records(Records(brands=(brand,), confusables=records.confusables, near_words=records.near_words))
    matcher = Matcher(alone)
    return (witness for witness in witnesses if matcher.find(align(witness.text)))


_Read = Callable[[str], tuple[Finding, ...]]


def _reader(lexicon: Lexicon) -> _Read:
    scanner = functools.cache(lambda: Scanner(lexicon=lexicon, as_of=lexicon.date))
    return lambda text: tuple(f for f in scanner().scan(text).findings if f.disposition != "excused" and f.usage != "common-word")


def _fires(brand: str, touched: Iterable[_Witness], then: _Read, now: _Read) -> Iterator[Problem]:
    """Say in which clean texts of others the brand is found that was not found there before: for each name the first few."""
    places: defaultdict[str, list[_Witness]] = defaultdict(list)
    for witness in touched:
        if not witness.clean or witness.is_of(brand):
            continue
        found = next((f.text for f in now(witness.text) if f.brand == brand), None)
        expected = found and isinstance(witness.owner, CleanText) and witness.owner.expects(found)
        if found and not expected and not any(f.brand == brand for f in then(witness.text)):
            places[found].append(witness)
    for found, witnesses in places.items():
        *shown, last = witnesses[:_SHOWN]
        yield from (witness.problem(found, "") for witness in shown)
        rest = len(witnesses) - _SHOWN
        more = f"and in {rest} more: " if rest > 0 else ""
        hint = f"{more}make “{found}” --ambiguous, so that it needs a second signal, or give --longer the longer word around it"
        yield last.problem(found, hint)


def _breaks(others: Iterable[Placed[Any]], after: Lexicon, old: Lexicon) -> Iterator[Problem]:
    """Say which other records no longer do what their examples promise."""
    once = {(place.table, place.id): place for place in others}.values()
    brands, rules, exemptions = (tuple(p for p in once if p.table == table) for table in ("brand", "rule", "exemption"))
    catalogue = Catalogue(brands=brands, rules=rules, exemptions=exemptions)
    wrong = list(prove(catalogue, after))
    known = set(map(_key, prove(catalogue, old))) if wrong else set()
    return (problem for problem in wrong if _key(problem) not in known)


def _key(problem: Problem) -> tuple[str, str]:
    return problem.path, problem.problem


def _notes(brand: BrandRecord, new: Sequence[str], after: Lexicon, old: Lexicon) -> Iterator[str]:
    """Say what stands before, behind or beside the new names."""
    misspelt = TypoSearch(old)
    for name in new:
        spelled = forms(name)
        same = {term.brand.id for form in spelled for term in old.terms_of(form) if term.brand and not term.shield} - {brand.id}
        if same and name in (*brand.ambiguous, *brand.short):
            yield f"“{name}” is a name of {_listed(same)}, too: a second signal decides which is meant"
        words = {entry.goods or entry.cue for form in spelled for entry in _context(old, form)}
        if words and name not in (*brand.ambiguous, *brand.short):
            yield f"“{name}” is also an everyday word ({_listed(words)}): is it --ambiguous?"
        yield from _longer(brand.id, name, spelled, after)
        yield from _shorter(brand.id, name, spelled, old)
        read = (term for form in spelled if form.isascii() and form.isalpha() and not old.terms_of(form) for term, _ in misspelt.word(form))
        near = next((term for term in read if term.brand and term.brand.id != brand.id), None)
        if near and near.brand:
            yield f"“{name}” was read as a misspelling of “{near.text}” (brand {near.brand.id}) until now: is it a brand of its own?"


def _context(lexicon: Lexicon, form: str) -> Iterator[Any]:
    for index, start, end in lexicon.context.find(form):
        if (start, end) == (0, len(form)):
            yield from lexicon.context.values(index)


def _longer(brand: str, name: str, spelled: Sequence[str], after: Lexicon) -> Iterator[str]:
    """Say which longer names of other brands swallow a name."""
    behind: dict[str, list[str]] = {}
    for pattern in after.exact.patterns:
        if not any(form in pattern and form != pattern for form in spelled):
            continue
        hits = exact_hits(align(pattern), after)
        if any(h.term.brand and h.term.brand.id == brand and h.term.text == name and not h.term.shield for h in hits):
            for term in after.terms_of(pattern):
                if term.brand and term.brand.id != brand and not term.shield and term.text not in behind.get(term.brand.id, ()):
                    behind.setdefault(term.brand.id, []).append(term.text)
    for other, names in sorted(behind.items()):
        yield f"“{name}” hides behind longer names of {other}: where {_quoted(names)} stands, {other} is reported"


def _shorter(brand: str, name: str, spelled: Sequence[str], old: Lexicon) -> Iterator[str]:
    """Say which shorter names of other brands a name swallows."""
    inside = {
        (term.brand.id, term.text)
        for form in spelled
        for hit in exact_hits(align(form), old)
        if (term := hit.term).brand and term.brand.id != brand and not term.shield and hit.end - hit.start < len(form)
    }
    for other in sorted({other for other, _ in inside}):
        names = sorted(text for owner, text in inside if owner == other)
        yield f"where “{name}” stands, {_quoted(names)} of {other} is no longer reported: the longer name counts"


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids))


def _quoted(names: Sequence[str]) -> str:
    more = f" … ({len(names)} in all)" if len(names) > _SHOWN else ""
    return ", ".join(f"“{name}”" for name in names[:_SHOWN]) + more
