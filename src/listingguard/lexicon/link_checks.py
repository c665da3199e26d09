"""What is wrong between records: ids used twice, ids that name nothing, sources without a day, files named otherwise than they say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from pydantic import BaseModel

from listingguard.errors import Problem
from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.read import SourceFile
from listingguard.lexicon.schema import SignRecord, Sourced

__all__ = [
    "alias_problems",
    "duplicate_problems",
    "file_name_problems",
    "reference_problems",
    "sign_problems",
    "source_problems",
    "unused_problems",
]


#: Where the records are that a key names.
_GOODS: Final = "context/goods.toml"
_FILES: Final = {
    **dict.fromkeys(("basis", "clause"), "rules/"),
    "exempt": "context/exemptions.toml",
    "code": "codes.toml",
    "marketplaces": "marketplaces/",
    "marketplace": "marketplaces/",
}


def file_name_problems(file: SourceFile, model: BaseModel) -> Iterator[Problem]:
    """Refuse a file whose category, policy or id is not its name."""
    name = file.path.rsplit("/", maxsplit=1)[-1].removesuffix(".toml")
    for key in ("category", "policy", "id"):
        said = getattr(model, key, name)
        if said != name:
            hint = f'write {key} = "{name}", or rename the file'
            yield Problem(file.shown, file.line_of("", 0, key), f'{key} "{said}" is not the name of the file', hint)


def duplicate_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Refuse an id that stands for two records of a kind, in one file or in two of a folder; a layer may replace what lies beneath it."""
    for places in (
        catalogue.brands,
        catalogue.bases,
        catalogue.rules,
        catalogue.goods,
        catalogue.cues,
        catalogue.signs,
        catalogue.exemptions,
        catalogue.codes,
        catalogue.marketplaces,
    ):
        yield from _twice(places)


def _twice(places: Iterable[Placed[Any]]) -> Iterator[Problem]:
    first: dict[tuple[int, str], Placed[Any]] = {}
    for place in places:
        known = first.setdefault((place.file.layer, place.id), place)
        if known is not place:
            line = known.file.line_of(known.table, known.index, "id")
            yield place.problem(f"this id is taken, see {known.file.shown}:{line}", "merge the two, or choose another id", key="id")


def reference_problems(catalogue: Catalogue, unread: Collection[str] = ()) -> Iterator[Problem]:
    """Refuse ids that name no record, but those that may stand in files that could not be read."""
    groups, bases, markets = _ids(catalogue.goods), _ids(catalogue.bases), _ids(catalogue.marketplaces)
    known: Mapping[str, frozenset[str]] = {
        "goods": groups,
        "only_goods": groups,
        "normal_goods": groups,
        "not_goods": groups,
        "fits": groups,
        "holds": groups,
        "inside": groups,
        "basis": bases,
        "clause": bases,
        "exempt": _ids(catalogue.exemptions),
        "code": _ids(catalogue.codes),
        "marketplaces": markets,
        "marketplace": markets,
    }
    known = {key: ids for key, ids in known.items() if not any(path.startswith(_FILES.get(key, _GOODS)) for path in unread)}
    for place in (*catalogue.brands, *catalogue.bases, *catalogue.rules, *catalogue.goods, *catalogue.exemptions):
        for key, ids in known.items():
            for name in _named(place.record, key):
                if name and name not in ids:
                    close = get_close_matches(name, ids, 1)
                    home = f"known are the ids in data/{_FILES.get(key, _GOODS)}: take one, or add the record there"
                    hint = f'did you mean "{close[0]}"?' if close else home
                    yield place.problem(f'{key} "{name}" names nothing', hint, key=key, value=name)


def _named(record: BaseModel, key: str) -> Iterator[str]:
    """Give the ids that a record names under a key, also in its `where` and the listings that are its examples."""
    known = type(record).model_fields  # asked first: pydantic takes long to say that it has no such attribute
    if key in known:
        value = getattr(record, key)
        yield from (value,) if isinstance(value, str) else value
    if "where" in known:
        for part in (*record.where, *record.listings.hit, *record.listings.pass_):  # type: ignore[attr-defined]
            yield from _named(part, key)


def _ids(places: Iterable[Placed[Any]]) -> frozenset[str]:
    return frozenset(place.id for place in places)


def unused_problems(catalogue: Catalogue, own: Catalogue) -> Iterator[Problem]:
    """Refuse kinds of findings and exemptions, of those looked at, that no rule at all leans on."""
    codes = {place.record.code for place in catalogue.rules}
    exempt = {name for place in catalogue.rules for name in place.record.exempt}
    for code in own.codes:
        if code.id not in codes:
            yield code.problem("no rule has this code", "a kind of finding needs a rule that reports it", key="id")
    for exemption in own.exemptions:
        if exemption.id not in exempt:
            yield exemption.problem("no rule names this exemption", "add it to the `exempt` of a rule", key="id")


def source_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Refuse facts whose origin is not told: an address needs the day it was opened; general knowledge has neither, nor high confidence."""
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)  # somewhere it is that day already
    for place in (*catalogue.brands, *catalogue.bases, *catalogue.limits, *catalogue.forms):
        record: Sourced = place.record
        if record.source.startswith(("https://", "http://")):
            if record.checked is None:
                yield place.problem(
                    "source is an address and checked is missing", "give the day on which the page was opened", key="source"
                )
            elif record.checked > tomorrow:
                yield place.problem(f"checked {record.checked} is yet to come", "give the day on which the page was opened", key="checked")
        elif record.source != "general-knowledge":
            hint = 'give the address of a page that was opened, or "general-knowledge"'
            yield place.problem(f'source "{record.source}" is no address', hint, key="source")
        elif record.checked is not None:
            yield place.problem("general knowledge has no day", "drop checked, or name the page that was opened", key="checked")
        elif record.confidence == "high":
            yield place.problem("general knowledge is at most medium", 'write confidence = "medium"', key="confidence")


def sign_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Refuse a second record for a word: only one would be read."""
    first: dict[str, Placed[SignRecord]] = {}
    for place in catalogue.signs:
        known = first.setdefault(place.record.stands_for, place)
        if known is not place:
            text = f'stands_for "{place.record.stands_for}" is that of sign "{known.id}" ({known.file.shown}), too'
            yield place.problem(text, f'merge the two, or replace that one: id = "{known.id}"', key="stands_for")


def alias_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Refuse a name that stands for two marketplaces."""
    owners: dict[str, str] = {}
    for place in catalogue.marketplaces:
        sites = [name for site in place.record.site for name in (site.id, *site.aliases)]
        for alias in (place.id, *place.record.aliases, *sites):
            owner = owners.setdefault(alias.casefold(), place.id)
            if owner != place.id or (alias != place.id and alias.casefold() == place.id):
                yield place.problem(f'alias "{alias}" already stands for "{owner}"', "drop it in one of them", key="aliases", value=alias)
