"""What is wrong with the meaning of brand records: names that reach each other, names that say too little, examples that prove nothing."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from listingguard.errors import Problem
from listingguard.lexicon.forms import forms
from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.schema import BrandRecord
from listingguard.lexicon.terms import is_han, is_latin
from listingguard.normalize import LEET, fold

__all__ = ["brand_problems", "shared_problems"]

_KEYS: Final = ("names", "nicknames", "models", "short")
_SHORT: Final = 2
_SIGNS: Final = re.compile(r"[\W_]+")
_LEET: Final = str.maketrans(dict(LEET))
_Place = Placed[BrandRecord]


def brand_problems(catalogue: Catalogue, *, examples: bool = True) -> Iterator[Problem]:
    """Give everything that is wrong with the meaning of each brand, looked at by itself, its examples among it or not."""
    for place in catalogue.brands:
        for check in (_nameless, _reached, _disguised, _ambiguous_names, _too_short):
            yield from check(place)
        spellings = {form for _, name in _names(place.record) for form in _forms(name)}
        if examples:
            yield from _examples(place, spellings)
        yield from _shields(place, spellings)


def _names(record: BrandRecord) -> list[tuple[str, str]]:
    """Give every (key, name) of a brand."""
    groups = (record.names.all(), record.nicknames, record.models, record.short)
    return [(key, name) for key, names in zip(_KEYS, groups, strict=True) for name in names]


@functools.lru_cache(maxsize=1 << 16)
def _forms(name: str) -> frozenset[str]:
    return frozenset(forms(name)) if fold(name).strip() else frozenset()


def _nameless(place: _Place) -> Iterator[Problem]:
    record = place.record
    if not record.names.all() + record.nicknames + record.models:
        yield place.problem("it has no name", "give at least one of names.en, names.zh-Hans, names.zh-Hant, nicknames, models")
    for key, name in _names(record):
        if not _forms(name) or name != name.strip():
            yield place.problem(f'"{name}" has blanks at its ends or nothing that can be seen', "write the name alone", key=key, value=name)


def _reached(place: _Place) -> Iterator[Problem]:
    """Refuse a name that another one stands for, too: of two that reach each other, the later one."""
    names = [(key, name, fold(name)) for key, name in _names(place.record)]
    for i, (key, name, folded) in enumerate(names):
        for j, (_, other, other_folded) in enumerate(names):
            if i == j or folded not in _forms(other):
                continue
            if other_folded not in _forms(name) or j < i:
                hint = "case, width, script, diacritics and separators fold by themselves: drop it"
                yield place.problem(f'"{name}" is already reached by "{other}"', hint, key=key, value=name)
                break


def _disguised(place: _Place) -> Iterator[Problem]:
    """Refuse a name that is one before it in disguise: signs between its characters, or digits and signs for its letters."""
    plain: dict[str, str] = {}
    for key, name in _names(place.record):
        folded = fold(name)
        joined = _SIGNS.sub("", folded)
        if folded.isalpha():
            plain |= {folded: name, folded.translate(_LEET): name}
        elif (other := plain.get(joined if is_han(joined) else folded.translate(_LEET))) and folded not in _forms(other):
            hint = "disguises are found by themselves: drop it; a mark that is really written so stands before the plain name"
            yield place.problem(f'"{name}" is "{other}" in disguise', hint, key=key, value=name)


def _ambiguous_names(place: _Place) -> Iterator[Problem]:
    record = place.record
    names = record.names.all() + record.nicknames + record.models
    for word in record.ambiguous:
        if word in record.short:
            yield place.problem(
                f'ambiguous "{word}" is one of `short`', "short names are always ambiguous: drop it", key="ambiguous", value=word
            )
        elif word not in names:
            same = next((n for n in names if fold(n) == fold(word)), None)
            hint = f'write it as the name is written: "{same}"' if same else "name it in names, nicknames or models, too, or drop it"
            yield place.problem(f'ambiguous "{word}" is none of its names', hint, key="ambiguous", value=word)


def _too_short(place: _Place) -> Iterator[Problem]:
    record = place.record
    for key, name in _names(record):
        folded = fold(name)
        short = len(folded) == 1 or (len(folded) == _SHORT and all(map(is_latin, folded)))
        if short and key != "short" and name not in record.ambiguous:
            hint = "put it into `ambiguous` or `short`, and give an example that must pass"
            yield place.problem(f'"{name}" is too short to stand for the brand alone', hint, key=key, value=name)


def _examples(place: _Place, spellings: set[str]) -> Iterator[Problem]:
    record = place.record
    if not record.examples.hit:
        yield place.problem("it has no examples.hit", "give a listing text of your own in which the brand must be found", key="examples")
    if (record.ambiguous or record.short) and not record.examples.pass_:
        hint = "give a text that contains such a name and does not mean the brand"
        yield place.problem("it has ambiguous or short names and no examples.pass", hint, key="ambiguous")
    for text in record.examples.pass_:
        if not any(spelling in reading for reading in _readings(text) for spelling in spellings):
            hint = "an example that must pass contains a name, so that judgement alone lets it pass"
            yield place.problem(f'examples.pass "{text}" contains none of its names', hint, key="examples.pass", value=text)


def _readings(text: str) -> tuple[str, str]:
    """Give a text folded, and folded without diacritics: names are found in both."""
    folded = fold(text)
    return folded, "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))


def _shields(place: _Place, spellings: set[str]) -> Iterator[Problem]:
    for word in place.record.longer:
        folded = fold(word)
        if folded in spellings:
            yield place.problem(
                f'longer "{word}" is one of its names', "it would swallow the name itself: drop it", key="longer", value=word
            )
        elif not any(spelling in form for form in _forms(word) for spelling in spellings):
            hint = "a longer word contains one of the names that it swallows: drop it"
            yield place.problem(f'longer "{word}" contains none of its names', hint, key="longer", value=word)


def shared_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Refuse a name that means two brands and is ambiguous in neither; the one that is told is the later one, in the upper layer."""
    places = sorted(catalogue.brands, key=lambda place: place.file.layer)
    owners: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for i, place in enumerate(places):
        vague = {*place.record.ambiguous, *place.record.short}
        for name in (name for _, name in _names(place.record) if name not in vague):
            for form in _forms(name):
                owners[form].setdefault(i, name)
    told = set()
    for shared in owners.values():
        (first, *others) = sorted(shared)
        for other in others:
            name = shared[other]
            if (other, first, name) not in told:
                told.add((other, first, name))
                hint = "make it ambiguous in both, or keep it in the one that it means"
                where = f'brand "{places[first].id}" ({places[first].file.shown})'
                yield places[other].problem(
                    f'"{name}" is a name of {where}, too', hint, key=_key_of(places[other].record, name), value=name
                )


def _key_of(record: BrandRecord, name: str) -> str:
    return next((key for key, other in _names(record) if other == name), "")
