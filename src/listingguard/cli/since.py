"""`--diff-base`: which files, and which of their rows, are not what they were at a commit."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from listingguard.cli.git import Older, Repository, repository_at
from listingguard.errors import ConfigError
from listingguard.sources import EXTENSIONS

__all__ = ["OldRows", "Since", "since_commit"]


@dataclass(slots=True)
class OldRows:
    """What the rows of an older version say, and how often. `unchanged` counts the rows that say the same now."""

    left: Counter[int]
    unchanged: int = 0

    def is_new(self, said: int) -> bool:
        """Tell whether a row stands there once more often than in the older version."""
        if not self.left.get(said):
            return True
        self.left[said] -= 1
        self.unchanged += 1
        return False


@dataclass(frozen=True, slots=True)
class Since:
    """A commit, the paths that it holds, and what differs from it now; what is not committed counts as now."""

    repository: Repository
    ref: str
    commit: str
    _files: frozenset[str]
    _changes: dict[str, Older | None]

    def is_unchanged(self, path: str) -> bool:
        """Tell whether a file is, byte for byte, what it was."""
        name = self._name(path)
        return name in self._files and name not in self._changes

    def is_gone(self, path: str) -> bool:
        """Tell whether a file was there and is not any more."""
        return not os.path.lexists(path) and self._name(path) in self._files

    def older(self, path: str) -> Older | None:
        """Give the older version of a file that changed; None of a new one, tracked by Git or not."""
        return self._changes.get(self._name(path))

    def gone_or_changed(self, paths: Sequence[str]) -> list[tuple[str, Older]]:
        """Give the product files below these paths that are gone or changed, each with its older version, in the order of their names."""
        top, asked = Path(self.repository.top), [Path(os.path.realpath(path)) for path in paths]

        def is_asked(name: str) -> bool:
            place = top / name
            return place in asked or (place.suffix.lower() in EXTENSIONS and any(path in place.parents for path in asked))

        found = ((name, older) for name, older in sorted(self._changes.items()) if older and (is_asked(name) or is_asked(older.path)))
        return [(str(top / name), older) for name, older in found]

    def touched(self, folder: str) -> bool:
        """Tell whether anything below a folder changed, apart from hidden files."""
        if not _within(folder, self.repository.top):
            return False
        files = (f"{at}/{name}" for at, _, names in os.walk(folder) for name in names if not name.startswith("."))
        return not all(map(self.is_unchanged, files))

    def _name(self, path: str) -> str:
        """Give the name by which Git knows a file, nothing for one that a link finds elsewhere."""
        if not _within(path, self.repository.top):
            return ""
        return os.path.relpath(os.path.realpath(path), self.repository.top).replace(os.sep, "/")


def since_commit(ref: str, paths: Sequence[str]) -> Since:
    """Ask Git what changed since a commit; all paths lie in one repository."""
    if "-" in paths:
        raise ConfigError("--diff-base does not go with standard input", "Git knows no older version of it; name the files")
    repository = repository_at(_folder(paths[0]))
    for path in paths:
        if not _within(path, repository.top):
            raise ConfigError(f"{path} is not in the Git repository {repository.top}", "scan one repository at a time with --diff-base")
    commit = repository.commit(ref)
    return Since(repository, ref, commit, repository.files(commit), repository.changes(commit))


def _folder(path: str) -> str:
    """Give the nearest folder that is there."""
    real = Path(os.path.realpath(path))
    return str(next((place for place in (real, *real.parents) if place.is_dir()), Path.cwd()))


def _within(path: str, top: str) -> bool:
    real = Path(os.path.realpath(path))
    return real == Path(top) or Path(top) in real.parents
