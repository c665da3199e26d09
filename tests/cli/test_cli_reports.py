"""Reports from outside: several of one scan, files that are whole or not there, and names that mean nothing."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
CLEAN, BLOCKED = "纯棉四件套 1.8米床", "全网最低价 纯棉四件套"
FILES = {"json": "r.json", "jsonl": "r.jsonl", "sarif": "r.sarif", "junit": "r.xml", "csv": "r.csv", "html": "r.html", "markdown": "r.md"}


def names(folder: Path) -> list[str]:
    """Give what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_one_scan_writes_every_report(cli: Cli, write: Write, tmp_path: Path) -> None:
    """Standard output and seven files, each in the form that its ending says, all of the same findings."""
    path = write("a.csv", f"sku,title\nA,{CLEAN}\nB,{BLOCKED}\n")
    options = [part for name in FILES.values() for part in ("-o", name)]
    said = cli("scan", path, *options, "-o", "gitlab=g.json", "-o", "github=-")
    assert said.code == 1
    assert said.out.startswith("::error file=a.csv,line=3,col=3,title=LGC201 price-lowest::B title: ")
    assert said.err == "1 file, 2 rows: 1 block, 0 review, 1 pass\n"
    texts = {name: (tmp_path / file).read_text("utf-8") for name, file in FILES.items()}
    assert json.loads(texts["json"])["rows"][1]["report"]["findings"][0]["code"] == "LGC201"
    assert json.loads(texts["sarif"])["runs"][0]["results"][0]["ruleId"] == "LGC201"
    assert len(ET.fromstring(texts["junit"]).findall("testsuite/testcase/failure")) == 1  # noqa: S314  our own text
    assert [row["code"] for row in csv.DictReader(texts["csv"].removeprefix("\ufeff").splitlines())] == ["LGC201", ""]
    assert json.loads((tmp_path / "g.json").read_text("utf-8"))[0]["location"] == {"path": "a.csv", "lines": {"begin": 3}}
    assert all("LGC201" in text for text in texts.values())


