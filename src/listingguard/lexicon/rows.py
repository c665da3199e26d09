"""All spellings with the records that they stand for: as listed, and what is written in the stead of names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from listingguard.lexicon.forms import Row, brand_rows, rule_rows
from listingguard.lexicon.standins import StandIns, brand_stand_ins, rule_stand_ins
from listingguard.lexicon.terms import is_picture
from listingguard.normalize import Sounds, fold

if TYPE_CHECKING:
    from listingguard.lexicon.load import Records

__all__ = ["Placed", "rows_of"]

Placed = tuple[str, Row]  #: a record ("brand:nike") and a spelling of it
_SPELLED: Final = frozenset({"pinyin", "initials"})  # whole Latin words, for which no automaton is needed


def rows_of(records: Records, sounds: Sounds) -> tuple[list[Placed], list[str], int]:
    """Give every spelling with its record, sorted by the spelling: as listed, and what is written in its stead and names nothing else.

    Latin words that stand for Chinese names come last, and how many different ones: they are looked up word by word. Apart from all, pinyin
    in syllables.
    """
    rows = [(f"brand:{b.id}", row) for b in records.brands for row in brand_rows(b)]
    rows += [(f"rule:{r.id}", row) for r in records.rules for row in rule_rows(r)]
    listed = {row.folded for _, row in rows}
    kept = [(record, row) for record, row in _stand_ins(records, sounds) if row.folded not in listed]
    syllables = {row.folded for _, row in kept if row.disguise == "pinyin" and " " in row.folded}
    kept = [(record, row) for record, row in kept if row.folded not in syllables]
    searched = listed | {row.folded for _, row in kept if row.disguise not in _SPELLED}
    rows += [(record, row) for record, row in kept if row.folded in searched]
    spelled = [(record, row) for record, row in kept if row.folded not in searched]
    for part in (rows, spelled):
        part.sort(key=lambda placed: placed[1].folded)
    words = {row.folded for _, row in spelled}
    closed = searched | words
    return rows + spelled, sorted(s for s in syllables if s.replace(" ", "") in closed), len(words)


def _stand_ins(records: Records, sounds: Sounds) -> Iterator[Placed]:
    signs = {record.stands_for: tuple(sign for sign in map(fold, record.signs) if not is_picture(sign)) for record in records.signs}
    figures = {word: found for word, found in signs.items() if found}
    tables = StandIns(sounds, records.looks, figures, records.fragments, records.anchors, records.initials)
    yield from ((f"brand:{b.id}", row) for b in records.brands for row in brand_stand_ins(b, tables))
    yield from ((f"rule:{r.id}", row) for r in records.rules for row in rule_stand_ins(r, tables))
