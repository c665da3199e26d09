"""The product files of a run: what was named or found in folders, without what listingguard itself writes or wrote there."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from listingguard.errors import Problem
from listingguard.report.own import HEAD, form_of
from listingguard.sources import Reason, find_files

__all__ = ["Files", "own_form"]

_STDIN: Final = "<stdin>"
_File = tuple[int, int]


def _streams() -> frozenset[_File]:
    """Give the files to which a shell sends standard output and standard error; terminals, pipes and devices are none."""
    return frozenset(file for number in (1, 2) if (file := _file(number)))


@dataclass(slots=True)
class Files:
    """Finds the files to read. `outputs` are the real paths of what this run writes.

    In a folder they are passed over with a note, and so are reports of earlier runs and the file to which a shell sends what we write: it
    would grow while it is read. Who names such a file is told that it is none: a problem.
    """

    paths: Sequence[str]
    outputs: Collection[str] = ()
    on_problem: Callable[[Problem], None] = lambda _: None
    on_note: Callable[[str], None] = lambda _: None
    on_left_out: Callable[[str, Reason], None] = lambda _path, _reason: None
    gitignore: bool = True
    _passed: int = 0
    _given: int = 0
    _written: frozenset[_File] = field(default_factory=_streams)

    def found(self) -> Iterator[str]:
        """Give every file to read, once and in order. Nothing at all besides our own files is a problem, as an empty folder is."""
        for path in find_files(self.paths, self.on_problem, self.on_left_out, gitignore=self.gitignore):
            if self._is_product(path):
                self._given += 1
                yield path
        if self._passed and not self._given:
            hint = "a report is not scanned again; is the catalogue somewhere else?"
            self.on_problem(Problem(self.paths[0], None, "nothing but reports of listingguard to read here", hint))

    def _is_product(self, path: str) -> bool:
        if path != "-" and os.path.realpath(path) in self.outputs:
            return self._pass_over(f"{path}: this is where the report goes; not read")
        if _is_one_of(path, self._written):
            hint = "it would grow while it is read; send the report to a file that is not scanned"
            return self._refuse(path, "this is where the output goes", hint)
        if form := own_form(path):
            return self._refuse(path, f"this is a report of listingguard ({form})", "name the files that it tells of, not the report")
        return True

    def _refuse(self, path: str, problem: str, hint: str) -> bool:
        if path not in self.paths:
            return self._pass_over(f"{path}: {problem}; not read")
        self._given += 1
        self.on_problem(Problem(_STDIN if path == "-" else path, None, problem, hint))
        return False

    def _pass_over(self, note: str) -> bool:
        self._passed += 1
        self.on_note(note)
        return False


def own_form(path: str) -> str:
    """Give the form of a report that a file is; nothing for other files, and for what cannot be looked into."""
    try:
        if path == "-" or not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  a path as people write it
            return ""
        with Path(path).open("rb") as file:
            return form_of(file.read(HEAD))
    except (OSError, ValueError):  # told by who reads it
        return ""


def _is_one_of(path: str, files: Collection[_File]) -> bool:
    return bool(files) and _file(0 if path == "-" else path) in files


def _file(place: int | str) -> _File | None:
    """Give what tells a file from all others, whatever it is called."""
    try:
        found = os.stat(place)  # noqa: PTH116  the number of an open file, too
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
