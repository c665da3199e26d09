"""Excel workbooks as records. The only file that knows calamine."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from listingguard.sources.archive import check_archive
from listingguard.sources.holes import holes_in
from listingguard.sources.prose import is_running_text
from listingguard.sources.reading import Reading
from listingguard.sources.row import Hole, Record
from listingguard.sources.table import PREAMBLE, Cells, find_header, records_of, why_no_header

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

__all__ = ["read_workbook"]

_WIDTH: Final = 30
#: Names of sheets that explain a table or feed its lists, and hold no listings.
_HELPER: Final = re.compile(
    r"说明|說明|指南|须知|須知|注意|帮助|幫助|示例|範例|样例|定义|定義|字典|枚举|下拉|选项|選項|备注|備註"
    r"|instruct|guide|read.?me|help|example|sample|valid|definition|dropdown|conditions|lists?\b|notes?\b",
    re.IGNORECASE,
)
_REMEDY: Final = "open it in a spreadsheet program and save it again as .xlsx, or export it as CSV"


def read_workbook(stream: BinaryIO, reading: Reading) -> Iterator[Record]:
    """Read every visible sheet that has a column of text; where one sheet has a known shape, only sheets of known shapes."""
    check_archive(stream, reading)
    stream.seek(0)
    book = _open(stream, reading)
    names = _visible(book, reading)
    heads = {name: head for name in names if (head := _head(_cells(book, name, reading)))}
    headers = {name: header for name, head in heads.items() if (header := find_header(head, reading))}
    shaped = any(header.shape for header in headers.values())
    read = 0
    for name in heads:
        header = headers.get(name)
        if header is None:
            _leave_out(name, book, reading, blame=bool(headers) and not shaped)
        elif shaped and not header.shape:
            reading.note(f"sheet {name!r} is not laid out as the others are; not read")
        else:
            read += 1
            yield from records_of(_with_holes(_cells(book, name, reading), holes_in(stream, name)), reading, name)
    if heads and not read:
        first = next(iter(heads.values()))
        problem, hint = why_no_header(first, reading)
        reading.fail(problem, first[0][0], hint)


def _leave_out(name: str, book: CalamineWorkbook, reading: Reading, *, blame: bool) -> None:
    """Say that a sheet is not read. One that holds text, beside sheets that are read, is a problem, unless its name says that it helps."""
    rows = _cells(book, name, reading) if blame and not _HELPER.search(name) else iter(())
    columns = [str(cell) for cell in next((row for _, row, _ in rows if any(str(cell).strip() for cell in row)), ())]
    found = next(((line, i) for line, row, _ in rows for i, cell in enumerate(row) if is_running_text(cell)), None)
    if found is None:
        reading.note(f"sheet {name!r} has no column of text that is known; not read")
        return
    line, column = found
    called = " ".join(columns[column].split())[:_WIDTH] if column < len(columns) else ""
    hint = f'call its column {called!r} "title" or what it is' if called else "name its columns in its first row: sku, title, description"
    problem = f"sheet {name!r} holds text, and no column of it is known; not read"
    reading.complain(problem, line, f"{hint}; if it holds no listings, hide the sheet")


def _with_holes(rows: Iterator[Cells], holes: Mapping[int, Mapping[int, Hole]]) -> Iterator[Cells]:
    """Put cells without a value where the reader of workbooks saw nothing, also below and beside its last cell."""
    number = 0
    for number, row, spelling in rows:
        yield number, _filled(row, holes[number]) if number in holes else row, spelling
    for below in sorted(line for line in holes if line > number):
        yield below, _filled((), holes[below]), ()


def _filled(row: Sequence[object], holes: Mapping[int, Hole]) -> list[object]:
    cells = [*row, *[""] * (max(holes) + 1 - len(row))]
    for index, hole in holes.items():
        cells[index] = hole
    return cells


def _visible(book: CalamineWorkbook, reading: Reading) -> list[str]:
    names = []
    for sheet in book.sheets_metadata:
        if not str(sheet.typ).endswith("WorkSheet"):
            continue
        if str(sheet.visible).endswith(".Visible"):
            names.append(sheet.name)
        else:
            reading.note(f"sheet {sheet.name!r} is hidden; not read")
    return names


def _open(stream: BinaryIO, reading: Reading) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  few files are workbooks

    try:
        return CalamineWorkbook.from_filelike(stream)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  a damaged file makes the reader raise whatever it stumbles over, even a panic
        reading.fail(f"this workbook cannot be opened ({type(error).__name__}: {error})", None, _REMEDY)


def _head(rows: Iterator[Cells]) -> list[Cells]:
    """Give the first rows that are not empty."""
    head: list[Cells] = []
    for row in rows:
        if any(str(cell).strip() for cell in row[1]):
            head.append(row)
        if len(head) == PREAMBLE:
            break
    return head


def _cells(book: CalamineWorkbook, name: str, reading: Reading) -> Iterator[Cells]:
    """Give the rows of a sheet with their numbers, every cell at its column."""
    sheet = _sheet(book, name, reading)
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for number, row in enumerate(sheet.iter_rows(), 1):
        values: Sequence[object] = [*before, *map(_value, row)]
        yield number, values, ()


def _sheet(book: CalamineWorkbook, name: str, reading: Reading) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  as above
        reading.fail(f"sheet {name!r} cannot be read ({type(error).__name__}: {error})", None, _REMEDY)


def _value(cell: object) -> str:
    """Read a cell as the text that a person sees there."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)
