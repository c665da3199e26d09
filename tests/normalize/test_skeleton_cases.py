"""What a word looks like: which disguises fall away, and which texts are looked at at all."""

from __future__ import annotations

import pytest

from listingguard.lexicon import Lexicon
from listingguard.normalize import Skeleton, fold

DISGUISED = [
    ("сhanel 手袋", "chanel"),
    ("chane1 手袋", "chanel"),
    ("di0r 口红", "dior"),
    ("阿迪·达斯", "阿迪达斯"),
    ("阿·迪·达·斯", "阿迪达斯"),
    ("n.i.k.e shoes", "nike"),
    ("N*I*K*E", "nike"),
    ("ΝΙΚΕ", "nike"),
    ("Ḧermès", "hermes"),
    ("0ppo 手机", "oppo"),
]


@pytest.mark.parametrize(("text", "word"), DISGUISED)
def test_a_disguise_falls_away(lexicon: Lexicon, text: str, word: str) -> None:
    """A disguised name is suspicious, reads as the name in the skeleton, and is found again in the folded text."""
    folded = fold(text)
    assert lexicon.skeleton.is_needed(folded, lexicon.joined, lexicon.loose_words)
    view, bare = lexicon.skeleton(folded), lexicon.skeleton.word(fold(word))
    at = view.text.index(bare)
    start, end = view.span(at, at + len(bare))
    assert start == 0
    assert view.text[at : at + len(bare)] == bare
    assert lexicon.skeleton.word(folded[start:end])[0] == bare[0]


@pytest.mark.parametrize(
    "text", ["加厚窗帘 1.8米", "iphone15手机壳", "t恤 男女同款", "usb-c数据线", "春/夏装", "规格:10*20cm", "2026年3月", "a4纸", "5g手机"]
)
def test_honest_text_is_not_suspicious(lexicon: Lexicon, text: str) -> None:
    """Sizes, models and dates are no disguise: such texts have no skeleton made."""
    assert not lexicon.skeleton.is_needed(fold(text), lexicon.joined, lexicon.loose_words)


def test_a_skeleton_without_gaps_has_no_index() -> None:
    """Where nothing was dropped, places are the same, and no index is kept."""
    view = Skeleton({"с": "c"})("сhanel")
    assert (view.text, view.index, view.span(0, 6)) == ("chanel", None, (0, 6))


def test_places_lead_over_gaps() -> None:
    """A range of the skeleton covers the signs between its characters and none beside them."""
    view = Skeleton({})("·阿·迪·达·")
    at = view.text.index("阿迪达")
    start, end = view.span(at, at + 3)
    assert (start, end) == (1, 6)
