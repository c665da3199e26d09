"""What a run adds up to: files, rows, verdicts, and the terms that come up again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from listingguard.model import SEVERITIES, Lang, Severity, Verdict
from listingguard.report.forms.entry import Entry
from listingguard.report.words import kind_name, say

__all__ = ["VERDICTS", "Group", "Tally", "last_lines", "places_of", "summary_lines"]

_PLACES: Final = 3
_GROUPS: Final = 10
VERDICTS: Final[tuple[Verdict, ...]] = ("block", "review", "pass")


@dataclass(slots=True)
class Group:
    """One term of one kind of finding, in how many rows it stands, and the first of them.

    `kind` is the name of the kind in the language of the report, `severity` that of its worst finding. `shown` says whether any of its
    findings is.
    """

    code: str
    name: str
    term: str
    rows: int = 0
    findings: int = 0
    first: list[str] = field(default_factory=list)
    kind: str = ""
    severity: Severity = "info"
    shown: bool = True


@dataclass(slots=True)
class Tally:
    """The sums of a run. `skipped` are rows that could not be read, `failed` files; `left_out` what in folders was not read, by reason.

    With `--diff-base`, `unchanged` rows and `files_unchanged` whole files were not scanned.

    `known` findings stand in the baseline, `unselected` ones are of kinds that were not looked for: neither counts. `hidden` ones count
    but are below `least`, the severity from which findings are shown, which may differ from file to file. `failing` rows came to the
    verdict at which they fail. `statistics` asks for the counts of kinds; `notes` are what is to be told at the end of every report;
    `lexicon` is the version of the knowledge by which all of it was judged.
    """

    files: int = 0
    failed: int = 0
    rows: int = 0
    skipped: int = 0
    unchanged: int = 0
    files_unchanged: int = 0
    findings: int = 0
    excused: int = 0
    known: int = 0
    unselected: int = 0
    hidden: int = 0
    failing: int = 0
    statistics: bool = False
    left_out: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    brands: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    lexicon: str = ""
    _least: set[Severity] = field(default_factory=set)
    _groups: dict[tuple[str, str], Group] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add a row."""
        report = entry.report
        self.rows += 1
        self.verdicts[report.verdict] += 1
        self.known += len(entry.known)
        self.unselected += entry.unselected
        self.failing += entry.failed
        if report.findings:  # most rows have none
            self._add_findings(entry)

    def _add_findings(self, entry: Entry) -> None:
        report, counted = entry.report, entry.report.counted
        self.findings += len(counted)
        self.excused += len(report.findings) - len(counted)
        seen = set()
        for finding in counted:
            is_shown = SEVERITIES.index(finding.severity) >= SEVERITIES.index(entry.least)
            if not is_shown:
                self.hidden += 1
                self._least.add(entry.least)
            self.categories[finding.category] += 1
            self.fields[finding.field.partition("[")[0]] += 1
            if finding.brand:
                self.brands[finding.brand] += 1
            key = (finding.code, finding.term)
            if (group := self._groups.get(key)) is None:
                kind = kind_name(finding, report.lang)
                group = self._groups[key] = Group(finding.code, finding.name, finding.term, kind=kind, shown=False)
            group.findings += 1
            group.shown = group.shown or is_shown
            group.severity = max(group.severity, finding.severity, key=SEVERITIES.index)
            if key not in seen:
                seen.add(key)
                group.rows += 1
                if len(group.first) < _PLACES:
                    group.first.append(entry.place)

    @property
    def groups(self) -> list[Group]:
        """Give the terms, those in the most rows first."""
        return sorted(self._groups.values(), key=lambda g: (-g.rows, g.code, g.term))

    @property
    def shown(self) -> list[Group]:
        """Give the terms of which any finding is shown."""
        return [group for group in self.groups if group.shown]

    @property
    def least(self) -> list[Severity]:
        """Give the severities below which something was not shown."""
        return sorted(self._least, key=SEVERITIES.index)

    def plain(self) -> dict[str, Any]:
        """Give the sums as they stand in JSON."""
        return {
            "files": self.files,
            "files_failed": self.failed,
            "files_left_out": {"hidden": 0, "gitignored": 0, "not-listings": 0, **self.left_out},
            "rows": self.rows,
            "rows_skipped": self.skipped,
            "rows_unchanged": self.unchanged,
            "files_unchanged": self.files_unchanged,
            **{verdict: self.verdicts[verdict] for verdict in VERDICTS},
            "findings": self.findings,
            "excused": self.excused,
            "known": self.known,
            "unselected": self.unselected,
            "categories": dict(self.categories.most_common()),
            "brands": dict(self.brands.most_common()),
            "fields": dict(self.fields.most_common()),
            "terms": [
                {"code": g.code, "name": g.name, "term": g.term, "rows": g.rows, "findings": g.findings, "first": g.first}
                for g in self.groups
            ],
        }


