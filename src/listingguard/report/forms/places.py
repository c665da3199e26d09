"""Places as code hosts write them: addresses of files, and regions in them."""

from __future__ import annotations

import functools
import os
import posixpath
from pathlib import Path, PureWindowsPath
from urllib.parse import quote

from listingguard.errors import Problem
from listingguard.model import Finding
from listingguard.report.forms.entry import Entry

__all__ = ["label_of", "path_of", "region_of", "told_of", "uri_of"]


def path_of(path: str) -> str:
    r"""Give a path as code hosts write it: relative where it lies below, with slashes.

    >>> path_of("./shop/a.csv"), path_of("shop\\a.csv")
    ('shop/a.csv', 'shop/a.csv')
    """
    if path.startswith("<"):
        return path
    return _below(path, os.getcwd())  # noqa: PTH109  asked for every finding


@functools.lru_cache(maxsize=256)
def _below(path: str, here: str) -> str:
    if Path(path).is_absolute():
        return Path(path).relative_to(here).as_posix() if Path(path).is_relative_to(here) else Path(path).as_posix()
    plain = PureWindowsPath(path).as_posix() if "\\" in path else path
    return posixpath.normpath(plain)


def uri_of(path: str) -> str:
    """Give a path as an address, every character that means something in one escaped.

    >>> uri_of("./商品/a b#1.csv"), uri_of("<stdin>")
    ('%E5%95%86%E5%93%81/a%20b%231.csv', '%3Cstdin%3E')
    """
    return _address(path_of(path))


@functools.lru_cache(maxsize=256)
def _address(plain: str) -> str:
    return ("file://" if plain.startswith("/") else "") + quote(plain.encode("utf-8", "surrogatepass"))


def region_of(entry: Entry, finding: Finding) -> dict[str, int]:
    """Give the region of a finding in its file: exact where the reader can tell, else the line; none in a workbook."""
    if entry.sheet:
        return {}
    spot = entry.spot(finding)
    if spot is None:
        return {"startLine": max(1, entry.line)}
    return {"startLine": spot.line, "startColumn": spot.column, "endLine": spot.end_line, "endColumn": spot.end_column}


def label_of(entry: Entry) -> str:
    """Give what names a row in words, with a blank behind: row and sheet of a workbook, and the seller's own key."""
    return f"{f'{entry.sheet}!{entry.line} ' if entry.sheet else ''}{f'{entry.sku} ' if entry.sku else ''}"


def told_of(problem: Problem) -> str:
    """Give a problem of reading with its remedy, on one line."""
    return f"{problem.problem}; {problem.hint}" if problem.hint else problem.problem
