"""What a run adds up to: files, rows, verdicts, and the terms that come up again and again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from listingguard.model import Lang, Verdict
from listingguard.report import Report
from listingguard.report.words import say
from listingguard.sources import Reason, Row

__all__ = ["Group", "Tally", "summary_lines"]

_PLACES: Final = 3
_GROUPS: Final = 10
_VERDICTS: Final[tuple[Verdict, ...]] = ("block", "review", "pass")


@dataclass(slots=True)
class Group:
    """One term of one kind of finding, in how many rows it stands, and the first of them."""

    code: str
    name: str
    term: str
    rows: int = 0
    findings: int = 0
    first: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Tally:
    """The sums of a run. `skipped` are rows that could not be read, `failed` files; `left_out` what in folders was not read, by reason."""

    files: int = 0
    failed: int = 0
    rows: int = 0
    skipped: int = 0
    findings: int = 0
    left_out: Counter[Reason] = field(default_factory=Counter)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    _groups: dict[tuple[str, str], Group] = field(default_factory=dict)

    def add(self, row: Row, report: Report) -> None:
        """Add a row."""
        self.rows += 1
        self.verdicts[report.verdict] += 1
        self.findings += len(report.counted)
        seen = set()
        for finding in report.counted:
            key = (finding.code, finding.term)
            group = self._groups.setdefault(key, Group(finding.code, finding.name, finding.term))
            group.findings += 1
            if key not in seen:
                seen.add(key)
                group.rows += 1
                if len(group.first) < _PLACES:
                    group.first.append(row.place)

    @property
    def groups(self) -> list[Group]:
        """Give the terms, those in the most rows first."""
        return sorted(self._groups.values(), key=lambda g: (-g.rows, g.code, g.term))

    def reached(self, level: str) -> bool:
        """Tell whether any row came to this verdict or a worse one."""
        return bool(self.verdicts["block"] or (level == "review" and self.verdicts["review"]))

    def plain(self) -> dict[str, Any]:
        """Give the sums as they stand in JSON."""
        return {
            "files": self.files,
            "files_failed": self.failed,
            "files_left_out": {"hidden": 0, "gitignored": 0, "not-listings": 0, **self.left_out},
            "rows": self.rows,
            "rows_skipped": self.skipped,
            **{verdict: self.verdicts[verdict] for verdict in _VERDICTS},
            "findings": self.findings,
            "terms": [
                {"code": g.code, "name": g.name, "term": g.term, "rows": g.rows, "findings": g.findings, "first": g.first}
                for g in self.groups
            ],
        }


def summary_lines(tally: Tally, lang: Lang, *, terms: bool = True) -> list[str]:
    """Give the end of a run for people: the sums, and above them the terms that stand in several rows."""
    often = [group for group in tally.groups if group.rows > 1][:_GROUPS] if terms else []
    lines = [_often(lang)] if often else []
    lines += [f"  {g.code} {g.name} {g.term}: {_rows(g.rows, lang)} ({_places(g)})" for g in often]
    return [*lines, *([""] if lines else []), _sums(tally, lang)]


def _places(group: Group) -> str:
    """Give the first places of a group; a file is named once.

    >>> _places(Group("LGC201", "price-lowest", "全网最低价", 4, 4, ["a.csv:2", "a.csv:9", "b.csv:3"]))
    'a.csv:2, 9, b.csv:3, ...'
    """
    told, last = [], ""
    for place in group.first:
        path, _, line = place.rpartition(":")
        told.append(line if path == last else place)
        last = path
    return ", ".join([*told, "..."] if group.rows > len(told) else told)


def _often(lang: Lang) -> str:
    return {"en": "In several rows:", "zh-Hans": "多行出现：", "zh-Hant": "多列出現："}[lang]


def _rows(n: int, lang: Lang) -> str:
    many = "row" if n == 1 else "rows"
    return {"en": f"{n:,} {many}", "zh-Hans": f"{n} 行", "zh-Hant": f"{n} 列"}[lang]


def _sums(tally: Tally, lang: Lang) -> str:
    """Give all counts in one line.

    >>> _sums(Tally(files=2, rows=30, skipped=1, verdicts=Counter({"block": 3, "pass": 27})), "en")
    '2 files, 30 rows: 3 block, 0 review, 27 pass; 1 row skipped'
    """
    many = "file" if tally.files == 1 else "files"
    files = {"en": f"{tally.files:,} {many}", "zh-Hans": f"{tally.files} 个文件", "zh-Hant": f"{tally.files} 個檔案"}
    if lang == "en":
        counts = ", ".join(f"{tally.verdicts[v]:,} {v}" for v in _VERDICTS)
        line = f"{files[lang]}, {_rows(tally.rows, lang)}: {counts}"
        line += f"; {_rows(tally.skipped, lang)} skipped" if tally.skipped else ""
        line += f"; {tally.failed:,} {'file' if tally.failed == 1 else 'files'} not read" if tally.failed else ""
        return line + (f"; {tally.left_out.total():,} left out in folders (-v names them)" if tally.left_out else "")
    counts = "，".join(f"{say(v, lang)} {tally.verdicts[v]}" for v in _VERDICTS)
    line = f"{files[lang]}，{_rows(tally.rows, lang)}：{counts}"
    skipped = {"zh-Hans": f"；跳过 {tally.skipped} 行", "zh-Hant": f"；略過 {tally.skipped} 列"}[lang]
    failed = {"zh-Hans": f"；{tally.failed} 个文件未读完", "zh-Hant": f"；{tally.failed} 個檔案未讀完"}[lang]
    left = {"zh-Hans": "；文件夹中 {n} 项未纳入（-v 列出）", "zh-Hant": "；資料夾中 {n} 項未納入（-v 列出）"}[lang].format(
        n=tally.left_out.total()
    )
    return line + skipped * bool(tally.skipped) + failed * bool(tally.failed) + left * bool(tally.left_out)
