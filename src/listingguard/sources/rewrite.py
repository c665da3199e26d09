"""A file of listings that can be written back: only the cells that change are written anew, every other byte stays."""

from __future__ import annotations

import dataclasses
import io
import itertools
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from listingguard.errors import Problem
from listingguard.model import Listing
from listingguard.sources.cells import Cell, cells_of, quoted
from listingguard.sources.delimited import Dialect, dialect_of, read_delimited
from listingguard.sources.encoding import checked_encoding, encoding_of, fail_undecodable
from listingguard.sources.formats import Format, binary_format, text_format
from listingguard.sources.jsonfile import read_json, read_lines_of_json
from listingguard.sources.plan import Plan, feeding, glue_of, plan_for
from listingguard.sources.read import reading_of, rows_of
from listingguard.sources.reading import Reading
from listingguard.sources.row import Fields, Record, Row
from listingguard.sources.splices import Splice, codec_of, keeps_state, smallest, spliced, writable
from listingguard.sources.strings import escaped, lines_of_strings, strings_of
from listingguard.sources.together import same_listing

__all__ = ["Original", "open_original"]

_KNOWN: Final[tuple[Format, ...]] = ("csv", "tsv", "json", "jsonl")
_HEAD: Final = 1 << 16
_HINT: Final = "CSV, TSV, JSON and JSON Lines can be fixed; export it as one of them, or make the edits by hand"
Cells = list[list[Cell]]


@dataclass(slots=True)
class Original:
    """The bytes of a file, its text, and what is to change in it."""

    path: str
    raw: bytes
    mark: bytes
    codec: str
    text: str
    kind: Format
    dialect: Dialect | None
    reading: Reading
    splices: list[Splice] = field(default_factory=list)
    _last: tuple[Plan, Cells] | None = None
    _cells: dict[int, tuple[Plan, Cells]] = field(default_factory=dict)
    _same: dict[Cell, list[Cell]] = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        """Give the rows as `read_listings` gives them."""
        for row in rows_of(self._records(), self.reading):
            assert self._last is not None
            self._cells[row.row] = self._last
            yield row

    def _records(self) -> Iterator[Record]:
        """Give the records, and note of each the cells of its columns before it goes on."""
        for record, cells in self._of_table(self.dialect) if self.dialect else self._of_json():
            self._last = plan_for(record.columns, self.reading.choice, record.shape), cells
            yield record

    def _of_table(self, dialect: Dialect) -> Iterator[tuple[Record, Cells]]:
        rows = dict(cells_of(self.text, dialect.delimiter, dialect.quote))
        lines = sorted(rows)
        for record in read_delimited(io.StringIO(self.text, newline=""), self.reading, "\t" if self.kind == "tsv" else ""):
            if record.shape and record.shape.together:
                below = (rows[lines[i]] for i in range(bisect_left(lines, record.line), len(lines)))
                yield record, self._of_rows(record, below)
                continue
            cells = rows.get(record.line, [])[: len(record.columns)]
            yield record, [[cell] for cell in cells] if [cell.value for cell in cells] == list(record.values) else []

    def _of_rows(self, record: Record, below: Iterable[list[Cell]]) -> Cells:
        """Give the cells of a listing that stands on several rows; a text that stands on several is changed on all of them."""
        assert record.shape is not None
        plan = plan_for(record.columns, self.reading.choice, record.shape)
        width, filled = len(record.columns), (row for row in below if any(cell.value.strip() for cell in row))
        rows, shown = itertools.tee(row[:width] for row in filled if not any(cell.value.strip() for cell in row[width:]))
        records = (record._replace(values=[cell.value for cell in row]) for row in shown)
        members = list(itertools.islice(rows, len(same_listing(records, plan, record.shape))))
        found: Cells = []
        for column, value in enumerate(record.values):
            cells = [row[column] for row in members if column < len(row)]
            found.append([self._first_of(str(text), cells) for text in (value if isinstance(value, list) else [value])])
        return found

    def _first_of(self, text: str, cells: Sequence[Cell]) -> Cell:
        """Give the first cell that says a text, and keep the others that do."""
        same = [cell for cell in cells if cell.value.strip() == text.strip()]
        first = Cell(same[0].start, same[0].end, text) if same else Cell(0, 0, text)
        self._same[first] = same
        return first

    def _of_json(self) -> Iterator[tuple[Record, Cells]]:
        stream, lines = io.StringIO(self.text, newline=""), self.kind == "jsonl"
        places = (lines_of_strings if lines else strings_of)(self.text)
        for record in (read_lines_of_json if lines else read_json)(stream, self.reading):
            if record.shape is not None and record.shape is not self.reading.shape:
                self.reading.fail(f"a file of the shape {record.shape.id} is not written back", None, "make the edits where it was made")
            same = (found for line, value, found in places if line == record.line and tuple(value) == record.columns)
            yield record, next(same, [])

    def put(self, row: Row, listing: Listing, edits: Iterable[tuple[str, int, int, str]]) -> bool:
        """Note the edits of a row that lead to a listing; False, and nothing noted, if its cells cannot say the same."""
        plan, cells = self._cells[row.row]
        new: dict[Cell, str] = {}
        for part, start, end, after in edits:
            if not _edit(_pieces(part, plan, cells, new), (start, end, after), glue_of(part), new):
                return False
        if any(_joined(part, plan, cells, new) != text for part, text in listing.texts()):
            return False
        places = {cell: self._same.get(cell, [cell]) for cell in new}
        written = [self._splice(place, cell, value) for cell, value in new.items() for place in places[cell]]
        if not all(places.values()) or not all(writable(splice[2], self.codec) for splice in written):
            return False
        self.splices += written
        return True

    def _splice(self, place: Cell, cell: Cell, value: str) -> Splice:
        """Give the change of the file that makes a place say what the cell is to say; blanks around it stay."""
        if place.value != cell.value:
            value = place.value.replace(cell.value.strip(), value.strip())
        old = self.text[place.start : place.end]
        new = quoted(value, old, self.dialect.delimiter, self.dialect.quote) if self.dialect else escaped(value, old)
        return smallest(place.start, old, new)

    def result(self) -> bytes:
        """Give the bytes of the file with everything that was noted. Raises `InputError` if they would not say so when read again."""
        body = spliced(self.raw[len(self.mark) :], self.codec, self.text, self.splices)
        if body is None:
            self.reading.fail(f"{self.codec} cannot be written back byte for byte", None, "save the file as UTF-8 and fix that")
        return self.mark + body


