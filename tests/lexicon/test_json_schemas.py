"""The JSON Schemas that editors read: the shipped files are those of the code, and all shipped data keeps to them."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from listingguard.cli import main
from listingguard.lexicon.json_schema import SCHEMAS, schema_of, schema_text
from listingguard.lexicon.locate import data_folder

ROOT = Path(__file__).resolve().parents[2]
TYPES = {"string": str | dt.date, "array": list, "object": dict, "boolean": bool, "integer": int, "number": int | float, "null": type(None)}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_schema_is_that_of_the_code(name: str) -> None:
    """A change of a model comes with its schema: run scripts/generate_data_schemas.py."""
    shipped = (data_folder() / "schemas" / f"{name}.schema.json").read_text(encoding="utf8")
    assert shipped == schema_text(name), "run: .venv/bin/python scripts/generate_data_schemas.py"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_the_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Who has no checkout has the schema all the same."""
    assert main(["lexicon", "schema", name]) == 0
    assert json.loads(capsys.readouterr().out) == schema_of(name)


def complaints(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> Iterator[str]:
    """Say where a value departs from a schema, as far as our schemas go."""
    if "$ref" in schema:
        yield from complaints(value, root["definitions"][schema["$ref"].rsplit("/", 1)[1]], root, at)
        return
    if "anyOf" in schema and all(any(complaints(value, option, root, at)) for option in schema["anyOf"]):
        yield f"{at}: none of the alternatives"
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        yield f"{at}: no {schema['type']}"
        return
    if ("enum" in schema and value not in schema["enum"]) or ("const" in schema and value != schema["const"]):
        yield f"{at}: {value!r} is no choice"
    if "pattern" in schema and not re.search(schema["pattern"], str(value)):
        yield f"{at}: {value!r} does not match"
    if isinstance(value, list) and "items" in schema:
        yield from (line for i, item in enumerate(value) for line in complaints(item, schema["items"], root, f"{at}[{i}]"))
    if isinstance(value, dict):
        yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
        for key, item in value.items():
            inner = schema.get("properties", {}).get(key, schema.get("additionalProperties", {}))
            yield from [f"{at}.{key} is unknown"] if inner is False else complaints(item, inner, root, f"{at}.{key}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_all_shipped_data_keeps_to_its_schema(name: str) -> None:
    """An editor marks nothing in the files as they are."""
    files = sorted((ROOT / "data").glob(SCHEMAS[name][0]))
    assert files
    for path in files:
        data = tomllib.loads(path.read_text(encoding="utf8"))
        assert list(complaints(data, schema_of(name), schema_of(name))) == []


@pytest.mark.parametrize(
    ("key", "value"), [("nmaes", {"en": ["x"]}), ("names", ["x"]), ("id", "Nike Inc"), ("confidence", "sure"), ("goods", "bag")]
)
def test_a_mistake_is_marked(key: str, value: Any) -> None:
    """An unknown key, a wrong type, a bad id and a word that is no choice are complaints."""
    data = {"schema": 1, "category": "phones", "brand": [{"id": "nike", key: value}]}
    schema = schema_of("brands")
    assert list(complaints({"schema": 1, "category": "phones", "brand": [{"id": "nike"}]}, schema, schema)) == []
    assert list(complaints(data, schema, schema)) != []


def test_editors_find_a_schema_for_every_data_file() -> None:
    """Each file of data/ that people write is named by a rule of .taplo.toml, whose schema is there."""
    config = tomllib.loads((ROOT / ".taplo.toml").read_text(encoding="utf8"))
    ruled: set[Path] = set()
    for rule in config["rule"]:
        assert (ROOT / rule["schema"]["path"]).is_file()
        ruled |= {path for pattern in rule["include"] for path in ROOT.glob(pattern)}
    assert ruled == {path for path in (ROOT / "data").rglob("*.toml") if path.parent.name != "generated"}
