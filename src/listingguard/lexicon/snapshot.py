"""The compiled lexicon as plain values: what is worth keeping between two runs. Reading 1 MB of TOML takes longer than a scan may."""

from __future__ import annotations

import base64
import itertools
import json
import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from listingguard.lexicon.forms import AMBIGUOUS, HEARD, LEFT, LOOSE, SHIELD, Row, forms, pack
from listingguard.lexicon.rows import Placed, rows_of
from listingguard.lexicon.terms import is_latin, is_picture
from listingguard.normalize import Skeleton, Sounds, fold

if TYPE_CHECKING:
    from pydantic import BaseModel

    from listingguard.lexicon.load import Records
    from listingguard.lexicon.schema import BrandRecord

__all__ = ["FORMAT", "snapshot_of", "unpacked"]

#: Raised whenever the meaning of a snapshot changes, so that one written by another version is not read.
FORMAT: Final = 44
_CONFIDENCE: Final = {"high": 1.0, "medium": 0.97, "low": 0.85}
_TYPO_LENGTH: Final = 4
_TYPO_WORDS: Final = 2
_PAIR: Final = 2
_LONG_WORDS: Final = re.compile("[a-z]{3,}")
_LATIN_WORDS: Final = re.compile("[a-z0-9]+")
_TABLES: Final = ("rules", "bases", "exemptions", "codes", "marketplaces", "goods")
_LEFT_OUT: Final = {"examples", "listings", "terms", "combine", "longer", "words", "note"}


def snapshot_of(records: Records) -> dict[str, Any]:
    """Compile records to plain values: spellings by folded form, context words, and the records without their examples.

    What is long is kept in columns and joined strings: they are fast to read.

    * `patterns`: the distinct folded spellings; pattern i owns the rows `first[i]` to `first[i + 1]`. The last `spelled` of them
      are Latin words in the stead of Chinese names.
    * rows: `spelling` in the record, `kind` (method and flags, see `forms.pack`), `owner` (index into `records`).
    * `loose`, `heard`: skeletons and sounds and, for each, the patterns behind it.
    """
    sounds = Sounds(*records.sounds)
    rows, syllables, spelled = rows_of(records, sounds)
    names = [row for record, row in rows if not (row.disguise or row.flags & SHIELD) and record.startswith("brand:")]
    sure = [row for row in names if not row.flags & AMBIGUOUS]
    return {
        "format": FORMAT,
        "digest": records.digest,
        "spelled": spelled,
        **_columns(rows, dict(records.confusables), sounds),
        "version": records.version,
        "date": records.date.isoformat(),
        "own_versions": [list(named) for named in records.own_versions],
        "typos": [row.folded for row in sure if _can_be_misspelt(row.folded)],
        "drawn": "\n".join(sorted({row.folded for row in names if _can_be_drawn(row)})),
        "phrases": list(_phrases(sure)),
        "syllables": "\n".join(syllables),
        "honest": "\n".join(sorted(records.honest | {row.folded for _, row in rows if row.flags & HEARD})),
        "known": "\n".join(sorted(_known(records, rows))),
        "context": _context(records),
        "names": _names(records),
        "partial": "\n".join(sorted(set(_partial(names)))),
        "pieces": " ".join(sorted({*_pieces(sure, sounds), *(s for name in syllables for s in name.split())})),
        "confusables": dict(records.confusables),
        "looks": {char: records.looks.get(char, "") + records.further.get(char, "") for char in (*records.looks, *records.further)},
        "calibration": [list(map(list, (c.categories, c.dispositions, c.knots_raw, c.knots_sure))) for c in records.calibration],
        "sounds": records.sounds,
        "apart": _apart(records),
        "brands": {b.id: _json(_brand(b)) for b in records.brands},
        **{name: [_plain(record, name) for record in getattr(records, name)] for name in _TABLES},
    }


def _columns(rows: list[Placed], letters: dict[str, str], sounds: Sounds) -> dict[str, Any]:
    """Give the spellings and what they stand for as columns; the rows are sorted by their folded spelling."""
    often = Counter([row.folded for _, row in rows])
    index = {pattern: i for i, pattern in enumerate(often)}
    loose = _loose(letters, index, rows)
    owners = {record: i for i, record in enumerate(dict.fromkeys([record for record, _ in rows]))}
    return {
        "patterns": "\n".join(often),
        "first": _packed([0, *itertools.accumulate(often.values())]),
        "spelling": "\n".join([row.text for _, row in rows]),
        "kind": _packed([pack(row) for _, row in rows]),
        "owner": _packed([owners[record] for record, _ in rows]),
        "records": "\n".join(owners),
        "loose": loose,
        "joined": " ".join(sorted({term[i : i + 2] for term in loose if not is_latin(term[0]) for i in range(len(term) - 1)})),
        "loose_words": " ".join(sorted({word for term in loose if is_latin(term[0]) for word in _LONG_WORDS.findall(term)})),
        "heard": _heard(sounds, index, rows),
    }


def _plain(record: BaseModel, table: str) -> dict[str, Any]:
    """Give a record without what only the compiler and the checks need; a profile tells its notes."""
    left_out = _LEFT_OUT - {"note", "words"} if table == "marketplaces" else _LEFT_OUT
    return record.model_dump(mode="json", by_alias=True, exclude=left_out)


def _brand(brand: BrandRecord) -> tuple[Any, ...]:
    return brand.owner, brand.goods, brand.inside, list(map(fold, brand.signals)), _CONFIDENCE[brand.confidence], brand.checked is not None


