"""`listingguard baseline`: make the list of what is known already, and keep it in step with the catalogue."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from listingguard.cli.configured import add_config, configured
from listingguard.cli.console import Progress, safe_json, tell
from listingguard.cli.excuses import Excusing
from listingguard.cli.known import load_baseline, save_baseline
from listingguard.cli.run import Run
from listingguard.cli.scan import add_reading, add_rules
from listingguard.cli.select import Selection, add_selecting
from listingguard.errors import ConfigError
from listingguard.model import Finding
from listingguard.report.baseline import Baseline, Known, gathered, names_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser"]

_SAME, _DIFFERS, _CANNOT = 0, 1, 2
_EPILOG: Final = """\
Give the same PATHs and options as to listingguard scan: what is not scanned here counts as gone. Kinds that --select or --ignore
leave out stay in the file as they are. Nothing is written unless every file and row could be read.
"""
_ABOUT: Final = {
    "create": "scan, and write a new baseline of everything found; refuses to overwrite a file",
    "update": "scan, and bring a baseline in step: what is new is added, what is gone is dropped",
    "prune": "scan, and drop from a baseline what is gone; nothing is added",
    "diff": "scan, and say what is new (+) and what is gone (-); nothing is written; the exit code is 1 where there is anything",
}


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `baseline` and what it can do."""
    text = "keep the list of known findings, so that a scan with --baseline stops only at new ones"
    parser = subparsers.add_parser("baseline", help=text, description=f"{text[0].upper()}{text[1:]}.")
    actions = parser.add_subparsers(required=True, metavar="ACTION", title="actions")
    for name, run in _RUNS.items():
        about = _ABOUT[name]
        action = actions.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.", epilog=_EPILOG)
        action.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, a folder to search for product files, or - for standard input"
        )
        if name == "create":
            action.add_argument("-o", "--output", dest="baseline", metavar="FILE", required=True, help="the file to make")
            counts = "keep only how many findings there are of each code and term, for a catalogue with very many: none may become more"
            action.add_argument("--counts", action="store_true", help=counts)
        else:
            action.add_argument("--baseline", metavar="FILE", required=True, help="the baseline")
        if name == "diff":
            action.add_argument("--json", action="store_true", help="give the answer as JSON")
        how_much = action.add_mutually_exclusive_group()
        how_much.add_argument("-q", "--quiet", action="store_true", help="tell errors only")
        how_much.add_argument("-v", "--verbose", action="store_true", help="tell how each file is read, its columns, and what is left out")
        add_config(action.add_argument_group("the configuration"))
        rules = action.add_argument_group("which rules hold, and who sells")
        add_rules(rules)
        add_selecting(rules)
        add_reading(action.add_argument_group("how files are read"))
        action.set_defaults(run=run)


def _create(args: argparse.Namespace) -> int:
    if os.path.lexists(args.baseline):
        remedy = "listingguard baseline update brings it in step; to begin anew, delete it first"
        raise ConfigError(f"{args.baseline} is there already", remedy)
    found = _found(args, counts=args.counts)
    if found is None:
        return _CANNOT
    return _write(args, found[0], f"{found[0].total:,} known")


def _update(args: argparse.Namespace) -> int:
    """Write what was found now, and beside it what was not looked for."""
    old = load_baseline(args.baseline)
    found = _found(args, counts=old.counts)
    if found is None:
        return _CANNOT
    now, selections = found
    new, gone = now.minus(old), _gone(old, now, selections)
    apart = {key: known for key, known in old.entries.items() if not _looked_for(known, selections)}
    merged = replace(now, entries={**apart, **now.entries})
    return _write(args, merged, f"{merged.total:,} known: {_sum(new):,} added, {_sum(gone):,} dropped")


def _prune(args: argparse.Namespace) -> int:
    """Write what is left. The version of the lexicon stays: nothing new was taken in."""
    old = load_baseline(args.baseline)
    found = _found(args, counts=old.counts)
    if found is None:
        return _CANNOT
    gone = _gone(old, *found)
    left = old.without(gone)
    return _write(args, left, f"{left.total:,} known: {_sum(gone):,} dropped")


def _diff(args: argparse.Namespace) -> int:
    old = load_baseline(args.baseline)
    found = _found(args, counts=old.counts)
    if found is None:
        return _CANNOT
    new, gone = found[0].minus(old), _gone(old, *found)
    if args.json:
        names = names_of(old)
        plain = {key: [{n: getattr(known, n) for n in names} for known in group] for key, group in (("new", new), ("gone", gone))}
        sys.stdout.write(safe_json(plain, sys.stdout) + "\n")
    else:
        lines = [*_lines("+", new), *_lines("-", gone), *([] if args.quiet else [f"{_sum(new):,} new, {_sum(gone):,} gone"])]
        tell("\n".join(lines), sys.stdout)
    return _DIFFERS if new or gone else _SAME


_RUNS: Final[dict[str, Callable[[argparse.Namespace], int]]] = {"create": _create, "update": _update, "prune": _prune, "diff": _diff}


def _found(args: argparse.Namespace, *, counts: bool = False) -> tuple[Baseline, list[Selection]] | None:
    """Scan. What could not be read has been told; then there is nothing to go by."""
    asked = configured(args, "en")
    places = frozenset({os.path.realpath(args.baseline)})
    run = Run(asked, args.paths, places, Progress(sys.stderr, quiet=args.quiet), args.quiet, args.verbose)
    asked.note = run.note
    excusing = Excusing(asked.names, asked.excuses, run.complain)
    run.narrow = lambda entry: asked.for_file(entry.path).selection.narrow(excusing(entry))
    now = gathered(asked.scanner.lexicon.version, _findings(run), counts=counts)
    if run.problems:
        tell(f"error: {args.baseline} is not written: not everything could be read", sys.stderr)
        return None
    return now, asked.selections()


def _findings(run: Run) -> Iterator[tuple[str, Finding]]:
    """Give what counts, with the key of its row."""
    return ((entry.sku, finding) for entry in run.scanned() for finding in entry.report.counted)


def _gone(old: Baseline, now: Baseline, selections: Sequence[Selection]) -> list[Known]:
    return [known for known in old.minus(now) if _looked_for(known, selections)]


def _looked_for(known: Known, selections: Sequence[Selection]) -> bool:
    """Tell whether this scan would have found it in every file. A kind that is not known any more cannot be found."""
    return all(not selection or known.code in selection.codes for selection in selections)


def _write(args: argparse.Namespace, baseline: Baseline, told: str) -> int:
    save_baseline(baseline, args.baseline)
    if not args.quiet:
        tell(f"{args.baseline}: {told}", sys.stdout)
    return _SAME


def _sum(entries: Iterable[Known]) -> int:
    return sum(known.count for known in entries)


def _lines(sign: str, entries: Iterable[Known]) -> Iterator[str]:
    for known in entries:
        times = f" ×{known.count}" if known.count > 1 else ""
        yield " ".join(filter(None, (sign, known.sku, known.field, known.code, known.term))) + times
