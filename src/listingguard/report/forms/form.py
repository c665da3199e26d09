"""What every form of a report has in common: it hears of the start, of each row and of the end, and gives text to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from listingguard.errors import Problem
from listingguard.model import Lang
from listingguard.report.forms.entry import Entry, Head
from listingguard.report.forms.tally import Tally
from listingguard.report.screen import Screen

__all__ = ["Form", "Look", "Writer"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look."""

    lang: Lang = "en"
    color: bool = False
    width: int = 100
    encoding: str = "utf-8"
    show_excused: bool = False
    quiet: bool = False

    @property
    def screen(self) -> Screen:
        """Give the terminal that the report is for."""
        return Screen(self.width, self.color, self.encoding)

    @property
    def is_unicode(self) -> bool:
        """Tell whether any text can be written."""
        return self.encoding.lower().replace("_", "-").startswith("utf")


@dataclass(slots=True)
class Writer:
    """One report while it is written. A stream: nothing of a row is kept unless a form says how much and why.

    `notes` are what the reader of the terminal must hear: that a limit of a code host was reached, and what was left out.
    """

    look: Look
    notes: list[str] = field(default_factory=list)

    def start(self, head: Head) -> Iterable[str]:
        """Give what stands before the rows."""
        del head
        return ()

    def row(self, entry: Entry) -> Iterable[str]:
        """Give what is written for a row at once."""
        del entry
        return ()

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give what stands after the rows, with the sums and with what could not be read."""
        del tally, problems
        return ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form in the table of forms: its name, how to make a writer, and which endings of files stand for it.

    `sums` says that the report itself ends with the sums for people. `escape` says how a character is written where the encoding has no
    room for it: as JSON does, as XML does, or by its code point. `whole` says that every finding stands in it, whatever is shown elsewhere.
    """

    name: str
    about: str
    make: Callable[[Look], Writer]
    endings: tuple[str, ...] = ()
    sums: bool = False
    escape: Literal["json", "xml", "plain"] = "plain"
    newline: str = "\n"
    whole: bool = False
