"""What the rows of a file were at the commit of `--diff-base`; of a new file, what rows are gone from the files around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from listingguard.cli.git import Older
from listingguard.cli.since import OldRows, Since
from listingguard.errors import InputError
from listingguard.sources import Row

__all__ = ["History"]

_NAMED: Final = 3


#: Reads a file, or a stream, as the configuration of a path says: source, path, the name that rows bear, and what else reading takes.
_Read = Callable[..., Iterator[Row]]


@dataclass(slots=True)
class History:
    """The older rows of each file that is scanned under `paths`.

    A file that Git knows no older version of may be an old one in a new shape: rewritten under another name, split, or converted. So its
    rows are compared with those that are gone from the product files around it. These are read only where there is such a file, and once.
    """

    since: Since
    paths: Sequence[str]
    read: _Read
    note: Callable[[str], None]
    _gone: Counter[int] | None = None
    _from: list[str] = field(default_factory=list)

    def rows(self, path: str) -> OldRows | None:
        """Give what a file was; None where there is nothing to compare it with."""
        older = self.since.older(path)
        if older is not None:
            return OldRows(self._then(path, older))
        gone = self._gone_rows()
        if not gone:
            return None
        more = f" and {len(self._from) - _NAMED:,} more" if len(self._from) > _NAMED else ""
        names = ", ".join(self._from[:_NAMED]) + more
        self.note(f"{path}: it is new since {self.since.ref}; compared with the rows that are gone from {names}")
        return OldRows(gone)

    def _gone_rows(self) -> Counter[int]:
        """Give the rows that stood in a file and stand in it no more; a new file takes what it has of them, the next one the rest."""
        if self._gone is None:
            self._gone = Counter()
            for path, older in self.since.gone_or_changed(self.paths):
                then = self._then(path, older)
                then.subtract(self._now(path))
                if gone := +then:
                    self._from.append(older.path)
                    self._gone.update(gone)
        return self._gone

    def _then(self, path: str, older: Older) -> Counter[int]:
        said: list[int] = []
        try:
            with self.since.repository.opened(older) as stream:
                self._hear(stream, path, older.path, said)
        except InputError as error:
            self.note(f"{path}: what it was at {self.since.ref} cannot be read ({error.problem.problem}); what is not known is scanned")
        return Counter(said)

    def _now(self, path: str) -> Counter[int]:
        said: list[int] = []
        with suppress(InputError):  # it is gone; or it is told when it is scanned itself
            self._hear(path, path, path, said)
        return Counter(said)

    def _hear(self, source: object, path: str, name: str, said: list[int]) -> None:
        """Read what each row says, and make no listing of any."""
        for _ in self.read(source, path, name, wanted=said.append, on_problem=lambda _: None):
            pass
