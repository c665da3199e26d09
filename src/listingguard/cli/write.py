"""The forms in which a run is written: text for people, JSON and JSON Lines for programs, a page of HTML."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TextIO

from listingguard import __version__
from listingguard.cli.console import encoding_of, tell, wants_color, width_of
from listingguard.cli.run import Run
from listingguard.cli.tally import summary_lines
from listingguard.cli.unread import totals_section
from listingguard.model import Lang
from listingguard.report import SCHEMA_VERSION, Report
from listingguard.report.html import page_of
from listingguard.report.text import render_text
from listingguard.sources import Row

__all__ = ["FORMATS", "Look", "safe_json", "write"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NOT_ASCII: Final = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Look:
    """How text is to look."""

    lang: Lang
    color: str
    show_excused: bool


def write(run: Run, form: str, look: Look, out: TextIO) -> None:
    """Write a run. Where the report itself has no last line for people, they get it on stderr."""
    FORMATS[form](run, look, out)
    if not run.quiet and (form != "text" or out is not sys.stdout):
        tell("\n".join(summary_lines(run.tally, look.lang, terms=False)), sys.stderr)


def _text(run: Run, look: Look, out: TextIO) -> None:
    """Write every row in which something was found, then what it adds up to."""
    color, width, encoding = wants_color(look.color, out, os.environ), width_of(out), encoding_of(out)
    for row, report in run.scanned():
        if report.counted or (look.show_excused and report.findings):
            run.progress.clear()
            text = render_text(report, heading=_heading(row), width=width, color=color, encoding=encoding, show_excused=look.show_excused)
            out.write(f"{text}\n\n")
    if not run.quiet:
        tell("\n".join(summary_lines(run.tally, look.lang)), out)


def _json(run: Run, look: Look, out: TextIO) -> None:
    """Write one document; rows are written as they come, so that a catalogue need not fit into memory."""
    del look
    carry = _carrier(out)
    out.write(carry(_line(_head(run))[:-1] + ',"rows":[\n'))
    out.writelines((",\n" if count else "") + carry(_row(row, report)) for count, (row, report) in enumerate(run.scanned()))
    out.write(carry("\n]," + _line(_tail(run))[1:] + "\n"))


def _jsonl(run: Run, look: Look, out: TextIO) -> None:
    """Write one line a row, and a last one with the summary."""
    del look
    carry = _carrier(out)
    out.writelines(carry(_row(row, report)) + "\n" for row, report in run.scanned())
    out.write(carry(_line(_head(run) | _tail(run))) + "\n")


def _html(run: Run, look: Look, out: TextIO) -> None:
    page = page_of(((_heading(row), report) for row, report in run.scanned()), lang=look.lang)
    page = page.replace("</body>", f"{totals_section(run.tally, run.problems, look.lang)}</body>")  # known only when all is read
    out.write(page if _is_unicode(out) else page.encode("ascii", "xmlcharrefreplace").decode("ascii"))


FORMATS: Final[Mapping[str, Callable[[Run, Look, TextIO], None]]] = {"text": _text, "json": _json, "jsonl": _jsonl, "html": _html}


def _heading(row: Row) -> str:
    return f"{row.place}  {row.id}" if row.id else row.place


def _head(run: Run) -> dict[str, Any]:
    lexicon = run.scanner.lexicon
    return {
        "schema_version": SCHEMA_VERSION,
        "listingguard": __version__,
        "lexicon": {"version": lexicon.version, "digest": lexicon.digest, "date": lexicon.date, "own": lexicon.own},
        "marketplace": run.scanner.marketplace,
        "jurisdiction": run.scanner.jurisdiction,
        "strictness": run.scanner.strictness,
    }


def _tail(run: Run) -> dict[str, Any]:
    problems = [{"path": p.path, "line": p.line, "problem": p.problem, "hint": p.hint} for p in run.problems]
    return {"summary": run.tally.plain(), "errors": problems}


def _row(row: Row, report: Report) -> str:
    place: dict[str, Any] = {"path": row.path, "row": row.row, "line": row.line, "sheet": row.sheet or None, "sku": row.id}
    if row.sheet and row.fields:
        place["cells"] = {name: row.cell(name) for name, _ in row.fields}
    return f'{_line(place)[:-1]},"report":{report.model_dump_json()}}}'


def _line(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _is_unicode(out: TextIO) -> bool:
    return encoding_of(out).lower().replace("_", "-").startswith("utf")


def _carrier(out: TextIO) -> Callable[[str], str]:
    return str if _is_unicode(out) else _escaped


def _escaped(text: str) -> str:
    return _NOT_ASCII.sub(lambda char: json.dumps(char[0])[1:-1], text)


def safe_json(value: Any, out: TextIO) -> str:
    r"""Give JSON for people that this stream can carry: on a console of cp936 it is plain ASCII, and the same document.

    >>> import io
    >>> print(safe_json({"词": "最好"}, io.TextIOWrapper(io.BytesIO(), encoding="cp936")))
    {
      "\u8bcd": "\u6700\u597d"
    }
    """
    return _carrier(out)(json.dumps(value, ensure_ascii=False, indent=2, default=str))
