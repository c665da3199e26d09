"""Words of a listing in every form: nothing in them is ever markup, an order, a formula, a link, or the end of what it stands in."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from jsonschema import Draft4Validator
from made import FEW, hostile_reports, made_finding, made_report
from runs import HEAD, NAMES, rendered, small_scan

from listingguard.cli import main
from listingguard.errors import Problem
from listingguard.report import Report
from listingguard.report.forms import Entry
from listingguard.report.forms.github import command
from listingguard.report.forms.markdown import code_of
from listingguard.report.forms.sheet import safe_cell
from listingguard.report.screen import Screen

SCHEMA: Final = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR: Final = Draft4Validator(SCHEMA)
CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ATTACKS: Final = (
    "::error::pwned",
    "\n::add-mask::x",
    "x\r\n##[error]pwned",
    "##vso[task.complete]",
    "\x1b[2J\x1b]0;x\x07",
    "<script>document.title='pwned'</script>",
    "</script><img src=x onerror=document.title='pwned'>",
    '=HYPERLINK("http://evil.example","x")',
    "＝1+1",
    "+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "[/red][bold]",
    "[click](javascript:alert(1))",
    "]]><x>&evil;",
    "\0\ufffe\uffff\ud800",
    "| a | b | `code` @everyone #1 www.evil.example",
    "<!-- --> <!DOCTYPE x>",
    "价" * 100_000,
)


def hostile_scan(text: str) -> list[Entry]:
    """Give a scan in which a text stands in every place that a seller, or a file, can fill."""
    report = made_report({"title": text, "sku": text}, made_finding(text, 0, len(text), suggestion=text, term=text[:50], brand=text[:50]))
    excused = made_report(text, made_finding(text, 0, 1, disposition="excused"))
    return [Entry(text[:200], 1, 2, report, sku=text), Entry("a.xlsx", 1, 2, excused, sheet=text[:50], sku=text, cells={"title": "A2"})]


class Tags(HTMLParser):
    """Counts the tags of a page and keeps what scripts hold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag."""
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def check(name: str, text: str) -> None:
    """Read a report back as its readers do, and refuse what the seller's words made of it."""
    text.encode("utf-8")
    CHECKS.get(name, _plain)(text)


def _plain(text: str) -> None:
    assert not CONTROLS.search(text)
    assert not re.search(r"^\s*::[a-z]|##\[|##vso\[", text, re.MULTILINE)


def _github(text: str) -> None:
    assert not CONTROLS.search(text)
    assert all(re.match(r"::(error|warning|notice) ?[^:]*::", line) for line in text.splitlines())
    assert len(text.splitlines()) <= 21


def _json(text: str) -> None:
    assert json.loads(text)


def _jsonl(text: str) -> None:
    assert [json.loads(line) for line in text.split("\n") if line]


def _sarif(text: str) -> None:
    VALIDATOR.validate(json.loads(text))
    assert not any(re.search(r"\]\(", result["message"]["text"]) for result in json.loads(text)["runs"][0]["results"])


def _junit(text: str) -> None:
    root = ET.fromstring(text)  # noqa: S314  the point of the test
    assert {e.tag for e in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "system-out",
        "properties",
        "property",
        "error",
    }


def _csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(
        cell.lstrip(" \u3000\"'").startswith(tuple("=+-@＝＋－＠\t\r|%")) and not cell.startswith("'") for row in rows for cell in row
    )
    assert all(len(cell) < 32_767 for row in rows for cell in row)


def _html(text: str) -> None:
    page = Tags(text)
    assert sorted(page.tags) == sorted(
        ["html", "head", "meta", "meta", "meta", "meta", "title", "style", "body", "noscript", "p", "main", "script", "script"]
    ) or sorted(set(page.tags)) == sorted({"html", "head", "meta", "title", "style", "body", "noscript", "p", "main", "script"})
    assert page.tags.count("script") == 2
    assert page.handlers == []
    data = re.search(r'id="data">\n(.*?)</script>', text, re.DOTALL)
    assert data
    json.loads(data[1])


def _markdown(text: str) -> None:
    assert not CONTROLS.search(text)
    assert not re.search(r"<(?!/?code>)|@|\]\(|www\.|https?:", text)
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert all(line.count("|") in {3, 4, 5} for line in tables)


