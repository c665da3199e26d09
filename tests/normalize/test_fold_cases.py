"""What folds alike, and what must not."""

from __future__ import annotations

import pytest

from listingguard.normalize import clusters, fold
from listingguard.normalize.fold import is_simple

ALIKE = [
    ("ＮＩＫＥ", "nike", "width and case"),
    ("ｶﾞｰﾄﾞ", "ガード", "half-width kana with its voiced mark apart"),
    ("愛馬仕", "爱马仕", "script"),
    ("薴麻", "苎麻", "script in two steps"),
    ("①㏄", "1cc", "signs that stand for others"),
    ("ﬁla", "fila", "ligatures"),
    ("Straße", "strasse", "ß"),
    ("𝐍𝐢𝐤𝐞", "nike", "letters of mathematics"),
    ("N\N{ZERO WIDTH SPACE}I\N{SOFT HYPHEN}K\x7fE", "nike", "what cannot be seen"),
    ("耐\N{RIGHT-TO-LEFT OVERRIDE}克", "耐克", "direction"),
    ("❤\N{VARIATION SELECTOR-16}", "❤", "variation selectors"),
    ("Herme\N{COMBINING GRAVE ACCENT}s", "hermès", "accents apart"),
    ("한", "한", "jamo apart"),
    ("国\ud800", "国\N{REPLACEMENT CHARACTER}", "lone surrogates"),
    ("", "", "nothing"),
]
APART = [
    ("hermès", "hermes", "an accent is a letter: the lexicon lists both spellings"),
    ("сhanel", "chanel", "a Cyrillic look-alike: the skeleton's business"),
    ("耐 克", "耐克", "a blank"),
    ("a\nb", "ab", "a line end"),
    ("愛迪達", "阿迪达斯", "a regional word: the lexicon's business"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ALIKE, ids=[why for *_, why in ALIKE])
def test_what_looks_alike_to_a_reader_folds_alike(text: str, expected: str, why: str) -> None:
    """Width, case, script and what cannot be seen make no difference."""
    assert fold(text) == expected, why


@pytest.mark.parametrize(("text", "other", "why"), APART, ids=[why for *_, why in APART])
def test_what_reads_differently_stays_apart(text: str, other: str, why: str) -> None:
    """The fold never confuses two spellings that a careful reader tells apart."""
    assert fold(text) != fold(other), why


def test_no_character_depends_on_its_neighbours() -> None:
    """Script is folded one character at a time: no phrase table is at work."""
    for phrase in ("藉口", "乾坤", "乾隆", "後宮", "皇后", "發髮", "瞭望", "著名"):
        assert fold(phrase) == "".join(map(fold, phrase))


@pytest.mark.parametrize("text", ["２０２６新款 LV同款窗簾（加厚）", "Nike ¥199 ±3°", "ガーデン・バッグ", "①②★●→"])
def test_usual_titles_fold_one_to_one(text: str) -> None:
    """What titles are usually made of needs no map."""
    assert is_simple(text)
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("e\N{COMBINING ACUTE ACCENT}x", ["e\N{COMBINING ACUTE ACCENT}", "x"]),
        ("ｶﾞｱ", ["ｶﾞ", "ｱ"]),
        ("한가", ["한", "가"]),
        ("n\N{ZERO WIDTH SPACE}k", ["n\N{ZERO WIDTH SPACE}", "k"]),
        ("\N{ZERO WIDTH SPACE}n", ["\N{ZERO WIDTH SPACE}", "n"]),
        ("\N{BENGALI VOWEL SIGN E}\N{BENGALI VOWEL SIGN AA}", ["\N{BENGALI VOWEL SIGN E}\N{BENGALI VOWEL SIGN AA}"]),
        ("", []),
    ],
)
def test_what_belongs_together_is_one_cluster(text: str, pieces: list[str]) -> None:
    """A cluster is a character with all that composes with it or cannot be seen."""
    assert [text[a:b] for a, b in clusters(text)] == pieces
