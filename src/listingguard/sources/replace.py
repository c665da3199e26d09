"""Writing a file back: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from listingguard.errors import InputError, Problem

__all__ = ["check_writable", "write_back"]


def check_writable(path: str) -> None:
    """Raise `InputError` for a file that cannot be replaced by another of its name."""
    file = Path(path)
    if file.is_symlink():
        _fail(path, f"a link to {file.readlink()}, which is not written through", "name the file itself")
    if not os.access(file, os.W_OK):
        _fail(path, "may not be written to", "give yourself the right to write to it, or copy it")
    if not os.access(file.parent, os.W_OK):
        _fail(path, "its folder may not be written to", "the new file is put there before it takes the place of the old")
    if file.stat().st_nlink > 1:
        _fail(path, "has a second name (a hard link), which would keep the old text", "copy the file and fix the copy")


def write_back(path: str, old: bytes, new: bytes) -> None:
    """Put new bytes in the place of old ones in one step. A file that changed meanwhile is left as it is."""
    check_writable(path)
    file = Path(path)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(file, draft)
        if file.read_bytes() != old:
            _fail(path, "changed while it was being fixed; left as it is now", "run the command again")
        Path(draft).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        raise


def _fail(path: str, problem: str, hint: str) -> None:
    raise InputError(Problem(path, None, problem, hint))
