"""The JSON Schema of a configuration, from which editors complete keys and mark mistakes while one types."""

from __future__ import annotations

import json
from typing import Any, Final

from listingguard.config.schema import ConfigTable

__all__ = ["schema_of", "schema_text"]

_NULL: Final = {"type": "null"}


def schema_of() -> dict[str, Any]:
    """Give the schema, in the draft that editors of TOML read.

    >>> sorted(schema_of()["definitions"])
    ['AllowTable', 'ProfileTable', 'SellerTable']
    """
    schema = ConfigTable.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs")
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "listingguard.toml"}
    return head | {key: value for key, value in _bare(schema).items() if key != "title"}


def schema_text() -> str:
    """Give the schema as the file that ships: the same bytes for the same model."""
    return json.dumps(schema_of(), ensure_ascii=False, indent=2) + "\n"


def _bare(node: Any) -> Any:
    """Leave out what TOML has not, null, and titles that only say the key again."""
    if isinstance(node, list):
        return [_bare(item) for item in node if item != _NULL]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:
        options = [option for option in node["anyOf"] if option != _NULL]
        rest = {key: value for key, value in node.items() if key != "anyOf"}
        node = rest | (options[0] if len(options) == 1 else {"anyOf": options})
    return {key: _bare(value) for key, value in node.items() if not (key == "title" and isinstance(value, str)) and key != "default"}
