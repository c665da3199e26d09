"""From what the caller named to files: a folder stands for every file of a known kind below it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from listingguard.errors import Problem
from listingguard.sources.formats import EXTENSIONS
from listingguard.sources.ignored import Ignored, ignored_above

__all__ = ["LeftOut", "Reason", "find_files"]

Reason = Literal["hidden", "gitignored", "not-listings"]
LeftOut = Callable[[str, Reason], None]
#: Files that have the ending of a product file and are none: they belong to a repository, a program or a website.
_OTHERS: Final = re.compile(
    r"(?:readme|license|licence|changelog|changes|contributing|code_of_conduct|security|authors|notice|agents|claude|todo)\b.*"
    r"|package(?:-lock)?\.json|composer\.json|[jt]sconfig.*\.json|manifest\.json|renovate\.json|.*\.schema\.json"
    r"|requirements.*\.txt|robots\.txt|cmakelists\.txt|mkdocs\.ya?ml|docker-compose.*\.ya?ml|compose\.ya?ml|action\.ya?ml|pnpm-lock\.yaml"
    r"|pom\.xml|sitemap.*\.xml",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Search:
    """What a search does with what it does not give."""

    on_problem: Callable[[Problem], None]
    on_left_out: LeftOut
    gitignore: bool


def find_files(
    paths: Sequence[str], on_problem: Callable[[Problem], None], on_left_out: LeftOut | None = None, *, gitignore: bool = True
) -> Iterator[str]:
    """Give every file once, folders searched in the order of names. `-` (standard input) and what does not exist pass through.

    In folders are left out: what is hidden, lock files of spreadsheet programs, what Git ignores, and what is no product file by its name;
    `on_left_out` hears of each. A folder without any file to read is a problem: somebody believes that it is being checked.
    """
    search = _Search(on_problem, on_left_out or (lambda _path, _reason: None), gitignore)
    seen: set[str] = set()
    for path in paths:
        found = 0
        for file in _folder(path, search) if Path(path).is_dir() else (path,):
            found += 1
            key = file if file == "-" else os.path.realpath(file)
            if key not in seen:
                seen.add(key)
                yield file
        if not found:
            on_problem(Problem(path, None, "no file to read in this folder", f"known endings are {' '.join(EXTENSIONS)}"))


def _folder(path: str, search: _Search) -> Iterator[str]:
    return _walk(path, search, ignored_above(path) if search.gitignore else Ignored(), frozenset())


def _walk(folder: str, search: _Search, ignored: Ignored, above: frozenset[str]) -> Iterator[str]:
    """Search a folder; links are followed, but never in a circle."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        search.on_problem(Problem(folder, None, f"this folder cannot be read: {error.strerror}"))
        return
    if search.gitignore:
        ignored = ignored.below(folder)
    for entry in entries:
        if entry.name == ".git":  # Git's own, and nobody's listing
            continue
        is_folder = entry.is_dir()
        if reason := _why_not(entry, ignored, folder=is_folder):
            search.on_left_out(entry.path, reason)
        elif is_folder:
            yield from _walk(entry.path, search, ignored, above | {real})
        else:
            yield entry.path


def _why_not(entry: os.DirEntry[str], ignored: Ignored, *, folder: bool) -> Reason | None:
    """Say why an entry of a folder is left out, or None."""
    if entry.name.startswith((".", "~$")):
        return "hidden"
    if ignored.rules and ignored.hides(entry.path, folder=folder):
        return "gitignored"
    if not folder and _is_pipe(entry):
        return "not-listings"
    if not folder and (Path(entry.name).suffix.lower() not in EXTENSIONS or _OTHERS.fullmatch(entry.name)):
        return "not-listings"
    return None


def _is_pipe(entry: os.DirEntry[str]) -> bool:
    """Tell a named pipe, a socket or a device, which one would wait for for ever. A link to nowhere is none: it is an error when read."""
    if entry.is_file():
        return False
    try:
        mode = entry.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode)
