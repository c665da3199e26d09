"""Which data a command of `listingguard lexicon` is about: a folder that was named, or the one that is there."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from listingguard.errors import LexiconError, Problem
from listingguard.lexicon.load import parse
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.placed import Catalogue, catalogue_of
from listingguard.lexicon.read import read_files

__all__ = ["catalogue_from", "readable_folder", "writable_folder"]

_HINT = "--data takes a folder with brands/ and rules/ in it"


def readable_folder(given: Path | None) -> Traversable:
    """Give the folder that was named, or that of the lexicon that ships."""
    if given is None:
        return data_folder()
    if not given.is_dir():
        problem = "this is a file, not a folder" if given.exists() else "there is no such folder"
        raise LexiconError((Problem(str(given), None, problem, _HINT),))
    if not any((given / part).is_dir() for part in ("brands", "rules", "context")) and not any(given.glob("*.toml")):
        raise LexiconError((Problem(str(given), None, "there is no lexicon in this folder", _HINT),))
    return given


def writable_folder(given: Path | None) -> Path:
    """Give the folder that was named, or that of the checkout. What is installed is not written to."""
    folder = readable_folder(given)
    installed = given is None and (files("listingguard") / "data").is_dir()
    if installed or not isinstance(folder, Path):
        hint = "name a folder with --data, or run it in a checkout"
        raise LexiconError((Problem(str(folder), None, "the data of an installed listingguard is not written to", hint),))
    return folder


def catalogue_from(folder: Traversable) -> Catalogue:
    """Read all records of a folder; raise one `LexiconError` with everything that cannot be read."""
    problems: list[Problem] = []
    parsed = [(file, model) for file in read_files(folder) if (model := parse(file, problems)) is not None]
    if problems:
        raise LexiconError(tuple(problems))
    return catalogue_of(parsed)
