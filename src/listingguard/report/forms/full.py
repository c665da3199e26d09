"""Text with every row in full: the seller's words marked, and below what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from listingguard.errors import Problem
from listingguard.report.forms.entry import Entry
from listingguard.report.forms.form import Writer
from listingguard.report.forms.tally import Tally, last_lines
from listingguard.report.text import render_text

__all__ = ["Full"]


@dataclass(slots=True)
class Full(Writer):
    """Every row in which something was found, then what it adds up to."""

    def row(self, entry: Entry) -> Iterable[str]:
        """Give the lines of a row, an empty one after them."""
        look = self.look
        if entry.told(excused=look.show_excused):
            yield render_text(
                entry.report,
                heading=entry.heading,
                width=look.width,
                color=look.color,
                encoding=look.encoding,
                show_excused=look.show_excused,
            )
            yield "\n\n"

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give the terms that recur, and the sums."""
        del problems
        yield from (f"{self.look.screen.show(line)}\n" for line in last_lines(tally, self.look.lang, quiet=self.look.quiet))
