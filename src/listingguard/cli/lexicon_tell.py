"""`listingguard lexicon stats` and `listingguard lexicon diff`: what the data holds, and what changed in it."""

from __future__ import annotations

import argparse
import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from listingguard.cli.console import safe_json, tell
from listingguard.cli.lexicon_data import catalogue_from, readable_folder
from listingguard.errors import ConfigError
from listingguard.lexicon.changes import Change, KeyChange, changes
from listingguard.lexicon.statistics import MISSING, figures, missing

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parsers"]

_STATS: Final = "count what the data holds, and what it lacks"
_DIFF: Final = "say in words what changed between two versions of the data"
_SIGNS: Final = {"added": "+", "removed": "-", "changed": "~"}
_EXAMPLES: Final = """\
exit codes: 0 whether something changed or not; 2 a version cannot be read

examples:
  listingguard lexicon diff v0.1.0
  listingguard lexicon diff HEAD~5 HEAD --json
  listingguard lexicon diff old/data new/data
"""


def add_parsers(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `stats` and `diff`."""
    stats = commands.add_parser("stats", help=_STATS, description=_STATS)
    stats.add_argument("--missing", choices=tuple(MISSING), metavar="FACT", help=f"list the brands that lack it: {', '.join(MISSING)}")
    stats.add_argument("--json", action="store_true", help="as JSON")
    stats.add_argument("--data", type=Path, metavar="DIR", help="a data folder; the one that ships with listingguard unless given")
    stats.set_defaults(run=_stats)

    raw = argparse.RawDescriptionHelpFormatter
    diff = commands.add_parser("diff", help=_DIFF, description=_DIFF, epilog=_EXAMPLES, formatter_class=raw)
    diff.add_argument("old", metavar="OLD", help="a data folder, or a revision that git knows in the folder where you are")
    diff.add_argument("new", nargs="?", metavar="NEW", help="the same; the data that is in use unless given")
    diff.add_argument("--json", action="store_true", help="as JSON")
    diff.set_defaults(run=_diff)


def _stats(args: argparse.Namespace) -> int:
    catalogue = catalogue_from(readable_folder(args.data))
    if args.missing:
        places = missing(catalogue, args.missing)
        found: Any = [{"id": p.id, "file": f"data/{p.file.path}", "line": p.file.line_of(p.table, p.index, "id")} for p in places]
        lines = [f"{place['file']}:{place['line']}: {place['id']}" for place in found] + [f"{len(found)} brands without {args.missing}"]
    else:
        found = figures(catalogue)
        lines = list(_tables(found))
    _say(found, lines, as_json=args.json)
    return 0


def _tables(found: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    width = max(len(name) for table in found.values() for name in table)
    for title, table in found.items():
        yield title
        yield from (f"  {name:<{width}}  {count:>7,}" for name, count in table.items())
        yield ""
    yield "who lacks what: listingguard lexicon stats --missing FACT"


def _diff(args: argparse.Namespace) -> int:
    found = changes(*(catalogue_from(_version(given)) for given in (args.old, args.new)))
    plain = {table: {kind: [c.plain() for c in list_ if c.kind == kind] for kind in _SIGNS} for table, list_ in found.items()}
    _say(plain, list(_lines(found)), as_json=args.json)
    return 0


def _say(plain: Any, lines: list[str], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(safe_json(plain, sys.stdout) + "\n")
    else:
        tell("\n".join(line.replace("\n", "\\n") for line in lines), sys.stdout)


def _version(given: str | None) -> Traversable:
    """Give the data of a folder or of a revision."""
    if given is None or Path(given).exists():
        return readable_folder(None if given is None else Path(given))
    git = shutil.which("git")
    if git is None or given.startswith("-"):
        raise ConfigError(f"there is no folder {given}", "give a data folder, or a revision in a checkout with git")
    top = _git(git, "rev-parse", "--show-toplevel").decode(errors="replace").strip() or "."
    archive = _git(git, "-C", top, "archive", "--format=zip", f"{given}:data")
    if not archive:
        hint = "give a data folder, or a revision in a checkout with git, such as HEAD~1 or a tag"
        raise ConfigError(f"{given} is no folder, and git knows no data of that revision here", hint)
    return zipfile.Path(zipfile.ZipFile(io.BytesIO(archive)))


def _git(git: str, *words: str) -> bytes:
    """Give what git answers; nothing where it has no answer."""
    done = subprocess.run([git, *words], capture_output=True, check=False)  # noqa: S603  arguments, no shell
    return b"" if done.returncode else done.stdout


def _lines(found: Mapping[str, tuple[Change, ...]]) -> Iterator[str]:
    for table, list_ in found.items():
        counts = {kind: sum(change.kind == kind for change in list_) for kind in _SIGNS}
        yield f"{table}: {', '.join(f'{count} {kind}' for kind, count in counts.items() if count)}"
        for change in sorted(list_, key=lambda c: tuple(_SIGNS).index(c.kind)):
            names = f": {', '.join(change.names[:4])}" if change.kind != "changed" and change.names else ""
            yield f"  {_SIGNS[change.kind]} {change.id} ({change.file.removesuffix('.toml')}){names}"
            yield from (f"      {line}" for key in change.keys for line in _key_lines(key))
        yield ""
    if not found:
        yield "no record changed"


def _key_lines(key: KeyChange) -> Iterator[str]:
    if key.added or key.removed:
        signed = [*(f"- {_word(item)}" for item in key.removed), *(f"+ {_word(item)}" for item in key.added)]
        yield f"{key.key}: {', '.join(signed)}"
    elif isinstance(key.before, list) and isinstance(key.after, list):
        yield f"{key.key}: another order"
    else:
        yield f"{key.key}: {_word(key.before)} → {_word(key.after)}"


def _word(value: Any) -> str:
    if value is None:
        return "(nothing)"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
