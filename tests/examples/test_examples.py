"""The examples run as they stand, offline, and show what the text beside them says."""

from __future__ import annotations

import csv
import json
import os
import re
import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

import listingguard as lg
from listingguard.model import Category

EXAMPLES = Path(__file__).parents[2] / "examples"
COLUMNS = ["sku", "marketplace", "title", "description", "bullet_1", "bullet_2", "search_terms", "brand", "category"]


def _rows() -> list[dict[str, str]]:
    with (EXAMPLES / "catalog.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _report(row: dict[str, str]) -> lg.Report:
    parts: dict[str, Any] = {name: row[name] for name in COLUMNS if name not in ("marketplace", "bullet_1", "bullet_2")}
    return lg.scan(bullets=[row["bullet_1"], row["bullet_2"]], marketplace=row["marketplace"], **parts)


def test_the_catalogue_holds_what_the_examples_say() -> None:
    """At least 70 rows with the columns of the format, each with a key of its own, for many marketplaces."""
    rows = _rows()
    assert list(rows[0]) == COLUMNS
    assert len(rows) >= 70
    assert len({row["sku"] for row in rows}) == len(rows)
    said = re.search(r"(\d+) listings", (EXAMPLES / "README.md").read_text(encoding="utf-8"))
    assert said is not None
    assert int(said[1]) == len(rows)
    assert {"taobao", "tmall", "1688", "pinduoduo", "aliexpress", "amazon", "shopee-tw"} <= {row["marketplace"] for row in rows}


def test_about_half_of_the_catalogue_goes_up_and_every_kind_of_finding_is_shown() -> None:
    """The demo has something to say about every category but the form, and leaves about half of the listings alone."""
    reports = [_report(row) for row in _rows()]
    verdicts = Counter(report.verdict for report in reports)
    assert 0.4 <= verdicts["pass"] / len(reports) <= 0.6, verdicts
    assert verdicts["block"] > verdicts["review"] > 0
    shown = {finding.category for report in reports for finding in report.counted}
    assert not {category for category in get_args(Category) if category != "format"} - shown


def test_the_pairs_of_the_readme_differ_as_it_says() -> None:
    """In each row of the table of pairs the first listing does not pass and the second one does."""
    reports = {row["sku"]: _report(row) for row in _rows()}
    table = (EXAMPLES / "README.md").read_text(encoding="utf-8").partition("## Pairs")[2]
    pairs = re.findall(r"^\| ([A-Z]{2}-\d{4})[^|]*\| ([A-Z]{2}-\d{4})", table, re.MULTILINE)
    assert len(pairs) >= 8
    for risky, honest in pairs:
        assert not reports[risky].ok, risky
        assert reports[honest].ok, honest


def test_the_upload_script_holds_back_exactly_what_is_blocked() -> None:
    """The script uploads every listing that is not blocked and names the others with the reason, in the order of the file."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "upload_script.py")], capture_output=True, check=True, encoding="utf-8", env=env, timeout=60
    )
    lines = [re.split(r" {2,}", line, maxsplit=2) for line in done.stdout.splitlines()]
    wanted = [("held back" if _report(row).verdict == "block" else "uploaded", row["sku"]) for row in _rows()]
    assert [(word, sku) for word, sku, _ in lines] == wanted
    assert all(re.search(r"\((LG[A-Z]\d{3})\)", why) for word, _, why in lines if word == "held back")


def test_the_upload_script_takes_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A catalogue with the same columns is read in place of the example."""
    path = tmp_path / "own.csv"
    path.write_text(",".join(COLUMNS) + "\nA1,taobao,纯棉毛巾 一条,,,,,栖木里,毛巾\n", encoding="utf-8")
    runpy.run_path(str(EXAMPLES / "upload_script.py"))["main"](path)
    assert capsys.readouterr().out == "uploaded   A1  纯棉毛巾 一条\n"


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every code cell runs in order, and the notebook is kept without outputs."""
    monkeypatch.chdir(EXAMPLES)
    notebook = json.loads((EXAMPLES / "notebook.ipynb").read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in cells)
    names: dict[str, Any] = {}
    for cell in cells:
        exec("".join(cell["source"]), names)  # noqa: S102  the notebook is our own
    assert names["report"].verdict == "block"
    assert len(names["reports"]) == len(_rows())
