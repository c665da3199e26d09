"""CSV for spreadsheet programs: one line a finding, in UTF-8 with the mark by which Excel knows it, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from listingguard.errors import Problem
from listingguard.model import Finding, Lang
from listingguard.report.forms.entry import Entry, Head
from listingguard.report.forms.form import Writer
from listingguard.report.forms.tally import Tally
from listingguard.report.visible import shorten, visible
from listingguard.report.words import basis_of, kind_name, message_of, say

__all__ = ["Sheet", "safe_cell"]

_COLUMNS: Final = (
    *("path", "sheet", "line", "row", "cell", "sku", "verdict", "score", "field", "start", "end", "text", "code", "kind", "category"),
    *("term", "brand", "severity", "confidence", "disposition", "message", "advice", "suggestion", "basis", "fingerprint"),
)
_LONGEST: Final = 2000  # characters; Excel takes 32,767 in a cell
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "|", "%")


def safe_cell(text: str) -> str:
    """Give a text as a cell that no spreadsheet program takes for a formula, without characters that cannot be seen.

    >>> safe_cell("=1+1"), safe_cell("-50% off"), safe_cell("耐克")
    ("'=1+1", "'-50% off", '耐克')
    """
    shown = visible(shorten(text, _LONGEST))
    return f"'{shown}" if shown.lstrip(" \u3000\"'").startswith(_FORMULA) else shown


@dataclass(slots=True)
class Sheet(Writer):
    """A line a finding; after them one line for each file or row that could not be read, and one with the sums."""

    def start(self, head: Head) -> Iterable[str]:
        """Give the mark and the names of the columns."""
        del head
        yield ("\ufeff" if self.look.is_unicode else "") + _line(_COLUMNS)

    def row(self, entry: Entry) -> Iterable[str]:
        """Give the lines of a row."""
        for finding in entry.told(excused=self.look.show_excused):
            yield _line(_cells(entry, finding, self.look.lang))

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give what was not read, and how much was."""
        unchanged = f"; unchanged rows {tally.unchanged}, files {tally.files_unchanged}" if tally.unchanged or tally.files_unchanged else ""
        blank = dict.fromkeys(_COLUMNS, "")
        for problem in problems:
            told = {"path": problem.path, "line": problem.line or "", "verdict": "not read"}
            yield _line((blank | told | {"message": problem.problem, "advice": problem.hint}).values())
        for note in tally.notes:
            yield _line((blank | {"path": "note", "verdict": "note", "message": note}).values())
        sums = (
            f"files {tally.files}; not read {tally.failed}; rows {tally.rows}; skipped {tally.skipped}; left out {tally.left_out.total()}; "
            f"findings {tally.findings}; excused {tally.excused}{unchanged}" + (f"; lexicon {tally.lexicon}" if tally.lexicon else "")
        )
        yield _line((blank | {"path": "total", "verdict": "summary", "message": sums}).values())


def _cells(entry: Entry, finding: Finding, lang: Lang) -> tuple[object, ...]:
    suggestion = finding.suggestion
    return (
        *(entry.path, entry.sheet, entry.line, entry.row, entry.cells.get(finding.field, ""), entry.sku),
        *(entry.report.verdict, entry.report.score, finding.field, finding.start, finding.end, finding.text),
        *(
            finding.code,
            kind_name(finding, lang),
            finding.category,
            finding.term,
            finding.brand or "",
            finding.severity,
            finding.confidence,
        ),
        *(finding.disposition, message_of(finding, finding.message), message_of(finding, finding.advice)),
        "" if suggestion is None else suggestion or say("delete", lang, text=shorten(finding.text, _LONGEST)),
        *("; ".join(basis_of(basis, lang) for basis in finding.basis), finding.fingerprint),
    )


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()
