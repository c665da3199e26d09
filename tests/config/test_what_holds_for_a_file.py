"""Which value wins: the command line over profiles, profiles over the file, the file over what it extends, all over the defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from listingguard.config import DEFAULTS, Effective, Finder, Origin, Value, effective
from listingguard.config.find import common_folder, is_below


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    """Make a file with its folders."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf8")


def holds(path: str, **given: Any) -> Effective:
    """Give what holds for a file."""
    values = {key.replace("_", "-"): Value(value, Origin("command line")) for key, value in given.items()}
    return effective(Finder().for_file(path), path, values)


def test_without_a_configuration_the_defaults_hold() -> None:
    """Every key has a default, and says so."""
    found = holds("a.csv")
    assert {key: value.value for key, value in found.values.items()} == dict(DEFAULTS)
    assert {str(value.origin) for value in found.values.values()} == {"default"}


def test_the_closest_configuration_holds_alone() -> None:
    """Nothing of the one above it is mixed in, unless it is extended."""
    write("listingguard.toml", 'marketplace = "taobao"\nstrictness = "strict"\n')
    write("us/listingguard.toml", 'marketplace = "amazon"\n')
    assert (holds("us/deep/a.csv")["marketplace"], holds("us/deep/a.csv")["strictness"]) == ("amazon", "normal")
    assert (holds("a.csv")["marketplace"], holds("-")["strictness"]) == ("taobao", "strict")
    write("us/listingguard.toml", 'marketplace = "amazon"\nextend = "../listingguard.toml"\n')
    found = holds("us/deep/a.csv")
    assert (found["marketplace"], str(found.origin("marketplace"))) == ("amazon", "us/listingguard.toml:1")
    assert (found["strictness"], str(found.origin("strictness"))) == ("strict", "listingguard.toml:2")


PROFILES = """
lang = "en"
select = ["LGC"]
[seller]
own-brands = ["晨露"]
watch-words = "样品"
[field]
title = "名称"
[[profile]]
files = ["tw/**", "*.xlsx", "!old.xlsx"]
lang = "zh-Hant"
seller = {own-brands = []}
field = {sku = "编号"}
[[profile]]
files = "tw/a.csv"
lang = "zh-Hans"
"""


@pytest.mark.parametrize(
    ("path", "lang", "own"),
    [
        ("b.csv", "en", ("晨露",)),
        ("tw/b.csv", "zh-Hant", ()),
        ("tw/a.csv", "zh-Hans", ()),
        ("deep/x.xlsx", "zh-Hant", ()),
        ("old.xlsx", "en", ("晨露",)),
        ("-", "en", ("晨露",)),
        ("../tw/b.csv", None, ()),
    ],
)
def test_profiles_lie_over_the_rest_key_by_key(path: str, lang: str | None, own: tuple[str, ...]) -> None:
    """Patterns are those of .gitignore; a later profile wins; a file outside of the folder is not meant."""
    write("listingguard.toml", PROFILES)
    found = holds(path)
    assert (found["lang"], found["seller.own-brands"]) == (lang, own)
    if lang:
        assert found["seller.watch-words"] == ("样品",)
        assert found.columns == {"title": ("名称",)} | ({"sku": ("编号",)} if lang == "zh-Hant" or path == "tw/a.csv" else {})


def test_the_command_line_wins() -> None:
    """Over the file and over its profiles."""
    write("listingguard.toml", PROFILES)
    found = holds("tw/a.csv", lang="en")
    assert (found["lang"], str(found.origin("lang"))) == ("en", "command line")


def test_a_marketplace_takes_away_the_jurisdiction_below_it() -> None:
    """A profile for another marketplace is not judged by the law of the first."""
    write("listingguard.toml", 'marketplace = "taobao"\njurisdiction = "CN"\n[[profile]]\nfiles = ["us/**"]\nmarketplace = "amazon"\n')
    assert (holds("a.csv")["jurisdiction"], holds("us/a.csv")["jurisdiction"]) == ("CN", None)
    assert holds("a.csv", marketplace="amazon")["jurisdiction"] is None


def test_paths_count_from_the_file_that_names_them() -> None:
    """Also those of a base that lies elsewhere. A lexicon that is no folder there is the name of an installed one."""
    write("shared/base.toml", 'baseline = "known.json"\noutput = ["html=out/r.html", "json=-"]\nlexicon = ["words", "installed"]\n')
    write("shared/words/x.toml", "")
    write("shop/listingguard.toml", 'extend = "../shared/base.toml"\n')
    found = holds("shop/a.csv")
    assert found["baseline"] == str(Path("shared/known.json"))
    assert found["output"] == (f"html={Path('shared/out/r.html')}", "json=-")
    assert found["lexicon"] == (str(Path("shared/words")), "installed")


def test_excuses_are_written_for_files() -> None:
    """Those for other files are known, too: they are not taken for unused ones without reason."""
    write(
        "listingguard.toml",
        '[[allow]]\nterm = "a"\nreason = "r"\nfiles = ["us/**"]\n[[allow]]\nrules = "LGC"\nreason = "r"\nowner = "legal"\n',
    )
    found = holds("us/a.csv")
    assert [(excuse.about, excuse.told, str(excuse.origin)) for excuse in found.excuses] == [
        ("a", "r", "listingguard.toml:1"),
        ("LGC", "r (legal)", "listingguard.toml:5"),
    ]
    assert [excuse.about for excuse in holds("b.csv").others] == ["a"]


def test_what_counts_for_a_run_is_said_where_all_paths_meet() -> None:
    """Files, folders and standard input."""
    write("a/b/x.csv", "")
    write("a/c/y.csv", "")
    here = str(Path.cwd())
    assert common_folder(["a/b/x.csv", "a/c"]) == str(Path(here, "a"))
    assert common_folder(["-"]) == here
    assert common_folder(["a/b"]) == str(Path(here, "a", "b"))
    assert is_below("a/b", ["a"])
    assert is_below("a", ["a"])
    assert not is_below("a", ["a/b", "a/b/x.csv", "-"])
    assert not is_below("ab", ["a"])
