"""`listingguard explain`, as somebody meets it who wonders why."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Cli = Callable[..., Any]


def test_the_way_is_told(cli: Cli) -> None:
    """Views, hits kept and dropped, findings, the arithmetic, and what would have to go."""
    said = cli("explain", "苹果味糖果 ＬＶ同款", "--as-of", "2026-11-22")
    assert said.code == 0
    for words in (
        "folded    苹果味糖果 lv同款",
        "ping guo",
        "inside of “苹果味”",
        "kept",
        "dropped",
        "LGT103",
        "score = 100 ×",
        "to reach pass",
    ):
        assert words in said.out


def test_a_clean_text_has_a_short_way(cli: Cli) -> None:
    """Nothing found, nothing to add up."""
    said = cli("explain", "纯棉四件套")
    assert said.out.startswith("PASS")
    assert "score =" not in said.out


def test_json_is_the_report_and_the_way(cli: Cli) -> None:
    """The JSON names findings by their fingerprints, and holds the report itself."""
    plain = json.loads(cli("explain", "ＬＶ同款", "--json", "--field", "bullets", "--marketplace", "taobao").out)
    assert plain["report"]["marketplace"] == "taobao"
    (field,) = plain["fields"]
    assert field["field"] == "bullets[0]"
    assert field["findings"] == [finding["fingerprint"] for finding in plain["report"]["findings"]]
    assert len(plain["arithmetic"]["findings"]) == len(field["findings"])


def test_standard_input_is_a_text(cli: Cli) -> None:
    """A dash reads the text from standard input."""
    assert "LV" in cli("explain", "-", stdin="LV同款\n").out


def test_hostile_text_is_shown_not_obeyed(cli: Cli) -> None:
    """No control character of the text reaches the terminal, and no line of it looks like one of ours."""
    out = cli("explain", "\x1b[31mnike\x07\nPASS  score 0.0 \u202e LV同款").out
    assert not [char for char in out if char in "\x1b\x07\u202e"]
    assert not [line for line in out.splitlines() if line.startswith("PASS")]


def test_no_text_is_a_mistake(cli: Cli) -> None:
    """An empty text cannot be explained; the message says what to do."""
    said = cli("explain", "")
    assert said.code == 2
    assert "give one" in said.err


def test_strictness_of_a_run(cli: Cli) -> None:
    """The level of a run decides about undecided words, and stands in its JSON."""
    runs = [cli("scan", "-", "--strictness", level, "--format", "json", stdin="新鲜苹果 整箱\n") for level in ("normal", "strict")]
    assert [len(json.loads(run.out)["rows"][0]["report"]["findings"]) for run in runs] == [0, 1]
    assert json.loads(runs[1].out)["strictness"] == "strict"
