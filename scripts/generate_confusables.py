"""Write data/generated/confusables.toml: letters that look like a Latin letter, as they read after the fold.

Needs the development-only package `confusable-homoglyphs` (MIT), which carries Unicode's confusables.txt (Unicode License v3).

    pip install confusable-homoglyphs && python scripts/generate_confusables.py
"""

from __future__ import annotations

import importlib.resources
import json
import re
import string
import unicodedata
from pathlib import Path

from listingguard.normalize import fold

TARGET = Path(__file__).parents[1] / "data" / "generated" / "confusables.toml"
HEAD = """# Written by scripts/generate_confusables.py; do not edit.
# Source: Unicode confusables.txt (Unicode License v3) by way of confusable-homoglyphs (MIT); diacritics from Python's unicodedata.
schema = 1
kind = "confusables"

[letters]
"""
#: The capital decides where the two cases look like different Latin letters.
BY_CAPITAL = {"ν": "n"}


def lookalikes() -> dict[str, str]:
    """Give each folded character that looks like one ASCII letter, with that letter."""
    source = importlib.resources.files("confusable_homoglyphs") / "confusables.json"
    table = json.loads(source.read_text(encoding="utf8"))
    found: dict[str, str] = {}
    for letter in string.ascii_uppercase + string.ascii_lowercase:  # small letters last: they win
        for entry in table.get(letter, []):
            folded = fold(entry["c"])
            if len(folded) == 1 and not folded.isascii() and unicodedata.category(folded).startswith("L"):
                found[folded] = letter.lower()
    return found | BY_CAPITAL


def by_name() -> dict[str, str]:
    """Give the Latin letters whose Unicode name says which letter they are: small capitals, letters with hooks, turned ones."""
    found = {}
    for code in (*range(0x180, 0x2B0), *range(0x1D00, 0x1DC0), *range(0x2C60, 0x2C80), *range(0xA720, 0xA7FF), *range(0xAB30, 0xAB6C)):
        folded = fold(chr(code))
        name = re.match(
            r"LATIN (?:SMALL LETTER|CAPITAL LETTER|LETTER SMALL CAPITAL|LETTER) (?:TURNED |REVERSED |SIDEWAYS )?([A-Z])\b",
            unicodedata.name(chr(code), ""),
        )
        if name and len(folded) == 1 and not folded.isascii():
            found[folded] = name[1].lower()
    return found


def accented_lookalikes(letters: dict[str, str]) -> dict[str, str]:
    """Give Greek and Cyrillic letters with diacritics whose bare letter looks like a Latin one."""
    chars = (fold(chr(code)) for code in (*range(0x370, 0x530), *range(0x1F00, 0x2000)))
    bases = ((char, unicodedata.normalize("NFD", char)[0]) for char in chars if len(char) == 1)
    return {char: letters[base] for char, base in bases if char != base and base in letters}


#: What no table has and every reader sees, by letter: Greek, Cyrillic and Armenian letters, signs and pictures of letters.
DRAWN = {
    "a": "α₳∀∧ᗩ", "b": "βвь฿₿", "c": "ⲥς¢©₵₡⊂ᑕɔ", "d": "дժð₫∂", "e": "ε℮📧€ξзэəɛ∑∈ᗴե", "f": "₣ʃ", "g": "ց₲", "h": "нհ♓", "i": "ɩᏆ",
    "j": "յ", "k": "κкĸ₭", "l": "λℓ£ᒪլ₤", "m": "м♏₥", "n": "ηπилпոռ♑₦ղր∏∩ᑎ", "o": "σюօⲟ⭕🅾фφθᗝ", "p": "ƿքρ₽þ₱", "q": "զ", "r": "ягʀ®",
    "s": "տꜱ💲ƨ₴ᔕ", "t": "τт₮", "u": "μսմцն∪", "v": "∨", "w": "ωԝ₩шщաᗯ", "x": "χж᙭", "y": "γ¥чψ", "z": "ʒȝ",
}  # fmt: skip


def with_diacritics() -> dict[str, str]:
    """Give each Latin letter with diacritics, with its base letter."""
    found = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        folded = fold(chr(code))
        base = unicodedata.normalize("NFD", folded)[0]
        if len(folded) == 1 and not folded.isascii() and base.isascii() and base.isalpha():
            found[folded] = base
    return found | {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ƙ": "k", "ɡ": "g", "ŋ": "n"}


def main() -> None:
    """Write the file, sorted, so that a second run changes nothing."""
    table = by_name() | lookalikes()
    drawn = {char: letter for letter, chars in DRAWN.items() for char in chars}
    table |= accented_lookalikes(table | drawn) | with_diacritics() | drawn
    lines = [f'"{char}" = "{letter}"' for char, letter in sorted(table.items())]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
