"""CSV and TSV files as rows of cells."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from typing import Final, TextIO

from listingguard.sources.plan import plan_for
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record
from listingguard.sources.table import Cells, records_of

__all__ = ["delimiter_of", "read_delimited"]

_DELIMITERS: Final = ",\t;|"
_LIMIT: Final = 2**31 - 1
_SAMPLE: Final = 1 << 16
_LINES: Final = 10


def read_delimited(stream: TextIO, reading: Reading, delimiter: str = "") -> Iterator[Record]:
    """Read the records of a CSV file; without a delimiter the header decides about it."""
    if not delimiter:
        delimiter = delimiter_of(stream.read(_SAMPLE), reading)
        stream.seek(0)
    return records_of(_rows(stream, delimiter, reading), reading)


def delimiter_of(sample: str, reading: Reading) -> str:
    r"""Find the delimiter with which the first lines name the most columns that are known, then the most columns.

    >>> delimiter_of("商品标题;价格;描述, 长\n", Reading("shop.csv")), delimiter_of("title\tprice\n", Reading("shop.csv"))
    (';', '\t')
    """

    def worth(delimiter: str) -> tuple[int, int]:
        lines = itertools.islice(csv.reader(sample.splitlines(keepends=True), delimiter=delimiter), _LINES)
        return max(((len(plan_for(tuple(cells), reading.choice).columns), len(cells)) for cells in lines), default=(0, 0))

    csv.field_size_limit(_LIMIT)
    return max(_DELIMITERS, key=worth)


def _rows(stream: TextIO, delimiter: str, reading: Reading) -> Iterator[Cells]:
    """Give the rows with the line on which each starts. A description may well be longer than the 128 KB that csv allows by default."""
    csv.field_size_limit(_LIMIT)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _complain(str(error), line, reading)


def _complain(error: str, line: int, reading: Reading) -> None:
    if "unexpected end" in error:
        hint = 'everything below it was taken for one cell; close it, or double a quote that belongs to the text: 5""'
        reading.report('a quote (") opens in this row and never closes', line, hint)
    elif "expected after" in error:
        reading.report('a cell goes on after its closing quote (")', line, 'double a quote that belongs to the text: "5"" screen"')
    else:
        reading.report(f"not valid CSV: {error}", line)
