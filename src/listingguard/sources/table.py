"""Rows of cells, from a CSV file or a sheet, as records: which row is the header, and what does not fit it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from listingguard.sources.columns import TEXTS, part_of, spelled
from listingguard.sources.plan import Plan, plan_for, said_by
from listingguard.sources.prose import HAN, is_running_text
from listingguard.sources.reading import Reading
from listingguard.sources.remedy import columns_hint, is_headless
from listingguard.sources.row import Hole, Record, Spelling
from listingguard.sources.shape import Shape
from listingguard.sources.shapes import recognise, shape_named
from listingguard.sources.together import joined

__all__ = ["PREAMBLE", "Cells", "Header", "find_header", "records_of", "why_no_header"]

#: The line, its cells, and how these are spelled in the file.
Cells = tuple[int, Sequence[object], Spelling]
PREAMBLE: Final = 10
_LABELS: Final = 5
_SURE: Final = 2
_SHORT: Final = 40
_SENTENCE: Final = 4
_NUMBER: Final = re.compile(r"[\d.,\s]*\d[\d.,\s]*(?:-.*)?")
_ROWS: Final = re.compile(r"(?:^|[&=])(attributeRow|dataRow)=(\d+)")


class Header(NamedTuple):
    """The row that names the columns: which of the first rows it is, the shape that it has, and the line of the first listing if known."""

    at: int
    shape: Shape | None = None
    first_line: int = 0


def records_of(rows: Iterator[Cells], reading: Reading, sheet: str = "") -> Iterator[Record]:
    """Read the records under a header.

    Marketplace files put versions and group names above the header and names in the seller's language below it: the header is the row that
    a known shape has, else the first row, or the first of the next few with at least two columns that are known; rows that say what the
    columns mean are no records.
    """
    filled = (row for row in rows if any(_text(cell) or isinstance(cell, Hole) for cell in row[1]))
    first = list(itertools.islice(filled, PREAMBLE))
    if not first:
        return
    header = find_header(first, reading)
    if header is None:
        problem, hint = why_no_header(first, reading)
        reading.fail(problem, first[0][0], hint)
    at, shape = header.at, header.shape
    line, columns = first[at][0], _names(first[at][1])
    if at:
        reading.note(f"the header stands here; {at} {'row' if at == 1 else 'rows'} above it not read", line)
    plan = plan_for(columns, reading.choice, shape)
    if plan.twice:
        reading.fail(f"two columns are called {plan.twice[0]!r}", line, "rename one of them, or take out the one that is not meant")
    rest = _without_labels(itertools.chain(first[at + 1 :], filled), columns, plan, header, reading)
    if shape and shape.deletes:
        rest = _without_deletions(rest, columns, shape, reading)
    if shape and shape.together:  # whether a row is wanted is asked when all of its listing is there
        yield from joined(_fitting(rest, columns, header, reading, sheet), columns, plan, shape)
    else:
        whole = rest if sheet else _uncut(rest, columns, plan, reading)
        yield from _fitting(whole, columns, header, reading, sheet, plan if reading.wanted else None)


def _fitting(
    rows: Iterator[Cells], columns: tuple[str, ...], header: Header, reading: Reading, sheet: str, asks: Plan | None = None
) -> Iterator[Record]:
    """Make records of the rows that have no more cells than the header has columns, and that are wanted, where a plan says how to ask."""
    width, wanted = len(columns), reading.wanted if asks else None
    for line, cells, spelling in rows:
        if len(cells) > width and (extra := [text for cell in cells[width:] if (text := _text(cell))]):
            hint = f"the first cell too many is {extra[0][:40]!r}; a comma inside of a text needs quotes around the text"
            reading.report(f"{width} columns in the header, {len(cells)} cells in this row", line, hint)
        elif asks and wanted and not wanted(said_by(asks, cells)):  # of a long table that hardly changed, this is nearly all
            reading.passed += 1
        else:
            values = ["" if cell is None else cell for cell in cells[:width]]
            yield Record(line, columns, values, sheet, header.shape, asks is not None, spelling)


def _uncut(rows: Iterator[Cells], columns: tuple[str, ...], plan: Plan, reading: Reading) -> Iterator[Cells]:
    """Leave out, and tell, the rows that end too early and hold their text where none is read: they are cut, or parted otherwise."""
    texts = [index for part in TEXTS for index in plan.columns.get(part, ())]
    for row in rows:
        line, cells, _ = row
        short = len(cells) < len(columns) and not any(_text(cells[i]) for i in texts if i < len(cells))
        if short and (lost := _lost(cells, len(columns))):
            hint = f"the text stands in {lost[:40]!r}; does a line break in a text need quotes around it, or is this row parted otherwise?"
            count = f"{len(cells)} {'cell' if len(cells) == 1 else 'cells'}"
            problem = f"{len(columns)} columns in the header, {count} in this row and none of them in a column of text"
            reading.report(problem, line, hint)
        else:
            yield row


def _lost(cells: Sequence[object], width: int) -> str:
    """Give the cell in which a text, or a whole row that is parted by another character, got lost."""
    filled = [text for cell in cells if (text := _text(cell))]
    alone = len(filled) == 1 and len(HAN.findall(filled[0])) >= _SENTENCE
    return next((c for c in filled if alone or is_running_text(c) or any(c.count(mark) >= width - 1 for mark in ",;\t|")), "")


def _without_deletions(rows: Iterator[Cells], columns: tuple[str, ...], shape: Shape, reading: Reading) -> Iterator[Cells]:
    """Leave out the rows that take a listing away, and count them."""
    at = [index for index, column in enumerate(columns) if spelled(column) in shape.deletes]
    for row in rows:
        if any(i < len(row[1]) and _text(row[1][i]).lower() == "delete" for i in at):
            reading.deleting += 1
        else:
            yield row


def find_header(rows: Sequence[Cells], reading: Reading) -> Header | None:
    """Find the row that is the header: where the file says so, by a known shape, or by the names of columns."""
    return _settings_header(rows) or _shaped_header(rows, reading) or _plain_header(rows, reading)


def _settings_header(rows: Sequence[Cells]) -> Header | None:
    """Find the header of an Amazon template, whose first cell counts the rows: `settings=…&attributeRow=5&dataRow=7`."""
    settings = _text(rows[0][1][0]) if rows[0][1] else ""
    if not settings.startswith("settings="):
        return None
    numbers = {name: int(number[:7]) for name, number in _ROWS.findall(settings)}
    index = next((i for i, (line, *_) in enumerate(rows) if line == numbers.get("attributeRow")), None)
    return None if index is None else Header(index, shape_named("amazon-template"), numbers.get("dataRow", 0))


def _shaped_header(rows: Sequence[Cells], reading: Reading) -> Header | None:
    """Find the header that a known shape has; if the caller names the shape, the row that fits it best."""
    named = reading.shape
    if named is None:
        found = ((index, recognise(_names(cells))) for index, (_, cells, _) in enumerate(rows))
        header = next((Header(index, shape) for index, shape in found if shape), None)
        plan = plan_for(_names(rows[header.at][1]), reading.choice, header.shape) if header else None
        return header if plan and plan.usable and not plan.missing else None
    plans = [plan_for(_names(cells), reading.choice, named) for _, cells, _ in rows]
    best = max(range(len(rows)), key=lambda index: (not plans[index].missing, len(plans[index].columns)))
    return Header(best, named) if plans[best].usable and not plans[best].missing else None


def _plain_header(rows: Sequence[Cells], reading: Reading) -> Header | None:
    if reading.shape:
        return None
    chosen = any(names for _, names in reading.choice)
    for index, (_, cells, _) in enumerate(rows):
        plan = plan_for(_names(cells), reading.choice)
        if plan.usable and not plan.missing and (index == 0 or chosen or len(plan.columns) >= _SURE):
            return Header(index)
    return None


def why_no_header(rows: Sequence[Cells], reading: Reading) -> tuple[str, str]:
    """Say what is wrong with a file without a usable header, and the remedy."""
    columns = _names(rows[0][1])
    missing = plan_for(columns, reading.choice, reading.shape).missing
    cells = [row[1] for row in rows[1:]]
    hint = columns_hint(columns, cells)
    if missing:
        return f"no column {missing[0]!r}", hint
    if reading.shape:
        return f"no row has the columns of {reading.shape.name}", f"see them with: listingguard formats; {hint}"
    problem = "no column for a title, a description or another text to scan"
    if is_headless(columns, cells):
        problem = "the row that names the columns seems to be missing: this one looks like a listing"
        hint = "put one above it that says what each column holds, such as sku,title,description"
    return problem, hint if len(columns) > 1 else f"{hint}\n    or, if each line is a title: --input-format text"


def _without_labels(rows: Iterator[Cells], columns: tuple[str, ...], plan: Plan, header: Header, reading: Reading) -> Iterator[Cells]:
    """Leave out the rows right below the header that say what the columns are, or that show an example."""
    shape = header.shape
    if header.first_line:
        ahead = list(itertools.islice(rows, PREAMBLE))
        labels = list(itertools.takewhile(lambda row: row[0] < header.first_line, ahead))
    else:
        ahead = list(itertools.islice(rows, shape.labels if shape and shape.numbers else _LABELS))
        numbers = [i for i, column in enumerate(columns) if shape and spelled(column) in shape.numbers]
        labels = list(itertools.takewhile(lambda row: not _numbered(row[1], numbers) if numbers else _is_label(row[1], plan), ahead))
    if labels:
        which = "this row says" if len(labels) == 1 else f"{len(labels)} rows from here on say"
        reading.note(f"{which} in other words what the columns are; not read", labels[0][0])
    yield from itertools.chain(ahead[len(labels) :], rows)


def _numbered(cells: Sequence[object], indices: Sequence[int]) -> bool:
    """Tell whether any of these cells holds a number, as prices and stock of a listing do."""
    return any(i < len(cells) and _NUMBER.fullmatch(_text(cells[i])[:_SHORT]) for i in indices)


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
