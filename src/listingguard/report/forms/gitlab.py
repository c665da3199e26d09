"""GitLab's Code Quality report: an array of issues, each with a fingerprint that no other has, since GitLab shows only one of equals."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from listingguard.errors import Problem
from listingguard.model import Severity
from listingguard.report.forms.entry import Entry, Head
from listingguard.report.forms.form import Writer
from listingguard.report.forms.places import label_of, path_of, region_of, told_of
from listingguard.report.forms.plain_json import compact
from listingguard.report.forms.tally import Tally, summary_lines
from listingguard.report.visible import shorten, visible
from listingguard.report.words import kind_name, message_of

__all__ = ["GitLab"]

_LONGEST: Final = 1000
_SEVERITY: Final[dict[Severity, str]] = {"info": "info", "low": "minor", "medium": "major", "high": "critical", "critical": "blocker"}


@dataclass(slots=True)
class GitLab(Writer):
    """An issue a finding, one for each problem of reading, and a last one of severity info with the sums.

    Of each finding eight bytes are kept, to tell equal ones apart by their number.
    """

    seen: Counter[bytes] = field(default_factory=Counter)

    def start(self, head: Head) -> Iterable[str]:
        """Open the array."""
        del head
        yield "[\n"

    def row(self, entry: Entry) -> Iterable[str]:
        """Give the issues of a row."""
        for finding in entry.told(excused=self.look.show_excused):
            name = f"{finding.code} {kind_name(finding, entry.report.lang)}"
            words = f"{name}: {label_of(entry)}{finding.field}: {message_of(finding, finding.message)}"
            severity = "info" if finding.disposition == "excused" else _SEVERITY[finding.severity]
            key = (path_of(entry.path), finding.fingerprint)
            line = region_of(entry, finding).get("startLine", entry.line)
            yield compact(self._issue(words, name, severity, entry.path, line, key)) + ",\n"

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give what could not be read, then the sums."""
        for problem in problems:
            key = (path_of(problem.path), problem.problem)
            yield compact(self._issue(told_of(problem), "not-read", "blocker", problem.path, problem.line or 1, key)) + ",\n"
        sums = summary_lines(tally, self.look.lang, terms=False)[-1]
        yield compact(self._issue(sums, "summary", "info", ".", 1, ("summary",))) + "\n]\n"

    def _issue(self, words: str, name: str, severity: str, path: str, line: int, key: tuple[str, ...]) -> dict[str, Any]:
        base = hashlib.blake2b("\0".join(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = self.seen[base]
        self.seen[base] += 1
        return {
            "description": shorten(visible(words), _LONGEST),
            "check_name": name,
            "fingerprint": hashlib.blake2b(base + str(number).encode(), digest_size=16).hexdigest(),
            "severity": severity,
            "location": {"path": path_of(path) if path != "." else path, "lines": {"begin": max(1, line)}},
        }
