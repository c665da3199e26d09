"""Rows of cells, from a CSV file or a sheet, as records: which row is the header, and what does not fit it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from listingguard.sources.columns import part_of
from listingguard.sources.plan import Plan, columns_hint, plan_for
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record

__all__ = ["Cells", "find_header", "records_of", "why_no_header"]

Cells = tuple[int, Sequence[object]]  #: the line and its cells
_PREAMBLE: Final = 10
_LABELS: Final = 5
_SURE: Final = 2


def records_of(rows: Iterator[Cells], reading: Reading, sheet: str = "") -> Iterator[Record]:
    """Read the records under a header.

    Marketplace files put versions and group names above the header and names in the seller's language below it: the header is the first
    row, or the first of the next few with at least two columns that are known; rows that repeat what the columns mean are no records.
    """
    filled = (row for row in rows if any(map(_text, row[1])))
    first = list(itertools.islice(filled, _PREAMBLE))
    if not first:
        return
    at = find_header(first, reading)
    if at is None:
        problem, hint = why_no_header(first, reading)
        reading.fail(problem, first[0][0], hint)
    header_line, columns = first[at][0], _names(first[at][1])
    if at:
        reading.note(f"the header stands here; {at} {'row' if at == 1 else 'rows'} above it not read", header_line)
    plan = plan_for(columns, reading.choice)
    rest = _without_labels(itertools.chain(first[at + 1 :], filled), plan, reading)
    for line, cells in rest:
        extra = [text for cell in cells[len(columns) :] if (text := _text(cell))]
        if extra:
            hint = f"the first cell too many is {extra[0][:40]!r}; a comma inside of a text needs quotes around the text"
            reading.report(f"{len(columns)} columns in the header, {len(cells)} cells in this row", line, hint)
        else:
            yield Record(line, columns, ["" if cell is None else cell for cell in cells[: len(columns)]], sheet)


def find_header(rows: Sequence[Cells], reading: Reading) -> int | None:
    """Give the index of the row that is the header."""
    chosen = any(names for _, names in reading.choice)
    for index, (_, cells) in enumerate(rows):
        plan = plan_for(_names(cells), reading.choice)
        if plan.usable and not plan.missing and (index == 0 or chosen or len(plan.columns) >= _SURE):
            return index
    return None


def why_no_header(rows: Sequence[Cells], reading: Reading) -> tuple[str, str]:
    """Say what is wrong with a file without a usable header, and the remedy."""
    columns = _names(rows[0][1])
    missing = plan_for(columns, reading.choice).missing
    problem = f"no column {missing[0]!r}" if missing else "no column for a title, a description or another text to scan"
    hint = columns_hint(columns)
    return problem, hint if len(columns) > 1 else f"{hint}\n    or, if each line is a title: --input-format text"


def _without_labels(rows: Iterator[Cells], plan: Plan, reading: Reading) -> Iterator[Cells]:
    """Leave out the rows right below the header that say in other words what the columns are."""
    ahead = list(itertools.islice(rows, _LABELS))
    labels = list(itertools.takewhile(lambda row: _is_label(row[1], plan), ahead))
    for line, _ in labels:
        reading.note("this row repeats the header in other words; not read", line)
    yield from itertools.chain(ahead[len(labels) :], rows)


def _is_label(cells: Sequence[object], plan: Plan) -> bool:
    """Tell whether the cells name their columns: two of them do, or the only one that is read. A title may be a word such as 名称."""
    named = [
        (found := part_of(_text(cells[index]))) is not None and found[0] == part
        for part, indices in plan.columns.items()
        for index in indices
        if index < len(cells)
    ]
    return sum(named) >= min(_SURE, len(named) or 1)


def _names(cells: Sequence[object]) -> tuple[str, ...]:
    names = [_text(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()
