"""What a letter may be read as beside its first look: Λ is a Greek l and drawn like A (PRΛDΛ). Chinese characters, too (N工KE)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["OTHER_LOOKS", "has_drawn_characters", "other_readings"]

#: What a folded letter looks like in its other case, or to other eyes. The first look is in `data/generated/confusables.toml`.
OTHER_LOOKS: Final[dict[str, str]] = {
    "δ": "d", "η": "h", "λ": "a", "μ": "u", "ν": "v", "σ": "e", "υ": "y", "χ": "h", "ψ": "w", "ω": "o",
    "в": "v", "д": "a", "ж": "k", "з": "z", "и": "u", "л": "a", "н": "n", "п": "p", "р": "r", "с": "s", "у": "u", "ф": "f", "ч": "h",
    "ք": "f", "ə": "a", "ʌ": "a",
}  # fmt: skip
#: Chinese characters that are drawn like a capital, by letter; read so right beside a plain letter alone.
_CHARACTERS: Final = {
    "a": "卂", "b": "乃日曰阝", "c": "匚", "d": "刀", "e": "乇彐", "f": "下千", "g": "厶", "h": "卄廾", "i": "工丨", "j": "丁亅", "k": "长",
    "l": "乚", "m": "爪从", "n": "几冂", "o": "口囗〇", "p": "尸卩", "r": "尺", "s": "丂", "t": "丅十七", "u": "凵", "w": "山", "x": "乂",
    "y": "丫", "z": "乙",
}  # fmt: skip
_DRAWN: Final = {char: letter for letter, chars in _CHARACTERS.items() for char in chars}
_CHARACTER: Final = re.compile(f"[{''.join(_DRAWN)}](?:(?=[a-z])|(?<=[a-z].))")
_BETWEEN: Final = re.compile(rf"{_CHARACTER.pattern}(?<=[a-z].)(?=[a-z])")
_OTHER: Final = re.compile(f"[{''.join(OTHER_LOOKS)}]")
_TRIED: Final = 8  # readings of a text


def has_drawn_characters(folded: str) -> bool:
    """Tell whether a Chinese character that is drawn like a letter stands right beside one.

    >>> [has_drawn_characters(text) for text in ("n工ke跑鞋", "手工nike", "工装nike")]
    [True, True, False]
    """
    return _CHARACTER.search(folded) is not None


def other_readings(folded: str) -> Iterator[str]:
    """Give what a folded text may also be read as, character for character: letters by their other look, drawn characters as letters.

    >>> list(other_readings("prλdλ手提包")), list(other_readings("n工ke跑鞋")), list(other_readings("nike跑鞋"))
    (['prada手提包'], ['nike跑鞋'], [])
    >>> list(other_readings("νikσ"))
    ['vike', 'vikσ', 'νike']
    """
    if found := dict.fromkeys(_OTHER.findall(folded)):
        chosen = itertools.islice(_choices(found), _TRIED)
        yield from (folded.translate({ord(char): OTHER_LOOKS[char] for char in chars}) for chars in chosen)
    if has_drawn_characters(folded):
        yield from dict.fromkeys(place.sub(lambda match: _DRAWN[match[0]], folded) for place in (_BETWEEN, _CHARACTER))


def _choices(chars: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Give what of some characters to read otherwise: first all, then fewer of them."""
    every = tuple(chars)
    return itertools.chain.from_iterable(itertools.combinations(every, size) for size in range(len(every), 0, -1))
