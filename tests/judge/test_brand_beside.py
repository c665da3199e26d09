"""Rules that speak of a brand right beside their words: wherever it stands, whichever it is."""

from __future__ import annotations

import pytest

from listingguard import Scanner, Seller


def codes(scanner: Scanner, text: str, seller: Seller | None = None) -> set[str]:
    """Give the codes of what counts."""
    return {finding.code for finding in scanner.scan(text, seller=seller).counted}


@pytest.mark.parametrize(
    "text", ["别买戴森 这款吹风机更轻", "吸力远超追觅 无线吸尘器", "Hair dryer, the Dyson killer", "戴森是智商税 吹风机实测"]
)
def test_a_rival_is_run_down_by_name(scanner: Scanner, text: str) -> None:
    """The brand stands right behind the words or right before them."""
    assert "LGC701" in codes(scanner, text)


@pytest.mark.parametrize("text", ["别买贵的 戴森吹风机", "小米垃圾桶 感应 家用", "Lego killer whale set", "超越自我 戴森球主题手办"])
def test_the_same_words_elsewhere_run_nobody_down(scanner: Scanner, text: str) -> None:
    """A word that is said of something else, or is a part of another one, is no verdict on the brand."""
    assert "LGC701" not in codes(scanner, text)


def test_whoever_speaks_of_the_own_brand_runs_nobody_down(scanner: Scanner) -> None:
    """The seller's own brand is no rival."""
    assert "LGC701" not in codes(scanner, "别买戴森旧款 吹风机", Seller(own_brands=["戴森"]))


@pytest.mark.parametrize(
    ("text", "expected"), [("LV 包", True), ("LV包", True), ("LV包邮", False), ("面包机 NB", False), ("ck 5 包", False)]
)
def test_one_character_names_goods_where_it_is_a_word(scanner: Scanner, text: str, expected: bool) -> None:  # noqa: FBT001  a parameter
    """An abbreviation beside 包 is the brand's; beside 包邮 it is nothing."""
    assert bool(scanner.scan(text).findings) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Gucci 原版香水 100ml", False), ("Gucci 原版 双肩包", True), ("Gucci 香水 原版 1:1 调香", True)]
)
def test_the_original_bottle_is_no_copy(scanner: Scanner, text: str, expected: bool) -> None:  # noqa: FBT001  a parameter
    """原版 is the full bottle where a perfume is sold, and a word for copies beside other goods of a house."""
    assert ("LGT301" in codes(scanner, text)) is expected
