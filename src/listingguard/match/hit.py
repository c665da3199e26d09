"""A raw occurrence of a term, not yet judged."""

from __future__ import annotations

from typing import NamedTuple

from listingguard.lexicon import Term

__all__ = ["Hit"]


class Hit(NamedTuple):
    """Where a term occurs in the folded text, and in which view: `folded`, `skeleton` or `typo`. `similarity` is 1 but for typos."""

    start: int
    end: int
    term: Term
    view: str = "folded"
    similarity: float = 1.0
