"""What a product file says about itself: which findings may stand in a row. Read here, understood by whoever judges."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from listingguard.sources.columns import spelled
from listingguard.sources.row import Record

__all__ = ["IGNORE", "ignore_column", "ignore_of"]

#: The column, or the key of an object, that holds it.
IGNORE: Final = "listingguard_ignore"


@functools.lru_cache(maxsize=64)
def ignore_column(columns: tuple[str, ...]) -> int | None:
    """Give the index of the column, however its name is spelled.

    >>> ignore_column(("title", "Listingguard-Ignore")), ignore_column(("title", "ignore"))
    (1, None)
    """
    return next((index for index, column in enumerate(columns) if spelled(column) == spelled(IGNORE)), None)


def ignore_of(record: Record) -> str:
    """Give what a record says may stand, each excuse on a line of its own; empty where it says nothing."""
    index = ignore_column(record.columns)
    value = record.values[index] if index is not None and index < len(record.values) else None
    items: Sequence[object] = value if isinstance(value, list) else [value]
    return "\n".join(str(item) for item in items if item is not None).strip()
