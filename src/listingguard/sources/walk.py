"""From what the caller named to files: a folder stands for every file of a known kind below it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from listingguard.errors import Problem
from listingguard.sources.formats import EXTENSIONS

__all__ = ["find_files"]


def find_files(paths: Sequence[str], on_problem: Callable[[Problem], None]) -> Iterator[str]:
    """Give every file once, folders searched in the order of names. `-` (standard input) and what does not exist pass through.

    Hidden files and folders are left out, and so are the lock files of spreadsheet programs. A folder without any file to read is a
    problem: somebody believes that it is being checked.
    """
    seen: set[str] = set()
    for path in paths:
        found = 0
        for file in _walk(path, on_problem, set()) if Path(path).is_dir() else (path,):
            found += 1
            key = file if file == "-" else os.path.realpath(file)
            if key not in seen:
                seen.add(key)
                yield file
        if not found:
            on_problem(Problem(path, None, "no file to read in this folder", f"known endings are {' '.join(EXTENSIONS)}"))


def _walk(folder: str, on_problem: Callable[[Problem], None], above: set[str]) -> Iterator[str]:
    """Search a folder; links are followed, but never in a circle."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        on_problem(Problem(folder, None, f"this folder cannot be read: {error.strerror}"))
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, on_problem, above | {real})
        elif Path(entry.name).suffix.lower() in EXTENSIONS:
            yield entry.path
