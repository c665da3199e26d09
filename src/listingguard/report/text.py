"""A report for a terminal: the seller's own words with the places marked under them, and below what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from listingguard.model import SEVERITIES, Finding, Lang, Verdict
from listingguard.report.excerpt import Excerpt, excerpts
from listingguard.report.screen import SEVERITY_STYLE, Screen, cells
from listingguard.report.visible import shorten
from listingguard.report.words import basis_of, edit_of, facts_of, field_name, kind_name, message_of, note_of, reasons_of, say, summary_of

if TYPE_CHECKING:
    from listingguard.report.report import Report

__all__ = ["render_text"]

Numbered = tuple[int, Finding]
_MOST_FINDINGS: Final = 200
_NARROWEST: Final = 40
_LONGEST_HEADING: Final = 200
_MARGIN: Final = " " * 6
_VERDICT: Final[dict[Verdict, tuple[str, ...]]] = {"pass": ("bold", "green"), "review": ("bold", "yellow"), "block": ("bold", "red")}


def render_text(
    report: Report, *, heading: str = "", width: int = 100, color: bool = False, encoding: str = "utf-8", show_excused: bool = False
) -> str:
    """Give the report of one listing as lines of text, the last one without a line break.

    `heading` names the listing (a file and a line, a SKU). `encoding` is that of the console: what it cannot carry is written otherwise.
    No control character of the listing gets through.

    >>> from listingguard import scan
    >>> print(render_text(scan("纯棉四件套 1.8米床"), heading="A-17"))
    PASS  A-17  nothing found
    """
    screen = Screen(max(width, _NARROWEST), color, encoding)
    lang, hidden = report.lang, 0 if show_excused else len(report.findings) - len(report.counted)
    found = report.findings if show_excused else report.counted
    rest = [say("hidden", lang, n=hidden)] if hidden else []
    if not found:
        return _headline(report, heading, screen, rest or [say("clean", lang)])
    lines = [_headline(report, heading, screen, [say("score", lang, score=report.score), *summary_of(report)])]
    texts = dict(report.listing.texts())
    for field, group in groupby(enumerate(found[:_MOST_FINDINGS], 1), key=lambda item: item[1].field):
        lines += ["", screen.paint(screen.show(field_name(field, lang)), "bold")]
        lines += _field(texts.get(field, ""), list(group), lang, screen)
    if len(found) > _MOST_FINDINGS:
        rest.insert(0, say("more", lang, n=len(found) - _MOST_FINDINGS))
    return "\n".join([*lines, "", *(screen.paint(screen.show(line), "dim") for line in rest)] if rest else lines)


def _headline(report: Report, heading: str, screen: Screen, rest: Sequence[str]) -> str:
    """Give the verdict, the listing's name and what else is said of it, beside or below as there is room. One fact always stands beside."""
    verdict = screen.show(say(report.verdict, report.lang).upper())
    name = screen.show(shorten(heading, _LONGEST_HEADING))
    facts = screen.show(" · ".join(rest))
    head = screen.paint(verdict, *_VERDICT[report.verdict]) + (f"  {screen.paint(name, 'bold')}" if name else "")
    if len(rest) == 1 or cells(f"{verdict}  {name}  {facts}") <= screen.width:
        return f"{head}  {screen.paint(facts, 'dim')}"
    return "\n".join([head, *(f"  {screen.paint(line, 'dim')}" for line in screen.wrap(facts, screen.width - 2))])


def _field(text: str, found: list[Numbered], lang: Lang, screen: Screen) -> Iterator[str]:
    """Give a field: each stretch with its marks, and below it the findings that stand in it."""
    ellipsis = cells(screen.show("…"))
    for index, excerpt in enumerate(excerpts(text, [(f.start, f.end) for _, f in found], screen.width - 2 - 2 * ellipsis, screen.cost)):
        here = [found[i] for i in excerpt.shows]
        if index:
            yield ""
        if text:
            yield from (f"  {line}" for line in _marked(text, excerpt, here, screen))
        for number, finding in here:
            yield ""
            yield from _finding(number, finding, lang, screen)


