"""A report as HTML: a fragment for notebooks. No script, and nothing of a listing but escaped text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from listingguard.model import SEVERITIES, Basis, Finding, Lang
from listingguard.report.excerpt import Excerpt, excerpts
from listingguard.report.style import REPORT
from listingguard.report.visible import shorten, visible, visible_parts
from listingguard.report.words import basis_of, facts_of, field_name, kind_name, message_of, note_of, reasons_of, say, summary_of

if TYPE_CHECKING:
    from listingguard.report.report import Report

__all__ = ["html_of"]

Numbered = tuple[int, Finding]
_MOST_FINDINGS: Final = 50
_WHOLE: Final = 480  # characters up to which a field is shown whole
_ROOM: Final = 160  # characters shown in one stretch of a longer one
_LONGEST: Final = 200


def html_of(report: Report) -> str:
    """Give the report of one listing as a piece of HTML that brings its own style and changes nothing around it.

    >>> from listingguard import scan
    >>> "<mark" in html_of(scan("LV同款窗帘")), "<mark" in html_of(scan("纯棉四件套"))
    (True, False)
    """
    return f'<div class="lgr" lang="{report.lang}"><style>{REPORT}</style>{_report(report)}</div>'


def _report(report: Report) -> str:
    """Give verdict and score, the fields with the findings that count, and folded away those that do not."""
    head = (
        f'<span class="lgr-badge lgr-{report.verdict}">{escape(say(report.verdict, report.lang))}</span>'
        f'<span class="lgr-score">{escape(say("score", report.lang, score=report.score))}</span>'
        f'<span class="lgr-dim">{_rich(" · ".join(summary_of(report)))}</span>'
    )
    excused = [f for f in report.findings if f.disposition == "excused"]
    numbered = list(enumerate([*report.counted, *excused], 1))
    shown, count = numbered[:_MOST_FINDINGS], len(report.counted)
    body = "".join(_fields(report, shown[:count]))
    if rest := len(numbered) - len(shown):
        body += f'<div class="lgr-more">{escape(say("more", report.lang, n=rest))}</div>'
    if shown[count:]:
        summary = escape(say("excused_count", report.lang, n=len(excused)))
        body += f'<details class="lgr-more"><summary>{summary}</summary>{"".join(_fields(report, shown[count:]))}</details>'
    return f'<div class="lgr-head">{head}</div>{body}'


def _fields(report: Report, found: list[Numbered]) -> Iterator[str]:
    """Give each field that has findings: its words with the places marked, then the findings."""
    texts = dict(report.listing.texts())
    for field, group in groupby(found, key=lambda item: item[1].field):
        here, text = list(group), texts.get(field, "")
        room = _WHOLE if len(text) <= _WHOLE else _ROOM
        stretches = excerpts(text, [(f.start, f.end) for _, f in here], room)
        words = "\n".join(_marked(text, stretch, [here[i] for i in stretch.shows]) for stretch in stretches)
        name = escape(visible(field_name(field, report.lang)))
        items = "".join(_item(number, finding, report.lang) for number, finding in here)
        yield f'<div class="lgr-field"><div class="lgr-name">{name}</div><div class="lgr-text">{words}</div>{items}</div>'


def _marked(text: str, stretch: Excerpt, here: list[Numbered]) -> str:
    """Give a stretch with every place marked. Places may lie in or across each other: the text is cut wherever one begins or ends."""
    low, high = stretch.start, stretch.end
    cuts = sorted({low, high, *(min(max(place, low), high) for _, f in here for place in (f.start, f.end))})
    out = ["…" if low > 0 else ""]
    for start, end in pairwise(cuts):
        over = [f for _, f in here if f.start < end and f.end > start]
        words = _rich(text[start:end])
        if over:
            worst = max(over, key=lambda f: (f.disposition != "excused", SEVERITIES.index(f.severity)))
            titles = escape(" · ".join(f"{f.code} {f.name}" for f in over))
            words = f'<mark class="lgr-{_look(worst)}" title="{titles}">{words}</mark>'
        ends = ",".join(str(number) for number, f in here if min(f.end, high) == end)
        out.append(words + (f"<sup>{ends}</sup>" if ends else ""))
    return "".join(out) + ("…" if high < len(text) else "")


def _item(number: int, finding: Finding, lang: Lang) -> str:
    """Give one finding: what it is, what is wrong, what to do, by which rule, and, folded away, why."""
    severity, *facts = map(escape, facts_of(finding, lang))
    kind = (
        f'<span class="lgr-badge lgr-{_look(finding)}">{severity}</span><code>{escape(finding.code)}</code>'
        f'<b>{escape(kind_name(finding, lang))}</b><span class="lgr-dim">{" · ".join(facts)}</span>'
    )
    rows = "".join(f"<dt>{escape(say(key, lang))}</dt><dd>{words}</dd>" for key, words in _rows(finding, lang))
    reasons = "".join(f"<li>{_rich(reason)}</li>" for reason in reasons_of(finding))
    why = f"<details><summary>{escape(say('why', lang))}</summary><ul>{reasons}</ul></details>" if reasons else ""
    return (
        f'<div class="lgr-item"><div class="lgr-number">{number}</div><div><div class="lgr-kind">{kind}</div>'
        f'<div>{_rich(message_of(finding, finding.message))}</div><dl class="lgr-facts">{rows}</dl>{why}</div></div>'
    )


def _rows(finding: Finding, lang: Lang) -> Iterator[tuple[str, str]]:
    if finding.advice:
        yield "advice", _rich(message_of(finding, finding.advice))
    if finding.suggestion is not None:
        new = f" → <ins>{_rich(shorten(finding.suggestion, _LONGEST))}</ins>" if finding.suggestion else ""
        yield "edit", f"<del>{_rich(shorten(finding.text, _LONGEST))}</del>{new}"
    for layer, bases in groupby(finding.basis, key=lambda basis: basis.layer):
        yield layer, "<br>".join(_basis(basis, lang) for basis in bases)


def _basis(basis: Basis, lang: Lang) -> str:
    words = _rich(basis_of(basis, lang))
    if basis.source.startswith(("https://", "http://")):
        read = say("read", lang, day=basis.checked.isoformat()) if basis.checked else ""
        words = f'<a href="{escape(visible(basis.source))}" title="{escape(read)}" rel="noopener noreferrer" target="_blank">{words}</a>'
    return words + (f'<span class="lgr-dim">{_rich(note)}</span>' if (note := note_of(basis, lang)) else "")


def _look(finding: Finding) -> str:
    return "excused" if finding.disposition == "excused" else finding.severity


def _rich(text: str) -> str:
    """Escape a text; what cannot be seen is shown in a box. Line breaks, tabs and the joints of an emoji stay as they are."""
    text = text.replace("\r\n", "\n")
    return "".join(
        escape(char)
        if shown in ("", char) or shown.isspace() or char in "\n\t"
        else f'<span class="lgr-x">{escape(shown.strip("<>"))}</span>'
        for char, shown in zip(text, visible_parts(text), strict=True)
    )
