"""`listingguard lexicon export` and `listingguard lexicon schema`: the data and its form, for other programs."""

from __future__ import annotations

import argparse
import json
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from listingguard.cli.console import safe_json, tell
from listingguard.cli.lexicon_data import catalogue_from, readable_folder
from listingguard.errors import ConfigError
from listingguard.lexicon.changes import TABLES
from listingguard.lexicon.export import csv_text, plain_records, rows
from listingguard.lexicon.json_schema import SCHEMAS, schema_of
from listingguard.lexicon.placed import Catalogue
from listingguard.lexicon.read import digest_of, read_files

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parsers"]

_EXPORT: Final = "write the data as one table for a spreadsheet, or as one JSON document"
_SCHEMA: Final = "print the JSON Schema of a kind of data file, for editors"


def add_parsers(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `export` and `schema`."""
    export = commands.add_parser("export", help=_EXPORT, description=_EXPORT)
    export.add_argument("--format", choices=("csv", "json"), help="the form (csv, or what the name of --output ends in)")
    export.add_argument("--kind", action="append", choices=TABLES, metavar="KIND", help=f"only these: {', '.join(TABLES)}; may be repeated")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to write to (standard output)")
    export.add_argument("--data", type=Path, metavar="DIR", help="a data folder; the one that ships with listingguard unless given")
    export.set_defaults(run=_export)

    schema = commands.add_parser("schema", help=_SCHEMA, description=_SCHEMA)
    schema.add_argument("kind", nargs="?", metavar="KIND", help=f"one of {', '.join(SCHEMAS)}; they are listed without one")
    schema.set_defaults(run=_schema)


def _export(args: argparse.Namespace) -> int:
    folder = readable_folder(args.data)
    catalogue, kinds = catalogue_from(folder), args.kind or TABLES
    ending = args.output.suffix.lower() if args.output else ""
    form = args.format or ("json" if ending == ".json" else "csv")
    text = _document(catalogue, kinds, digest_of(read_files(folder))) if form == "json" else csv_text(rows(catalogue, kinds))
    if args.output:
        args.output.write_text(text, encoding="utf-8", newline="")
        tell(f"{args.output} written", sys.stderr)
    else:
        _to_stdout(text)
    return 0


def _document(catalogue: Catalogue, kinds: Any, digest: str) -> str:
    """Give all records as JSON; what a terminal would obey is escaped, and it stays the same document."""
    text = json.dumps({"format": 1, "digest": digest, **plain_records(catalogue, kinds)}, ensure_ascii=False, indent=1)
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text) + "\n"


def _to_stdout(text: str) -> None:
    """Write UTF-8 whatever the console speaks: this goes to a file or a program. A terminal gets no mark in front."""
    if sys.stdout.isatty():
        sys.stdout.write(text.removeprefix("\ufeff"))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())


def _schema(args: argparse.Namespace) -> int:
    if args.kind is None:
        tell("\n".join(f"{name:<14}data/{files}" for name, (files, _) in SCHEMAS.items()), sys.stdout)
    elif args.kind not in SCHEMAS:
        close = get_close_matches(args.kind, SCHEMAS, 1)
        meant = f"did you mean {close[0]}?\n    " if close else ""
        raise ConfigError(f"there is no kind of file “{args.kind}”", f"{meant}known are: {', '.join(SCHEMAS)}")
    else:
        sys.stdout.write(safe_json(schema_of(args.kind), sys.stdout) + "\n")
    return 0
