"""The baseline: what is known already, so that a scan can stop at what is new.

A known finding is told by its fingerprint and a count, never by line, path or time: rows may move, files may be renamed. The other words of
an entry are for people who read the file. It is JSON with one entry a line, each line alike and in a fixed order, so that Git merges it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from listingguard.errors import InputError, Problem
from listingguard.model import Finding
from listingguard.report.visible import shorten, visible

__all__ = ["BASELINE_VERSION", "Baseline", "Known", "Matching", "baseline_text", "gathered", "read_baseline"]

#: The version of the file. It rises when fingerprints are made otherwise or an entry means something else.
BASELINE_VERSION: Final = 1
_MARK: Final = "listingguard_baseline"
_LONGEST: Final = 80
_MOST: Final = 10**9
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{32}")
_CONFLICT: Final = re.compile(r"^(<{7}|={7}|>{7})", re.MULTILINE)
_AGAIN: Final = "make it again with listingguard baseline create, or take it from version control"


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that is known, and how often: equal rows have equal findings. All but `fingerprint` and `count` is for people."""

    fingerprint: str
    count: int
    code: str = ""
    term: str = ""
    sku: str = ""
    field: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        """Give what the file is sorted by."""
        return self.code, self.term, self.sku, self.field, self.fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was found when the baseline was made, by fingerprint, and the version of the lexicon that found it."""

    lexicon: str
    entries: Mapping[str, Known] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Give the number of known findings, equal ones counted."""
        return sum(known.count for known in self.entries.values())

    def minus(self, other: Baseline) -> list[Known]:
        """Give what stands here and not, or less often, in the other, in the order of the file, with the number missing there."""
        counts = {key: known.count for key, known in other.entries.items()}
        more = (replace(known, count=known.count - counts.get(key, 0)) for key, known in self.entries.items())
        return sorted((known for known in more if known.count > 0), key=lambda known: known.order)

    def without(self, gone: Iterable[Known]) -> Baseline:
        """Give the baseline that is left when some of it goes."""
        less = {known.fingerprint: known.count for known in gone}
        left = (replace(known, count=known.count - less.get(key, 0)) for key, known in self.entries.items())
        return replace(self, entries={known.fingerprint: known for known in left if known.count > 0})


def gathered(lexicon: str, found: Iterable[tuple[str, Finding]]) -> Baseline:
    """Make a baseline of findings, each with the key of its row.

    >>> from listingguard import scan
    >>> found = [("A-1", finding) for finding in scan(title="全网最低价", sku="A-1").findings]
    >>> [(known.code, known.term, known.count) for known in gathered("1", found * 2).entries.values()]
    [('LGC201', '全网最低价', 2)]
    """
    counts: Counter[str] = Counter()
    first: dict[str, Known] = {}
    for sku, finding in found:
        counts[finding.fingerprint] += 1
        if finding.fingerprint not in first:
            term, key = (shorten(visible(text), _LONGEST) for text in (finding.term, sku))
            first[finding.fingerprint] = Known(finding.fingerprint, 1, finding.code, term, key, finding.field)
    return Baseline(lexicon, {key: replace(known, count=counts[key]) for key, known in first.items()})


def baseline_text(baseline: Baseline) -> str:
    """Give the file: the same bytes for the same findings, in whatever order they came.

    >>> print(baseline_text(Baseline("1.2", {"0" * 32: Known("0" * 32, 2, "LGC201", "全网最低价", "A-1", "title")})), end="")
    [{"listingguard_baseline":1,"lexicon":"1.2"}
    ,{"code":"LGC201","term":"全网最低价","sku":"A-1","field":"title","count":2,"fingerprint":"00000000000000000000000000000000"}
    ]
    """
    lines = ["[" + _compact({_MARK: BASELINE_VERSION, "lexicon": baseline.lexicon})]
    for known in sorted(baseline.entries.values(), key=lambda known: known.order):
        names = ("code", "term", "sku", "field", "count", "fingerprint")
        lines.append("," + _compact({name: getattr(known, name) for name in names}))
    return "\n".join([*lines, "]", ""])


def _compact(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read_baseline(text: str, path: str) -> Baseline:
    """Read the text of a baseline file; `path` names it in errors.

    An entry that stands twice, as after a merge, is one with the greater count.
    """
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        raise _error(path, line, "this baseline holds marks of a merge conflict", "keep the lines of both sides and take the marks out")
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _error(path, getattr(error, "lineno", None), "this baseline is not JSON", _AGAIN) from error
    head, *rest = plain if isinstance(plain, list) and plain else (None,)
    if not isinstance(head, dict) or _MARK not in head:
        raise _error(path, 1, "this is no baseline of listingguard", "listingguard baseline create PATH -o FILE makes one")
    if head[_MARK] != BASELINE_VERSION:
        told = f"this baseline has version {head[_MARK]!r}; this program reads {BASELINE_VERSION}"
        raise _error(path, 1, told, "use the listingguard that wrote it, or make it again with listingguard baseline create")
    entries: dict[str, Known] = {}
    for number, value in enumerate(rest, 2):  # the file has an entry a line
        known = _known(value, path, number)
        old = entries.get(known.fingerprint)
        entries[known.fingerprint] = known if old is None or known.count > old.count else old
    return Baseline(str(head.get("lexicon", "")), entries)


def _known(value: object, path: str, number: int) -> Known:
    if not isinstance(value, dict):
        raise _error(path, number, "an entry of this baseline is no object", _AGAIN)
    fingerprint, count = value.get("fingerprint"), value.get("count")
    if not isinstance(fingerprint, str) or not _FINGERPRINT.fullmatch(fingerprint):
        raise _error(path, number, "an entry of this baseline has no fingerprint of 32 hexadecimal digits", _AGAIN)
    if type(count) is not int or not 0 < count < _MOST:
        raise _error(path, number, "an entry of this baseline has no count of 1 or more", _AGAIN)
    return Known(fingerprint, count, *(str(value.get(name, "")) for name in ("code", "term", "sku", "field")))


def _error(path: str, line: int | None, problem: str, hint: str) -> InputError:
    return InputError(Problem(path, line, problem, hint))


class Matching:
    """A baseline while a scan goes on: each known finding is used up by the findings that it covers."""

    def __init__(self, baseline: Baseline) -> None:
        self._left = Counter({key: known.count for key, known in baseline.entries.items()})

    def split(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Give of one row what stays and what is known. Excused findings stay as they are: they need no baseline."""
        stays: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            covered = finding.disposition != "excused" and self._left[finding.fingerprint] > 0
            self._left[finding.fingerprint] -= covered
            (known if covered else stays).append(finding)
        return tuple(stays), tuple(known)

    def gone(self) -> Iterator[str]:
        """Give the fingerprints of which the scan had fewer than the baseline."""
        return (key for key, count in self._left.items() if count > 0)
