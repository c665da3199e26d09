"""What kind of file this is: by its first bytes where they tell, else by its name, else by its first line."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import BinaryIO, Final, Literal, get_args

from listingguard.sources.columns import TEXTS, part_of
from listingguard.sources.reading import Reading

__all__ = ["EXTENSIONS", "FORMATS", "Format", "binary_format", "text_format"]

Format = Literal["csv", "tsv", "jsonl", "json", "xlsx", "text"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
#: Endings of files that a folder is searched for.
EXTENSIONS: Final[dict[str, Format]] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".txt": "text",
}
_SAVE: Final = "save it as .xlsx without a password, or export it as CSV"


def binary_format(stream: BinaryIO, asked: Format | None, reading: Reading) -> Format | None:
    """Tell a workbook by its first bytes, and say plainly what else is no text. None means text of some kind."""
    stream.seek(0)
    head = stream.read(64)
    if head.startswith(b"PK\x03\x04"):
        return "xlsx"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        reading.fail("an old .xls workbook, or one with a password", None, _SAVE)
    if head.startswith(b"version https://git-lfs.github.com/"):
        reading.fail("a pointer of Git LFS, not the file itself", None, "fetch it: git lfs pull")
    if asked == "xlsx" or (asked is None and _ending(reading.path) == "xlsx"):
        reading.fail("this is no workbook", None, "if it holds text, say so: --input-format csv")
    return None


def text_format(head: str, asked: Format | None, reading: Reading) -> Format:
    r"""Tell the kind of text from the name of the file, and where that does not tell, from how the text begins.

    >>> text_format('{"title": "羊毛围巾"}\n{"title": "雨伞"}\n', None, Reading("<stdin>"))
    'jsonl'
    >>> text_format("sku,商品标题\n1,羊毛围巾\n", None, Reading("<stdin>"))
    'csv'
    >>> text_format("羊毛围巾, 加厚\n", None, Reading("<stdin>"))
    'text'
    """
    known = asked or _ending(reading.path)
    if known and (known != "json" or asked):
        return known
    start = head.lstrip()
    if start.startswith(("[{", "[\n", "[\r", "[ ", "[]")) or (start.startswith("[") and known == "json"):
        return "json"
    if start.startswith("{"):
        return "jsonl" if _is_json(start.split("\n", 1)[0]) and "\n" in start.strip() else "json"
    if known:
        return known
    delimiter = _delimiter(start.split("\n", 1)[0])
    return "tsv" if delimiter == "\t" else "csv" if delimiter else "text"


def _ending(path: str) -> Format | None:
    return EXTENSIONS.get(PurePath(path).suffix.lower())


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _delimiter(line: str) -> str:
    """Give the delimiter of a line that can only be a header: several cells, one of them the name of a text column."""
    for delimiter in "\t,;":
        parts = [part_of(cell.strip().strip('"')) for cell in line.split(delimiter)]
        if len(parts) > 1 and any(part and part[0] in TEXTS for part in parts):
            return delimiter
    return ""
