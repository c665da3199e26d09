"""The map from a folded text back to the seller's own."""

from __future__ import annotations

import pytest

from listingguard.normalize import align


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("新款 ＬＶ同款", "lv", "ＬＶ"),
        ("㏄ NI\N{ZERO WIDTH SPACE}KE", "nike", "NI\N{ZERO WIDTH SPACE}KE"),
        ("\N{ZERO WIDTH SPACE}耐克\N{ZERO WIDTH SPACE} 鞋", "耐克", "耐克"),
        ("İİ nike", "nike", "nike"),
        ("ﬁﬁ 耐\x7f克x", "耐克", "耐\x7f克"),
        ("Herme\N{COMBINING GRAVE ACCENT}s", "hermès", "Herme\N{COMBINING GRAVE ACCENT}s"),
        ("a\ud800耐克", "耐克", "耐克"),
    ],
)
def test_a_word_is_traced_to_where_it_stands(text: str, word: str, source: str) -> None:
    """The place of a folded word is as tight as the characters that carry it."""
    aligned = align(text)
    start = aligned.text.index(word)
    a, b = aligned.span(start, start + len(word))
    assert text[a:b] == source


def test_half_a_character_has_no_place() -> None:
    """A range that parts one character of the original is told from one that does not."""
    aligned = align("1㏄x")
    assert aligned.text == "1ccx"
    assert [aligned.cuts(*r) for r in ((0, 1), (0, 2), (1, 2), (2, 3), (1, 3), (0, 3), (0, 4), (3, 4))] == [
        *(False, True, True, True),
        *(False, False, False, False),
    ]


def test_hidden_characters_count_only_inside() -> None:
    """Invisible characters hide a word if they stand inside of it, not beside it."""
    aligned = align("a\N{ZERO WIDTH SPACE}b \N{ZERO WIDTH SPACE}c")
    assert [aligned.hides(*r) for r in ((0, 2), (0, 1), (1, 2), (2, 4), (3, 4))] == [True, False, False, True, False]


def test_nothing_visible_is_nothing() -> None:
    """A text of invisible characters folds to nothing and has no places."""
    aligned = align("\N{ZERO WIDTH SPACE}\x7f\N{VARIATION SELECTOR-16}")
    assert (aligned.text, aligned.starts, aligned.ends) == ("", (), ())
