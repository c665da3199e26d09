"""Write data/generated/confusables.toml: letters that look like a Latin letter, as they read after the fold.

Needs the development-only package `confusable-homoglyphs` (MIT), which carries Unicode's confusables.txt (Unicode License v3).

    pip install confusable-homoglyphs && python scripts/generate_confusables.py
"""

from __future__ import annotations

import importlib.resources
import json
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
    table = lookalikes() | with_diacritics()
    lines = [f'"{char}" = "{letter}"' for char, letter in sorted(table.items())]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
