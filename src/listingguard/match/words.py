"""The Latin words and numbers of a folded text: cut once, for all who look at words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["Words", "latin_words"]

Words = Sequence[re.Match[str]]
_WORD: Final = re.compile("[a-z0-9]+")


def latin_words(folded: str) -> Words:
    """Give the runs of plain letters and digits, as matches that know their places.

    >>> [word[0] for word in latin_words("louis vuitton手袋 30cm")]
    ['louis', 'vuitton', '30cm']
    """
    return list(_WORD.finditer(folded))
