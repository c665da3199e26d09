"""Own lexicons over the one that ships: a record with a new id is added, one with a known id replaces it whole, a retired one is gone.

Every layer is checked against what lies beneath it, and the records of all layers against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from difflib import get_close_matches
from typing import Any, Final

from listingguard.errors import Problem
from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.read import SourceFile
from listingguard.lexicon.schema import RetiredFile

__all__ = ["NEEDED", "in_force", "own_part", "retired_problems"]

#: Rules without terms, which judgement itself applies: nothing can be scanned without them.
NEEDED: Final = frozenset(
    {
        *("brand-cleared", "brand-compatible", "brand-component", "brand-imitation"),
        *("brand-motif", "brand-product", "brand-undecided", "brand-watched"),
        *("brand-in-search-terms", "brand-stuffing"),
        *(
            "field-too-long",
            "word-repeated",
            "sign-repeated",
            "banned-characters",
            "emoji",
            "all-capitals",
            "markup",
            "unreadable-characters",
        ),
        *("hidden-characters", "lookalike-characters", "separated-characters", "masked-characters", "spelled-by-sound", "hidden-text"),
    }
)
_KINDS: Final = ("brands", "rules")
_Retired = Iterable[tuple[SourceFile, RetiredFile]]


def in_force(catalogue: Catalogue, retired: _Retired) -> Catalogue:
    """Give the records that count: of several with one id that of the uppermost layer, none that a layer above it retires."""
    gone = {kind: _retirements(kind, retired) for kind in _KINDS}
    tables = {f.name: _uppermost(getattr(catalogue, f.name), gone.get(f.name, {})) for f in fields(Catalogue) if f.name != "limits"}
    files = {place.file for place in tables["marketplaces"]}
    return Catalogue(**tables, limits=tuple(place for place in catalogue.limits if place.file in files))


def own_part(catalogue: Catalogue) -> Catalogue:
    """Give the records that lie over the shipped ones."""
    return Catalogue(**{f.name: tuple(p for p in getattr(catalogue, f.name) if p.file.layer) for f in fields(Catalogue)})


def _uppermost(places: tuple[Placed[Any], ...], gone: Mapping[str, int]) -> tuple[Placed[Any], ...]:
    """Keep the last record of each id, at the place of the first: an override changes nothing but itself."""
    kept = {place.id: place for place in places}
    return tuple(place for place in kept.values() if place.file.layer >= gone.get(place.id, 0))


def _retirements(kind: str, retired: _Retired) -> dict[str, int]:
    """Give the layer that last retires each id."""
    return {name: file.layer for file, model in retired for name in getattr(model, kind)}


def retired_problems(catalogue: Catalogue, retired: _Retired) -> Iterator[Problem]:
    """Refuse to retire what is not there, what the same folder defines, and rules that judgement cannot do without."""
    for file, model in retired:
        beneath = in_force(_up_to(catalogue, file.layer), [(f, m) for f, m in retired if f.layer < file.layer])
        for kind in _KINDS:
            known = {place.id for place in getattr(beneath, kind)}
            own = {place.id: place for place in getattr(catalogue, kind) if place.file.layer == file.layer}
            for name in getattr(model, kind):
                if trouble := _trouble(name, kind, known, own):
                    yield Problem(file.shown, file.line_of("", 0, kind, name), *trouble)


def _up_to(catalogue: Catalogue, layer: int) -> Catalogue:
    return replace(catalogue, **{kind: tuple(p for p in getattr(catalogue, kind) if p.file.layer < layer) for kind in _KINDS})


def _trouble(name: str, kind: str, known: set[str], own: Mapping[str, Placed[Any]]) -> tuple[str, str] | None:
    if name in own:
        hint = "drop it here: a record with a known id replaces the old one by itself"
        return f'{kind[:-1]} "{name}" is retired, and defined in {own[name].file.shown}', hint
    if name not in known:
        close = get_close_matches(name, known, 1)
        return f'{kind[:-1]} "{name}" names nothing that could be retired', f'did you mean "{close[0]}"?' if close else ""
    if kind == "rules" and name in NEEDED:
        return f'rule "{name}" cannot be retired: judgement itself applies it', "replace it: define a rule with the same id"
    return None
