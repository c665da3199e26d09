"""CSV and TSV files as rows of cells."""

from __future__ import annotations

import csv
import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TextIO

from listingguard.sources.bounded import lines_of
from listingguard.sources.cells import spelled_cells
from listingguard.sources.plan import plan_for
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record
from listingguard.sources.shapes import recognise
from listingguard.sources.table import Cells, records_of

__all__ = ["LONGEST_CELL", "Dialect", "dialect_of", "read_delimited"]

#: A description may well be longer than the 128 KB that csv allows by default; a quote that never closes ends here.
LONGEST_CELL: Final = 1 << 24
_DELIMITERS: Final = ",\t;|"
_SAMPLE: Final = 1 << 16
_LINES: Final = 10
_SAID: Final = re.compile(r"\ufeff?\"?sep=(.)\"?\r?$", re.MULTILINE)
_ESCAPED: Final = re.compile(r"\\\"(?![,;\t|\r\n])")
_APOSTROPHES: Final = re.compile(r"'[^'\r\n]*'(?:[,;\t|]'[^'\r\n]*')+\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file writes its cells. `said` means that its first line names the delimiter, as spreadsheet programs write it: `sep=;`."""

    delimiter: str
    quote: str = '"'
    backslash: bool = False
    said: bool = False


def read_delimited(stream: TextIO, reading: Reading, delimiter: str = "") -> Iterator[Record]:
    """Read the records of a CSV file; without a delimiter the header decides about it."""
    dialect = dialect_of(stream.read(_SAMPLE), reading, delimiter)
    stream.seek(0)
    shown = "tab" if dialect.delimiter == "\t" else repr(dialect.delimiter)
    reading.detail(f"cells are parted by {shown}, quoted by {dialect.quote}")
    return records_of(_rows(stream, dialect, reading), reading)


def dialect_of(sample: str, reading: Reading, delimiter: str = "") -> Dialect:
    r"""Tell the dialect from how the file begins: the delimiter that it names, or with which its first lines name the most columns.

    >>> dialect_of("商品标题;价格;描述, 长\n", Reading("shop.csv")), dialect_of("title\tprice\n", Reading("shop.csv")).delimiter
    (Dialect(delimiter=';', quote='"', backslash=False, said=False), '\t')
    >>> dialect_of("title,price\n\"5\\\" screen\",1\n", Reading("shop.csv")).backslash
    True
    """

    def worth(delimiter: str) -> tuple[bool, int, int]:
        lines = itertools.islice(csv.reader(sample.splitlines(keepends=True), delimiter=delimiter, quotechar=quote), _LINES)
        return max(map(_worth, lines), default=(False, 0, 0))

    def _worth(cells: list[str]) -> tuple[bool, int, int]:
        columns = tuple(cell.strip() for cell in cells)
        return recognise(columns) is not None, len(plan_for(columns, reading.choice).columns), len(cells)

    csv.field_size_limit(LONGEST_CELL)
    said = _SAID.match(sample)
    quote = "'" if _APOSTROPHES.match(sample) else '"'
    found = delimiter or (said[1] if said else max(_DELIMITERS, key=worth))
    return Dialect(found, quote, backslash=bool(_ESCAPED.search(sample)) and '""' not in sample, said=bool(said))


def _rows(stream: TextIO, dialect: Dialect, reading: Reading) -> Iterator[Cells]:
    """Give the rows with the line on which each starts; where backslashes part quotes from the text, nobody tells where its words stand."""
    csv.field_size_limit(LONGEST_CELL)
    lines, raw = lines_of(stream, reading), list[str]()
    reader = csv.reader(
        _noted(lines, raw),
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        escapechar="\\" if dialect.backslash else None,
        doublequote=not dialect.backslash,
        strict=True,
    )
    while True:
        line = reader.line_num + 1
        raw.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _complain(str(error), line, reading)
            continue
        if not (line == 1 and dialect.said):
            spelled = functools.partial(spelled_cells, "".join(raw), line, cells, dialect.delimiter, dialect.quote)
            yield line, cells, () if dialect.backslash else (spelled,)


def _noted(lines: Iterator[str], raw: list[str]) -> Iterator[str]:
    """Give lines on, and keep them beside until somebody clears them away."""
    for line in lines:
        raw.append(line)
        yield line


def _complain(error: str, line: int, reading: Reading) -> None:
    if "unexpected end" in error and reading.cut:  # the file goes on behind a damaged place, which is told
        return
    if "unexpected end" in error:
        hint = 'everything below it was taken for one cell; close it, or double a quote that belongs to the text: 5""'
        reading.report('a quote (") opens in this row and never closes', line, hint)
    elif "expected after" in error:
        reading.report('a cell goes on after its closing quote (")', line, 'double a quote that belongs to the text: "5"" screen"')
    elif "field limit" in error:
        hint = 'is there a quote (") that opens in this row and never closes? nothing below this row was read'
        reading.fail(f"a cell of more than {LONGEST_CELL:,} characters", line, hint)
    else:
        reading.report(f"not valid CSV: {error}", line)
