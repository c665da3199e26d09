"""`listingguard lexicon stats`, `diff`, `export` and `schema`: every figure can be counted again, and every change is told."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from small_lexicon import FILES

from listingguard.cli import main
from listingguard.lexicon.changes import TABLES
from listingguard.lexicon.export import COLUMNS
from listingguard.lexicon.load import load
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.read import read_files
from listingguard.lexicon.statistics import MISSING

BRANDS, RULES = "brands/fruit-phones.toml", "rules/cn-ad-law.toml"
Made = Callable[..., Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Give the small lexicon as a folder of some name, with pieces of its files replaced."""

    def make(name: str, *changes: tuple[str, str, str]) -> Path:
        files = dict(FILES)
        for path, old, new in changes:
            assert old in files[path], old
            files[path] = files[path].replace(old, new, 1)
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text, encoding="utf8")
        return tmp_path / name

    return make


def test_the_figures_are_those_of_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    """Every sum is counted again from the shipped records."""
    assert main(["lexicon", "stats", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    records = load(read_files(data_folder()))
    assert told["records"]["brands"] == len(records.brands) == sum(told["brands by category"].values())
    assert told["records"]["rules"] == len(records.rules) == sum(told["rules by category"].values()) == sum(told["rules by file"].values())
    assert told["names by kind"]["names"] == sum(len(b.names.all()) for b in records.brands) == sum(told["names by language"].values())
    assert told["names by kind"]["models"] == sum(len(b.models) for b in records.brands)
    assert told["brands without"]["goods"] == sum(not b.goods for b in records.brands)
    opened = sum(b.source.startswith("http") for b in records.brands)
    assert told["sources"]["brands, opened page"] == opened == len(records.brands) - told["brands without"]["opened-source"]


def test_the_table_shows_every_figure(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """What JSON holds stands in the text, too."""
    folder = str(made("data"))
    assert main(["lexicon", "stats", "--data", folder, "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert main(["lexicon", "stats", "--data", folder]) == 0
    lines = capsys.readouterr().out.splitlines()
    for title, table in plain.items():
        assert title in lines
        for name, count in table.items():
            assert any(line.split() == [*name.split(), f"{count:,}"] for line in lines), name


def test_who_lacks_a_fact_is_listed_with_file_and_line(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """The list is one that an editor can jump along."""
    assert main(["lexicon", "stats", "--data", str(made("data")), "--missing", "chinese-name"]) == 0
    line = FILES[BRANDS].split("\n").index('id = "levis"') + 1
    assert capsys.readouterr().out == f"data/{BRANDS}:{line}: levis\n1 brands without chinese-name\n"


@pytest.mark.parametrize("fact", MISSING)
def test_every_lack_is_counted_as_it_is_listed(fact: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Figure and list agree."""
    assert main(["lexicon", "stats", "--missing", fact, "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert main(["lexicon", "stats", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["brands without"][fact] == len(listed)


def test_a_version_does_not_differ_from_itself(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is told where nothing changed."""
    assert main(["lexicon", "diff", str(made("old")), str(made("new"))]) == 0
    assert capsys.readouterr().out == "no record changed\n"


def test_changes_are_told_in_words(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """Records that came and went, names that were added and removed, values before and after."""
    old = made("old")
    new = made(
        "new",
        (BRANDS, 'models = ["iPhone"]', 'models = ["iPad", "iPod"]'),
        (BRANDS, 'id = "levis"', 'id = "lewis"'),
        (BRANDS, 'owner = "Apple Inc."\n', ""),
        (RULES, 'severity = "high"', 'severity = "critical"'),
        (RULES, "effective_from = 2015-09-01", "effective_from = 2026-01-01"),
        (RULES, '"最佳" = "优选"', '"最佳" = "精选"'),
    )
    assert main(["lexicon", "diff", str(old), str(new)]) == 0
    assert capsys.readouterr().out == (
        "brands: 1 added, 1 removed, 1 changed\n"
        "  + lewis (brands/fruit-phones): Levi's\n"
        "  - levis (brands/fruit-phones): Levi's\n"
        "  ~ apple (brands/fruit-phones)\n"
        "      owner: Apple Inc. → (nothing)\n"
        "      models: - iPhone, + iPad, + iPod\n"
        "\n"
        "rules: 1 changed\n"
        "  ~ absolute-statutory (rules/cn-ad-law)\n"
        "      severity: high → critical\n"
        "      replace.最佳: 优选 → 精选\n"
        "\n"
        "bases: 1 changed\n"
        "  ~ cn-ad-9-3 (rules/cn-ad-law)\n"
        "      effective_from: 2015-09-01 → 2026-01-01\n"
        "\n"
    )
    assert main(["lexicon", "diff", str(old), str(new), "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in plain["brands"]["added"]] == ["lewis"]
    assert plain["brands"]["changed"][0]["keys"][1] == {"key": "models", "added": ["iPad", "iPod"], "removed": ["iPhone"]}
    assert plain["rules"]["changed"][0]["keys"][0] == {"key": "severity", "before": "high", "after": "critical"}


def test_a_revision_of_the_checkout_is_a_version(made: Made, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`diff HEAD data` tells what is not committed yet, from any folder of the checkout."""
    folder = made("data")
    for key in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(key)
    who = ["-c", "user.name=reader", "-c", "user.email=reader@example.com"]
    for words in (["init", "--quiet"], ["add", "data"], [*who, "commit", "--quiet", "--no-gpg-sign", "-m", "Data"]):
        subprocess.run(["git", *words], cwd=folder.parent, check=True, capture_output=True)  # noqa: S607  git, wherever it is
    made("data", (BRANDS, 'models = ["iPhone"]', 'models = ["iPhone", "iPad"]'))
    monkeypatch.chdir(folder / "brands")
    assert main(["lexicon", "diff", "HEAD", ".."]) == 0
    assert "      models: + iPad\n" in capsys.readouterr().out
    assert main(["lexicon", "diff", "HEAD~7", ".."]) == 2
    assert "HEAD~7 is no folder, and git knows no data of that revision here" in capsys.readouterr().err


def test_the_table_has_one_row_a_term(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """Every name, nickname, model, abbreviation and longer word is a row, with its brand's facts."""
    assert main(["lexicon", "export", "--kind", "brands", "--data", str(made("data"))]) == 0
    text = capsys.readouterr().out
    assert text.startswith("\ufeffkind,file,id,term,")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    told = [(row["id"], row["term"], row["part"], row["language"], row["ambiguous"]) for row in table]
    assert told == [
        ("apple", "Apple", "name", "en", "yes"),
        ("apple", "苹果", "name", "zh-Hans", "yes"),
        ("apple", "iPhone", "model", "", "no"),
        ("apple", "苹果醋", "longer", "", ""),
        ("levis", "Levi's", "name", "en", "no"),
    ]
    assert table[0]["owner"] == "Apple Inc."
    assert table[4]["checked"] == "2026-11-21"


def test_a_file_of_the_export_opens_in_a_spreadsheet(made: Made, tmp_path: Path) -> None:
    """UTF-8 with its mark, as wide in every row, and no cell that is a formula."""
    hostile = '=cmd|\' /C calc\'!A0", "@SUM(1)", "＝1+1", "\\u001b[2J\\u202Ex'
    folder = made("data", (BRANDS, 'models = ["iPhone"]', f'models = ["{hostile}"]'))
    target = tmp_path / "out.csv"
    assert main(["lexicon", "export", "--data", str(folder), "-o", str(target)]) == 0
    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in table} == {len(COLUMNS)}
    cells = [cell for row in table for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r＝＋－＠"))]
    assert "'@SUM(1)" in cells
    assert not {"\x1b", "\u202e"} & set("".join(cells))
    assert {row[0] for row in table[1:]} == {"brand", "rule", "basis", "exemption", "goods", "code", "marketplace"}


def test_the_document_holds_everything(tmp_path: Path) -> None:
    """Each record of the shipped data stands in the JSON with all of its keys."""
    target = tmp_path / "out.json"
    assert main(["lexicon", "export", "-o", str(target)]) == 0
    document = json.loads(target.read_text(encoding="utf8"))
    records = load(read_files(data_folder()))
    assert document["digest"] == records.digest
    for table in TABLES:
        wanted = [record.model_dump(mode="json", by_alias=True) for record in getattr(records, table)]
        got = [{key: value for key, value in entry.items() if key != "file"} for entry in document[table]]
        assert got == wanted


def test_the_document_is_the_same_on_standard_output(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the kinds that were asked for, and nothing that a terminal obeys."""
    folder = made("data", (BRANDS, '"iPhone"', '"\\u001b[2J\\u202Ex"'))
    assert main(["lexicon", "export", "--format", "json", "--kind", "brands", "--kind", "codes", "--data", str(folder)]) == 0
    out = capsys.readouterr().out
    assert not {"\x1b", "\u202e"} & set(out)
    document = json.loads(out)
    assert set(document) == {"format", "digest", "brands", "codes"}
    assert document["brands"][0]["models"] == ["\x1b[2J\u202ex"]


@pytest.mark.parametrize(
    "words",
    [
        ["stats", "--data", "nowhere"],
        ["stats", "--data", "a-file"],
        ["stats", "--data", "empty"],
        ["stats", "--data", "broken"],
        ["stats", "--missing", "soul"],
        ["check", "--data", "empty"],
        ["check", "--clean", "nowhere"],
        ["check", "--clean", "broken/codes.toml"],
        ["diff", "nowhere"],
        ["diff", "--", "--help"],
        ["diff", "empty", "empty"],
        ["export", "--data", "broken"],
        ["export", "--kind", "souls"],
        ["export", "-o", "nowhere/out.csv"],
        ["export", "-o", "empty"],
        ["schema", "brand"],
    ],
)
def test_what_cannot_be_read_is_an_error_and_no_traceback(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, a message on the other stream, nothing on this one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("", encoding="utf8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "codes.toml").write_text("schema = ", encoding="utf8")
    assert main(["lexicon", *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
    assert "Traceback" not in captured.err
