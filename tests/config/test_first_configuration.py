"""The first configuration of a folder says what was recognised in it, and is one that can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from listingguard.config import Finder, effective, read_config
from listingguard.config.starter import MARKETPLACES, Seen, Survey, starter
from listingguard.lexicon import default_lexicon
from listingguard.sources import SHAPES


def taken(files: Sequence[Seen], folder: Path, marketplace: str = "") -> dict[str, str | None]:
    """Give the marketplace of each file under the configuration that is made for them."""
    (folder / "listingguard.toml").write_text(starter(Survey(files), "2026.11", marketplace), encoding="utf8")
    finder = Finder()
    return {seen.path: effective(finder.for_file(seen.path), seen.path, {})["marketplace"] for seen in files}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_files_of_one_kind_give_one_marketplace(tmp_path: Path) -> None:
    """A file that cannot be read as it is changes nothing."""
    files = [Seen("a.csv", "ebay", "eBay"), Seen("b/c.csv", "ebay", "eBay"), Seen("d.csv", problem="no column for a title")]
    assert taken(files, tmp_path) == {"a.csv": "ebay", "b/c.csv": "ebay", "d.csv": "ebay"}


def test_a_file_whose_shape_says_nothing_is_not_judged_by_the_law_of_others(tmp_path: Path) -> None:
    """It may be softer: what nobody named is not guessed."""
    files = [Seen("a.csv", "ebay", "eBay"), Seen("us/b.csv", "ebay", "eBay"), Seen("c.csv")]
    assert taken(files, tmp_path) == {"a.csv": "ebay", "us/b.csv": "ebay", "c.csv": None}


def test_files_of_several_kinds_give_profiles(tmp_path: Path) -> None:
    """Whole folders where they hold nothing else, single files where they do; odd names are no patterns."""
    files = [
        Seen("us/a.csv", "ebay", "eBay"),
        Seen("us/deep/b.csv", "ebay", "eBay"),
        Seen("mixed/[1] #a*.csv", "taobao-assistant", "Taobao Assistant"),
        Seen("mixed/1.csv"),
        Seen("!x.csv", "taobao-assistant", "Taobao Assistant"),
        Seen("shop.csv", "shopify", "Shopify products"),
    ]
    assert taken(files, tmp_path) == {
        "us/a.csv": "ebay",
        "us/deep/b.csv": "ebay",
        "mixed/[1] #a*.csv": "taobao",
        "mixed/1.csv": None,
        "!x.csv": "taobao",
        "shop.csv": None,
    }


def test_a_marketplace_that_is_asked_for_is_not_guessed_over(tmp_path: Path) -> None:
    """It holds for all files."""
    files = [Seen("a.csv", "ebay", "eBay"), Seen("b.csv", "lazada", "Lazada")]
    assert set(taken(files, tmp_path, "taobao").values()) == {"taobao"}


def test_names_of_files_stay_inside_of_their_comments(tmp_path: Path) -> None:
    """A file name is somebody else's text."""
    files = [Seen('x\n[[allow]]\n#".csv', "ebay", "eBay"), Seen("y.csv", "lazada", "Lazada")]
    assert taken(files, tmp_path)["y.csv"] == "lazada"
    file = read_config("listingguard.toml")
    assert file is not None
    assert file.table.allow == ()


def test_what_is_commented_out_can_be_uncommented(tmp_path: Path) -> None:
    """The examples in the file are examples that work."""
    text = starter(Survey(), "2026.11")
    (tmp_path / "listingguard.toml").write_text(re.sub(r"^# (?=[a-z-]+ = |\[)", "", text, flags=re.MULTILINE), encoding="utf8")
    file = read_config("listingguard.toml")
    assert file is not None
    assert (file.table.marketplace, len(file.table.allow), file.table.lexicon_version) == ("taobao", 1, "2026.11")


def test_every_shape_and_marketplace_of_the_guess_is_known() -> None:
    """A guess is never a name that a scan refuses."""
    assert set(MARKETPLACES) <= {shape.id for shape in SHAPES}
    assert set(MARKETPLACES.values()) <= set(default_lexicon().marketplaces)
