"""Latin words in which letters of another alphabet stand that no table knows: read by the plain letters around them."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

__all__ = ["Blended", "is_blended"]

#: Letters of other alphabets, and the Latin ones of phoneticians.
_FOREIGN: Final = "\u0180-\u02af\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2d7f\ua4d0-\ua7ff\uab30-\uabbf"
_BESIDE: Final = re.compile(rf"[{_FOREIGN}](?:(?=[a-z])|(?<=[a-z].))")
_WORD: Final = re.compile(rf"[a-z{_FOREIGN}]{{4,24}}")
_FIRST: Final = 3  # letters, of which one is plain
_MEMO: Final = 4096


def is_blended(text: str) -> bool:
    """Tell whether a letter of another alphabet stands right beside a plain one.

    >>> is_blended("chaჩel"), is_blended("кошка 2kg"), is_blended("chanel")
    (True, False, False)
    """
    return not text.isascii() and _BESIDE.search(text) is not None


class Blended:
    """Reads a skeleton. A word with strange letters is the one word that it can be, if there is one and most of its letters are plain.

    >>> read = Blended(["chanel", "canon"])
    >>> read("chaჩel手袋"), read("ჩanეl"), read("кошка")
    ('chanel手袋', 'ჩanეl', 'кошка')
    """

    __slots__ = ("_begun", "_only")

    def __init__(self, words: Iterable[str]) -> None:
        begun: defaultdict[tuple[int, int, str], list[str]] = defaultdict(list)
        for word in words:
            for place, letter in enumerate(word[:_FIRST]):
                begun[len(word), place, letter].append(word)
        self._begun = {beginning: tuple(alike) for beginning, alike in begun.items()}
        self._only = functools.lru_cache(_MEMO)(self._read)

    def __call__(self, skeleton: str) -> str:
        """Give the skeleton with such words read; its length stays."""
        return _WORD.sub(lambda match: self._only(match[0]), skeleton) if is_blended(skeleton) else skeleton

    def _read(self, written: str) -> str:
        plain = sum(char.isascii() for char in written)
        first = next((place for place, letter in enumerate(written[:_FIRST]) if letter.isascii()), None)
        if first is None or plain == len(written) or 2 * plain <= len(written):
            return written
        pattern = re.compile("".join(char if char.isascii() else "." for char in written))
        fitting = [word for word in self._begun.get((len(written), first, written[first]), ()) if pattern.fullmatch(word)]
        return fitting[0] if len(fitting) == 1 else written