CHECKS: Final[dict[str, Any]] = {
    "github": _github,
    "gitlab": _json,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "junit": _junit,
    "csv": _csv,
    "html": _html,
    "markdown": _markdown,
}


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_are_words(name: str, attack: str) -> None:
    """In a title, an SKU, a path, a sheet, a brand, a suggestion and a problem of reading."""
    problems = [Problem(attack[:200], 3, attack[:500], attack[:500])]
    check(name, rendered(name, hostile_scan(attack), problems, show_excused=True))


@pytest.mark.skipif(os.name == "nt", reason="such names of files are those of Unix")
def test_hostile_files_are_words_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read from files whose cells and whose names are hostile, and written in all twelve forms by one scan: nothing obeys."""
    monkeypatch.chdir(tmp_path)
    sound = [attack for attack in ATTACKS if "\ud800" not in attack and "\0" not in attack]
    with Path("=a[red]'<b>&.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("sku", "标题", "<i>"), *((attack, f"{attack} 全网最低价", attack) for attack in sound)])
    lines = [json.dumps({"sku": attack, "title": f"{attack} 全网最低价"}) for attack in ATTACKS]
    Path("::error::b.jsonl").write_text("\n".join([*lines, "::error::"]), encoding="utf-8")
    outputs = [word for name in NAMES for word in ("-o", f"{name}=out/{name}")]
    Path("out").mkdir()
    assert main(["scan", "=a[red]'<b>&.csv", "::error::b.jsonl", "--as-of", "2026-12-01", "--lang", "en", *outputs]) == 2
    for name in NAMES:
        text = Path("out", name).read_text("utf-8")
        check(name, text)
        assert "LGC201" in text
    said = capsys.readouterr()
    _plain(said.out + said.err)


@FEW
@given(hostile_reports())
def test_any_words_are_words_in_every_form(report: Report) -> None:
    """Whatever the text, each form is sound."""
    for name in NAMES:
        check(name, rendered(name, [Entry("a.csv", 1, 2, report)], show_excused=True))


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "github", "gitlab", "junit", "csv", "markdown", "sarif", "html"])
def test_a_word_of_a_hundred_thousand_characters_is_cut(name: str) -> None:
    """Only JSON holds all of it."""
    assert len(rendered(name, hostile_scan("价" * 100_000))) < 60_000


def test_the_small_scan_is_valid_sarif_with_rules_and_places() -> None:
    """Against the schema of OASIS; every result names a rule and a file of the run."""
    document = json.loads(rendered("sarif", small_scan(), [Problem("x.csv", 3, "broken")]))
    VALIDATOR.validate(document)
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(HEAD.kinds)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    for result in run["results"]:
        physical = result["locations"][0]["physicalLocation"]
        assert {"location": physical["artifactLocation"]} in run["artifacts"]
        assert ("region" in physical) is (physical["artifactLocation"]["uri"] == "shop/a.csv")
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [bool(result.get("suppressions")) for result in run["results"]] == [False, False, False, False, True]


def test_orders_to_a_server_lose_a_sign_and_columns_stay() -> None:
    """The stand-in is counted like any other; times and paths keep their colons."""
    assert Screen().show("::error::x ##[group] ##vso[a]") == ":<U+003A>error:<U+003A>x ##<U+005B>group] ##vso<U+005B>a]"
    assert Screen().show("12:30 a::1 C:\\x ##1") == "12:30 a::1 C:\\x ##1"
    assert len(Screen().parts("::error::")) == len("::error::")


def test_a_command_cannot_be_left() -> None:
    """Per cent, line breaks, colons and commas go by their numbers."""
    assert command("error", "a\nb%0Ac", file="x,y:z.csv", title="::t::") == ("::error file=x%2Cy%3Az.csv,title=%3A%3At%3A%3A::a␊b%250Ac\n")


@pytest.mark.parametrize("text", ["=1", " =1", "\t=1", "＝1", "'=1", "@x", "|x", "%x", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever stands before the sign."""
    assert safe_cell(text).startswith(("'", "␉", "␍"))


def test_code_in_markdown_holds_no_sign_of_markup() -> None:
    """Letters, digits, blanks and Han only; the rest by number."""
    inside = code_of("*_`|<>[]()@#www.x.y").removeprefix("<code>").removesuffix("</code>")
    assert not re.search(r"[^&#;0-9a-z]", inside)
