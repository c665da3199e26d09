"""The page about the configuration has every key and its default, and every option that has none."""

from __future__ import annotations

import argparse

from pages import ROOT, rows

from listingguard.cli import _parser
from listingguard.config import DEFAULTS
from listingguard.config.json_schema import schema_of

PAGE = ROOT / "docs" / "reference" / "configuration.md"


def told() -> set[str]:
    """Give the keys that have a row."""
    return {cell.strip("`") for row in rows(PAGE) for cell in row[0].split(", ")}


def test_every_key_has_a_row_and_no_row_is_made_up() -> None:
    """Of the file, of a seller, of a profile and of an excuse; the other way round, what stands there is a key."""
    schema = schema_of()
    keys = {*schema["properties"], *(key for table in schema["definitions"].values() for key in table["properties"])}
    assert keys - told() == {"files"} - told()
    names = {row[0].strip("`") for row in rows(PAGE) if len(row) == 5} - {"key"}
    assert names == set(schema["properties"])


def test_the_defaults_are_those_of_the_code() -> None:
    """As far as they are values."""
    shown = {row[0].strip("`"): row[2].strip("`") for row in rows(PAGE) if len(row) == 5}
    plain = {
        key: str(value).lower() if isinstance(value, bool) else str(value) for key, value in DEFAULTS.items() if value not in (None, ())
    }
    assert {key: shown[key] for key in plain} == plain


def test_an_option_of_a_scan_is_a_key_or_said_to_be_none() -> None:
    """Whoever adds an option decides whether a configuration may say it."""
    text = PAGE.read_text(encoding="utf8")
    commands = next(a for a in _parser(())._actions if isinstance(a, argparse._SubParsersAction))
    options = [a for a in commands.choices["scan"]._actions if a.option_strings and not isinstance(a, argparse._HelpAction)]
    missing = [
        a.option_strings[-1] for a in options if a.option_strings[-1].lstrip("-") not in told() and f"`{a.option_strings[-1]}`" not in text
    ]
    assert missing == []
