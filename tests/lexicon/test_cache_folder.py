"""The compiled lexicon between two runs: a help, never a condition."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from listingguard.lexicon import cache as cache_module
from listingguard.lexicon import compile as compile_module
from listingguard.lexicon.cache import cache_folder, read_snapshot, write_snapshot
from listingguard.lexicon.lines import Lines
from listingguard.lexicon.snapshot import FORMAT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty cache folder of this test's own."""
    monkeypatch.setenv("LISTINGGUARD_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def snapshot(digest: str = "abc") -> Lines:
    """Give a snapshot with next to nothing in it."""
    return Lines.of({"format": FORMAT, "digest": digest, "patterns": "耐克"})


def test_what_was_written_is_read(folder: Path) -> None:
    """A snapshot comes back as it was, under its digest only."""
    write_snapshot(snapshot())
    assert read_snapshot("abc") == snapshot()
    assert read_snapshot("abd") is None
    assert len(list(folder.iterdir())) == 1


def test_old_snapshots_make_room(folder: Path) -> None:
    """The few snapshots used last stay, the others go; files that are not ours are left alone."""
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf8")
    digests = [str(number) for number in range(cache_module._KEPT)]
    for age, digest in enumerate(digests):
        write_snapshot(snapshot(digest))
        newest = max(folder.glob("lexicon-*"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (age, age))
    assert read_snapshot("0") is not None
    write_snapshot(snapshot("one more"))
    assert read_snapshot("1") is None
    assert all(read_snapshot(digest) is not None for digest in ("0", *digests[2:], "one more"))
    assert len(list(folder.iterdir())) == cache_module._KEPT + 1


@pytest.mark.parametrize(
    "spoil",
    [lambda _: b"", lambda _: b"{", lambda _: b"\xff\xfe\x00", lambda b: b[:-1], lambda b: b.replace("耐克".encode(), "耐吉".encode())],
)
def test_a_damaged_file_is_no_error(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    """Whatever stands in the file, only what was written whole is read; all else is as if there were no file, and is replaced."""
    write_snapshot(snapshot())
    (file,) = folder.iterdir()
    file.write_bytes(spoil(file.read_bytes()))
    assert read_snapshot("abc") is None
    write_snapshot(snapshot())
    assert read_snapshot("abc") == snapshot()


@pytest.mark.parametrize("version", [("opencc_version", lambda: "0.1"), ("FORMAT", -1)])
def test_a_snapshot_of_other_tables_is_not_read(folder: Path, version: tuple[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A snapshot made with another table of characters, or in another format, stands under another name."""
    write_snapshot(snapshot())
    monkeypatch.setattr(cache_module, *version)
    assert read_snapshot("abc") is None
    assert folder.is_dir()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, nothing is kept and nothing is said."""
    (tmp_path / "file").write_text("in the way", encoding="utf8")
    monkeypatch.setenv("LISTINGGUARD_CACHE_DIR", str(tmp_path / "file" / "cache"))
    write_snapshot(snapshot())
    assert read_snapshot("abc") is None


def test_no_cache_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty name means no cache: nothing is written anywhere."""
    monkeypatch.setenv("LISTINGGUARD_CACHE_DIR", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() is None
    write_snapshot(snapshot())
    assert read_snapshot("abc") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/listingguard"),
        ("linux", {"HOME": "/home/li"}, "/home/li/.cache/listingguard"),
        ("darwin", {"HOME": "/Users/li"}, "/Users/li/Library/Caches/listingguard"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/listingguard"),
        ("win32", {}, None),
    ],
)
def test_the_folder_is_where_the_system_keeps_caches(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], expected: str | None
) -> None:
    """Each system has its own place for caches; where none is known there is no cache."""
    for name in ("LISTINGGUARD_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    folder = cache_folder()
    assert (folder.as_posix() if folder else None) == expected


def test_a_lexicon_from_the_cache_is_the_lexicon(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled or read from the cache, the lexicon is the same; with other data it is compiled anew."""
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.setattr(compile_module, "data_folder", lambda: data)
    make = compile_module._default.__wrapped__  # the lexicon of all other tests stays as it is
    compiled, cached = make(), make()
    assert len(list(folder.iterdir())) == 1
    assert cached._snapshot == compiled._snapshot
    (data / "brands" / "phones.toml").unlink()
    fewer = make()
    assert fewer.digest != compiled.digest
    assert "xiaomi" in compiled._snapshot["brands"]
    assert "xiaomi" not in fewer._snapshot["brands"]
