"""Disguises of Han names by their sound: other characters, or Latin letters."""

from __future__ import annotations

from disguises.case import Dice
from disguises.everyday import EVERYDAY
from disguises.sounds import READING, alike, nearly_alike

LONG = 3


def homophones(word: str, dice: Dice) -> str | None:
    """Write other characters of the same sound: 古驰 → 古池, 耐克 → 奈克; never a word of everyday speech."""
    table = {c: alike(c) for c in word if alike(c)}
    made = dice.replace(word, table, 1 if len(word) < LONG else dice.random.choice([1, 2]))
    return None if made in EVERYDAY else made


def near_homophones(word: str, dice: Dice) -> str | None:
    """Write one character of nearly the same sound (n/l, z/zh, in/ing): 兰蔻 → 南蔻; names of three and more."""
    table = {c: nearly_alike(c) for c in word if nearly_alike(c)}
    made = dice.replace(word, table, 1)
    return None if made in EVERYDAY else made


def pinyin(word: str, dice: Dice) -> str | None:
    """Write the whole name in pinyin: 耐克 → naike, 路易威登 → lu yi wei deng; five letters and more."""
    if not all(c in READING for c in word):
        return None
    syllables = [READING[c] for c in word]
    if len("".join(syllables)) < 5 or any("v" in s for s in syllables):  # noqa: PLR2004
        return None
    joined = dice.must(["", " ", "-", "'", "", " "]).join(syllables)
    return dice.random.choice([joined, joined.title(), joined.upper()])


def mixed_pinyin(word: str, dice: Dice) -> str | None:
    """Write one character in pinyin and leave the rest: 耐克 → 耐ke, 迪奥 → di奥."""
    able = [i for i, c in enumerate(word) if c in READING and "v" not in READING[c]]
    if not able:
        return None
    at = dice.random.choice(able)
    return word[:at] + READING[word[at]] + word[at + 1 :]


def initials(word: str, dice: Dice) -> str | None:
    """Write the initials of three and more syllables beside goods: 阿迪达斯 → ADDS, adds."""
    if len(word) < LONG or not all(c in READING for c in word):
        return None
    letters = "".join(READING[c][0] for c in word)
    return dice.random.choice([letters, letters.upper()])
