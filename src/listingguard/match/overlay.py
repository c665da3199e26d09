"""The seller's own words, which change from call to call: FlashText, built for one seller, never part of the compiled lexicon."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from flashtext import KeywordProcessor

from listingguard.errors import ConfigError
from listingguard.lexicon import Lexicon, is_latin
from listingguard.model import Allow, Authorization, Seller
from listingguard.normalize import fold

__all__ = ["AllowHit", "Overlay", "OverlayHit", "Role"]

Role = Literal["own", "authorized", "watch"]
_HINT: Final = "run: pip uninstall -y flashtext flashtext-i18n && pip install flashtext-i18n"


class OverlayHit(NamedTuple):
    """A word of the seller's in the folded text."""

    start: int
    end: int
    role: Role
    word: str


class AllowHit(NamedTuple):
    """Words that the seller allows, in the folded text."""

    start: int
    end: int
    entry: Allow


class Overlay:
    """A seller's words, ready to be found, and the lexicon's brands that they clear.

    >>> from listingguard.lexicon import default_lexicon
    >>> overlay = Overlay(Seller(own_brands=["晨曦"], watch_words=["样品"]), default_lexicon())
    >>> [(hit.role, hit.start, hit.end) for hit in overlay.find("晨曦nike样品")]
    [('own', 0, 2), ('watch', 6, 8)]
    """

    __slots__ = ("_allow", "_limited", "_words", "roles")

    def __init__(self, seller: Seller, lexicon: Lexicon) -> None:
        _check_flashtext()
        self._words = KeywordProcessor(case_sensitive=True)  # the text is folded already
        papers = seller.authorizations()
        entries: dict[str, tuple[Role, str]] = {}
        lists: tuple[tuple[Role, Sequence[str]], ...] = (
            ("watch", seller.watch_words),
            ("authorized", [paper.name for paper in papers]),
            ("own", seller.own_brands),
        )
        for role, words in lists:
            entries |= {folded: (role, word) for word in words if (folded := fold(word).strip())}
        for folded, entry in entries.items():
            self._words.add_keyword(folded, entry)
        self._allow = [(folded, entry) for entry in seller.allow if (folded := fold(entry.term).strip())]
        self._limited = _limited(lexicon, papers)
        self.roles = _cleared(lexicon, [(word, role) for word, (role, _) in entries.items() if role != "watch"])

    def lapsed(self, day: dt.date, places: Sequence[str]) -> dict[str, str]:
        """Give the authorised brands that none of the authorisations clears on a day in places, each with the reason of the first."""
        found: dict[str, str] = {}
        for brand, papers in self._limited.items():
            reasons = [paper.lapse(day, places) for paper in papers]
            if self.roles.get(brand) == "authorized" and reasons[0] and all(reasons):
                found[brand] = reasons[0]
        return found

    def find(self, folded: str) -> list[OverlayHit]:
        """Find the seller's words in a folded text."""
        return [OverlayHit(start, end, role, word) for (role, word), start, end in self._words.extract_keywords(folded, span_info=True)]

    def allowed(self, folded: str) -> list[AllowHit]:
        """Find the words that the seller allows, each entry by itself: of two that overlap, both may count."""
        return [AllowHit(start, end, entry) for word, entry in self._allow for start, end in _words_at(folded, word)]


def _words_at(folded: str, word: str) -> Iterator[tuple[int, int]]:
    """Give the places of a word; a Latin end of it is the end of a word."""
    start = folded.find(word)
    while start >= 0:
        end = start + len(word)
        inside = (is_latin(word[0]) and is_latin(folded[start - 1 : start])) or (is_latin(word[-1]) and is_latin(folded[end : end + 1]))
        if not inside:
            yield start, end
        start = folded.find(word, start + 1)


def _cleared(lexicon: Lexicon, words: Iterable[tuple[str, Role]]) -> dict[str, Role]:
    """Give the ids of the lexicon's brands that the seller's words name."""
    return {brand: role for word, role in words for brand in lexicon.brands_named(word)}


def _limited(lexicon: Lexicon, papers: Iterable[Authorization]) -> dict[str, list[Authorization]]:
    """Give the authorisations of each brand that has none without limits."""
    found: dict[str, list[Authorization]] = {}
    for paper in papers:
        for brand in lexicon.brands_named(paper.name):
            found.setdefault(brand, []).append(paper)
    return {brand: of for brand, of in found.items() if all(paper.until or paper.territories for paper in of)}


@functools.cache
def _check_flashtext() -> None:
    """Two distributions own the module's name; the older one loses adjacent Chinese words. Say so once, plainly."""
    probe = KeywordProcessor()
    probe.add_keywords_from_list(["耐克", "nike"])
    if len(probe.extract_keywords("耐克nike")) != 2:  # noqa: PLR2004
        raise ConfigError("the module `flashtext` is the unmaintained distribution, which misses adjacent Chinese words", _HINT)
