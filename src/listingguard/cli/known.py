"""The baseline file on disk: read whole, written whole, and never by a scan."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from listingguard.cli.replaced import replaced
from listingguard.errors import ConfigError, InputError, Problem
from listingguard.report.baseline import Baseline, Matching, baseline_text, read_baseline
from listingguard.report.forms import Entry
from listingguard.report.narrow import narrowed

__all__ = ["Narrowing", "load_baseline", "refuse_outputs", "save_baseline", "tell_counts"]

_TOLD: Final = 10


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Takes what is known out of each row that is scanned: only the rest counts."""

    matching: Matching

    def __call__(self, entry: Entry) -> Entry:
        """Give the row without what is known, its verdict made anew."""
        stays, known = self.matching.split(entry.report.findings)
        return replace(entry, report=narrowed(entry.report, stays), known=known)


def load_baseline(path: str) -> Baseline:
    """Read a baseline; what is wrong with it is an error that names file and line."""
    try:
        return read_baseline(Path(path).read_bytes().decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        raise InputError(Problem(path, None, "this baseline is not UTF-8", "take it from version control, or make it again")) from error
    except OSError as error:
        hint = "listingguard baseline create PATH -o FILE makes one"
        raise InputError(Problem(path, None, f"the baseline cannot be read: {error.strerror or error}", hint)) from error


def save_baseline(baseline: Baseline, path: str) -> None:
    """Write a baseline; the file is whole, or as it was."""
    with replaced(path, "\n") as out:
        out.write(baseline_text(baseline))


def tell_counts(matching: Matching, looked_for: Callable[[str], bool], path: str) -> Iterator[str]:
    """Say where there are more or fewer findings than a baseline counts; `looked_for` tells whether findings of a code were looked for."""
    over = list(matching.over())
    for known, more in over[:_TOLD]:
        yield f"{known.code} {known.term}: {known.count + more:,} found, {known.count:,} in {path}; counts do not say which of them are new"
    if len(over) > _TOLD:
        yield f"and {len(over) - _TOLD:,} more kinds of which there are more than in {path}"
    fewer = sum(known.count for known in matching.gone() if looked_for(known.code))
    if fewer:
        yield f"{path} can be tightened: {fewer:,} fewer found than it counts; listingguard baseline update brings it in step"


def refuse_outputs(baseline: str, outputs: list[str | None]) -> None:
    """Refuse a report in the place of the baseline: a scan never writes it."""
    for path in outputs:
        if path and os.path.realpath(path) == os.path.realpath(baseline):
            raise ConfigError(f"--output {path} is the baseline", "a scan never rewrites it; give the report another name")
