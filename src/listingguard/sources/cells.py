"""Where the cells of a CSV file stand in its text, so that one can be written anew and all else be left as it is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from listingguard.sources.spelled import Columns, Stretch, plainly, spelled_by

__all__ = ["Cell", "cells_of", "quoted", "spelled_cells"]

_NEWLINE: Final = re.compile("\r\n|\r|\n")


class Cell(NamedTuple):
    """The place of a cell in the text of the file, its quotes among it, and what it says."""

    start: int
    end: int
    value: str


def cells_of(text: str, delimiter: str, quote: str = '"') -> Iterator[tuple[int, list[Cell]]]:
    r"""Give the rows, each with the line on which it starts, as Python's csv reader reads them. A row that it would refuse is left out.

    >>> list(cells_of('a,"b, c"\n', ","))
    [(1, [Cell(start=0, end=1, value='a'), Cell(start=2, end=8, value='b, c')])]
    """
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    at, line = 0, 1
    while at < len(text):
        row, begun, whole = list[Cell](), line, True
        while True:
            cell, at = _cell(text, at, plain, quote)
            row.append(cell)
            line += len(_NEWLINE.findall(text, cell.start, cell.end))
            if not text.startswith(delimiter, at):
                break
            at += len(delimiter)
        end = _NEWLINE.match(text, at)
        if end is None and at < len(text):  # something after a closing quote, or a quote that never closes
            whole, end = False, _NEWLINE.search(text, at)
        at, line = end.end() if end else len(text), line + 1
        if whole:
            yield begun, [] if len(row) == 1 and row[0].start == row[0].end else row


def _cell(text: str, at: int, plain: re.Pattern[str], quote: str) -> tuple[Cell, int]:
    if not text.startswith(quote, at):
        end = at + len(found[0]) if (found := plain.match(text, at)) else at
        return Cell(at, end, text[at:end]), end
    end = at + 1
    while (end := text.find(quote, end)) >= 0 and text.startswith(quote * 2, end):
        end += 2
    end = len(text) if end < 0 else end + 1
    return Cell(at, end, text[at + 1 : end - 1].replace(quote * 2, quote)), end


def quoted(value: str, old: str, delimiter: str, quote: str = '"') -> str:
    """Write a cell as the one before was written: with quotes if it had them, or if the new text needs them.

    >>> quoted('5" 屏', '"旧"', ","), quoted("新", "旧", ","), quoted("新,款", "旧", ",")
    ('"5"" 屏"', '新', '"新,款"')
    """
    needs = old.startswith(quote) or any(char in value for char in (delimiter, quote, "\r", "\n"))
    return quote + value.replace(quote, quote * 2) + quote if needs else value


def spelled_cells(raw: str, line: int, values: Sequence[object], delimiter: str, quote: str) -> Columns:
    r"""Give how the cells of a row are spelled in the lines on which it stands; nothing if they say something else than the row.

    >>> [[(piece.text, piece.starts[3])] for (piece,) in spelled_cells('"5"" 屏",加厚款 L\n', 2, ['5" 屏', "加厚款 L"], ",", '"')]
    [[('5" 屏', 5)], [('加厚款 L', 11)]]
    """
    stretch, unit = Stretch(raw, line), _unit(quote)
    cells = next((row for _, row in cells_of(raw, delimiter, quote)), [])[: len(values)]
    if [cell.value for cell in cells] != list(values):
        return []
    read = {quote * 2: quote}
    found: Columns = []
    for cell in cells:
        is_quoted = raw.startswith(quote, cell.start)
        piece = spelled_by(stretch, cell.start + 1, cell.value, unit, lambda said: read.get(said, said)) if is_quoted else None
        found.append([piece or plainly(stretch, cell.value, cell.start + is_quoted)])
    return found


@functools.lru_cache(maxsize=8)
def _unit(quote: str) -> re.Pattern[str]:
    """Give what reads the inside of a quoted cell character by character."""
    return re.compile(f"{re.escape(quote * 2)}|.", re.DOTALL)
