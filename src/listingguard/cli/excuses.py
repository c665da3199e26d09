"""Excuses while a scan goes on: each finding that may stand is marked so, and at the end it is said which excuses did nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from listingguard.cli.marks import marks_of
from listingguard.config.effective import Excuse
from listingguard.config.read import Origin
from listingguard.errors import ConfigError, Problem
from listingguard.judge.allow import allow_record
from listingguard.model import Allow, Finding, Lang
from listingguard.normalize import to_traditional
from listingguard.report.excused import IN_SOURCE, excused
from listingguard.report.forms import Entry

__all__ = ["Excuses", "Excusing"]

_MOST: Final = 20
_TOLD: Final[Mapping[str, tuple[str, str]]] = {
    "unused": ("{place}: this excuse excuses nothing: {about}; take it out", "{place}：这条放行没有用到：{about}；可以删去"),
    "expired": (
        "{place}: this excuse ended on {day} and no longer counts: {about}",
        "{place}：这条放行已于 {day} 到期，不再生效：{about}",
    ),
    "reasonless": (
        "{place}: this excuse gives no reason: {about}; write it behind two dashes",
        "{place}：这条放行没有写明理由：{about}；请写在两个短横线之后",
    ),
    "more": ("{n} more notes about excuses like these", "另有 {n} 条同类的放行提示"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Excuses:
    """The excuses that are written for a file, ready to be used: words for the scanner, and codes and fingerprints for what it found.

    `others` stand in the same configuration and are written for other files.
    """

    written: tuple[Excuse, ...] = ()
    others: tuple[Excuse, ...] = ()
    codes: Mapping[Excuse, tuple[str, ...]] = field(default_factory=dict)
    day: dt.date = dt.date.max

    def allow(self) -> tuple[Allow, ...]:
        """Give the words that may stand."""
        return tuple(excuse.allow(term, self.codes[excuse]) for excuse in self.in_force() for term in excuse.terms)

    def in_force(self) -> Iterator[Excuse]:
        """Give those that have not ended."""
        return (excuse for excuse in self.written if not ended(excuse, self.day))

    def covering(self, finding: Finding) -> Iterator[Excuse]:
        """Give those that excuse a finding by its kind or its fingerprint."""
        for excuse in self.in_force():
            if excuse.terms:
                continue
            if finding.fingerprint in excuse.fingerprints or (finding.code in self.codes[excuse] and _in_field(excuse, finding.field)):
                yield excuse


def ended(excuse: Excuse, day: dt.date) -> bool:
    """Tell whether the last day of an excuse is over."""
    return excuse.until is not None and day > excuse.until


def _in_field(excuse: Excuse, name: str) -> bool:
    return not excuse.fields or bool({name, name.partition("[")[0]} & set(excuse.fields))


@dataclass(slots=True)
class Excusing:
    """Excuses the findings of row after row, and remembers which excuses did something.

    `names` has the name of each code, `excuses` gives what is written for a file, `complain` hears of an excuse that cannot be read.
    """

    names: Mapping[str, str]
    excuses: Callable[[str], Excuses]
    complain: Callable[[Problem], None]
    lang: Lang = "en"
    unused: int = 0
    _seen: dict[Origin, tuple[Excuse, dt.date]] = field(default_factory=dict)
    _used: set[tuple[Origin, str]] = field(default_factory=set)
    _notes: list[str] = field(default_factory=list)
    _more: int = 0

    def __call__(self, entry: Entry) -> Entry:
        """Give the row with what may stand excused."""
        excuses = self.excuses(entry.path)
        for excuse in (*excuses.written, *excuses.others):
            self._seen.setdefault(excuse.origin, (excuse, excuses.day))
        if not (excuses.written or entry.ignore):
            return entry
        self._note_terms(entry, excuses)
        reasons = dict(self._by_marks(entry)) if entry.ignore else {}
        for number, finding in enumerate(entry.report.findings):
            for excuse in excuses.covering(finding) if finding.disposition != "excused" else ():
                self._used.add((excuse.origin, ""))
                reasons.setdefault(number, (f"allow:{excuse.about}", excuse.told))
        return replace(entry, report=excused(entry.report, reasons))

    def _note_terms(self, entry: Entry, excuses: Excuses) -> None:
        """Remember which words the scanner excused."""
        if not any(excuse.terms for excuse in excuses.written):
            return
        steps = {(s.record, s.after) for f in entry.report.findings if f.disposition == "excused" for s in f.evidence if s.kind == "seller"}
        for excuse in excuses.in_force() if steps else ():
            for term in excuse.terms:
                allow = excuse.allow(term, ())
                if (allow_record(allow), allow.told()) in steps:
                    self._used.add((excuse.origin, term))

    def _by_marks(self, entry: Entry) -> Iterator[tuple[int, tuple[str, str]]]:
        """Give what the excuses in the file itself cover, and note those that cover nothing or give no reason."""
        try:
            marks = marks_of(entry.ignore, self.names)
        except ConfigError as error:
            hint = f"{error.hint}; nothing is excused in this row"
            self.complain(Problem(entry.path, entry.line, error.problem, hint))
            return
        for mark in marks:
            covered = {n: f.code for n, f in enumerate(entry.report.findings) if f.code in mark.codes and f.disposition != "excused"}
            yield from ((number, (IN_SOURCE, mark.reason or ", ".join(mark.words))) for number in covered)
            idle = [word for word, codes in mark.words.items() if not set(codes) & set(covered.values())]
            self.unused += len(idle)
            if idle:
                self._note("unused", entry.place, ", ".join(idle))
            if not mark.reason:
                self._note("reasonless", entry.place, ", ".join(mark.words))

    def _note(self, kind: str, place: str, about: str, day: dt.date | None = None) -> None:
        if len(self._notes) < _MOST:
            self._notes.append(_worded(kind, self.lang, place=place, about=about, day=day))
        else:
            self._more += 1

    def finish(self, whole: Callable[[Excuse], bool]) -> Iterable[str]:
        """Give what is to be told at the end; `whole` says whether everything was scanned for which an excuse is written."""
        for excuse, day in self._seen.values():
            if ended(excuse, day):
                self.unused += 1
                self._note("expired", str(excuse.origin), excuse.about, excuse.until)
                continue
            idle = [what for what in excuse.terms or ("",) if (excuse.origin, what) not in self._used]
            if idle and whole(excuse):
                self.unused += 1
                self._note("unused", str(excuse.origin), ", ".join(filter(None, idle)) or excuse.about)
        return (*self._notes, *([_worded("more", self.lang, n=self._more)] if self._more else []))


def _worded(kind: str, lang: Lang, **values: object) -> str:
    en, zh = _TOLD[kind]
    return (en if lang == "en" else zh if lang == "zh-Hans" else to_traditional(zh)).format(**values)
