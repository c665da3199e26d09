"""What is worked out once, and only if somebody asks."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Once"]

_T = TypeVar("_T")


class Once(Generic[_T]):
    """Calls a function when first asked for its outcome: for one listing far cheaper than a cache.

    >>> total = Once(sum, [1, 2])
    >>> total(), total()
    (3, 3)
    """

    __slots__ = ("_call", "_found")

    def __init__(self, function: Callable[..., _T], *given: object) -> None:
        self._call: Callable[[], _T] | None = functools.partial(function, *given)

    def __call__(self) -> _T:
        """Give the outcome."""
        if self._call is not None:
            self._found, self._call = self._call(), None
        return self._found
