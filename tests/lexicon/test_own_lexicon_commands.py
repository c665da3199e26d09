"""`--lexicon` on the command line: scan, rule, lexicon check and lookup with a lexicon of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from house import HOUSE, write

from listingguard.cli import main


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the shop's lexicon as a folder beside us."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop.txt").write_text("晨露家居四件套\n阿迪达斯跑鞋\n毛巾含泪送人\n", encoding="utf8")
    write(tmp_path / "house")
    return Path("house")


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """Run a command and give what it says on both streams."""
    assert main(list(words)) == code
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_scan_lays_the_lexicons_over_each_other(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Own brands and words are found, retired ones are not, and the report names the lexicon."""
    write(Path("over"), {"retired.toml": 'schema = 1\nrules = ["house-clearance"]\n'})
    found = []
    for more in ([], ["--lexicon", "over"]):
        run = json.loads(said(capsys, "scan", "shop.txt", "--quiet", "--format", "json", "--lexicon", str(house), *more))
        found.append([f["term"] for row in run["rows"] for f in row["report"]["findings"]])
        assert run["lexicon"]["own"] == run["rows"][0]["report"]["lexicon"]["own"] == ["house", *more[1:]]
        assert run["lexicon"]["digest"] == run["rows"][0]["report"]["lexicon"]["digest"]
    assert found == [["晨露家居", "含泪送人"], ["晨露家居"]]


def test_a_lexicon_that_cannot_be_used_stops_a_scan(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is scanned with half of the knowledge: the exit code is 2 and the mistake is told."""
    write(house, {"retired.toml": 'schema = 1\nbrands = ["nkie"]\n'})
    told = said(capsys, "scan", "shop.txt", "--lexicon", "house", code=2)
    assert told == 'error: house/retired.toml:2: brand "nkie" names nothing that could be retired\n    did you mean "nike"?\n'
    assert "there is no such folder" in said(capsys, "scan", "shop.txt", "--lexicon", "\x1b[2Jhose", code=2)


def test_rule_knows_the_rules_of_the_shop(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A code tells the shop's rules and their basis beside the others; without the lexicon they are unknown."""
    told = said(capsys, "rule", "house-clearance", "--lexicon", str(house))
    assert "house-clearance  medium" in told
    assert "House rules" in told
    assert "no code or name" in said(capsys, "rule", "house-clearance", code=2)


def test_lookup_tells_the_record_in_force_and_its_file(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A replaced record is told from the file that replaces it, a retired one not at all."""
    assert "brand nike (house/brands/ours.toml)" in said(capsys, "lexicon", "lookup", "nike", "--lexicon", str(house))
    assert "brand nike, Nike, Inc. (data/brands/" in said(capsys, "lexicon", "lookup", "nike")
    assert "the lexicon does not know it" in said(capsys, "lexicon", "lookup", "阿迪达斯", "--lexicon", str(house))


def test_check_looks_at_the_own_lexicon_alone(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What ships was checked before; of the own lexicon every rung of the ladder is told: form, meaning, examples."""
    assert said(capsys, "lexicon", "check", "--lexicon", str(house)).startswith("2 brands, 1 rules, ")
    brands = HOUSE["brands/ours.toml"]
    write(
        house,
        {
            "brands/ours.toml": brands.replace("晨露家居四件套", "四件套")
            .replace('\nexamples.hit = ["弯勾鞋 男款"]', "")
            .replace(" = 1", "=1")
        },
    )
    told = said(capsys, "lexicon", "check", "--lexicon", str(house), code=1).split("\n")
    assert told == [
        "house/brands/ours.toml:1: not in canonical form: should be 'schema = 1'",
        "    run: listingguard lexicon fmt --data house",
        'house/brands/ours.toml:9: brand "morning-dew": the brand is not found in examples.hit "四件套"',
        "    give it a second signal, or look whether the name is too ambiguous",
        'house/brands/ours.toml:11: brand "nike": it has no examples.hit',
        "    give a listing text of your own in which the brand must be found",
        "3 problems",
        "",
    ]
    assert said(capsys, "lexicon", "fmt", "--data", str(house)) == "house/brands/ours.toml: rewritten\n"
    assert len(said(capsys, "lexicon", "check", "--lexicon", str(house), code=1).split("\n")) == 6


def test_a_scan_asks_for_neither_form_nor_examples(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three lines are enough to watch a brand: what only `lexicon check` asks for stops no scan."""
    write(house, {"brands/ours.toml": 'category="x"\nschema=1 # ours\n[[brand]]\nnames={en=["Morning Dew"]}\nid="dew"\n'})
    assert "“morning dew”" in said(capsys, "scan", "shop.txt", "--lexicon", str(house)) + said(capsys, *scan_of("a morning dew towel"))


def scan_of(title: str) -> list[str]:
    """Give the command that scans one title with the shop's lexicon."""
    Path("one.txt").write_text(title, encoding="utf8")
    return ["scan", "one.txt", "--lexicon", "house"]
