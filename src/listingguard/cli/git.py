"""A Git repository, asked through the `git` executable: what a commit holds, what changed since, and the bytes of an older version.

No shell, no name of a file on a command line, and none of the user's settings that would change an answer. Names of files come from git
with a NUL behind each and are never given back to it: an older version is fetched by the number of its object.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, BinaryIO, Final, NamedTuple, cast

from listingguard.errors import ConfigError

__all__ = ["Older", "Repository", "changes_of", "repository_at"]

_IN_MEMORY: Final = 1 << 24
#: What a hook of Git tells programs about its own repository; here it is found anew from the folder.
_OF_A_HOOK: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE")
_SETTINGS: Final = ("-c", "core.fsmonitor=false", "-c", "diff.relative=false", "--no-pager")
_OBJECT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_NO_REPOSITORY: Final = "not a git repository"


class Older(NamedTuple):
    """A file as it was: its path from the top of the repository, and the number of its object."""

    path: str
    object: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository and its top folder."""

    top: str

    def commit(self, ref: str) -> str:
        """Give the number of the commit that a name stands for."""
        if not ref.strip() or ref.startswith("-") or "\0" in ref:
            raise ConfigError(f"{ref!r} names no commit", "write a branch, a tag or a commit, such as origin/main")
        words = ("rev-parse", "--verify", "--quiet")
        named = self._ask(*words, ref).strip()
        commit = self._ask(*words, f"{named}^{{commit}}").strip() if _OBJECT.fullmatch(named) else ""
        if not commit:
            self._unknown(ref)
        return commit

    def files(self, commit: str) -> frozenset[str]:
        """Give the paths of all files that a commit holds."""
        return frozenset(_names(self._output("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)))

    def changes(self, commit: str) -> dict[str, Older | None]:
        """Give what differs between a commit and the folders on disk: each path with its older version, None for what is new."""
        options = ("--raw", "--no-abbrev", "-z", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
        return changes_of(self._output("diff", *options, commit, "--"))

    @contextmanager
    def opened(self, older: Older) -> Iterator[BinaryIO]:
        """Open an older version; a long one lies in a file that is gone afterwards."""
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy, tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(  # noqa: S603  the number of an object, from git itself
                _command(self.top, "cat-file", "blob", older.object),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=_environment(),
            )
            with process:
                shutil.copyfileobj(cast("IO[bytes]", process.stdout), copy)
            if process.returncode:
                errors.seek(0)
                said = _first_line(errors.read())
                raise ConfigError(f"an older version of {older.path} is not in this clone", f"fetch what is missing; git says: {said}")
            copy.seek(0)
            yield cast("BinaryIO", copy)

    def _unknown(self, ref: str) -> None:
        if self._ask("rev-parse", "--is-shallow-repository").strip() == "true":
            remote, _, branch = ref.partition("/")
            fetch = f"{remote} +{branch}:refs/remotes/{ref}" if remote == "origin" and branch else f"origin {ref}"
            hint = f"give actions/checkout fetch-depth: 0, or GitLab GIT_DEPTH: 0; elsewhere: git fetch --depth=1 {fetch}"
            raise ConfigError(f"this clone is shallow and does not hold the commit {ref!r}", hint)
        hint = "is it spelled right? a branch of the server is called origin/main, and git fetch brings it up to date"
        raise ConfigError(f"{ref!r} names no commit of the repository {self.top}", hint)

    def _ask(self, *words: str) -> str:
        """Give what git answers; nothing where it has no answer."""
        done = _run(self.top, *words)
        return "" if done.returncode else os.fsdecode(done.stdout)

    def _output(self, *words: str) -> bytes:
        done = _run(self.top, *words)
        if done.returncode:
            raise ConfigError(f"git {words[0]} failed", f"git says: {_first_line(done.stderr)}")
        return done.stdout


def repository_at(folder: str) -> Repository:
    """Give the repository in which a folder lies."""
    done = _run(folder, "rev-parse", "--show-toplevel")
    top = os.fsdecode(done.stdout).rstrip("\r\n")
    if done.returncode or not top:
        said = _first_line(done.stderr)
        problem = f"{folder} is in no Git repository" if _NO_REPOSITORY in said else f"the Git repository of {folder} cannot be read"
        raise ConfigError(problem, f"without --diff-base every row is scanned; git says: {said}")
    return Repository(os.path.realpath(top))


def changes_of(raw: bytes) -> dict[str, Older | None]:
    r"""Read the output of `git diff --raw -z`. Of a file whose merge is not done, nothing older is known.

    >>> changes_of(b":100644 100644 aa 00 R080\0old.csv\0new.csv\0:000000 100644 00 00 A\0\xe5\x8d\x96.csv\0")
    {'new.csv': Older(path='old.csv', object='aa'), '卖.csv': None}
    """
    words = iter(_names(raw))
    found: dict[str, Older | None] = {}
    for head in words:
        _, _, older, _, status = head.removeprefix(":").split(" ")
        before = next(words)
        after = next(words) if status[0] in "RC" else before
        if status[0] == "U":
            found.setdefault(after, None)
        else:
            found[after] = None if status[0] == "A" else Older(before, older)
    return found


def _names(raw: bytes) -> list[str]:
    return [os.fsdecode(name) for name in raw.split(b"\0") if name]


def _run(folder: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(_command(folder, *words), stdin=subprocess.DEVNULL, capture_output=True, check=False, env=_environment())  # noqa: S603  words of ours, and a name that cannot be an option
    except OSError as error:
        raise ConfigError(f"git cannot be started: {error.strerror or error}", "--diff-base needs it") from error


def _command(folder: str, *words: str) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise ConfigError("git is not installed, or not on the PATH", "--diff-base asks it for older versions")
    return [program, "-C", folder, *_SETTINGS, *words]


def _environment() -> dict[str, str]:
    """Give the environment: git is to change nothing, to ask nobody, and to find the repository itself."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def _first_line(said: bytes) -> str:
    lines = os.fsdecode(said).strip().splitlines()
    return lines[0].strip() if lines else "nothing"
