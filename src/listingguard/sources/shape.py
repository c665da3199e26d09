"""A known shape of product file: what identifies it, and which of its columns hold what. One record a shape, in `shapes`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from listingguard.sources.columns import LISTS, spelled, unnumbered

__all__ = ["Shape"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shape:
    """How a marketplace lays out its product files. Columns are named as they are `spelled`: stars, brackets and instance numbers left out.

    A table has this shape if its header holds all columns of one of the `signatures`, and `mark`, if given, is found in the header as it
    stands. `columns` names the columns of each part, the surest first; `also` finds more columns of text, which are read as bullets.
    Below the header up to `labels` rows may say what the columns are: they are told by that none of the `numbers` is a number there.
    Rows with the same value under `together` are one listing; a row that says "delete" in one of the columns `deletes` is none. Of the
    parts in `either` each row is read from its first column that is not empty. An XML feed is told by its `root` or `namespace`, its
    listings by `elements`.
    """

    id: str
    name: str
    kinds: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    signatures: tuple[tuple[str, ...], ...] = ()
    mark: str = ""
    also: str = ""
    labels: int = 0
    numbers: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    deletes: tuple[str, ...] = ()
    root: str = ""
    namespace: str = ""
    elements: tuple[str, ...] = ()
    note: str = ""

    def fits(self, columns: Sequence[str]) -> bool:
        """Tell whether a header has this shape."""
        names = {spelled(column) for column in columns}
        marked = not self.mark or any(re.search(self.mark, column) for column in columns)
        return marked and any(names.issuperset(signature) for signature in self.signatures)

    def fits_feed(self, root: str, namespaces: Sequence[str]) -> bool:
        """Tell whether an XML document has this shape."""
        return bool(self.root and root == self.root) or bool(self.namespace and self.namespace in namespaces)

    def part_of(self, column: str) -> tuple[str, int] | None:
        """Say which part of a listing a column holds, and how sure that is (0 is surest)."""
        name = spelled(column)
        for part, names in self.columns.items():
            if name in names:
                return part, names.index(name)
            if part in LISTS and unnumbered(name) in names:
                return part, names.index(unnumbered(name))
        return ("bullets", len(self.columns.get("bullets", ()))) if self.also and re.search(self.also, column) else None
