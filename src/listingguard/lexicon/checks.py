"""The ladder that data climbs before it is used: parse → schema → canonical → meaning. Examples through the scanner are in `proof`.

Nothing stops at the first complaint: a contributor sees all of them at once, each with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from listingguard.errors import Problem
from listingguard.lexicon.brand_checks import brand_problems, shared_problems
from listingguard.lexicon.canonical import comment_line, format_data
from listingguard.lexicon.layers import own_part
from listingguard.lexicon.link_checks import file_name_problems, source_problems, unused_problems
from listingguard.lexicon.load import Records, linked, read_toml, records_of, validate
from listingguard.lexicon.placed import Catalogue
from listingguard.lexicon.read import SourceFile, digest_of
from listingguard.lexicon.rule_checks import rule_problems

__all__ = ["Checked", "canonical_problems", "check", "is_generated"]

_GENERATED: Final = "generated/"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found: the problems, the records that were looked at, and all records unless they cannot be compiled."""

    problems: tuple[Problem, ...]
    catalogue: Catalogue
    records: Records | None


def check(files: tuple[SourceFile, ...]) -> Checked:
    """Take files up the ladder; where own lexicons lie over the one that ships, only they are looked at, in the light of all.

    Where a file cannot be read, ids that seem to name nothing are not complained about: it may hold them.
    """
    problems: list[Problem] = []
    read = [(file, data) for file in files if (data := read_toml(file, problems)) is not None]
    parsed = [(file, model) for file, data in read if (model := validate(file, data, problems)) is not None]
    complete = not problems
    over = min(1, max((file.layer for file in files), default=0))
    problems += [problem for file, data in read if file.layer >= over for problem in canonical_problems(file, data)]
    problems += [problem for file, model in parsed if file.layer >= over for problem in file_name_problems(file, model)]
    everything, broken = linked(parsed)
    own = own_part(everything) if over else everything
    problems += [*(broken if complete else ()), *shared_problems(everything)]
    problems += [problem for meaning in (source_problems, brand_problems, rule_problems) for problem in meaning(own)]
    if complete:
        problems += unused_problems(everything, own)
    records = records_of(everything, parsed, digest_of(files)) if complete and not broken else None
    return Checked(tuple(problems), own, records)


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
