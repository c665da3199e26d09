"""The page about CI: each command on it is run, and what its workflows name is there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from pages import ROOT, blocks
from ruamel.yaml import YAML

from listingguard.cli import main

PAGE: Final = ROOT / "docs" / "how-to" / "use-in-ci.md"
_RUN: Final = re.compile(r"^\s*- (?:run: )?((?:listingguard|git) .+)$", re.MULTILINE)


def commands() -> list[str]:
    """Give every command of listingguard and of Git that the page shows, in its order."""
    found = []
    for block in blocks(PAGE, "bash", "yaml"):
        found += _RUN.findall(block.text) if block.language == "yaml" else block.text.splitlines()
    return found


def documents() -> list[Any]:
    """Give what the workflows of the page say."""
    read = YAML(typ="safe", pure=True)
    return [read.load(block.text) for block in blocks(PAGE, "yaml") if not block.text.startswith(" ")]


def _git(*words: str) -> None:
    bare = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], env=bare, check=True, capture_output=True)  # noqa: S607  git, wherever it is


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a catalogue with a server behind it, and stand in it."""
    server, here = tmp_path / "server", tmp_path / "here"
    for folder in (server, here):
        folder.mkdir()
    monkeypatch.chdir(server)
    (server / "catalog").mkdir()
    (server / "catalog" / "shop.csv").write_text("sku,title\nA-1,全网最低价 窗帘\nA-2,耐克跑鞋\n", "utf8")
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "Catalogue"), ("clone", "-q", ".", str(here))):
        _git(*words)
    monkeypatch.chdir(here)
    book = openpyxl.Workbook()
    for row in (["编号", "款名"], ["A-3", "羊毛围巾"]):
        book.worksheets[0].append(row)
    book.save("shop.xlsx")


@pytest.mark.usefixtures("catalogue")
def test_every_command_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """In the order of the page, in a clone with a server: each gives an answer, none fails to do its job."""
    ran = set()
    for command in commands():
        program, *words = shlex.split(command, comments=True)
        if program == "git":
            _git(*words)
        elif program == "listingguard":
            assert main(words) in (0, 1), f"{command}\n{capsys.readouterr().err}"
            capsys.readouterr()
            ran.add(words[0])
    assert ran == {"scan", "baseline"}


def test_the_workflows_use_what_is_there() -> None:
    """Inputs and outputs of the action, variables of the template, ids of the hooks."""
    read = YAML(typ="safe", pure=True)
    action, job = read.load(ROOT / "action.yml"), read.load(ROOT / "templates" / "listingguard.gitlab-ci.yml")["listingguard"]
    hooks = {hook["id"] for hook in read.load(ROOT / ".pre-commit-hooks.yaml")}
    text = PAGE.read_text("utf8")
    assert set(re.findall(r"steps\.listings\.outputs\.([a-z-]+)", text)) <= set(action["outputs"])
    assert set(re.findall(r"\bLISTINGGUARD_(?!CACHE)[A-Z_]+", text)) == set(job["variables"]) - {"GIT_DEPTH"}
    seen = set()
    for document in documents():
        for step in document.get("jobs", {}).get("listings", {}).get("steps", []):
            if step.get("uses") == "./tools/listingguard":
                assert set(step["with"]) <= set(action["inputs"])
                seen.add("action")
        for repo in document.get("repos", []):
            assert {hook["id"] for hook in repo["hooks"]} <= hooks
            seen.add("hook")
        for file in document.get("include", []):
            assert (ROOT / file["local"].removeprefix("tools/listingguard/")).is_file()
            seen.add("template")
    assert seen == {"action", "hook", "template"}


def test_every_input_of_the_action_stands_on_the_page() -> None:
    """Nobody has to read the file."""
    action = YAML(typ="safe", pure=True).load(ROOT / "action.yml")
    text = PAGE.read_text("utf8")
    assert [name for name in (*action["inputs"], *action["outputs"]) if f"`{name}`" not in text] == []
