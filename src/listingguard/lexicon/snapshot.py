"""The compiled lexicon as plain values: what is worth keeping between two runs. Reading 1 MB of TOML takes longer than a scan may."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from listingguard.lexicon.forms import AMBIGUOUS, LOOSE, SHIELD, Row, brand_rows, forms, pack, rule_rows
from listingguard.lexicon.terms import is_latin
from listingguard.normalize import Skeleton, fold

if TYPE_CHECKING:
    from pydantic import BaseModel

    from listingguard.lexicon.load import Records
    from listingguard.lexicon.schema import BrandRecord

__all__ = ["FORMAT", "snapshot_of"]

#: Raised whenever the meaning of a snapshot changes, so that one written by another version is not read.
FORMAT: Final = 2
_CONFIDENCE: Final = {"high": 1.0, "medium": 0.97, "low": 0.85}
_TYPO_LENGTH: Final = 6
_TABLES: Final = ("rules", "bases", "exemptions", "codes", "marketplaces", "goods")
_LEFT_OUT: Final = {"examples", "terms", "combine", "longer", "words", "note"}


def snapshot_of(records: Records) -> dict[str, Any]:
    """Compile records to plain values: spellings by folded form, context words, and the records without their examples.

    What is long is kept in columns and joined strings, and what is seldom asked for as JSON inside of the JSON: a process that scans one
    title reads all of it, and needs little of it.

    * `patterns`: the distinct folded spellings; pattern i owns the rows `first[i]` to `first[i + 1]`.
    * rows: `spelling` in the record, `kind` (method and flags, see `forms.pack`), `owner` (index into `records`).
    * `loose`: skeletons and, for each, the patterns behind it.
    """
    rows = [(f"brand:{b.id}", row) for b in records.brands for row in brand_rows(b)]
    rows += [(f"rule:{r.id}", row) for r in records.rules for row in rule_rows(r)]
    rows.sort(key=lambda r: r[1][0])
    return {
        "format": FORMAT,
        "digest": records.digest,
        **_columns(rows, dict(records.confusables)),
        "typos": [row[0] for record, row in rows if record.startswith("brand:") and _can_be_misspelt(row)],
        "known": "\n".join(sorted(_known(records, rows))),
        "context": _json(_context(records)),
        "names": _json(_names(records)),
        "confusables": dict(records.confusables),
        "brands": {b.id: _json(_brand(b)) for b in records.brands},
        **{name: [_plain(record) for record in getattr(records, name)] for name in _TABLES},
    }


def _columns(rows: list[tuple[str, Row]], letters: dict[str, str]) -> dict[str, Any]:
    """Give the spellings and what they stand for as columns; the rows are sorted by their folded spelling."""
    patterns = list(dict.fromkeys(row[0] for _, row in rows))
    owners = {record: i for i, record in enumerate(dict.fromkeys(record for record, _ in rows))}
    groups = itertools.groupby(rows, key=lambda r: r[1][0])
    return {
        "patterns": "\n".join(patterns),
        "first": [0, *itertools.accumulate(len(list(group)) for _, group in groups)],
        "spelling": "\n".join(row[1] for _, row in rows),
        "kind": [pack(row) for _, row in rows],
        "owner": [owners[record] for record, _ in rows],
        "records": "\n".join(owners),
        "loose": _json(_loose(letters, patterns, rows)),
    }


def _plain(record: BaseModel) -> dict[str, Any]:
    """Give a record without what only the compiler and the checks need."""
    return record.model_dump(mode="json", by_alias=True, exclude=_LEFT_OUT)


def _brand(brand: BrandRecord) -> tuple[Any, ...]:
    return brand.owner, _label(brand), brand.goods, list(map(fold, brand.signals)), _CONFIDENCE[brand.confidence]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _loose(letters: dict[str, str], patterns: list[str], rows: list[tuple[str, Row]]) -> dict[str, list[int]]:
    skeleton, index = Skeleton(letters), {pattern: i for i, pattern in enumerate(patterns)}
    behind: defaultdict[str, list[int]] = defaultdict(list)
    for folded in dict.fromkeys(row[0] for _, row in rows if row[3] & LOOSE):
        behind[skeleton.word(folded)].append(index[folded])
    return behind


def _label(brand: BrandRecord) -> str:
    names = brand.names.all()
    return names[0] if names else (brand.nicknames + brand.models)[0]


def _names(records: Records) -> dict[str, list[str]]:
    """Give the brand ids that a folded name stands for, to find the seller's own brands."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for brand in records.brands:
        listed = (*brand.names.all(), *brand.nicknames, *brand.models, *brand.short, brand.id)
        for name in dict.fromkeys(form for written in listed for form in forms(written)):
            names[name].append(brand.id)
    return names


def _can_be_misspelt(row: Row) -> bool:
    folded, _, _, flags = row
    return not flags & (AMBIGUOUS | SHIELD) and len(folded) >= _TYPO_LENGTH and folded.isascii() and folded.isalpha()


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


def _known(records: Records, rows: list[tuple[str, Row]]) -> Iterator[str]:
    """Give the Latin words that are no misspelling of a brand: our own names, honest near words, words for goods, cues."""
    words = set(records.near_words)
    words.update(part for _, row in rows if row[0].isascii() for part in row[0].split())
    english = [word for goods in records.goods for word in goods.words.en] + [word for cue in records.cues for word in cue.words.en]
    words.update(part for word in english for part in fold(word).split())
    return iter(words)
