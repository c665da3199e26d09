"""Reading the data files: TOML, then the schema. All problems at once, each with file and line."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any, Final, TypeVar

import tomli
from pydantic import BaseModel, ValidationError

from listingguard.errors import LexiconError, Problem
from listingguard.lexicon import generated_schema as g
from listingguard.lexicon import schema as s
from listingguard.lexicon.brand_checks import brand_problems, shared_problems
from listingguard.lexicon.calibration import CalibrationFile, CalibrationRecord
from listingguard.lexicon.keys import keys_at
from listingguard.lexicon.layers import in_force, own_part, retired_problems
from listingguard.lexicon.link_checks import alias_problems, duplicate_problems, reference_problems, sign_problems
from listingguard.lexicon.market_schema import MarketplaceRecord
from listingguard.lexicon.placed import Catalogue, catalogue_of
from listingguard.lexicon.read import SourceFile, digest_of
from listingguard.lexicon.rule_checks import rule_problems

__all__ = ["Parsed", "Records", "linked", "load", "parse", "read_toml", "records_of", "validate"]

_V = TypeVar("_V")
Parsed = Sequence[tuple[SourceFile, BaseModel]]
Table = Mapping[str, str]
_LINE: Final = re.compile(r"line (\d+)")
#: What to write where pydantic complains, by the first word of the kind of its complaint.
_REMEDIES: Final = {
    "missing": "add it: docs/reference/data-format.md lists what a record needs",
    "date": "write a day without quotes: 2026-11-21",
    "datetime": "write a day without quotes: 2026-11-21",
    "string": 'ids are small letters, digits and hyphens ("louis-vuitton"), texts stand in quotes',
    "tuple": 'write a list: ["…"]',
    "bool": "write true or false",
    "float": "write a number without quotes",
    "int": "write a whole number without quotes",
}
#: Which schema a file has, by folder or by path.
_KINDS: Final[dict[str, type[s.File | MarketplaceRecord]]] = {
    "generated/calibration.toml": CalibrationFile,
    "brands": s.BrandFile,
    "rules": s.RuleFile,
    "marketplaces": MarketplaceRecord,
    "lexicon.toml": s.LexiconFile,
    "retired.toml": s.RetiredFile,
    "codes.toml": s.CodeFile,
    "context/goods.toml": s.GoodsFile,
    "context/cues.toml": s.CueFile,
    "context/exemptions.toml": s.ExemptionFile,
    "context/signs.toml": s.SignFile,
    "generated/confusables.toml": g.ConfusableFile,
    "generated/fragments.toml": g.FragmentFile,
    "generated/near_words.toml": g.NearWordsFile,
    "generated/shapes.toml": g.ShapesFile,
    "generated/sounds.toml": g.SoundsFile,
}


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that the data files hold, in the order of the files, and the digest of their bytes."""

    brands: tuple[s.BrandRecord, ...] = ()
    bases: tuple[s.BasisRecord, ...] = ()
    rules: tuple[s.RuleRecord, ...] = ()
    goods: tuple[s.GoodsRecord, ...] = ()
    cues: tuple[s.CueRecord, ...] = ()
    signs: tuple[s.SignRecord, ...] = ()
    exemptions: tuple[s.ExemptionRecord, ...] = ()
    codes: tuple[s.CodeRecord, ...] = ()
    marketplaces: tuple[MarketplaceRecord, ...] = ()
    confusables: tuple[tuple[str, str], ...] = ()
    near_words: frozenset[str] = frozenset()
    honest: frozenset[str] = frozenset()
    sounds: tuple[Table, Table] = ({}, {})
    looks: Table = field(default_factory=dict)
    further: Table = field(default_factory=dict)
    halves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fragments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    anchors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    initials: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    version: str = ""
    date: dt.date = dt.date.min
    own_versions: tuple[tuple[int, str], ...] = ()
    calibration: tuple[CalibrationRecord, ...] = ()
    digest: str = ""


def load(files: tuple[SourceFile, ...]) -> Records:
    """Parse the files, check that they can be used together, and raise one `LexiconError` with all that is wrong.

    The lexicon that ships has passed all checks before; what lies over it is checked here, all but its form and its examples.
    """
    problems: list[Problem] = []
    parsed = [(file, model) for file in files if (model := parse(file, problems)) is not None]
    if problems:
        raise LexiconError(tuple(problems))
    catalogue, problems = linked(parsed)
    if any(file.layer for file in files):
        own = own_part(catalogue)
        problems += [*shared_problems(catalogue), *brand_problems(own, examples=False), *rule_problems(own, examples=False)]
    if problems:
        raise LexiconError(tuple(problems))
    return records_of(catalogue, parsed, digest_of(files))


def linked(parsed: Parsed, unread: Collection[str] = ()) -> tuple[Catalogue, list[Problem]]:
    """Give the records that are in force, and what is wrong between them: ids taken twice, retired in vain, or naming nothing.

    What may stand in the files that are `unread` is not missed.
    """
    everything = catalogue_of(parsed)
    retired = [(file, model) for file, model in parsed if isinstance(model, s.RetiredFile)]
    catalogue = in_force(everything, retired)
    problems = [*duplicate_problems(everything), *(() if unread else retired_problems(everything, retired))]
    return catalogue, [*problems, *reference_problems(catalogue, unread), *alias_problems(catalogue), *sign_problems(catalogue)]


