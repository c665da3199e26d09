"""Disguises of Han names by their form: Traditional and variant characters, radicals, look-alikes, parts."""

from __future__ import annotations

from disguises.case import Dice
from disguises.everyday import EVERYDAY
from disguises.glyphs import LOOKALIKES, RADICALS, SPLIT, TRADITIONAL, VARIANTS


def traditional(word: str, dice: Dice) -> str | None:
    """Write a name in Traditional characters, all of it or one alone: 爱马仕 → 愛馬仕, 爱馬仕."""
    able = [i for i, c in enumerate(word) if c in TRADITIONAL]
    if not able:
        return None
    chosen = able if dice.random.random() < 0.5 else [dice.random.choice(able)]  # noqa: PLR2004
    return "".join(TRADITIONAL[c] if i in chosen else c for i, c in enumerate(word))


def variants(word: str, dice: Dice) -> str | None:
    """Write an old, Japanese or popular form of one character: 克罗心 → 剋罗心."""
    return dice.replace(word, VARIANTS, 1)


def radicals(word: str, dice: Dice) -> str | None:
    """Write a radical or a compatibility ideograph for a character: 小米 → ⼩⽶, 香奈儿 → ⾹奈儿."""
    able = [i for i, c in enumerate(word) if c in RADICALS]
    if not able:
        return None
    return "".join(dice.random.choice(RADICALS[c]) if c in RADICALS else c for c in word)


def han_lookalikes(word: str, dice: Dice) -> str | None:
    """Write a character that looks like the right one: 耐克 → 耐充; never a word of everyday speech."""
    made = dice.replace(word, LOOKALIKES, 1)
    return None if made in EVERYDAY else made


def split_characters(word: str, dice: Dice) -> str | None:
    """Write the parts of one character side by side: 妈妈 → 女马妈, 耐克 → 而寸克."""
    able = [i for i, c in enumerate(word) if c in SPLIT]
    if not able:
        return None
    at = dice.random.choice(able)
    return word[:at] + SPLIT[word[at]] + word[at + 1 :]
