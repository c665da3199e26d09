"""`listingguard scan`: files, folders or standard input, one answer in the exit code."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NoReturn

from listingguard.cli.configured import Configured, add_config, configured, placed
from listingguard.cli.console import Progress
from listingguard.cli.excuses import Excusing
from listingguard.cli.fix import FixRun, add_fixing, fix_files
from listingguard.cli.known import Narrowing, load_baseline, refuse_outputs, tell_counts
from listingguard.cli.outputs import outputs_of
from listingguard.cli.replaced import part_of
from listingguard.cli.run import Run
from listingguard.cli.select import add_selecting
from listingguard.cli.since import since_commit
from listingguard.cli.write import Output, Wanted, write
from listingguard.config.find import is_below
from listingguard.config.jobs import jobs_of
from listingguard.errors import ConfigError, InputError, Problem
from listingguard.model import SEVERITIES, STRICTNESS
from listingguard.report.baseline import Baseline, Matching
from listingguard.report.forms import FORMS, Entry
from listingguard.sources import INPUT_FORMATS

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_known", "add_parser", "add_reading", "add_rules"]

_CLEAN, _FOUND, _CANNOT = 0, 1, 2
_EPILOG: Final = """\
exit codes: 0 nothing at or above --fail-on; 1 something; 2 a file, a row or an option could not be used (the rest is still
scanned); 130 interrupted; 141 whoever read the report left

examples:
  listingguard scan catalog/ --marketplace taobao
  listingguard scan shop.xlsx --field "title=款名" --fail-on review
  listingguard scan shop.csv --format concise --output html=report.html --output sarif=listings.sarif
  listingguard scan catalog/ --baseline .listingguard-baseline.json --select LGT,LGC --ignore LGT102
  listingguard scan catalog/ -j auto --no-gitignore -v
  listingguard scan shop.csv --diff
  echo "全网最低价 LV同款窗帘" | listingguard scan -
"""


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `scan`."""
    parser = subparsers.add_parser(
        "scan",
        help="scan product files and report what could get a listing complained about, delisted or fined",
        description="Scan product files: CSV, TSV, JSON, JSON Lines, YAML, Excel, Parquet, XML feeds, HTML, Markdown, or one title a line.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder to search for product files, or - for standard input")
    add_config(parser.add_argument_group("the configuration"))
    add_rules(parser.add_argument_group("which rules hold, and who sells"))
    add_reading(parser.add_argument_group("how files are read"))
    add_known(parser.add_argument_group("which findings are looked for, and which are new"))
    _add_report(parser.add_argument_group("the report and the exit code"))
    add_fixing(parser.add_argument_group("fixing"))
    parser.set_defaults(run=_run)


def add_rules(group: argparse._ArgumentGroup) -> None:
    """Add what decides about findings."""
    add = group.add_argument
    add("--marketplace", metavar="NAME", help="the marketplace whose rules hold, such as taobao or amazon; a column of a file overrides it")
    add("--jurisdiction", metavar="CODE", type=str.upper, help="the law that holds: CN, TW, HK, US or EU (the marketplace's, else CN)")
    add("--as-of", metavar="YYYY-MM-DD", type=_date, help="the day whose rules hold (today)")
    add(
        "--lexicon",
        metavar="DIR",
        action="append",
        default=[],
        help="a lexicon of your own over the one that ships: a folder, or the name of an installed one; may be repeated",
    )
    add("--strictness", choices=STRICTNESS, help="lenient: sure findings only; strict: undecided words, too (normal)")
    add("--own-brand", metavar="NAME", action="append", default=[], help="a brand that is the seller's own; may be repeated")
    add("--authorized-brand", metavar="NAME", action="append", default=[], help="a brand the seller may sell; may be repeated")
    add("--watch", metavar="WORD", action="append", default=[], help="a further word to report wherever it stands; may be repeated")


def add_reading(group: argparse._ArgumentGroup) -> None:
    """Add what decides about the reading of files."""
    add = group.add_argument
    add(
        "--field",
        metavar="PART=COLUMN",
        type=_field,
        action="append",
        default=[],
        help="the column that holds a part of the listing, such as title=宝贝名称; an empty COLUMN reads none; may be repeated",
    )
    add("--encoding", metavar="NAME", help="the encoding of the files, such as big5 (else told by its mark, UTF-8, or how its bytes fall)")
    add(
        "--input-format",
        metavar="NAME",
        choices=INPUT_FORMATS,
        help="the kind of the files or the marketplace's shape, as listingguard formats lists them (else told by what is in them)",
    )
    add("--no-gitignore", action="store_true", help="read in folders what Git ignores, too")
    add("-j", "--jobs", metavar="N", type=_jobs, help="how many processes scan (1); auto is one for each processor")


def add_known(group: argparse._ArgumentGroup) -> None:
    """Add what decides about which findings count."""
    add_selecting(group)
    help_ = "a file of known findings, as listingguard baseline makes it: only what is not in it counts; it is read, never written"
    group.add_argument("--baseline", metavar="FILE", help=help_)
    since = "a branch, tag or commit of Git: only rows that were added or changed since are scanned; what is not committed counts as now"
    group.add_argument("--diff-base", metavar="REF", help=since)


