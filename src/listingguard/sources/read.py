"""From a file to rows: open, tell its kind, decode, and make a listing of every record."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from listingguard.errors import ConfigError, Problem
from listingguard.sources.delimited import read_delimited
from listingguard.sources.encoding import checked_encoding, encoding_of
from listingguard.sources.formats import FORMATS, Format, binary_format, text_format
from listingguard.sources.jsonfile import read_json, read_lines_of_json
from listingguard.sources.lines import read_lines
from listingguard.sources.plan import Plan, choice_of, listing_of, marketplace_of, plan_for
from listingguard.sources.reading import Reading
from listingguard.sources.row import Fields, Record, Row
from listingguard.sources.workbook import read_workbook

__all__ = ["check_options", "read_listings"]

_HEAD: Final = 1 << 16


def check_options(encoding: str | None, fields: Fields) -> None:
    """Raise `ConfigError` for an unknown encoding or part of a listing, before any file is opened."""
    checked_encoding(encoding)
    choice_of(fields)


def read_listings(
    source: str | Path | BinaryIO,
    *,
    name: str = "",
    input_format: Format | None = None,
    encoding: str | None = None,
    fields: Fields | None = None,
    on_note: Callable[[str], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> Iterator[Row]:
    r"""Read a file, or a stream of bytes, as listings, lazily and in order.

    What is wrong with the file is an `InputError`. What is wrong with one record is one, too, unless `on_problem` takes it: then reading
    goes on with the next record. `on_note` hears what a careful person wants to know: an encoding that was guessed, rows left out.
    `fields` names columns whose names say nothing: `{"title": ["款名"]}`; an empty list reads none. `name` is the path that rows bear.

    >>> rows = read_listings(io.BytesIO("商品標題,貨號\n羊毛圍巾,A1\n".encode()), name="shop.csv")
    >>> [(row.line, row.listing.title, row.id) for row in rows]
    [(2, '羊毛圍巾', 'A1')]
    """
    if input_format is not None and input_format not in FORMATS:
        raise ConfigError(f"unknown input format {input_format!r}", f"known are {', '.join(FORMATS)}")
    path = name or (str(source) if isinstance(source, str | Path) else str(getattr(source, "name", "<stream>")))
    reading = Reading(path, choice_of(fields or {}), on_note, on_problem)
    return _read(source, reading, input_format, checked_encoding(encoding))


def _read(source: str | Path | BinaryIO, reading: Reading, asked: Format | None, encoding: str | None) -> Iterator[Row]:
    with _opened(source, reading) as stream:
        if binary_format(stream, asked, reading) == "xlsx":
            stream.seek(0)
            yield from _rows(read_workbook(stream, reading), reading)
            return
        found = encoding_of(stream, encoding, reading)
        stream.seek(0)
        text = io.TextIOWrapper(stream, encoding="utf-8-sig" if found == "utf-8" else found, newline="")
        try:
            yield from _rows(_records(text, asked, reading), reading)
        finally:
            text.detach()


@contextmanager
def _opened(source: str | Path | BinaryIO, reading: Reading) -> Iterator[BinaryIO]:
    """Open a path; take a stream as it is, or, where one cannot go back in it, as it was read to its end."""
    if not isinstance(source, str | Path):
        if isinstance(source, io.TextIOBase):
            raise ConfigError("a stream of listings gives bytes, not text", 'open the file with "rb"')
        yield source if source.seekable() else io.BytesIO(source.read())
        return
    try:
        stream = Path(source).open("rb")  # noqa: SIM115  closed below; its errors are not those of who reads
    except FileNotFoundError:
        reading.fail("no such file", None, "paths are relative to the folder in which you stand")
    except (OSError, ValueError) as error:
        reading.fail(f"cannot be read: {getattr(error, 'strerror', None) or error}")
    with stream:
        yield stream


def _records(text: io.TextIOWrapper, asked: Format | None, reading: Reading) -> Iterator[Record]:
    kind = text_format(text.read(_HEAD), asked, reading)
    text.seek(0)
    match kind:
        case "csv":
            return read_delimited(text, reading)
        case "tsv":
            return read_delimited(text, reading, "\t")
        case "jsonl":
            return read_lines_of_json(text, reading)
        case "json":
            return read_json(text, reading)
        case _:
            reading.choice = ()  # lines have no columns
            return read_lines(text)


def _rows(records: Iterator[Record], reading: Reading) -> Iterator[Row]:
    """Make rows of records. A file without any is no clean file: something went wrong before it came here."""
    number = empty = bad = 0
    told: set[tuple[str, str, str]] = set()
    for number, record in enumerate(records, 1):
        plan = plan_for(record.columns, reading.choice)
        _tell(plan, told, reading)
        row = number + reading.found - bad
        try:
            listing = listing_of(plan, record.values)
        except ConfigError as error:
            bad += 1
            reading.report(error.problem, record.line, error.hint)
            continue
        empty += not any(listing.texts())
        market = marketplace_of(plan, record.values)
        yield Row(reading.path, row, record.line, listing, listing.sku.strip(), record.sheet, market)
    if not number and not reading.found:
        reading.fail("no listings in it", None, "an empty file is taken for a mistake, not for a clean catalogue")
    if empty:
        reading.note(f"{empty} of {number} rows hold no text to scan")


def _tell(plan: Plan, told: set[tuple[str, str, str]], reading: Reading) -> None:
    """Say once which columns look like text and are not read."""
    for choice in plan.passed_over:
        if choice not in told:
            told.add(choice)
            part, column, taken = choice
            reading.note(f'column "{column}" is not read: the {part} is "{taken}"; to read it instead: --field "{part}={column}"')
