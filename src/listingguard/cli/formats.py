"""`listingguard formats`: which files are read, and how the product files of the marketplaces are told apart."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from listingguard.cli.console import safe_json, tell
from listingguard.errors import ConfigError
from listingguard.sources import EXTENSIONS, FORMATS, SHAPES, Shape

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser", "plain"]


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `formats`."""
    parser = subparsers.add_parser(
        "formats",
        help="list the kinds of files that are read and the product files of marketplaces that are recognised",
        description="List the kinds of files that are read, and of each known product file what identifies it and which columns hold what.",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="one of the shapes, such as shopify; all are listed without one")
    parser.add_argument("--json", action="store_true", help="give the answer as JSON")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    shapes = [shape for shape in SHAPES if args.name in (None, shape.id)]
    if not shapes:
        raise ConfigError(f"no shape is called {args.name!r}", f"known are {', '.join(shape.id for shape in SHAPES)}")
    if args.json:
        tell(safe_json(plain(shapes), sys.stdout), sys.stdout)
    else:
        tell("\n".join([*(_kinds() if args.name is None else ()), *(line for shape in shapes for line in _lines(shape))]), sys.stdout)
    return 0


def plain(shapes: list[Shape]) -> Mapping[str, Any]:
    """Give everything as plain values."""
    return {
        "kinds": {kind: [ending for ending, of in EXTENSIONS.items() if of == kind] for kind in FORMATS},
        "shapes": [
            {
                "id": shape.id,
                "name": shape.name,
                "kinds": list(shape.kinds),
                "signatures": [list(signature) for signature in shape.signatures],
                "told_by": told_by(shape),
                "columns": {part: list(names) for part, names in shape.columns.items()},
                "also": shape.also or None,
                "note": shape.note,
            }
            for shape in shapes
        ],
    }


def told_by(shape: Shape) -> list[str]:
    """Say in words what identifies a shape."""
    words = [f"a header with {', '.join(signature)}" for signature in shape.signatures]
    if shape.mark:
        words = [f"{word}, written as {shape.mark}" for word in words]
    if shape.root:
        words.append(f"an XML document <{shape.root}>")
    if shape.namespace:
        words.append(f"an XML feed with the namespace {shape.namespace}")
    return words or [shape.note]


def _kinds() -> Iterator[str]:
    yield "kinds of files, and their endings in a folder:"
    for kind in FORMATS:
        yield f"  {kind:9} {' '.join(ending for ending, of in EXTENSIONS.items() if of == kind)}"
    yield ""
    yield "product files that are recognised (names of columns without stars, brackets and numbers):"


def _lines(shape: Shape) -> Iterator[str]:
    yield f"{shape.id}: {shape.name} ({', '.join(shape.kinds)})"
    yield from (f"  told by {words}" for words in told_by(shape))
    yield from (f"  {part:13} {', '.join(names)}" for part, names in shape.columns.items())
    if shape.also:
        yield f"  {'bullets too':13} columns that match {shape.also}"
    if shape.note and shape.note not in told_by(shape):
        yield f"  {shape.note}"
    yield ""
