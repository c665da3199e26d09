"""`listingguard lexicon`: exit codes, what is written, and that a hostile word does nothing to a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_lexicon import FILES

from listingguard.cli import lexicon as command
from listingguard.cli import main
from listingguard.lexicon.layers import NEEDED
from listingguard.proof import Climb

BRANDS = "brands/fruit-phones.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the small lexicon as a folder."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf8")
    return tmp_path


def spoil(folder: Path, old: str, new: str) -> Path:
    """Replace something in the file of brands."""
    path = folder / BRANDS
    path.write_text(path.read_text(encoding="utf8").replace(old, new), encoding="utf8")
    return path


def test_fmt_changes_nothing_in_canonical_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run of the formatter is silent."""
    assert main(["lexicon", "fmt", "--data", str(folder)]) == 0
    assert capsys.readouterr().out == ""
    assert {name: (folder / name).read_text(encoding="utf8") for name in FILES} == FILES


def test_fmt_rewrites_and_check_only_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`fmt --check` touches nothing and exits with 1; `fmt` puts the file right."""
    path = spoil(folder, 'id = "apple"\nowner = "Apple Inc."', "owner = 'Apple Inc.'\nid = 'apple'")
    spoilt = path.read_text(encoding="utf8")
    assert main(["lexicon", "fmt", "--check", "--data", str(folder)]) == 1
    assert path.read_text(encoding="utf8") == spoilt
    assert capsys.readouterr().out == f"{path}: would be rewritten\n"
    assert main(["lexicon", "fmt", "--data", str(folder)]) == 0
    assert path.read_text(encoding="utf8") == FILES[BRANDS]


@pytest.mark.parametrize(("old", "new"), [('id = "apple"', 'id = "apple" # fruit'), ('id = "apple"', "id = apple")])
def test_fmt_leaves_alone_what_it_would_spoil(folder: Path, old: str, new: str) -> None:
    """A file with comments, or one that is no TOML, stays as it is to the byte."""
    path = spoil(folder, old, new)
    before = path.read_bytes()
    assert main(["lexicon", "fmt", "--data", str(folder)]) == 1
    assert path.read_bytes() == before


def test_check_tells_every_problem_and_exits_with_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem has its file and line; the number of them comes last."""
    spoil(folder, "苹果醋", "雪梨醋")
    assert main(["lexicon", "check", "--data", str(folder)]) == 1
    out = capsys.readouterr().out
    assert 'data/brands/fruit-phones.toml:12: brand "apple": longer "雪梨醋" contains none of its names\n    ' in out
    assert out.endswith(f"{len(NEEDED) + 1} problems\n")


def test_check_says_how_much_is_good(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a problem the command says what it looked at, and exits with 0."""
    monkeypatch.setattr(command, "climb", lambda *_: Climb((), 2, 1, 7))
    assert main(["lexicon", "check"]) == 0
    assert capsys.readouterr().out == "2 brands, 1 rules, 7 terms: all good\n"


def test_check_that_cannot_run_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there, and a file that is no text, are told on the other stream."""
    assert main(["lexicon", "check", "--data", str(tmp_path / "nowhere")]) == 2
    (tmp_path / "codes.toml").write_bytes(b'note = "\xff"')
    assert main(["lexicon", "check", "--data", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "there is no such folder" in captured.err
    assert "data/codes.toml:1: not UTF-8" in captured.err


def test_lookup_knows_a_brand_behind_any_spelling(capsys: pytest.CaptureFixture[str]) -> None:
    """Width, case and script make no difference: it is the same record."""
    entries = []
    for word in ("nike", "ＮＩＫＥ", "耐克"):
        assert main(["lexicon", "lookup", word, "--json"]) == 0
        entries.append(json.loads(capsys.readouterr().out))
    assert [[brand["id"] for brand in entry["brands"]] for entry in entries] == [["nike"]] * 3
    assert entries[0]["brands"][0]["names"] == entries[2]["brands"][0]["names"]
    assert entries[0]["brands"][0]["file"].startswith("data/brands/")


def test_lookup_tells_rules_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule's word comes with its basis and advice; Traditional Chinese is derived."""
    assert main(["lexicon", "lookup", "国家级", "--lang", "zh-Hant"]) == 0
    out = capsys.readouterr().out
    assert "absolute-statutory" in out
    assert "中華人民共和國廣告法" in out


def test_lookup_says_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    """A word that nobody listed is no error."""
    assert main(["lexicon", "lookup", "qzxvwq"]) == 0
    assert capsys.readouterr().out == "qzxvwq reads qzxvwq\nthe lexicon does not know it\n"


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_hostile_word_does_nothing_to_the_terminal(form: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences, reversed text, line ends and lone surrogates of a word are shown, not obeyed."""
    word = "\x1b[2Jnike\u202e\u009b1m\n\ud800"
    assert main(["lexicon", "lookup", word, *form]) == 0
    out = capsys.readouterr().out
    assert not set(out) & {"\x1b", "\u202e", "\u009b", "\ud800"}
    if form:
        assert json.loads(out)["word"] == word
