"""A message of Amazon's JSON_LISTINGS_FEED as a record: its attributes, or what its patches put in their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from listingguard.sources.row import Record
from listingguard.sources.shapes import shape_named

__all__ = ["feed_record"]

_SHAPE: Final = shape_named("amazon-json-feed")


def feed_record(message: Any, line: int) -> Record | None:
    """Make the record of a message, or None if it is none. An attribute is a list of values, each for a language and a marketplace.

    >>> feed_record({"sku": "A1", "attributes": {"item_name": [{"value": "Wool scarf", "language_tag": "en_US"}]}}, 3)[:3]
    (3, ('sku', 'productType', 'item_name'), ['A1', '', ['Wool scarf']])
    """
    if not isinstance(message, dict):
        return None
    attributes = message.get("attributes")
    found = dict(attributes) if isinstance(attributes, dict) else dict(_patched(message.get("patches")))
    if not found and not isinstance(attributes, dict) and message.get("operationType") != "DELETE":
        return None
    names = ("sku", "productType", *map(str, found))
    values = [message.get("sku", ""), message.get("productType", ""), *([*_values(value)] for value in found.values())]
    return Record(line, names, values, shape=_SHAPE)


def _patched(patches: Any) -> Iterator[tuple[str, Any]]:
    """Give the attributes that patches add or replace, by the last word of their paths."""
    for patch in patches if isinstance(patches, list) else ():
        if isinstance(patch, dict) and isinstance(path := patch.get("path"), str) and patch.get("op") != "delete":
            yield path.rpartition("/")[2], patch.get("value")


def _values(attribute: Any) -> Iterator[str]:
    """Give the texts of an attribute."""
    for item in attribute if isinstance(attribute, list) else [attribute]:
        value = item.get("value") if isinstance(item, dict) else item
        if isinstance(value, str):
            yield value
