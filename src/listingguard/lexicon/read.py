"""The data files as text, and the digest that names them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

__all__ = ["SourceFile", "digest_of", "read_files"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A data file as it was read: `path` is relative to the data folder."""

    path: str
    text: str

    def line_of(self, table: str, index: int, key: str = "") -> int | None:
        """Give the line of the index-th `[[table]]`, or of a key inside of it."""
        lines = self.text.split("\n")
        heads = [n for n, line in enumerate(lines) if line.strip() == f"[[{table}]]"]
        if index >= len(heads):
            return None
        end = next((n for n in range(heads[index] + 1, len(lines)) if lines[n].startswith("[")), len(lines))
        return next((n + 1 for n in range(heads[index], end) if key and lines[n].startswith(key)), heads[index] + 1)


def read_files(folder: Traversable) -> tuple[SourceFile, ...]:
    """Read every TOML file below a folder, sorted by path."""
    return tuple(SourceFile(path, entry.read_text(encoding="utf8")) for path, entry in sorted(_walk(folder, ""), key=lambda item: item[0]))


def digest_of(files: tuple[SourceFile, ...]) -> str:
    """Give the digest of paths and bytes: with the same digest, the same knowledge."""
    digest = hashlib.blake2b(digest_size=8)
    for file in files:
        digest.update(f"{file.path}\0{file.text}\0".encode())
    return digest.hexdigest()


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield f"{prefix}{entry.name}", entry
