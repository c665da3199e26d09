"""`listingguard scan`: files, folders or standard input, one answer in the exit code."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from listingguard.cli.console import Progress, environment_language
from listingguard.cli.fix import FixRun, add_fixing, fix_files
from listingguard.cli.outputs import outputs_of
from listingguard.cli.replaced import part_of
from listingguard.cli.run import Reader, Run
from listingguard.cli.write import Wanted, write
from listingguard.errors import ConfigError
from listingguard.model import STRICTNESS, Seller
from listingguard.report.forms import FORMS
from listingguard.scan import Scanner
from listingguard.sources import INPUT_FORMATS, check_options

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser"]

_CLEAN, _FOUND, _CANNOT = 0, 1, 2
_MOST_JOBS: Final = 60
_EPILOG: Final = """\
exit codes: 0 nothing at or above --fail-on; 1 something; 2 a file, a row or an option could not be used (the rest is still
scanned); 130 interrupted; 141 whoever read the report left

examples:
  listingguard scan catalog/ --marketplace taobao
  listingguard scan shop.xlsx --field "title=款名" --fail-on review
  listingguard scan shop.csv --format concise --output html=report.html --output sarif=listings.sarif
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
    _add_rules(parser.add_argument_group("which rules hold, and who sells"))
    _add_reading(parser.add_argument_group("how files are read"))
    _add_report(parser.add_argument_group("the report and the exit code"))
    add_fixing(parser.add_argument_group("fixing"))
    parser.set_defaults(run=_run)


def _add_rules(group: argparse._ArgumentGroup) -> None:
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
    add("--strictness", choices=STRICTNESS, default="normal", help="lenient: sure findings only; strict: undecided words, too (normal)")
    add("--own-brand", metavar="NAME", action="append", default=[], help="a brand that is the seller's own; may be repeated")
    add("--authorized-brand", metavar="NAME", action="append", default=[], help="a brand the seller may sell; may be repeated")
    add("--watch", metavar="WORD", action="append", default=[], help="a further word to report wherever it stands; may be repeated")


def _add_reading(group: argparse._ArgumentGroup) -> None:
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
    add("-j", "--jobs", metavar="N", type=_jobs, default=1, help="how many processes scan (1); auto is one for each processor")


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
    add("--fail-on", choices=("review", "block"), default="block", help="the verdict from which the exit code is 1 (block)")
    add("--exit-zero", action="store_true", help="exit with 0 in spite of findings; 2 stays 2")
    add("--lang", choices=("en", "zh-Hans", "zh-Hant"), help="the language of the report (that of the locale)")
    add("--show-excused", action="store_true", help="show findings that do not count, too, with the reason that excuses them")
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
    if text == "auto":
        return os.cpu_count() or 1
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 to {_MOST_JOBS}, or auto")
    return int(text)


def _field(text: str) -> tuple[str, str]:
    part, equals, column = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} names no column; write title=COLUMN")
    return part.strip(), column.strip()


def _run(args: argparse.Namespace) -> int:
    fields: dict[str, list[str]] = {}
    for part, column in args.field:
        fields.setdefault(part, []).extend([column] if column else [])
    check_options(args.encoding, fields)
    lang = args.lang or environment_language()
    seller = Seller(args.own_brand, args.authorized_brand, args.watch)
    scanner = Scanner(
        marketplace=args.marketplace,
        jurisdiction=args.jurisdiction,
        seller=seller if any(_words(seller)) else None,
        as_of=args.as_of or dt.date.today(),  # one day for the whole run
        lang=lang,
        lexicon=args.lexicon,
        strictness=args.strictness,
    )
    reader = Reader(args.input_format, args.encoding, fields, gitignore=not args.no_gitignore)
    progress = Progress(sys.stderr, quiet=args.quiet)
    if args.fix or args.diff or args.unsafe:
        _check_fixing(args)
        fixing = FixRun(scanner, reader, lang, args.unsafe, args.quiet, args.verbose)
        return fix_files(fixing, args.paths, write=args.fix, diff=args.diff, fail_on=args.fail_on, exit_zero=args.exit_zero)
    outputs = outputs_of(args.format, args.output, args.paths)
    places = frozenset(os.path.realpath(file) for output in outputs if output.path for file in (output.path, part_of(output.path)))
    run = Run(scanner, reader, args.paths, places, progress, args.quiet, args.verbose, args.jobs)
    write(run, outputs, Wanted(lang, "never" if args.no_color else args.color, args.show_excused, args.fail_on))
    if run.problems:
        return _CANNOT
    return _FOUND if run.tally.reached(args.fail_on) and not args.exit_zero else _CLEAN


def _check_fixing(args: argparse.Namespace) -> None:
    if not (args.fix or args.diff):
        raise ConfigError("--unsafe without --fix or --diff", "it says which edits are made; a report makes none")
    if args.output or args.format:
        raise ConfigError("--fix and --diff write no report", "leave out --output and --format, and scan again for a report")


def _words(seller: Seller) -> Iterator[str]:
    yield from (*seller.own_brands, *(paper.name for paper in seller.authorizations()), *seller.watch_words)
