"""`listingguard scan --fix` and `--diff`: the safe edits of whole files, and what is left."""

from __future__ import annotations

import argparse
import functools
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from listingguard.cli.configured import Configured, ForFile
from listingguard.cli.console import tell
from listingguard.cli.diff import diff_lines
from listingguard.cli.files import Files
from listingguard.errors import ConfigError, InputError, Problem
from listingguard.fix import Fixed, fix_with
from listingguard.fix.fixed import REASONS, Reason
from listingguard.model import Lang, Listing
from listingguard.normalize import to_traditional
from listingguard.report import Report
from listingguard.report.forms import Entry, Tally
from listingguard.sources import Original, Row, check_writable, open_original, write_back

__all__ = ["FixRun", "add_fixing", "fix_files"]

_CLEAN, _FOUND, _CANNOT = 0, 1, 2
_TOLD: Final = 10
_T = TypeVar("_T")


def add_fixing(group: argparse._ArgumentGroup) -> None:
    """Register the options."""
    add = group.add_argument
    add("--fix", action="store_true", help="make the safe edits in the files themselves (CSV, TSV, JSON, JSON Lines)")
    add("--diff", action="store_true", help="show the safe edits as a diff and write nothing")
    add(
        "--unsafe",
        action="store_true",
        help="with --fix or --diff: also delete claims that proof would allow, words of imitation, and brands named for imitation",
    )


@dataclass(slots=True)
class FixRun:
    """The state of a run that fixes. `tally` counts what is left; `found` what there was. `narrow` leaves of a row what counts."""

    configured: Configured
    lang: Lang
    unsafe: bool
    quiet: bool
    verbose: bool = False
    narrow: Callable[[Entry], Entry] = lambda entry: entry
    tally: Tally = field(default_factory=Tally)
    found: int = 0
    changed: int = 0
    reasons: Counter[Reason] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)

    def prepare(self, path: str, *, write: bool) -> Original:
        """Read a file and note its edits; nothing is written yet. Raises `InputError` for a file that cannot be written back."""
        if path == "-":
            raise InputError(Problem("<stdin>", None, "standard input is not written back", "name a file"))
        asked = self.configured.for_file(path)
        original = open_original(
            path,
            input_format=asked.reader.input_format,
            encoding=asked.reader.encoding,
            fields=asked.reader.fields,
            on_note=self.note,
            on_problem=self.complain,
            on_detail=self.note if self.verbose else None,
        )
        if write:
            check_writable(path)
        for row in original.rows():
            try:
                fixed = fix_with(functools.partial(self._scan, row, asked), row.listing, unsafe=self.unsafe)
            except ConfigError as error:
                self.complain(Problem(row.path, row.line, error.problem, f'{error.hint}; or leave that column out: --field "marketplace="'))
                continue
            except InputError as error:
                self.complain(error.problem)
                continue
            self._count(row, fixed, original)
        self.tally.files += 1
        self.changed += bool(original.splices)
        if write:
            original.result()  # raises now what it would raise when others are written
        return original

    def _scan(self, row: Row, asked: ForFile, listing: Listing) -> Report:
        """Scan what a row holds, or would hold, as a report would: what may stand, and what nobody looks for, is not edited."""
        report = self.configured.scanner.scan(listing, **asked.how | ({"marketplace": row.marketplace} if row.marketplace else {}))
        return self.narrow(self._entry(row, report)).report

    def _entry(self, row: Row, report: Report) -> Entry:
        entry = Entry(row.path, row.row, row.line, report, row.sheet, row.id)
        return replace(entry, ignore=row.ignore, fail_on=self.configured.for_file(row.path).fail_on)

    def _count(self, row: Row, fixed: Fixed, original: Original) -> None:
        self.found += len(fixed.before.counted)
        edits = [(edit.field, edit.start, edit.end, edit.after) for edit in fixed.edits]
        if edits and not original.put(row, fixed.listing, edits):
            hint = "a value that is no text, an edit across two cells, or a character that the encoding lacks: edit this row by hand"
            self.complain(Problem(row.path, row.line, "the edits of this row cannot be written back", hint))
            self.tally.add(self._entry(row, fixed.before))
            return
        self.tally.add(self._entry(row, fixed.after))
        self.reasons.update(left.reason for left in fixed.left)

    def complain(self, problem: Problem) -> None:
        """Tell a problem; of each file the first ten."""
        self.problems[problem.path] += 1
        if self.problems[problem.path] <= _TOLD:
            tell(f"error: {problem}", sys.stderr)

    def note(self, text: str) -> None:
        """Tell something about a file that a careful person wants to know."""
        if not self.quiet:
            tell(f"note: {text}", sys.stderr)


def fix_files(run: FixRun, paths: Sequence[str], *, write: bool, diff: bool, exit_zero: bool) -> int:
    """Fix files and give the exit code, which is that of what is left. If any file cannot be fixed, none is written."""
    tried = [
        _attempt(run, functools.partial(run.prepare, path, write=write))
        for path in Files(paths, (), run.complain, run.note, gitignore=not run.configured.run["no-gitignore"]).found()
    ]
    originals = [original for original in tried if original]
    refused = write and run.tally.failed
    for original in originals:
        if diff:
            for line in diff_lines(original.path, original.text, original.splices):
                tell(line, sys.stdout)
        if write and not refused and original.splices:
            _attempt(run, functools.partial(write_back, original.path, original.raw, original.result()))
    if refused:
        tell("nothing was written: not every file can be fixed; leave those out, or convert them", sys.stderr)
    elif not run.quiet:
        tell(summary(run, write=write), sys.stderr if diff else sys.stdout)
    if run.problems:
        return _CANNOT
    return _FOUND if run.tally.failing and not exit_zero else _CLEAN


def _attempt(run: FixRun, work: Callable[[], _T]) -> _T | None:
    """Do what may fail for one file, and count it."""
    try:
        return work()
    except InputError as error:
        run.tally.failed += 1
        run.complain(error.problem)
        return None


def summary(run: FixRun, *, write: bool) -> str:
    """Give the last line: how many findings were fixed, and why the others are left."""
    left = run.tally.findings
    done = run.found - left
    words = [f"{_why(reason, run.lang)} ({count:,})" for reason, count in run.reasons.most_common()]
    if run.lang == "en":
        verb = "fixed" if write else "would fix"
        files = f"{run.changed:,} {'file' if run.changed == 1 else 'files'}"
        line = f"{verb} {done:,} of {run.found:,} {'finding' if run.found == 1 else 'findings'} in {files}; {left:,} left"
        return f"{line}: " + "; ".join(words) if words else line
    verb = "已修正" if write else "可修正"
    line = f"{verb} {run.changed} 个文件中的 {done}/{run.found} 处；余下 {left} 处"
    line += "：" + "；".join(words) if words else ""
    return to_traditional(line) if run.lang == "zh-Hant" else line


def _why(reason: Reason, lang: Lang) -> str:
    en, zh = REASONS[reason]
    return en if lang == "en" else zh
