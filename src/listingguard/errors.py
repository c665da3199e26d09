"""What can go wrong, as values with fields: what, where, and what to do about it.

Building a scanner or reading a file may fail with one of these. Scanning a text never does.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ConfigError", "FindingsError", "InputError", "LexiconError", "ListingGuardError", "Problem", "ReplayError"]


class ListingGuardError(Exception):
    """The root of every error that listingguard raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file: where it stands, what it is, and a hint how to put it right.

    >>> print(Problem("data/brands/phones.toml", 12, 'brand "apple": unknown key "nmaes"', 'did you mean "names"?'))
    data/brands/phones.toml:12: brand "apple": unknown key "nmaes"
        did you mean "names"?
    """

    path: str
    line: int | None
    problem: str
    hint: str = ""

    def __str__(self) -> str:
        """Give `path:line: problem`, and the hint on a line of its own."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.problem}" + (f"\n    {self.hint}" if self.hint else "")


class LexiconError(ListingGuardError):
    """The lexicon cannot be used. `problems` holds everything that is wrong with it, not only the first thing."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


class ConfigError(ListingGuardError):
    """A setting that the caller gave cannot be used: an unknown marketplace, a listing of the wrong type."""

    def __init__(self, problem: str, hint: str = "") -> None:
        self.problem, self.hint = problem, hint
        super().__init__(problem + (f"\n    {hint}" if hint else ""))


class InputError(ListingGuardError):
    """A file cannot be read as listings. Names the file, the line where known, and the remedy."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class FindingsError(ListingGuardError):
    """Raised only by `Report.raise_for_findings`: the verdict reached the level that the caller named."""


class ReplayError(ListingGuardError):
    """A finding cannot be had again from this text: which step of its evidence no longer holds."""
