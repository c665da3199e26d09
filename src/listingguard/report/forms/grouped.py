"""Text by term: a catalogue repeats itself, and who mends it works through words, not through rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from listingguard.errors import Problem
from listingguard.model import SEVERITIES, Lang
from listingguard.report.forms.form import Writer
from listingguard.report.forms.tally import Group, Tally, last_lines, places_of
from listingguard.report.screen import SEVERITY_STYLE, Screen, cells
from listingguard.report.words import say

__all__ = ["Grouped"]

_ROWS: Final[dict[Lang, tuple[str, str, str]]] = {
    "en": ("×{n:,} row", "×{n:,} rows", "first {places}"),
    "zh-Hans": ("×{n:,} 行", "×{n:,} 行", "首见于 {places}"),
    "zh-Hant": ("×{n:,} 列", "×{n:,} 列", "首見於 {places}"),
}


@dataclass(slots=True)
class Grouped(Writer):
    """Each kind of finding, the gravest first, with its terms, the most frequent first: in how many rows, and the first of them."""

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give the whole report: only sums are needed for it, however long the catalogue."""
        del problems
        screen, lang = self.look.screen, self.look.lang
        kinds = {code: list(groups) for code, groups in groupby(sorted(tally.shown, key=lambda g: g.code), key=lambda g: g.code)}
        for groups in sorted(kinds.values(), key=_order):
            yield from _kind(groups, lang, screen)
        yield from (f"{screen.show(line)}\n" for line in last_lines(tally, lang, terms=False, quiet=self.look.quiet))


def _order(groups: list[Group]) -> tuple[int, int, str]:
    worst = max(SEVERITIES.index(group.severity) for group in groups)
    return -worst, -sum(group.rows for group in groups), groups[0].code


def _kind(groups: list[Group], lang: Lang, screen: Screen) -> Iterator[str]:
    worst = max((group.severity for group in groups), key=SEVERITIES.index)
    head = screen.show(f"{groups[0].code} {groups[0].kind or groups[0].name}")
    yield f"{screen.paint(head, *dict.fromkeys(('bold', *SEVERITY_STYLE[worst])))}  {screen.show(say(worst, lang))}\n"
    one, many, first = _ROWS[lang]
    rows = [(screen.show(group.term), screen.show((one if group.rows == 1 else many).format(n=group.rows)), group) for group in groups]
    widths = [min(max(map(cells, column)), screen.width // 2) for column in ([row[0] for row in rows], [row[1] for row in rows])]
    for term, count, group in rows:
        line = f"  {term}{' ' * max(0, widths[0] - cells(term))}  {' ' * max(0, widths[1] - cells(count))}{count}"
        yield f"{line}  {screen.paint(screen.show(first.format(places=places_of(group))), 'dim')}\n"
    yield "\n"
