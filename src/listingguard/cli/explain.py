"""`listingguard explain`: the whole way of one text through the river, for whoever wonders why."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from listingguard.cli.console import environment_language, safe_json, tell
from listingguard.errors import ConfigError
from listingguard.explain import Candidate, Explanation, FieldExplained, explain
from listingguard.judge.score import LIMITS, Share
from listingguard.model import FIELD_WEIGHTS, LANGS, STRICTNESS, Finding
from listingguard.scan import Scanner

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser"]

_FIELDS: Final = tuple(FIELD_WEIGHTS)
_LISTS: Final = ("bullets",)
_EPILOG: Final = """\
examples:
  listingguard explain "精美的苹果味糖果 LV同款"
  listingguard explain "best seller" --field bullets --marketplace amazon
  echo "全网最低价" | listingguard explain - --json
"""


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `explain`."""
    parser = subparsers.add_parser(
        "explain",
        help="show the whole way of a text: views, hits, what was dropped and why, exemptions tried, the arithmetic of the score",
        description="Show how a text is read and judged: its views, every hit with its fate, and the arithmetic of the score.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("text", metavar="TEXT", help="the text, or - for standard input")
    add("--field", choices=_FIELDS, default="title", help="the part of the listing that it is (title)")
    add("--marketplace", metavar="NAME", help="the marketplace whose rules hold")
    add("--jurisdiction", metavar="CODE", type=str.upper, help="the law that holds: CN, TW, HK, US or EU (the marketplace's, else CN)")
    add("--as-of", metavar="YYYY-MM-DD", type=_date, help="the day whose rules hold (today)")
    add("--category", metavar="NAME", default="", help="the marketplace's name for the kind of goods")
    add("--strictness", choices=STRICTNESS, default="normal", help="lenient: sure findings only; strict: undecided words, too (normal)")
    add("--lang", choices=LANGS, help="the language of messages and reasons (that of the locale)")
    add("--json", action="store_true", help="give the answer as JSON")
    parser.set_defaults(run=_run)


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-01-31") from None


def _run(args: argparse.Namespace) -> int:
    text = sys.stdin.buffer.read().decode("utf8", "replace").rstrip("\r\n") if args.text == "-" else args.text
    if not text:
        raise ConfigError("there is no text to explain", "give one, or - to read it from standard input")
    scanner = Scanner(
        marketplace=args.marketplace,
        jurisdiction=args.jurisdiction,
        as_of=args.as_of or dt.date.today(),
        lang=args.lang or environment_language(),
        strictness=args.strictness,
    )
    parts = {args.field: [text] if args.field in _LISTS else text, "category": args.category}
    explanation = explain(scanner.scan(parts), scanner)
    if args.json:
        sys.stdout.write(safe_json(_plain(explanation), sys.stdout) + "\n")
    else:
        tell("\n".join(_lines(explanation)), sys.stdout)
    return 0


# --- for programs ---


def _plain(explanation: Explanation) -> dict[str, Any]:
    shares = [
        {**{k: v for k, v in s._asdict().items() if k != "finding"}, "fingerprint": s.finding.fingerprint} for s in explanation.shares
    ]
    stages = [{"up_to": severity, "sum": total, "counts": counts} for severity, total, counts in explanation.stages]
    return {
        "report": explanation.report.model_dump(),
        "fields": [_plain_field(field) for field in explanation.fields],
        "arithmetic": {"findings": shares, "stages": stages, "score": explanation.report.score},
    }


def _plain_field(field: FieldExplained) -> dict[str, Any]:
    plain: dict[str, Any] = {f.name: getattr(field, f.name) for f in fields(field)}
    plain["candidates"] = [{f.name: getattr(c, f.name) for f in fields(c)} for c in field.candidates]
    return {**plain, "findings": [finding.fingerprint for finding in field.findings]}


# --- for people ---


def _lines(explanation: Explanation) -> Iterator[str]:
    report = explanation.report
    where = " · ".join(filter(None, [report.marketplace, "/".join(report.jurisdictions), f"rules of {report.as_of}", report.strictness]))
    yield f"{report.verdict.upper()}  score {report.score} of 100  {where}"
    for field in explanation.fields:
        yield from _field(field)
    yield from _arithmetic(explanation)
    yield from _to_pass(explanation)


def _field(field: FieldExplained) -> Iterator[str]:
    yield from ("", f"{field.field}", f"  text      {_one_line(field.text)}", f"  folded    {_one_line(field.folded)}")
    yield f"  skeleton  {'not searched: nothing looks disguised' if field.skeleton is None else _one_line(field.skeleton)}"
    yield f"  sound     {_one_line(field.sound)}"
    for name, words in (("goods", field.goods), ("cues", field.cues), ("seller", field.seller)):
        if words:
            yield f"  {name:<9} {', '.join(f'{_one_line(word)} ({kind})' for kind, word in words)}"
    if not field.candidates:
        yield "  no hits"
    for title, kept in (("kept", True), ("dropped", False)):
        rows = [c for c in field.candidates if c.kept is kept]
        if rows:
            yield f"  {title}"
            yield from (f"    {line}" for c in rows for line in _candidate(c))
    for number, finding in enumerate(field.findings, 1):
        yield from _finding(number, finding)


def _candidate(c: Candidate) -> Iterator[str]:
    yield f"[{c.start}:{c.end}] “{_one_line(c.text)}”  {c.view} view, term “{_one_line(c.term)}” of {c.record}"
    if c.why:
        yield f"    {_one_line(c.why)}"
    for outcome in (True, False):
        if tried := [exemption for exemption, holds in c.tried if holds is outcome]:
            yield f"    exemptions that {'hold' if outcome else 'do not hold'}: {', '.join(tried)}"


def _finding(number: int, f: Finding) -> Iterator[str]:
    yield f"  finding {number}: {f.code} {f.name} “{_one_line(f.text)}”  {f.severity}, {f.disposition}, confidence {f.confidence}"
    yield from (f"    {_one_line(reason)}" for reason in dict.fromkeys(f.reasons))


def _arithmetic(explanation: Explanation) -> Iterator[str]:
    counted = [share for share in explanation.shares if share.disposition]
    if not counted:
        return
    yield from ("", "score")
    head = ("finding", "severity", "confidence", "field", "disposition", "layer", "weight", "part", "counts")
    yield from _table([head, *(_row(share) for share in counted)])
    yield ""
    for severity, total, counts in explanation.stages:
        if total > 0:
            limit = f", limited to {LIMITS[severity]:g}" if counts < total else ""
            yield f"  up to {severity}: 1 - product of (1 - counts) = {total:.3f}{limit}"
    yield f"  score = 100 × {explanation.stages[-1][2]:.3f} = {explanation.report.score}"


def _row(s: Share) -> tuple[str, ...]:
    numbers = (s.severity, s.finding.confidence, s.field, s.disposition, s.layer)
    name = f"{s.finding.code} {s.finding.field}[{s.finding.start}:{s.finding.end}]"
    return (name, *(f"{n:g}" for n in numbers), f"{s.weight:.3f}", f"{s.part:g}", f"{s.weight * s.part:.3f}")


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        yield "  " + "  ".join(cell.ljust(widths[0]) if i == 0 else cell.rjust(widths[i]) for i, cell in enumerate(row))


def _to_pass(explanation: Explanation) -> Iterator[str]:
    stands: Iterable[Finding] = explanation.report.to_pass
    if stands:
        yield from ("", "to reach pass, each of these has to go, or to be excused")
        yield from (f"  {f.code} {f.field}[{f.start}:{f.end}] “{_one_line(f.text)}”" for f in stands)
    yield from (f"note: {_one_line(note)}" for note in explanation.report.notes)


def _one_line(text: str) -> str:
    r"""Keep a line break of the text from breaking the page: it is shown as its picture.

    >>> _one_line("耐克\n包邮")
    '耐克␊包邮'
    """
    return text.replace("\n", "␊").replace("\r", "␍")
