"""Disguises of Latin names by their spelling: typos, words run together or apart, names cut short."""

from __future__ import annotations

from disguises.case import Dice
from disguises.everyday import EVERYDAY_ENGLISH
from disguises.letters import NEIGHBOURS

VOWELS = "aeiou"


def typo(word: str, dice: Dice) -> str | None:
    """Misspell a long name by one letter left out, doubled, swapped, hit beside or by another vowel: Burberry → Burbery."""
    at = dice.random.randrange(1, len(word) - 1)
    if " " in word or not word[at].isalpha():
        return None
    slip = dice.random.choice([left_out, doubled, swapped, beside, other_vowel])
    made = slip(word, at, dice)
    return None if made is None or made.lower() in EVERYDAY_ENGLISH or made.lower() == word.lower() else made


def left_out(word: str, at: int, _dice: Dice) -> str | None:
    """Leave a letter out: Chanel → Chnel."""
    return word[:at] + word[at + 1 :]


def doubled(word: str, at: int, _dice: Dice) -> str | None:
    """Double a letter: Chanel → Channel is a word, but Versace → Versacce."""
    return word[:at] + word[at] + word[at:]


def swapped(word: str, at: int, _dice: Dice) -> str | None:
    """Swap a letter with the next: Louis → Loius."""
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if word[at + 1].isalpha() else None


def beside(word: str, at: int, dice: Dice) -> str | None:
    """Hit a neighbouring key: Adidas → Adodas."""
    key = dice.draw(NEIGHBOURS.get(word[at].lower(), ""))
    return word[:at] + key + word[at + 1 :] if key else None


def other_vowel(word: str, at: int, dice: Dice) -> str | None:
    """Write another vowel: Armani → Armeni."""
    return word[:at] + dice.random.choice(VOWELS) + word[at + 1 :] if word[at].lower() in VOWELS else None


def typo_of_two_words(word: str, dice: Dice) -> str | None:
    """Misspell one word of a name of two and more: Louis Vuitton → Loius Vuitton."""
    words = word.split(" ")
    able = [i for i, w in enumerate(words) if len(w) >= 5]  # noqa: PLR2004
    if len(words) < 2 or not able:  # noqa: PLR2004
        return None
    at = dice.random.choice(able)
    made = typo(words[at], dice)
    return None if made is None else " ".join([*words[:at], made, *words[at + 1 :]])


def merged(word: str, dice: Dice) -> str | None:
    """Run the words of a name together, or join them by a mark: Louis Vuitton → louisvuitton, new-balance."""
    if " " not in word:
        return None
    joined = word.replace(" ", dice.must(["", "-", "", "_", ".", "·"]))
    return dice.random.choice([joined, joined.lower(), joined.upper()])


def parted(word: str, dice: Dice) -> str | None:
    """Write a name of one word as two where its capitals or syllables part: iPhone → i phone, YouTube → You Tube."""
    if " " in word or not word.isalpha():
        return None
    inner = [i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()]
    middle = [i for i in range(3, len(word) - 2) if word[i - 1].lower() in VOWELS and word[i].lower() not in VOWELS]
    at = dice.random.choice(inner or middle) if inner or middle else None
    if at is None or (word[:at].lower() in EVERYDAY_ENGLISH and word[at:].lower() in EVERYDAY_ENGLISH):
        return None
    return word[:at] + " " + word[at:]


def cut_latin(word: str, _dice: Dice) -> str | None:
    """Cut a long name after its first syllables: Balenciaga → Balen; never where the rest is a word."""
    stem = word.split(" ", maxsplit=1)[0]
    ends = [i for i in range(4, min(6, len(stem) - 2) + 1) if stem[i - 1].lower() not in VOWELS]
    made = stem[: ends[-1]] if ends else None
    return None if made is None or made.lower() in EVERYDAY_ENGLISH else made
