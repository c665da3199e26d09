"""Where the data lies: inside the installed package (wheel or zip), or at the root of a checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from listingguard.errors import LexiconError, Problem

__all__ = ["data_folder"]


def data_folder() -> Traversable:
    """Give the folder that holds `brands/`, `rules/` and their siblings.

    >>> (data_folder() / "codes.toml").is_file()
    True
    """
    packaged = files("listingguard") / "data"
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parents[3]
    if (checkout / "pyproject.toml").is_file() and (checkout / "data").is_dir():
        return checkout / "data"
    where = f"neither {packaged} nor {checkout / 'data'} exists"
    raise LexiconError((Problem("data", None, f"the lexicon is missing: {where}", "install listingguard again"),))
