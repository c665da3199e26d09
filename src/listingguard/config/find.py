"""Which configuration holds for a file: the closest one upwards, in its folder or in one above it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final

from listingguard.config.read import ConfigFile, read_config
from listingguard.errors import ConfigError

__all__ = ["NAME", "PROJECT", "Finder", "common_folder", "is_below"]

NAME: Final = "listingguard.toml"
PROJECT: Final = "pyproject.toml"


class Finder:
    """Finds configurations and reads each once. One that cannot be read is an error, never passed over.

    `given` is the only configuration that holds, for every file; `off` says that none does.
    """

    def __init__(self, given: str | None = None, *, off: bool = False) -> None:
        self._off = off
        self._given = None if off or given is None else _given(given)
        self._known: dict[str, ConfigFile | None] = {}

    def for_file(self, path: str) -> ConfigFile | None:
        """Give the configuration that holds for a file, or for standard input (`-`): that of the current folder."""
        return self.for_folder("." if path == "-" else os.path.dirname(path) or ".")  # noqa: PTH120  paths stay as people write them

    def for_folder(self, folder: str) -> ConfigFile | None:
        """Give the configuration that holds in a folder."""
        return None if self._off else self._given or self._closest(os.path.abspath(folder))  # noqa: PTH100  links are not followed

    def _closest(self, folder: str) -> ConfigFile | None:
        if folder not in self._known:
            above = os.path.dirname(folder)  # noqa: PTH120  many files, one folder
            self._known[folder] = _in(folder) or (self._closest(above) if above != folder else None)
        return self._known[folder]


def _given(path: str) -> ConfigFile:
    file = read_config(path)
    if file is None:
        raise ConfigError(f"--config {path} has no [tool.listingguard]", "name a file that has one, or a listingguard.toml")
    return file


def _in(folder: str) -> ConfigFile | None:
    """Read the configuration of a folder; `listingguard.toml` comes before a section of `pyproject.toml`."""
    for name in (NAME, PROJECT):
        path = os.path.join(folder, name)  # noqa: PTH118  as above
        if os.path.lexists(path) and (found := read_config(path)) is not None:
            return found
    return None


def common_folder(paths: Sequence[str]) -> str:
    """Give the folder that all paths have in common: whatever counts for a whole run is said by the configuration that holds there."""
    folders = ["." if path == "-" else path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths]  # noqa: PTH112, PTH120  as above
    try:
        return os.path.commonpath([os.path.abspath(folder) for folder in folders])  # noqa: PTH100  as above
    except ValueError:  # several drives
        return os.path.abspath(".")  # noqa: PTH100  as above


def is_below(folder: str, paths: Sequence[str]) -> bool:
    """Tell whether one of the paths is a folder, and this one is it or lies in it: then all of it is searched."""
    wanted = os.path.abspath(folder)  # noqa: PTH100  as above
    folders = (os.path.abspath(path) for path in paths if path != "-" and os.path.isdir(path))  # noqa: PTH100, PTH112  as above
    return any(wanted == above or wanted.startswith(os.path.join(above, "")) for above in folders)  # noqa: PTH118  as above
