"""Write data/generated/near_words.toml: honest English words that are a keystroke or two from a brand of the lexicon, or a part of one.

Needs a list of English words, one a line: on Debian the package wamerican-large, which is made from SCOWL. Run it again after brands were
added; a second run changes nothing.

    apt-get install wamerican-large && python scripts/generate_near_words.py
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from listingguard.lexicon import Lexicon, compile_records
from listingguard.lexicon.load import load
from listingguard.lexicon.read import read_files
from listingguard.match import TypoSearch
from listingguard.match.sound import likeness
from listingguard.normalize import fold
from listingguard.tokens import listed_words

LONG = 4
DATA = Path(__file__).parents[1] / "data"
TARGET = DATA / "generated" / "near_words.toml"
WORDS = Path("/usr/share/dict/american-english-large")
HEAD = """# Written by scripts/generate_near_words.py; do not edit.
# Source: SCOWL by way of Debian's wamerican-large 2020.12.07; Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify,
# distribute and sell the word lists, and the list created from them, for any purpose is granted without fee, provided that the copyright
# notice and this permission appear in all copies. SCOWL is provided "as is" without express or implied warranty.
# Chinese words: jieba's dictionary (MIT).
schema = 1
kind = "near-words"

"""


def lexicon_without_near_words() -> Lexicon:
    """Compile the lexicon as it would be if no word were excused."""
    return compile_records(dataclasses.replace(load(read_files(DATA)), near_words=frozenset(), honest=frozenset()))


def honest_words(lines: Iterable[str]) -> set[str]:
    """Give the words of a list as a folded text would hold them; a possessive is its word, which is in the list, too."""
    return {word for line in lines if re.fullmatch("[a-z]{3,24}", word := fold(line.strip()))}


def near_words(words: set[str], lexicon: Lexicon) -> list[str]:
    """Keep the words that would be taken for a misspelt brand, and those one keystroke from a word of a brand of two words (ball, Bull)."""
    search = TypoSearch(lexicon)
    parts: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for part in {part for name in lexicon.typos if " " in name for part in name.split(" ")}:
        for size in (len(part) - 1, len(part), len(part) + 1):
            parts[part[0], size].add(part)
    near_a_part = (word for word in words if process.extractOne(word, parts[word[0], len(word)], scorer=OSA.distance, score_cutoff=1))
    return sorted(
        {word for word in words if len(word) > LONG and search.word(word)} | {word for word in near_a_part if word not in lexicon.known}
    )


def chinese_words(lexicon: Lexicon) -> list[str]:
    """Keep the words of jieba's dictionary that sound like a term and share a character with it."""
    found = []
    for word in listed_words():
        for index, start, end in lexicon.heard.find(lexicon.sounds(word)):
            terms = lexicon.heard.values(index) if (start, end) == (0, len(word)) else ()
            if any(likeness(term.folded, word, lexicon.sounds) for term in terms):
                found.append(word)
                break
    return sorted(found)


def main() -> None:
    """Write the file, sorted, so that a second run changes nothing."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else WORDS
    lexicon = lexicon_without_near_words()
    text = HEAD
    for name, found in (
        ("words", near_words(honest_words(path.read_text(encoding="utf8").splitlines()), lexicon)),
        ("chinese", chinese_words(lexicon)),
    ):
        text += f"{name} = [\n" + "".join(f"    {json.dumps(word, ensure_ascii=False)},\n" for word in found) + "]\n"
        print(f"{len(found)} {name}")
    TARGET.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
