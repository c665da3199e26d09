"""Disguises that put marks between or in place of characters of a name."""

from __future__ import annotations

from disguises.case import Dice
from disguises.letters import DECOYS, HAN_SEPARATORS, MASKS

SHORT = 2
LONGEST_MASKED = 6


def separated_han(word: str, dice: Dice) -> str | None:
    """Put a separator between Han characters, once or everywhere: 阿迪达斯 → 阿迪·达斯, 耐克 → 耐 克."""
    separator = dice.must(HAN_SEPARATORS)
    if dice.random.random() < 0.4:  # noqa: PLR2004
        return separator.join(word)
    at = dice.random.randrange(1, len(word))
    return word[:at] + separator + word[at:]


def decoys(word: str, dice: Dice) -> str | None:
    """Put ornaments inside a name of any script: 阿迪达斯 → 阿迪&达斯, 耐克 → 耐★克, Gucci → Gu♥cci."""
    at = dice.random.randrange(1, len(word))
    return word[:at] + dice.must(DECOYS) + word[at:]


def masked_han(word: str, dice: Dice) -> str | None:
    """Hide characters behind marks but keep the first: 香奈儿 → 香*儿, 香**, 法拉利 → 法拉*."""
    mask = dice.must(MASKS)
    if len(word) == SHORT:
        return word[0] + mask
    kept = dice.random.choice([1, len(word) - 1])
    if dice.random.random() < 0.5:  # noqa: PLR2004
        return word[:kept] + mask
    at = dice.random.randrange(1, len(word) - 1)
    return word[:at] + mask[0] + word[at + 1 :]


def masked_latin(word: str, dice: Dice) -> str | None:
    """Hide one letter or the middle of a Latin name behind marks: Chanel → Ch@nel, C*anel, Gucci → G***i."""
    mask = dice.must([m for m in MASKS if not m.isalpha() and len(m) == 1])
    if " " in word:
        return None
    if len(word) <= LONGEST_MASKED and dice.random.random() < 0.5:  # noqa: PLR2004
        return word[0] + mask * (len(word) - 2) + word[-1]
    at = dice.random.randrange(1, len(word) - 1)
    return word[:at] + mask + word[at + 1 :] if word[at].isalpha() else None
