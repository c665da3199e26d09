"""The compiled lexicon between two runs: one file in the user's cache folder, named by what it was made from.

A missing, damaged or foreign file is no error: the lexicon is compiled again. Set LISTINGGUARD_CACHE_DIR to another folder, or to the
empty string for no cache at all.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from listingguard.lexicon.snapshot import FORMAT

__all__ = ["cache_folder", "read_snapshot", "write_snapshot"]


def cache_folder() -> Path | None:
    """Give the folder for the cache, or None where there shall be none."""
    named = os.environ.get("LISTINGGUARD_CACHE_DIR")
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = str(Path("~/Library/Caches").expanduser())
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return Path(base) / "listingguard" if base and not base.startswith("~") else None


def read_snapshot(digest: str) -> dict[str, Any] | None:
    """Give the snapshot of the data with this digest, if there is one that can be read."""
    folder = cache_folder()
    if folder is None:
        return None
    with contextlib.suppress(OSError, ValueError):
        snapshot = json.loads((folder / _name(digest)).read_text(encoding="utf8"))
        if isinstance(snapshot, dict) and snapshot.get("format") == FORMAT and snapshot.get("digest") == digest:
            return snapshot
    return None


def write_snapshot(snapshot: dict[str, Any]) -> None:
    """Keep a snapshot for the next run, whole or not at all, and drop those of other data."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / _name(snapshot["digest"])
        draft = target.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps(snapshot, ensure_ascii=False, separators=(",", ":")), encoding="utf8")
        draft.replace(target)
        for old in folder.glob("lexicon-*.json"):
            if old != target:
                old.unlink(missing_ok=True)


def _name(digest: str) -> str:
    return f"lexicon-{FORMAT}-{digest}.json"
