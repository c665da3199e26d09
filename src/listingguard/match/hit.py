"""A raw occurrence of a term, not yet judged."""

from __future__ import annotations

from typing import NamedTuple

from listingguard.lexicon import Term

__all__ = ["Hit"]


class Hit(NamedTuple):
    """Where a term occurs in the folded text, and how it was found there.

    `view` is `folded` where it reads as it is listed, `skeleton` behind look-alikes and separators, else the way of its matcher: `typo`,
    `sound`, `mask`, `mixed`, `near`, `halves`, `drawn`, `sign`. `similarity` tells how much of the term is there: 1 where all of it is.
    """

    start: int
    end: int
    term: Term
    view: str = "folded"
    similarity: float = 1.0
