"""One run of `listingguard scan`: every file read, every row scanned, every problem told and none fatal to the rest."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from listingguard.cli.console import Progress, tell
from listingguard.cli.tally import Tally
from listingguard.errors import ConfigError, InputError, Problem
from listingguard.report import Report
from listingguard.scan import Scanner
from listingguard.sources import Format, Row, find_files, read_listings

__all__ = ["Reader", "Run"]

_TOLD: Final = 10
_STDIN: Final = "<stdin>"


@dataclass(frozen=True, slots=True)
class Reader:
    """How files are to be read."""

    input_format: Format | None = None
    encoding: str | None = None
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Run:
    """The state of a run. `problems` are all that went wrong; of each file the first ten are told as they come."""

    scanner: Scanner
    reader: Reader
    paths: Sequence[str]
    output: str | None
    progress: Progress
    quiet: bool
    tally: Tally = field(default_factory=Tally)
    problems: list[Problem] = field(default_factory=list)

    def scanned(self) -> Iterator[tuple[Row, Report]]:
        """Scan everything, lazily and in order."""
        for path in find_files(self.paths, self._complain):
            if self.output is not None and path != "-" and os.path.realpath(path) == os.path.realpath(self.output):
                self._note(f"{path}: this is where the report goes; not read")
                continue
            self.tally.files += 1
            try:
                yield from self._file(path)
            except InputError as error:
                self.tally.failed += 1
                self._complain(error.problem)
        self.progress.clear()
        self._tell_rest()

    def _file(self, path: str) -> Iterator[tuple[Row, Report]]:
        source: str | BinaryIO = sys.stdin.buffer if path == "-" else path
        rows = read_listings(
            source,
            name=_STDIN if path == "-" else path,
            input_format=self.reader.input_format,
            encoding=self.reader.encoding,
            fields=self.reader.fields,
            on_note=self._note,
            on_problem=self._skip,
        )
        for row in rows:
            try:
                report = self.scanner.scan(row.listing, marketplace=row.marketplace)
            except ConfigError as error:
                remedy = 'or leave that column out: --field "marketplace="'
                self._skip(Problem(row.path, row.line, error.problem, f"{error.hint}; {remedy}"))
                continue
            self.tally.add(row, report)
            self.progress.step(path)
            yield row, report

    def _skip(self, problem: Problem) -> None:
        self.tally.skipped += 1
        self._complain(problem)

    def _complain(self, problem: Problem) -> None:
        self.problems.append(problem)
        if sum(p.path == problem.path for p in self.problems[-_TOLD - 1 :]) <= _TOLD:
            self.progress.clear()
            tell(f"error: {problem}", sys.stderr)

    def _note(self, text: str) -> None:
        if not self.quiet:
            self.progress.clear()
            tell(f"note: {text}", sys.stderr)

    def _tell_rest(self) -> None:
        """Say how many problems were not told, so that nobody takes ten for all."""
        for path, count in Counter(problem.path for problem in self.problems).items():
            if count > _TOLD:
                tell(f"error: {path}: and {count - _TOLD} more problems like these", sys.stderr)
