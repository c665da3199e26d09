"""Parquet files as records. The only file that knows pyarrow, which is an extra."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from listingguard.sources.plan import plan_for
from listingguard.sources.reading import Reading
from listingguard.sources.remedy import columns_hint
from listingguard.sources.row import Record
from listingguard.sources.shapes import recognise

__all__ = ["read_parquet"]

_BATCH: Final = 1024


def read_parquet(stream: BinaryIO, reading: Reading) -> Iterator[Record]:
    """Read the rows in batches; the line of a row is its number, since such a file has no lines."""
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415  an extra
    except ImportError:
        reading.fail(
            "Parquet needs pyarrow, which is not installed", None, "pip install 'listingguard[parquet]', or export the table as CSV"
        )
    try:
        table = parquet.ParquetFile(stream)
        columns = tuple(map(str, table.schema_arrow.names))
        shape = reading.shape or recognise(columns)
        plan = plan_for(columns, reading.choice, shape)
        if plan.missing or not plan.usable:
            problem = f"no column {plan.missing[0]!r}" if plan.missing else "no column for a title, a description or another text to scan"
            first = [[*row.values()] for batch in itertools.islice(table.iter_batches(batch_size=10), 1) for row in batch.to_pylist()]
            reading.fail(problem, None, columns_hint(columns, first))
        wanted = sorted(index for indices in plan.columns.values() for index in indices)
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=[columns[index] for index in wanted]):
            for values in zip(*(_column(batch.column(columns[index])) for index in wanted), strict=True):
                number += 1
                yield Record(number, columns, _row(len(columns), wanted, values), shape=shape)
    except (ArrowException, OSError, KeyError, ValueError, OverflowError, TypeError, MemoryError) as error:  # whatever damage leads to
        reading.fail(
            f"this is no Parquet file that can be read ({' '.join(str(error).split())[:200]})", None, "write it again, or export CSV"
        )


def _column(column: Any) -> list[Any]:
    return list(column.to_pylist())


def _row(width: int, wanted: list[int], values: tuple[Any, ...]) -> list[Any]:
    """Put the values that were read at the places of their columns."""
    row: list[Any] = [""] * width
    for index, value in zip(wanted, values, strict=True):
        row[index] = value
    return row
