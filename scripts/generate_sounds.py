"""Write data/generated/sounds.toml: how Chinese characters are read, without tones.

Needs the development-only package `pypinyin` (MIT), whose table of single characters is made from Unicode's Unihan readings.

    pip install pypinyin && python scripts/generate_sounds.py
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin

from listingguard.normalize import fold

TARGET = Path(__file__).parents[1] / "data" / "generated" / "sounds.toml"
HEAD = """# Written by scripts/generate_sounds.py; do not edit.
# Source: pypinyin 0.55.0 (MIT), from the readings of Unicode's Unihan database (Unicode License v3).
# `first` is the usual reading, by which a text is heard; `other` are further ones, which a name may have.
schema = 1
kind = "sounds"
"""


#: Characters that are read in more than one way in everyday words and names; the rest have further readings in old texts only.
POLYPHONES = set(
    "长乐行重朝调都大单朴曾解贾盖查区任给还藏传弹倒地得发分干好和喝荷会几假间将降觉卡看空量露绿率落没模难宁胖炮屏曝奇强茄省石似宿提挑通吐为系鲜相削血要着中种转"
)

#: Characters of which the table does not tell the usual reading first.
USUAL = {
    "勒": "le lei",
    "佛": "fo fu",
    "泊": "bo po",
    "伽": "jia ga",
    "缪": "miao miu",
    "琢": "zhuo",
    "似": "si",
    "翟": "zhai di",
    "爪": "zhua zhao",
}


def characters() -> list[str]:
    """Give the characters of everyday text (GB 2312) that the fold leaves as they are: Traditional ones are heard as their Simplified."""
    return [c for c in map(chr, range(0x4E00, 0x9FA6)) if c.encode("gb2312", "ignore") and fold(c) == c]


def readings(char: str) -> list[str]:
    """Give the readings of a character, the usual one first; ü is written v, marks of rare syllables are dropped."""
    if char in USUAL:
        return USUAL[char].split()
    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    plain = ["".join(c for c in unicodedata.normalize("NFD", r.replace("ü", "v")) if c.isascii()) for r in (found[0] if found else [])]
    return list(dict.fromkeys(r for r in plain if r.isalpha()))


def table(chars: list[str], *, first: bool) -> dict[str, str]:
    """Give the characters by syllable: by their usual reading, or by their others."""
    by_syllable: defaultdict[str, list[str]] = defaultdict(list)
    for char in chars:
        for syllable in readings(char)[:1] if first else readings(char)[1:3] if char in POLYPHONES or char in USUAL else ():
            by_syllable[syllable].append(char)
    return {syllable: "".join(found) for syllable, found in sorted(by_syllable.items())}


def main() -> None:
    """Write the file, sorted, so that a second run changes nothing."""
    chars = characters()
    parts = [HEAD]
    for name, first in (("first", True), ("other", False)):
        lines = (f"{syllable} = {json.dumps(found, ensure_ascii=False)}\n" for syllable, found in table(chars, first=first).items())
        parts.append(f"\n[{name}]\n" + "".join(lines))
    TARGET.write_text("".join(parts), encoding="utf8")


if __name__ == "__main__":
    main()
