"""The seller's own words, which change from call to call: FlashText, built for one seller, never part of the compiled lexicon."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

from flashtext import KeywordProcessor

from listingguard.errors import ConfigError
from listingguard.lexicon import Lexicon
from listingguard.model import Seller
from listingguard.normalize import fold

__all__ = ["Overlay", "OverlayHit", "Role"]

Role = Literal["own", "authorized", "watch"]
_HINT: Final = "run: pip uninstall -y flashtext flashtext-i18n && pip install flashtext-i18n"


class OverlayHit(NamedTuple):
    """A word of the seller's in the folded text."""

    start: int
    end: int
    role: Role
    word: str


class Overlay:
    """A seller's words, ready to be found, and the lexicon's brands that they clear.

    >>> from listingguard.lexicon import default_lexicon
    >>> overlay = Overlay(Seller(own_brands=["晨曦"], watch_words=["样品"]), default_lexicon())
    >>> [(hit.role, hit.start, hit.end) for hit in overlay.find("晨曦nike样品")]
    [('own', 0, 2), ('watch', 6, 8)]
    """

    __slots__ = ("_words", "roles")

    def __init__(self, seller: Seller, lexicon: Lexicon) -> None:
        _check_flashtext()
        self._words = KeywordProcessor(case_sensitive=True)  # the text is folded already
        entries: dict[str, tuple[Role, str]] = {}
        lists: tuple[tuple[Role, Sequence[str]], ...] = (
            ("watch", seller.watch_words),
            ("authorized", seller.authorized_brands),
            ("own", seller.own_brands),
        )
        for role, words in lists:
            entries |= {folded: (role, word) for word in words if (folded := fold(word).strip())}
        for folded, entry in entries.items():
            self._words.add_keyword(folded, entry)
        self.roles = _cleared(lexicon, [(word, role) for word, (role, _) in entries.items() if role != "watch"])

    def find(self, folded: str) -> list[OverlayHit]:
        """Find the seller's words in a folded text."""
        return [OverlayHit(start, end, role, word) for (role, word), start, end in self._words.extract_keywords(folded, span_info=True)]


def _cleared(lexicon: Lexicon, words: Iterable[tuple[str, Role]]) -> dict[str, Role]:
    """Give the ids of the lexicon's brands that the seller's words name."""
    return {brand: role for word, role in words for brand in lexicon.brands_named(word)}


@functools.cache
def _check_flashtext() -> None:
    """Two distributions own the module's name; the older one loses adjacent Chinese words. Say so once, plainly."""
    probe = KeywordProcessor()
    probe.add_keywords_from_list(["耐克", "nike"])
    if len(probe.extract_keywords("耐克nike")) != 2:  # noqa: PLR2004
        raise ConfigError("the module `flashtext` is the unmaintained distribution, which misses adjacent Chinese words", _HINT)
