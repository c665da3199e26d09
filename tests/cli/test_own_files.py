"""What listingguard writes, and wrote, is no product file: a folder can be scanned into itself, and again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import listingguard
from listingguard.report.forms import FORMS

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
SHOP = "sku,title\nA-1,全网最低价 窗帘\nA-2,羊毛围巾\n"
ENDINGS = {
    "full": "txt",
    "concise": "txt",
    "grouped": "txt",
    "github": "txt",
    "markdown": "md",
    "junit": "xml",
    "csv": "csv",
    "html": "html",
}


def started(folder: Path, *words: str, out: Path, err: Path | None = None) -> int:
    """Scan in a process of its own, its outputs sent to files as a shell does; a file that grows without end stops it."""
    env = os.environ | {"PYTHONPATH": str(Path(listingguard.__file__).parents[1])}
    command = [sys.executable, "-m", "listingguard", "scan", *words, "--as-of", "2026-12-01"]
    with out.open("wb") as one, (err or out.with_suffix(".log")).open("wb") as two:
        return subprocess.run(command, cwd=folder, stdout=one, stderr=two, check=False, timeout=120, env=env).returncode


@pytest.mark.parametrize("name", ["zz.txt", "a.txt"])
def test_a_folder_is_scanned_into_a_file_of_its_own(tmp_path: Path, write: Write, name: str) -> None:
    """Whether that file comes first or last; it was read while it grew, and filled the disk."""
    write("shop/m.csv", SHOP)
    assert started(tmp_path / "shop", ".", out=tmp_path / "shop" / name, err=tmp_path / "err") == 1
    said = (tmp_path / "shop" / name).read_text("utf8")
    assert "1 file, 2 rows: 1 block" in said
    assert f"{name}: this is where the output goes; not read" in (tmp_path / "err").read_text("utf8")


def test_notes_sent_to_a_file_of_the_folder_are_not_read(tmp_path: Path, write: Write) -> None:
    """Standard error is an output as well."""
    write("shop/m.csv", SHOP)
    assert started(tmp_path / "shop", ".", out=tmp_path / "out", err=tmp_path / "shop" / "err.txt") == 1
    assert "err.txt: this is where the output goes" in (tmp_path / "shop" / "err.txt").read_text("utf8")


def test_who_names_the_file_of_the_output_is_told(tmp_path: Path, write: Write) -> None:
    """The shell has emptied it already: that is no clean catalogue."""
    write("m.csv", SHOP)
    assert started(tmp_path, "m.csv", out=tmp_path / "m.csv", err=tmp_path / "err") == 2
    assert "error: m.csv: this is where the output goes" in (tmp_path / "err").read_text("utf8")


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("form", [form for form in FORMS if form != "text"])
def test_reports_of_earlier_runs_are_not_read(cli: Cli, write: Write, form: str, lang: str) -> None:
    """In a folder they are left out with a note; who names one is told what it is."""
    write("shop/m.csv", SHOP)
    report = f"shop/r.{ENDINGS.get(form, 'json')}"
    assert cli("scan", "shop/m.csv", "--output", f"{form}={report}", "--lang", lang).code == 1
    said = cli("scan", "shop", "--format", "concise")
    assert (said.code, said.err) == (1, f"note: {report}: this is a report of listingguard ({form}); not read\n")
    assert "1 file, 2 rows" in said.out
    named = cli("scan", report)
    assert (named.code, f"error: {report}: this is a report of listingguard ({form})\n    name the files" in named.err) == (2, True)


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
def test_a_text_without_findings_is_known_by_its_sums(cli: Cli, write: Write, form: str) -> None:
    """It has nothing else."""
    write("shop/m.csv", "sku,title\nA-2,羊毛围巾\n")
    for lang in ("en", "zh-Hans", "zh-Hant"):
        assert cli("scan", "shop/m.csv", "--output", f"{form}=shop/r.txt", "--lang", lang).code == 0
        assert "r.txt: this is a report" in cli("scan", "shop").err


def test_nothing_but_reports_is_a_problem(cli: Cli, write: Write) -> None:
    """As an empty folder is: somebody believes that it is being checked."""
    write("m.csv", SHOP)
    cli("scan", "m.csv", "--output", "html=old/r.html")
    Path("old").mkdir()
    cli("scan", "m.csv", "--output", "html=old/r.html")
    said = cli("scan", "old")
    assert (said.code, "nothing but reports of listingguard to read here" in said.err) == (2, True)


def test_a_baseline_in_the_folder_is_no_catalogue(cli: Cli, write: Write) -> None:
    """Whether this run is compared with it or not."""
    write("shop/m.csv", SHOP)
    assert cli("baseline", "create", "shop", "-o", "shop/known.json").code == 0
    assert "known.json: this is a report of listingguard (baseline)" in cli("scan", "shop").err
    assert cli("scan", "shop", "--baseline", "shop/known.json").code == 0


def test_product_files_are_no_reports(cli: Cli, write: Write) -> None:
    """However much they look like one."""
    write("a.csv", "path,sheet,line,row,title\n1,2,3,4,羊毛围巾\n")
    write("b.json", '[{"description": "listingguard", "title": "羊毛围巾"}]')
    write("c.txt", "LGC101 羊毛围巾\n2 files, 3 rows\n")
    assert cli("scan", ".").err == ""


def test_fixing_reads_no_report_either(cli: Cli, write: Write) -> None:
    """A fixed report would be a lie."""
    write("shop/m.csv", SHOP)
    cli("scan", "shop/m.csv", "--output", "csv=shop/r.csv")
    assert "r.csv: this is a report of listingguard (csv); not read" in cli("scan", "shop", "--diff").err
