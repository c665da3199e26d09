"""From records to rows: every spelling that a record's names stand for, folded once, when the lexicon is compiled."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from listingguard.lexicon.terms import LATIN, Disguise, is_han, is_latin
from listingguard.model import Method
from listingguard.normalize import fold

if TYPE_CHECKING:
    from listingguard.lexicon.schema import BrandRecord, RuleRecord

__all__ = [
    "AMBIGUOUS",
    "DIGITS",
    "HEARD",
    "HEARD_CODES",
    "LEFT",
    "LOOSE",
    "RIGHT",
    "SHIELD",
    "Row",
    "brand_rows",
    "edges",
    "forms",
    "pack",
    "rule_rows",
    "unpack",
]


class Row(NamedTuple):
    """A folded spelling, the spelling in the record that it is one of, and what is to be known of it."""

    folded: str
    text: str
    method: Method
    flags: int
    disguise: Disguise = ""


AMBIGUOUS, SHIELD, DIGITS, LOOSE, LEFT, RIGHT, HEARD = (1 << i for i in range(7))

_METHODS: Final[tuple[Method, ...]] = ("exact", "nickname", "model", "abbreviation", "sound", "variant")
_DISGUISES: Final[tuple[Disguise, ...]] = get_args(Disguise)
_METHOD: Final = {method: place for place, method in enumerate(_METHODS)}
_DISGUISE: Final = {disguise: place for place, disguise in enumerate(_DISGUISES)}
_HEARD: Final = range(2, 7)  # characters of a name that may be written with others of the same sound
#: Claims that are written by their sound: the words that the law names, and of the others those of three characters and more.
HEARD_CODES: Final = frozenset({"LGC101", "LGC102", "LGC103", "LGC104", "LGC105", "LGC106"})
_SPOKEN: Final = 3  # characters of words that are made of a head and a tail, and heard together
_HEARD_LONG: Final = frozenset({"LGC1", "LGC2", "LGC3", "LGT3"})
_JOINTS: Final = re.compile(r"[ '’&.\-]+")
_CLOSED: Final = 5  # shorter names are not written closed: "d & g" does not stand for "dg"
_LOOSE_LATIN, _LOOSE_HAN, _LOOSE_WORD = 3, 2, 4
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
    """Give the method, the flags and the disguise of a row as one number; `unpack` gives them back."""
    return row.flags << 7 | _DISGUISE[row.disguise] << 3 | _METHOD[row.method]


def unpack(kind: int) -> tuple[Method, int, Disguise]:
    """Give the method, the flags and the disguise of a packed row."""
    return _METHODS[kind & 7], kind >> 7, _DISGUISES[kind >> 3 & 15]


@functools.lru_cache(maxsize=1 << 17)
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
                flags = edges(folded) | (AMBIGUOUS if ambiguous else 0)
                if flags & RIGHT and not folded[-1].isdigit() and (method == "model" or numbered):
                    flags |= DIGITS
                if _is_loose(folded, method, ambiguous=ambiguous):
                    flags |= LOOSE
                if not ambiguous and method != "model" and len(folded) in _HEARD and is_han(folded):
                    flags |= HEARD
                yield Row(folded, name, method, flags)
    yield from _shields(record.longer)


def _is_loose(folded: str, method: Method, *, ambiguous: bool) -> bool:
    """Tell whether a spelling is looked for behind a disguise; an everyday word where it is long enough for the disguise to be one."""
    if not is_latin(folded[0]):
        return len(folded) >= _LOOSE_HAN and (not ambiguous or (method != "abbreviation" and is_han(folded)))
    if ambiguous:
        return method != "abbreviation" and len(folded) >= _LOOSE_WORD and folded.isalpha()
    return len(folded) >= _LOOSE_LATIN


def rule_rows(record: RuleRecord) -> Iterator[Row]:
    """Give every spelling of a rule's terms, heads and tails joined, and the longer words that swallow them."""
    combined = (h + t for c in record.combine for h, t in itertools.product(c.head, c.tail))
    heard, heard_long = record.code in HEARD_CODES, record.code[:4] in _HEARD_LONG
    listed = set(record.terms.all())
    for text in dict.fromkeys((*record.terms.all(), *combined)):
        for folded in forms(text):
            long = heard_long and (text in listed or (heard and len(folded) == _SPOKEN))
            spoken = is_han(folded) and (heard if len(folded) <= _HEARD.start else long)
            flags = edges(folded) | (HEARD if spoken else 0)
            loose = len(folded) >= _LOOSE_HAN and not (folded.isascii() or (flags & LEFT and not folded[0].isdigit()))
            yield Row(folded, text, "exact", flags | (LOOSE if loose else 0))
    yield from _shields(record.longer, HEARD if heard_long else 0)


def _shields(words: tuple[str, ...], heard: int = 0) -> Iterator[Row]:
    for word in words:
        for folded in forms(word):
            yield Row(folded, word, "exact", edges(folded) | SHIELD | DIGITS | (heard if is_han(folded) else 0))


def edges(folded: str) -> int:
    """Give the flags for the word edges that a spelling asks for: at each end that is Latin."""
    return (LEFT if folded[0] in LATIN else 0) | (RIGHT if folded[-1] in LATIN else 0)
