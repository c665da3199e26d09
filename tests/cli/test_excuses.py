"""What may stand is excused with its reason: it does not count, and it stays in JSON and SARIF. Excuses that do nothing are told."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
ROWS = "sku,title\nA-1,全网最低价 毛巾\nA-2,耐克跑鞋\n"


def findings(cli: Cli, *args: str) -> list[tuple[str, str, str]]:
    """Give code, disposition and last reason of every finding."""
    rows = json.loads(cli("scan", *args, "--format", "json").out)["rows"]
    return [(f["code"], f["disposition"], f["reasons"][-1]) for row in rows for f in row["report"]["findings"]]


@pytest.mark.parametrize(
    ("entry", "excused"),
    [
        ('term = "全網最低價"', {"LGC201"}),
        ('terms = ["全网最低价", "耐克"]', {"LGC201", "LGT101"}),
        ('term = "全网最低价"\nrules = "LGC2"', {"LGC201"}),
        ('term = "全网最低价"\nrules = "LGT"', set()),
        ('rules = ["price-lowest"]', {"LGC201"}),
        ('rules = "LG"\nfields = "title"', {"LGC201", "LGT101"}),
        ('rules = "LG"\nfields = "bullets"', set()),
        ('rules = "LGT"\nfiles = "*.csv"', {"LGT101"}),
        ('rules = "LGT"\nfiles = "us/**"', set()),
        ('rules = "LG"\nuntil = 2026-12-01', {"LGC201", "LGT101"}),
        ('rules = "LG"\nuntil = 2026-11-30', set()),
    ],
)
def test_an_entry_excuses_what_it_names_and_nothing_else(cli: Cli, write: Write, entry: str, excused: set[str]) -> None:
    """Words as the scanner folds, kinds, fields, files and the last day."""
    write("listingguard.toml", f'[[allow]]\nreason = "contract 17"\nowner = "legal"\n{entry}\n')
    write("a.csv", ROWS)
    found = findings(cli, "a.csv")
    assert {code for code, disposition, _ in found if disposition == "excused"} == excused
    assert all("the seller says so: contract 17 (legal" in reason for code, _, reason in found if code in excused)


def test_a_fingerprint_excuses_one_finding(cli: Cli, write: Write) -> None:
    """Also after the rows have moved; equal words of another row stay."""
    write("a.csv", ROWS)
    rows = json.loads(cli("scan", "a.csv", "--format", "json").out)["rows"]
    mark = rows[0]["report"]["findings"][0]["fingerprint"]
    write("listingguard.toml", f'[[allow]]\nfingerprint = "{mark}"\nreason = "seen"\n')
    write("a.csv", "sku,title\nA-2,耐克跑鞋\nA-1,全网最低价 毛巾\nA-3,全网最低价 毛巾\n")
    assert [disposition for _, disposition, _ in findings(cli, "a.csv")] == ["needs_evidence", "excused", "violation"]


def test_a_disguise_is_excused_only_where_it_is_named(cli: Cli, write: Write) -> None:
    """An entry for a brand does not cover hidden characters in it."""
    write("a.csv", "title\nni\u200bke跑鞋\n")
    write("listingguard.toml", '[[allow]]\nterm = "nike"\nreason = "r"\n')
    assert {code[:3] for code, disposition, _ in findings(cli, "a.csv") if disposition != "excused"} == {"LGE"}


def test_excused_findings_do_not_count_and_stay_in_json_and_sarif(cli: Cli, write: Write) -> None:
    """With the reason as justification; an excuse that stands in the file itself is told apart."""
    write("listingguard.toml", '[[allow]]\nterm = "全网最低价"\nreason = "price match"\nuntil = 2027-01-31\n')
    write("a.csv", "sku,title,listingguard_ignore\nA-1,全网最低价 毛巾,\nA-2,耐克跑鞋,LGT101 -- contract 17\n")
    said = cli("scan", "a.csv", "--fail-on", "review", "--format", "sarif")
    assert said.code == 0
    results = json.loads(said.out)["runs"][0]["results"]
    found = {r["ruleId"]: r["suppressions"][0] for r in results}
    assert {code: (s["kind"], s["status"]) for code, s in found.items()} == {
        "LGC201": ("external", "accepted"),
        "LGT101": ("inSource", "accepted"),
    }
    assert found["LGC201"]["justification"].endswith("the seller says so: price match (until 2027-01-31)")
    assert found["LGT101"]["justification"].endswith("the seller says so: contract 17")
    assert cli("scan", "a.csv").out == "1 file, 2 rows: 0 block, 0 review, 2 pass\n"
    assert json.loads(cli("scan", "a.csv", "--format", "json").out)["summary"]["excused"] == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "title,Listingguard_Ignore\n耐克跑鞋,LGT101: contract 17\n"),
        ("a.csv", "title,listingguard_ignore\n耐克跑鞋,brand-as-product - contract 17\n"),
        ("a.csv", "title,listingguard_ignore\n耐克跑鞋,LGC；LGT：contract 17\n"),
        ("a.json", '[{"title": "耐克跑鞋", "listingguard_ignore": "LGT101 -- contract 17"}]'),
        ("a.jsonl", '{"title": "耐克跑鞋", "listingguard_ignore": ["LGT101: contract 17"]}\n'),
        ("a.yaml", "- title: 耐克跑鞋\n  listingguard_ignore: 'LGT101: contract 17'\n"),
        ("a.yaml", "- title: 耐克跑鞋  # listingguard: ignore LGT101 -- contract 17\n"),
        ("a.yaml", "# listingguard: ignore LGT101: contract 17\n- title: 耐克跑鞋\n"),
        ("a.csv", "Handle,Title,Body (HTML),Vendor,listingguard_ignore\na,耐克跑鞋,x,y,LGT: contract 17\n"),
    ],
)
def test_a_row_says_itself_what_may_stand(cli: Cli, write: Write, name: str, text: str) -> None:
    """In a column, a key or a comment; codes, beginnings and names; the reason behind a colon or a dash."""
    write(name, text)
    assert [f[1:] for f in findings(cli, name) if f[0] == "LGT101"] == [("excused", "the seller says so: contract 17")]


def test_an_excuse_of_a_row_that_cannot_be_read_is_an_error(cli: Cli, write: Write) -> None:
    """It excuses nothing, the row is scanned all the same, and the exit code is 2."""
    write("a.csv", "title,listingguard_ignore\n耐克跑鞋,\n耐克跑鞋,LGT101 LGX999 -- r\n")
    said = cli("scan", "a.csv", "--format", "concise")
    assert (said.code, said.out.count("LGT101")) == (2, 2)
    assert said.err.startswith("error: a.csv:3: listingguard_ignore 'LGX999' is no code, beginning of a code or name\n    did you mean")


UNUSED = """
[[allow]]
terms = ["全网最低价", "世界第一"]
reason = "r"
[[allow]]
rules = "LGC5"
reason = "r"
files = "gone/**"
[[allow]]
term = "耐克"
reason = "r"
until = 2026-11-30
"""


def test_excuses_that_do_nothing_are_told_at_the_end(cli: Cli, write: Write) -> None:
    """Unused words, entries for files that are not there, entries that have ended, rows without a reason, on standard error."""
    write("listingguard.toml", UNUSED)
    write("a.csv", "title,listingguard_ignore\n全网最低价 毛巾,LGT101 -- r\n耐克跑鞋,LGT101\n")
    said = cli("scan", ".")
    assert said.err.splitlines() == [
        "note: ./a.csv:2: this excuse excuses nothing: LGT101; take it out",
        "note: ./a.csv:3: this excuse gives no reason: LGT101; write it behind two dashes",
        "note: listingguard.toml:2: this excuse excuses nothing: 世界第一; take it out",
        "note: listingguard.toml:9: this excuse ended on 2026-11-30 and no longer counts: 耐克",
        "note: listingguard.toml:5: this excuse excuses nothing: LGC5; take it out",
    ]
    assert said.code == 0
    assert cli("scan", ".", "--quiet").err == ""
    assert cli("scan", ".", "--fail-on-unused-excuses").code == 1
    assert cli("scan", ".", "--fail-on-unused-excuses", "--exit-zero").code == 0


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "html", "markdown", "github", "junit", "csv"])
def test_what_is_told_at_the_end_stands_in_reports(cli: Cli, write: Write, form: str) -> None:
    """Where no one reads standard error."""
    write("listingguard.toml", '[[allow]]\nterm = "世界第一"\nreason = "r"\n')
    write("a.csv", ROWS)
    assert "excuses nothing" in cli("scan", ".", "--format", form).out


def test_unused_entries_are_told_only_where_everything_was_scanned(cli: Cli, write: Write) -> None:
    """One file of a catalogue says nothing about excuses for the others, nor does a run in which a file was lost."""
    write("listingguard.toml", '[[allow]]\nterm = "世界第一"\nreason = "r"\n')
    write("a.csv", ROWS)
    assert cli("scan", "a.csv").err == ""
    write("b.csv", "nothing\n1\n")
    assert "excuses nothing" not in cli("scan", ".").err
    assert cli("scan", "a.csv", "--fail-on-unused-excuses", "--exit-zero").code == 0


def test_an_excuse_is_used_whatever_is_looked_for_or_known(cli: Cli, write: Write) -> None:
    """Excuses come before the selection and the baseline."""
    write("listingguard.toml", 'ignore = "LGC"\n[[allow]]\nterm = "全网最低价"\nreason = "r"\n')
    write("a.csv", ROWS)
    assert cli("scan", ".").err == ""


def test_notes_about_excuses_are_bounded_and_speak_the_language(cli: Cli, write: Write) -> None:
    """A thousand rows do not fill the screen; the rest is counted."""
    write("a.csv", "title,listingguard_ignore\n" + "毛巾,LGT101: 合同\n" * 30)
    lines = cli("scan", "a.csv", "--lang", "zh-Hans").err.splitlines()
    assert len(lines) == 21
    assert lines[0] == "note: a.csv:2：这条放行没有用到：LGT101；可以删去"
    assert lines[-1] == "note: 另有 10 条同类的放行提示"


def test_brackets_around_a_kind_are_answered_with_the_right_form(cli: Cli, write: Write) -> None:
    """As other checkers write it; nothing is excused by it."""
    write("a.yaml", "- title: 全网最低价 窗帘  # listingguard: ignore[LGC201] price match\n")
    said = cli("scan", "a.yaml")
    assert said.code == 2
    assert "write it without them: LGC201 -- price match" in said.err
