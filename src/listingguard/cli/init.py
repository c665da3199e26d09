"""`listingguard init`: look at a folder, and write its first configuration."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listingguard.cli.console import tell
from listingguard.cli.files import Files
from listingguard.cli.replaced import replaced
from listingguard.config.find import NAME, PROJECT, Finder
from listingguard.config.read import read_config
from listingguard.config.starter import Seen, Survey, starter
from listingguard.errors import ConfigError, InputError
from listingguard.judge.policy import marketplace_named
from listingguard.lexicon import default_lexicon
from listingguard.sources import EXTENSIONS, SHAPES, Row, read_listings

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser", "survey"]

_MOST: Final = 500
_TOLD: Final = 3
_LOOKED_AT: Final = 20
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `init`."""
    parser = subparsers.add_parser(
        "init",
        help="look at the product files of a folder and write a configuration for them",
        description="Look at the product files of a folder and write a commented listingguard.toml for them. Nothing is asked.",
    )
    add = parser.add_argument
    add("folder", nargs="?", metavar="FOLDER", default=".", help="the folder (the current one)")
    add("--marketplace", metavar="NAME", help="the marketplace whose rules hold (told by the shape of the files)")
    add("--force", action="store_true", help="replace a listingguard.toml that is there")
    add("--stdout", action="store_true", help="write to standard output instead of a file")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    if not os.path.isdir(args.folder):  # noqa: PTH112  as people write it
        raise ConfigError(f"there is no folder {args.folder}", "name the folder that your product files are in")
    target = os.path.normpath(os.path.join(args.folder, NAME))  # noqa: PTH118  as above
    if not args.stdout:
        _check_free(args.folder, target, force=args.force)
    lexicon = default_lexicon()
    market = marketplace_named(lexicon, args.marketplace)
    found = survey(args.folder)
    text = starter(found, lexicon.version, market.id if market else args.marketplace or "")
    if args.stdout:
        sys.stdout.write(text)
    else:
        _write(target, text, force=args.force)
    told = "\n".join(_summary(found, "standard output" if args.stdout else target, args.folder, asked=market is not None))
    tell(told, sys.stderr if args.stdout else sys.stdout)
    return 0


def _check_free(folder: str, target: str, *, force: bool) -> None:
    """Refuse to take the place of a configuration, or to put one before a section that holds now."""
    if os.path.lexists(target) and not force:
        raise ConfigError(f"{target} is there already", "--force replaces it; --stdout shows what would be written")
    project = os.path.join(folder, PROJECT)  # noqa: PTH118  as above
    if os.path.lexists(project) and not force and read_config(project) is not None:
        raise ConfigError(f"{project} has a [tool.listingguard]", f"{NAME} would hold instead of it; --force writes it all the same")


def _write(target: str, text: str, *, force: bool) -> None:
    if force:
        with replaced(target, "\n") as out:
            out.write(text)
        return
    try:
        with Path(target).open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:  # somebody was faster
        raise ConfigError(f"{target} is there already", "--force replaces it") from None


def survey(folder: str) -> Survey:
    """Look at the first listing of each product file of a folder."""
    return Survey(list(_seen(folder)))


def _seen(folder: str) -> Iterator[Seen]:
    names = {shape.id: shape.name for shape in SHAPES}
    for number, path in enumerate(Files([folder]).found()):
        if number == _MOST:
            return
        try:
            path.encode()
        except UnicodeEncodeError:  # no configuration can name it
            continue
        short = os.path.relpath(path, folder).replace(os.sep, "/")
        try:
            rows = list(islice(read_listings(path, on_problem=lambda _: None), _LOOKED_AT))
        except InputError as error:
            yield Seen(short, problem=str(error))
            continue
        shape = rows[0].shape if rows else ""
        yield Seen(short, shape, names.get(shape, ""), latin=_is_latin(rows))


def _is_latin(rows: Sequence[Row]) -> bool:
    """Tell whether there are words in listings, and no Chinese ones among them."""
    text = "".join(text for row in rows for _, text in row.listing.texts())
    return any("a" <= letter <= "z" for letter in text.lower()) and not _HAN.search(text)


def _summary(found: Survey, target: str, folder: str, *, asked: bool) -> Iterator[str]:
    """Say what was found, what was written, and what to do next."""
    known = [seen for seen in found.files if seen.shape]
    broken = [seen for seen in found.files if seen.problem]
    files = f"{len(found.files):,} product {'file' if len(found.files) == 1 else 'files'}"
    more = " at least" if len(found.files) == _MOST else ""
    yield f"found{more} {files}; {len(known):,} of a known shape: {', '.join(dict.fromkeys(seen.name for seen in known)) or 'none'}"
    for seen in broken[:_TOLD]:
        yield f"not readable as it is: {seen.problem}"
    if len(broken) > _TOLD:
        yield f"and {len(broken) - _TOLD:,} more files that cannot be read as they are"
    yield f"wrote {target}"
    above = Finder().for_folder(os.path.dirname(os.path.abspath(folder)))  # noqa: PTH100, PTH120  as above
    if above is not None and os.path.dirname(os.path.abspath(folder)) != os.path.abspath(folder):  # noqa: PTH100, PTH120  as above
        yield f"{above.path} above it does not hold in this folder any more; to build on it, write extend"
    if found.is_foreign and not asked:
        law = "the law of mainland China is assumed"
        yield f'no marketplace is told and the listings are not Chinese: {law} until you set jurisdiction = "US"'
    place = shlex.quote(folder)
    if found.files:
        yield f"next: listingguard scan {place} --format grouped --output html=report.html"
    else:
        yield f"next: put product files there ({' '.join(EXTENSIONS)}), then run listingguard init {place} --force"
