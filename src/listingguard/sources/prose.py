"""Which cells hold text for buyers, and how much of it."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["HAN", "is_running_text", "weight_of"]

HAN: Final = re.compile(r"[\u3400-\u9fff]")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ENOUGH_HAN: Final = 15
_ENOUGH_WORDS: Final = 8
_LOOK: Final = 2000
_LINK: Final = re.compile(r"\s*(?:https?:)?//|\s*[\[{<]|[\w./\\-]+\.(?:jpe?g|png|webp|gif)\b", re.IGNORECASE)
_HEAVY: Final = 2  #: a Chinese character says as much as three letters: its own and two more


def is_running_text(value: object) -> bool:
    """Tell whether a cell holds text for buyers, not a link, a number, a path or a key.

    >>> [is_running_text(x) for x in ("加厚羊毛围巾，冬天戴着暖和又舒服", "https://example.com/a-long-address/of/an/image.jpg", "M")]
    [True, False, False]
    """
    if not isinstance(value, str) or len(value) < _ENOUGH_HAN or _LINK.match(value):
        return False
    head = value[:_LOOK]
    return len(HAN.findall(head)) >= _ENOUGH_HAN or (" " in head and len(_WORD.findall(head)) >= _ENOUGH_WORDS)


def weight_of(value: object) -> int:
    """Say how much text a cell holds: a number, a date and a link have none.

    >>> weight_of("SCARF-7"), weight_of("羊毛围巾"), weight_of("9.90"), weight_of("https://example.com/scarf")
    (5, 12, 0, 0)
    """
    if not isinstance(value, str) or _LINK.match(value):
        return 0
    head = value[:_LOOK]
    return len(_LETTER.findall(head)) + _HEAVY * len(HAN.findall(head))
