"""The JSON Schema is that of the reader: what it marks is refused, and what it lets pass is read."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from listingguard import ConfigError
from listingguard.cli import _parser, main
from listingguard.config import DEFAULTS, read_config
from listingguard.config.json_schema import schema_of, schema_text
from listingguard.config.schema import ConfigTable, ProfileTable
from listingguard.lexicon.locate import data_folder

GOOD = [
    'marketplace = "taobao"\nselect = "LGC"\nignore = ["LGC1", "brand-as-product"]\njobs = "auto"\n',
    '[seller]\nown-brands = "晨露"\nauthorized-brands = ["Anker", {name = "Nike", territories = ["CN"], until = "2026-12-31"}]\n',
    '[field]\ntitle = "款名"\nbullets = ["卖点1", "卖点2"]\nsku = ""\n',
    '[[profile]]\nfiles = "tw/**"\nlang = "zh-Hant"\nstrictness = "strict"\nfield = {title = "商品標題"}\n',
    '[[allow]]\nterm = "a"\nreason = "r"\nuntil = 2026-12-31\n',
    '[[allow]]\nrules = "LGC"\nreason = "r"\nowner = "legal"\nfields = ["bullets[1]"]\n',
    'extend = "base.toml"\nlexicon = ["words"]\nlexicon-version = "2026.11"\n',
    'as-of = "2026-12-01"\nfail-on = "review"\noutput = "json=r.json"\n',
]
BAD = [
    "marketplce = 1\n",
    "marketplace = 1\n",
    'strictness = "hard"\n',
    "jobs = 61\n",
    '[[profile]]\nmarketplace = "taobao"\n',
    '[[allow]]\nterm = "a"\n',
    '[seller]\nown_brands = "a"\n',
    '[seller]\nauthorized-brands = [{name = "Nike", till = "x"}]\n',
    'input-format = "xls"\n',
    'format = "pdf"\n',
    "select = [1]\n",
]


def plain(text: str) -> Any:
    """Give a document as an editor sees it: a day is a text."""
    return json.loads(json.dumps(tomllib.loads(text), default=lambda day: day.isoformat() if isinstance(day, dt.date) else None))


@pytest.mark.parametrize("text", GOOD)
def test_what_the_schema_lets_pass_is_read(text: str, tmp_path: Path) -> None:
    """An editor marks nothing in a configuration that works."""
    jsonschema.validate(plain(text), schema_of())
    (tmp_path / "base.toml").write_text("", encoding="utf8")
    (tmp_path / "listingguard.toml").write_text(text, encoding="utf8")
    assert read_config(str(tmp_path / "listingguard.toml")) is not None


@pytest.mark.parametrize("text", BAD)
def test_what_the_schema_marks_is_refused(text: str, tmp_path: Path) -> None:
    """Both know the same mistakes."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain(text), schema_of())
    (tmp_path / "listingguard.toml").write_text(text, encoding="utf8")
    with pytest.raises(ConfigError):
        read_config(str(tmp_path / "listingguard.toml"))


def test_the_shipped_schema_is_that_of_the_code_and_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A change of a key comes with its schema: run scripts/generate_data_schemas.py."""
    shipped = (data_folder() / "schemas" / "config.schema.json").read_text(encoding="utf8")
    assert shipped == schema_text(), "run: .venv/bin/python scripts/generate_data_schemas.py"
    assert main(["config", "schema"]) == 0
    assert capsys.readouterr().out == shipped
    jsonschema.Draft7Validator.check_schema(schema_of())


def test_every_key_has_a_default_and_every_default_a_key() -> None:
    """`config show` leaves nothing out."""
    schema = schema_of()["properties"]
    tables = {f"seller.{key}" for key in schema_of()["definitions"]["SellerTable"]["properties"]}
    assert set(schema) - {"extend", "profile", "allow", "seller", "field"} | tables == set(DEFAULTS)
    assert {f.alias or name for name, f in ProfileTable.model_fields.items()} - {"files"} < set(schema)


def test_every_key_of_a_value_is_an_option_of_a_scan() -> None:
    """The command line can say whatever a configuration says, but what only a file can: tables of its own, and the pin."""
    parsed = vars(_parser(()).parse_args(["scan", "x"]))
    named = {"own_brands": "own_brand", "authorized_brands": "authorized_brand", "watch_words": "watch"}
    keys = {*ConfigTable.model_fields, *named} - {"extend", "profile", "allow", "seller", "lexicon_version"}
    assert {named.get(key, key) for key in keys} - set(parsed) == set()
