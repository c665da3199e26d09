"""Which of several hits at one place counts."""

from __future__ import annotations

from listingguard.lexicon import Lexicon
from listingguard.match import Matcher, exact_hits, leftmost_longest, without_shielded
from listingguard.normalize import align


def kept(small: Lexicon, text: str) -> list[str]:
    """Give the terms that are left once shields have done their work."""
    return [hit.term.folded for hit in without_shielded(exact_hits(align(text), small))]


def test_a_longer_harmless_word_swallows_its_record_only(small: Lexicon) -> None:
    """苹果 is swallowed by 苹果醋 there and nowhere else; another record's terms stay."""
    assert kept(small, "苹果醋") == []
    assert kept(small, "苹果醋 苹果") == ["苹果"]
    assert kept(small, "耐克苹果醋") == ["耐克"]
    assert kept(small, "第一次 第一") == ["第一"]
    assert kept(small, "apple pie apple") == ["apple"]


def test_a_shield_does_not_reach_beyond_its_edges(small: Lexicon) -> None:
    """A term that only overlaps a harmless word is no part of it."""
    assert kept(small, "苹果醋第一") == ["第一"]


def test_leftmost_then_longest_then_preferred() -> None:
    """The leftmost item is kept, of those the longest, of those the preferred; what touches but does not overlap stays."""
    items = [(2, 4, "b"), (0, 2, "x"), (0, 2, "a"), (1, 9, "c"), (4, 5, "d")]
    assert leftmost_longest(items, span=lambda i: i[:2], preference=lambda i: i[2]) == [(0, 2, "a"), (2, 4, "b"), (4, 5, "d")]
    assert leftmost_longest([], span=lambda i: i, preference=lambda _: 0) == []


def test_nothing_found_is_nothing(small: Lexicon) -> None:
    """An honest text and an empty text have no hits."""
    matcher = Matcher(small)
    assert matcher.find(align("纯棉四件套 1.8米床")) == []
    assert matcher.find(align("")) == []
