"""From a file to rows: open, tell its kind, decode, and make a listing of every record."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from listingguard.errors import ConfigError, InputError, Problem
from listingguard.sources.delimited import read_delimited
from listingguard.sources.encoding import checked_encoding, encoding_of, fail_undecodable
from listingguard.sources.excuse import ignore_of
from listingguard.sources.formats import FORMATS, Format, binary_format, text_format
from listingguard.sources.htmlfile import read_html
from listingguard.sources.jsonfile import read_json, read_lines_of_json
from listingguard.sources.lines import read_lines
from listingguard.sources.markdown import read_markdown
from listingguard.sources.notes import ColumnNotes
from listingguard.sources.origin import Origin
from listingguard.sources.parquet import read_parquet
from listingguard.sources.plan import choice_of, listing_of, marketplace_of, plan_for, said_by
from listingguard.sources.reading import NO_LISTINGS, Reading
from listingguard.sources.row import Fields, Record, Row
from listingguard.sources.shapes import SHAPES, shape_named
from listingguard.sources.texts import TextCount
from listingguard.sources.upto import UpToDamage
from listingguard.sources.workbook import read_workbook
from listingguard.sources.xmlfile import read_xml
from listingguard.sources.yamlfile import read_yaml

__all__ = ["INPUT_FORMATS", "check_options", "read_listings", "reading_of", "rows_of"]

#: What may be said of a file: its kind, or the shape that it has.
INPUT_FORMATS: Final = (*FORMATS, *(shape.id for shape in SHAPES))
_HEAD: Final = 1 << 16
_IN_MEMORY: Final = 1 << 24
_BLOCKS: Final = "; headings of the first rank are read as titles, all else as descriptions"
_RUNNING: Final[dict[Format, str]] = {"text": "; each line is read as a title", "html": _BLOCKS, "markdown": _BLOCKS}


def check_options(encoding: str | None, fields: Fields) -> None:
    """Raise `ConfigError` for an unknown encoding or part of a listing, before any file is opened."""
    checked_encoding(encoding)
    choice_of(fields)


def read_listings(  # noqa: PLR0913  each says one thing of a file, by its name
    source: str | Path | BinaryIO,
    *,
    name: str = "",
    input_format: str | None = None,
    encoding: str | None = None,
    fields: Fields | None = None,
    on_note: Callable[[str], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
    on_detail: Callable[[str], None] | None = None,
    wanted: Callable[[int], object] | None = None,
) -> Iterator[Row]:
    r"""Read a file, or a stream of bytes, as listings, lazily and in order: no more than a few rows are in memory at a time.

    What is wrong with the file is an `InputError`. What is wrong with one record is one, too, unless `on_problem` takes it: then reading
    goes on with the next record. `on_note` hears what a careful person wants to know: an encoding that was guessed, text that is not read;
    `on_detail` how the file is read. `input_format` is a kind of file or the id of a shape. `fields` names columns whose names say nothing:
    `{"title": ["款名"]}`; an empty list reads none. `name` is the path that rows bear. `wanted` is asked of each record, by a number for
    what it says, whether it is to become a row.

    >>> rows = read_listings(io.BytesIO("商品標題,貨號\n羊毛圍巾,A1\n".encode()), name="shop.csv")
    >>> [(row.line, row.listing.title, row.id) for row in rows]
    [(2, '羊毛圍巾', 'A1')]
    """
    path = name or (str(source) if isinstance(source, str | Path) else str(getattr(source, "name", "<stream>")))
    reading, asked = reading_of(path, input_format, fields or {})
    reading.on_note, reading.on_problem, reading.on_detail, reading.wanted = on_note, on_problem, on_detail, wanted
    return _read(source, reading, asked, checked_encoding(encoding))


def reading_of(path: str, input_format: str | None, fields: Fields) -> tuple[Reading, Format | None]:
    """Check what the caller says of a file: the shape that it has, or its kind, which is given beside."""
    if input_format is not None and input_format not in INPUT_FORMATS:
        raise ConfigError(f"unknown input format {input_format!r}", f"known are {', '.join(INPUT_FORMATS)}")
    shape = shape_named(input_format) if input_format else None
    return Reading(path, choice_of(fields), shape=shape), None if shape else cast("Format | None", input_format)


def _read(source: str | Path | BinaryIO, reading: Reading, asked: Format | None, encoding: str | None) -> Iterator[Row]:
    with _opened(source, reading) as stream:
        kind = binary_format(stream, asked, reading)
        stream.seek(0)
        if kind == "xlsx":
            yield from rows_of(read_workbook(stream, reading), reading)
        elif kind == "parquet":
            yield from rows_of(read_parquet(stream, reading), reading)
        else:
            yield from _read_text(stream, reading, asked, encoding)


def _read_text(stream: BinaryIO, reading: Reading, asked: Format | None, encoding: str | None) -> Iterator[Row]:
    found = encoding_of(stream, encoding, reading)
    stream.seek(0)
    sound = cast("BinaryIO", UpToDamage(stream, found, reading))
    text = io.TextIOWrapper(sound, encoding="utf-8-sig" if found == "utf-8" else found, newline="")
    try:
        kind = text_format(text.read(_HEAD), asked, reading)
        reading.detail(f"{kind}, {found}{_RUNNING.get(kind, '')}")
        text.seek(0)
        if kind == "xml":
            text.detach()
            stream.seek(0)
            reading.cut = False  # this reader decodes by itself
            yield from rows_of(read_xml(stream, encoding, reading), reading)
        else:
            yield from rows_of(_records(text, kind, reading), reading)
    except (UnicodeError, InputError) as error:
        if isinstance(error, InputError) and not reading.cut:
            raise
        fail_undecodable(_under(text, stream), found, reading)
    else:
        if reading.cut:
            fail_undecodable(_under(text, stream), found, reading)
    finally:
        _under(text, stream)


def _under(text: io.TextIOWrapper, stream: BinaryIO) -> BinaryIO:
    """Take the decoder off a stream, which the caller closes."""
    with contextlib.suppress(ValueError):  # it is off
        text.detach()
    return stream


@contextmanager
def _opened(source: str | Path | BinaryIO, reading: Reading) -> Iterator[BinaryIO]:
    """Open a path; take a stream as it is, or, where one cannot go back in it, as it was read to its end."""
    if not isinstance(source, str | Path):
        if isinstance(source, io.TextIOBase):
            raise ConfigError("a stream of listings gives bytes, not text", 'open the file with "rb"')
        with _seekable(source) as stream:
            yield stream
        return
    try:
        stream = Path(source).open("rb")  # noqa: SIM115  closed below; its errors are not those of who reads
    except FileNotFoundError:
        reading.fail("no such file", None, "paths are relative to the folder in which you stand")
    except (OSError, ValueError) as error:
        reading.fail(f"cannot be read: {getattr(error, 'strerror', None) or error}", None, "is it a file, and may you read it?")
    with stream:
        if stream.seekable():
            yield stream
            return
        with _seekable(stream) as copy:  # a named pipe
            yield copy


@contextmanager
def _seekable(source: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream in which one can go back; a long one that cannot is kept in a file that is gone afterwards, not in memory."""
    if source.seekable():
        yield source
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        shutil.copyfileobj(source, copy)
        copy.seek(0)
        yield cast("BinaryIO", copy)


