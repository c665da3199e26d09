"""`listingguard lexicon`: take the data up the ladder, write it in its canonical form, look a word up.

The other commands have files of their own beside this one.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listingguard.cli import lexicon_add, lexicon_export, lexicon_tell
from listingguard.cli.console import environment_language, tell
from listingguard.cli.lexicon_data import readable_folder, writable_folder
from listingguard.cli.lookup import entry_of, lines_of
from listingguard.lexicon.canonical import comment_line, format_text
from listingguard.lexicon.checks import is_generated
from listingguard.lexicon.listings import clean_texts_beside, read_clean_texts
from listingguard.lexicon.own import own_files, owns
from listingguard.lexicon.read import SourceFile, read_files
from listingguard.proof import climb

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser"]

_GOOD, _WRONG = 0, 1
_EXIT: Final = "exit codes: 0 all good; 1 problems, each told with file, line and remedy; 2 the data could not be read"
_HEAD: Final = "the lexicon's data: look a word up, add a brand, check, format, count, compare and export it"
_OWN: Final = "a lexicon of your own, {}; may be repeated"


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lexicon` with its commands; each sets `run`, a function from the arguments to the exit code."""
    commands = subparsers.add_parser("lexicon", help=_HEAD, description=_HEAD).add_subparsers(required=True, metavar="COMMAND")

    text = "take the data up the ladder: parse, schema, canonical form, meaning, and every record's own examples"
    check = commands.add_parser("check", help=text, description=text, epilog=_EXIT)
    check.add_argument("--data", type=Path, metavar="DIR", help="a data folder; the one that ships with listingguard unless given")
    clean = "texts in which nothing may count, one a line, or TOML with [[listing]] (the checkout's own)"
    check.add_argument("--clean", type=Path, metavar="FILE", help=clean)
    check.add_argument("--lexicon", metavar="DIR", action="append", default=[], help=_OWN.format("checked as it lies over the other data"))
    check.set_defaults(run=_check)

    fmt = commands.add_parser("fmt", help="write the data files in their canonical form")
    fmt.add_argument("--check", action="store_true", help="change nothing, exit with 1 if a file would change")
    fmt.add_argument("--data", type=Path, metavar="DIR", help="a data folder; that of the checkout unless given")
    fmt.set_defaults(run=_fmt)

    lexicon_add.add_parser(commands)
    lexicon_tell.add_parsers(commands)
    lexicon_export.add_parsers(commands)

    lookup = commands.add_parser("lookup", help="what the lexicon knows of a word")
    lookup.add_argument("word", metavar="WORD", help="a name, a nickname or another word, in any spelling")
    lookup.add_argument("--json", action="store_true", help="as JSON")
    lookup.add_argument("--lang", choices=("en", "zh-Hans", "zh-Hant"), help="the language of messages; that of the terminal unless given")
    lookup.add_argument("--lexicon", metavar="DIR", action="append", default=[], help=_OWN.format("looked into, too"))
    lookup.set_defaults(run=_lookup)


def _check(args: argparse.Namespace) -> int:
    folder = readable_folder(args.data)
    beside = clean_texts_beside(folder) if isinstance(folder, Path) else ()
    result = climb(folder, own_files(owns(args.lexicon)), read_clean_texts(args.clean) if args.clean else beside)
    if result.problems:
        count = len(result.problems)
        tell("\n".join(map(str, result.problems)), sys.stdout)
        tell(f"{count} {'problem' if count == 1 else 'problems'}", sys.stdout)
        return _WRONG
    tell(f"{result.brands} brands, {result.rules} rules, {result.terms} terms: all good", sys.stdout)
    return _GOOD


def _fmt(args: argparse.Namespace) -> int:
    folder = writable_folder(args.data)
    outcomes = [_rewrite(folder, file, write=not args.check) for file in read_files(folder) if not is_generated(file)]
    for line, _ in outcomes:
        if line:
            tell(line, sys.stdout)
    return max((code for _, code in outcomes), default=_GOOD)


def _rewrite(folder: Path, file: SourceFile, *, write: bool) -> tuple[str, int]:
    """Format one file; give what to say of it and the exit code. A file with comments is left alone: they would be lost."""
    path = folder / file.path
    if (line := comment_line(file.text)) is not None:
        return f"{path}:{line}: left alone, since its comments would be lost; write them as `note`", _WRONG
    try:
        canonical = format_text(file.text)
    except tomllib.TOMLDecodeError as error:
        return f"{path}: not valid TOML: {error}", _WRONG
    if canonical == file.text:
        return "", _GOOD
    if not write:
        return f"{path}: would be rewritten", _WRONG
    path.write_text(canonical, encoding="utf8", newline="\n")
    return f"{path}: rewritten", _GOOD


def _lookup(args: argparse.Namespace) -> int:
    entry = entry_of(args.word, args.lang or environment_language(), owns(args.lexicon))
    if args.json:
        text = json.dumps(entry, ensure_ascii=False, indent=2, default=str)
        sys.stdout.write("".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text) + "\n")
    else:
        for line in lines_of(entry):
            tell(line.replace("\n", "\\n"), sys.stdout)
    return _GOOD
