"""Every spelling that a name stands for."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listingguard.lexicon.forms import AMBIGUOUS, DIGITS, HEARD, LEFT, LOOSE, RIGHT, SHIELD, Row, brand_rows, forms, pack, rule_rows, unpack
from listingguard.lexicon.schema import BrandRecord, Combination, Labels, RuleRecord, Terms
from listingguard.lexicon.terms import Disguise
from listingguard.model import Method
from listingguard.normalize import fold

FORMS = [
    ("Hermès", {"hermès", "hermes"}),
    ("Levi's", {"levi's", "levi’s", "levi s", "levis"}),
    ("D&G", {"d&g", "d g", "d & g"}),
    ("Dolce & Gabbana", {"dolce & gabbana", "dolce gabbana", "dolcegabbana"}),
    pytest.param(
        "H & M",
        {"h & m", "h&m"},
    ),
    ("Coca-Cola", {"coca-cola", "coca cola", "cocacola"}),
    ("Dr. Martens", {"dr. martens", "dr.martens", "dr martens", "drmartens"}),
    ("LV", {"lv"}),
    ("ＬＶ", {"lv"}),
    ("愛馬仕", {"爱马仕"}),
    ("A.P.C.", {"a.p.c.", "a p c"}),
]


@pytest.mark.parametrize(("name", "expected"), FORMS)
def test_a_name_stands_for_its_spellings(name: str, expected: set[str]) -> None:
    """Accents may be left out and joints be open, closed or of another kind; short names are not closed, Han names are as they are."""
    found = forms(name)
    assert expected <= set(found)
    assert len(set(found)) == len(found)
    assert found[0] == fold(name)


@given(st.text(alphabet="abCdé '’&.-ＬＶ7", min_size=1).filter(lambda name: fold(name).strip(" '’&.-")))
def test_a_form_is_folded_and_has_the_letters_of_the_name(name: str) -> None:
    """Whatever the joints of a name, its forms are folded, not empty, and none has other letters."""
    letters = "".join(char for char in fold(name).replace("é", "e") if char.isalnum())
    for form in forms(name):
        assert fold(form) == form != ""
        assert "".join(char for char in form.replace("é", "e") if char.isalnum()) == letters


def test_packing_loses_nothing() -> None:
    """Method, flags and disguise survive the number that they are kept as."""
    flags = (AMBIGUOUS, SHIELD, DIGITS, LOOSE, LEFT, RIGHT, HEARD)
    assert len({*flags, 0}) == len(flags) + 1
    methods: tuple[Method, ...] = ("exact", "nickname", "model", "abbreviation", "sound", "variant")
    disguises: tuple[Disguise, ...] = get_args(Disguise)
    for method, disguise, some in itertools.product(methods, disguises, itertools.product((0, 1), repeat=len(flags))):
        value = sum(flag for flag, on in zip(flags, some, strict=True) if on)
        assert unpack(pack(Row("x", "x", method, value, disguise))) == (method, value, disguise)


def test_rows_of_a_brand() -> None:
    """Names, nicknames, models and short forms become rows with their method; longer words become shields; short forms are ambiguous."""
    brand = BrandRecord(
        id="x", names=Terms(en=("Xyzzy",)), nicknames=("小叉",), models=("Q7",), short=("xz",), longer=("xyzzy mug",), goods=("bag",)
    )
    rows = {row.folded: (row.method, row.flags) for row in brand_rows(brand)}
    assert rows["xyzzy"] == ("exact", LEFT | RIGHT | LOOSE)
    assert rows["小叉"] == ("nickname", LOOSE | HEARD)
    assert rows["q7"] == ("model", LEFT | RIGHT)
    assert rows["xz"] == ("abbreviation", LEFT | RIGHT | AMBIGUOUS)
    assert rows["xyzzy mug"][1] & SHIELD


def test_rows_of_a_rule() -> None:
    """Heads and tails are joined, repetitions listed once; words of the law that are listed or short are also heard."""
    words = Labels(en="x", zh_hans="x")
    rule = RuleRecord(
        id="r", code="LGC101", basis=(), severity="low", disposition="violation", certainty=1, message=words, advice=words,
        terms=Terms(zh_hans=("最佳", "全网最")), combine=(Combination(head=("全网", "全国"), tail=("最", "第一")),), longer=("最佳期",),
    )  # fmt: skip
    rows = [(row.folded, row.flags) for row in rule_rows(rule)]
    assert rows == [
        ("最佳", LOOSE | HEARD),
        ("全网最", LOOSE | HEARD),
        ("全网第一", LOOSE),
        ("全国最", LOOSE | HEARD),
        ("全国第一", LOOSE),
        ("最佳期", SHIELD | DIGITS | HEARD),
    ]