def _packed(numbers: list[int]) -> str:
    """Give numbers as a text that costs little to read again: a snapshot is read by the machine that wrote it, or made anew."""
    return f"{sys.byteorder} {base64.b64encode(array('I', numbers).tobytes()).decode()}"


def unpacked(text: str) -> array[int]:
    """Give the numbers of a column back."""
    order, _, coded = text.partition(" ")
    numbers = array("I", base64.b64decode(coded))
    if order != sys.byteorder:
        numbers.byteswap()
    return numbers


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _loose(letters: dict[str, str], index: dict[str, int], rows: list[Placed]) -> dict[str, list[int]]:
    skeleton = Skeleton(letters)
    behind: defaultdict[str, list[int]] = defaultdict(list)
    for folded in dict.fromkeys([row.folded for _, row in rows if row.flags & LOOSE]):
        behind[skeleton.word(folded)].append(index[folded])
    return behind


def _heard(sounds: Sounds, index: dict[str, int], rows: list[Placed]) -> dict[str, list[int]]:
    behind: defaultdict[str, list[int]] = defaultdict(list)
    for folded in dict.fromkeys([row.folded for _, row in rows if row.flags & HEARD]):
        for key in sounds.keys(folded):
            behind[key].append(index[folded])
    return behind


def _apart(records: Records) -> dict[str, list[str]]:
    """Give the characters that are taken apart into these halves, and the words that these pictures show."""
    apart: defaultdict[str, list[str]] = defaultdict(list)
    for char, written in records.halves.items():
        for halves in dict.fromkeys(map(fold, written)):
            if len(halves) > 1 and fold(char) == char:
                apart[halves].append(char)
    for record in records.signs:
        for picture in filter(is_picture, dict.fromkeys(map(fold, record.signs))):
            apart[picture].append(fold(record.stands_for))
    return apart


def _names(records: Records) -> dict[str, list[str]]:
    """Give the brand ids that a folded name stands for, to find the seller's own brands."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for brand in records.brands:
        listed = (*brand.names.all(), *brand.nicknames, *brand.models, *brand.short, brand.id)
        for name in dict.fromkeys(form for written in listed for form in forms(written)):
            names[name].append(brand.id)
    return names


def _phrases(sure: list[Row]) -> Iterator[str]:
    """Give the Latin names of several words, in the spelling of the record."""
    for row in sure:
        if row.folded.isascii() and row.folded == row.text.lower() and len(_LATIN_WORDS.findall(row.folded)) > 1:
            yield row.folded


def _partial(names: list[Row]) -> Iterator[str]:
    """Give the names of which a part may stand for all: those that mean nothing else, and 香家 for 香～."""
    for row in names:
        house = row.method == "abbreviation" and row.folded.endswith("家") and len(row.folded) == _PAIR
        initials = row.method in ("exact", "abbreviation") and len(row.folded) == _PAIR and row.folded.isascii()
        whole = not row.flags & AMBIGUOUS and len(row.folded) >= (_TYPO_LENGTH if row.flags & LEFT else _PAIR)
        if house or whole or initials:
            yield row.folded


def _pieces(sure: list[Row], sounds: Sounds) -> Iterator[str]:
    """Give what is left of a Latin name when one end of it is written in Chinese characters: or of 迪or."""
    syllables = sounds.syllables
    for row in sure:
        name = row.folded
        if row.flags & LEFT and len(name) >= _TYPO_LENGTH and name.isascii() and name.isalpha():
            yield from (name[i:] for i in range(1, len(name) - 1) if name[:i] in syllables)
            yield from (name[:i] for i in range(2, len(name)) if name[i:] in syllables)


def _can_be_misspelt(folded: str) -> bool:
    if len(folded) < _TYPO_LENGTH or not folded.isascii():
        return False
    words = folded.split(" ")
    return len(words) <= _TYPO_WORDS and all(word.isalpha() for word in words)


def _can_be_drawn(row: Row) -> bool:
    """Tell whether signs may stand for letters of a name; an everyday word is one that counts with a second signal only."""
    return row.method != "abbreviation" and len(row.folded) >= _TYPO_LENGTH and row.folded.isascii() and row.folded.isalpha()


def _context(records: Records) -> dict[str, list[tuple[str, str, int, bool, bool]]]:
    """Give the goods words and the cues; a Latin goods word also with its plural."""
    words: defaultdict[str, list[tuple[str, str, int, bool, bool]]] = defaultdict(list)
    for goods in records.goods:
        for word in dict.fromkeys(map(fold, goods.words.all())):
            entry = (goods.id, "", 0, is_latin(word[0]), is_latin(word[-1]))
            for form in (word, f"{word}s", f"{word}es") if entry[4] else (word,):
                words[form].append(entry)
    for cue in records.cues:
        for word in map(fold, cue.words.all()):
            words[word].append(("", cue.id, cue.reach, is_latin(word[0]), is_latin(word[-1])))
    return words


def _known(records: Records, rows: list[Placed]) -> Iterator[str]:
    """Give the Latin words that are no misspelling of a brand: our own names, honest near words, words for goods, cues."""
    words = set(records.near_words)
    words.update(part for _, row in rows if row[0].isascii() for part in row[0].split())
    english = [word for goods in records.goods for word in goods.words.en] + [word for cue in records.cues for word in cue.words.en]
    words.update(part for word in english for part in fold(word).split())
    return iter(words)
