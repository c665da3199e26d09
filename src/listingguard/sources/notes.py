"""What a careful person wants to know about the columns of a file: which are read as what, and which text is not read."""

from __future__ import annotations

from typing import Final

from listingguard.sources.excuse import ignore_column
from listingguard.sources.plan import Plan
from listingguard.sources.prose import is_running_text
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record

__all__ = ["ColumnNotes"]

_ROWS: Final = 200
_SHOWN: Final = 30
_LOOK: Final = 2000
_OPEN: Final = ("description", "bullets", "subtitle", "search_terms")


class ColumnNotes:
    """Tells once a file what its columns are taken for, and of every column of running text that nothing is read from.

    The first rows tell; a column that holds text only further down is not looked at.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._told: set[object] = set()
        self._first: dict[str, tuple[str, str, int]] = {}
        self._repeated: set[str] = set()
        self._rows = 0

    def see(self, record: Record, plan: Plan) -> None:
        """Look at a record before it becomes a listing."""
        if self._rows >= _ROWS:
            return
        self._rows += 1
        self._tell_plan(record, plan)
        read = {index for indices in plan.columns.values() for index in indices} | {ignore_column(record.columns)}
        for index, value in enumerate(record.values):
            if index not in read and is_running_text(value):
                self._hold(record.columns[index], str(value), record.line, plan)

    def finish(self) -> None:
        """Tell of columns in which one text stood once; one and the same text on every row is no text of a listing."""
        for column, (_, note, line) in self._first.items():
            if column not in self._repeated:
                self._tell(column, note, line)

    def _hold(self, column: str, text: str, line: int, plan: Plan) -> None:
        """Keep the first text of a column until another one differs."""
        if column not in self._first:
            self._first[column] = text[:_LOOK], f'column "{column}" holds text and is not read{_remedy(column, plan)}', line
            return
        first, note, line = self._first[column]
        if first == text[:_LOOK]:
            self._repeated.add(column)
        else:
            self._tell(column, note, line)

    def _tell(self, column: str, note: str, line: int | None = None) -> None:
        """Tell of a column, once."""
        if column not in self._told:
            self._told.add(column)
            self._reading.note(note, line)

    def _tell_plan(self, record: Record, plan: Plan) -> None:
        if (record.columns, record.sheet) in self._told:
            return
        self._told.add((record.columns, record.sheet))
        for part, column, taken in plan.passed_over:
            remedy = "" if column == taken else f'; to read it instead: --field "{part}={column}"'
            self._tell(column, f'column "{column}" is not read: the {part} is "{taken}"{remedy}')
        if not self._reading.running:
            self._reading.detail(_words(record, plan))


def _remedy(column: str, plan: Plan) -> str:
    part = next((part for part in _OPEN if part not in plan.columns), None)
    return f'; to read it: --field "{part}={column}"' if part else ""


def _words(record: Record, plan: Plan) -> str:
    """Say which column feeds which part, and which feed none."""
    named = [
        f"{part} from {', '.join(repr(record.columns[i]) for i in indices[:_SHOWN])}{' …' if len(indices) > _SHOWN else ''}"
        for part, indices in plan.columns.items()
    ]
    if (ignored := ignore_column(record.columns)) is not None:
        named.append(f"excuses from {record.columns[ignored]!r}")
    read = {index for indices in plan.columns.values() for index in indices} | {ignored}
    rest = [repr(column) for index, column in enumerate(record.columns) if index not in read and column]
    more = f" and {len(rest) - _SHOWN} more" if len(rest) > _SHOWN else ""
    shape = f"read as {record.shape.id}: " if record.shape else "read by the names of its columns: "
    sheet = f"sheet {record.sheet!r} " if record.sheet else ""
    return f"{sheet}{shape}{'; '.join(named)}" + (f"; not read: {', '.join(rest[:_SHOWN])}{more}" if rest else "")
