"""One scan, written in as many forms as were asked for: each row goes to every report as it comes."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final, TextIO

from listingguard import __version__
from listingguard.cli.console import encoding_of, tell, wants_color, width_of
from listingguard.cli.replaced import replaced
from listingguard.cli.run import Run
from listingguard.judge.policy import word
from listingguard.model import SEVERITIES, Lang
from listingguard.report.forms import Entry, Form, Head, Kind, Look, Writer, summary_lines

__all__ = ["Output", "Wanted", "write"]

_NOT_ASCII: Final = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Output:
    """A report that was asked for, and the file that it goes to; None is standard output."""

    form: Form
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How reports are to look, under which settings the run stands, and what they tell of the kinds looked for and the baseline."""

    lang: Lang
    color: str
    show_excused: bool
    how: Mapping[str, Any]
    selected: Mapping[str, Any] | None = None
    baseline: Mapping[str, Any] | None = None


@dataclass(slots=True)
class _Sink:
    """A report while it is written. `left` says that whoever read it on standard output had enough, while files are still being written."""

    writer: Writer
    put: Callable[[str], object]
    is_console: bool
    left: bool = False
    whole: bool = False


def write(run: Run, outputs: Sequence[Output], wanted: Wanted) -> None:
    """Scan once and write every report. A file appears under its name only when it is complete."""
    with ExitStack() as stack:
        sinks = [_sink(output, stack.enter_context(_opened(output)), run, wanted) for output in outputs]
        head, alone = _head(run, wanted), len(outputs) == 1
        for sink in sinks:
            _put(sink, sink.writer.start(head), run, alone=alone)
        for entry in run.scanned():
            shown = _shown(entry)
            for sink in sinks:
                _put(sink, sink.writer.row(entry if sink.whole else shown), run, alone=alone)
        for sink in sinks:
            _put(sink, sink.writer.end(run.tally, run.problems), run, alone=alone)
    for note in dict.fromkeys([*(() if run.quiet else run.tally.notes), *(note for sink in sinks for note in sink.writer.notes)]):
        tell(f"note: {note}", sys.stderr)
    if not run.quiet and not any(output.form.sums and output.path is None for output in outputs):
        tell("\n".join(summary_lines(run.tally, wanted.lang, terms=False)), sys.stderr)


def _shown(entry: Entry) -> Entry:
    """Give a row with the findings that are to be shown. Its verdict stays: hiding a finding settles nothing."""
    if entry.least == "info":
        return entry
    high = SEVERITIES[SEVERITIES.index(entry.least) :]
    kept, known = (tuple(f for f in findings if f.severity in high) for findings in (entry.report.findings, entry.known))
    return replace(entry, report=replace(entry.report, findings=kept), known=known)


def _put(sink: _Sink, pieces: Iterable[str], run: Run, *, alone: bool) -> None:
    try:
        for piece in pieces:
            if sink.is_console:
                run.progress.clear()
            if not sink.left:
                sink.put(piece)
    except BrokenPipeError:
        if alone or not sink.is_console:
            raise
        sink.left = True


def _sink(output: Output, out: TextIO, run: Run, wanted: Wanted) -> _Sink:
    look = Look(
        lang=wanted.lang,
        color=wants_color(wanted.color, out, os.environ),
        width=width_of(out),
        encoding=encoding_of(out),
        show_excused=wanted.show_excused,
        quiet=run.quiet,
    )
    carry = str if look.is_unicode else _CARRY[output.form.escape]
    return _Sink(output.form.make(look), lambda piece: out.write(carry(piece)), output.path is None, whole=output.form.whole)


@contextmanager
def _opened(output: Output) -> Iterator[TextIO]:
    """Open what a report is written to."""
    if output.path is None:
        yield sys.stdout
        return
    with replaced(output.path, output.form.newline) as out:
        yield out


def _head(run: Run, wanted: Wanted) -> Head:
    scanner, lang = run.configured.scanner, wanted.lang
    lexicon = scanner.lexicon
    return Head(
        version=__version__,
        lexicon={"version": lexicon.version, "digest": lexicon.digest, "date": lexicon.date, "own": lexicon.own},
        marketplace=wanted.how["marketplace"],
        jurisdiction=wanted.how["jurisdiction"],
        as_of=scanner.as_of,
        strictness=wanted.how["strictness"],
        lang=lang,
        selected=wanted.selected,
        baseline=wanted.baseline,
        diff_base={"ref": run.since.ref, "commit": run.since.commit} if run.since else None,
        paths=tuple("<stdin>" if path == "-" else path for path in run.paths),
        kinds={c.id: Kind(c.id, c.name, c.category, word(c.title, lang), word(c.about, lang)) for c in lexicon.codes.values()},
    )


def _escaped(text: str) -> str:
    return _NOT_ASCII.sub(lambda char: json.dumps(char[0])[1:-1], text)


def _by_number(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


_CARRY: Final[Mapping[str, Callable[[str], str]]] = {"plain": str, "json": _escaped, "xml": _by_number}
