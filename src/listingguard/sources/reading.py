"""One file while it is read: its name, what the caller asked for, and where remarks and problems go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NoReturn

from listingguard.errors import InputError, Problem
from listingguard.sources.shape import Shape

__all__ = ["NO_LISTINGS", "Choice", "Reading"]

#: What to do about a file in which there is nothing to scan.
NO_LISTINGS: Final = "export it again, or leave it out: an empty file is taken for a mistake, not for a clean catalogue"
#: The caller's columns in a form that can be a key: (part of a listing, columns) pairs.
Choice = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(slots=True)
class Reading:
    """The state of reading one file.

    A problem with one record goes to `report`: it is raised, unless the caller takes problems; then reading goes on with the next record.
    A problem with the whole file is raised by `fail` in any case. `found` counts the problems that the caller took. `shape` is the shape
    that the caller says the file has. `wanted` tells by what a record says whether it is to become a row;
    `passed` counts those that a reader left out itself, before it made records of them, `deleting` those that take a listing away.
    `running` means that the file is running text, without columns; `cut`, that what is read of it ends before a damaged place.
    """

    path: str
    choice: Choice = ()
    on_note: Callable[[str], None] | None = None
    on_problem: Callable[[Problem], None] | None = None
    on_detail: Callable[[str], None] | None = None
    shape: Shape | None = None
    found: int = 0
    wanted: Callable[[int], object] | None = None
    passed: int = 0
    deleting: int = 0
    running: bool = False
    cut: bool = False

    def note(self, text: str, line: int | None = None) -> None:
        """Tell the caller something about the file that a careful person wants to know."""
        if self.on_note:
            self.on_note(f"{self.path}:{line}: {text}" if line else f"{self.path}: {text}")

    def detail(self, text: str) -> None:
        """Tell the caller how the file is read, for who asks."""
        if self.on_detail:
            self.on_detail(f"{self.path}: {text}")

    def report(self, problem: str, line: int | None, hint: str = "") -> None:
        """Report a record that cannot be read."""
        if self.on_problem is None:
            self.fail(problem, line, hint)
        self.found += 1
        self.on_problem(Problem(self.path, line, problem, hint))

    def complain(self, problem: str, line: int | None, hint: str = "") -> None:
        """Report what is wrong with a part of the file that is no record, such as a sheet or a cell."""
        if self.on_problem is None:
            self.fail(problem, line, hint)
        self.on_problem(Problem(self.path, line, problem, hint))

    def fail(self, problem: str, line: int | None = None, hint: str = "") -> NoReturn:
        """Give up the file."""
        raise InputError(Problem(self.path, line, problem, hint))
