"""The seller's own words, which change from call to call."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from listingguard import ConfigError, Seller
from listingguard.lexicon import Lexicon
from listingguard.match import Overlay
from listingguard.match.overlay import _check_flashtext
from listingguard.normalize import fold


def found(lexicon: Lexicon, seller: Seller, text: str) -> list[tuple[str, str]]:
    """Give the roles and the folded words that an overlay finds."""
    folded = fold(text)
    return [(hit.role, folded[hit.start : hit.end]) for hit in Overlay(seller, lexicon).find(folded)]


def test_words_are_found_as_the_scanner_folds(small: Lexicon) -> None:
    """Case, width and script make no difference; the longest word at a place counts; neighbours of another script are edges."""
    seller = Seller(own_brands=["晨光"], authorized_brands=["Nike"], watch_words=["樣品", "晨光样品"])
    assert found(small, seller, "晨光ＮＩＫＥ样品 nikes 晨光樣品") == [
        ("own", "晨光"),
        ("authorized", "nike"),
        ("watch", "样品"),
        ("watch", "晨光样品"),
    ]


def test_the_strongest_role_wins(small: Lexicon) -> None:
    """A word that is named twice is own rather than authorised, and authorised rather than watched."""
    everywhere = Seller(own_brands=["a1"], authorized_brands=["a1", "b2"], watch_words=["a1", "b2", "c3"])
    assert found(small, everywhere, "a1 b2 c3") == [("own", "a1"), ("authorized", "b2"), ("watch", "c3")]


def test_a_name_clears_the_whole_brand(small: Lexicon) -> None:
    """Whoever owns a brand owns it under all its names; a word to watch clears nothing."""
    overlay = Overlay(Seller(own_brands=["耐克"], authorized_brands=["hermès"], watch_words=["MacBook"]), small)
    assert overlay.roles == {"nike": "own", "hermes": "authorized"}


@pytest.mark.parametrize("words", [[], [""], [" "], ["\N{ZERO WIDTH SPACE}"]])
def test_no_words_find_nothing(small: Lexicon, words: list[str]) -> None:
    """Empty and invisible words are no words."""
    assert found(small, Seller(own_brands=words, watch_words=words), "nike  \N{ZERO WIDTH SPACE}") == []


def test_the_wrong_flashtext_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the distribution that loses adjacent Chinese words, the error says what to install."""
    poor = SimpleNamespace(add_keywords_from_list=lambda _: None, extract_keywords=lambda _: ["nike"])
    monkeypatch.setattr(sys.modules["listingguard.match.overlay"], "KeywordProcessor", lambda: poor)
    _check_flashtext.cache_clear()
    try:
        with pytest.raises(ConfigError, match="pip install flashtext-i18n"):
            _check_flashtext()
    finally:
        _check_flashtext.cache_clear()


def test_one_name_may_stand_alone() -> None:
    """A single string is one name, a set is sorted, and anything else is named as a mistake."""
    assert Seller(own_brands="晨光").own_brands == ("晨光",)
    wrong: Any = 7
    some: Any = {"b", "a"}
    assert Seller(own_brands=some).own_brands == ("a", "b")
    with pytest.raises(ConfigError, match=r"Seller\.own_brands is a list of texts, not int"):
        Seller(own_brands=wrong)
    with pytest.raises(ConfigError, match="it holds int"):
        Seller(watch_words=["a", wrong])
