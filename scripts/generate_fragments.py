"""Write data/generated/fragments.toml: pieces of brand names that are no words by themselves and belong to one brand only.

Needs a list of English words, one a line: on Debian the package wamerican-large, which is made from SCOWL. What is a Chinese word, jieba's
dictionary says. Run it again after brands were added; a second run changes nothing.

    apt-get install wamerican-large && python scripts/generate_fragments.py
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
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

[fragments]
"""
#: Goods whose marks are written in pieces.
GOODS = {"bag", "apparel", "footwear", "watch", "jewellery", "cosmetics", "perfume", "eyewear", "fashion-accessory", "luggage"}
HAN, LATIN, PREFIXES, LEFT = 3, 7, range(4, 8), 3


def pieces(brand: BrandRecord) -> Iterator[str]:
    """Give both ends of each Chinese name of three characters or more, and the beginnings of long Latin names of one word."""
    for name in (*brand.names.all(), *brand.nicknames):
        folded = fold(name)
        if name in brand.ambiguous:
            continue
        if is_han(folded) and len(folded) >= HAN:
            yield from (folded[:2], folded[-2:])
        elif folded.isascii() and folded.isalpha() and len(folded) >= LATIN and GOODS & set(brand.goods):
            yield from (folded[:size] for size in PREFIXES if size <= len(folded) - LEFT)


def fragments(brands: Iterable[BrandRecord], words: set[str]) -> dict[str, list[str]]:
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
    records = load(read_files(DATA))
    words = {fold(line.strip()) for line in (Path(sys.argv[1]) if len(sys.argv) > 1 else WORDS).read_text(encoding="utf8").splitlines()}
    words |= {row.folded for brand in records.brands for row in brand_rows(brand)}
    words |= {row.folded for rule in records.rules for row in rule_rows(rule)}
    words |= {part for brand in records.brands for row in brand_rows(brand) if row.flags & ~AMBIGUOUS for part in row.folded.split()}
    words |= {fold(word) for goods in records.goods for word in goods.words.all()} | {
        fold(w) for cue in records.cues for w in cue.words.all()
    }
    found = fragments(records.brands, words)
    lines = (f"{brand} = {json.dumps(sorted(found[brand]), ensure_ascii=False)}\n" for brand in sorted(found))
    TARGET.write_text(HEAD + "".join(lines), encoding="utf8")
    print(f"{sum(map(len, found.values()))} fragments of {len(found)} brands", file=sys.stderr)


if __name__ == "__main__":
    main()
