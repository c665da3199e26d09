"""The baseline: what is known already, so that a scan can stop at what is new.

A known finding is told by its fingerprint and a count, never by line, path or time: rows may move, files may be renamed. The other words of
an entry are for people who read the file. A baseline of counts says only how many findings there are of each code and term: it stays short
however large the catalogue, and cannot say which of them is new. Both are JSON with one entry a line, each line alike and in a fixed order,
so that Git merges it.
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

__all__ = ["BASELINE_VERSION", "Baseline", "Known", "Matching", "baseline_text", "gathered", "names_of", "read_baseline"]

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
    """A finding that is known, and how often: equal rows have equal findings. All but `fingerprint` and `count` is for people.

    Without a fingerprint it is all findings of a code and a term.
    """

    fingerprint: str
    count: int
    code: str = ""
    term: str = ""
    sku: str = ""
    field: str = ""

    @property
    def key(self) -> str:
        """Give what tells it from all others."""
        return self.fingerprint or f"{self.code} {self.term}"

    @property
    def order(self) -> tuple[str, ...]:
        """Give what the file is sorted by."""
        return self.code, self.term, self.sku, self.field, self.fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was found when the baseline was made, by key, and the version of the lexicon that found it. `counts`: it only counts."""

    lexicon: str
    entries: Mapping[str, Known] = field(default_factory=dict)
    counts: bool = False

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
        less = {known.key: known.count for known in gone}
        left = (replace(known, count=known.count - less.get(key, 0)) for key, known in self.entries.items())
        return replace(self, entries={known.key: known for known in left if known.count > 0})


def gathered(lexicon: str, found: Iterable[tuple[str, Finding]], *, counts: bool = False) -> Baseline:
    """Make a baseline of findings, each with the key of its row.

    >>> from listingguard import scan
    >>> found = [("A-1", finding) for finding in scan(title="全网最低价", sku="A-1").findings]
    >>> [(known.code, known.term, known.count) for known in gathered("1", found * 2).entries.values()]
    [('LGC201', '全网最低价', 2)]
    """
    times: Counter[str] = Counter()
    first: dict[str, Known] = {}
    for sku, finding in found:
        key = _key(finding, counts=counts)
        times[key] += 1
        if key not in first:
            of_row = ("", "", "") if counts else (shorten(visible(sku), _LONGEST), finding.field, finding.fingerprint)
            first[key] = Known(of_row[2], 1, finding.code, _term(finding), *of_row[:2])
    return Baseline(lexicon, {key: replace(known, count=times[key]) for key, known in first.items()}, counts)


def _key(finding: Finding, *, counts: bool) -> str:
    return f"{finding.code} {_term(finding)}" if counts else finding.fingerprint


def _term(finding: Finding) -> str:
    return shorten(visible(finding.term), _LONGEST)


def baseline_text(baseline: Baseline) -> str:
    """Give the file: the same bytes for the same findings, in whatever order they came.

    >>> print(baseline_text(Baseline("1.2", {"0" * 32: Known("0" * 32, 2, "LGC201", "全网最低价", "A-1", "title")})), end="")
    [{"listingguard_baseline":1,"lexicon":"1.2"}
    ,{"code":"LGC201","term":"全网最低价","sku":"A-1","field":"title","count":2,"fingerprint":"00000000000000000000000000000000"}
    ]
    """
    form = {"counts": True} if baseline.counts else {}
    lines = ["[" + _compact({_MARK: BASELINE_VERSION, "lexicon": baseline.lexicon} | form)]
    names = names_of(baseline)
    entries = sorted(baseline.entries.values(), key=lambda known: known.order)
    lines += ["," + _compact({name: getattr(known, name) for name in names}) for known in entries]
    return "\n".join([*lines, "]", ""])


def names_of(baseline: Baseline) -> tuple[str, ...]:
    """Give the names of what an entry says."""
    return ("code", "term", "count") if baseline.counts else ("code", "term", "sku", "field", "count", "fingerprint")


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
    counts = head.get("counts") is True
    entries: dict[str, Known] = {}
    for number, value in enumerate(rest, 2):  # the file has an entry a line
        known = _known(value, path, number, counts=counts)
        old = entries.get(known.key)
        entries[known.key] = known if old is None or known.count > old.count else old
    return Baseline(str(head.get("lexicon", "")), entries, counts)


def _known(value: object, path: str, number: int, *, counts: bool) -> Known:
    if not isinstance(value, dict):
        raise _error(path, number, "an entry of this baseline is no object", _AGAIN)
    fingerprint, count = "" if counts else value.get("fingerprint"), value.get("count")
    if counts and not (isinstance(value.get("code"), str) and isinstance(value.get("term"), str)):
        raise _error(path, number, "an entry of this baseline of counts has no code and term", _AGAIN)
    if not isinstance(fingerprint, str) or not (counts or _FINGERPRINT.fullmatch(fingerprint)):
        raise _error(path, number, "an entry of this baseline has no fingerprint of 32 hexadecimal digits", _AGAIN)
    if type(count) is not int or not 0 < count < _MOST:
        raise _error(path, number, "an entry of this baseline has no count of 1 or more", _AGAIN)
    return Known(fingerprint, count, *(str(value.get(name, "")) for name in ("code", "term", "sku", "field")))


def _error(path: str, line: int | None, problem: str, hint: str) -> InputError:
    return InputError(Problem(path, line, problem, hint))


class Matching:
    """A baseline while a scan goes on: each known finding is used up by the findings that it covers."""

    def __init__(self, baseline: Baseline) -> None:
        self._counts = baseline.counts
        self._entries = baseline.entries
        self._left = Counter({key: known.count for key, known in baseline.entries.items()})
        self._over: Counter[str] = Counter()

    def split(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Give of one row what stays and what is known. Excused findings stay as they are: they need no baseline."""
        stays: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            key = _key(finding, counts=self._counts)
            counted = finding.disposition != "excused"
            covered = counted and self._left[key] > 0
            self._left[key] -= covered
            self._over[key] += counted and not covered and key in self._entries
            (known if covered else stays).append(finding)
        return tuple(stays), tuple(known)

    def gone(self) -> Iterator[Known]:
        """Give what the scan had less often than the baseline, with the number missing, in the order of the file."""
        missing = (replace(known, count=self._left[key]) for key, known in self._entries.items() if self._left[key] > 0)
        return iter(sorted(missing, key=lambda known: known.order))

    def over(self) -> Iterator[tuple[Known, int]]:
        """Give what the scan had more often than the baseline, as it stands there, and how many there are too many."""
        more = ((known, self._over[key]) for key, known in self._entries.items() if self._over[key] > 0)
        return iter(sorted(more, key=lambda pair: pair[0].order))
