"""Shells complete what the command line understands: the scripts come from its own parser, and are run where the shell is there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from listingguard.cli import _parser
from listingguard.cli.manual import commands

Cli = Callable[..., Any]
ASKED = [
    ([""], ["scan", "baseline", "formats", "explain", "rule", "marketplaces", "lexicon", "config", "init", "completion", "version"]),
    (["base"], ["baseline"]),
    (["baseline", "cr"], ["create"]),
    (["baseline", "create", "--cou"], ["--counts"]),
    (["scan", "--fail"], ["--fail-on", "--fail-on-unused-excuses"]),
    (["scan", "--fail-on", ""], ["review", "block"]),
    (["scan", "--fail-on", "re"], ["review"]),
    (["scan", "a.csv", "--format", "js"], ["json", "jsonl"]),
    (["completion", "f"], ["fish"]),
]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_has_every_command_and_every_option(cli: Cli, shell: str) -> None:
    """So that nothing is forgotten when a command is added."""
    said = cli("completion", shell)
    assert (said.code, said.err) == (0, "")
    for path, _, command in commands(_parser(())):
        mark = f"__listingguard_at \\'{path}\\'" if shell == "fish" else f'"{path}") words="'
        lines = [line for line in said.out.splitlines() if mark in line]
        assert lines, path
        told = "\n".join(lines)
        for action in command._actions:
            for name in action.option_strings:
                assert (f"-l {name[2:]} " if name.startswith("--") else f"-s {name[1:]} ") in told if shell == "fish" else name in told


def test_a_shell_that_is_not_known_is_an_error(cli: Cli) -> None:
    """With those that are."""
    said = cli("completion", "tcsh")
    assert said.code == 2
    assert "known are bash" in said.err


def script(cli: Cli, shell: str) -> str:
    """Write the script to a file, where the shell is there."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not there")
    Path("script").write_text(cli("completion", shell).out, "utf8")
    return program


@pytest.mark.parametrize(("words", "wanted"), ASKED, ids=" ".join)
def test_bash_completes(cli: Cli, words: list[str], wanted: list[str]) -> None:
    """As if the key were pressed behind these words."""
    ask = '. ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _listingguard; printf "%s\\n" "${COMPREPLY[@]}"'
    command = [script(cli, "bash"), "--norc", "-uc", ask, "bash", "listingguard", *words]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert (done.stdout.split("\n")[:-1], done.stderr) == (wanted, "")


def test_bash_takes_an_equals_sign_for_a_word_of_its_own(cli: Cli) -> None:
    """`--format=js` comes in three words."""
    ask = '. ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _listingguard; echo "${COMPREPLY[*]}"'
    for words, wanted in ((["--fail-on", "=", "b"], "block"), (["--fail-on", "="], "review block")):
        command = [script(cli, "bash"), "-c", ask, "bash", "listingguard", "scan", *words]
        assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == f"{wanted}\n"


@pytest.mark.parametrize(("words", "wanted"), ASKED, ids=" ".join)
def test_fish_completes(cli: Cli, words: list[str], wanted: list[str]) -> None:
    """As it tells itself."""
    ask = f"source script; complete -C 'listingguard {' '.join(words)}'"
    done = subprocess.run([script(cli, "fish"), "--no-config", "-c", ask], capture_output=True, check=True, text=True)
    assert sorted(line.split("\t")[0] for line in done.stdout.splitlines()) == sorted(wanted)


def test_zsh_reads_the_script(cli: Cli) -> None:
    """Its own emulation of bash does the rest."""
    done = subprocess.run([script(cli, "zsh"), "-f", "-n", "script"], capture_output=True, check=True, text=True)
    assert done.stderr == ""
