"""The ladder that data climbs before it is used: parse → schema → canonical → meaning. Examples through the scanner are in `proof`.

Nothing stops at the first complaint: a contributor sees all of them at once, each with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from listingguard.errors import Problem
from listingguard.lexicon.brand_checks import brand_problems
from listingguard.lexicon.canonical import comment_line, format_data
from listingguard.lexicon.link_checks import (
    alias_problems,
    duplicate_problems,
    file_name_problems,
    reference_problems,
    source_problems,
    unused_problems,
)
from listingguard.lexicon.load import Records, read_toml, records_of, validate
from listingguard.lexicon.placed import Catalogue, catalogue_of
from listingguard.lexicon.read import SourceFile, digest_of
from listingguard.lexicon.rule_checks import rule_problems

__all__ = ["Checked", "canonical_problems", "check", "is_generated"]

_GENERATED: Final = "generated/"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found: the problems, and the records unless they cannot be compiled."""

    problems: tuple[Problem, ...]
    catalogue: Catalogue
    records: Records | None


def check(files: tuple[SourceFile, ...]) -> Checked:
    """Take files up the ladder. Where one cannot be read, ids that seem to name nothing are not complained about: it may hold them."""
    problems: list[Problem] = []
    read = [(file, data) for file in files if (data := read_toml(file, problems)) is not None]
    parsed = [(file, model) for file, data in read if (model := validate(file, data, problems)) is not None]
    complete = not problems
    problems += [problem for file, data in read for problem in canonical_problems(file, data)]
    problems += [problem for file, model in parsed for problem in file_name_problems(file, model)]
    catalogue = catalogue_of(parsed)
    broken = list(_links(catalogue)) if complete else []
    problems += broken + [problem for meaning in (source_problems, brand_problems, rule_problems) for problem in meaning(catalogue)]
    if complete:
        problems += unused_problems(catalogue)
    usable = complete and not broken
    records = records_of([model for _, model in parsed], digest_of(files)) if usable else None
    return Checked(tuple(problems), catalogue, records)


def _links(catalogue: Catalogue) -> Iterator[Problem]:
    for check_links in (duplicate_problems, reference_problems, alias_problems):
        yield from check_links(catalogue)


def is_generated(file: SourceFile) -> bool:
    """Tell whether a script writes the file: it has a head that says so, and the formatter leaves it alone."""
    return file.path.startswith(_GENERATED)


def canonical_problems(file: SourceFile, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Say where a file departs from its canonical form: at a comment, or else at the first line that differs."""
    if is_generated(file):
        return
    canonical = format_data(data)
    path = f"data/{file.path}"
    if (comment := comment_line(file.text)) is not None:
        yield Problem(path, comment, "a comment has no place in the canonical form", 'write it as note = "…" of the record it is about')
    elif canonical != file.text:
        yield Problem(path, *_departure(file.text, canonical))


def _departure(text: str, canonical: str) -> tuple[int, str, str]:
    """Give the first line that the formatter would change, and how it would read."""
    ours, theirs = text.split("\n"), canonical.split("\n")
    line = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    wanted = theirs[line] if line < len(theirs) else "the end of the file"
    return line + 1, f"not in canonical form: should be {wanted!r}", "run: listingguard lexicon fmt"
