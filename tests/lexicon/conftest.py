"""What tests about own lexicons share: a base that is read in no time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from listingguard.lexicon import own as own_module

ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("phones.toml", "sportswear.toml")


@pytest.fixture(scope="session")
def little_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data that ships with two of its files of brands."""
    data = shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("little") / "data")
    for path in (data / "brands").iterdir():
        if path.name not in _KEPT:
            path.unlink()
    return data


@pytest.fixture
def little(little_data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let own lexicons lie over little data."""
    monkeypatch.setattr(own_module, "data_folder", lambda: little_data)
    return little_data