def _add_report(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add(
        "--format", choices=tuple(FORMS), help="the form of the report on standard output, or of an --output whose ending names none (full)"
    )
    add(
        "-o",
        "--output",
        metavar="[FORMAT=]FILE",
        action="append",
        default=[],
        help="a file to write a report to, in the form that FORMAT= or its ending names; may be repeated",
    )
    add("--fail-on", choices=("review", "block"), help="the verdict from which the exit code is 1 (block)")
    add("--exit-zero", action="store_true", help="exit with 0 in spite of findings; 2 stays 2")
    add("--lang", choices=("en", "zh-Hans", "zh-Hant"), help="the language of the report (that of the locale)")
    least = "the severity from which findings are shown, except in JSON, which has all; verdicts and exit code stay (info)"
    add("--min-severity", choices=SEVERITIES, help=least)
    add("--statistics", action="store_true", help="end a text with the number of findings of each kind")
    add("--show-excused", action="store_true", help="show findings that do not count, too, with the reason that excuses them")
    add("--fail-on-unused-excuses", action="store_true", help="exit with 1 where an excuse excuses nothing, or has ended")
    add("--color", choices=("auto", "always", "never"), default="auto", help="whether text is coloured (auto: on a terminal)")
    add("--no-color", action="store_true", help="the same as --color never; NO_COLOR in the environment works, too")
    how_much = group.add_mutually_exclusive_group()
    how_much.add_argument("-q", "--quiet", action="store_true", help="tell findings and errors only: no notes, no progress, no summary")
    how_much.add_argument("-v", "--verbose", action="store_true", help="tell how each file is read, its columns, and what is left out")


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-01-31") from None


def _jobs(text: str) -> int:
    try:
        return jobs_of(int(text[:6]) if text.isascii() and text.isdigit() else text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _field(text: str) -> tuple[str, str]:
    part, equals, column = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} names no column; write title=COLUMN")
    return part.strip(), column.strip()


def _run(args: argparse.Namespace) -> int:
    asked = configured(args)
    since = since_commit(args.diff_base, args.paths) if args.diff_base is not None else None
    if args.fix or args.diff or args.unsafe:
        _check_fixing(args)
        fixing = FixRun(asked, asked.lang, args.unsafe, args.quiet, args.verbose)
        fixing.narrow = _narrow(Excusing(asked.names, asked.excuses, _refuse), asked, None)
        return fix_files(fixing, args.paths, write=args.fix, diff=args.diff, exit_zero=args.exit_zero)
    path = asked.run["baseline"]
    baseline = load_baseline(path) if path else None
    if baseline and baseline.counts and since:
        raise ConfigError("--diff-base does not go with a baseline of counts", "counts hold for a whole catalogue; scan all of it")
    matching = Matching(baseline) if baseline else None
    with placed(asked.run.origin("output")):
        outputs = outputs_of(asked.run["format"], asked.run["output"], args.paths)
    run = _run_of(args, asked, outputs)
    excusing = Excusing(asked.names, asked.excuses, run.complain, asked.lang)
    run.narrow, run.since = _narrow(excusing, asked, matching), since
    run.finish = lambda: excusing.finish(lambda excuse: not (run.tally.failed or since) and is_below(excuse.folder, args.paths))
    run.tell_touched(asked.run["lexicon"])
    write(run, outputs, _wanted(args, asked, baseline))
    if run.problems:
        return _CANNOT
    if matching and baseline and baseline.counts:
        run.tell(tell_counts(matching, lambda code: any(not chosen or code in chosen.codes for chosen in asked.selections()), path))
    failing = run.tally.failing or (asked.run["fail-on-unused-excuses"] and excusing.unused)
    return _FOUND if failing and not args.exit_zero else _CLEAN


def _refuse(problem: Problem) -> NoReturn:
    """Leave a row alone whose own excuses cannot be read: who knows which of its words may stand."""
    raise InputError(problem)


def _run_of(args: argparse.Namespace, asked: Configured, outputs: Sequence[Output]) -> Run:
    paths, baseline = [output.path for output in outputs], asked.run["baseline"]
    places = {os.path.realpath(file) for path in paths if path for file in (path, part_of(path))}
    if baseline:
        refuse_outputs(baseline, paths)
        places.add(os.path.realpath(baseline))
    run = Run(asked, args.paths, frozenset(places), Progress(sys.stderr, quiet=args.quiet), args.quiet, args.verbose)
    run.tally.statistics = asked.run["statistics"]
    asked.note = run.note
    return run


def _narrow(excusing: Excusing, asked: Configured, matching: Matching | None) -> Callable[[Entry], Entry]:
    """First what may stand, then what is looked for, then what of it is new."""
    new = Narrowing(matching) if matching else lambda entry: entry
    return lambda entry: new(asked.for_file(entry.path).selection.narrow(excusing(entry)))


def _wanted(args: argparse.Namespace, asked: Configured, baseline: Baseline | None) -> Wanted:
    holds, color = asked.for_run(), "never" if args.no_color else args.color
    return Wanted(
        asked.lang,
        color,
        asked.run["show-excused"],
        holds.how,
        {"select": holds.selection.select, "ignore": holds.selection.ignore} if holds.selection else None,
        {"path": asked.run["baseline"], "lexicon": baseline.lexicon, "findings": baseline.total, "counts": baseline.counts}
        if baseline
        else None,
    )


def _check_fixing(args: argparse.Namespace) -> None:
    if not (args.fix or args.diff):
        raise ConfigError("--unsafe without --fix or --diff", "it says which edits are made; a report makes none")
    if args.output or args.format or args.baseline or args.select or args.ignore or args.diff_base is not None:
        raise ConfigError(
            "--fix and --diff write no report",
            "leave out what shapes a report, and scan again for one",
        )
