"""The compiled lexicon between two runs: one file in the user's cache folder, named by what it was made from.

A missing, damaged or foreign file is no error: the lexicon is compiled again. Set LISTINGGUARD_CACHE_DIR to another folder, or to the
empty string for no cache at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import unicodedata
import zlib
from pathlib import Path
from typing import Final

from listingguard.lexicon.lines import Lines
from listingguard.lexicon.snapshot import FORMAT
from listingguard.normalize import opencc_version

__all__ = ["cache_folder", "read_snapshot", "write_snapshot"]

_KEPT: Final = 6  # other versions and own lexicons keep theirs; whoever edits the data fills no disk


def cache_folder() -> Path | None:
    """Give the folder for the cache, or None where there shall be none."""
    named = os.environ.get("LISTINGGUARD_CACHE_DIR")
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111  pathlib raises where there is no home
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111  the same
    return Path(base) / "listingguard" if base and not base.startswith("~") else None


def read_snapshot(digest: str) -> Lines | None:
    """Give the snapshot of the data with this digest, if there is one that can be read."""
    folder = cache_folder()
    if folder is None:
        return None
    with contextlib.suppress(OSError, ValueError):
        path = folder / _name(digest)
        with path.open("rb") as file:
            check, body = file.readline().rstrip(b"\n"), file.read()
        if check == _check(body):
            snapshot = Lines(body)
            with contextlib.suppress(OSError):
                os.utime(path)  # what is used stays
            return snapshot
    return None


def write_snapshot(snapshot: Lines) -> None:
    """Keep a snapshot for the next run, whole or not at all, and drop all but the few used last."""
    folder = cache_folder()
    if folder is None:
        return
    body = snapshot.data
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix="draft-", delete=False) as draft:
            draft.write(_check(body) + b"\n" + body)
        Path(draft.name).replace(folder / _name(snapshot["digest"]))
        newest_first = sorted(folder.glob("lexicon-*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in newest_first[_KEPT:]:
            old.unlink(missing_ok=True)


def _check(body: bytes) -> bytes:
    """Give the check sum of a snapshot: a damaged file reads as none."""
    return b"%08x" % zlib.crc32(body)


def _name(digest: str) -> str:
    """Give the name of a snapshot by all that it is made from: the data, the format, and the tables that fold."""
    made_from = f"{digest} {FORMAT} {opencc_version()} {unicodedata.unidata_version}"
    return f"lexicon-{hashlib.blake2b(made_from.encode(), digest_size=12).hexdigest()}.lines"
