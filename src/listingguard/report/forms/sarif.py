"""SARIF 2.1.0, the form that code hosts read: one result a finding, the worst first, and no more of them than a host takes.

GitHub refuses a file with more than 25,000 results and shows 5,000 of them. So the file holds the worst 25,000, spread over terms and in
that order; what had no room is told in the file itself and to whoever ran the scan.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from listingguard.errors import Problem
from listingguard.judge.score import weight_of
from listingguard.model import Finding, Lang
from listingguard.report.excused import IN_SOURCE
from listingguard.report.forms.entry import Entry, Head, Kind
from listingguard.report.forms.form import Writer
from listingguard.report.forms.places import path_of, region_of, uri_of
from listingguard.report.forms.plain_json import compact
from listingguard.report.forms.tally import Tally
from listingguard.report.forms.worst import Worst, badness, level_of
from listingguard.report.visible import shorten, visible
from listingguard.report.words import message_of, reasons_of, say

__all__ = ["MOST_RESULTS", "SHOWN_RESULTS", "Sarif"]

MOST_RESULTS: Final = 25_000
SHOWN_RESULTS: Final = 5_000
_MOST_NOTIFICATIONS: Final = 1000
_KNOWN: Final[dict[str, Any]] = {
    "baselineState": "unchanged",
    "suppressions": [{"kind": "external", "status": "accepted", "justification": "known: it stands in the baseline"}],
}
_LONGEST: Final = 1000
_LONGEST_ID: Final = 100
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOLD: Final[Mapping[Lang, tuple[str, str]]] = {
    "en": (
        "SARIF: {n:,} of {all:,} findings are left out: a code host takes {most:,}; all of them stand in --output json=FILE",
        "SARIF: {all:,} findings; GitHub shows {shown:,} of a file, the worst come first",
    ),
    "zh-Hans": (
        "SARIF：共 {all:,} 处，未写入 {n:,} 处，代码托管平台最多接收 {most:,} 处；全部内容见 --output json=文件",
        "SARIF：共 {all:,} 处，GitHub 只显示其中 {shown:,} 处，最严重的排在最前",
    ),
    "zh-Hant": (
        "SARIF：共 {all:,} 處，未寫入 {n:,} 處，程式碼託管平臺最多接收 {most:,} 處；全部內容見 --output json=檔案",
        "SARIF：共 {all:,} 處，GitHub 只顯示其中 {shown:,} 處，最嚴重的排在最前",
    ),
}


class _Kept(NamedTuple):
    """A result as it will stand in the file, with its rule and its file. Bytes take the least room."""

    rule: str
    uri: str
    text: bytes


@dataclass(slots=True)
class Sarif(Writer):
    """One run with its rules, files, results and what could not be read. Excused and known findings stand in it as suppressed ones."""

    head: Head | None = None
    worst: Worst[_Kept] = field(default_factory=lambda: Worst(MOST_RESULTS))

    def start(self, head: Head) -> Iterable[str]:
        """Keep the head: the rules are known when the results are."""
        self.head = head
        return ()

    def row(self, entry: Entry) -> Iterable[str]:
        """Take in the findings of a row, the excused ones behind all others."""
        state = {"baselineState": "new"} if self.head and self.head.baseline else {}
        for finding in entry.report.findings:
            text = compact(_result(entry, finding) | state).encode()
            self.worst.add(_Kept(finding.code, uri_of(entry.path), text), badness(finding), (finding.code, finding.term))
        for finding in entry.known:
            text = compact(_result(entry, finding) | _KNOWN).encode()
            self.worst.add(_Kept(finding.code, uri_of(entry.path), text), 0, (finding.code, finding.term))
        return ()

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give the document, a result a line."""
        results, dropped = self.worst.items(), self.worst.dropped
        self.notes += list(_told(len(results), dropped, self.look.lang))
        rules = {code: index for index, code in enumerate(sorted({result.rule for result in results}))}
        run = _run(self.head, rules, tally, self.notes) | {
            "artifacts": [{"location": {"uri": uri}} for uri in dict.fromkeys(result.uri for result in results)],
            "invocations": [_invocation(problems, self.notes, tally.notes)],
        }
        yield f'{{"$schema":"{_SCHEMA}","version":"2.1.0","runs":[{compact(run)[:-1]},"results":[\n'
        for count, result in enumerate(results):
            comma = ",\n" if count else ""
            yield f'{comma}{result.text.decode()[:-1]},"ruleIndex":{rules[result.rule]}}}'
        yield "\n]}]}\n"


def _told(kept: int, dropped: int, lang: Lang) -> Iterator[str]:
    values = {"n": dropped, "all": kept + dropped, "most": MOST_RESULTS, "shown": SHOWN_RESULTS}
    if dropped:
        yield _TOLD[lang][0].format(**values)
    if kept > SHOWN_RESULTS:
        yield _TOLD[lang][1].format(**values)


