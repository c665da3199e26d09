"""Reading the data files: TOML, then the schema. All problems at once, each with file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from listingguard.errors import LexiconError, Problem
from listingguard.lexicon import schema as s
from listingguard.lexicon.link_checks import duplicate_problems, reference_problems
from listingguard.lexicon.placed import catalogue_of
from listingguard.lexicon.read import SourceFile, digest_of

__all__ = ["Records", "load", "parse", "read_toml", "records_of", "validate"]

_Model = TypeVar("_Model", bound=BaseModel)
Table = Mapping[str, str]
_LINE: Final = re.compile(r"line (\d+)")
#: Which schema a file has, by folder or by path.
_KINDS: Final[dict[str, type[s.File | s.MarketplaceRecord]]] = {
    "brands": s.BrandFile,
    "rules": s.RuleFile,
    "marketplaces": s.MarketplaceRecord,
    "codes.toml": s.CodeFile,
    "context/goods.toml": s.GoodsFile,
    "context/cues.toml": s.CueFile,
    "context/exemptions.toml": s.ExemptionFile,
    "context/signs.toml": s.SignFile,
    "generated/confusables.toml": s.ConfusableFile,
    "generated/fragments.toml": s.FragmentFile,
    "generated/near_words.toml": s.NearWordsFile,
    "generated/shapes.toml": s.ShapesFile,
    "generated/sounds.toml": s.SoundsFile,
}


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that the data files hold, in the order of the files, and the digest of their bytes."""

    brands: tuple[s.BrandRecord, ...] = ()
    bases: tuple[s.BasisRecord, ...] = ()
    rules: tuple[s.RuleRecord, ...] = ()
    goods: tuple[s.GoodsRecord, ...] = ()
    cues: tuple[s.CueRecord, ...] = ()
    exemptions: tuple[s.ExemptionRecord, ...] = ()
    codes: tuple[s.CodeRecord, ...] = ()
    marketplaces: tuple[s.MarketplaceRecord, ...] = ()
    confusables: tuple[tuple[str, str], ...] = ()
    near_words: frozenset[str] = frozenset()
    sounds: tuple[Table, Table] = ({}, {})
    looks: Table = field(default_factory=dict)
    halves: Table = field(default_factory=dict)
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fragments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    digest: str = ""


def load(files: tuple[SourceFile, ...]) -> Records:
    """Parse the files, check them against the schema and that what they name exists; raise one `LexiconError` with all that is wrong."""
    problems: list[Problem] = []
    parsed = [(file, model) for file in files if (model := parse(file, problems)) is not None]
    if not problems:
        catalogue = catalogue_of(parsed)
        problems += [*duplicate_problems(catalogue), *reference_problems(catalogue)]
    if problems:
        raise LexiconError(tuple(problems))
    return records_of([model for _, model in parsed], digest_of(files))


def records_of(parsed: Sequence[BaseModel], digest: str) -> Records:
    """Gather the records of parsed files."""
    near = _first(parsed, s.NearWordsFile)
    letters = _first(parsed, s.ConfusableFile)
    sounds = _first(parsed, s.SoundsFile)
    shapes = _first(parsed, s.ShapesFile)
    fragments = _first(parsed, s.FragmentFile)
    return Records(
        brands=tuple(r for m in parsed if isinstance(m, s.BrandFile) for r in m.brand),
        bases=tuple(r for m in parsed if isinstance(m, s.RuleFile | s.ExemptionFile) for r in m.basis),
        rules=tuple(r for m in parsed if isinstance(m, s.RuleFile) for r in m.rule),
        goods=tuple(r for m in parsed if isinstance(m, s.GoodsFile) for r in m.goods),
        cues=tuple(r for m in parsed if isinstance(m, s.CueFile) for r in m.cue),
        exemptions=tuple(r for m in parsed if isinstance(m, s.ExemptionFile) for r in m.exemption),
        codes=tuple(r for m in parsed if isinstance(m, s.CodeFile) for r in m.code),
        marketplaces=tuple(m for m in parsed if isinstance(m, s.MarketplaceRecord)),
        confusables=tuple(letters.letters.items()) if letters else (),
        near_words=frozenset(near.words) if near else frozenset(),
        sounds=(sounds.first, sounds.other) if sounds else ({}, {}),
        looks=shapes.looks if shapes else {},
        halves=shapes.halves if shapes else {},
        signs={r.stands_for: r.signs for m in parsed if isinstance(m, s.SignFile) for r in m.sign},
        fragments=fragments.fragments if fragments else {},
        digest=digest,
    )


def parse(file: SourceFile, problems: list[Problem]) -> BaseModel | None:
    """Parse one file; what is wrong with it goes to `problems`, and then there is no record of it."""
    data = read_toml(file, problems)
    return None if data is None else validate(file, data, problems)


def read_toml(file: SourceFile, problems: list[Problem]) -> dict[str, Any] | None:
    """Read one file as TOML."""
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        problems.append(Problem(f"data/{file.path}", int(line[1]) if line else None, f"not valid TOML: {error}"))
    return None


def validate(file: SourceFile, data: dict[str, Any], problems: list[Problem]) -> BaseModel | None:
    """Check what was read against the schema of the file's place."""
    kind = _KINDS.get(file.path) or _KINDS.get(file.path.split("/")[0])
    if kind is None:
        problems.append(Problem(f"data/{file.path}", None, "this file has no place in the lexicon", f"known are {', '.join(_KINDS)}"))
        return None
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        problems += [_problem(file, kind, data, detail) for detail in error.errors()]
    return None


def _first(parsed: Sequence[BaseModel], kind: type[_Model]) -> _Model | None:
    return next((m for m in parsed if isinstance(m, kind)), None)


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
        close = get_close_matches(loc[-1], _keys(kind, loc[:-1]), 1)
        return Problem(f"data/{file.path}", line, f'{table}unknown key "{key}"', f'did you mean "{close[0]}"?' if close else "")
    return Problem(f"data/{file.path}", line, f"{table}{key}: {detail['msg'].lower()}")


def _keys(kind: type[BaseModel], path: list[str]) -> list[str]:
    """Give the keys that the schema knows at a path."""
    here: Any = kind
    for part in path:
        if part.isdigit():
            continue
        field = next((f for n, f in here.model_fields.items() if part in (n, f.alias)), None)
        models = [a for a in _arguments(field.annotation) if isinstance(a, type) and issubclass(a, BaseModel)] if field else []
        if not models:
            return []
        here = models[0]
    return [f.alias or n for n, f in here.model_fields.items()]


def _arguments(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _arguments(argument)
