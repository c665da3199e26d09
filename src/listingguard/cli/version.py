"""`listingguard version`: which program and which knowledge, for a report of a mistake."""

from __future__ import annotations

import argparse
import platform
import sys
from typing import TYPE_CHECKING

from listingguard import __version__
from listingguard.lexicon import default_lexicon

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser"]


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `version`."""
    text = "give the versions of the program and of its lexicon"
    subparsers.add_parser("version", help=text, description=f"{text[0].upper()}{text[1:]}.").set_defaults(run=_run)


def _run(_: argparse.Namespace) -> int:
    lexicon = default_lexicon()
    sys.stdout.write(f"listingguard {__version__}\nlexicon {lexicon.version} ({lexicon.digest}, {lexicon.date})\n")
    sys.stdout.write(f"Python {platform.python_version()} on {platform.system()}\n")
    return 0
