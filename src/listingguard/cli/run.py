"""One run of `listingguard scan`: every file read, every row scanned, every problem told and none fatal to the rest."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

from listingguard.cli.configured import Configured
from listingguard.cli.console import Progress, tell
from listingguard.cli.files import Files
from listingguard.cli.older import History
from listingguard.cli.pool import Outcome, scan_rows
from listingguard.cli.since import OldRows, Since
from listingguard.errors import InputError, Problem
from listingguard.report import Report
from listingguard.report.forms import Entry, Tally
from listingguard.sources import Reason, Row, read_listings

__all__ = ["Run"]

_TOLD: Final = 10
_STDIN: Final = "<stdin>"
_REASONS: Final[dict[Reason, str]] = {
    "hidden": "hidden",
    "gitignored": "ignored by Git (--no-gitignore reads it)",
    "not-listings": "no product file by its name (name it to have it read)",
}


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A problem, and how many rows and files it keeps from being scanned."""

    problem: Problem
    rows: int = 0
    files: int = 0


#: What is told between rows, at the place where it was heard: rows are read ahead of those that are scanned.
_Told = _Trouble | str


@dataclass(slots=True)
class Run:
    """The state of a run. `outputs` are the real paths of its reports, which are no product files; `problems` are all that went wrong.

    `narrow` leaves of a row what counts: what may not stand, is looked for and new; rows that are as they were at `since` are not scanned
    at all; `finish` gives what is to be told at the end. Of each file the first ten problems are told as they come.
    """

    configured: Configured
    paths: Sequence[str]
    outputs: frozenset[str]
    progress: Progress
    quiet: bool
    verbose: bool = False
    narrow: Callable[[Entry], Entry] = lambda entry: entry
    finish: Callable[[], Iterable[str]] = tuple
    since: Since | None = None
    tally: Tally = field(default_factory=Tally)
    problems: list[Problem] = field(default_factory=list)
    _heard: list[_Told] = field(default_factory=list)

    def scanned(self) -> Iterator[Entry]:
        """Scan everything, lazily and in order."""
        asked = self.configured
        self.tally.lexicon = asked.scanner.lexicon.version
        for event, outcome in scan_rows(asked.scanner, self._events(), asked.run["jobs"], lambda path: asked.for_file(path).how):
            if isinstance(event, str):
                self.note(event)
            elif isinstance(event, _Trouble):
                self.tally.failed += event.files
                self.tally.skipped += event.rows
                self.complain(event.problem)
            elif isinstance(event, Row) and (report := self._report(event, outcome)) is not None:
                entry = self.narrow(self._entry(event, report))
                self.tally.add(entry)
                self.progress.step(event.path)
                yield entry
        self.progress.clear()
        self.tally.notes += self.finish()
        self._tell_rest()

    def _entry(self, row: Row, report: Report) -> Entry:
        """Give a row with its place, and with what holds for its file."""
        cells = {name: cell for name, _ in row.fields if (cell := row.cell(name))} if row.sheet else {}
        asked = self.configured.for_file(row.path)
        apart = {"ignore": row.ignore, "least": asked.least, "fail_on": asked.fail_on}
        return Entry(row.path, row.row, row.line, report, row.sheet, row.id, cells, row.origin, **apart)

    def _report(self, row: Row, outcome: Outcome | None) -> Report | None:
        if isinstance(outcome, tuple):  # a marketplace that is not known
            problem, hint = outcome
            self.tally.skipped += 1
            self.complain(Problem(row.path, row.line, problem, f'{hint}; or leave that column out: --field "marketplace="'))
            return None
        return outcome

    def _events(self) -> Iterator[Row | _Told]:
        """Give the rows of all files, and before each what was heard on the way to it: notes, and what could not be read."""
        self.configured.note = self._hear
        try:
            for row in self._rows():
                yield from self._drained()
                yield row
        except Exception:
            yield from self._drained()
            raise
        yield from self._drained()
        self.configured.note = self.note

    def _drained(self) -> Iterator[_Told]:
        heard, self._heard = self._heard, []
        yield from heard

    def _hear(self, told: _Told) -> None:
        self._heard.append(told)

    def _unfit(self, problem: Problem) -> None:
        self._hear(_Trouble(problem))

    def _unread(self, problem: Problem) -> None:
        self._hear(_Trouble(problem, rows=1))

    def _rows(self) -> Iterator[Row]:
        gitignore = not self.configured.run["no-gitignore"]
        history = History(self.since, self.paths, self._read, self._hear) if self.since else None
        for path in Files(self.paths, self.outputs, self._unfit, self._hear, self._left_out, gitignore).found():
            if self.since and self.since.is_gone(path):
                self._hear(f"{path}: it is gone since {self.since.ref}; there is nothing to scan")
                continue
            if self.since and self.since.is_unchanged(path):
                self.tally.files_unchanged += 1
                continue
            self.tally.files += 1
            old = history.rows(path) if history else None
            yield from self._file(path, old)
            self.tally.unchanged += old.unchanged if old else 0

    def tell(self, notes: Iterable[str]) -> None:
        """Tell notes, unless nobody wants to hear them."""
        for note in notes:
            self.note(note)

    def tell_touched(self, lexicons: Sequence[str]) -> None:
        """Say which lexicons changed, too: rows that did not are not scanned with them."""
        for folder in lexicons:
            if self.since and Path(folder).is_dir() and self.since.touched(folder):
                self.note(f"{folder}: this lexicon changed since {self.since.ref}; without --diff-base all rows are scanned with it")

    def _read(self, source: str | BinaryIO, path: str, name: str, **others: Any) -> Iterator[Row]:
        """Read a file, or what it was, as its configuration says today."""
        reader = self.configured.for_file(path).reader
        return read_listings(source, name=name, input_format=reader.input_format, encoding=reader.encoding, fields=reader.fields, **others)

    def _file(self, path: str, old: OldRows | None) -> Iterator[Row]:
        source: str | BinaryIO = sys.stdin.buffer if path == "-" else path
        asked = self.configured.for_file(path)
        if asked.source:
            self._detail(f"{path}: configured by {asked.source}")
        hears: dict[str, Any] = {"on_note": self._hear, "on_problem": self._unread, "on_detail": self._detail}
        try:
            yield from self._read(source, path, _STDIN if path == "-" else path, wanted=old.is_new if old else None, **hears)
        except InputError as error:
            self._hear(_Trouble(error.problem, files=1))

    def complain(self, problem: Problem) -> None:
        """Tell a problem; of each file the first ten."""
        self.problems.append(problem)
        if sum(p.path == problem.path for p in self.problems[-_TOLD - 1 :]) <= _TOLD:
            self.progress.clear()
            tell(f"error: {problem}", sys.stderr)

    def _left_out(self, path: str, reason: Reason) -> None:
        if os.path.realpath(path) in self.outputs:
            return
        self.tally.left_out[reason] += 1
        self._detail(f"{path}: {_REASONS[reason]}; not read")

    def _detail(self, text: str) -> None:
        if self.verbose:
            self._hear(text)

    def note(self, text: str) -> None:
        """Tell what a careful person wants to know."""
        if not self.quiet:
            self.progress.clear()
            tell(f"note: {text}", sys.stderr)

    def _tell_rest(self) -> None:
        """Say how many problems were not told, so that nobody takes ten for all."""
        for path, count in Counter(problem.path for problem in self.problems).items():
            if count > _TOLD:
                tell(f"error: {path}: and {count - _TOLD} more problems like these", sys.stderr)
