"""From names to what is written in their stead: pinyin, initials, look-alike characters, figures. Spelled out once, when compiled.

A stand-in costs next to nothing while a text is scanned: it is one more word to look for. What has too many forms for that, characters that
sound alike or are taken apart, masks and misspellings, is left to the matchers.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from listingguard.lexicon.forms import AMBIGUOUS, HEARD_CODES, Row, edges, forms
from listingguard.lexicon.terms import Disguise, is_han
from listingguard.normalize import Sounds, fold

if TYPE_CHECKING:
    from listingguard.lexicon.schema import BrandRecord, RuleRecord

__all__ = ["StandIns", "brand_stand_ins", "rule_stand_ins"]

_PAIR: Final = 2
_PINYIN: Final = range(2, 7)  # characters of names that are written in pinyin
_SHORTEST_PINYIN: Final = 5  # letters
_SPOKEN: Final = range(2, 5)  # characters of claims that are written in pinyin
_LIKENED: Final = range(3, 5)  # and with look-alikes: of two characters only one would be left
_LOOKS: Final = 6  # look-alikes of a character that are tried
_INSIDE: Final = 4  # of one inside of a name
_UNLED: Final = 3  # and of one of a longer name
_IDIOM: Final = range(4, 9)
_FIRST: Final = "第一"
_RANKS: Final = {"no.1": ".1", "top1": "1"}
_RANKED: Final = (".", "。", "、", "·")
_ONES: Final = ("1", "i", "壹")
_DIGITS: Final = str.maketrans("一二三", "123")
_LETTERS: Final = 3
#: What is worn and carried: the goods whose houses the trade names by one character.
_WORN: Final = frozenset(
    {"bag", "apparel", "footwear", "watch", "jewellery", "cosmetics", "perfume", "eyewear", "fashion-accessory", "luggage"}
)
_HOUSE: Final = "家"
_HOUSES: Final = "牌记"
_CLAIMED: Final = frozenset({"LGC1", "LGC2", "LGC3", "LGT3"})


@dataclass(frozen=True, slots=True)
class StandIns:
    """The tables that stand-ins are made with: how characters sound and look, and figures that stand for words."""

    sounds: Sounds
    looks: Mapping[str, str]
    signs: Mapping[str, tuple[str, ...]]
    fragments: Mapping[str, tuple[str, ...]]
    anchors: Mapping[str, tuple[str, ...]]
    initials: Mapping[str, tuple[str, ...]]

    def pinyin(self, name: str) -> tuple[str, ...]:
        """Give a Chinese name in pinyin, closed and in syllables.

        >>> sounds = Sounds({"nai": "耐", "ke": "克"}, {})
        >>> tables = StandIns(sounds, {"克": "充"}, {"克": ("🔔",)}, *({},) * 3)
        >>> tables.pinyin("耐克"), list(tables.looking_like("耐克")), list(tables.signed("耐克"))
        (('naike', 'nai ke'), ['耐充'], ['耐🔔'])
        """
        found = self.sounds.spellings(name)[:2] if is_han(name) else ()
        return tuple(joint.join(syllables) for syllables in found for joint in ("", " ") if len("".join(syllables)) >= _SHORTEST_PINYIN)

    def looking_like(self, name: str, ends: int = 0) -> Iterator[str]:
        """Give a name with one character replaced by one that looks like it; at the ends of longer names by so many at most."""
        for i, char in enumerate(name):
            few = _LOOKS if len(name) == _PAIR else _INSIDE if 0 < i < len(name) - 1 else ends
            yield from (name[:i] + other + name[i + 1 :] for other in self.looks.get(char, "")[:few] if fold(other) == other)

    def looking_unled(self, name: str, leading: Collection[str]) -> Iterator[str]:
        """Give a name with one of its first characters replaced, of three also the last, where no right piece of it leads to the name.

        >>> tables = StandIns(Sounds({}, {}), {"通": "涌", "宝": "室"}, *({},) * 4)
        >>> list(tables.looking_unled("通宝口琴", ["通宝口"])), list(tables.looking_unled("通宝口琴", ["宝口琴"]))
        (['涌宝口琴', '通室口琴'], ['通室口琴'])
        """
        first, few = (name[:-_PAIR], _UNLED) if len(name) > _PAIR + 1 else (name, _UNLED + 1)
        for i, char in enumerate(first):
            if not any(name[:i].startswith(piece) or name[i + 1 :].endswith(piece) for piece in leading):
                yield from (name[:i] + other + name[i + 1 :] for other in self.looks.get(char, "")[:few] if fold(other) == other)

    def signed(self, name: str) -> Iterator[str]:
        """Give a name with figures in place of its words."""
        known = [(word, sign) for word, signs in self.signs.items() if word in name for sign in signs]
        yield from (name.replace(word, sign) for word, sign in known)
        for word, sign in reversed(known):  # all of them, the first sign of each
            name = name.replace(word, sign)
        if len(known) > 1:
            yield name


def brand_stand_ins(record: BrandRecord, tables: StandIns) -> Iterator[Row]:
    """Give what may stand for a brand's names and nicknames. Short stand-ins count only with a second signal, as everyday words do."""
    own = {form for name in (*record.names.all(), *record.short, *record.models) for form in forms(name)}
    leading = (*tables.anchors.get(record.id, ()), *tables.fragments.get(record.id, ()))
    for name in dict.fromkeys((*record.names.all(), *record.nicknames)):
        rows = _of_name(name, fold(name), tables, leading, plain=name not in record.ambiguous, well_known=record.checked is not None)
        yield from (row for row in rows if row.folded not in own)
    for name in record.short:
        if name.endswith(_HOUSE):
            yield from (
                Row(fold(name[:-1] + end), name, "abbreviation", edges(fold(name[:-1] + end)) | AMBIGUOUS, "house") for end in _HOUSES
            )
    pieces: tuple[tuple[Disguise, Mapping[str, tuple[str, ...]]], ...] = (
        ("fragment", tables.fragments),
        ("anchor", tables.anchors),
        ("initials", tables.initials),
    )
    for kind, found in pieces:
        for piece in found.get(record.id, ()):
            wholes = [name for name in record.names.all() if piece in fold(name)] or [(*record.names.zh_hans, record.id)[0]]
            # an anchor leads to every name that it is an end of
            for whole in wholes if kind == "anchor" else wholes[:1]:
                yield Row(piece, whole, "abbreviation", edges(piece) | AMBIGUOUS, kind)
    if record.checked and _WORN.intersection(record.goods):
        yield from _houses(record)


