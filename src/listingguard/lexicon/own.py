"""Lexicons of one's own: folders of the same layout as `data/`, laid over the lexicon that ships, in the order in which they are named.

Nothing is found by itself: a lexicon counts where it is named, so that the same call reads the same knowledge on every machine.
"""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterable
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from listingguard.errors import ConfigError, LexiconError, Problem
from listingguard.lexicon.compile import Lexicon, lexicon_of
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.read import SourceFile, read_files

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "Own", "OwnSource", "own_files", "own_lexicon", "owns"]

#: The entry points by which an installed package offers a lexicon: the object is the folder.
GROUP: Final = "listingguard.lexicon"
OwnSource = str | os.PathLike[str]
_LAYOUT: Final = "it takes a folder laid out as data/ is: brands/, rules/, context/, retired.toml, any of them"


class Own(NamedTuple):
    """An own lexicon: its name in reports, its folder, what complaints call the folder, and by what another process finds it again."""

    name: str
    folder: Traversable
    shown: str
    source: str


def owns(sources: OwnSource | Iterable[OwnSource]) -> tuple[Own, ...]:
    """Find the folders of own lexicons: paths, or names of installed lexicons."""
    named = list(sources) if isinstance(sources, Iterable) and not isinstance(sources, str | os.PathLike) else [sources]
    for source in named:
        if not isinstance(source, str | os.PathLike):
            raise ConfigError(f"a lexicon is a folder or the name of an installed lexicon, not {type(source).__name__}", "give its path")
    return tuple(map(_own, named))


def own_files(own: tuple[Own, ...]) -> tuple[SourceFile, ...]:
    """Read the files of own lexicons, each a layer over the ones before it."""
    files: list[SourceFile] = []
    for layer, one in enumerate(own, 1):
        found = read_files(one.folder, one.shown, layer)
        if not found:
            raise _error(one.shown, "there is no data file in this folder", _LAYOUT)
        files += found
    return tuple(files)


def own_lexicon(own: tuple[Own, ...]) -> Lexicon:
    """Give the lexicon that ships with own ones over it; in one process, the same object for the same content."""
    files = own_files(own)
    with _loading:
        return _compiled(files, tuple(one.name for one in own))


_loading = threading.RLock()


@functools.lru_cache(maxsize=4)
def _compiled(files: tuple[SourceFile, ...], names: tuple[str, ...]) -> Lexicon:
    return lexicon_of((*read_files(data_folder()), *files), names)


def _own(source: OwnSource) -> Own:
    text = os.fspath(source)
    installed = _installed() if isinstance(source, str) and text == Path(text).name else {}
    folder = Path(text)
    is_folder = bool(text) and folder.is_dir()
    if is_folder and text in installed:
        raise _error(text, "this names a folder and an installed lexicon", f"write ./{text} for the folder, or run where there is none")
    if text in installed:
        return _offered(installed[text])
    if not is_folder:
        raise _error(text or '""', *_why_none(text, folder, installed))
    found = folder.resolve()
    return Own(found.name, folder, text.rstrip("/\\") or text, str(found))


def _why_none(text: str, folder: Path, installed: dict[str, EntryPoint]) -> tuple[str, str]:
    if text and folder.exists():
        return "this is no folder", _LAYOUT
    if close := get_close_matches(text, installed, 1):
        return "there is no such folder or installed lexicon", f'did you mean "{close[0]}"?'
    near = get_close_matches(folder.name, _neighbours(folder), 1)
    return "there is no such folder", f'did you mean "{folder.parent / near[0]}"?' if near else _LAYOUT


def _neighbours(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.parent.iterdir() if entry.is_dir()]
    except OSError:
        return []


def _installed() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415  looked for only where an own lexicon is named

    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _offered(entry: EntryPoint) -> Own:
    """Load what a package offers; whatever goes wrong in it is told with its name."""
    shown = f"{entry.dist.name if entry.dist else entry.value}:{entry.name}"
    try:
        folder = entry.load()
    except Exception as error:
        raise _error(shown, f"{entry.value} cannot be loaded: {error}", "install the package again, or ask who made it") from error
    if isinstance(folder, str | os.PathLike):
        folder = Path(folder)
    if not (isinstance(folder, Traversable) and folder.is_dir()):
        raise _error(shown, f"{entry.value} is no folder", f"an entry point of {GROUP} is a path or a traversable of a data folder")
    return Own(entry.name, folder, shown, entry.name)


def _error(path: str, problem: str, hint: str) -> LexiconError:
    return LexiconError((Problem(path, None, problem, hint),))
