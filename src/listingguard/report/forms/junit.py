"""JUnit XML: a suite a file, a case a listing. A listing at or above `--fail-on` fails; a file that could not be read is an error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from listingguard.errors import Problem
from listingguard.model import Finding, Lang
from listingguard.report.forms.entry import Entry, Head
from listingguard.report.forms.form import Writer
from listingguard.report.forms.tally import Tally
from listingguard.report.visible import shorten, visible
from listingguard.report.words import kind_name, message_of, say

__all__ = ["MOST_CASES", "JUnit"]

MOST_CASES: Final = 500_000
_LONGEST: Final = 300
_TOLD: Final[dict[Lang, str]] = {
    "en": "JUnit: {n:,} cases; GitLab.com reads {most:,} of a file",
    "zh-Hans": "JUnit：共 {n:,} 个用例；GitLab.com 每个文件只读取 {most:,} 个",
    "zh-Hant": "JUnit：共 {n:,} 個測試案例；GitLab.com 每個檔案只讀取 {most:,} 個",
}


@dataclass(slots=True)
class JUnit(Writer):
    """Every row is a case, so that a clean catalogue is a report, too. The sums of suites are left to the reader: rows are a stream."""

    path: str | None = None

    def start(self, head: Head) -> Iterable[str]:
        """Open the document."""
        del head
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="listingguard">\n'

    def row(self, entry: Entry) -> Iterable[str]:
        """Give the case of a row, in the suite of its file."""
        if entry.path != self.path:
            if self.path is not None:
                yield "</testsuite>\n"
            yield f"<testsuite name={_quoted(entry.path)}>\n"
            self.path = entry.path
        yield f"<testcase classname={_quoted(entry.path)} name={_quoted(entry.heading)} line={_quoted(str(entry.line))}"
        told = entry.told(excused=self.look.show_excused)
        if not told and not entry.failed:
            yield "/>\n"
            return
        body = _escaped("\n".join(_line(finding, entry.report.lang) for finding in told))
        if entry.failed:
            lead = next((f for f in told if f.disposition != "excused"), None)  # --min-severity may show none
            message = _quoted(f"{lead.code} {message_of(lead, lead.message)}" if lead else say(entry.report.verdict, entry.report.lang))
            yield f'><failure type="{entry.report.verdict}" message={message}>{body}</failure></testcase>\n'
        else:
            yield f"><system-out>{body}</system-out></testcase>\n"

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Close the last suite; a suite of its own has the sums and what could not be read."""
        if self.path is not None:
            yield "</testsuite>\n"
        sums = {key: value for key, value in tally.plain().items() if isinstance(value, int)}
        left = {"files_left_out": tally.left_out.total()}
        yield f'<testsuite name="listingguard" tests="{len(problems)}" errors="{len(problems)}">\n<properties>\n'
        yield from (f'<property name="{key}" value="{value}"/>\n' for key, value in (sums | left).items())
        yield f'<property name="lexicon" value={_quoted(tally.lexicon)}/>\n' if tally.lexicon else ""
        yield from (f'<property name="note" value={_quoted(note)}/>\n' for note in tally.notes)
        yield "</properties>\n"
        for problem in problems:
            place = f"{problem.path}:{problem.line}" if problem.line else problem.path
            yield f"<testcase classname={_quoted(problem.path)} name={_quoted(place)}><error message={_quoted(problem.problem)}>"
            yield f"{_escaped(problem.hint)}</error></testcase>\n"
        yield "</testsuite>\n</testsuites>\n"
        if tally.rows > MOST_CASES:
            self.notes.append(_TOLD[self.look.lang].format(n=tally.rows, most=MOST_CASES))


def _line(finding: Finding, lang: Lang) -> str:
    grade = f"{say(finding.severity, lang)} {say(finding.disposition, lang)}"
    words = f"{finding.field}[{finding.start}:{finding.end}] {finding.code} {kind_name(finding, lang)} ({grade})"
    return f"{words}: {message_of(finding, finding.message)} {message_of(finding, finding.advice)}"


def _quoted(text: str) -> str:
    return quoteattr(shorten(visible(text), _LONGEST))


def _escaped(text: str) -> str:
    """Give a text as content; what XML cannot hold is shown by a stand-in, its line breaks stay."""
    return escape("\n".join(visible(line) for line in text.split("\n")))
