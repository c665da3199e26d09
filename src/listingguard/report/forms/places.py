"""Places as code hosts write them: addresses of files, and regions in them."""

from __future__ import annotations

import functools
import os
import posixpath
from pathlib import Path, PureWindowsPath
from typing import Final
from urllib.parse import quote

from listingguard.errors import Problem
from listingguard.model import Finding
from listingguard.report.forms.entry import Entry

__all__ = ["label_of", "path_of", "region_of", "told_of", "uri_of"]

#: Where code hosts say which folder their checkout is.
_ROOTS: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def path_of(path: str) -> str:
    r"""Give a path as code hosts write it: from the root of the checkout, with slashes.

    The root is what the host says, if the file lies below it, else the top of the Git work tree, else the current folder: a job may start
    anywhere in a repository, and a comment is to stand at the right file.

    >>> path_of("/nowhere/./shop/a.csv"), path_of("<stdin>")
    ('/nowhere/shop/a.csv', '<stdin>')
    """
    if path.startswith("<"):
        return path
    told = (os.environ.get(name, "") for name in _ROOTS)
    return _rooted(path, os.getcwd(), *told)  # noqa: PTH109  asked for every finding


@functools.lru_cache(maxsize=256)
def _rooted(path: str, here: str, *told: str) -> str:
    plain = PureWindowsPath(path).as_posix() if "\\" in path else path
    place = Path(os.path.normpath(Path(here) / plain))
    real = Path(os.path.realpath(place.parent)) / place.name
    for root in (*filter(os.path.isabs, told), *_tops(here), *_tops(str(place.parent)), here):
        for file, top in ((place, root), (real, os.path.realpath(root))):
            if file.is_relative_to(top):
                return file.relative_to(top).as_posix()
    return place.as_posix() if Path(plain).is_absolute() else posixpath.normpath(plain)


@functools.lru_cache(maxsize=64)
def _tops(folder: str) -> tuple[str, ...]:
    """Give the top of the Git work tree in which a folder lies, if it lies in one. Git itself is not asked: its mark is enough."""
    return tuple(str(above) for above in (Path(folder), *Path(folder).parents) if (above / ".git").exists())[:1]


def uri_of(path: str) -> str:
    """Give a path as an address, every character that means something in one escaped.

    >>> uri_of("/商品/a b#1.csv"), uri_of("<stdin>")
    ('file:///%E5%95%86%E5%93%81/a%20b%231.csv', '%3Cstdin%3E')
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
