"""What a compiled lexicon holds: everything that matching and judging need, as plain values."""

from __future__ import annotations

import pytest

from listingguard import Scanner
from listingguard.lexicon import Lexicon, Term
from listingguard.lexicon.lines import Lines
from listingguard.lexicon.load import load
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.read import read_files
from listingguard.lexicon.snapshot import snapshot_of
from listingguard.normalize import fold


def all_terms(lexicon: Lexicon) -> list[Term]:
    """Give every term."""
    return [term for index in range(len(lexicon.exact.patterns)) for term in lexicon.exact.values(index)]


def test_a_snapshot_survives_its_file() -> None:
    """Written down and read again, a snapshot makes the same lexicon as it does where it was made."""
    snapshot = snapshot_of(load(read_files(data_folder())))
    lines = Lines.of(snapshot)
    assert Lines(lines.data) == lines
    made, again = Lexicon(snapshot), Lexicon(Lines(lines.data))
    assert [(t.folded, t.record, t.method) for t in all_terms(again)] == [(t.folded, t.record, t.method) for t in all_terms(made)]
    for table in ("bases", "codes", "goods", "marketplaces", "calibration"):
        assert repr(getattr(again, table)) == repr(getattr(made, table))
    for rule in made.rules.values():
        other = again.rules[rule.id]
        assert all(
            getattr(other, name) == getattr(rule, name) for name in ("code", "severity", "only_goods", "normal_goods", "replace", "message")
        )
        assert [basis.id for basis in other.bases] == [basis.id for basis in rule.bases]
    titles = ["Nіke跑鞋 男女同款", "第一品牌 手机壳 适用于华为", "ba|enciaga 包", "女子禾刂来"]
    assert [r.findings for r in Scanner(lexicon=again).scan_many(titles)] == [r.findings for r in Scanner(lexicon=made).scan_many(titles)]


def test_every_term_is_folded_and_has_one_record(lexicon: Lexicon) -> None:
    """A pattern is folded, so that folded texts can hold it; it belongs to a brand or to a rule, never to both, never to none."""
    terms = all_terms(lexicon)
    assert len(terms) > 10_000
    assert [t.folded for t in terms if fold(t.folded) != t.folded or not t.folded.strip()] == []
    assert all((t.brand is None) != (t.rule is None) for t in terms)
    assert len(set(lexicon.exact.patterns)) == len(lexicon.exact.patterns)


def test_a_term_reads_as_its_spelling(lexicon: Lexicon) -> None:
    """A folded form has the letters of the spelling in the record, its joints and accents aside; only a disguise has others."""

    def letters(text: str) -> str:
        return "".join(char for char in lexicon.skeleton.word(fold(text)) if char.isalnum())

    assert [(t.text, t.folded) for t in all_terms(lexicon) if not t.disguise and letters(t.text) != letters(t.folded)] == []


def test_all_that_is_named_exists(lexicon: Lexicon) -> None:
    """Goods of brands, goods of rules, and codes are records of the lexicon."""
    goods = set(lexicon.goods)
    for brand_id in lexicon._snapshot["brands"]:
        brand = lexicon.brand(brand_id)
        assert brand.goods <= goods
        assert lexicon.brand(brand_id) is brand
    for rule in lexicon.rules.values():
        assert rule.only_goods | rule.normal_goods <= goods
        assert rule.code in lexicon.codes
        assert rule.bases
    assert all(group.fits <= goods for group in lexicon.goods.values())


def test_names_are_known_in_every_writing(small: Lexicon) -> None:
    """A seller may name a brand in any script, width or case, by a model, or by its id."""
    for name in ("Nike", "ＮＩＫＥ", "耐克", " nike ", "dunk"):
        assert small.brands_named(name) == ("nike",)
    assert small.brands_named("dolce-gabbana") == ("dolce-gabbana",)
    assert small.brands_named("nothing") == small.brands_named("") == ()


@pytest.mark.parametrize(
    ("folded", "record", "method", "flags"),
    [
        ("耐克", "brand:nike", "exact", {"loose"}),
        ("nike", "brand:nike", "exact", {"loose", "left", "right"}),
        ("nk", "brand:nike", "abbreviation", {"ambiguous", "left", "right"}),
        ("dunk", "brand:nike", "model", {"loose", "left", "right", "digits"}),
        ("macbook", "brand:macbook", "exact", {"loose", "left", "right", "digits"}),
        ("苹果", "brand:apple", "exact", {"ambiguous", "loose"}),
        ("苹果醋", "brand:apple", "exact", {"shield", "digits"}),
        ("最佳", "rule:best", "exact", {"loose"}),
        ("最好用", "rule:most", "exact", {"loose"}),
        ("best", "rule:best", "exact", {"left", "right"}),
    ],
)
def test_a_term_knows_how_strictly_it_matches(small: Lexicon, folded: str, record: str, method: str, flags: set[str]) -> None:
    """Edges by script, disguises for names that mean nothing else, model digits where the goods have models."""
    (term,) = small.terms_of(folded)
    assert (term.record, term.method) == (record, method)
    assert {name for name in ("ambiguous", "shield", "digits", "loose", "left", "right") if getattr(term, name)} == flags


def test_only_plain_names_of_one_or_two_words_can_be_misspelt(lexicon: Lexicon) -> None:
    """Everyday words, names below four letters and names of three words and more are not guessed; all of them are known words."""
    for name in lexicon.typos:
        assert name.isascii()
        assert len(name) >= 4
        assert len(name.split(" ")) <= 2
        assert all(word.isalpha() for word in name.split(" "))
        assert any(t.brand and not (t.ambiguous or t.shield or t.disguise) for t in lexicon.terms_of(name))
    assert {word for name in lexicon.typos for word in name.split()} <= lexicon.known
