"""Reading the data: what cannot be used is said with file and line, before anything is built on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from listingguard import LexiconError
from listingguard.lexicon.load import load
from listingguard.lexicon.read import read_files

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("rules/brand-use.toml", 'code = "LGT101"', 'code = "LGT999"', 'code "LGT999" names nothing'),
        ("rules/brand-use.toml", 'basis = ["cn-aucl-7"', 'basis = ["cn-aucl-77"', 'basis "cn-aucl-77" names nothing'),
        ("codes.toml", 'id = "LGT102"', 'id = "LGT101"', "this id is taken"),
    ],
)
def test_a_name_that_names_nothing_is_said(tmp_path: Path, path: str, old: str, new: str, said: str) -> None:
    """An id that no record has, or that two have, is a `LexiconError` with file and line, not a traceback later on."""
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    text = (data / path).read_text(encoding="utf8")
    assert old in text
    (data / path).write_text(text.replace(old, new), encoding="utf8")
    with pytest.raises(LexiconError) as caught:
        load(read_files(data))
    assert any(p.path == f"data/{path}" and p.line and said in p.problem for p in caught.value.problems)
