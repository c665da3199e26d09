"""A brand written down from a few facts: its record as plain values, and its place in the file of a category."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from listingguard.lexicon.canonical import format_data

__all__ = ["block_of", "brand_id", "joined", "with_brand", "with_more", "without_empty"]

_APOSTROPHES: Final = re.compile("['’`]")
_OTHER: Final = re.compile("[^a-z0-9]+")
Facts = Mapping[str, Any]


def brand_id(name: str) -> str:
    """Give the id that a brand has by its Latin name: kebab case, without diacritics. Empty where there is none.

    >>> brand_id("Louis Vuitton"), brand_id("Hermès"), brand_id("Levi's"), brand_id("Dolce & Gabbana"), brand_id("露露乐蒙")
    ('louis-vuitton', 'hermes', 'levis', 'dolce-gabbana', '')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return _OTHER.sub("-", _APOSTROPHES.sub("", plain)).strip("-")


def without_empty(facts: Facts) -> dict[str, Any]:
    """Drop what says nothing: empty lists, empty strings, None, and tables in which nothing is left."""
    kept = {key: without_empty(value) if isinstance(value, Mapping) else value for key, value in facts.items()}
    return {key: value for key, value in kept.items() if value not in (None, "", [], {})}


def joined(old: Facts, more: Facts) -> dict[str, Any]:
    """Give a record with more facts: lists grow by what they do not hold yet, tables key by key, anything else is replaced.

    >>> joined({"id": "nike", "names": {"en": ["Nike"]}}, {"names": {"en": ["Nike", "NIKE Inc"], "zh-Hans": ["耐克"]}})
    {'id': 'nike', 'names': {'en': ['Nike', 'NIKE Inc'], 'zh-Hans': ['耐克']}}
    """
    merged = dict(old)
    for key, value in more.items():
        here = merged.get(key)
        if isinstance(here, Mapping) and isinstance(value, Mapping):
            merged[key] = joined(here, value)
        elif isinstance(here, list) and isinstance(value, list):
            merged[key] = here + [item for item in value if item not in here]
        else:
            merged[key] = value
    return merged


def with_brand(text: str, record: Facts) -> str:
    """Give the text of a file of brands with one record more, in its canonical form."""
    data = tomllib.loads(text)
    return format_data({**data, "brand": [*data.get("brand", ()), record]})


def with_more(text: str, brand: str, more: Facts) -> str:
    """Give the text of a file of brands in which one record has more facts, in its canonical form."""
    data = tomllib.loads(text)
    return format_data({**data, "brand": [joined(old, more) if old.get("id") == brand else old for old in data["brand"]]})


def block_of(text: str, brand: str) -> tuple[int, str]:
    r"""Give the line on which the record of a brand begins in a canonical file, and the record as it is written there.

    >>> block_of('schema = 1\n\n[[brand]]\nid = "nike"\n\n[[brand]]\nid = "puma"\n', "nike")
    (3, '[[brand]]\nid = "nike"')
    """
    head = f'[[brand]]\nid = "{brand}"\n'
    start = text.index(head)
    end = text.find("\n\n[[brand]]\n", start)
    return text.count("\n", 0, start) + 1, text[start : end if end >= 0 else len(text)].rstrip("\n")
