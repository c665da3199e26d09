"""What to do about a table in which nothing is known to be text: which column to name, or that its header is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from listingguard.sources.columns import part_of
from listingguard.sources.prose import is_running_text, weight_of

__all__ = ["columns_hint", "fullest", "is_headless"]

_SHOWN: Final = 20
_WIDTH: Final = 30
_FIGURES: Final = re.compile(r"[\s\d.,%¥$€£:/-]*\d[\s\d.,%¥$€£:/-]*")
_KEY: Final = re.compile(r"[A-Za-z0-9_./-]*\d[A-Za-z0-9_./-]*")


def columns_hint(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """List the columns of a file and show how to name the right one: of those that feed nothing, the one whose cells hold most text.

    >>> columns_hint(("sku", "文字", "價格"), [("A1", "羊毛圍巾", "99")])
    'its columns are: sku, 文字, 價格. Name the one that holds the title: --field "title=文字"'
    """
    names = [shown(name) for name in columns if name.strip()]
    if not names:
        return "its columns have no names"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    best = fullest(columns, rows)
    return f'its columns are: {", ".join(names[:_SHOWN])}{more}. Name the one that holds the title: --field "title={best or "COLUMN"}"'


def shown(name: str) -> str:
    """Give the name of a column, cut where it is too long to be read."""
    words = " ".join(name.split())
    return words if len(words) <= _WIDTH else f"{words[:_WIDTH]}..."


def fullest(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Give the column whose longest text is the longest, among those whose names say nothing; an empty text if none holds any.

    >>> fullest(("sku", "图", "文字"), [("A1", "https://example.com/scarf", "羊毛"), ("A2", "", "")])
    '文字'
    """
    weights = {
        index: max((weight_of(row[index]) for row in rows if index < len(row)), default=0)
        for index, column in enumerate(columns)
        if column.strip() and part_of(column) is None
    }
    best = max(weights, key=lambda index: weights[index], default=None)
    return columns[best] if best is not None and weights[best] else ""


def is_headless(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bool:
    """Tell whether the first row is a listing and no header: a price, a text or a key stands in it, of the form of the one below.

    >>> is_headless(("A0", "国家级不粘锅"), [("A1", "雨伞")]), is_headless(("编码", "文字1"), [("A1", "雨伞")])
    (True, False)
    """
    if any(part_of(column) for column in columns):
        return False
    below = rows[0] if rows else ()
    pairs = zip(columns, (str(cell).strip() for cell in below), strict=False)
    alike = any(_KEY.fullmatch(name) and _form(name) == _form(cell) for name, cell in pairs)
    return alike or any(_FIGURES.fullmatch(name) or is_running_text(name) or "://" in name for name in columns)


def _form(key: str) -> str:
    return re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", key[: 2 * _WIDTH]))