def _houses(record: BrandRecord) -> Iterator[Row]:
    """Give the trade's words for a well-known house by its first character or letters: 香家, 迪记, Bur家."""
    for name in (name for name in record.names.all() if name not in record.ambiguous):
        folded = fold(name)
        head = folded[:1] if is_han(folded) else folded[:_LETTERS]
        if len(folded) > len(head) and not head.endswith(" "):
            yield from (Row(head + end, name, "abbreviation", edges(head + end) | AMBIGUOUS, "house") for end in (_HOUSE, *_HOUSES))


def _of_name(name: str, folded: str, tables: StandIns, leading: Collection[str], *, plain: bool, well_known: bool) -> Iterator[Row]:
    unsure = 0 if plain else AMBIGUOUS
    for form in dict.fromkeys(tables.signed(folded)):
        yield Row(form, name, "variant", edges(form) | unsure, "sign")
    if not (plain and is_han(folded)):
        return
    size = len(folded)
    short = AMBIGUOUS if size == _PINYIN.start else 0
    if size in _PINYIN:
        yield from (Row(form, name, "sound", edges(form) | short, "pinyin") for form in tables.pinyin(folded))
    alike = list(tables.looking_like(folded, ends=_PAIR if well_known else 1)) if size in (_PAIR, _PAIR + 1) else []
    unled = tables.looking_unled(folded, leading) if size > _PAIR else ()
    yield from (Row(form, name, "variant", short, "shape") for form in dict.fromkeys((*alike, *unled)))


def _ranked(folded: str) -> Iterator[str]:
    """Give other ways to write first: no。1, no.壹, top、1, 第— with a dash.

    >>> [form for form in _ranked("no.1") if form in ("no。1", "no.壹", "no壹", "no.1")], list(_ranked("第一"))
    (['no.壹', 'no。1', 'no壹'], ['第—', '第ー'])
    """
    if folded in _RANKS:
        word = folded[: -len(_RANKS[folded])]
        yield from (form for joint in _RANKED for one in _ONES if (form := word + joint + one) != folded)
        yield word + _ONES[-1]
    elif folded == _FIRST:
        yield from ("第—", "第ー")


def rule_stand_ins(record: RuleRecord, tables: StandIns) -> Iterator[Row]:
    """Give the pinyin of a rule's short Chinese terms, and the forms with figures in them (第1品牌, 1oo%有效)."""
    if record.code[:4] not in _CLAIMED:
        return
    yield from (Row(form, term, "variant", edges(form), "sign") for term in record.terms.all() for form in _ranked(fold(term)))
    combined = [h + t for c in record.combine for h, t in itertools.product(c.head, c.tail)]
    for term in dict.fromkeys((*record.terms.all(), *(c for c in combined if len(c) == _PAIR or _FIRST in c))):
        folded = fold(term)
        if is_han(folded) and len(folded) in _SPOKEN:
            yield from (Row(form, term, "sound", edges(form), "pinyin") for form in tables.pinyin(folded))
        if is_han(folded) and len(folded) in _LIKENED and record.code in HEARD_CODES:
            yield from (Row(form, term, "variant", 0, "shape") for form in tables.looking_like(folded, ends=_UNLED))
        if is_han(folded) and len(folded) in _IDIOM and (form := folded.translate(_DIGITS)) != folded:
            yield Row(form, term, "variant", edges(form), "sign")
        if len(folded) > _PAIR:
            yield from (Row(form, term, "variant", edges(form), "sign") for form in dict.fromkeys(tables.signed(folded)))
