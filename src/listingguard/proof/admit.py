"""A brand on its way into the data: whether the lexicon with it is still sound, and what else changes.

Nothing is written here. The file is given as it would be, and everything that touches the record is checked: schema, meaning, its own
examples, and what it does to the records and the clean listings that are there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from listingguard.errors import LexiconError, Problem
from listingguard.lexicon import Lexicon, compile_records
from listingguard.lexicon.brand_checks import brand_problems, shared_problems
from listingguard.lexicon.cache import read_snapshot
from listingguard.lexicon.checks import canonical_problems
from listingguard.lexicon.forms import forms
from listingguard.lexicon.link_checks import reference_problems, source_problems
from listingguard.lexicon.listings import CleanText
from listingguard.lexicon.load import Records, linked, parse, read_toml, records_of, validate
from listingguard.lexicon.placed import Catalogue, Placed, catalogue_of
from listingguard.lexicon.read import SourceFile, digest_of
from listingguard.lexicon.schema import BrandRecord
from listingguard.normalize import fold
from listingguard.proof.effects import Effects, effects_of
from listingguard.proof.prove import prove

__all__ = ["Data", "admit", "data_of"]


@dataclasses.dataclass(frozen=True, slots=True)
class Data:
    """Data as it is: its files, its records with their places, and its records to compile."""

    files: tuple[SourceFile, ...]
    catalogue: Catalogue
    records: Records

    def brand(self, brand: str) -> Placed[BrandRecord] | None:
        """Give a brand by its id."""
        return next((place for place in self.catalogue.brands if place.id == brand), None)


def data_of(files: tuple[SourceFile, ...]) -> Data:
    """Read data that something is to be added to; raise one `LexiconError` with all that is wrong with it already."""
    problems: list[Problem] = []
    parsed = [(file, model) for file in files if (model := parse(file, problems)) is not None]
    catalogue, linking = linked(parsed) if not problems else (catalogue_of(parsed), [])
    if problems or linking:
        raise LexiconError((*problems, *linking))
    return Data(files, catalogue, records_of(catalogue, parsed, digest_of(files)))


def admit(data: Data, path: str, text: str, brand: str, clean: Sequence[CleanText]) -> Effects:
    """Say what is wrong with a brand in the new text of a file, and what it changes elsewhere."""
    file = SourceFile(path, text.encode())
    problems: list[Problem] = []
    old_file = next(f for f in data.files if f.path == path)
    problems += canonical_problems(old_file, read_toml(old_file, problems) or {})
    raw = read_toml(file, problems)
    model = validate(file, raw, problems) if raw is not None else None
    if model is None or problems:
        return Effects(tuple(problems), ())
    places = catalogue_of([(file, model)]).brands
    place = next(p for p in places if p.id == brand)
    old = _compiled(data.records)
    problems += _meaning(place, data.catalogue, old)
    if not all(fold(name).strip() for name in _names(place.record)):
        return Effects(tuple(problems), ())
    others = tuple(b for b in data.records.brands if b.id != brand)
    after = compile_records(dataclasses.replace(data.records, brands=(*others, place.record), digest=""))
    problems += prove(Catalogue(brands=(place,)), after)
    known = data.brand(brand)
    new = [name for name in _names(place.record) if not known or name not in _names(known.record)]
    effects = effects_of(place.record, new, data.catalogue, after, old, data.records, clean)
    return Effects((*problems, *effects.problems), effects.notes, effects.examples, effects.listings)


def _meaning(place: Placed[BrandRecord], catalogue: Catalogue, old: Lexicon) -> Iterator[Problem]:
    """Check a record by itself and beside the brands that share a name with it."""
    yield from reference_problems(Catalogue(brands=(place,), goods=catalogue.goods))
    yield from source_problems(Catalogue(brands=(place,)))
    spelled = {form for name in _names(place.record) if fold(name).strip() for form in forms(name)}
    sharing = {term.brand.id for form in spelled for term in old.terms_of(form) if term.brand} - {place.id}
    beside = tuple(p for p in catalogue.brands if p.id in sharing)
    yield from brand_problems(Catalogue(brands=(place,)))
    yield from (p for p in shared_problems(Catalogue(brands=(*beside, place))) if p.problem.startswith(f'brand "{place.id}": '))


def _names(record: BrandRecord) -> tuple[str, ...]:
    return record.names.all() + record.nicknames + record.models + record.short


def _compiled(records: Records) -> Lexicon:
    snapshot = read_snapshot(records.digest)
    return Lexicon(snapshot) if snapshot is not None else compile_records(records)
