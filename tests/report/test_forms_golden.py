"""One small scan in every form, byte for byte. After a wanted change: LISTINGGUARD_WRITE_GOLDEN=1, run, and read the difference."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from made import made_finding, made_report
from runs import NAMES, PROBLEMS, rendered, small_scan

from listingguard.report.forms import Entry

GOLDEN: Final = Path(__file__).parent / "golden"
TITLE: Final = "👟 耐克跑鞋 全网最低价"


def page_data(html: str) -> Any:
    """Give the data of a page."""
    found = re.search(r'<script type="application/json" id="data">\n(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("name", [name for name in NAMES if name != "html"])
def test_a_small_scan_is_written_as_it_was(name: str) -> None:
    """Findings of every disposition, a clean row, an emoji, a workbook, and two files that could not be read."""
    path, text = GOLDEN / f"{name}.txt", rendered(name, small_scan(), PROBLEMS)
    if os.environ.get("LISTINGGUARD_WRITE_GOLDEN"):
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text


def from_csv(text: str) -> list[tuple[str, str, str]]:
    """Give the findings of a CSV."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return [(row["code"], row["text"], row["disposition"]) for row in rows if row["code"]]


def from_json(text: str) -> list[tuple[str, str, str]]:
    """Give the findings of a document of JSON."""
    return [(f["code"], f["text"], f["disposition"]) for row in json.loads(text)["rows"] for f in row["report"]["findings"]]


def from_jsonl(text: str) -> list[tuple[str, str, str]]:
    """Give the findings of lines of JSON."""
    rows = [json.loads(line) for line in text.splitlines()][:-1]
    return [(f["code"], f["text"], f["disposition"]) for row in rows for f in row["report"]["findings"]]


def from_sarif(text: str) -> list[tuple[str, str, str]]:
    """Give the results of SARIF."""
    results = json.loads(text)["runs"][0]["results"]
    return [(r["ruleId"], r["properties"]["text"], r["properties"]["disposition"]) for r in results]


def from_html(text: str) -> list[tuple[str, str, str]]:
    """Give the findings of a page."""
    data = page_data(text)
    return [(data["rules"][f[0]][0], f[11], data["dispositions"][f[2]]) for item in data["items"] for f in item["f"]]


READERS: Final[dict[str, Callable[[str], list[tuple[str, str, str]]]]] = {
    "csv": from_csv,
    "json": from_json,
    "jsonl": from_jsonl,
    "sarif": from_sarif,
    "html": from_html,
}


@pytest.mark.parametrize("name", READERS)
def test_every_form_with_room_holds_the_same_findings(name: str) -> None:
    """What one form tells, all tell; the excused ones stay on the record."""
    expected = [
        ("LGT101", "耐克", "needs_evidence"),
        ("LGC201", "全网最低价", "violation"),
        ("LGC201", "全网最低价", "violation"),
        ("LGT101", "苹果", "excused"),
        ("LGC201", "全网最低价", "violation"),
    ]
    assert sorted(READERS[name](rendered(name, small_scan(), show_excused=True))) == sorted(expected)


def test_the_forms_for_a_look_count_the_same() -> None:
    """Four findings count: four lines, four issues, and as many lines of bodies of cases."""
    assert sum("LG" in line for line in rendered("concise", small_scan()).splitlines()) == 4
    assert len(json.loads(rendered("gitlab", small_scan()))) == 4 + 1
    cases = ET.fromstring(rendered("junit", small_scan())).iter()  # noqa: S314  our own text
    bodies = [element.text or "" for element in cases if element.tag in {"failure", "system-out"}]
    assert sum(len(body.splitlines()) for body in bodies) == 4
    assert rendered("full", small_scan()).count("claims the lowest price.") == 4
    assert "×3 rows" not in rendered("grouped", small_scan())
    assert "×2 rows  first ./shop/a.csv:2, shop/b.xlsx[Template]:13" in rendered("grouped", small_scan())


@pytest.mark.parametrize("name", NAMES)
def test_every_form_tells_how_much_was_scanned_and_skipped(name: str) -> None:
    """Two files, four rows, two files not read: nobody takes a half scan for a whole one."""
    text = rendered(name, small_scan(), PROBLEMS)
    numbers = {
        "json": '"files":2,"files_failed":2,',
        "jsonl": '"files":2,"files_failed":2,',
        "sarif": '"files":2,"files_failed":2,',
        "html": '"files":2,"files_failed":2,',
        "junit": '<property name="files_failed" value="2"/>',
        "csv": "files 2; not read 2; rows 4;",
    }
    assert numbers.get(name, "2 files") in text
    assert name in {"full", "concise", "grouped"} or "no listings in it" in text


def test_fields_and_numbers_of_the_page_stand_in_the_order_of_the_listing() -> None:
    """The title first, however bad what stands below it."""
    title, below = "全网最低价 窗帘", "国家级 面料"
    report = made_report(
        {"title": title, "description": below}, made_finding(title, 0, 5, severity="low"), made_finding(below, 0, 3, field="description")
    )
    (item,) = page_data(rendered("html", [Entry("a.csv", 1, 2, report)], ()))["items"]
    assert list(item["t"]) == ["title", "description"]
    assert [finding[4] for finding in item["f"]] == ["title", "description"]
