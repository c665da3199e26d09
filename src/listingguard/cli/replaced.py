"""A file that is whole or not there: it is written beside its place and takes it at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from listingguard.errors import ConfigError

__all__ = ["part_of", "replaced"]


@contextmanager
def replaced(path: str, newline: str) -> Iterator[TextIO]:
    """Open a file to write. A run that stops half way leaves what was there before, and nothing else.

    A link goes on pointing where it points. A pipe or a device has no place to be taken and is written to at once.
    """
    target = Path(path).resolve() if Path(path).is_symlink() else Path(path)
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("w", encoding="utf-8", errors="backslashreplace", newline=newline) as out:
            yield out
        return
    part = part_of(path)
    try:
        if target.is_dir():
            raise IsADirectoryError(21, "this is a folder")
        part.unlink(missing_ok=True)
        number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except OSError as error:
        remedy = "is the folder there, and may you write to it?"
        raise ConfigError(f"--output {path} cannot be written: {error.strerror}", remedy) from error
    try:
        with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace", newline=newline) as out:
            yield out
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def part_of(path: str) -> Path:
    """Give where a file is written before it takes its place: hidden, so that a scan of the same folder does not read it."""
    target = Path(path).resolve() if Path(path).is_symlink() else Path(path)
    return target.parent / f".{target.name[:60]}.{os.getpid()}.part"
