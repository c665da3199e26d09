"""JSON and JSON Lines: everything, for programs. Rows are written as they come, so that a catalogue need not fit into memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from listingguard.errors import Problem
from listingguard.report.forms.entry import Entry, Head
from listingguard.report.forms.form import Writer
from listingguard.report.forms.tally import Tally
from listingguard.report.report import SCHEMA_VERSION

__all__ = ["JsonDocument", "JsonLines", "compact"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def compact(value: Any) -> str:
    r"""Give a value as JSON without blanks; a lone surrogate is written as U+FFFD.

    >>> compact({"词": "最\ud800好"})
    '{"词":"最\ufffd好"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(slots=True)
class JsonDocument(Writer):
    """One document: the head, `rows`, `summary`, `notes`, `errors`."""

    rows: int = 0

    def start(self, head: Head) -> Iterable[str]:
        """Open the document."""
        yield compact(_head(head))[:-1] + ',"rows":[\n'

    def row(self, entry: Entry) -> Iterable[str]:
        """Give a row, clean or not."""
        yield (",\n" if self.rows else "") + _row(entry)
        self.rows += 1

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give the sums and close the document."""
        yield "\n]," + compact(_tail(tally, problems))[1:] + "\n"


@dataclass(slots=True)
class JsonLines(Writer):
    """One line a row, and a last one with head, sums and errors."""

    head: dict[str, Any] = field(default_factory=dict)

    def start(self, head: Head) -> Iterable[str]:
        """Keep the head for the last line."""
        self.head = _head(head)
        return ()

    def row(self, entry: Entry) -> Iterable[str]:
        """Give the line of a row."""
        yield _row(entry) + "\n"

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give the last line."""
        yield compact(self.head | _tail(tally, problems)) + "\n"


def _head(head: Head) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "listingguard": head.version,
        "lexicon": head.lexicon,
        "marketplace": head.marketplace,
        "jurisdiction": head.jurisdiction,
        "strictness": head.strictness,
        "selected": head.selected,
        "baseline": head.baseline,
        "diff_base": head.diff_base,
    }


def _row(entry: Entry) -> str:
    place: dict[str, Any] = {"path": entry.path, "row": entry.row, "line": entry.line, "sheet": entry.sheet or None, "sku": entry.sku}
    if entry.cells:
        place["cells"] = dict(entry.cells)
    known = f',"known":{_findings(entry)}' if entry.known else ""
    return f'{compact(place)[:-1]},"report":{entry.report.model_dump_json()}{known}}}'


def _findings(entry: Entry) -> str:
    """Give the known findings as they would stand in a report."""
    return compact(replace(entry.report, findings=entry.known).model_dump()["findings"])


def _tail(tally: Tally, problems: Sequence[Problem]) -> dict[str, Any]:
    errors = [{"path": p.path, "line": p.line, "problem": p.problem, "hint": p.hint} for p in problems]
    return {"summary": tally.plain(), "notes": tally.notes, "errors": errors}
