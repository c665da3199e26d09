"""Rows that are one listing: a product with its variants and images on rows of their own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from listingguard.sources.columns import TEXTS, spelled
from listingguard.sources.plan import Plan
from listingguard.sources.row import Record
from listingguard.sources.shape import Shape

__all__ = ["joined", "same_listing"]

_MOST: Final = 2000  #: no product has more variants and images; a file that says so is read in pieces


def joined(records: Iterator[Record], columns: tuple[str, ...], plan: Plan, shape: Shape) -> Iterator[Record]:
    """Make one record of neighbours with the same key, unless a later one has a title of its own.

    The first row gives the place and all cells; what the others add to the texts is read behind it.
    """
    key = _key(columns, shape)
    titles = plan.columns.get("title", ())
    texts = [i for part in TEXTS for i in plan.columns.get(part, ()) if i not in titles]
    held: Record | None = None
    more = 0
    for record in records:
        if held is not None and key is not None and more < _MOST and _continues(held, record, key, titles):
            held, more = _with_texts(held, record, texts), more + 1
            continue
        if held is not None:
            yield held
        held, more = record, 0
    if held is not None:
        yield held


def same_listing(records: Iterator[Record], plan: Plan, shape: Shape) -> list[Record]:
    """Give the records, from the first of some on, that are joined into one."""
    first = next(records)
    key, titles = _key(first.columns, shape), plan.columns.get("title", ())
    rest = itertools.takewhile(lambda record: key is not None and _continues(first, record, key, titles), records)
    return [first, *itertools.islice(rest, _MOST)]


def _key(columns: tuple[str, ...], shape: Shape) -> int | None:
    return next((i for i, column in enumerate(columns) if spelled(column) in shape.together), None)


def _continues(held: Record, record: Record, key: int, titles: tuple[int, ...]) -> bool:
    same = bool(_cell(record, key)) and _cell(record, key) == _cell(held, key)
    return same and all(_cell(record, i) in ("", _cell(held, i)) for i in titles)


def _with_texts(held: Record, more: Record, texts: list[int]) -> Record:
    """Add the texts of a row that are not there yet."""
    values, added = list(held.values), False
    for i in texts:
        text = _cell(more, i)
        there = values[i] if i < len(values) else ""
        known = there if isinstance(there, list) else [there]
        if text and text not in known and i < len(values):
            values[i], added = ([*known, text] if any(known) else text), True
    return held._replace(values=values, spelled=(*held.spelled, *more.spelled)) if added else held


def _cell(record: Record, index: int) -> str:
    return str(record.values[index]).strip() if index < len(record.values) else ""
