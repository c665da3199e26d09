"""The one way to write a data file: order of records and keys, quotes, one list item a line where the list is long.

A file in its canonical form equals `format_text` of itself, so two people who add the same record write the same bytes, and a review shows
what changed and nothing else. No value is ever changed or dropped.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

__all__ = ["comment_line", "format_data", "format_text"]

_WIDTH: Final = 120
_INDENT: Final = "    "
#: Which keys come first, and in which order, by the name of the table; "" is the head of the file. Other keys follow as they stood.
_ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    "": (
        "schema",
        "kind",
        "category",
        "policy",
        "version",
        "date",
        "brands",
        "rules",
        "id",
        "name",
        "aliases",
        "jurisdictions",
        "note",
        "unknown",
    ),
    "brand": (
        *("id", "owner", "names", "nicknames", "models", "short", "ambiguous", "goods", "inside", "signals", "longer"),
        *("source", "checked", "confidence", "note", "examples"),
    ),
    "basis": (
        *("id", "law", "article", "layer", "jurisdictions", "marketplaces", "fields", "effective_from", "effective_to"),
        *("source", "checked", "confidence", "note"),
    ),
    "rule": (
        *("id", "code", "basis", "severity", "disposition", "certainty", "terms", "combine", "needs", "only_goods", "normal_goods"),
        *("exempt", "boundary", "where", "longer", "replace", "delete", "message", "advice", "note", "examples", "listings"),
    ),
    "exemption": (
        *("id", "clause", "disposition", "title", "proof", "before", "after", "reach", "around", "require", "not_with"),
        *("names_goods", "goods", "not_goods", "note", "examples"),
    ),
    "goods": ("id", "label", "kind", "fits", "holds", "words", "note"),
    "cue": ("id", "reach", "words", "note"),
    "code": ("id", "name", "category", "title", "about"),
    "site": ("id", "aliases", "jurisdictions"),
    "limit": (
        *("field", "max", "unit", "uncounted", "except_sites", "effective_from", "effective_to"),
        *("source", "checked", "confidence", "note"),
    ),
    "form": (
        *("field", "kind", "max", "characters", "categories", "words", "except_sites", "effective_from", "effective_to"),
        *("source", "checked", "confidence", "note"),
    ),
}
_PARTS: Final = ("en", "zh-Hans", "zh-Hant", "hit", "pass", "excuse", "keep")
_TABLES: Final = tuple(name for name in _ORDER if name)
_INLINE: Final = frozenset({"replace"})
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
#: What a reader would not see, or would take for a blank: written as an escape.
_UNSEEN: Final = re.compile(
    "[\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3164"
    "\ue000-\uf8ff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_basic: Final = json.JSONEncoder(ensure_ascii=False).encode
_COMMENT: Final = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|(#)')


def format_text(text: str) -> str:
    r"""Write a data file in its canonical form. Raises `tomllib.TOMLDecodeError` where it is no TOML.

    >>> print(format_text("category = 'phones'\nschema = 1\n[[brand]]\nnames = { zh-Hans = ['小米'], en = ['Xiaomi'] }\nid = 'xiaomi'\n"))
    schema = 1
    category = "phones"
    <BLANKLINE>
    [[brand]]
    id = "xiaomi"
    names.en = ["Xiaomi"]
    names.zh-Hans = ["小米"]
    <BLANKLINE>
    """
    return format_data(tomllib.loads(text))


def format_data(data: Mapping[str, Any]) -> str:
    """Write what was read from a data file in its canonical form."""
    tables = _sorted([key for key, value in data.items() if _is_table(value)], _TABLES)
    head = {key: value for key, value in data.items() if key not in tables}
    blocks = [list(_entries(head, ""))] if head else []
    for table in tables:
        records = sorted(data[table], key=lambda r: str(r.get("id", "")))
        blocks += [[f"[[{_key(table)}]]", *_entries(record, table)] for record in records]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def comment_line(text: str) -> int | None:
    r"""Give the line of the first comment, which the canonical form has no place for: notes go in `note`.

    >>> comment_line('schema = 1\nnote = "# 1 of 2"'), comment_line("schema = 1 # the first")
    (None, 1)
    """
    return next((text.count("\n", 0, m.start()) + 1 for m in _COMMENT.finditer(text) if m[1]), None)


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _sorted(keys: Iterable[str], order: tuple[str, ...]) -> list[str]:
    """Put the keys that have a place first, in the order of those places; others keep theirs."""
    return sorted(keys, key=lambda key: order.index(key) if key in order else len(order))


def _entries(record: Mapping[str, Any], table: str) -> Iterator[str]:
    for key in _sorted(record, _ORDER.get(table, ())):
        value = record[key]
        if isinstance(value, dict) and value and key not in _INLINE:
            for part in _sorted(value, _PARTS):
                yield from _entry(f"{_key(key)}.{_key(part)}", value[part])
        else:
            yield from _entry(_key(key), value)


def _entry(key: str, value: Any) -> Iterator[str]:
    line = f"{key} = {_inline(value)}"
    if isinstance(value, list) and value and len(line) > _WIDTH:
        yield f"{key} = ["
        yield from (f"{_INDENT}{_inline(item)}," for item in value)
        yield "]"
    else:
        yield line


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _string(key)


def _inline(value: Any) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(k)} = {_inline(v)}' for k, v in value.items())} }}" if value else "{}"
    return repr(value)


def _string(text: str) -> str:
    """Write a basic string: JSON's escapes are TOML's, and what cannot be seen is spelled out."""
    return _UNSEEN.sub(_escape, _basic(text))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004  the end of the basic plane
