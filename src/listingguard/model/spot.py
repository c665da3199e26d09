"""Where words of a listing stand in the text file that they came from."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Spot", "units"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand in a text file: the line and column of their first character, and of the place right behind their last.

    Lines are physical ones; lines and columns count from 1. Columns count units of UTF-16, as editors and code hosts do: a Han character
    is one, most emoji are two.
    """

    line: int
    column: int
    end_line: int
    end_column: int


def units(text: str) -> int:
    """Give how many units of UTF-16 a text takes.

    >>> units("耐克"), units("👟鞋")
    (2, 3)
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
