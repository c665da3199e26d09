"""`--select`, `--ignore`, `--min-severity`, `--statistics`: what is looked for, and what of it is shown."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from listingguard.cli.select import selection_of
from listingguard.errors import ConfigError
from listingguard.lexicon import default_lexicon

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
NAMES = {code.id: code.name for code in default_lexicon().codes.values()}
BOTH = "全网最低价 国家级 耐克跑鞋"


def codes(cli: Cli, *options: str, title: str = BOTH) -> list[str]:
    """Give the codes that a scan of one title reports."""
    (row,) = json.loads(cli("scan", "-", "--format", "json", *options, stdin=f"{title}\n").out)["rows"]
    return [finding["code"] for finding in row["report"]["findings"]]


def test_the_example_has_three_kinds(cli: Cli) -> None:
    """The other tests lean on it; if the lexicon changes its mind, choose another one."""
    assert codes(cli) == ["LGC201", "LGC101", "LGT101"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--select", "LGC201"), ["LGC201"]),
        (("--select", "lgc"), ["LGC201", "LGC101"]),
        (("--select", "brand-as-product"), ["LGT101"]),
        (("--select", "LGC1,LGT"), ["LGC101", "LGT101"]),
        (("--select", "LGC1", "--select", "LGT"), ["LGC101", "LGT101"]),
        (("--ignore", "LGC"), ["LGT101"]),
        (("--ignore", "price-lowest, brand-as-product"), ["LGC101"]),
        (("--select", "LGC", "--ignore", "LGC2"), ["LGC101"]),
        (("--select", "LGC201", "--ignore", "LGC"), ["LGC201"]),
        (("--select", "LGC", "--ignore", "LGC"), []),
    ],
)
def test_kinds_are_chosen_by_code_beginning_or_name(cli: Cli, options: tuple[str, ...], expected: list[str]) -> None:
    """Repeated or with commas, in any case; the longer beginning wins, and of equal ones --ignore."""
    assert codes(cli, *options) == expected


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("LGTT", "did you mean 'LGT'?"),
        ("brand-as-prodct", "did you mean 'brand-as-product'?"),
        ("水果", "listingguard rule lists all kinds"),
    ],
)
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_kind_is_refused(cli: Cli, option: str, word: str, hint: str) -> None:
    """A slip of the pen must not switch a check off."""
    said = cli("scan", "-", option, word, stdin=BOTH)
    assert (said.code, said.out) == (2, "")
    assert repr(word) in said.err
    assert hint in said.err


def test_an_empty_choice_is_refused() -> None:
    """`--select "$KINDS"` with an empty variable would pass every listing."""
    with pytest.raises(ConfigError, match="names no kind"):
        selection_of([" ,"], [], NAMES)


def test_without_options_everything_is_looked_for() -> None:
    """No choice is no restriction."""
    selection = selection_of([], [], NAMES)
    assert selection.codes == frozenset(NAMES)
    assert not selection


def test_a_kind_of_which_nothing_is_looked_for_fails_nothing_and_is_told(cli: Cli) -> None:
    """Verdict, score and exit code follow from what is looked for; JSON says what was chosen and how much was passed over."""
    said = cli("scan", "-", "--ignore", "LGC", "--format", "json", stdin="全网最低价 纯棉四件套\n")
    assert said.code == 0
    run = json.loads(said.out)
    assert (run["rows"][0]["report"]["verdict"], run["rows"][0]["report"]["score"]) == ("pass", 0.0)
    assert run["selected"] == {"select": [], "ignore": ["LGC"]}
    assert (run["summary"]["findings"], run["summary"]["unselected"], run["summary"]["pass"]) == (0, 1, 1)
    text = cli("scan", "-", "--ignore", "LGC", stdin="全网最低价 纯棉四件套\n")
    assert text.out == "1 file, 1 row: 0 block, 0 review, 1 pass; 1 of other kinds\n"


def test_min_severity_hides_and_settles_nothing(cli: Cli, tmp_path: Path) -> None:
    """Exit code and verdict stay, JSON has everything, JUnit still fails, and the sums say how much is not shown."""
    said = cli("scan", "-", "--min-severity", "critical", "-o", "text=-", "-o", "r.json", "-o", "r.xml", "-o", "r.csv", stdin=f"{BOTH}\n")
    assert said.code == 1
    assert said.out == "1 file, 1 row: 1 block, 0 review, 0 pass; 3 below critical not shown\n"
    run = json.loads((tmp_path / "r.json").read_text("utf8"))
    assert len(run["rows"][0]["report"]["findings"]) == 3
    assert len(ET.fromstring((tmp_path / "r.xml").read_text("utf8")).findall("testsuite/testcase/failure")) == 1  # noqa: S314  our own text
    assert "LGC201" not in (tmp_path / "r.csv").read_text("utf8")


@pytest.mark.parametrize("form", ["full", "concise", "grouped", "markdown", "github", "gitlab", "html", "sarif"])
def test_min_severity_holds_in_every_form_but_json(cli: Cli, form: str) -> None:
    """A finding of medium severity stands in no report from high on."""
    options = ("scan", "-", "--format", form, "--fail-on", "review")
    assert "LGT101" in cli(*options, stdin="耐克跑鞋 男款\n").out
    said = cli(*options, "--min-severity", "critical", stdin="耐克跑鞋 男款\n")
    assert "LGT101" not in said.out
    assert said.code == 1


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
def test_statistics_end_a_text_with_the_kinds(cli: Cli, form: str) -> None:
    """The most frequent kind first; the sums stay the last line."""
    said = cli("scan", "-", "--format", form, "--statistics", stdin=f"{BOTH}\n全网最低价 纯棉四件套\n")
    lines = said.out.splitlines()
    assert lines[-6:-2] == ["By kind:", "  2  LGC201 price-lowest", "  1  LGC101 absolute-statutory", "  1  LGT101 brand-as-product"]
    assert lines[-1] == "1 file, 2 rows: 2 block, 0 review, 0 pass"


def test_statistics_of_a_clean_scan_are_empty(cli: Cli) -> None:
    """Nothing is told where there is nothing."""
    assert cli("scan", "-", "--statistics", stdin="纯棉四件套\n").out == "1 file, 1 row: 0 block, 0 review, 1 pass\n"
