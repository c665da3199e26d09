"""Text with one line a finding, as compilers write: an editor jumps to the place, `grep` and `sort` do the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from listingguard.errors import Problem
from listingguard.model import Finding, Lang
from listingguard.report.forms.entry import Entry
from listingguard.report.forms.form import Writer
from listingguard.report.forms.tally import Tally, last_lines
from listingguard.report.screen import SEVERITY_STYLE, Screen
from listingguard.report.visible import shorten
from listingguard.report.words import kind_name, message_of, say

__all__ = ["Concise"]

_LONGEST: Final = 120


@dataclass(slots=True)
class Concise(Writer):
    """A line a finding: file and line, SKU, field and characters, how bad, what kind, and the message."""

    def row(self, entry: Entry) -> Iterable[str]:
        """Give the lines of a row."""
        screen = self.look.screen
        for finding in entry.told(excused=self.look.show_excused):
            yield _line(entry, finding, self.look.lang, screen)

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give the sums."""
        del problems
        yield from (f"{self.look.screen.show(line)}\n" for line in last_lines(tally, self.look.lang, terms=False, quiet=self.look.quiet))


def _line(entry: Entry, finding: Finding, lang: Lang, screen: Screen) -> str:
    sku = f" {shorten(entry.sku, _LONGEST)}" if entry.sku else ""
    spot = entry.spot(finding)
    at = f"{entry.path}:{spot.line}:{spot.column}" if spot else entry.place
    place = screen.paint(screen.show(f"{at}:{sku} {finding.field}[{finding.start}:{finding.end}]"), "bold")
    grade = say(finding.severity, lang) if finding.disposition == "violation" else say(finding.disposition, lang)
    kind = screen.paint(screen.show(f"{grade} {finding.code} {kind_name(finding, lang)}"), *_style(finding))
    return f"{place} {kind}{screen.show(f': {message_of(finding, finding.message)}')}\n"


def _style(finding: Finding) -> tuple[str, ...]:
    return ("dim",) if finding.disposition == "excused" else SEVERITY_STYLE[finding.severity]
