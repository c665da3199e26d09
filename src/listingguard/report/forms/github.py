"""Commands for the log of a GitHub Actions step, which the host turns into annotations of the files.

GitHub shows 10 errors and 10 warnings of a step and drops the rest without a word. So the worst are told, spread over terms, and one notice
says how many have no room.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from listingguard.errors import Problem
from listingguard.model import Finding, Lang
from listingguard.report.forms.entry import Entry
from listingguard.report.forms.form import Writer
from listingguard.report.forms.places import label_of, path_of, region_of, told_of
from listingguard.report.forms.tally import Tally, summary_lines
from listingguard.report.forms.worst import Worst, badness, level_of
from listingguard.report.visible import shorten, visible
from listingguard.report.words import kind_name, message_of

__all__ = ["MOST", "GitHub", "command"]

MOST: Final = 10
_MOST_PROBLEMS: Final = 3
_LONGEST: Final = 1000
_REST: Final[dict[Lang, str]] = {
    "en": "{n:,} more findings have no annotation (GitHub shows {most} errors and {most} warnings a step); see the full report",
    "zh-Hans": "另有 {n:,} 处没有标注（GitHub 每一步只显示 {most} 个错误和 {most} 个警告），请看完整报告",
    "zh-Hant": "另有 {n:,} 處沒有標註（GitHub 每一步只顯示 {most} 個錯誤和 {most} 個警告），請看完整報告",
}
_MINOR: Final[dict[Lang, str]] = {
    "en": "{n:,} of minor weight without annotation",
    "zh-Hans": "另有 {n:,} 处程度较轻，未标注",
    "zh-Hant": "另有 {n:,} 處程度較輕，未標註",
}


def command(name: str, message: str, **properties: object) -> str:
    r"""Give one command; nothing in it can end it or begin another.

    >>> command("error", "50% off\n::stop", file="a,b:c.csv", line=3)
    '::error file=a%2Cb%3Ac.csv,line=3::50%25 off␊::stop\n'
    """
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    return f"::{name}{' ' if told else ''}{told}::{_data(message)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


@dataclass(slots=True)
class GitHub(Writer):
    """At most ten errors, ten warnings and one notice. What blocks is an error, what asks for a look a warning; notes are only counted."""

    errors: Worst[str] = field(default_factory=lambda: Worst(MOST))
    warnings: Worst[str] = field(default_factory=lambda: Worst(MOST))

    def row(self, entry: Entry) -> Iterable[str]:
        """Take in the findings of a row."""
        for finding in entry.report.counted:
            level = level_of(finding)
            if level != "note":
                kept = self.errors if level == "error" else self.warnings
                kept.add(_annotation(level, entry, finding), badness(finding), (finding.code, finding.term))
        return ()

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give what could not be read, the worst findings, and the sums with what has no annotation."""
        told = [_problem(problem) for problem in problems[:_MOST_PROBLEMS]]
        errors = [*told, *self.errors.items()][:MOST]
        warnings = self.warnings.items()
        yield from (*errors, *warnings)
        sums = summary_lines(tally, self.look.lang, terms=False)[-1]
        lost = self.errors.dropped + self.warnings.dropped + max(0, len(told) + len(self.errors.items()) - MOST)
        if lost:
            self.notes.append(_REST[self.look.lang].format(n=lost, most=MOST))
        minor = tally.findings - lost - len(warnings) - len(errors) + len(told)
        told_minor = [_MINOR[self.look.lang].format(n=minor)] if minor else []
        yield command("notice", shorten("; ".join([sums, *told_minor, *self.notes, *tally.notes]), _LONGEST), title="listingguard")


def _annotation(level: str, entry: Entry, finding: Finding) -> str:
    message = f"{label_of(entry)}{finding.field}: {message_of(finding, finding.message)} {finding.advice}"
    title = f"{finding.code} {kind_name(finding, entry.report.lang)}"
    region = region_of(entry, finding)
    line, end = region.get("startLine", 0), region.get("endLine", 0)
    place = {"line": line, "endLine": end if end > line else 0, "col": region.get("startColumn", 0)}
    return command(level, shorten(message, _LONGEST), file=path_of(entry.path), **place, title=title)


def _problem(problem: Problem) -> str:
    return command(
        "error", shorten(told_of(problem), _LONGEST), file=path_of(problem.path), line=problem.line or 0, title="listingguard: not read"
    )
