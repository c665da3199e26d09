"""What stands in a workbook before it is opened: the parts of the archive, and whether unpacking them would fill memory."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import BinaryIO, Final

from listingguard.sources.reading import Reading

__all__ = ["check_archive"]

_UNPACKED: Final = 1 << 30
_SAFE: Final = 1 << 26
_RATIO: Final = 200
_CELLS: Final = 50_000_000
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 32
_WIDE: Final = re.compile(rb' r="([A-Z]{2,3})\d')
_ROW: Final = re.compile(rb'<(?:\w+:)?row\b[^>]*? r="(\d{1,7})"')
_LETTERS: Final = 26
_REMEDY: Final = "if the file is what it should be, export the sheet as CSV"


def check_archive(stream: BinaryIO, reading: Reading) -> None:
    """Give up what is no workbook, what unpacks to far more than it weighs, and sheets with a stray cell at the end of the world."""
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if not any(name.startswith("xl/") for name in names):
                reading.fail("a zip archive, but no workbook", None, "unpack it and name the files in it")
            size, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
            if size > _UNPACKED or (size > _SAFE and size > _RATIO * packed):
                reading.fail(f"this workbook would unpack to {size:,} bytes from {packed:,}", None, _REMEDY)
            for part in parts:
                if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                    _check_extent(archive, part, reading)
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        hint = "open it in a spreadsheet program and save it again as .xlsx, or export it as CSV"
        reading.fail(f"this workbook cannot be opened ({type(error).__name__}: {error})", None, hint)


def _check_extent(archive: zipfile.ZipFile, part: zipfile.ZipInfo, reading: Reading) -> None:
    """Count how far the cells of a sheet reach: a reader makes room for every cell in between."""
    rows, width, rest = 1, _LETTERS, b""
    with archive.open(part) as sheet:
        while chunk := sheet.read(_CHUNK):
            text = rest + chunk
            rows = max(rows, max(map(int, _ROW.findall(text)), default=1))
            width = max(width, max(map(_number, set(_WIDE.findall(text))), default=1))
            rest = text[-_OVERLAP:]
    if rows * width > _CELLS:
        hint = "delete the empty rows and columns beyond the listings and save it again, or export it as CSV"
        reading.fail(f"a sheet ({part.filename}) reaches over {rows:,} rows and {width:,} columns", None, hint)


def _number(letters: bytes) -> int:
    """Give the number of a column: A is 1.

    >>> _number(b"AB")
    28
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number
