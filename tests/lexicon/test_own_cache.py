"""The cache under own lexicons: named by what it was made from, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from house import HOUSE, write

from listingguard import Scanner
from listingguard.lexicon import load as load_module
from listingguard.lexicon import own as own_module

TWO = """
import sys
import listingguard as lg
report = lg.Scanner(lexicon=sys.argv[1]).scan("晨露家居 阿迪达斯")
print([f.brand for f in report.findings], report.lexicon.digest)
"""


@pytest.fixture
def cache(tmp_path: Path, little: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty cache folder; nothing is remembered from other tests."""
    assert little.is_dir()
    own_module._compiled.cache_clear()
    monkeypatch.setenv("LISTINGGUARD_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def again(folder: Path) -> Scanner:
    """Build a scanner as a new process would."""
    own_module._compiled.cache_clear()
    return Scanner(lexicon=folder)


def refuse(_: object) -> NoReturn:
    """Stand in for the compiler where nothing is to be compiled."""
    raise AssertionError("compiled again")


def test_an_own_lexicon_is_compiled_once(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compiled is read again, by its content: a copy of the folder needs no compiling, and keeps its own name."""
    first = again(write(tmp_path / "house"))
    monkeypatch.setattr(load_module, "load", refuse)
    assert again(tmp_path / "house").lexicon._snapshot == first.lexicon._snapshot
    copy = again(write(tmp_path / "copy"))
    assert (copy.lexicon.digest, copy.lexicon.own) == (first.lexicon.digest, ("copy",))
    assert len(list(cache.iterdir())) == 1


def test_an_edit_is_seen(cache: Path, tmp_path: Path) -> None:
    """Any change of the folder gives another lexicon, at once and in the same process; undone, the old one is back."""
    house = write(tmp_path / "house")
    first = Scanner(lexicon=house)
    write(house, {"brands/ours.toml": HOUSE["brands/ours.toml"].replace("晨露家居", "晨雾家居")})
    second = Scanner(lexicon=house)
    assert [len(second.scan(text).findings) for text in ("晨露家居", "晨雾家居")] == [0, 1]
    assert [len(first.scan(text).findings) for text in ("晨露家居", "晨雾家居")] == [1, 0]
    assert Scanner(lexicon=write(house)).lexicon is first.lexicon
    (house / "retired.toml").unlink()
    assert Scanner(lexicon=house).lexicon.digest not in (first.lexicon.digest, second.lexicon.digest)
    assert len(list(cache.iterdir())) == 3


def test_what_cannot_be_compiled_leaves_nothing(cache: Path, tmp_path: Path) -> None:
    """A lexicon with a mistake is refused every time, cache or not."""
    house = write(tmp_path / "house", HOUSE | {"retired.toml": 'schema = 1\nbrands = ["nobody"]\n'})
    for _ in range(2):
        with pytest.raises(load_module.LexiconError, match="names nothing that could be retired"):
            Scanner(lexicon=house)
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_does_no_harm(cache: Path, tmp_path: Path) -> None:
    """Where nothing can be kept, the lexicon is compiled each time."""
    cache.write_text("in the way", encoding="utf8")
    house = write(tmp_path / "house")
    assert again(house).lexicon._snapshot == again(house).lexicon._snapshot


def test_an_order_of_lexicons_is_part_of_the_name(cache: Path, tmp_path: Path) -> None:
    """The same folders in another order are another lexicon."""
    one = write(tmp_path / "one")
    two = write(tmp_path / "two", {"brands/ours.toml": HOUSE["brands/ours.toml"].replace("弯勾鞋", "钩子鞋")})
    digests = {Scanner(lexicon=order).lexicon.digest for order in ([one, two], [two, one], [one], [two])}
    assert len(digests) == 4
    assert len(list(cache.iterdir())) == 4


def test_processes_that_start_at_once_share_one_cache(tmp_path: Path) -> None:
    """Four processes with an empty cache give the same answer and leave one whole file."""
    house, cache = write(tmp_path / "house"), tmp_path / "cache"
    command = [sys.executable, "-c", TWO, str(house)]
    environment = os.environ | {"LISTINGGUARD_CACHE_DIR": str(cache)}
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate()[0] for process in running}
    assert [process.returncode for process in running] == [0] * 4
    assert len(said) == 1
    assert said.pop().startswith("['morning-dew'] ")
    assert [path.suffix for path in cache.iterdir()] == [".lines"]
