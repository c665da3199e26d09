"""The reference says everything that there is to say: every code, command, option, field and public name."""

from __future__ import annotations

import argparse
import dataclasses
import importlib.util
import re
from types import ModuleType
from typing import get_args

import pytest
from pages import ROOT, rows

import listingguard
from listingguard import Basis, Finding, LexiconInfo, Listing, Report, Seller, Step
from listingguard.cli import _parser
from listingguard.cli.manual import commands
from listingguard.judge.evidence import STEPS
from listingguard.lexicon import Lexicon
from listingguard.lexicon.load import load
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.read import read_files
from listingguard.model import FIELD_WEIGHTS, Category
from listingguard.model.finding import Method, Usage
from listingguard.sources import FORMATS

REFERENCE = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """Load the script that writes the generated pages."""
    spec = importlib.util.spec_from_file_location("generate_reference", ROOT / "scripts" / "generate_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_what_the_script_writes(generator: ModuleType) -> None:
    """A change of a rule or an option comes with its page: run scripts/generate_reference.py."""
    stale = [name for name, text in generator.pages().items() if (REFERENCE / name).read_text(encoding="utf8") != text]
    assert stale == [], "run: .venv/bin/python scripts/generate_reference.py"


def test_the_page_of_rules_does_not_depend_on_the_order_of_the_files(generator: ModuleType) -> None:
    """The same records give the same bytes, in whatever order a file system lists them."""
    files = read_files(data_folder())
    assert generator.rules_page(load(files)) == generator.rules_page(load(files[::-1]))


def test_every_code_has_a_heading(lexicon: Lexicon) -> None:
    """A reader who meets a code in a report finds it by searching one page."""
    text = (REFERENCE / "rules.md").read_text(encoding="utf8")
    assert [code.id for code in lexicon.codes.values() if f"### {code.id} {code.name}\n" not in text] == []


def test_every_rule_basis_and_exemption_has_a_row(lexicon: Lexicon) -> None:
    """What evidence and basis name can be looked up."""
    text = (REFERENCE / "rules.md").read_text(encoding="utf8")
    ids = [*lexicon.rules, *lexicon.bases, *lexicon.exemptions, *lexicon.marketplaces]
    assert [name for name in ids if f"`{name}` |" not in text] == []


def test_every_command_and_every_option_stands_on_the_page_of_the_command_line() -> None:
    """Help and page tell the same."""
    text = (REFERENCE / "cli.md").read_text(encoding="utf8")
    missing = []
    for _, _, command in commands(_parser(())):
        _, heading, section = text.partition(f"## `{command.prog}`\n")
        section = section.partition("\n## ")[0]
        options = [o for a in command._actions for o in a.option_strings if not isinstance(a, argparse._HelpAction)]
        missing += [] if heading else [command.prog]
        missing += [f"{command.prog} {option}" for option in options if f"`{option}" not in section]
    assert missing == []


@pytest.mark.parametrize("kind", [Report, Finding, Step, Basis, LexiconInfo], ids=lambda kind: kind.__name__)
def test_every_field_of_what_a_report_holds_has_a_row(kind: type) -> None:
    """The contract of findings and reports names every field."""
    told = {cell.strip("`") for row in rows(REFERENCE / "findings.md") for cell in row[0].split(", ")}
    assert [field.name for field in dataclasses.fields(kind) if field.name not in told] == []


def test_every_word_of_a_finding_is_explained() -> None:
    """Categories, methods, uses, severities and dispositions are closed lists, and the page has them all."""
    text = (REFERENCE / "findings.md").read_text(encoding="utf8")
    words = [*get_args(Category), *get_args(Method), *get_args(Usage)]
    assert [word for word in words if f"`{word}`" not in text] == []


def test_every_public_name_and_its_parts_stand_on_the_page_of_the_api() -> None:
    """What `import listingguard` gives is documented."""
    text = (REFERENCE / "api.md").read_text(encoding="utf8")
    told = {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"\w+", code)}
    parts = {field.name for kind in (Listing, Seller) for field in dataclasses.fields(kind)}
    members = {name for name in vars(Report) if not name.startswith("_")} - {field.name for field in dataclasses.fields(Report)}
    assert {*listingguard.__all__, *parts, *members} - told == set()


def test_every_kind_of_file_stands_on_the_page_about_ci() -> None:
    """Nobody has to guess which files a folder is searched for."""
    text = (ROOT / "docs" / "how-to" / "use-in-ci.md").read_text(encoding="utf8")
    assert [kind for kind in FORMATS if f"`{kind}`" not in text] == []


def test_the_weights_of_the_fields_are_those_of_the_code() -> None:
    """The page about the score shows the table that the score uses."""
    told = {row[0].strip("`"): row[1] for row in rows(ROOT / "docs" / "explanation" / "scoring.md") if row[0].strip("`") in FIELD_WEIGHTS}
    assert {name: float(weight) for name, weight in told.items()} == FIELD_WEIGHTS


def test_every_kind_of_step_is_explained() -> None:
    """Whoever reads evidence as data finds each kind of step on the page, and no kind that there is not."""
    text = (REFERENCE / "findings.md").read_text(encoding="utf8").partition("## Step")[2].partition("\n## ")[0]
    told = re.findall(r"^\| (`[a-z`, ]+`) \|", text.partition("| kind |")[2], re.MULTILINE)
    assert {kind for row in told for kind in re.findall("`([a-z]+)`", row)} == set(STEPS)
