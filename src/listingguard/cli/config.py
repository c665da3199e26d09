"""`listingguard config`: what holds for a file and where it is said, and the schema of the configuration."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from listingguard.cli.configured import Configured, add_config, configured
from listingguard.cli.console import safe_json, tell
from listingguard.cli.excuses import ended
from listingguard.cli.scan import add_known, add_reading, add_rules
from listingguard.config.effective import Effective, Excuse, Value, effective
from listingguard.model import Authorization

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser"]

_WIDEST: Final = 40


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `config` and what it can do."""
    text = "show which settings hold for a file, each with its origin"
    parser = subparsers.add_parser("config", help=text, description=f"{text[0].upper()}{text[1:]}.")
    actions = parser.add_subparsers(required=True, metavar="ACTION", title="actions")
    about = "print every value with its origin: file and line, the command line, or default"
    show = actions.add_parser("show", help=about, description=f"{about[0].upper()}{about[1:]}. Options are those of a scan.")
    show.add_argument("--for", dest="path", metavar="FILE", default="-", help="the file that is asked about (the current folder)")
    show.add_argument("--format", dest="form", choices=("text", "json"), default="text", help="the form of the answer (text)")
    add_config(show.add_argument_group("the configuration"))
    add_rules(show.add_argument_group("which rules hold, and who sells"))
    add_reading(show.add_argument_group("how files are read"))
    add_known(show.add_argument_group("which findings are looked for, and which are new"))
    show.set_defaults(run=_show)
    about = "print the JSON Schema of a configuration, for editors"
    schema = actions.add_parser("schema", help=about, description=f"{about[0].upper()}{about[1:]}.")
    schema.set_defaults(run=_schema)


def _schema(_: argparse.Namespace) -> int:
    from listingguard.config.json_schema import schema_text  # noqa: PLC0415  loaded only where it is asked for

    sys.stdout.write(schema_text())
    return 0


def _show(args: argparse.Namespace) -> int:
    args.paths = [args.path]
    asked = configured(args)
    asked.for_file(args.path)  # what cannot be used is an error, as in a scan
    found = effective(asked.finder.for_file(args.path), args.path, asked.given)
    day = asked.scanner.as_of or dt.date.today()
    if args.form == "json":
        tell(safe_json(_plain(args.path, asked, found, day), sys.stdout), sys.stdout)
    else:
        tell("\n".join(_lines(found, day)), sys.stdout)
    return 0


# --- for programs ---


def _plain(path: str, asked: Configured, found: Effective, day: dt.date) -> dict[str, Any]:
    lexicon = asked.scanner.lexicon
    return {
        "file": None if path == "-" else path,
        "configuration": found.file.path if found.file else None,
        "extends": [file.path for file in reversed(found.file.chain()[:-1])] if found.file else [],
        "lexicon": {"version": lexicon.version, "digest": lexicon.digest},
        "values": {key: {"value": _json(value.value), **_origin(value)} for key, value in _sorted(found)},
        "allow": [
            _plain_excuse(excuse, day, here=here) for here, some in ((True, found.excuses), (False, found.others)) for excuse in some
        ],
    }


def _origin(value: Value | Excuse) -> dict[str, Any]:
    origin = value.origin
    return {"origin": "file", "path": origin.told, "line": origin.line} if origin.is_file else {"origin": origin.told}


def _plain_excuse(excuse: Excuse, day: dt.date, *, here: bool) -> dict[str, Any]:
    words = {name: list(getattr(excuse, name)) for name in ("terms", "rules", "fields", "fingerprints")}
    told = {"reason": excuse.reason, "owner": excuse.owner or None, "until": excuse.until and excuse.until.isoformat()}
    return {**words, **told, "for_this_file": here, "ended": ended(excuse, day), **_origin(excuse)}


def _json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json(item) for item in value]
    if isinstance(value, Authorization):
        return {"name": value.name, "territories": list(value.territories), "until": value.until and str(value.until)}
    return value.isoformat() if isinstance(value, dt.date) else value


# --- for people ---


def _lines(found: Effective, day: dt.date) -> Iterator[str]:
    if found.file is None:
        yield "no configuration; listingguard init writes one"
    else:
        yield " extends ".join(file.path for file in reversed(found.file.chain()))
    rows = [(key, _word(value.value), str(value.origin)) for key, value in _sorted(found)]
    widths = [min(_WIDEST, max(len(row[i]) for row in rows)) for i in (0, 1)]
    yield from (f"  {key.ljust(widths[0])}  {word.ljust(widths[1])}  {origin}" for key, word, origin in rows)
    for excuse in found.excuses:
        yield f"  allow {excuse.about}: {excuse.told}{' (ended)' if ended(excuse, day) else ''}  {excuse.origin}"
    for excuse in found.others:
        yield f"  allow {excuse.about}: for other files  {excuse.origin}"


def _sorted(found: Effective) -> list[tuple[str, Value]]:
    """Give the values in the order in which the reference has them, the columns at the end."""
    return sorted(found.values.items(), key=lambda item: item[0].startswith("field."))


def _word(value: Any) -> str:
    return "-" if value in (None, ()) else json.dumps(_json(value), ensure_ascii=False)
