"""How many disguised names are found, class by class, and how many honest sentences are blamed.

    python benchmarks/evasion.py [--half seen|unseen|all] [--class NAME] [--show N] [--json | --markdown]

The cases come from benchmarks/disguises, which shares no table with the matcher. Develop on the seen half; the unseen half prints totals
alone. Columns: `plain` is the share of the same sentences in which the name is found when nothing hides it (the ceiling that the lexicon
and the sentences set); `recall` is the share of disguised names that a finding of the right brand (or of a claim, for absolute words)
overlaps and that counts: not excused, and for weak classes with confidence of at least 0.5 where the goods bear it out; `not pass` is
the share of reports that are no `pass`; `named` is the share where the disguise itself was named: a finding of category evasion, or a
method other than `exact` on the right brand. In controls, `alarms` are findings about brands, fakes or disguises that are not excused.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from disguises import CLASSES, HALVES, Case, Control, cases_of, controls

import listingguard as lg

CLAIMS = {"absolute", "price", "state", "medical", "guarantee", "superstition", "disparagement"}
BRANDS = {"trademark", "counterfeit", "imitation", "evasion"}
SURE = 0.5
TITLES = ("class", "example", "cases", "plain", "recall", "not pass", "named")


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one class."""

    name: str
    example: str
    weak: bool
    cases: int
    plain: float
    recall: float
    not_pass: float
    named: float


@dataclass(frozen=True, slots=True)
class Alarms:
    """What was measured of honest sentences of one origin."""

    origin: str
    sentences: int
    alarms: float
    claims: float
    not_pass: float


def scanned(scanner: lg.Scanner, text: str, field: str) -> lg.Report:
    """Scan a text in the field that it belongs to."""
    return scanner.scan(description=text) if field == "description" else scanner.scan(text)


def right(case: Case, report: lg.Report, start: int, end: int) -> list[lg.Finding]:
    """Give the findings that name the right brand, or a claim, at the place of the name."""
    return [
        f
        for f in report.findings
        if f.start < end
        and f.end > start
        and (f.brand in case.brands if case.brands else f.category in CLAIMS)
        and f.disposition != "excused"
    ]


def counts(case: Case, findings: Iterable[lg.Finding]) -> bool:
    """Say whether a case is found: a weak one must be sure of itself where the goods bear it out."""
    return any(not case.weak or not case.signal or f.confidence >= SURE for f in findings)


def measured(scanner: lg.Scanner, name: str, cases: Sequence[Case]) -> tuple[Row, list[tuple[Case, lg.Report]]]:
    """Measure one class and give the cases that were missed."""
    found, plain, not_pass, named = 0, 0, 0, 0
    missed = []
    for case in cases:
        report = scanned(scanner, case.text, case.field)
        hits = right(case, report, case.start, case.end)
        hit = counts(case, hits)
        bare = scanned(scanner, case.plain_text, case.field)
        plain += bool(right(case, bare, case.start, case.start + len(case.plain)))
        found += hit
        not_pass += report.verdict != "pass"
        evasion = any(f.category == "evasion" and f.start < case.end and f.end > case.start for f in report.findings)
        named += evasion or any(f.method != "exact" for f in hits)
        if not hit:
            missed.append((case, report))
    total = len(cases)
    kind = CLASSES[name]
    return Row(name, kind.meaning, kind.weak, total, plain / total, found / total, not_pass / total, named / total), missed


def blamed(report: lg.Report, categories: set[str]) -> list[lg.Finding]:
    """Give the findings of these categories that count."""
    return [f for f in report.findings if f.category in categories and f.disposition != "excused"]


def alarms(scanner: lg.Scanner, sentences: Sequence[Control]) -> tuple[list[Alarms], list[tuple[Control, lg.Report]]]:
    """Measure false alarms on honest sentences by origin, and give the sentences that were blamed."""
    reports = [(control, scanned(scanner, control.text, control.field)) for control in sentences]
    rows = []
    for origin in [*sorted({c.origin for c in sentences}), "all"]:
        mine = [report for control, report in reports if origin in (control.origin, "all")]
        shares = [
            sum(bool(blamed(r, BRANDS)) for r in mine),
            sum(bool(blamed(r, CLAIMS)) for r in mine),
            sum(r.verdict != "pass" for r in mine),
        ]
        rows.append(Alarms(origin, len(mine), *(share / len(mine) for share in shares)))
    return rows, [(c, r) for c, r in reports if blamed(r, BRANDS | CLAIMS)]