def summary_lines(tally: Tally, lang: Lang, *, terms: bool = True) -> list[str]:
    """Give the end of a run for people: the sums, and above them the terms that stand in several rows."""
    often = [group for group in tally.shown if group.rows > 1][:_GROUPS] if terms else []
    lines = [_often(lang)] if often else []
    lines += [f"  {g.code} {g.kind or g.name} {g.term}: {_rows(g.rows, lang)} ({places_of(g)})" for g in often]
    if tally.statistics and (kinds := kind_lines(tally.groups, lang)):
        lines += [*([""] if lines else []), *kinds]
    return [*lines, *([""] if lines else []), _sums(tally, lang) + _apart(tally, lang) + _lexicon(tally, lang)]


def last_lines(tally: Tally, lang: Lang, *, terms: bool = True, quiet: bool = False) -> list[str]:
    """Give the end of a text: the sums; where nobody wants them, the statistics alone, if they were asked for.

    >>> last_lines(Tally(), "en", quiet=True), last_lines(Tally(rows=1), "en")
    ([], ['0 files, 1 row: 0 block, 0 review, 0 pass'])
    """
    if not quiet:
        return summary_lines(tally, lang, terms=terms)
    return kind_lines(tally.groups, lang) if tally.statistics else []


def places_of(group: Group) -> str:
    """Give the first places of a group; a file is named once.

    >>> places_of(Group("LGC201", "price-lowest", "全网最低价", 4, 4, ["a.csv:2", "a.csv:9", "b.csv:3"]))
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


def kind_lines(groups: Sequence[Group], lang: Lang) -> list[str]:
    """Give how many findings there are of each kind, the most frequent first.

    >>> kind_lines([Group("LGC201", "price-lowest", "最低价", 2, 3), Group("LGC201", "price-lowest", "全网最低价", 1, 9)], "en")
    ['By kind:', '  12  LGC201 price-lowest']
    """
    counts: Counter[tuple[str, str]] = Counter()
    for group in groups:
        counts[group.code, group.kind or group.name] += group.findings
    width = max((len(f"{n:,}") for n in counts.values()), default=0)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    head = {"en": "By kind:", "zh-Hans": "按种类：", "zh-Hant": "按種類："}[lang]
    return [head, *(f"  {n:>{width},}  {code} {name}" for (code, name), n in order)] if order else []


_NOT_SCANNED: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "; {n:,} row{s} skipped",
        "; {n:,} file{s} not read",
        "; {n:,} left out in folders (-v names them)",
        "; {n:,} unchanged row{s} not scanned",
        "; {n:,} unchanged file{s} not read",
    ),
    "zh-Hans": (
        "；跳过 {n} 行",
        "；{n} 个文件未读完",
        "；文件夹中 {n} 项未纳入（-v 列出）",
        "；未改动的 {n} 行未扫描",
        "；未改动的 {n} 个文件未读取",
    ),
    "zh-Hant": (
        "；略過 {n} 列",
        "；{n} 個檔案未讀完",
        "；資料夾中 {n} 項未納入（-v 列出）",
        "；未變更的 {n} 列未掃描",
        "；未變更的 {n} 個檔案未讀取",
    ),
}


def _plural(text: str, n: int) -> str:
    return text.format(n=n, s="" if n == 1 else "s")


_APART: Final[dict[Lang, tuple[str, str, str]]] = {
    "en": ("; {n:,} known", "; {n:,} of other kinds", "; {n:,} below {least} not shown"),
    "zh-Hans": ("；基线中已有 {n} 处", "；其他种类 {n} 处", "；低于“{least}”未列出 {n} 处"),
    "zh-Hant": ("；基線中已有 {n} 處", "；其他種類 {n} 處", "；低於「{least}」未列出 {n} 處"),
}


def _apart(tally: Tally, lang: Lang) -> str:
    """Give how many findings are known, of kinds not looked for, or not shown."""
    counts = (tally.known, tally.unselected, tally.hidden)
    return "".join(
        text.format(n=n, least="/".join(say(least, lang) for least in tally.least))
        for text, n in zip(_APART[lang], counts, strict=True)
        if n
    )


def _lexicon(tally: Tally, lang: Lang) -> str:
    words = {"en": "; lexicon ", "zh-Hans": "；词库 ", "zh-Hant": "；詞庫 "}
    return words[lang] + tally.lexicon if tally.lexicon else ""


def _sums(tally: Tally, lang: Lang) -> str:
    """Give all counts in one line.

    >>> _sums(Tally(files=2, rows=30, skipped=1, verdicts=Counter({"block": 3, "pass": 27})), "en")
    '2 files, 30 rows: 3 block, 0 review, 27 pass; 1 row skipped'
    """
    many, comma, colon = ("file" if tally.files == 1 else "files", ", ", ": ") if lang == "en" else ("", "，", "：")
    files = {"en": f"{tally.files:,} {many}", "zh-Hans": f"{tally.files} 个文件", "zh-Hant": f"{tally.files} 個檔案"}
    verdicts = (f"{tally.verdicts[v]:,} {v}" if lang == "en" else f"{say(v, lang)} {tally.verdicts[v]}" for v in VERDICTS)
    line = f"{files[lang]}{comma}{_rows(tally.rows, lang)}{colon}{comma.join(verdicts)}"
    counts = (tally.skipped, tally.failed, tally.left_out.total(), tally.unchanged, tally.files_unchanged)
    return line + "".join(_plural(text, n) for text, n in zip(_NOT_SCANNED[lang], counts, strict=True) if n)
