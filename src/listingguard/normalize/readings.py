"""What a letter may be read as beside its first look: Λ is a Greek l and drawn like A (PRΛDΛ). Chinese characters, too (N工KE)."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from typing import Final

__all__ = ["OTHER_LOOKS", "has_drawn_characters", "other_readings"]

#: What a folded letter looks like in its other case, or to other eyes. The first look is in `data/generated/confusables.toml`.
OTHER_LOOKS: Final[dict[str, str]] = {
    "δ": "d", "η": "h", "λ": "a", "ν": "v", "σ": "e", "υ": "y", "χ": "h", "ψ": "w", "ω": "o",
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
_WORD: Final = re.compile(f"[a-z{''.join(OTHER_LOOKS)}]+")
_TRIED: Final = 16  # readings of a word


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
    if _OTHER.search(folded):
        looks = {word: _looks(word) for word in _WORD.findall(folded)}
        for i in range(max(map(len, looks.values()))):
            yield _WORD.sub(lambda match, i=i: looks[match[0]][min(i, len(looks[match[0]]) - 1)], folded)  # type: ignore[misc]
    if has_drawn_characters(folded):
        yield from dict.fromkeys(place.sub(lambda match: _DRAWN[match[0]], folded) for place in (_BETWEEN, _CHARACTER))


@functools.lru_cache(maxsize=1024)
def _looks(word: str) -> tuple[str, ...]:
    """Give a word with some of its letters read by their other look: all of them first, then fewer; or as it is where it has none."""
    chars = tuple(dict.fromkeys(_OTHER.findall(word)))
    chosen = itertools.chain.from_iterable(itertools.combinations(chars, size) for size in range(len(chars), 0, -1))
    read = (word.translate({ord(char): OTHER_LOOKS[char] for char in some}) for some in itertools.islice(chosen, _TRIED))
    return tuple(read) or (word,)
