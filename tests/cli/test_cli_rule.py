"""`listingguard rule`, `listingguard version` and the help."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from listingguard import __version__
from listingguard.cli.console import Progress, wants_color
from listingguard.lexicon import default_lexicon

Cli = Callable[..., Any]


@pytest.mark.parametrize("name", ["LGC201", "lgc201", "price-lowest"])
def test_a_code_is_found_by_code_and_by_name(cli: Cli, name: str) -> None:
    """Reports show both; both lead here, to law and source."""
    said = cli("rule", name, "--lang", "en")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("LGC201 price-lowest: ")
    assert "Price Law of the PRC, Article 14(4)" in said.out
    assert "https://" in said.out


def test_every_code_can_be_explained_in_every_language(cli: Cli) -> None:
    """No code without title, meaning and rules; Traditional readers get Traditional characters."""
    listed = cli("rule", "--lang", "zh-Hant").out.splitlines()
    codes = sorted(default_lexicon().codes)
    assert [line.split()[0] for line in listed] == codes
    for code in codes:
        for lang in ("en", "zh-Hans", "zh-Hant"):
            plain = json.loads(cli("rule", code, "--json", "--lang", lang).out)
            assert plain["code"] == code
            assert plain["title"]
            assert plain["about"]
            assert all(rule["message"] and rule["basis"] for rule in plain["rules"])
    assert "價格法" in cli("rule", "LGC201", "--lang", "zh-Hant").out


def test_rules_as_json_are_the_same_document_on_every_console(cli: Cli) -> None:
    """ASCII where the console is not Unicode."""
    usual, narrow = (cli("rule", "LGC201", "--json", "--lang", "zh-Hans", encoding=e).out for e in ("utf-8", "cp437"))
    assert json.loads(usual) == json.loads(narrow)
    assert narrow.isascii()


def test_version_names_program_and_lexicon(cli: Cli) -> None:
    """What to write in a report of a mistake."""
    said = cli("version")
    assert said.out.startswith(f"listingguard {__version__}\nlexicon ")
    assert default_lexicon().digest in said.out
    assert cli("--version").out == f"listingguard {__version__}\n"


@pytest.mark.parametrize("args", [(), ("scan",), ("rule",), ("lexicon",), ("version",)])
def test_help_is_exit_code_0_and_plain(cli: Cli, args: tuple[str, ...]) -> None:
    """Every command explains itself, on any console."""
    said = cli(*args, "--help", encoding="ascii")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("usage: listingguard")


class Terminal:
    """A stream that somebody watches."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        """Say that somebody watches."""
        return True

    def write(self, text: str) -> None:
        """Keep a text."""
        self.written += text

    def flush(self) -> None:
        """Do nothing."""


def test_progress_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice a second at most, gone at the end; silent in CI, when quiet, and in files."""
    now = iter([0.0, 0.1, 0.6, 0.7, 1.2])
    monkeypatch.setattr("listingguard.cli.console.time.monotonic", lambda: next(now))
    monkeypatch.delenv("CI", raising=False)
    terminal = Terminal()
    progress = Progress(terminal, quiet=False)  # type: ignore[arg-type]
    for _ in range(4):
        progress.step("a.csv")
    progress.clear()
    assert terminal.written == "2 rows, 3 a second  a.csv\r\x1b[K4 rows, 3 a second  a.csv\r\x1b[K"
    monkeypatch.undo()
    for quiet, ci in ((True, ""), (False, "true")):
        monkeypatch.setenv("CI", ci)
        silent = Terminal()
        Progress(silent, quiet=quiet).step("a.csv")  # type: ignore[arg-type]
        assert silent.written == ""


def test_color_needs_a_terminal_and_no_objection() -> None:
    """NO_COLOR, a dumb terminal and a pipe are objections."""
    terminal: Any = Terminal()
    assert wants_color("auto", terminal, {"TERM": "xterm"})
    assert not wants_color("auto", terminal, {"TERM": "xterm", "NO_COLOR": "1"})
    assert not wants_color("auto", terminal, {"TERM": "dumb"})
    assert not wants_color("never", terminal, {"TERM": "xterm"})
    assert not wants_color("auto", sys.__stdin__ or terminal, {"NO_COLOR": "1"})
