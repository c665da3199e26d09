"""`listingguard scan --fix` and `--diff` from outside: what is printed, what is written, and with which exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from listingguard.cli.diff import diff_lines

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
ROWS = 'sku,title,note\r\nA1,夏季新款窗帘 全网最低价,"a,b"\r\nA2,纯棉四件套,x\r\nA3,LV同款窗帘,\r\n'


def test_a_diff_writes_nothing(cli: Cli, write: Write, tmp_path: Path) -> None:
    """The diff shows each changed line as it is and as it would be."""
    said = cli("scan", write("a.csv", ROWS), "--diff")
    assert said.code == 1
    assert '-A1,夏季新款窗帘 全网最低价,"a,b"\n+A1,夏季新款窗帘,"a,b"\n' in said.out
    assert said.out.startswith("--- a.csv\n+++ a.csv\n@@ -1,4 +1,4 @@\n")
    assert said.err.startswith("would fix 1 of 3 findings in 1 file; 2 left: words of imitation")
    assert (tmp_path / "a.csv").read_bytes() == ROWS.encode()


def test_a_fix_changes_the_cells_and_nothing_else(cli: Cli, write: Write, tmp_path: Path) -> None:
    """The file keeps every other byte, the exit code is that of what is left, and a second run has nothing to do."""
    said = cli("scan", write("a.csv", ROWS), "--fix")
    assert (said.code, said.err) == (1, "")
    assert said.out.startswith("fixed 1 of 3 findings in 1 file; 2 left: ")
    assert (tmp_path / "a.csv").read_bytes() == ROWS.replace(" 全网最低价", "").encode()
    assert cli("scan", "a.csv", "--fix").out.startswith("fixed 0 of 2 findings in 0 files; 2 left: ")


def test_the_sellers_say_goes_further(cli: Cli, write: Write, tmp_path: Path) -> None:
    """With --unsafe the word of imitation and its brand go, too."""
    said = cli("scan", write("a.csv", ROWS), "--fix", "--unsafe")
    assert (said.code, said.out) == (0, "fixed 3 of 3 findings in 1 file; 0 left\n")
    assert "A3,窗帘,\r\n" in (tmp_path / "a.csv").read_bytes().decode()


def test_one_file_that_cannot_be_fixed_keeps_all_from_being_written(cli: Cli, write: Write, tmp_path: Path) -> None:
    """Formats that are not written back are refused before anything is."""
    said = cli("scan", write("a.csv", ROWS), write("b.txt", "最佳面霜\n"), "--fix")
    assert said.code == 2
    assert "b.txt: a file of the kind text is not written back" in said.err
    assert "nothing was written" in said.err
    assert (tmp_path / "a.csv").read_bytes() == ROWS.encode()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--unsafe",), "--unsafe without --fix or --diff"),
        (("--fix", "--format", "json"), "--fix and --diff write no report"),
        (("--diff", "-o", "x.diff"), "--fix and --diff write no report"),
    ],
)
def test_options_that_do_not_go_together_are_told(cli: Cli, write: Write, options: tuple[str, ...], words: str) -> None:
    """A mistake is a message with a way out."""
    said = cli("scan", write("a.csv", ROWS), *options)
    assert said.code == 2
    assert words in said.err


def test_standard_input_is_not_written_back(cli: Cli) -> None:
    """There is nothing to write it to."""
    said = cli("scan", "-", "--diff", stdin=ROWS)
    assert said.code == 2
    assert "standard input is not written back" in said.err


def test_a_link_and_a_broken_row_are_told(cli: Cli, write: Write, tmp_path: Path) -> None:
    """A link is not written through; a row that cannot be read is told, and the others are fixed."""
    (tmp_path / "link.csv").symlink_to(tmp_path / write("a.csv", ROWS))
    assert "link.csv: a link to" in cli("scan", "link.csv", "--fix").err
    said = cli("scan", write("b.csv", "title\n最佳面霜\n雨伞,长柄\n"), "--fix")
    assert said.code == 2
    assert "b.csv:3: 1 columns in the header, 2 cells in this row" in said.err
    assert (tmp_path / "b.csv").read_text(encoding="utf-8") == "title\n上佳面霜\n雨伞,长柄\n"


def test_hostile_text_reaches_no_terminal(cli: Cli, write: Write) -> None:
    """What a terminal would obey is shown as a sign in the diff."""
    said = cli("scan", write("a\x1b[31m.csv", "title\n\x1b[2J最佳面霜\u202e\n"), "--diff")
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out
    assert "␛[2J上佳面霜" in said.out


def test_a_diff_counts_lines_of_both_sides() -> None:
    """Hunks far apart stand by themselves, and lines that come or go move what follows."""
    text = "".join(f"{n}\n" for n in range(20))
    lines = list(diff_lines("f", text, [(2, 3, "a\nb"), (text.index("17"), text.index("17") + 2, "x\ny")]))
    assert [line for line in lines if line.startswith("@@")] == ["@@ -1,5 +1,6 @@", "@@ -15,6 +16,7 @@"]
    assert [line for line in lines if line[0] in "+-"][2:] == ["-1", "+a", "+b", "-17", "+x", "+y"]
