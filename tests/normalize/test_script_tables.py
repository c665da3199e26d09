"""Traditional and Simplified: a table for texts, a converter for our own wording."""

from __future__ import annotations

import pytest

from listingguard.normalize import fold, to_traditional
from listingguard.normalize.script import is_traditional, simplified_table


def test_the_table_is_followed_to_its_end() -> None:
    """No simplified form has a simpler form itself: one step is enough."""
    table = simplified_table()
    assert {char for char in table.values() if ord(char) in table and table[ord(char)] != char} == set()
    assert all(len(char) == 1 for char in table.values())


def test_common_characters_are_there() -> None:
    """Both directions of a merger fold together, and Simplified text stays as it is."""
    assert "後后 裡裏里 髮發发 臺台 麵面".translate(simplified_table()) == "后后 里里里 发发发 台台 面面"
    simplified = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会"
    assert simplified.translate(simplified_table()) == simplified


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("増髙 衞龍 羢毯", "增高 卫龙 绒毯"),
        ("鱻花 原厰 氷箱 営業", "鲜花 原厂 冰箱 营业"),
        ("宏碁 上官喆", "宏碁 上官喆"),
        ("全卋界㐧一 白氿 早歺", "全世界第一 白酒 早餐"),
        ("香奈尓 逹芙妮 凨扇", "香奈尔 达芙妮 风扇"),
    ],
)
def test_forms_that_were_given_up_read_as_those_in_use(written: str, read: str) -> None:
    """Old and Japanese forms are the characters in use; a form that a name is really spelled with stays."""
    assert fold(written) == read


def test_a_rare_character_is_asked_for() -> None:
    """Beyond the first plane, too, a character reads as its simplified form."""
    assert fold("\N{CJK UNIFIED IDEOGRAPH-205E3}愛") == "\N{CJK UNIFIED IDEOGRAPH-34C6}爱"


def test_our_wording_in_traditional() -> None:
    """Wording is converted by phrase: one simplified character has several originals."""
    assert to_traditional("请删除该词：头发、发货、皇后、以后") == "請刪除該詞：頭髮、發貨、皇后、以後"


@pytest.mark.parametrize(("text", "expected"), [("純棉", True), ("纯棉", False), ("cotton", False), ("", False), ("\ud800", False)])
def test_traditional_is_told_from_simplified(text: str, expected: bool) -> None:  # noqa: FBT001  a parameter of the table
    """A text is Traditional if it holds a character that only Traditional Chinese writes."""
    assert is_traditional(text) is expected
