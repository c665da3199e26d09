"""From records to rows: every spelling that a record's names stand for, folded once, when the lexicon is compiled."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from listingguard.lexicon.terms import is_latin
from listingguard.model import Method
from listingguard.normalize import fold

if TYPE_CHECKING:
    from listingguard.lexicon.schema import BrandRecord, RuleRecord

__all__ = ["AMBIGUOUS", "DIGITS", "LEFT", "LOOSE", "RIGHT", "SHIELD", "Row", "brand_rows", "forms", "pack", "rule_rows", "unpack"]

#: folded spelling, spelling in the record, method, flags
Row = tuple[str, str, Method, int]
AMBIGUOUS, SHIELD, DIGITS, LOOSE, LEFT, RIGHT = (1 << i for i in range(6))

_METHODS: Final[tuple[Method, ...]] = ("exact", "nickname", "model", "abbreviation")
_JOINTS: Final = re.compile(r"[ '’&.\-]+")
_CLOSED: Final = 5  # shorter names are not written closed: "d & g" does not stand for "dg"
_LOOSE_LATIN, _LOOSE_HAN = 4, 2
#: Goods whose marks stand right before model digits: iPhone15, mate60, 小米14.
_NUMBERED: Final = frozenset(
    [
        "phone",
        "tablet",
        "computer",
        "computer-part",
        "camera",
        "wearable",
        "tv",
        "game-console",
        "audio",
        "printer",
        "watch",
        "appliance",
        "small-appliance",
    ]
)


def pack(row: Row) -> int:
    """Give the method and the flags of a row as one number; `unpack` gives them back."""
    return row[3] << 2 | _METHODS.index(row[2])


def unpack(kind: int) -> tuple[Method, int]:
    """Give the method and the flags of a packed row."""
    return _METHODS[kind & 3], kind >> 2


def forms(name: str) -> tuple[str, ...]:
    """Give the folded spellings that a name stands for: itself, without diacritics, with its joints closed or open.

    >>> forms("Hermès")
    ('hermès', 'hermes')
    >>> forms("Levi's")
    ("levi's", 'levi’s', 'levi s', 'levis')
    """
    folded = fold(name)
    if not is_latin(folded[0]):
        return (folded,)
    plain = folded if folded.isascii() else "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    found = [folded, plain]
    if _JOINTS.search(plain):
        found += [plain.replace("'", "’"), plain.replace("-", " "), plain.replace(" ", "-"), _JOINTS.sub(" ", plain).strip()]
        found += [re.sub(" ?& ?", " & ", plain), plain.replace(" & ", "&"), re.sub(r"\. ", ".", plain)]
        closed = _JOINTS.sub("", plain)
        if len(closed) >= _CLOSED:
            found.append(closed)
    return tuple(dict.fromkeys(f for f in found if f))


def brand_rows(record: BrandRecord) -> Iterator[Row]:
    """Give every spelling of a brand: names, nicknames, models, abbreviations, and the longer words that swallow them."""
    numbered = not _NUMBERED.isdisjoint(record.goods)
    kinds: tuple[tuple[Method, tuple[str, ...]], ...] = (
        ("exact", record.names.all()),
        ("nickname", record.nicknames),
        ("model", record.models),
        ("abbreviation", record.short),
    )
    for method, names in kinds:
        for name in names:
            ambiguous = method == "abbreviation" or name in record.ambiguous
            for folded in forms(name):
                flags = _edges(folded) | (AMBIGUOUS if ambiguous else 0)
                if flags & RIGHT and not folded[-1].isdigit() and (method == "model" or numbered):
                    flags |= DIGITS
                if not ambiguous and len(folded) >= (_LOOSE_LATIN if flags & LEFT else _LOOSE_HAN):
                    flags |= LOOSE
                yield folded, name, method, flags
    yield from _shields(record.longer)


def rule_rows(record: RuleRecord) -> Iterator[Row]:
    """Give every spelling of a rule's terms, heads and tails joined, and the longer words that swallow them."""
    combined = (h + t for c in record.combine for h, t in itertools.product(c.head, c.tail))
    for text in dict.fromkeys((*record.terms.all(), *combined)):
        for folded in forms(text):
            flags = _edges(folded)
            yield folded, text, "exact", flags | (LOOSE if not flags & LEFT and len(folded) > _LOOSE_HAN else 0)
    yield from _shields(record.longer)


def _shields(words: tuple[str, ...]) -> Iterator[Row]:
    for word in words:
        for folded in forms(word):
            yield folded, word, "exact", _edges(folded) | SHIELD | DIGITS


def _edges(folded: str) -> int:
    return (LEFT if is_latin(folded[0]) else 0) | (RIGHT if is_latin(folded[-1]) else 0)
