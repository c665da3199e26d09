"""A scan does what its configuration says, for each file its own, and never passes because a configuration could not be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from listingguard.cli import main
from listingguard.lexicon import default_lexicon

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
ROWS = "sku,title\nA-1,全网最低价 毛巾\nA-2,耐克跑鞋\n"


def verdicts(said: Any) -> dict[str, str]:
    """Give the verdict of each row of a JSON report."""
    return {f"{row['path']} {row['sku']}": row["report"]["verdict"] for row in json.loads(said.out)["rows"]}


def test_each_file_is_scanned_as_its_own_configuration_says(cli: Cli, write: Write) -> None:
    """Marketplace, seller, language, columns and kinds differ between two folders of one run."""
    write("listingguard.toml", 'lang = "zh-Hans"\nmarketplace = "taobao"\n[seller]\nauthorized-brands = "Nike"\n')
    write("us/listingguard.toml", 'marketplace = "amazon"\nignore = "price-lowest"\n[field]\ntitle = "款名"\n')
    write("a.csv", ROWS)
    write("us/b.csv", ROWS.replace("title", "款名"))
    said = cli("scan", ".", "--format", "json")
    rows = {row["path"] + row["sku"]: row["report"] for row in json.loads(said.out)["rows"]}
    assert said.err.splitlines()[:1] != ["error"]
    assert {key: (r["marketplace"], r["lang"], r["verdict"]) for key, r in rows.items()} == {
        "./a.csvA-1": ("taobao", "zh-Hans", "block"),
        "./a.csvA-2": ("taobao", "zh-Hans", "pass"),
        "./us/b.csvA-1": ("amazon", "zh-Hans", "pass"),
        "./us/b.csvA-2": ("amazon", "zh-Hans", "review"),
    }


def test_several_processes_give_the_same_report(cli: Cli, write: Write) -> None:
    """The settings of a file go with its rows."""
    write("listingguard.toml", '[[profile]]\nfiles = "b.csv"\nmarketplace = "amazon"\n[profile.seller]\nown-brands = "耐克"\n')
    write("a.csv", ROWS)
    write("b.csv", ROWS)
    one, two = (cli("scan", ".", "--format", "json", "-j", jobs) for jobs in ("1", "2"))
    assert one == two
    assert verdicts(one) == {"./a.csv A-1": "block", "./a.csv A-2": "review", "./b.csv A-1": "block", "./b.csv A-2": "pass"}


def test_the_column_of_a_row_comes_before_the_configuration(cli: Cli, write: Write) -> None:
    """A marketplace that stands in the file itself is the nearest."""
    write("listingguard.toml", 'marketplace = "amazon"\n')
    write("a.csv", "title,marketplace\n毛巾,taobao\n毛巾,\n")
    rows = json.loads(cli("scan", "a.csv", "--format", "json").out)["rows"]
    assert [row["report"]["marketplace"] for row in rows] == ["taobao", "amazon"]


def test_the_limit_of_the_exit_code_is_that_of_each_file(cli: Cli, write: Write) -> None:
    """A folder that is stricter than the rest stays so in a scan of everything."""
    write("strict/listingguard.toml", 'fail-on = "review"\n')
    write("strict/a.csv", "title\n耐克跑鞋\n")
    write("b.csv", "title\n耐克跑鞋\n")
    assert cli("scan", "b.csv").code == 0
    assert cli("scan", ".").code == 1
    assert cli("scan", ".", "--fail-on", "block").code == 0
    assert cli("scan", ".", "--no-config").code == 0


def test_what_is_not_shown_is_counted_by_the_limits_of_each_file(cli: Cli, write: Write) -> None:
    """Two limits are both told; verdicts stay."""
    write("listingguard.toml", 'min-severity = "critical"\n[[profile]]\nfiles = "b.csv"\nmin-severity = "high"\n')
    write("a.csv", ROWS)
    write("b.csv", ROWS)
    said = cli("scan", ".", "--format", "concise")
    assert [line.split(":")[0] for line in said.out.splitlines()[:-1]] == ["./b.csv"]
    assert said.out.endswith(
        "2 files, 4 rows: 2 block, 2 review, 0 pass; 1 left out in folders (-v names them); 3 below high/critical not shown\n"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('marketplace = "taobo"', "listingguard.toml:1: unknown marketplace 'taobo'\n    did you mean 'taobao'?"),
        ('\nselect = ["LGQ"]', "listingguard.toml:2: select 'LGQ' is no code"),
        ('[[profile]]\nfiles = "x"\nselect = "LGQ"', None),
        ('[[profile]]\nfiles = "*"\nignore = "LGQ"', "listingguard.toml:3: ignore 'LGQ' is no code"),
        ('[[allow]]\nfiles = "other"\nreason = "r"\nrules = "price-lowst"', "listingguard.toml:1: rules 'price-lowst' is no code"),
        ('lexicon = "gone"', "listingguard.toml:1: this lexicon cannot be used\n    gone: there is no such folder"),
        ('output = "pdf=x"', "listingguard.toml:1: --output pdf=x: no form of report is called 'pdf'"),
        ('format = "pdf"', "listingguard.toml:1: format: no form of report is called 'pdf'"),
        ('lexicon-version = "1999.1"', "listingguard.toml:1: lexicon-version is 1999.1, and the lexicon that is here is"),
        ("= 1", "listingguard.toml:1: not valid TOML"),
    ],
)
def test_a_configuration_that_cannot_be_used_ends_with_2(cli: Cli, write: Write, text: str, words: str | None) -> None:
    """With the file and the line; nothing is scanned under other settings than were asked for."""
    write("listingguard.toml", text)
    write("a.csv", "title\n毛巾\n")
    said = cli("scan", "a.csv")
    assert (said.code, words is None or words in said.err) == (0 if words is None else 2, True)


def test_a_configuration_below_is_found_in_the_middle_of_a_run_and_ends_it(cli: Cli, write: Write) -> None:
    """It holds for files that come later; no report file pretends that it is whole."""
    write("a.csv", "title\n毛巾\n")
    write("us/listingguard.toml", 'strictness = "hard"\n')
    write("us/b.csv", "title\n毛巾\n")
    said = cli("scan", ".", "--output", "r.json")
    assert (said.code, Path("r.json").exists()) == (2, False)
    assert "us/listingguard.toml:1: strictness" in said.err


def test_the_version_of_the_lexicon_may_be_the_one_that_is_pinned(cli: Cli, write: Write) -> None:
    """A pin that fits changes nothing."""
    write("listingguard.toml", f'lexicon-version = "{default_lexicon().version}"\n')
    assert cli("scan", "-", stdin="毛巾\n").code == 0


@pytest.mark.parametrize("key", ['lexicon = "words"', "as-of = 2020-01-01"])
def test_what_only_a_whole_run_can_have_is_refused_below(cli: Cli, write: Write, capsys: pytest.CaptureFixture[str], key: str) -> None:
    """A folder is not judged by another lexicon or another day than it asks for."""
    write("us/listingguard.toml", key + "\n")
    write("us/b.csv", "title\n毛巾\n")
    write("a.csv", "title\n毛巾\n")
    assert cli("scan", "a.csv").code == 0
    assert main(["scan", "."]) == 2
    assert f"us/listingguard.toml:1: {key.split(maxsplit=1)[0]} counts for a whole run" in capsys.readouterr().err


def test_what_only_shapes_the_report_is_told_and_not_used_below(cli: Cli, write: Write) -> None:
    """Once a line, however many files there are."""
    write("us/listingguard.toml", "jobs = 2\nshow-excused = true\n")
    for name in ("us/b.csv", "us/c.csv", "a.csv"):
        write(name, "title\n毛巾\n")
    said = cli("scan", ".")
    assert said.err.count("counts for a whole run") == 2
    assert "note: us/listingguard.toml:1: jobs counts for a whole run, which has it from: default; not used here\n" in said.err
    assert cli("scan", "us").err == ""


def test_the_whole_run_is_said_where_all_paths_meet(cli: Cli, write: Write) -> None:
    """Forms, outputs and the baseline; the paths in it count from its folder."""
    write("shop/listingguard.toml", 'format = "concise"\noutput = ["out.json"]\nstatistics = true\nbaseline = "known.json"\n')
    write("shop/a.csv", ROWS)
    assert cli("baseline", "create", "shop", "-o", "shop/known.json").code == 0
    said = cli("scan", "shop")
    assert (said.code, said.out) == (0, "1 file, 2 rows: 0 block, 0 review, 2 pass; 1 left out in folders (-v names them); 2 known\n")
    assert json.loads(Path("shop/out.json").read_text(encoding="utf8"))["summary"]["known"] == 2


def test_a_configuration_may_be_named_or_refused(cli: Cli, write: Write) -> None:
    """A named one holds for every file; one that is not there is an error."""
    write("listingguard.toml", 'ignore = "LGC"\n')
    write("ci/strict.toml", 'fail-on = "review"\n')
    write("a.csv", "title\n全网最低价 耐克跑鞋\n")
    assert cli("scan", "a.csv").code == 0
    assert cli("scan", "a.csv", "--config", "ci/strict.toml").code == 1
    assert cli("scan", "a.csv", "--no-config").code == 1
    assert "there is no such configuration\n    listingguard init writes one" in cli("scan", "a.csv", "--config", "gone.toml").err
    assert cli("scan", "a.csv", "--config", "x", "--no-config").code == 2
    write("pyproject.toml", '[project]\nname = "x"\n')
    assert "has no [tool.listingguard]" in cli("scan", "a.csv", "--config", "pyproject.toml").err


def test_a_mistake_of_the_command_line_is_not_laid_on_the_file(cli: Cli, write: Write) -> None:
    """The line that is named is the one to mend."""
    write("listingguard.toml", 'marketplace = "taobao"\n')
    assert cli("scan", "-", "--jurisdiction", "XX").err.startswith("error: unknown jurisdiction 'XX'")
    assert cli("scan", "-", "--select", "LGQ").err.startswith("error: --select 'LGQ' is no code")


def test_a_baseline_is_made_under_the_same_configuration(cli: Cli, write: Write) -> None:
    """What a configuration leaves out stays in the file; what a scan would find is what the baseline knows."""
    write("a.csv", ROWS)
    assert cli("baseline", "create", "a.csv", "-o", "known.json").out == "known.json: 2 known\n"
    write("listingguard.toml", '[[profile]]\nfiles = "a.csv"\nignore = "LGT"\n')
    assert cli("baseline", "prune", "a.csv", "--baseline", "known.json").out == "known.json: 2 known: 0 dropped\n"
    assert cli("baseline", "create", "a.csv", "-o", "other.json").out == "other.json: 1 known\n"


def test_fixing_leaves_alone_what_nobody_looks_for_and_what_may_stand(cli: Cli, write: Write) -> None:
    """An edit is for what a report would tell."""
    write("a.csv", "title,listingguard_ignore\n全网最低价 毛巾,\n国家级 毛巾,\n世界第一 毛巾,LGC: named so\n")
    write("listingguard.toml", 'ignore = "price-lowest"\n[[allow]]\nterm = "国家级"\nreason = "certificate"\n')
    assert cli("scan", "a.csv", "--fix").code == 0
    assert "全网最低价 毛巾,\n国家级 毛巾,\n世界第一 毛巾" in Path("a.csv").read_text(encoding="utf8")
    assert cli("scan", "a.csv", "--fix", "--no-config").code == 0
    assert "全网最低价" not in Path("a.csv").read_text(encoding="utf8")


def test_fixing_leaves_a_row_alone_whose_excuse_cannot_be_read(cli: Cli, write: Write) -> None:
    """Who knows which of its words may stand."""
    write("a.csv", "title,listingguard_ignore\n全网最低价 毛巾,LGQ9\n")
    said = cli("scan", "a.csv", "--fix")
    assert (said.code, "全网最低价" in Path("a.csv").read_text(encoding="utf8")) == (2, True)
    assert "a.csv:2: listingguard_ignore 'LGQ9' is no code" in said.err


def test_every_form_tells_the_version_of_the_lexicon(cli: Cli, write: Write) -> None:
    """Whoever reads a report later knows by what it was judged."""
    write("a.csv", ROWS)
    version = default_lexicon().version
    forms = ("full", "concise", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "html", "markdown")
    for form in forms:
        text = cli("scan", "a.csv", "--format", form, whole=True).out.replace("&#46;", ".")
        assert version in text, form


def test_config_show_says_where_each_value_comes_from(cli: Cli, write: Write) -> None:
    """File and line, the command line, or default; for people and for programs."""
    write(
        "listingguard.toml",
        'marketplace = "taobao"\n[[profile]]\nfiles = "us/**"\nmarketplace = "amazon"\n[[allow]]\nterm = "a"\nreason = "r"\n',
    )
    said = cli("config", "show", "--for", "us/x.csv", "--strictness", "strict")
    lines = {line.split()[0]: line.split() for line in said.out.splitlines()}
    assert lines["marketplace"] == ["marketplace", '"amazon"', "listingguard.toml:4"]
    assert lines["strictness"] == ["strictness", '"strict"', "command", "line"]
    assert lines["fail-on"] == ["fail-on", '"block"', "default"]
    assert lines["allow"] == ["allow", "a:", "r", "listingguard.toml:5"]
    plain = json.loads(cli("config", "show", "--format", "json", "--own-brand", "晨露").out)
    assert plain["values"]["marketplace"] == {"value": "taobao", "origin": "file", "path": "listingguard.toml", "line": 1}
    assert plain["values"]["seller.own-brands"] == {"value": ["晨露"], "origin": "command line"}
    assert (plain["configuration"], plain["allow"][0]["reason"], plain["allow"][0]["line"]) == ("listingguard.toml", "r", 5)
    assert cli("config", "show", "--no-config").out.startswith("no configuration")


def test_config_show_refuses_what_a_scan_refuses(cli: Cli, write: Write) -> None:
    """It is the place to try a configuration."""
    write("listingguard.toml", '[[profile]]\nfiles = "us/**"\nmarketplace = "amazn"\n')
    assert cli("config", "show").code == 0
    said = cli("config", "show", "--for", "us/x.csv")
    assert (said.code, "listingguard.toml:3: unknown marketplace 'amazn'" in said.err) == (2, True)


def test_words_of_a_configuration_never_steer_a_terminal(cli: Cli, write: Write) -> None:
    """What a pull request writes into a configuration is shown, not obeyed."""
    write("listingguard.toml", '"\\u001b[2Jmarketplace" = 1\n')
    said = cli("scan", "-", stdin="毛巾\n")
    assert said.code == 2
    assert "\x1b" not in said.err
    write("listingguard.toml", '[[allow]]\nterm = "毛巾"\nreason = "\\u001b[2J\\n::error::x"\n')
    out = cli("config", "show").out
    assert "\x1b" not in out
    assert not any(line.startswith("::") for line in out.splitlines())
