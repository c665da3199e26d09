"""Where the data is found, and what is said where it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from listingguard import LexiconError
from listingguard.lexicon import locate
from listingguard.lexicon.read import digest_of, read_files

ROOT = Path(__file__).resolve().parents[2]


def test_a_checkout_reads_its_own_data() -> None:
    """In a checkout, installed or not, the live folder is read and no copy of it."""
    assert Path(str(locate.data_folder())) == ROOT / "data"


def test_a_package_reads_the_data_it_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data inside the package goes before a checkout around it."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(locate, "files", lambda _: tmp_path)
    assert locate.data_folder() == tmp_path / "data"


def test_missing_data_is_said_with_both_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without data the error names the places that were looked at and what to do."""
    monkeypatch.setattr(locate, "files", lambda _: tmp_path)
    monkeypatch.setattr(locate, "__file__", str(tmp_path / "a" / "b" / "c" / "locate.py"))
    with pytest.raises(LexiconError, match=r"neither .*data nor .*data exists\n.*install listingguard again"):
        locate.data_folder()


def test_a_neighbour_named_data_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder `data` counts as a checkout's only beside a pyproject.toml."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(locate, "files", lambda _: tmp_path / "nowhere")
    monkeypatch.setattr(locate, "__file__", str(tmp_path / "src" / "listingguard" / "lexicon" / "locate.py"))
    with pytest.raises(LexiconError):
        locate.data_folder()
    (tmp_path / "pyproject.toml").touch()
    assert locate.data_folder() == tmp_path / "data"


def test_the_digest_is_that_of_the_content(tmp_path: Path) -> None:
    """The same files give the same digest wherever they lie; any change of a file or of a name gives another."""
    shutil.copytree(ROOT / "data" / "context", tmp_path / "one")
    shutil.copytree(ROOT / "data" / "context", tmp_path / "two")
    (tmp_path / "two" / "notes.md").write_text("no data", encoding="utf8")
    digests = [digest_of(read_files(tmp_path / name)) for name in ("one", "two")]
    assert digests[0] == digests[1]
    (tmp_path / "two" / "cues.toml").rename(tmp_path / "two" / "cues2.toml")
    assert digest_of(read_files(tmp_path / "two")) != digests[0]
    (tmp_path / "one" / "cues.toml").write_text("schema = 1\n", encoding="utf8")
    assert digest_of(read_files(tmp_path / "one")) != digests[0]
