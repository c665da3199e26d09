"""Write data/generated/fragments.toml: pieces of brand names that are no words by themselves and belong to one brand only.

Needs a list of English words, one a line: on Debian the package wamerican-large, which is made from SCOWL. What is a Chinese word, jieba's
dictionary says. Run it again after brands were added; a second run changes nothing.

    apt-get install wamerican-large && python scripts/generate_fragments.py
"""

from __future__ import annotations

import itertools
import json
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from listingguard.lexicon.forms import AMBIGUOUS, brand_rows, rule_rows
from listingguard.lexicon.load import Records, load
from listingguard.lexicon.read import read_files
from listingguard.lexicon.schema import BrandRecord
from listingguard.lexicon.terms import is_han
from listingguard.normalize import Sounds, fold
from listingguard.tokens import is_listed

DATA = Path(__file__).parents[1] / "data"
TARGET = DATA / "generated" / "fragments.toml"
WORDS = Path("/usr/share/dict/american-english-large")
HEAD = """# Written by scripts/generate_fragments.py; do not edit.
# Source: names of data/brands; what is a word is told by SCOWL (Debian's wamerican-large 2020.12.07) and by jieba's dictionary (MIT).
schema = 1
kind = "fragments"
"""
HAN, LATIN, PREFIXES, LEFT, WORD = 3, 6, range(4, 8), 2, 5
OFTEN, OFTENER = 1, 1000  # how often a word may not be seen that leads to names of three characters, and to longer ones, which tell more
TOLD = 50  # how often a word may not be seen that the end of a longer name holds
FEW = 4  # brands that an end of such a name may belong to
INITIALS = range(3, 7)
JOINTS = "之的与和"
#: Words of other languages, and beginnings of words, that no list of English words has.
FOREIGN = frozenset(["comme", "garcons", "sportif", "beaute", "modelo", "royale", "porto", "totale", "kera", "chic", "belle", "rouge"])
Pieces = Callable[[BrandRecord], Iterator[str]]


def plain_names(brand: BrandRecord) -> Iterator[str]:
    """Give the folded names of a brand that mean nothing else."""
    return (fold(name) for name in brand.names.all() if name not in brand.ambiguous)


def fragments(brand: BrandRecord) -> Iterator[str]:
    """Give the pieces by which a brand goes whose facts a page bears out: ends of its Chinese names, beginnings of its Latin ones.

    Behind a beginning that names of the brand share (老蛙镜头, 老蛙微距) stands a word for goods.
    """
    names = list(plain_names(brand)) if brand.checked else []
    shared = Counter(folded[:2] for folded in names)
    for folded in names:
        if is_han(folded) and len(folded) >= HAN:
            tail = folded[-2:] if shared[folded[:2]] == 1 and folded[-2] not in JOINTS else folded[:2]
            told = len(folded) == HAN or any(is_listed(pair, TOLD) for pair in pairs(folded[1:]))
            end = tail if told else folded[1:]  # 拉格慕, but not 克香槟
            yield from {folded[:2], tail, folded[:-1], end}
        elif plain := latin_letters(folded):
            first = plain.split(" ")[0]
            yield from (first[:size] for size in PREFIXES if len(first) >= LATIN and size <= len(first) - LEFT)
    yield from own_words(brand) if brand.checked else ()


def pairs(word: str) -> Iterator[str]:
    """Give each two characters that stand side by side."""
    return map("".join, itertools.pairwise(word))


def latin_letters(folded: str) -> str:
    """Give a Latin name of letters alone without its accents, or nothing: lancome."""
    plain = "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
    return plain if plain.isascii() and plain.replace(" ", "").isalpha() else ""


def own_words(brand: BrandRecord) -> Iterator[str]:
    """Give the longer words of a brand's Latin names of several words: Patek, Miyake."""
    names = (latin_letters(folded).split(" ") for folded in plain_names(brand))
    yield from (word for words in names if len(words) > 1 for word in words if len(word) >= WORD)


def ends(brand: BrandRecord) -> Iterator[tuple[str, list[str]]]:
    """Give each Chinese name of three characters or more with each of its ends, the shortest piece first: of two or three characters."""
    for folded in plain_names(brand):
        sizes = range(2 if len(folded) <= HAN + 1 else HAN, len(folded))
        if is_han(folded) and len(folded) >= HAN:
            yield from ((folded, [folded[:size] for size in sizes]), (folded, [folded[-size:] for size in sizes]))


