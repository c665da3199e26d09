"""Whether the rows of a file hold any text: one in which none does is no clean file, something went wrong before it came here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from listingguard.model import Listing
from listingguard.sources.columns import TEXTS
from listingguard.sources.plan import Plan
from listingguard.sources.reading import Reading
from listingguard.sources.remedy import fullest, shown
from listingguard.sources.row import Hole, Record

__all__ = ["TextCount"]

_KEPT: Final = 10
_DELIMITERS: Final = ",;\t|"


@dataclass(slots=True)
class _Sheet:
    """What was seen of a sheet, or of a file that has none."""

    line: int
    source: str
    rows: int = 0
    empty: int = 0
    first: list[Record] = field(default_factory=list)


class TextCount:
    """Counts rows without text, and tells of a file or a sheet that has no others. `partial` says that not all rows were looked at."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sheets: dict[str, _Sheet] = {}
        self.partial = False

    def see(self, record: Record, plan: Plan, listing: Listing) -> None:
        """Look at a row. A cell of text without a value, which only workbooks have, is told; the rest of its row is read."""
        sheet = self._sheets.get(record.sheet) or self._sheets.setdefault(record.sheet, _Sheet(record.line, _source(record, plan)))
        sheet.rows += 1
        if listing.title.strip() or any(text.strip() for _, text in listing.texts()):
            sheet.first = []
        else:
            sheet.empty += 1
            if sheet.empty == sheet.rows and len(sheet.first) < _KEPT:
                sheet.first.append(record)
        if record.sheet:
            for hole in _holes(record, plan):
                sheet.empty, sheet.first = min(sheet.empty, sheet.rows - 1), []  # it is told already
                self._reading.complain(f"sheet {record.sheet!r}: {hole.problem}", record.line, hole.hint)

    def finish(self) -> None:
        """Tell what was counted."""
        bare = {name: sheet for name, sheet in self._sheets.items() if sheet.rows and sheet.empty == sheet.rows and not self.partial}
        for name, sheet in bare.items():
            place = f"sheet {name!r}: " if name else ""
            rows = f"none of the {sheet.rows:,} rows holds" if sheet.rows > 1 else "its only row does not hold"
            complain = self._reading.fail if len(bare) == len(self._sheets) else self._reading.complain
            complain(f"{place}{rows} any text to scan ({sheet.source})", sheet.line, _remedy(sheet.first))
        empty = sum(sheet.empty for name, sheet in self._sheets.items() if name not in bare)
        if empty:
            self._reading.note(f"{empty} of {sum(sheet.rows for sheet in self._sheets.values())} rows hold no text to scan")


def _holes(record: Record, plan: Plan) -> Iterator[Hole]:
    for part in TEXTS:
        for index in plan.columns.get(part, ()):
            if index < len(record.values) and isinstance(hole := record.values[index], Hole):
                yield hole


def _source(record: Record, plan: Plan) -> str:
    """Say from which columns the text would come."""
    named = [f'{part} from "{shown(record.columns[plan.columns[part][0]])}"' for part in TEXTS if plan.columns.get(part)]
    return ", ".join(named) or "it has no column of text"


def _remedy(records: list[Record]) -> str:
    """Say where the text may be."""
    values = [record.values for record in records]
    lone = [filled[0] for row in values if len(filled := [str(cell) for cell in row if str(cell).strip()]) == 1]
    width = len(records[0].columns) if records else 0
    other = next((mark for mark in _DELIMITERS if lone and all(cell.count(mark) >= width - 1 for cell in lone)), "") if width > 1 else ""
    if other:
        return f"the rows part their cells by {'tabs' if other == chr(9) else repr(other)}, the header does not; export the file again"
    if records and (best := fullest(records[0].columns, values)):
        return f'if the text stands in "{shown(best)}": --field "title={best}"; else export the file again, or leave it out'
    return "fill in the texts or export the file again; if it is to hold none, leave it out"
