"""Every example runs: Python as doctests or as it stands, console transcripts word for word, shell commands as far as they are ours."""

from __future__ import annotations

import doctest
import functools
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pages import ROOT, Block, blocks, pages, rows

from listingguard import Scanner
from listingguard.cli import _parser, main
from listingguard.errors import Problem
from listingguard.lexicon import Lexicon, compile_records
from listingguard.lexicon.checks import disorder, read
from listingguard.lexicon.load import parse
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.placed import catalogue_of
from listingguard.lexicon.read import SourceFile, read_files
from listingguard.model import Category
from listingguard.proof import prove

_FLAGS = doctest.ELLIPSIS
_EXIT = re.compile(r"# exits with (\d)")
_RUN = re.compile(r"^\s*(?:- )?run: (.+)$", re.MULTILINE)
_NAMES = [str(page.relative_to(ROOT)) for page in pages()]


@pytest.mark.parametrize("name", [name for name in _NAMES if any(blocks(ROOT / name, "python", "console"))])
def test_the_examples_of_a_page_do_what_it_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The blocks of a page run in their order, in one folder and with the same names, and give what stands below them."""
    monkeypatch.chdir(tmp_path)
    for key, value in {"LC_ALL": "C", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(key, value)
    if "--data data" in (ROOT / name).read_text(encoding="utf8"):
        _checkout(tmp_path)
    values: dict[str, Any] = {"__name__": "example"}
    for block in blocks(ROOT / name, "python", "console"):
        if block.language == "console":
            _transcript(block, capsys)
        elif ">>>" in block.text:
            _session(block, values)
        else:
            exec(compile("\n" * (block.line - 1) + block.text, name, "exec"), values)  # noqa: S102  our own pages
            capsys.readouterr()


def _checkout(folder: Path) -> None:
    """Make a checkout of the data in a folder: pages that write to `data` may do so there."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "tests" / "listings", folder / "tests" / "listings")
    who = ["-c", "user.name=reader", "-c", "user.email=reader@example.com"]
    for words in (["init", "--quiet"], ["add", "data"], [*who, "commit", "--quiet", "--no-gpg-sign", "-m", "Data"]):
        bare = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}  # those of a hook that runs the tests
        subprocess.run(["git", *words], cwd=folder, env=bare, check=True, capture_output=True)  # noqa: S607  git, wherever it is


def _session(block: Block, values: dict[str, Any]) -> None:
    test = doctest.DocTestParser().get_doctest(block.text, values, block.page.name, str(block.page), block.line - 1)
    said: list[str] = []
    failed, _ = doctest.DocTestRunner(optionflags=_FLAGS, verbose=False).run(test, out=said.append, clear_globs=False)
    assert not failed, "".join(said)
    values.update(test.globs)


def _transcript(block: Block, capsys: pytest.CaptureFixture[str]) -> None:
    """Run `$ listingguard …` lines and compare the output; `# exits with 1` behind a command says its exit code."""
    for command, wanted in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE):
        words = shlex.split(command, comments=True)
        assert words[0] == "listingguard", command
        code = _EXIT.search(command)
        got_code, got = main(words[1:]), capsys.readouterr().out
        assert got_code == (int(code[1]) if code else 0), f"{command}: exits with {got_code}\n{got}"
        if wanted.strip():
            assert doctest.OutputChecker().check_output(wanted, got, _FLAGS), f"{block.page}:{block.line} {command}\n{got}"


def _commands(block: Block) -> Iterator[list[str]]:
    """Give the commands of a shell block: lines, pipes and && taken apart."""
    text = "\n".join(_RUN.findall(block.text)) if block.language == "yaml" else block.text
    for line in text.replace("\\\n", " ").split("\n"):
        lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
        lexer.whitespace_split = True
        command: list[str] = []
        for word in [*lexer, ";"]:
            if set(word) <= set("|&;"):
                if command:
                    yield command
                command = []
            else:
                command.append(word)


@pytest.mark.parametrize("name", [name for name in _NAMES if any(blocks(ROOT / name, "bash", "yaml"))])
def test_the_shell_commands_of_a_page_exist(name: str) -> None:
    """`listingguard` commands are understood with all their options, make targets are in the Makefile, scripts are there."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf8"), re.MULTILINE)
    for block in blocks(ROOT / name, "bash", "yaml"):
        for command in _commands(block):
            program = command[0].removeprefix(".venv/bin/")
            if program == "listingguard":
                _understood(command[1 : command.index(">") if ">" in command else None])
            elif program == "make":
                assert set(command[1:]) <= set(targets), command
            elif program == "python" and command[1].endswith(".py"):
                assert (ROOT / command[1]).is_file(), command
            elif program == "pytest":
                assert all((ROOT / word).exists() for word in command[1:] if not word.startswith("-")), command
            else:
                assert program in {"python", "python3", "pip", "git", "cd", "echo"}, command


def _understood(words: list[str]) -> None:
    try:
        _parser(()).parse_args(words)
    except SystemExit as stop:
        assert stop.code == 0, f"listingguard {shlex.join(words)} is not understood"  # noqa: PT017


@functools.cache
def _ladder() -> tuple[dict[str, Block], list[Problem], Lexicon]:
    """Take the lexicon and all records of the guides up the ladder together, once."""
    records = {f"{'brands' if '[[brand]]' in block.text else 'rules'}/example-{n}.toml": block for n, block in enumerate(_records())}
    found = read((*read_files(data_folder()), *(_file(path, block) for path, block in records.items())))
    assert found.records is not None, "\n".join(map(str, found.problems))
    return records, [*found.problems, *disorder(found)], compile_records(found.records)


def _file(path: str, block: Block) -> SourceFile:
    folder, _, name = path.removesuffix(".toml").partition("/")
    head = "category" if folder == "brands" else "policy"
    return SourceFile(path, f'schema = 1\n{head} = "{name}"\n\n{block.text}'.encode())


def _records() -> list[Block]:
    how_to = sorted((ROOT / "docs" / "how-to").glob("*.md"))
    return [block for page in how_to for block in blocks(page, "toml") if re.search(r"^\[\[(brand|rule)\]\]", block.text, re.MULTILINE)]


@pytest.mark.parametrize("block", _records(), ids=lambda b: f"{b.page.name}:{b.line}")
def test_the_records_that_the_guides_show_climb_the_whole_ladder(block: Block) -> None:
    """Who copies a record out of a guide gets one that the checks accept, own examples included."""
    records, problems, lexicon = _ladder()
    path = next(path for path, other in records.items() if other == block)
    assert [str(problem) for problem in problems if problem.path == f"data/{path}"] == []
    model = parse(file := _file(path, block), [])
    assert model is not None
    assert list(map(str, prove(catalogue_of([(file, model)]), lexicon))) == []


def test_the_table_of_the_readme_shows_what_is_found(scanner: Scanner) -> None:
    """Every category has a row, and every example in it is found as that category and counts."""
    table = {row[0].strip("`"): row[1:] for row in rows(ROOT / "README.md") if row[0].strip("`") in get_args(Category)}
    assert set(table) == set(get_args(Category))
    for category, cells in table.items():
        for example in re.findall(r"`([^`]+)`", " ".join(cells)):
            found = [f.category for f in scanner.scan(example).counted]
            assert category in found, f"{category}: {example} gives {found}"