def _marked(text: str, excerpt: Excerpt, here: list[Numbered], screen: Screen) -> Iterator[str]:
    """Give the words of a stretch, the marks under them, and the numbers of the findings under the marks."""
    parts = screen.parts(text[excerpt.start : excerpt.end])
    before, after = (screen.show("…") if cut else "" for cut in (excerpt.start > 0, excerpt.end < len(text)))
    columns, owners = [cells(before)], _owners(excerpt, here)
    for part in parts:
        columns.append(columns[-1] + cells(part))
    runs = [(owner, [i for i, _ in run]) for owner, run in groupby(enumerate(owners), key=lambda item: item[1])]
    words = [screen.paint("".join(parts[run[0] : run[-1] + 1]), *_style(owner)) for owner, run in runs]
    yield f"{before}{''.join(words)}{after}"
    marks = [
        screen.paint((" " if owner is None else "^") * (columns[run[-1] + 1] - columns[run[0]]), *_style(owner, "bold"))
        for owner, run in runs
    ]
    yield (" " * columns[0] + "".join(marks)).rstrip()
    yield from _numbers([(columns[max(0, f.start - excerpt.start)], str(number)) for number, f in here], screen)


def _owners(excerpt: Excerpt, here: list[Numbered]) -> list[Finding | None]:
    """Give for each character of a stretch the worst finding that it belongs to."""
    owners: list[Finding | None] = [None] * (excerpt.end - excerpt.start)
    for _, finding in sorted(here, key=lambda item: (item[1].disposition != "excused", SEVERITIES.index(item[1].severity))):
        for i in range(max(finding.start, excerpt.start), min(finding.end, excerpt.end)):
            owners[i - excerpt.start] = finding
    return owners


def _numbers(labels: list[tuple[int, str]], screen: Screen) -> Iterator[str]:
    """Put each number under the beginning of its mark; those without room go to a further line."""
    gathered = [(column, ",".join(label for _, label in group)) for column, group in groupby(sorted(labels), key=lambda label: label[0])]
    while gathered:
        line, later = "", []
        for column, label in gathered:
            if line and column <= len(line):
                later.append((column, label))
            else:
                line = line.ljust(column) + label
        yield screen.paint(line, "dim")
        gathered = later


def _style(finding: Finding | None, *more: str) -> tuple[str, ...]:
    if finding is None:
        return ()
    return ("dim",) if finding.disposition == "excused" else (*SEVERITY_STYLE[finding.severity], *more)


def _finding(number: int, finding: Finding, lang: Lang, screen: Screen) -> Iterator[str]:
    """Give one finding: what it is, what is wrong, why, by which rule, and what to do."""
    dim = ("dim",) if finding.disposition == "excused" else ()
    kind, facts = screen.show(f"{finding.code} {kind_name(finding, lang)}"), screen.show(" · ".join(facts_of(finding, lang)))
    between = "  " if len(_MARGIN) + cells(f"{kind}  {facts}") <= screen.width else f"\n{_MARGIN}"
    yield f"{number:>4}  {screen.paint(kind, *dict.fromkeys(('bold', *_style(finding))))}{between}{screen.paint(facts, *_style(finding))}"
    for line in screen.wrap(screen.show(message_of(finding, finding.message)), screen.width - len(_MARGIN)):
        yield _MARGIN + screen.paint(line, *dim)
    yield from _table([(screen.show(say(key, lang)), screen.show(words)) for key, words in _rows(finding, lang)], dim, screen)


def _table(rows: list[tuple[str, str]], styles: tuple[str, ...], screen: Screen) -> Iterator[str]:
    """Put labels in a column and their words beside them; a label that comes again is left out."""
    column = max((cells(label) for label, _ in rows), default=0) + 2
    last = ""
    for label, words in rows:
        start = " " * column if label == last else screen.paint(label, "dim") + " " * (column - cells(label))
        for line in screen.wrap(words, screen.width - len(_MARGIN) - column):
            yield f"{_MARGIN}{start}{screen.paint(line, *styles)}"
            start = " " * column
        last = label


def _rows(finding: Finding, lang: Lang) -> Iterator[tuple[str, str]]:
    """Give what is told about a finding, each with the key of its label."""
    if reasons := reasons_of(finding):
        yield "why", say("and", lang).join(reasons)
    for basis in finding.basis:
        yield basis.layer, basis_of(basis, lang) + note_of(basis, lang)
    if finding.advice:
        yield "advice", message_of(finding, finding.advice)
    if edit := edit_of(finding, lang):
        yield "edit", edit
