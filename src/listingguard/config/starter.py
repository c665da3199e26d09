"""The first configuration of a folder: what was recognised in it is said, everything else stands there to be uncommented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from listingguard.report.visible import shorten, visible

__all__ = ["MARKETPLACES", "Seen", "Survey", "starter"]

#: The marketplace that a shape of product file is made for. Others are made for shops of one's own.
MARKETPLACES: Final[Mapping[str, str]] = {
    "taobao-assistant": "taobao",
    "amazon-template": "amazon",
    "amazon-flat-file": "amazon",
    "amazon-json-feed": "amazon",
    "shopee": "shopee",
    "tiktok-shop": "tiktok-shop",
    "ebay": "ebay",
    "aliexpress": "aliexpress",
    "lazada": "lazada",
}
_SPECIAL: Final = re.compile(r"([\\*?\[\]!# ])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_HEAD: Final = """\
# What is scanned how: see listingguard config show, and docs/reference/configuration.md for every key.
# The closest configuration upwards holds for a file; paths and patterns count from this folder.
"""
_REST: Final = """
# The verdict from which a scan exits with 1: block, or review.
fail-on = "block"

# Stop where the lexicon is another one than the one that was agreed on.
# lexicon-version = "{version}"

# Findings that are known already (listingguard baseline create . -o .listingguard-baseline.json).
# baseline = ".listingguard-baseline.json"

# Who sells: own brands, and brands with an authorisation, are no findings.
# [seller]
# own-brands = ["晨露"]
# authorized-brands = [{{ name = "Nike", territories = ["CN"], until = "2027-12-31" }}]

# Columns whose names say nothing.
# [field]
# title = "款名"

# What may stand, and why. An entry that excuses nothing, or has ended, is told at the end of a scan.
# [[allow]]
# terms = ["全网最低价"]
# reason = "price match, checked with the marketplace"
# owner = "legal"
# until = 2027-12-31
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A product file of the folder, by its path below it: the id and the name of its shape, or what is wrong with it.

    `latin` says that its first listings have words, and no Chinese ones.
    """

    path: str
    shape: str = ""
    name: str = ""
    problem: str = ""
    latin: bool = False

    @property
    def marketplace(self) -> str:
        """Give the marketplace that it was made for; empty where its shape says nothing."""
        return MARKETPLACES.get(self.shape, "")


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in a folder."""

    files: Sequence[Seen] = ()

    def of(self, marketplace: str) -> list[Seen]:
        """Give the files that were made for a marketplace."""
        return [seen for seen in self.files if seen.marketplace == marketplace]

    @property
    def only(self) -> str:
        """Give the marketplace for which every file was made; empty where there is no single one.

        A file whose shape says nothing is not judged by a law that nobody named.
        """
        found = {seen.marketplace for seen in self.files if not seen.problem}
        return found.pop() if len(found) == 1 else ""

    @property
    def is_foreign(self) -> bool:
        """Tell whether nobody named a marketplace and nothing that was read is Chinese: mainland law may be the wrong one."""
        read = [seen for seen in self.files if not seen.problem]
        return bool(read) and not self.marketplaces and all(seen.latin for seen in read)

    @property
    def marketplaces(self) -> list[str]:
        """Give the marketplaces, that of the most files first."""
        named = dict.fromkeys(seen.marketplace for seen in self.files if seen.marketplace)
        return sorted(named, key=lambda name: -len(self.of(name)))


def starter(survey: Survey, version: str, marketplace: str = "") -> str:
    """Give the text of a configuration; `marketplace` is the one that was asked for, and then nothing is guessed.

    >>> text = starter(Survey([Seen("a.csv", "ebay", "eBay"), Seen("b.csv", "ebay", "eBay")]), "2026.11")
    >>> [line for line in text.splitlines() if line.startswith(("market", "[["))]
    ['marketplace = "ebay"']
    """
    return (
        _HEAD + "\n" + "\n".join(_marketplace(survey, marketplace)) + "\n" + _REST.format(version=version) + _profiles(survey, marketplace)
    )


def _marketplace(survey: Survey, asked: str) -> Iterator[str]:
    if asked:
        yield from ("# The marketplace whose rules hold.", f"marketplace = {_quoted(asked)}")
    elif survey.only:
        yield f"# The marketplace whose rules hold: told by {_told(survey.of(survey.only))}."
        yield f"marketplace = {_quoted(survey.only)}"
    elif survey.marketplaces:
        yield "# Not all files were made for one marketplace: see the profiles below. For the rest:"
        yield '# marketplace = "taobao"'
    else:
        yield "# The marketplace whose rules hold; without one the law of mainland China does. listingguard marketplaces lists all."
        yield '# marketplace = "taobao"'
        if survey.is_foreign:
            yield "\n# The law that holds. The listings are not Chinese: say here where you sell (US, EU, TW, HK)."
            yield "# Until then the law of mainland China is assumed."
            yield '# jurisdiction = "US"'


def _profiles(survey: Survey, asked: str) -> str:
    """Give a profile for the files of each marketplace, where not all were made for one."""
    if asked or survey.only:
        return ""
    parts = []
    for name in survey.marketplaces:
        patterns = ", ".join(map(_quoted, _patterns(survey.of(name), survey.files)))
        parts.append(f"\n# Told by {_told(survey.of(name))}.\n[[profile]]\nfiles = [{patterns}]\nmarketplace = {_quoted(name)}\n")
    return "".join(parts)


def _patterns(mine: Sequence[Seen], files: Iterable[Seen]) -> Iterator[str]:
    """Give patterns that fit some files and no others: whole folders with nothing else in them, else how names begin."""
    rest = [seen for seen in files if seen not in mine]
    others = {folder for seen in rest for folder in PurePosixPath(seen.path).parents}
    given = set()
    for seen in mine:
        folders = [folder for folder in PurePosixPath(seen.path).parents if folder not in others and folder.name]
        pattern = f"/{_escaped(str(folders[-1]))}/**" if folders else _alike(PurePosixPath(seen.path), [one.path for one in rest])
        if pattern not in given:
            given.add(pattern)
            yield pattern


def _alike(path: PurePosixPath, others: Sequence[str]) -> str:
    """Give a pattern that fits the file of next month, too: by the word that its name begins with, as long as no other file begins so.

    >>> _alike(PurePosixPath("amz_2026-10.xlsx"), ["shop.xlsx"]), _alike(PurePosixPath("amz_10.csv"), ["amz_old.csv"])
    ('/amz*.xlsx', '/amz_10*.csv')
    """
    folder = "" if str(path.parent) == "." else f"{path.parent}/"
    first = _WORD.match(path.stem)
    for begin in dict.fromkeys((first[0] if first else "", path.stem)):
        if not any(other.startswith(folder + begin) and other.endswith(path.suffix) for other in others):
            return f"/{_escaped(folder + begin)}*{_escaped(path.suffix)}"
    return f"/{_escaped(str(path))}"


def _told(seen: Sequence[Seen]) -> str:
    names = ", ".join(dict.fromkeys(one.name for one in seen))
    first = shorten(visible(seen[0].path), 80)
    return f"{names} ({first}{f' and {len(seen) - 1} more' if len(seen) > 1 else ''})"


def _escaped(path: str) -> str:
    return _SPECIAL.sub(r"\\\1", path)


def _quoted(text: str) -> str:
    """Give a text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
