"""The compiled lexicon on its way to the cache and back: a name and a line of JSON for each value."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping
from typing import Any

__all__ = ["Lines", "without"]


class Lines(Mapping[str, Any]):
    """Values by name, each a line of JSON until it is asked for: a process that scans one title needs little of all that is known.

    Whoever asks twice gets two values: keep what you need again.

    >>> lines = Lines.of({"digest": "f72c", "names": {"耐克": ["nike"]}})
    >>> print(lines.data.decode(), end="")
    digest
    "f72c"
    names
    {"耐克":["nike"]}
    >>> lines["names"], Lines(lines.data) == lines
    ({'耐克': ['nike']}, True)
    """

    __slots__ = ("_lines",)

    def __init__(self, data: bytes) -> None:
        """Read what `data` gave."""
        lines = data.split(b"\n")
        self._lines = dict(zip(map(bytes.decode, lines[:-1:2]), lines[1::2], strict=True))

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Lines:
        """Write values down."""
        made = cls(b"")
        made._lines = {name: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() for name, value in values.items()}
        return made

    @property
    def data(self) -> bytes:
        """Give all lines."""
        return b"".join(b"%s\n%s\n" % (name.encode(), line) for name, line in self._lines.items())

    def without(self, names: Container[str]) -> Lines:
        """Give all other values, unread."""
        made = Lines(b"")
        made._lines = {name: line for name, line in self._lines.items() if name not in names}
        return made

    def __getitem__(self, name: str) -> Any:
        return json.loads(self._lines[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def without(values: Mapping[str, Any], *names: str) -> Mapping[str, Any]:
    """Give all other values: what was read once needs no room."""
    return values.without(names) if isinstance(values, Lines) else {name: value for name, value in values.items() if name not in names}