def test_the_sarif_rules_say_what_they_are_about(cli: Cli) -> None:
    """From the lexicon, in the language of the report, without an address that nobody opened."""
    (run,) = json.loads(cli("scan", "-", "--format", "sarif", "--lang", "zh-Hant", stdin=BLOCKED).out)["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("LGC201", "最低價主張")
    assert "helpUri" not in rule
    assert "listingguard rule LGC201" in rule["help"]["text"]


def test_the_form_of_standard_output_is_that_of_format_unless_a_file_took_it(cli: Cli, tmp_path: Path) -> None:
    """An ending or FORMAT= leaves --format to standard output; a PATH without either takes it; without --format files are enough."""
    said = cli("scan", "-", "--format", "concise", "-o", "r.html", stdin=BLOCKED)
    assert said.out.startswith("<stdin>:1:1: title[0:5]")
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert cli("scan", "-", "--format", "html", "-o", "r.html", stdin=BLOCKED).out == ""
    assert cli("scan", "-", "--format", "grouped", "-o", "r.txt", stdin=BLOCKED).out == ""
    assert (tmp_path / "r.txt").read_text("utf-8").startswith("LGC201 price-lowest")
    assert cli("scan", "-", "--format", "concise", "-o", "json=r.json", stdin=BLOCKED).out.startswith("<stdin>:1:1: title[0:5]")
    assert cli("scan", "-", "--format", "jsonl", "-o", "report", stdin=BLOCKED).out == ""
    assert (tmp_path / "report").read_text("utf-8").startswith('{"path"')
    assert cli("scan", "-", "-o", "json=r.json", stdin=BLOCKED).out == ""
    assert cli("scan", "-", "-o", "sarif=-", stdin=BLOCKED).out.startswith('{"$schema"')


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("-o", "x.pdf"),
            "error: --output x.pdf: no form of report is called .pdf\n    say which one it is, FORMAT=x.pdf, with one of full, ",
        ),
        (
            ("-o", "pdf=x"),
            "error: --output pdf=x: no form of report is called 'pdf'\n    known are full, concise, grouped, json, jsonl, sarif",
        ),
        (("-o", "json="), "error: --output json= names no file\n"),
        (("-o", "json=a", "-o", "csv=./a"), "error: --output ./a is asked for twice\n"),
        (("-o", "json=-", "--format", "csv"), "error: --output - is asked for twice\n"),
        (("-o", "json=."), "error: --output . cannot be written: this is a folder\n"),
        (("--format", "pdf"), "invalid choice: 'pdf'"),
    ],
)
def test_a_report_that_cannot_be_is_an_error_before_the_scan(cli: Cli, tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    """The forms are listed, nothing is written."""
    said = cli("scan", "-", *options, stdin=BLOCKED)
    assert (said.code, said.out) == (2, "")
    assert message in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_path_with_an_equals_sign_can_be_written(cli: Cli, tmp_path: Path) -> None:
    """The remedy of the message works."""
    assert "a path with = in it is written ./x=1.json" in cli("scan", "-", "-o", "x=1.json", stdin=BLOCKED).err
    assert cli("scan", "-", "-o", "./x=1.json", stdin=BLOCKED).code == 1
    assert json.loads((tmp_path / "x=1.json").read_text("utf-8"))


def test_a_run_that_breaks_off_leaves_the_old_report(cli: Cli, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report is whole or not there; nothing is left beside it, and the rights of the old file hold."""
    write("r.json", "old")
    (tmp_path / "r.json").chmod(0o640)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("listingguard.cli.run.Run.scanned", full)
        assert cli("scan", "-", "-o", "r.json", stdin=BLOCKED).code == 2
    assert ((tmp_path / "r.json").read_text("utf-8"), names(tmp_path)) == ("old", ["r.json"])
    cli("scan", "-", "-o", "r.json", stdin=BLOCKED)
    assert (names(tmp_path), (tmp_path / "r.json").stat().st_mode & 0o777) == (["r.json"], 0o640)


@pytest.mark.skipif(os.name == "nt", reason="links and devices are those of Unix")
def test_links_and_devices_stay_what_they_are(cli: Cli, tmp_path: Path) -> None:
    """A link goes on pointing; a device is written to."""
    (tmp_path / "real.json").write_text("old", "utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    assert cli("scan", "-", "-o", "link.json", "-o", "html=/dev/null", stdin=BLOCKED).code == 1
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text("utf-8"))


def test_limits_are_told_on_standard_error(cli: Cli) -> None:
    """Whoever runs the scan hears what a host will not show, even when quiet."""
    said = cli("scan", "-", "--format", "github", "--quiet", stdin=f"{BLOCKED}\n" * 30)
    assert said.out.count("::error") == 10
    assert said.err == "note: 20 more findings have no annotation (GitHub shows 10 errors and 10 warnings a step); see the full report\n"


def test_chinese_reports_speak_of_kinds_and_exemptions_in_chinese(cli: Cli) -> None:
    """No short English name of a kind, no id of an exemption."""
    said = cli("scan", "-", "--lang", "zh-Hant", "--show-excused", stdin="全网最低价 最好先洗一下\n").out
    assert "LGC201 最低價主張" in said
    assert "符合豁免情形：“最好先……”式建議" in said
    assert " price-lowest" not in said
    assert "：advice" not in said


@pytest.mark.parametrize("encoding", ["ascii", "cp936"])
@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit", "csv", "markdown", "github", "concise", "grouped", "html"])
def test_every_console_can_take_every_form(cli: Cli, form: str, encoding: str) -> None:
    """No encoding of a console is an error; data stays data."""
    said = cli("scan", "-", "--format", form, stdin=f"{BLOCKED} 😀 \u200b é\n", encoding=encoding)
    assert said.code == 1
    assert "Traceback" not in said.err
    if form in {"sarif", "gitlab"}:
        assert json.loads(said.out)
    if form == "junit":
        assert len(ET.fromstring(said.out).findall("testsuite/testcase/failure")) == 1  # noqa: S314  our own text


def test_no_color_is_an_option_too(cli: Cli) -> None:
    """As other programs call it."""
    assert "\x1b[" not in cli("scan", "-", "--color", "always", "--no-color", stdin=BLOCKED).out


@pytest.mark.skipif(os.name == "nt", reason="the pipe is one of Unix")
def test_a_reader_that_leaves_does_not_cost_the_files(tmp_path: Path) -> None:
    """`listingguard scan … -o report.json | head` ends quietly, and the report is whole."""
    (tmp_path / "a.txt").write_text(f"{BLOCKED}\n" * 2000, "utf-8")
    report = tmp_path / "r.json"
    command = [sys.executable, "-m", "listingguard", "scan", str(tmp_path / "a.txt"), "--format", "jsonl", "-o", str(report), "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
    assert json.loads(report.read_text("utf-8"))["summary"]["rows"] == 2000


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
def test_statistics_are_told_to_who_wants_no_sums(cli: Cli, write: Write, form: str) -> None:
    """They were asked for by name."""
    write("a.csv", "sku,title\nA-1,全网最低价 窗帘\n")
    said = cli("scan", "a.csv", "-q", "--statistics", "--format", form)
    assert said.out.endswith("By kind:\n  1  LGC201 price-lowest\n")
    assert "By kind" not in cli("scan", "a.csv", "-q", "--format", form).out
