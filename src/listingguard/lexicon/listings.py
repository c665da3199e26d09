"""Clean texts from outside of the records: listings in which nothing may be found, but what they say themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from listingguard.errors import LexiconError, Problem

__all__ = ["CleanText", "clean_texts_beside", "read_clean_texts"]


class CleanText(NamedTuple):
    """A clean text, where it stands, the words that may be found in it all the same, and for which field and marketplace it is written."""

    text: str
    path: str
    line: int
    expected: tuple[str, ...] = ()
    field: str = "title"
    marketplace: str | None = None

    def expects(self, found: str) -> bool:
        """Tell whether words that were found are among those that may be.

        >>> CleanText("适用于华为手机壳", "clean.toml", 3, ("华为",)).expects("华为")
        True
        """
        return any(found in words or words in found for words in self.expected)


def clean_texts_beside(folder: Path) -> tuple[CleanText, ...]:
    """Give the clean listings of the checkout that a data folder belongs to; none where there is no such file."""
    path = folder.parent / "tests" / "listings" / "clean.toml"
    return read_clean_texts(path) if path.is_file() else ()


def read_clean_texts(path: Path) -> tuple[CleanText, ...]:
    """Read clean texts: TOML with `[[listing]]` tables that have a `text`, or any other text file, one text a line."""
    try:
        text = path.read_text(encoding="utf8")
        return tuple(_listings(path, text) if path.suffix == ".toml" else _lines(path, text))
    except UnicodeDecodeError as error:
        raise _unfit(path, f"not UTF-8: {error.reason} at byte {error.start}", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise _unfit(path, f"not valid TOML: {error}") from None
    except (AttributeError, KeyError, TypeError, ValueError):
        raise _unfit(path, "this is no list of clean texts", 'it holds [[listing]] tables, each with text = "…"') from None


def _unfit(path: Path, problem: str, hint: str = "") -> LexiconError:
    return LexiconError((Problem(str(path), None, problem, hint),))


def _lines(path: Path, text: str) -> Iterator[CleanText]:
    rows = enumerate(text.removeprefix("\ufeff").split("\n"), 1)
    return (CleanText(row.strip(), str(path), line) for line, row in rows if row.strip())


def _listings(path: Path, text: str) -> Iterator[CleanText]:
    listings: list[Mapping[str, Any]] = tomllib.loads(text)["listing"]
    heads = [text.count("\n", 0, match.start()) + 1 for match in re.finditer(r"^\[\[listing\]\]", text, re.MULTILINE)]
    for line, listing in zip(heads, listings, strict=True):
        expected = tuple(str(e["text"]) for e in listing.get("expect", ()))
        yield CleanText(str(listing["text"]), str(path), line, expected, str(listing.get("field", "title")), listing.get("marketplace"))
