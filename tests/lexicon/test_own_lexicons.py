"""Lexicons of one's own over the one that ships: what they change, what they leave alone, and what is said when they are wrong."""

from __future__ import annotations

import datetime as dt
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from house import HOUSE, write

import listingguard as lg
from listingguard import ConfigError, LexiconError, Scanner
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.read import digest_of, read_files

DAY = dt.date(2026, 12, 1)
TEXTS = [
    "晨露家居四件套",
    "弯勾鞋 男款",
    "耐克同款跑鞋",
    "阿迪达斯跑鞋",
    "毛巾含泪送人",
    "全网最低价 LV同款窗帘",
    "Adiddas sneakers 美的空调",
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Give the folder of the shop's lexicon."""
    return write(tmp_path / "house")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Scanner:
    """Give a scanner with the shop's lexicon, for tests that change neither."""
    return Scanner(lexicon=write(tmp_path_factory.mktemp("shop") / "house"), as_of=DAY)


def brands(scanner: Scanner, text: str) -> list[str | None]:
    """Give the brands that are found."""
    return [f.brand for f in scanner.scan(text).findings if f.brand]


def problems(*folders: Path) -> list[str]:
    """Give what is wrong with these lexicons, a line each with its remedy."""
    with pytest.raises(LexiconError) as caught:
        Scanner(lexicon=folders)
    return [str(problem).replace("\n    ", " -> ") for problem in caught.value.problems]


def test_a_record_with_a_new_id_is_added(shop: Scanner, scanner: Scanner) -> None:
    """A brand and a rule of the shop's own are found as the others are, in every writing."""
    assert brands(scanner, "晨露家居四件套") == []
    assert brands(shop, "晨露家居四件套") == brands(shop, "MORNING-DEW 晨·露·家·居")[:1] == ["morning-dew"]
    (finding,) = shop.scan("毛巾含泪送人").findings
    assert (finding.code, finding.basis[0].law, finding.message) == ("LGC102", "House rules", "“含泪送人” is not how we sell.")


def test_a_record_with_a_known_id_replaces_the_other_whole(shop: Scanner, scanner: Scanner) -> None:
    """The names of the new record count and none of the old one's."""
    assert brands(shop, "弯勾鞋 男款") == ["nike"]
    assert brands(scanner, "耐吉跑鞋") == ["nike"]
    assert brands(shop, "耐吉跑鞋") == []


def test_a_retired_record_is_gone(shop: Scanner, scanner: Scanner) -> None:
    """A retired brand is found in no writing, not even misspelt; the others stay."""
    text = "阿迪达斯跑鞋 adidas addidas 彪马"
    assert brands(scanner, text) == ["adidas", "adidas", "adidas", "puma"]
    assert brands(shop, text) == ["puma"]


def test_a_rule_may_be_retired(tmp_path: Path, scanner: Scanner) -> None:
    """A rule that a shop does not want is silent."""
    own = write(tmp_path / "calm", {"retired.toml": 'schema = 1\nrules = ["absolute-most-quality"]\n'})
    assert [f.text for f in scanner.scan("最舒服的毛巾").findings] == ["最舒服"]
    assert Scanner(lexicon=own).scan("最舒服的毛巾").ok


def test_a_copy_of_what_ships_changes_nothing(tmp_path: Path, scanner: Scanner) -> None:
    """Records that replace others by the same ones give the same findings."""
    paths = ("brands/sportswear.toml", "rules/cn-ad-law.toml", "context/goods.toml", "context/cues.toml", "codes.toml")
    own = write(tmp_path / "copy", {path: (data_folder() / path).read_text(encoding="utf8") for path in paths})
    copied = Scanner(lexicon=own, as_of=DAY)
    assert [copied.scan(text).findings for text in TEXTS] == [scanner.scan(text).findings for text in TEXTS]


@pytest.mark.usefixtures("little")
def test_the_last_word_wins(house: Path, tmp_path: Path) -> None:
    """Of several own lexicons each lies over the ones before: it may replace, retire and bring back what they say."""
    over = write(
        tmp_path / "over",
        {
            "retired.toml": 'schema = 1\nbrands = ["morning-dew"]\n',
            "brands/back.toml": 'schema = 1\ncategory = "back"\n[[brand]]\nid = "adidas"\nnames.en = ["Adidas"]\n',
        },
    )
    both = Scanner(lexicon=[house, over])
    assert brands(both, "晨露家居 阿迪达斯 adidas 弯勾鞋") == ["adidas", "nike"]
    assert both.lexicon.own == ("house", "over")


@pytest.mark.usefixtures("little")
def test_words_that_misspell_nothing_are_added(tmp_path: Path) -> None:
    """A house brand of six letters brings the honest words beside it; the ones that ship stay."""
    brand = 'schema = 1\ncategory = "b"\n[[brand]]\nid = "flaxon"\nnames.en = ["Flaxon"]\n'
    own = write(tmp_path / "own", {"brands/b.toml": brand})
    before = Scanner(lexicon=own)
    assert brands(before, "flaxan shirt") == ["flaxon"]
    write(own, {"generated/near_words.toml": 'schema = 1\nkind = "near-words"\nwords = ["flaxan"]\n'})
    after = Scanner(lexicon=own)
    assert brands(after, "flaxan shirt") == []
    assert after.lexicon.known == before.lexicon.known | {"flaxan"}


@pytest.mark.usefixtures("little")
def test_the_report_says_which_lexicons_were_in_force(house: Path, scanner: Scanner) -> None:
    """Version, digest and names tell a report with own lexicons from one without; the place of the folder does not matter."""
    write(house, {"lexicon.toml": 'schema = 1\nversion = "7.1"\ndate = 2026-12-01\n'})
    plain, own = scanner.scan("x").lexicon, Scanner(lexicon=house).scan("x").lexicon
    assert (plain.own, own.own) == ((), ("house 7.1",))
    assert own.version == f"{plain.version}+house"
    assert own.digest != plain.digest
    assert own.date == plain.date
    elsewhere = write(
        house.parent / "other" / "house", {p.relative_to(house).as_posix(): p.read_text("utf8") for p in house.rglob("*.toml")}
    )
    assert Scanner(lexicon=str(elsewhere)).scan("x") == Scanner(lexicon=house).scan("x")


def test_a_scanner_with_own_lexicons_pickles_as_its_configuration(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy is small, finds the folder again wherever the process stands, and reads it as it is then."""
    monkeypatch.chdir(house.parent)
    packed = pickle.dumps(Scanner(lexicon="house", as_of=DAY, lang="zh-Hans"))
    monkeypatch.chdir("/")
    copy: Scanner = pickle.loads(packed)  # noqa: S301  our own bytes
    assert len(packed) < 1000
    assert brands(copy, "晨露家居") == ["morning-dew"]
    assert copy.lexicon is pickle.loads(packed).lexicon  # noqa: S301  the same
    write(house, {"retired.toml": "schema = 1\n"})
    assert brands(pickle.loads(packed), "阿迪达斯") == ["adidas"]  # noqa: S301  the same


def test_processes_find_what_one_finds(shop: Scanner) -> None:
    """Reports from other processes are the very reports of this one."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(shop.scan, TEXTS)) == list(shop.scan_many(TEXTS))


def test_a_finding_is_replayed_with_the_lexicon_that_found_it(shop: Scanner) -> None:
    """Evidence that rests on an own record holds for the scanner that knows it, and for no other."""
    (finding,) = shop.scan("弯勾鞋 男款").findings
    assert lg.replay("弯勾鞋 男款", finding, shop) == finding
    with pytest.raises(lg.ReplayError, match="no longer holds"):
        lg.replay("弯勾鞋 男款", finding)


BRANDS = "brands/ours.toml"
BROKEN = [
    (BRANDS, "nicknames", "nicknmaes", '15: brand "nike": unknown key "nicknmaes" -> did you mean "nicknames"?'),
    (BRANDS, '["footwear"]', '["footwaer"]', '16: brand "nike": goods "footwaer" names nothing -> did you mean "footwear"?'),
    (BRANDS, 'names.en = ["Nike"]', 'names.en = ["Nike"', "14: not valid TOML"),
    (BRANDS, '"Morning Dew"', '"\\u200b"', '6: brand "morning-dew": names.en.0: there is nothing in it that can be seen'),
    (
        BRANDS,
        '"晨露家居"',
        '"彪马"',
        '7: brand "morning-dew": "彪马" is a name of brand "puma" (data/brands/sportswear.toml), too',
    ),
    (BRANDS, 'id = "nike"', 'id = "morning-dew"', '12: brand "morning-dew": this id is taken, see {}/brands/ours.toml:5'),
    ("retired.toml", "adidas", "adiddas", '2: brand "adiddas" names nothing that could be retired -> did you mean "adidas"?'),
    ("retired.toml", "adidas", "nike", '2: brand "nike" is retired, and defined in {}/brands/ours.toml -> drop it here'),
    ("retired.toml", "brands", "rules", '2: rule "adidas" names nothing that could be retired'),
    ("retired.toml", 'brands = ["adidas"]', 'rules = ["brand-product"]', '2: rule "brand-product" cannot be retired: judgement itself'),
    ("rules/house.toml", 'basis = ["house-style"]', "basis = []", '16: rule "house-clearance": it has no basis'),
    ("rules/house.toml", '["house-style"]', '["cn-ad-9-33"]', '16: rule "house-clearance": basis "cn-ad-9-33" names nothing'),
    ("rules/house.toml", "LGC102", "LGC999", '15: rule "house-clearance": code "LGC999" names nothing'),
]


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize(("path", "old", "new", "said"), BROKEN)
def test_a_mistake_is_told_with_its_file_line_and_remedy(house: Path, path: str, old: str, new: str, said: str) -> None:
    """A lexicon that cannot be used is refused when the scanner is built: path as it was given, line, problem, remedy."""
    text = HOUSE[path]
    assert text.count(old) == 1
    write(house, {path: text.replace(old, new)})
    told = problems(house)
    assert any(line.startswith(f"{house}/{path}:{said.format(house)}") for line in told), told
    assert len(told) <= 3  # an id that is taken makes a name one of two brands, too


@pytest.mark.usefixtures("little")
def test_all_mistakes_are_told_at_once(house: Path) -> None:
    """What is wrong in one file hides nothing that is wrong in another."""
    write(house, {path: HOUSE[path].replace("schema = 1", "schema = 2") for path in HOUSE})
    assert {line.partition(": ")[0].removeprefix(f"{house}/") for line in problems(house)} == set(HOUSE)


@pytest.mark.usefixtures("little")
def test_what_is_no_lexicon_is_told(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is missing, a file, an empty folder, a file without a place, a file that is no text: each has its own words."""
    monkeypatch.chdir(house.parent)
    Path("empty").mkdir()
    assert problems(Path("hosue")) == ['hosue: there is no such folder -> did you mean "house"?']
    assert problems(house / "retired.toml")[0].startswith(f"{house}/retired.toml: this is no folder -> it takes a folder")
    assert problems(Path("empty"))[0].startswith("empty: there is no data file in this folder -> ")
    (house / "retire.toml").write_text("schema = 1", encoding="utf8")
    assert problems(house) == [f'{house}/retire.toml: this file has no place in the lexicon -> did you mean "retired.toml"?']
    (house / "retire.toml").unlink()
    (house / BRANDS).write_bytes(HOUSE[BRANDS].encode("gb18030"))
    assert problems(house) == [f"{house}/brands/ours.toml:7: not UTF-8: invalid start byte at byte 104 -> save it as UTF-8"]


@pytest.mark.parametrize("wrong", [7, [None], {"a": 1}.values()])
def test_a_setting_of_the_wrong_kind_is_told(wrong: object) -> None:
    """Only paths and names are lexicons."""
    with pytest.raises(ConfigError, match="a lexicon is a folder or the name of an installed lexicon"):
        Scanner(lexicon=wrong)  # type: ignore[arg-type]


def test_no_lexicon_named_is_the_one_that_ships() -> None:
    """An empty list asks for nothing of one's own."""
    assert Scanner(lexicon=[]).lexicon is Scanner().lexicon


def test_how_a_file_was_saved_makes_no_difference(house: Path, tmp_path: Path) -> None:
    """A byte order mark and line ends of Windows are no part of what a file says."""
    saved = tmp_path / "saved"
    for path, text in HOUSE.items():
        (saved / path).parent.mkdir(parents=True, exist_ok=True)
        (saved / path).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert digest_of(read_files(saved)) == digest_of(read_files(house))
    assert digest_of(read_files(saved, layer=1)) != digest_of(read_files(house))
