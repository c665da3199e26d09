"""Where a term stands as a word of its own: Latin needs edges, Han needs none."""

from __future__ import annotations

import pytest

from listingguard.lexicon import Lexicon
from listingguard.match import exact_hits
from listingguard.normalize import align

FOUND = [
    ("nike", ["nike"]),
    ("耐克nike鞋", ["耐克", "nike"]),
    ("nike耐克nike", ["nike", "耐克", "nike"]),
    ("《Nike》,nike/NIKE", ["nike", "nike", "nike"]),
    ("x耐克y", ["耐克"]),
    ("ForMacBookPro", ["macbook", "macbookpro"]),
    ("MacBook Pro", ["macbook", "macbook pro"]),
    ("ＮＩＫＥ　耐克", ["nike", "耐克"]),
    ("NI\N{ZERO WIDTH SPACE}KE", ["nike"]),
    ("愛馬仕", ["爱马仕"]),
    ("HERMES Hermès", ["hermes", "hermès"]),
    ("D&G d & g", ["d & g", "d&g"]),
    ("airmax air-max AIR MAX", ["air max", "air-max", "airmax"]),
    ("全网第一最好用", ["最好", "最好用", "第一"]),
]
NOT_FOUND = [
    "nikes",
    "snike",
    "nike2go\N{LATIN SMALL LETTER E WITH ACUTE}".replace("2go", ""),
    "7nike",
    "formacbookpro",
    "macbooks",
    "ΝΙΚΕ",
    "耐 克",
    "最 好",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_terms_are_found_where_they_stand_alone(small: Lexicon, text: str, expected: list[str]) -> None:
    """Neighbours of another script are edges; so are capitals inside long names."""
    assert sorted(hit.term.folded for hit in exact_hits(align(text), small)) == sorted(expected)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_terms_are_not_found_inside_words(small: Lexicon, text: str) -> None:
    """A letter or a digit of Latin script right beside a Latin name makes it another word."""
    assert exact_hits(align(text), small) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("iphone15", True), ("iphone15pro壳", True), ("iphonex", True), ("iphones", False), ("nike5", False), ("xiphone", False)],
)
def test_a_model_may_follow_where_the_goods_have_models(lexicon: Lexicon, text: str, expected: bool) -> None:  # noqa: FBT001  a parameter of the table
    """Phones are written with their model right behind the name, shoes are not."""
    assert bool([hit for hit in exact_hits(align(text), lexicon) if hit.term.brand and hit.start == 0]) is expected


def test_half_a_sign_is_no_term(small: Lexicon) -> None:
    """A term never begins or ends inside one character of the original: ㎋ holds no n, and Ⅻ no i."""
    assert [hit.term.folded for hit in exact_hits(align("ⓝk ㎋k"), small)] == ["nk"]
