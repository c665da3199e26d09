"""The ladder that data climbs before it is used: parse → schema → canonical → meaning. Examples through the scanner are in `proof`.

Nothing stops at the first complaint: a contributor sees all of them at once, each with file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from listingguard.errors import Problem
from listingguard.lexicon.brand_checks import brand_problems, shared_problems
from listingguard.lexicon.canonical import comment_line, format_data
from listingguard.lexicon.layers import own_part
from listingguard.lexicon.link_checks import file_name_problems, source_problems, unused_problems
from listingguard.lexicon.load import Records, linked, read_toml, records_of, validate
from listingguard.lexicon.placed import Catalogue
from listingguard.lexicon.read import SourceFile, digest_of
from listingguard.lexicon.rule_checks import rule_problems

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = ["Read", "canonical_problems", "check", "disorder", "is_generated", "read"]

_GENERATED: Final = "generated/"
_BRANDS: Final = "brands/"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of data files: what is wrong with it, and the records that can be compiled.

    `values`, `models` and `catalogue` are what is looked at: of own lexicons over the one that ships, only theirs, in the light of
    `everything`. Files of brands with mistakes are left out of the `records`, so that all others are proved nevertheless: the brands and
    rules that are `provable`. With a mistake in any other file there are none.
    """

    problems: tuple[Problem, ...]
    values: tuple[tuple[SourceFile, dict[str, Any]], ...]
    models: tuple[tuple[SourceFile, BaseModel], ...]
    catalogue: Catalogue
    everything: Catalogue
    whole: bool
    provable: Catalogue
    records: Records | None


def read(files: tuple[SourceFile, ...]) -> Read:
    """Take files up the first rungs: values, schema, and whether the records hang together."""
    problems: list[Problem] = []
    values = tuple((file, data) for file in files if (data := read_toml(file, problems)) is not None)
    models = tuple((file, model) for file, data in values if (model := validate(file, data, problems)) is not None)
    understood = {file.shown for file, _ in models}
    unread = [file.path for file in files if file.shown not in understood]
    everything, broken = linked(models, unread)
    problems += broken
    lost = {problem.path for problem in problems}
    sound = tuple(item for item in models if item[0].shown not in lost)
    in_force = linked(sound)[0] if lost else everything
    mistaken = [file.path for file in files if file.shown in lost]
    part: Callable[[Catalogue], Catalogue] = own_part if any(file.layer for file in files) else lambda catalogue: catalogue
    return Read(
        problems=tuple(problems),
        values=tuple(item for item in values if item[0].layer or part is not own_part),
        models=tuple(item for item in models if item[0].layer or part is not own_part),
        catalogue=part(everything),
        everything=everything,
        whole=not unread,
        provable=part(in_force),
        records=records_of(in_force, sound, digest_of(files)) if all(path.startswith(_BRANDS) for path in mistaken) else None,
    )


def disorder(found: Read) -> Iterator[Problem]:
    """Say what is not as it should be in what was read: form, names and meaning."""
    for file, data in found.values:
        yield from canonical_problems(file, data)
    for file, model in found.models:
        yield from file_name_problems(file, model)
    yield from shared_problems(found.everything)
    for meaning in (source_problems, brand_problems, rule_problems):
        yield from meaning(found.catalogue)
    if found.whole:
        yield from unused_problems(found.everything, found.catalogue)


def check(files: tuple[SourceFile, ...]) -> tuple[Problem, ...]:
    """Take files up the ladder but for its last rung, the examples."""
    found = read(files)
    return (*found.problems, *disorder(found))


def is_generated(file: SourceFile) -> bool:
    """Tell whether a script writes the file: it has a head that says so, and the formatter leaves it alone."""
    return file.path.startswith(_GENERATED)


def canonical_problems(file: SourceFile, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Say where a file departs from its canonical form: at a comment, or else at the first line that differs."""
    if is_generated(file):
        return
    canonical = format_data(data)
    if (comment := comment_line(file.text)) is not None:
        yield Problem(
            file.shown, comment, "a comment has no place in the canonical form", 'write it as note = "…" of the record it is about'
        )
    elif canonical != file.text:
        yield Problem(file.shown, *_departure(file.text, canonical, f" --data {file.folder}" if file.layer else ""))


def _departure(text: str, canonical: str, where: str) -> tuple[int, str, str]:
    """Give the first line that the formatter would change, and how it would read."""
    ours, theirs = text.split("\n"), canonical.split("\n")
    line = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    wanted = theirs[line] if line < len(theirs) else "the end of the file"
    return line + 1, f"not in canonical form: should be {wanted!r}", f"run: listingguard lexicon fmt{where}"