def open_original(
    path: str,
    *,
    input_format: str | None = None,
    encoding: str | None = None,
    fields: Fields | None = None,
    on_note: Callable[[str], None] | None = None,
    on_problem: Callable[[Problem], None] | None = None,
    on_detail: Callable[[str], None] | None = None,
) -> Original:
    """Open a file that is to be written back. Raises `InputError` for one that cannot be, such as a workbook."""
    reading, asked = reading_of(path, input_format, fields or {})
    reading = dataclasses.replace(reading, on_note=on_note, on_problem=on_problem, on_detail=on_detail)
    try:
        raw = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reading.fail(f"cannot be read: {getattr(error, 'strerror', None) or error}", None, "is it a file, and may you read it?")
    stream = io.BytesIO(raw)
    binary = binary_format(stream, asked, reading)
    if binary is not None:
        reading.fail("a workbook is not written back" if binary == "xlsx" else "a Parquet file is not written back", None, _HINT)
    found = encoding_of(stream, checked_encoding(encoding), reading)
    mark, codec = codec_of(raw, found)
    text = _decoded(raw[len(mark) :], codec)
    if text is None:
        fail_undecodable(stream, found, reading)
        reading.fail(f"these bytes are not {found}", None, "name the encoding: --encoding gb18030")
    return Original(path, raw, mark, codec, text, *_kind(text, codec, asked, reading), reading)


def _decoded(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeError:
        return None


def _kind(text: str, codec: str, asked: Format | None, reading: Reading) -> tuple[Format, Dialect | None]:
    """Give the kind of a file, and how it writes its cells if it is a table; refuse what cannot be written back."""
    kind = text_format(text[:_HEAD], asked, reading)
    if kind not in _KNOWN:
        reading.fail(f"a file of the kind {kind} is not written back", None, _HINT)
    if keeps_state(codec):
        reading.fail(f"{codec} cannot be written back byte for byte", None, "save the file as UTF-8 and fix that")
    if kind in ("json", "jsonl"):
        return kind, None
    dialect = dialect_of(text[:_HEAD], reading, "\t" if kind == "tsv" else "")
    if dialect.backslash:
        hint = 'export it with quotes doubled ("5"" screen"), as spreadsheet programs do, or make the edits by hand'
        reading.fail('a file whose cells write a quote as \\" is not written back', None, hint)
    return kind, dialect


def _pieces(part: str, plan: Plan, cells: Sequence[Sequence[Cell]], new: Mapping[Cell, str]) -> list[tuple[Cell, str]]:
    """Give the cells that a field is made of, with what they say now. A bullet is one of them."""
    return [(cell, new.get(cell, cell.value)) for cell in feeding(part, plan, cells)]


def _joined(part: str, plan: Plan, cells: Sequence[Sequence[Cell]], new: Mapping[Cell, str]) -> str:
    return glue_of(part).join(filter(None, (text for _, text in _pieces(part, plan, cells, new))))


def _edit(pieces: Sequence[tuple[Cell, str]], splice: Splice, between: str, new: dict[Cell, str]) -> bool:
    """Edit the one cell in which a range of the field lies; the blank between two cells counts for either."""
    start, end, after = splice
    at = 0
    for cell, text in pieces:
        if not text:
            continue
        low, high = max(start - at, 0), min(end - at, len(text))
        outside = max(at - start, 0) + max(end - at - len(text), 0)
        if low < high and outside <= len(between):
            new[cell] = text[:low] + after + text[high:]
            return True
        at += len(text) + len(between)
    return False
