"""Markdown for the summary of a CI step or a comment: the sums, the terms that recur, the worst places, and what could not be read.

GitHub drops a summary of more than 1 MiB as a whole. So every table has a limit, and says how much it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from listingguard.errors import Problem
from listingguard.model import Finding, Lang
from listingguard.report.forms.entry import Entry
from listingguard.report.forms.form import Writer
from listingguard.report.forms.tally import VERDICTS, Group, Tally, places_of, summary_lines
from listingguard.report.forms.worst import Worst, badness
from listingguard.report.visible import shorten, visible
from listingguard.report.words import kind_name, say

__all__ = ["MOST_BYTES", "Markdown", "code_of"]

MOST_BYTES: Final = 900 * 1024
_MOST: Final = 200
_LONGEST: Final = 80
_LONGEST_NOTE: Final = 500
_MARKUP: Final = re.compile(r"[^\w\s]", re.ASCII)
_WORDS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "title": "Listings before upload",
        "terms": "Terms",
        "worst": "Worst findings",
        "unread": "Not read",
        "term_head": "kind | term | rows | first",
        "worst_head": "place | words | kind | severity",
        "unread_head": "place | problem | remedy",
        "rest": "… and {n:,} more; all of them stand in a full report (`--output json=FILE`)",
    },
    "zh-Hans": {
        "title": "商品信息上架前检查",
        "terms": "词语",
        "worst": "最严重的问题",
        "unread": "未能读取",
        "term_head": "种类 | 词语 | 行数 | 首见于",
        "worst_head": "位置 | 词语 | 种类 | 程度",
        "unread_head": "位置 | 问题 | 办法",
        "rest": "……另有 {n:,} 项，见完整报告（`--output json=文件`）",
    },
    "zh-Hant": {
        "title": "商品資訊上架前檢查",
        "terms": "詞語",
        "worst": "最嚴重的問題",
        "unread": "未能讀取",
        "term_head": "種類 | 詞語 | 列數 | 首見於",
        "worst_head": "位置 | 詞語 | 種類 | 程度",
        "unread_head": "位置 | 問題 | 辦法",
        "rest": "……另有 {n:,} 項，見完整報告（`--output json=檔案`）",
    },
}


def code_of(text: str) -> str:
    """Give a text as code in which nothing is markup, a link or a name to be called: every sign of ASCII goes by its number.

    >>> code_of("<b>|@all"), code_of("耐克")
    ('<code>&#60;b&#62;&#124;&#64;all</code>', '<code>耐克</code>')
    """
    return f"<code>{_plain(shorten(text, _LONGEST))}</code>"


def _plain(text: str) -> str:
    """Escape a text that stands outside of code; it is ours, or quotes no more than its place."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};" if sign[0].isascii() else sign[0], visible(text)).replace("_", "&#95;")


@dataclass(slots=True)
class Markdown(Writer):
    """A summary of bounded length, whatever the catalogue."""

    worst: Worst[tuple[str, ...]] = field(default_factory=lambda: Worst(_MOST))

    def row(self, entry: Entry) -> Iterable[str]:
        """Take in the findings of a row."""
        for finding in entry.told(excused=self.look.show_excused):
            self.worst.add(_cells(entry, finding), badness(finding), (finding.code, finding.term))
        return ()

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give the page, section by section, as long as there is room."""
        words, room = _WORDS[self.look.lang], MOST_BYTES
        for section in self._sections(tally, problems):
            text = section if len(section.encode("utf-8", "replace")) <= room else words["rest"].format(n=1) + "\n\n"
            room -= len(text.encode("utf-8", "replace"))
            yield text

    def _sections(self, tally: Tally, problems: Sequence[Problem]) -> Iterator[str]:
        lang = self.look.lang
        words = _WORDS[lang]
        sums = [f"{say(verdict, lang)} | {tally.verdicts[verdict]:,}" for verdict in VERDICTS]
        yield f"## {words['title']}\n\n{_plain(summary_lines(tally, lang, terms=False)[-1])}\n\n"
        yield _table(f"{say('listings', lang, n=f'{tally.rows:,}')} | ", sums)
        yield "".join(f"- {_plain(shorten(note, _LONGEST_NOTE))}\n" for note in tally.notes) + ("\n" if tally.notes else "")
        places = [
            " | ".join(map(code_of, (f"{p.path}:{p.line}" if p.line else p.path, p.problem, p.hint or "-"))) for p in problems[:_MOST]
        ]
        yield self._section("unread", places, len(problems) - len(places))
        groups = tally.shown
        rows = [_term(group) for group in groups[:_MOST]]
        yield self._section("term", rows, len(groups) - len(rows))
        found = [" | ".join(cells) for cells in self.worst.items()]
        yield self._section("worst", found, self.worst.dropped)

    def _section(self, name: str, rows: Sequence[str], rest: int) -> str:
        words = _WORDS[self.look.lang]
        if not rows:
            return ""
        heading = words.get(name, words["terms"])
        more = f"{words['rest'].format(n=rest)}\n\n" if rest > 0 else ""
        return f"### {heading}\n\n{_table(words[f'{name}_head'], rows)}{more}"


def _table(head: str, rows: Sequence[str]) -> str:
    """Give a table; the cells are escaped already."""
    columns = head.count("|") + 1
    return "\n".join([f"| {head} |", f"|{' --- |' * columns}", *(f"| {row} |" for row in rows), "", ""])


def _term(group: Group) -> str:
    kind = f"{group.code} {_plain(group.kind or group.name)}"
    return f"{kind} | {code_of(group.term)} | {group.rows:,} | {code_of(places_of(group))}"


def _cells(entry: Entry, finding: Finding) -> tuple[str, ...]:
    lang = entry.report.lang
    kind = f"{finding.code} {_plain(kind_name(finding, lang))}"
    grade = f"{say(finding.severity, lang)}, {say(finding.disposition, lang)}"
    return code_of(f"{entry.heading} {finding.field}"), code_of(finding.text), kind, grade