def _result(entry: Entry, finding: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": level_of(finding),
        "message": {"text": _message(finding, entry.report.lang)},
        "locations": [_location(entry, finding)],
        "partialFingerprints": {"listingguard/v1": finding.fingerprint},
        "rank": round(100 * weight_of(finding), 1),
        "properties": _properties(entry, finding),
    }
    if entry.sheet:  # no code host can work out a hash of the line of a workbook
        result["partialFingerprints"]["primaryLocationLineHash"] = finding.fingerprint
    if finding.disposition == "excused":
        reasons = visible(say("and", entry.report.lang).join(reasons_of(finding)))
        kind = "inSource" if any(step.record == IN_SOURCE for step in finding.evidence) else "external"
        result["suppressions"] = [{"kind": kind, "status": "accepted", "justification": shorten(reasons, _LONGEST)}]
    return result


def _message(finding: Finding, lang: Lang) -> str:
    """Give message and advice as plain text. Words of a listing that would make a link of themselves in a viewer are taken apart."""
    parts = [message_of(finding, finding.message), message_of(finding, finding.advice)]
    text = visible((" " if lang == "en" else "").join(filter(None, parts)))
    return shorten(text.replace("](", "] ("), _LONGEST) or finding.code


def _location(entry: Entry, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(entry.path)}}
    if region := region_of(entry, finding):
        physical["region"] = region
    where = entry.cells.get(finding.field) or (f"{entry.sheet}!{entry.line}" if entry.sheet else "")
    place = visible(f"{where + ' ' if where else ''}{finding.field}[{finding.start}:{finding.end}]")
    return {"physicalLocation": physical, "logicalLocations": [{"name": visible(finding.field), "fullyQualifiedName": place}]}


def _properties(entry: Entry, finding: Finding) -> dict[str, Any]:
    values = {
        "row": entry.row,
        "sheet": entry.sheet,
        "sku": shorten(entry.sku, _LONGEST),
        "verdict": entry.report.verdict,
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "text": shorten(finding.text, _LONGEST),
        "term": finding.term,
        "brand": finding.brand,
        "category": finding.category,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "disposition": finding.disposition,
    }
    return {name: value for name, value in values.items() if value not in ("", None)}


def _run(head: Head | None, rules: Iterable[str], tally: Tally, notes: Sequence[str]) -> dict[str, Any]:
    """Give what stands in a run beside its results."""
    kinds = head.kinds if head else {}
    driver: dict[str, Any] = {"name": "listingguard", "rules": [_rule(code, kinds.get(code)) for code in rules]}
    if head:
        driver |= {"version": head.version, "semanticVersion": head.version}
    sums = {name: value for name, value in tally.plain().items() if name != "terms"}
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": id_of(head)},
        "columnKind": "utf16CodeUnits",
        "properties": {"summary": sums, "truncated": bool(notes), "lexicon": dict(head.lexicon) if head else {}} | _narrowing(head),
    }


def id_of(head: Head | None) -> str:
    """Give what a code host tells runs apart by: the same for the same paths and rules, another one for others.

    Of two uploads with one id the second replaces the first. The end is a slash, since GitHub takes what follows the last one for a number
    of the run.

    >>> from datetime import date
    >>> id_of(Head("1", {}, "taobao", None, date(2026, 12, 1), "en", paths=("/x/shop", "/x/b.csv")))
    'listingguard/x:b.csv,x:shop@taobao/'
    """
    if head is None:
        return "listingguard/"
    rules = [head.marketplace, head.jurisdiction, *(f"{key}={','.join(words)}" for key, words in (head.selected or {}).items() if words)]
    paths = sorted({path_of(path).strip("/").replace("/", ":") or "." for path in head.paths})
    told = visible("@".join([",".join(paths), *(rule for rule in rules if rule)])).replace("/", ":")
    short = told if len(told) <= _LONGEST_ID else f"{told[:_LONGEST_ID]}…{hashlib.blake2b(told.encode(), digest_size=8).hexdigest()}"
    return f"listingguard/{short}/"


def _narrowing(head: Head | None) -> dict[str, Any]:
    """Say which kinds were looked for and which baseline and older version hold, where that is not all and none."""
    return {name: value for name in ("selected", "baseline", "diff_base") if head and (value := getattr(head, name))}


def _rule(code: str, kind: Kind | None) -> dict[str, Any]:
    if kind is None:
        return {"id": code}
    return {
        "id": code,
        "name": kind.name,
        "shortDescription": {"text": kind.title},
        "fullDescription": {"text": kind.about},
        "help": {"text": f"{kind.title}. {kind.about} listingguard rule {code}"},
        "properties": {"tags": [kind.category]},
    }


def _invocation(problems: Sequence[Problem], limits: Sequence[str], notes: Sequence[str]) -> dict[str, Any]:
    told: list[dict[str, Any]] = [_notification(problem) for problem in problems[:_MOST_NOTIFICATIONS]]
    if more := len(problems) - len(told):
        told.append({"level": "error", "message": {"text": f"{more:,} more problems of reading"}})
    told += [{"level": "warning", "message": {"text": note}} for note in limits]
    told += [{"level": "note", "message": {"text": shorten(visible(note), _LONGEST)}} for note in notes]
    return {"executionSuccessful": not problems, "toolExecutionNotifications": told}


def _notification(problem: Problem) -> dict[str, Any]:
    words = visible(f"{problem.problem}; {problem.hint}" if problem.hint else problem.problem)
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(problem.path)}}
    if problem.line:
        physical["region"] = {"startLine": problem.line}
    return {"level": "error", "message": {"text": shorten(words, _LONGEST)}, "locations": [{"physicalLocation": physical}]}