def records_of(catalogue: Catalogue, parsed: Parsed, digest: str) -> Records:
    """Gather the records that are in force, and the tables and the name of the lexicon beside them."""
    kinds = (f.name for f in fields(Catalogue) if f.name not in ("limits", "forms"))
    tables: dict[str, Any] = {kind: tuple(p.record for p in getattr(catalogue, kind)) for kind in kinds}
    letters = [m.letters for _, m in parsed if isinstance(m, g.ConfusableFile)]
    near = [m.words for _, m in parsed if isinstance(m, g.NearWordsFile)]
    named = {file.layer: m for file, m in parsed if isinstance(m, s.LexiconFile)}
    return Records(
        **tables,
        confusables=tuple({letter: plain for table in letters for letter, plain in table.items()}.items()),
        near_words=frozenset(itertools.chain.from_iterable(near)),
        honest=frozenset(itertools.chain.from_iterable(m.chinese for _, m in parsed if isinstance(m, g.NearWordsFile))),
        **_written(parsed),
        version=named[0].version if 0 in named else "",
        date=named[0].date if 0 in named else dt.date.min,
        own_versions=tuple((layer, name.version) for layer, name in named.items() if layer),
        calibration=tuple(r for _, m in parsed if isinstance(m, CalibrationFile) for r in m.map),
        digest=digest,
    )


def _written(parsed: Parsed) -> dict[str, Any]:
    """Gather the tables of what is written in the stead of names; those of a later layer are added."""
    sounds = [m for _, m in parsed if isinstance(m, g.SoundsFile)]
    pieces = [m for _, m in parsed if isinstance(m, g.FragmentFile)]
    shapes = [m for _, m in parsed if isinstance(m, g.ShapesFile)]
    return {
        "sounds": (_united(m.first for m in sounds), _united(m.other for m in sounds)),
        "looks": _united(m.looks for m in shapes),
        "further": _united(m.further for m in shapes),
        "halves": _united(m.halves for m in shapes),
        "fragments": _united(m.fragments for m in pieces),
        "anchors": _united(m.anchors for m in pieces),
        "initials": _united(m.initials for m in pieces),
    }


def _united(tables: Iterable[Mapping[str, _V]]) -> dict[str, _V]:
    return {key: value for table in tables for key, value in table.items()}


def parse(file: SourceFile, problems: list[Problem]) -> BaseModel | None:
    """Parse one file; what is wrong with it goes to `problems`, and then there is no record of it."""
    data = read_toml(file, problems)
    return None if data is None else validate(file, data, problems)


def read_toml(file: SourceFile, problems: list[Problem]) -> dict[str, Any] | None:
    """Read one file as TOML."""
    try:
        return tomli.loads(file.text)
    except tomli.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        hint = "look there for a quote, a bracket or a comma that is missing"
        problems.append(Problem(file.shown, int(line[1]) if line else None, f"not valid TOML: {error}", hint))
    return None


def validate(file: SourceFile, data: dict[str, Any], problems: list[Problem]) -> BaseModel | None:
    """Check what was read against the schema of the file's place."""
    kind = _KINDS.get(file.path) or _KINDS.get(file.path.split("/")[0])
    if kind is None:
        problems.append(Problem(file.shown, None, "this file has no place in the lexicon", _place_for(file.path)))
        return None
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        problems += [_problem(file, kind, data, detail) for detail in error.errors()]
    return None


def _place_for(path: str) -> str:
    """Say where a file may stand, or which one was meant."""
    if close := get_close_matches(path, [kind for kind in _KINDS if kind.endswith(".toml")], 1):
        return f'did you mean "{close[0]}"?'
    return f"known are {', '.join(kind if kind.endswith('.toml') else f'{kind}/*.toml' for kind in _KINDS)}"


def _problem(file: SourceFile, kind: type[BaseModel], data: dict[str, Any], detail: Any) -> Problem:
    """Word one complaint of pydantic: the record by its id, the key, and what is near an unknown key."""
    loc = [str(part) for part in detail["loc"]]
    table, line, key = "", None, ".".join(loc)
    if len(loc) > 1 and loc[1].isdigit():
        entries = data.get(loc[0], [])
        index, key = int(loc[1]), ".".join(loc[2:])
        entry = entries[index] if isinstance(entries, list) and index < len(entries) else {}
        table = f'{loc[0]} "{entry.get("id", "?")}": ' if isinstance(entry, dict) else ""
        line = file.line_of(loc[0], index, "".join(loc[2:3]))
    if detail["type"] == "extra_forbidden":
        close = get_close_matches(loc[-1], keys_at(kind, loc[:-1]), 1)
        return Problem(file.shown, line, f'{table}unknown key "{key}"', f'did you mean "{close[0]}"?' if close else "")
    return Problem(file.shown, line, f"{table}{key}: {detail['msg'].removeprefix('Value error, ').lower()}", _remedy(detail))


def _remedy(detail: Any) -> str:
    """Say what to write instead of a value that pydantic refuses.

    >>> _remedy({"type": "literal_error", "input": "hihg", "ctx": {"expected": "'low', 'medium' or 'high'"}})
    'did you mean "high"?'
    """
    if detail["type"] == "literal_error":
        close = get_close_matches(str(detail["input"]), re.findall("'([^']*)'", detail["ctx"]["expected"]), 1)
        return f'did you mean "{close[0]}"?' if close else "take one of these"
    return _REMEDIES.get(detail["type"].partition("_")[0], "")
