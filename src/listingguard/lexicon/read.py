"""The data files as they were read, and the digest that names them."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from listingguard.errors import LexiconError, Problem

__all__ = ["SourceFile", "digest_of", "read_files"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A data file as it was read: `path` is relative to its folder, which `folder` names for people.

    `data` is what stands in it, without a byte order mark and the line ends of Windows: most starts need its digest alone. `layer` is 0 for
    the lexicon that ships and counts the own lexicons that lie over it.
    """

    path: str
    data: bytes
    folder: str = "data"
    layer: int = 0

    @property
    def text(self) -> str:
        """Give what stands in the file; raise `LexiconError` where that is no UTF-8."""
        try:
            return self.data.decode()
        except UnicodeDecodeError as error:
            line = self.data.count(b"\n", 0, error.start) + 1
            problem = Problem(self.shown, line, f"not UTF-8: {error.reason} at byte {error.start}", "save it as UTF-8")
            raise LexiconError((problem,)) from None

    @property
    def shown(self) -> str:
        """Give the path that complaints name.

        >>> SourceFile("brands/house.toml", b"", "shop/lexicon", 1).shown
        'shop/lexicon/brands/house.toml'
        """
        return f"{self.folder}/{self.path}"

    def line_of(self, table: str, index: int, key: str = "", value: str = "") -> int | None:
        """Give the line of the index-th `[[table]]` (the first line where `table` is empty), of a key in it, or of a value of that key."""
        lines = self.text.split("\n")
        heads = [n for n, line in enumerate(lines) if line.strip() == f"[[{table}]]"] if table else [0]
        if index >= len(heads):
            return None
        head = heads[index]
        end = next((n for n in range(head + 1, len(lines)) if lines[n].startswith("[")), len(lines))
        first = next((n for n in range(head, end) if key and lines[n].startswith(key)), head)
        quoted = json.dumps(value, ensure_ascii=False)
        return next((n for n in range(first, end) if value and quoted in lines[n]), first) + 1


def read_files(folder: Traversable, shown: str = "data", layer: int = 0) -> tuple[SourceFile, ...]:
    """Read every TOML file below a folder, sorted by path."""
    entries = sorted(_walk(folder, ""), key=lambda item: item[0])
    return tuple(SourceFile(path, _data(f"{shown}/{path}", entry), shown, layer) for path, entry in entries)


def digest_of(files: tuple[SourceFile, ...]) -> str:
    """Give the digest of layers, paths and contents, wherever the folders lie: with the same digest, the same knowledge."""
    digest = hashlib.blake2b(digest_size=8)
    for file in files:
        over = f"{file.layer}\0" if file.layer else ""
        digest.update(f"{over}{file.path}\0".encode() + file.data + b"\0")
    return digest.hexdigest()


def _data(shown: str, entry: Traversable) -> bytes:
    try:
        return entry.read_bytes().removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    except OSError as error:
        raise LexiconError((Problem(shown, None, f"cannot be read: {error.strerror}", "may you read it?"),)) from None


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield f"{prefix}{entry.name}", entry
