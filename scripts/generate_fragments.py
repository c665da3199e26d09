"""Write data/generated/fragments.toml: pieces of brand names that are no words by themselves and belong to one brand only.

Needs a list of English words, one a line: on Debian the package wamerican-large, which is made from SCOWL. What is a Chinese word, jieba's
dictionary says. Run it again after brands were added; a second run changes nothing.

    apt-get install wamerican-large && python scripts/generate_fragments.py
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from listingguard.lexicon.forms import AMBIGUOUS, brand_rows, rule_rows
from listingguard.lexicon.load import load
from listingguard.lexicon.read import read_files
from listingguard.lexicon.schema import BrandRecord
from listingguard.lexicon.terms import is_han
from listingguard.normalize import fold
from listingguard.tokens import is_listed

DATA = Path(__file__).parents[1] / "data"
TARGET = DATA / "generated" / "fragments.toml"
WORDS = Path("/usr/share/dict/american-english-large")
HEAD = """# Written by scripts/generate_fragments.py; do not edit.
# Source: names of data/brands; what is a word is told by SCOWL (Debian's wamerican-large 2020.12.07) and by jieba's dictionary (MIT).
schema = 1
kind = "fragments"
"""
HAN, LATIN, PREFIXES, LEFT = 3, 6, range(4, 8), 2


def fragments(brand: BrandRecord) -> Iterator[str]:
    """Give the pieces by which a well-known brand goes: both ends of its Chinese names, all but the last character, the beginning of Latin ones."""
    for name in (name for name in brand.names.all() if name not in brand.ambiguous and brand.confidence == "high"):
        folded = fold(name)
        if is_han(folded) and len(folded) >= HAN:
            yield from {folded[:2], folded[-2:], folded[:-1]}
        elif folded.replace(" ", "").isalpha() and folded.isascii():
            first = folded.split(" ")[0]
            yield from (first[:size] for size in PREFIXES if len(first) >= LATIN and size <= len(first) - LEFT)


def anchors(brand: BrandRecord) -> Iterator[str]:
    """Give both ends of each Chinese name of three characters or more."""
    for folded in (fold(name) for name in brand.names.all() if name not in brand.ambiguous):
        if is_han(folded) and len(folded) >= HAN:
            yield from (folded[:2], folded[-2:])


def unique(pieces: Callable[[BrandRecord], Iterator[str]], brands: Iterable[BrandRecord], words: set[str]) -> dict[str, list[str]]:
    """Give the pieces by brand: those that are no words and belong to no other brand."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for brand in brands:
        for piece in pieces(brand):
            owners[piece].add(brand.id)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for piece, ids in owners.items():
        if len(ids) == 1 and piece not in words and not (is_han(piece) and is_listed(piece)):
            found[ids.pop()].append(piece)
    return found


def main() -> None:
    """Write the file, sorted, so that a second run changes nothing."""
    records = load(tuple(file for file in read_files(DATA) if not file.path.startswith("generated/")))
    words = {fold(line.strip()) for line in (Path(sys.argv[1]) if len(sys.argv) > 1 else WORDS).read_text(encoding="utf8").splitlines()}
    words |= {row.folded for brand in records.brands for row in brand_rows(brand)}
    words |= {row.folded for rule in records.rules for row in rule_rows(rule)}
    words |= {part for brand in records.brands for row in brand_rows(brand) if row.flags & ~AMBIGUOUS for part in row.folded.split()}
    words |= {fold(word) for goods in records.goods for word in goods.words.all()} | {
        fold(w) for cue in records.cues for w in cue.words.all()
    }
    parts = unique(fragments, records.brands, words)
    known = {piece for found in parts.values() for piece in found}
    text = HEAD
    for name, found in (("fragments", parts), ("anchors", unique(anchors, records.brands, words | known))):
        lines = (f"{brand} = {json.dumps(sorted(found[brand]), ensure_ascii=False)}\n" for brand in sorted(found))
        text += f"\n[{name}]\n" + "".join(lines)
        print(f"{sum(map(len, found.values()))} {name} of {len(found)} brands", file=sys.stderr)
    TARGET.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
