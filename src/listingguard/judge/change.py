"""A change of a text: a range, and what stands there afterwards."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Change"]


class Change(NamedTuple):
    """A range of the seller's text and what stands there afterwards: the words of a finding and at most what leaned on them."""

    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        """Give the text after the change.

        >>> Change(0, 3, "").apply("最好的面膜")
        '面膜'
        """
        return text[: self.start] + self.new + text[self.end :]
