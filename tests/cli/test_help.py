"""The help of every command is its manual: what it does, its options, its exit codes, and examples that work."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from listingguard.cli import _parser
from listingguard.cli.manual import EXAMPLES, commands

Cli = Callable[..., Any]


COMMANDS = [command for path, _, command in commands(_parser(())) if path]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.prog)
def test_the_help_of_a_command_is_complete(command: argparse.ArgumentParser) -> None:
    """Nobody has to look elsewhere for what a code means or how a command is written."""
    text = command.format_help()
    assert command.description
    assert len(re.findall("^exit codes: ", text, re.MULTILINE)) == 1
    assert len(re.findall("^examples:$", text, re.MULTILINE)) == 1
    assert all(action.help for action in command._actions if not isinstance(action, argparse._SubParsersAction))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.prog)
def test_the_examples_of_a_command_are_understood(command: argparse.ArgumentParser) -> None:
    """With every option, and each example shows its command or goes with it."""
    examples = (command.epilog or "").partition("examples:")[2]
    found = re.findall(r"listingguard ((?:[^|>()\n]|\"[^\"]*\")*)", examples)
    assert found
    for words in found:
        _parser(()).parse_args(shlex.split(re.sub(r'\)".*', "", words), comments=True))


def test_every_example_is_of_a_command_that_is_there() -> None:
    """And none is lost behind a spelling."""
    assert set(EXAMPLES) - {""} <= {command.prog.removeprefix("listingguard ") for command in COMMANDS}


def test_the_first_help_shows_where_to_begin(cli: Cli) -> None:
    """Commands, and examples of the most usual."""
    said = cli("--help")
    assert said.code == 0
    assert "listingguard scan catalog/ --marketplace taobao" in said.out


def test_no_colour_where_it_is_not_wanted(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither with NO_COLOR nor with --no-color, on any command."""
    monkeypatch.setenv("NO_COLOR", "1")
    for words in ("scan -", "explain -", "rule LGC201", "marketplaces taobao", "lexicon lookup 耐克", "formats"):
        said = cli(*words.split(), stdin="全网最低价 LV同款\n")
        assert "\x1b" not in said.out + said.err
    assert "\x1b" in cli("scan", "-", "--color", "always", stdin="全网最低价\n").out
    assert "\x1b" not in cli("scan", "-", "--color", "always", "--no-color", stdin="全网最低价\n").out


def test_a_bare_call_shows_the_help_and_fails(cli: Cli) -> None:
    """Nothing was asked for: on standard error, with 2."""
    said = cli()
    assert (said.code, said.out) == (2, "")
    assert "listingguard scan catalog/ --marketplace taobao" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "scan x --formt json",
            "error: there is no option --formt\n    did you mean '--format'? listingguard scan --help tells what there is\n",
        ),
        ("scan x --format jsn", "error: --format: invalid choice: 'jsn'\n    did you mean 'json'?\n"),
        ("scn x", "error: COMMAND: invalid choice: 'scn'\n    did you mean 'scan'?\n"),
        ("scan", "error: the following arguments are required: PATH\n    listingguard scan --help tells what there is\n"),
        ("baseline create x -o y --own-brnd z", "error: there is no option --own-brnd\n    did you mean '--own-brand'? listingguard "),
    ],
)
def test_a_mistyped_word_is_answered_in_two_lines(cli: Cli, words: str, told: str) -> None:
    """With what is nearest to it, and no page of usage."""
    said = cli(*words.split())
    assert said.code == 2
    assert said.err.startswith(told)
    assert said.err.count("\n") == 2


def test_a_mistake_in_a_step_of_github_is_an_annotation(cli: Cli, write: Callable[[str, str], str]) -> None:
    """With file and line, where it stands in a configuration; other forms stay clean."""
    write("a.csv", "sku,title\nA-1,羊毛围巾\n")
    write("listingguard.toml", "\nmarketplace = 'tabao'\n")
    said = cli("scan", "a.csv", "--format", "github")
    assert said.code == 2
    assert said.out.startswith("::error file=listingguard.toml,line=2,title=listingguard::listingguard.toml:2: ")
    assert cli("scan", "a.csv", "--format", "json").out == ""
