"""Items in groups: what is done for many in one go takes less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

__all__ = ["ahead"]

_T = TypeVar("_T")
_MOST: Final = 128


def ahead(items: Iterable[_T], *, there: bool = False) -> Iterator[list[_T]]:
    """Give items in groups that grow from one to 128: the first is there at once, and few are read before they are asked for.

    Where all of them are `there` already, every group is a large one. An error of whoever gives them is raised behind all before it.

    >>> [len(group) for group in ahead(range(200))], [len(group) for group in ahead(range(200), there=True)]
    ([1, 2, 4, 8, 16, 32, 64, 73], [128, 72])
    """
    group: list[_T] = []
    size = _MOST if there else 1
    try:
        for item in items:
            group.append(item)
            if len(group) >= size:
                yield group
                group, size = [], min(2 * size, _MOST)
    except Exception:
        if group:
            yield group
        raise
    if group:
        yield group
