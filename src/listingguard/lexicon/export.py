"""The data for other programs: one flat row a term for a spreadsheet, or everything as plain values."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from listingguard.lexicon.changes import TABLES
from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.schema import BrandRecord, RuleRecord, Terms

__all__ = ["COLUMNS", "cell", "csv_text", "plain_records", "rows"]

COLUMNS: Final = (
    *("kind", "file", "id", "term", "part", "language", "ambiguous", "owner", "goods", "code", "category", "severity", "disposition"),
    *("jurisdictions", "marketplaces", "effective_from", "effective_to", "source", "checked", "confidence"),
)
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
_KINDS: Final = dict(zip(TABLES, ("brand", "rule", "basis", "exemption", "goods", "cue", "sign", "code", "marketplace"), strict=True))
_SAME: Final = ("owner", "code", "category", "severity", "disposition", "effective_from", "effective_to", "source", "checked", "confidence")
_LISTS: Final = ("goods", "jurisdictions", "marketplaces")


def rows(catalogue: Catalogue, kinds: Collection[str] = TABLES) -> Iterator[dict[str, str]]:
    """Give one row a term, in the order of the files; a record without terms has one row for itself."""
    category = {place.id: place.record.category for place in catalogue.codes}
    for kind in (kind for kind in TABLES if kind in kinds):
        for place in getattr(catalogue, kind):
            base = {"kind": _KINDS[kind], "file": place.file.path, "id": place.id, **_facts(place.record)}
            if kind == "rules":
                base["category"] = category.get(place.record.code, "")
            for term in _terms(place) or [{}]:
                yield base | term


def _facts(record: Any) -> dict[str, str]:
    values = {key: getattr(record, key, None) for key in (*_SAME, *_LISTS)}
    return {key: "; ".join(value) if isinstance(value, tuple) else str(value) for key, value in values.items() if value}


def _terms(place: Placed[Any]) -> list[dict[str, str]]:
    record = place.record
    if isinstance(record, BrandRecord):
        return list(_brand_terms(record))
    if isinstance(record, RuleRecord):
        joined = (head + tail for part in record.combine for head, tail in itertools.product(part.head, part.tail))
        return [*_by_language("term", record.terms), *_part("term", joined), *_part("longer", record.longer)]
    if isinstance(words := getattr(record, "words", None), Terms):
        return list(_by_language("word", words))
    parts = (
        ("word", "stands_for"),
        ("sign", "signs"),
        ("alias", "aliases"),
        ("before", "before"),
        ("after", "after"),
        ("not_with", "not_with"),
    )
    return [row for part, key in parts for row in _part(part, _several(getattr(record, key, ())))]


def _several(value: str | Iterable[str]) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value


def _brand_terms(record: BrandRecord) -> Iterator[dict[str, str]]:
    listed = [*_by_language("name", record.names), *_part("nickname", record.nicknames), *_part("model", record.models)]
    for row in listed:
        yield row | {"ambiguous": "yes" if row["term"] in record.ambiguous else "no"}
    yield from (row | {"ambiguous": "yes"} for row in _part("short", record.short))
    yield from _part("longer", record.longer)


def _by_language(part: str, terms: Terms) -> Iterator[dict[str, str]]:
    for language, words in (("en", terms.en), ("zh-Hans", terms.zh_hans), ("zh-Hant", terms.zh_hant)):
        yield from (row | {"language": language} for row in _part(part, words))


def _part(part: str, words: Iterable[str]) -> Iterator[dict[str, str]]:
    return ({"term": word, "part": part} for word in words)


def cell(text: str) -> str:
    r"""Give a text as a cell that no spreadsheet takes for a formula and no terminal obeys.

    >>> cell("=HYPERLINK(1)"), cell("耐克"), cell("a\x1b[2J\u202e")
    ("'=HYPERLINK(1)", '耐克', 'a\\x1b[2J\\u202e')
    """
    shown = "".join(c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode() for c in text)
    return f"'{shown}" if text.startswith(_FORMULA) else shown


def csv_text(table: Iterable[Mapping[str, str]]) -> str:
    """Write rows as CSV with a mark in front, by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(row.get(column, "")) for column in COLUMNS] for row in table)
    return "\ufeff" + out.getvalue()


def plain_records(catalogue: Catalogue, kinds: Collection[str] = TABLES) -> dict[str, list[dict[str, Any]]]:
    """Give every record of some kinds with all of its keys, and the file that it is from."""
    return {
        kind: [{"file": place.file.path, **place.record.model_dump(mode="json", by_alias=True)} for place in getattr(catalogue, kind)]
        for kind in TABLES
        if kind in kinds
    }
