"""Excel workbooks as records. The only file that knows openpyxl."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from listingguard.sources.reading import Reading
from listingguard.sources.row import Record
from listingguard.sources.table import Cells, find_header, records_of, why_no_header

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["read_workbook"]

_PREAMBLE: Final = 10
_REMEDY: Final = "open it in a spreadsheet program and save it again as .xlsx, or export it as CSV"


def read_workbook(stream: BinaryIO, reading: Reading) -> Iterator[Record]:
    """Read every visible sheet that has a column of text. The first row that is not empty is the header."""
    book = _open(stream, reading)
    first: tuple[Cells, ...] = ()
    read = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            reading.note(f"sheet {sheet.title!r} is hidden; not read")
            continue
        head = _head(_cells(sheet, reading))
        if head and find_header(head, reading) is not None:
            read += 1
            yield from records_of(_cells(sheet, reading), reading, sheet.title)
        elif head:
            first = first or tuple(head)
            reading.note(f"sheet {sheet.title!r} has no column of text that is known; not read", None)
    if first and not read:
        problem, hint = why_no_header(first, reading)
        reading.fail(problem, first[0][0], hint)


def _open(stream: BinaryIO, reading: Reading) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415  takes a quarter of a second, and few files are workbooks

    try:
        return load_workbook(stream, read_only=True, data_only=True)
    except Exception as error:  # noqa: BLE001  a damaged file makes openpyxl raise whatever it stumbles over
        reading.fail(f"this workbook cannot be opened ({type(error).__name__}: {error})", None, _REMEDY)


def _head(rows: Iterator[Cells]) -> list[Cells]:
    """Give the first rows that are not empty."""
    head: list[Cells] = []
    for row in rows:
        if any(str(cell).strip() for cell in row[1]):
            head.append(row)
        if len(head) == _PREAMBLE:
            break
    return head


def _cells(sheet: Any, reading: Reading) -> Iterator[Cells]:
    """Give the rows of a sheet with their numbers. What a sheet says about its own size is often wrong and not asked for."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(values_only=True)
    number = 0
    while True:
        number += 1
        try:
            row: Sequence[object] = next(rows)
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001  as above
            reading.fail(f"sheet {sheet.title!r} cannot be read ({type(error).__name__}: {error})", number, _REMEDY)
        yield number, [_value(cell) for cell in row]


def _value(cell: object) -> str:
    """Read a cell as the text that a person sees there."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)
