"""`listingguard lexicon add`: what is written is complete, canonical and proved, and nothing is written that is not."""

from __future__ import annotations

import datetime as dt
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from listingguard.cli import main
from listingguard.lexicon.canonical import format_text
from listingguard.lexicon.locate import data_folder
from listingguard.proof import climb

KEPT = ("phones.toml", "sportswear.toml")
PHONES = "brands/phones.toml"
ADD = ("Quillmoor", "--category", "phones", "--zh", "羽沼", "--goods", "phone", "--hit", "羽沼手机 256G 全网通")


class Said:
    """What a command answered."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Add = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the data with two files of brands, and beside it two clean listings."""
    target = tmp_path / "data"
    shutil.copytree(str(data_folder()), target, ignore=lambda _, names: [n for n in names if n.endswith(".json")])
    for path in (target / "brands").iterdir():
        if path.name not in KEPT:
            path.unlink()
    listings = tmp_path / "tests" / "listings"
    listings.mkdir(parents=True)
    text = '[[listing]]\ntext = "羽沼湿地 风景挂画"\n\n[[listing]]\ntext = "塘沼手机支架"\nexpect = [{ text = "塘沼", category = "trademark" }]\n'
    (listings / "clean.toml").write_text(text, encoding="utf8")
    return target


@pytest.fixture
def add(folder: Path, capsys: pytest.CaptureFixture[str]) -> Add:
    """Run `lexicon add` on that folder."""

    def run(*words: str) -> Said:
        code = main(["lexicon", "add", *words, "--data", str(folder)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


def state(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder, byte for byte."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def record(folder: Path, brand: str, file: str = PHONES) -> dict[str, Any]:
    """Give a record as it stands in a file."""
    brands = tomllib.loads((folder / file).read_text(encoding="utf8"))["brand"]
    return next(b for b in brands if b["id"] == brand)


def test_a_few_arguments_make_a_complete_record_in_its_place(add: Add, folder: Path) -> None:
    """The record is sorted in, canonical, sound with all others, and shown as it is written."""
    (folder.parent / "tests" / "listings" / "clean.toml").unlink()
    facts = ("--owner", "Quillmoor Ltd.", "--source", "https://www.example.com/", "--checked", "2026-11-21", "--confidence", "high")
    names = ("--model", "Moor 9", "--short", "qm", "--signal", "沼系统", "--pass", "QM 五金 垫片", "--longer", "羽沼湿地", "--note", "invented")
    said = add(*ADD, *facts, *names)
    assert (said.code, said.err) == (0, "")
    assert record(folder, "quillmoor") == {
        "id": "quillmoor",
        "owner": "Quillmoor Ltd.",
        "names": {"en": ["Quillmoor"], "zh-Hans": ["羽沼"]},
        "models": ["Moor 9"],
        "short": ["qm"],
        "goods": ["phone"],
        "signals": ["沼系统"],
        "longer": ["羽沼湿地"],
        "source": "https://www.example.com/",
        "checked": dt.date(2026, 11, 21),
        "confidence": "high",
        "note": "invented",
        "examples": {"hit": ["羽沼手机 256G 全网通"], "pass": ["QM 五金 垫片"]},
    }
    text = (folder / PHONES).read_text(encoding="utf8")
    assert format_text(text) == text
    assert [problem for problem in climb(folder).problems if problem.path == f"data/{PHONES}"] == []
    line = text.split("\n").index('id = "quillmoor"')
    assert f'phones.toml:{line}: brand "quillmoor" added\n\n[[brand]]\nid = "quillmoor"\n' in said.out
    assert "\nnext: listingguard lexicon check\n" in said.out


def test_only_one_file_changes_and_nothing_is_left_behind(add: Add, folder: Path) -> None:
    """Of all files only that of the category is another one afterwards."""
    before = state(folder)
    assert add(*ADD, "--longer", "羽沼湿地").code == 0
    after = state(folder)
    assert {name for name in after if before.get(name) != after[name]} == {PHONES}


def test_a_dry_run_shows_the_change_and_writes_nothing(add: Add, folder: Path) -> None:
    """What would be written stands there with a plus."""
    before = state(folder)
    said = add(*ADD, "--longer", "羽沼湿地", "--dry-run")
    assert said.code == 0
    assert '+id = "quillmoor"\n' in said.out
    assert said.out.endswith("nothing was written: run it again without --dry-run\n")
    assert state(folder) == before


def test_a_name_that_fires_in_a_clean_listing_is_told_and_not_written(add: Add, folder: Path) -> None:
    """The clean listings of the checkout are read; the complaint names file and line, and what to change."""
    before = state(folder)
    said = add(*ADD)
    assert said.code == 1
    assert 'clean.toml:1: “羽沼” would be found in the clean listing “羽沼湿地 风景挂画”\n    make “羽沼” --ambiguous' in said.out
    assert said.out.endswith("1 problem, nothing was written: change the arguments, or write it all the same with --force\n")
    assert state(folder) == before


def test_what_a_clean_listing_expects_is_no_complaint(add: Add) -> None:
    """A listing may expect a word to be found."""
    assert add("Tangzhao", "--category", "phones", "--zh", "塘沼", "--goods", "phone", "--hit", "塘沼手机 5G").code == 0


def test_clean_texts_may_be_given(add: Add, tmp_path: Path) -> None:
    """One text a line is enough; it takes the place of the checkout's own."""
    (tmp_path / "mine.txt").write_text("\n羽沼酒店 预订\n", encoding="utf8")
    said = add(*ADD, "--clean", str(tmp_path / "mine.txt"))
    assert said.code == 1
    assert "mine.txt:2: “羽沼” would be found" in said.out
    assert "湿地" not in said.out


@pytest.mark.parametrize("name", [["brand", "Quill", "Moor"], ["Quill Moor"], ["Quill", "Moor"]])
def test_a_name_of_several_words_needs_no_quotes(add: Add, folder: Path, name: list[str]) -> None:
    """However it is typed, it is one name, and its id is in kebab case."""
    assert add(*name, "--category", "phones", "--goods", "phone", "--hit", "Quill Moor phone").code == 0
    assert record(folder, "quill-moor")["names"] == {"en": ["Quill Moor"]}


def test_force_writes_in_spite_of_a_complaint(add: Add, folder: Path) -> None:
    """Who asks for it gets it, with the complaint."""
    said = add(*ADD, "--force")
    assert said.code == 0
    assert "written in spite of 1 problem\n" in said.out
    assert record(folder, "quillmoor")["names"]["zh-Hans"] == ["羽沼"]


def test_a_name_in_an_example_that_must_pass_is_told(add: Add) -> None:
    """Every pass example of every record is a clean text: here one of another brand."""
    said = add("Pinecone", "--category", "phones", "--zh", "玻璃花瓶", "--hit", "玻璃花瓶 新机")
    assert said.code == 1
    assert 'sportswear.toml:' in said.out
    assert 'brand "361-degrees": “玻璃花瓶” would be found in examples.pass “货号361 玻璃花瓶”' in said.out


def test_a_name_that_outdoes_another_brand_in_its_own_example_is_told(add: Add) -> None:
    """A longer name swallows the shorter one of another record, whose example then fails."""
    said = add("Pinecone", "--category", "phones", "--zh", "度童鞋", "--zh", "361度童鞋", "--hit", "361度童鞋 男")
    assert said.code == 1
    assert 'brand "361-degrees": the brand is not found in examples.hit "361度童鞋男童运动鞋"' in said.out
    assert "note: where “361度童鞋” stands, “361”, “361度” of 361-degrees is no longer reported: the longer name counts" in said.out


def test_a_name_in_a_listing_of_a_rule_is_told(add: Add) -> None:
    """The listings that rules are proved on are read, too."""
    said = add("Pinecone", "--category", "phones", "--zh", "果味牙膏", "--hit", "果味牙膏 新机")
    assert said.code == 1
    assert 'rule "brand-product": the rule speaks about listings.pass "苹果味牙膏 儿童"' in said.out


def test_a_name_that_hides_behind_another_is_told(add: Add) -> None:
    """Where a longer name of another brand stands, the new one is not reported."""
    said = add("Zoom", "--category", "phones", "--ambiguous", "Zoom", "--goods", "phone", "--hit", "Zoom phone 5G", "--pass", "zoom in 放大")
    assert "note: “Zoom” hides behind longer names of nike: where “" in said.out


def test_a_name_that_another_of_the_record_reaches_is_refused(add: Add) -> None:
    """Case and width fold by themselves."""
    said = add(*ADD, "--longer", "羽沼湿地", "--en", "ＱＵＩＬＬＭＯＯＲ")
    assert said.code == 1
    assert '"ＱＵＩＬＬＭＯＯＲ" is already reached by "Quillmoor"\n    case, width' in said.out


def test_a_name_of_another_brand_is_refused(add: Add) -> None:
    """Two brands do not share an unambiguous name."""
    said = add(*ADD, "--longer", "羽沼湿地", "--nickname", "耐克")
    assert said.code == 1
    assert '"耐克" is a name of brand "nike" (data/brands/sportswear.toml), too' in said.out


def test_a_misspelling_of_another_brand_is_asked_about(add: Add) -> None:
    """A name that was read as another one misspelt may be no brand of its own."""
    said = add("Adidaz", "--category", "phones", "--goods", "phone", "--hit", "Adidaz phone 5G", "--dry-run")
    assert "note: “Adidaz” was read as a misspelling of “adidas” (brand adidas) until now: is it a brand of its own?" in said.out


def test_names_are_added_to_a_brand_that_is_there(add: Add, folder: Path) -> None:
    """Lists grow, nothing else of the record changes, and the answer shows the difference."""
    file = "brands/sportswear.toml"
    before = record(folder, "361-degrees", file)
    said = add("--to", "361-degrees", "--zh", "三六一度", "--hit", "三六一度 运动鞋")
    assert said.code == 0, said.out
    after = record(folder, "361-degrees", file)
    assert after["names"]["zh-Hans"] == [*before["names"]["zh-Hans"], "三六一度"]
    assert after["examples"]["hit"] == [*before["examples"]["hit"], "三六一度 运动鞋"]
    assert {key: after[key] for key in after if key not in ("names", "examples")} == {
        key: before[key] for key in before if key not in ("names", "examples")
    }
    assert '+names.zh-Hans = ["361度", "三六一度"]\n' in said.out
    again = add("--to", "361-degrees", "--zh", "三六一度")
    assert (again.code, again.out) == (2, "")
    assert 'nothing to add: "361-degrees" has all of that' in again.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "which brand?"),
        (("Nike", "--category", "phones"), 'the id "nike" is taken: data/brands/sportswear.toml:'),
        (("Nike", "--category", "phones"), "listingguard lexicon add --to nike --zh …"),
        (("Quillmoor", "--category", "phones"), "--hit 'Quillmoor 手提包 大容量'"),
        (("Quillmoor", "--hit", "x"), "give --category, one of: phones, sportswear"),
        (("Quillmoor", "--category", "phonse", "--hit", "x"), "did you mean phones?"),
        (("Quillmoor", "--category", "zzz", "--hit", "x"), "known are: phones, sportswear"),
        (("Quillmoor", "--category", "phones", "--hit", "x", "--goods", "phnoe"), "did you mean phone?"),
        (("羽沼", "--category", "phones", "--hit", "x"), "“羽沼” gives no id"),
        (("Quillmoor", "--id", "Quill Moor", "--hit", "x"), "ids are in kebab case: --id quill-moor"),
        (("--to", "nikke", "--zh", "耐"), 'there is no brand "nikke"\n    did you mean nike'),
        (("--to", "nike", "--id", "x", "--zh", "耐"), "ids never change"),
        (("Quillmoor", "--checked", "2026-11-21"), "--checked without --source"),
        (("Quillmoor", "--checked", "yesterday"), "yesterday is no day"),
        (("Quill\udcffmoor",), "not readable as text"),
        (("Quillmoor", "--clean", "nowhere.txt", "--category", "phones", "--hit", "x"), "nowhere.txt"),
    ],
)
def test_arguments_that_cannot_be_used_are_told_with_a_way_out(add: Add, folder: Path, words: tuple[str, ...], told: str) -> None:
    """The exit code is 2, the message says what to do, and nothing is written."""
    before = state(folder)
    said = add(*words)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert state(folder) == before


