"""Disguises of Latin names: other characters for the same letters, and letters set apart or repeated."""

from __future__ import annotations

from disguises.case import Dice
from disguises.letters import (
    ACCENTED,
    ENCLOSED,
    INVISIBLE,
    LATIN_SEPARATORS,
    LEET,
    LETTER_GROUPS,
    LOOKALIKES,
    MARKS,
    MATHEMATICAL,
    PHONETIC,
    SMALL_CAPS,
    SUPERSCRIPTS,
)

WIDE = 0xFEE0
LONG_ENOUGH = 2
LONGEST_SPACED = 12


def width(word: str, dice: Dice) -> str | None:
    """Write letters in full width, all or every other: Gucci → Ｇｕｃｃｉ, GｕcＣi."""
    step = dice.random.choice([1, 1, 2])
    return "".join(chr(ord(c) + WIDE) if c.isalnum() and c.isascii() and i % step == 0 else c for i, c in enumerate(word))


def case(word: str, dice: Dice) -> str | None:
    """Mix capitals and small letters as no writer of the name does: Nike → nIkE."""
    first = dice.random.choice([0, 1])
    mixed = "".join(c.upper() if i % 2 == first else c.lower() for i, c in enumerate(word))
    return mixed if mixed != word else None


def enclosed(word: str, dice: Dice) -> str | None:
    """Put letters in circles or squares: Nike → ⓃⒾⓀⒺ."""
    upper, lower = dice.must(ENCLOSED)
    return "".join(shifted(c, upper, lower) for c in word)


def mathematical(word: str, dice: Dice) -> str | None:
    """Write letters in a mathematical style: Nike → 𝗡𝗶𝗸𝗲."""
    start = dice.must(MATHEMATICAL)
    return "".join(shifted(c, start, start + 26) for c in word)


def shifted(char: str, upper: int, lower: int) -> str:
    """Move a Latin letter to the place that it has in another run of letters."""
    if not (char.isascii() and char.isalpha()):
        return char
    return chr(upper + ord(char) - ord("A")) if char.isupper() else chr(lower + ord(char) - ord("a"))


def diacritics(word: str, dice: Dice) -> str | None:
    """Put accents or combining marks on letters: Chanel → Chànél, N̶i̶k̶e̶."""
    if dice.random.random() < 0.5:  # noqa: PLR2004
        return dice.replace(word.lower(), ACCENTED, 2)
    mark = dice.must(MARKS)
    return "".join(c + mark if c.isalpha() else c for c in word)


def lookalikes(word: str, dice: Dice) -> str | None:
    """Put Cyrillic, Greek, Armenian or Cherokee twins in place of some letters: Chanel → Сhаnel."""
    return dice.replace(word, LOOKALIKES, dice.random.choice([1, 2, 3]))


def small_caps(word: str, dice: Dice) -> str | None:
    """Write small capitals, superscript or phonetic letters: Nike → ɴɪᴋᴇ, ᴺⁱᵏᵉ."""
    table = dice.random.choice([SMALL_CAPS, SUPERSCRIPTS, PHONETIC])
    few = len(word) if table is not PHONETIC else 2
    letters = list(word.lower())
    able = [i for i, c in enumerate(letters) if c in table]
    for i in dice.random.sample(able, min(few, len(able))):
        letters[i] = table[letters[i]]
    return "".join(letters) if able else None


def leet(word: str, dice: Dice) -> str | None:
    """Put digits and signs in place of one or two letters: Nike → n1k3, Chanel → chane1."""
    return dice.replace(word.lower(), LEET, dice.random.choice([1, 2]))


def letter_groups(word: str, dice: Dice) -> str | None:
    """Put two letters that look like one in its place: Gymshark → Gyrnshark."""
    able = [i for i, c in enumerate(word) if i and c in LETTER_GROUPS]
    if not able:
        return None
    at = dice.random.choice(able)
    group = dice.draw(LETTER_GROUPS[word[at]])
    return word[:at] + group + word[at + 1 :] if group else None


def invisible(word: str, dice: Dice) -> str | None:
    """Put characters inside that nobody sees, in names of any script: Ni[ZWSP]ke, 得[DEL]力."""
    letters = list(word)
    for at in reversed(dice.places(len(word) - 1, dice.random.choice([1, 1, 2]))):
        letters.insert(at + 1, dice.must(INVISIBLE))
    return "".join(letters)


def spaced_latin(word: str, dice: Dice) -> str | None:
    """Set every letter apart: Nike → N I K E, n.i.k.e, N-I-K-E."""
    bare = [c for c in word if c.isalnum()]
    if len(bare) > LONGEST_SPACED or any(c.isdigit() for c in bare):
        return None
    return dice.must(LATIN_SEPARATORS).join(bare)


def split_latin(word: str, dice: Dice) -> str | None:
    """Set a name apart in one place by a mark that is no blank: Gucci → Gu-cci, Chanel → Cha.nel."""
    if " " in word:
        return None
    at = dice.random.randrange(LONG_ENOUGH, len(word) - 1)
    separator = dice.must(LATIN_SEPARATORS[1:])
    return None if separator.isspace() else word[:at] + separator + word[at:]


def repeated(word: str, dice: Dice) -> str | None:
    """Repeat a letter that the name holds once: Nike → niiike, Gucci → guccii."""
    at = dice.random.randrange(1, len(word))
    if not word[at].isalpha():
        return None
    return word[:at] + word[at] * dice.random.choice([1, 2, 3]) + word[at:]


def camel(word: str, dice: Dice) -> str | None:
    """Break a name over capitals, dots or blanks at a syllable: Adidas → Adi das, Adi.das."""
    if " " in word or not word.isalpha():
        return None
    cuts = [i for i in range(2, len(word) - 1) if word[i - 1].lower() in "aeiou" and word[i].lower() not in "aeiou"]
    if not cuts:
        return None
    at = dice.random.choice(cuts)
    return word[:at] + dice.must([" ", ".", "-", "_"]) + word[at:]