def visible(text: str) -> str:
    """Write characters that nobody sees as escapes."""
    return "".join(c if c.isprintable() and c not in "\u3164\u115f\u034f" else f"\\u{ord(c):04x}" for c in text)


def told(report: lg.Report) -> str:
    """Give the findings of a report in short."""
    return "; ".join(f"{f.code} {f.brand or f.term} “{visible(f.text)}” {f.method} {f.disposition} {f.confidence}" for f in report.findings)


def table(rows: Sequence[Row], honest: Sequence[Alarms], *, markdown: bool) -> str:
    """Give both tables, as plain text or as Markdown."""
    body = [
        (r.name + (" (weak)" if r.weak else ""), r.example, str(r.cases), *(f"{v:.1%}" for v in (r.plain, r.recall, r.not_pass, r.named)))
        for r in rows
    ]
    heads = ("controls", "sentences", "alarms", "claims", "not pass")
    control = [(a.origin, str(a.sentences), f"{a.alarms:.2%}", f"{a.claims:.2%}", f"{a.not_pass:.2%}") for a in honest]
    return "\n\n".join(grid(head, cells, markdown=markdown) for head, cells in ((TITLES, body), (heads, control)) if cells)


def grid(head: Sequence[str], cells: Sequence[Sequence[str]], *, markdown: bool) -> str:
    """Lay out one table; names lie left and numbers right."""
    if markdown:
        rule = ["---" if i < len(head) - (4 if head[1] != "example" else 5) else "---:" for i in range(len(head))]
        return "\n".join("| " + " | ".join(c.replace("|", "\\|") for c in line) + " |" for line in (head, rule, *cells))
    shown = [i for i, title in enumerate(head) if title != "example"]
    return "\n".join("".join(f"{line[i]:<24s}" if not i else f"{line[i]:>12s}" for i in shown) for line in (head, *cells))


def mean(rows: Sequence[Row]) -> list[Row]:
    """Give the mean over the classes, so that no class weighs more than another, for strong classes and for weak ones."""
    found = []
    for weak, label in ((False, "mean of strong"), (True, "mean of weak")):
        group = [r for r in rows if r.weak is weak]
        if len(group) > 1:
            shares = [sum(getattr(r, column) for r in group) / len(group) for column in ("plain", "recall", "not_pass", "named")]
            found.append(Row(label, "", False, sum(r.cases for r in group), *shares))
    return found


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=[*HALVES, "all"], default="seen")
    parser.add_argument(
        "--class", dest="kind", choices=[*CLASSES, "controls"], action="append", help="measure this class alone; may be repeated"
    )
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many missed cases a class (seen half alone)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--markdown", action="store_true")
    args = parser.parse_args()
    if args.show and args.half != "seen":
        parser.error("--show prints cases of the seen half alone: leave out --half")
    return args


def main() -> int:
    """Measure, then print."""
    args = arguments()
    halves = HALVES if args.half == "all" else (args.half,)
    scanner = lg.Scanner()
    chosen = args.kind or [*CLASSES, "controls"]
    rows: list[Row] = []
    honest: list[Alarms] = []
    for name in chosen:
        if name == "controls":
            honest, wrong = alarms(scanner, [c for half in halves for c in controls(half)])
            shown = [f"controls: {visible(c.text)}\n    {told(r)}" for c, r in wrong[: args.show]]
        else:
            row, missed = measured(scanner, name, [case for half in halves for case in cases_of(CLASSES[name], half)])
            rows.append(row)
            shown = [f"{name}: {c.plain} → {visible(c.disguised)} in {visible(c.text)}\n    {told(r)}" for c, r in missed[: args.show]]
        print("\n".join(shown), end="\n" if shown else "", file=sys.stderr if args.json else sys.stdout)
    rows += mean(rows)
    if args.json:
        print(
            json.dumps(
                {"half": args.half, "classes": [asdict(r) for r in rows], "controls": [asdict(a) for a in honest]}, ensure_ascii=False
            )
        )
    else:
        print(table(rows, honest, markdown=args.markdown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