def _records(text: io.TextIOWrapper, kind: Format, reading: Reading) -> Iterator[Record]:
    match kind:
        case "csv":
            return read_delimited(text, reading)
        case "tsv":
            return read_delimited(text, reading, "\t")
        case "jsonl":
            return read_lines_of_json(text, reading)
        case "json":
            return read_json(text, reading)
        case "yaml":
            return read_yaml(text, reading)
    reading.choice, reading.running = (), True  # running text has no columns
    reader = {"html": read_html, "markdown": read_markdown}.get(kind, read_lines)
    return reader(text, reading)


def rows_of(records: Iterator[Record], reading: Reading) -> Iterator[Row]:
    """Make rows of records. A file without any is no clean file: something went wrong before it came here."""
    number = bad = 0
    notes, texts, wanted = ColumnNotes(reading), TextCount(reading), reading.wanted
    for number, record in enumerate(records, 1):
        plan = plan_for(record.columns, reading.choice, record.shape)
        notes.see(record, plan)
        try:
            if wanted and not record.asked and not wanted(said_by(plan, record.values)):
                texts.partial = True
                continue
            row = number + reading.found + reading.passed + reading.deleting - bad
            listing = listing_of(plan, record.values)
        except ConfigError as error:
            bad += 1
            reading.report(error.problem, record.line, error.hint)
            continue
        texts.see(record, plan, listing)
        market = marketplace_of(plan, record.values)
        fields = plan.fields if record.sheet and not any(isinstance(value, list) for value in record.values) else ()
        apart = ignore_of(record), record.shape.id if record.shape else ""
        origin = Origin(listing, plan, record.values, record.spelled) if record.spelled else None
        yield Row(reading.path, row, record.line, listing, listing.sku.strip(), record.sheet, market, fields, *apart, origin)
    notes.finish()
    if not number and not reading.found and not reading.passed and not reading.deleting:
        reading.fail("no listings in it", None, NO_LISTINGS)
    if reading.deleting:
        reading.note(f"{reading.deleting} {'row deletes a listing' if reading.deleting == 1 else 'rows delete listings'}; not scanned")
    texts.partial |= bool(reading.passed)
    texts.finish()