def test_hostile_names_are_escaped_in_file_and_terminal(add: Add, folder: Path) -> None:
    """An escape sequence in a name is written as TOML's escape, and never sent to the terminal."""
    said = add("Quillmoor", "--category", "phones", "--nickname", "\x1b[2J\u202eqx", "--hit", "Quillmoor phone", "--force")
    assert not {"\x1b", "\u202e"} & set(said.out + said.err)
    text = (folder / PHONES).read_text(encoding="utf8")
    assert not {"\x1b", "\u202e"} & set(text)
    assert 'nicknames = ["\\u001b[2J\\u202Eqx"]' in text


def test_a_name_of_nothing_but_blanks_is_a_complaint(add: Add) -> None:
    """What cannot be seen names nothing."""
    said = add("Quillmoor", "--category", "phones", "--nickname", "\u200b", "--hit", "Quillmoor phone")
    assert said.code == 1
    assert "that can be seen" in said.out


@pytest.mark.parametrize(("old", "new", "told"), [("schema = 1", "schema = ", "not valid TOML"), ("goods = [", "goods = [ ", "fmt")])
def test_a_file_that_is_not_in_order_is_left_alone(add: Add, folder: Path, old: str, new: str, told: str) -> None:
    """Broken TOML is an error; a file in another form is not reformatted in passing."""
    path = folder / PHONES
    path.write_text(path.read_text(encoding="utf8").replace(old, new, 1), encoding="utf8")
    before = state(folder)
    said = add(*ADD, "--longer", "羽沼湿地")
    assert said.code in (1, 2)
    assert told in said.out + said.err
    assert state(folder) == before