def initials(sounds: Sounds) -> Pieces:
    """Give what gives the first letters of the syllables of Chinese names."""

    def of(brand: BrandRecord) -> Iterator[str]:
        for folded in plain_names(brand):
            if is_han(folded) and len(folded) in INITIALS:
                yield from ("".join(syllable[0] for syllable in spelling) for spelling in sounds.spellings(folded)[:1])

    return of


def anchors(brands: Sequence[BrandRecord], is_common: Callable[[str, int], bool]) -> dict[str, list[str]]:
    """Give by brand the shortest piece of each end of a name that leads to a name with a wrong character, not to many texts or brands."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for brand in brands:
        for _, end in ends(brand):
            for piece in end:
                owners[piece].add(brand.id)

    def leads(name: str, piece: str) -> bool:
        often, few = (OFTENER, FEW) if len(name) > HAN else (OFTEN, 1)
        return len(owners[piece]) <= few and not is_common(piece, often)

    found = {brand.id: [next((piece for piece in end if leads(name, piece)), "") for name, end in ends(brand)] for brand in brands}
    return {brand: kept for brand, pieces in found.items() if (kept := list(dict.fromkeys(filter(None, pieces))))}


def unique(pieces: Pieces, brands: Iterable[BrandRecord], taken: Callable[[str], bool]) -> dict[str, list[str]]:
    """Give the pieces by brand: those that are not taken by words and belong to no other brand."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for brand in brands:
        for piece in pieces(brand):
            owners[piece].add(brand.id)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for piece, ids in owners.items():
        if len(ids) == 1 and not taken(piece):
            found[ids.pop()].append(piece)
    return found


def words_in_use(records: Records, lines: Iterable[str], sounds: Sounds) -> set[str]:
    """Give the words that stand for something else: English ones, those of the lexicon, and all that its examples are written with."""
    words = {fold(line.strip()) for line in lines}
    words |= {row.folded for brand in records.brands for row in brand_rows(brand)}
    words |= {row.folded for rule in records.rules for row in rule_rows(rule)}
    rows = ([row.folded for row in brand_rows(brand) if row.flags & ~AMBIGUOUS] for brand in records.brands)
    parts = Counter(part for names in rows for part in {part for name in names for part in name.split()})
    told = {word for brand in records.brands if brand.checked for word in own_words(brand)}
    words |= {part for part, brands in parts.items() if brands > 1 or part not in told or sounds.heard(part)} | FOREIGN
    words |= {fold(word) for goods in records.goods for word in goods.words.all()}
    return words | {fold(word) for cue in records.cues for word in cue.words.all()}


def main() -> None:
    """Write the file, sorted, so that a second run changes nothing."""
    files = read_files(DATA)
    records = load(tuple(file for file in files if not file.path.startswith("generated/")))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else WORDS
    tables = next(m for m in map(tomllib.loads, (f.text for f in files if f.path == "generated/sounds.toml")))
    sounds = Sounds(tables["first"], tables["other"])
    words = words_in_use(records, path.read_text(encoding="utf8").splitlines(), sounds)
    told = {brand.id: fold("\n".join((*brand.examples.hit, *brand.examples.pass_))) for brand in records.brands}
    clean = "\n".join(fold(text) for rule in records.rules for text in rule.examples.pass_)

    def is_word(piece: str) -> bool:
        return piece in words or (is_han(piece) and (is_listed(piece) or piece in clean))

    parts = {
        brand: kept
        for brand, found in unique(fragments, records.brands, is_word).items()
        if (kept := [p for p in found if not (is_han(p) and any(p in text for other, text in told.items() if other != brand))])
    }
    known = {piece for found in parts.values() for piece in found}
    told_of = words | {fold(word) for goods in records.goods for word in goods.words.all()}

    def is_common(piece: str, often: int) -> bool:
        """Tell whether a piece is a word, or little more than a word for goods (生钢笔) or than a name (白金牌钢)."""
        pieces = {piece[i:j] for i, j in itertools.combinations(range(len(piece) + 1), 2) if j - i > 1}
        says_more = len(piece) >= HAN and not told_of.isdisjoint(pieces)
        return piece in words or piece in known or is_listed(piece, often) or says_more

    leading = anchors(records.brands, is_common)
    short = unique(initials(sounds), records.brands, lambda piece: piece in words)
    text = HEAD
    for name, table in (("fragments", parts), ("anchors", leading), ("initials", short)):
        lines = (f"{brand} = {json.dumps(sorted(table[brand]), ensure_ascii=False)}\n" for brand in sorted(table))
        text += f"\n[{name}]\n" + "".join(lines)
        print(f"{sum(map(len, table.values()))} {name} of {len(table)} brands", file=sys.stderr)
    TARGET.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
