"""On which line of a TOML file each key stands: `tomllib` gives values without places, and a complaint needs one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final

__all__ = ["Path", "line_at", "lines_of"]

#: The way to a value: keys, and the numbers of entries in arrays of tables.
Path = tuple[str | int, ...]
_CLOSES: Final = ("]", "}", '"""', "'''")


def lines_of(text: str) -> dict[Path, int]:
    r"""Give the line of every table and key of a valid TOML document, counted from 1; what stands in a value has the line of its key.

    >>> lines_of('a = 1\n[[allow]]\nterm = "x"\n[[allow]]\nfiles = [\n  "y",\n]\n[b.c]\nd = {e = 1}\n')[("allow", 1, "files")]
    5
    >>> sorted(path for path in lines_of('[b.c]\nd = {e = 1}\n'))
    [('b',), ('b', 'c'), ('b', 'c', 'd'), ('b', 'c', 'd', 'e')]
    """
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, statement in _statements(text):
        plain, head = tomllib.loads(statement), statement.lstrip()
        if head.startswith("["):
            table = _table(_keys(plain), counts, again=head.startswith("[["))
            paths = [table[:end] for end in range(1, len(table) + 1)]
        else:
            paths = [(*table, *path) for path in _paths(plain)]
        for path in paths:
            found.setdefault(path, number)
    return found


def line_at(lines: Mapping[Path, int], path: Path) -> int | None:
    """Give the line of a value, or of the nearest thing around it that has one."""
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), None)


def _keys(header: Any) -> list[str]:
    """Give the keys that a header names."""
    keys: list[str] = []
    while header:
        key, header = next(iter(header.items()))
        keys.append(key)
        header = header[0] if isinstance(header, list) else header
    return keys


def _table(keys: list[str], counts: dict[Path, int], *, again: bool) -> Path:
    """Give the way to the table of a header: of an array of tables the last entry is meant, or the next one."""
    table: Path = ()
    for index, key in enumerate(keys):
        table = (*table, key)
        if again and index == len(keys) - 1:
            counts[table] = counts.get(table, -1) + 1
        if table in counts:
            table = (*table, counts[table])
    return table


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Give every header and every key with its value, which may go over several lines, with its first line."""
    held, begin = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if not held and (not line.strip() or line.lstrip().startswith("#")):
            continue
        begin = begin if held else number
        held += f"{line}\n"
        if (begin == number or any(sign in line for sign in _CLOSES)) and _is_whole(held):
            yield begin, held
            held = ""


def _is_whole(statement: str) -> bool:
    try:
        tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _paths(value: Any) -> list[Path]:
    """Give the ways to everything in a value, the outermost first."""
    found: list[Path] = []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found.append((key,))
        found += [(key, *path) for path in _paths(inner)]
    return found
