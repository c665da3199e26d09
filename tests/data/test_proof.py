"""Proof by example: a record that does not do what its examples promise is told, whatever else is right about it."""

from __future__ import annotations

import dataclasses

import pytest

from listingguard.errors import Problem
from listingguard.judge import policy_for
from listingguard.lexicon import Lexicon, compile_records
from listingguard.lexicon.example_schema import ExampleListings
from listingguard.lexicon.load import Records, load, parse
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.placed import Catalogue, catalogue_of
from listingguard.lexicon.read import SourceFile, read_files
from listingguard.lexicon.layers import NEEDED
from listingguard.proof import ground_of, prove

BRANDS = """\
schema = 1
category = "sample"

[[brand]]
id = "sample-good"
names.zh-Hans = ["青鸢溪"]
nicknames = ["溪家雀"]
ambiguous = ["溪家雀"]
goods = ["bag"]
examples.hit = ["青鸢溪双肩包 大容量", "溪家雀双肩包 轻便"]
examples.pass = ["溪家雀 水墨画 横幅"]

[[brand]]
id = "sample-not-found"
names.zh-Hans = ["砚雪鸦"]
ambiguous = ["砚雪鸦"]
examples.hit = ["砚雪鸦 水墨画 横幅"]
examples.pass = ["砚雪鸦 水墨画 横幅"]

[[brand]]
id = "sample-not-passed"
names.zh-Hans = ["霜梧绮"]
examples.hit = ["霜梧绮丝巾"]
examples.pass = ["霜梧绮丽的画卷"]
"""
RULE = """\
[[rule]]
id = "{id}"
code = "LGC102"
basis = ["{basis}"]
severity = "high"
disposition = "violation"
certainty = 0.9
terms.zh-Hans = ["{term}"]
exempt = [{exempt}]
{more}
message.en = "“{{text}}”"
message.zh-Hans = "“{{text}}”"
advice.en = "Delete it."
advice.zh-Hans = "删除。"
examples.hit = ["{hit}"]
examples.pass = ["{passed}"]

"""
LISTINGS = """\
longer = ["螭缎木"]
listings.hit = [{ title = "茶壶", search_terms = "螭缎" }, { title = "茶壶", description = "螭缎木" }]
listings.pass = [{ title = "螭缎木", brand = "螭缎" }, { title = "茶壶", bullets = ["螭缎木"], own_brands = ["螭缎"] }]"""
SAMPLE = {"basis": "sample-cn", "exempt": "", "more": 'longer = ["鸾章木"]', "hit": "鸾章壶", "passed": "鸾章木"}
RULES = (
    'schema = 1\npolicy = "sample"\n\n'
    + "".join(
        f'[[basis]]\nid = "sample-{name}"\nlaw = {{ en = "L", zh-Hans = "法" }}\narticle = {{ en = "1", zh-Hans = "一" }}\nlayer = "law"\n'
        f'jurisdictions = ["{place}"]\neffective_from = {day}\n\n'
        for name, place, day in (("cn", "CN", "2015-09-01"), ("tw", "TW", "2015-09-01"), ("later", "CN", "2031-01-01"))
    )
    + RULE.format(id="sample-good", term="鸾章", **SAMPLE)
    + RULE.format(
        id="sample-taiwan",
        term="麒緞",
        **SAMPLE | {"basis": "sample-tw", "more": 'longer = ["麒緞木"]', "hit": "麒緞壶", "passed": "麒緞木"},
    )
    + RULE.format(
        id="sample-later",
        term="鲲锦",
        **SAMPLE | {"basis": "sample-later", "more": 'longer = ["鲲锦木"]', "hit": "鲲锦壶", "passed": "鲲锦木"},
    )
    + RULE.format(id="sample-silent", term="貔纹", **SAMPLE | {"more": 'longer = ["貔纹壶"]', "hit": "貔纹壶", "passed": "貔纹壶"})
    + RULE.format(id="sample-loud", term="狻绣", **SAMPLE | {"more": 'replace = { "狻绣" = "鸾章" }', "hit": "狻绣壶", "passed": "狻绣壶"})
    + RULE.format(
        id="sample-listings",
        term="螭缎",
        **SAMPLE
        | {"more": LISTINGS, "hit": "螭缎壶", "passed": "螭缎木"},
    )
    + RULE.format(
        id="sample-excused",
        term="貅绫",
        **SAMPLE | {"more": "", "exempt": '"sample-tip", "sample-lame"', "hit": "貅绫壶", "passed": "手册貅绫壶"},
    )
)
EXEMPTIONS = """\
schema = 1

[[exemption]]
id = "sample-lame"
disposition = "excused"
title = { en = "lame", zh-Hans = "无" }
before = ["目录"]
reach = 0
examples.excuse = ["貅绫壶"]
examples.keep = ["目录貅绫壶"]

[[exemption]]
id = "sample-tip"
disposition = "excused"
title = { en = "tip", zh-Hans = "提示" }
before = ["手册"]
reach = 0
examples.excuse = ["手册貅绫壶"]
examples.keep = ["貅绫壶"]
"""


@pytest.fixture(scope="module")
def shipped() -> Records:
    """Give the records that ship."""
    return load(read_files(data_folder()))


@pytest.fixture(scope="module")
def told(shipped: Records) -> list[Problem]:
    """Give what is told about the samples, proved among the rules that ship."""
    catalogue = samples()
    records = dataclasses.replace(
        shipped,
        brands=tuple(p.record for p in catalogue.brands),
        bases=(*shipped.bases, *(p.record for p in catalogue.bases)),
        rules=(*shipped.rules, *(p.record for p in catalogue.rules)),
        exemptions=(*shipped.exemptions, *(p.record for p in catalogue.exemptions)),
    )
    return list(prove(catalogue, compile_records(records)))


def samples() -> Catalogue:
    """Parse the samples."""
    problems: list[Problem] = []
    files = (
        SourceFile("brands/sample.toml", BRANDS.encode()),
        SourceFile("rules/sample.toml", RULES.encode()),
        SourceFile("context/exemptions.toml", EXEMPTIONS.encode()),
    )
    parsed = [(file, parse(file, problems)) for file in files]
    assert problems == []
    return catalogue_of((file, model) for file, model in parsed if model is not None)


def about(told: list[Problem], record: str) -> list[str]:
    """Give the complaints about a record, without its name."""
    return [p.problem.split(": ", maxsplit=1)[1] for p in told if f'"{record}"' in p.problem.split(": ", maxsplit=1)[0]]


@pytest.mark.parametrize("record", ["sample-good", "sample-taiwan", "sample-later", "sample-excused", "sample-tip"])
def test_a_record_that_keeps_its_promises_gets_no_complaint(told: list[Problem], record: str) -> None:
    """Brands, rules and exemptions are proved where and when they hold: in mainland China, in Taiwan, on a later day."""
    assert about(told, record) == []


def test_a_brand_that_is_not_found_is_told(told: list[Problem]) -> None:
    """A brand must be found in its own examples."""
    assert about(told, "sample-not-found") == ['the brand is not found in examples.hit "砚雪鸦 水墨画 横幅"']


def test_a_brand_that_is_found_where_it_is_not_meant_is_told(told: list[Problem]) -> None:
    """A brand must not be found where its name is an everyday word, and the complaint says why it was."""
    assert about(told, "sample-not-passed") == ['the brand is found in examples.pass "霜梧绮丽的画卷"']
    (problem,) = [p for p in told if "sample-not-passed" in p.problem]
    assert problem.line == BRANDS.split("\n").index('examples.pass = ["霜梧绮丽的画卷"]') + 1
    assert "brand:sample-not-passed" in problem.hint


def test_a_rule_that_says_nothing_is_told(told: list[Problem]) -> None:
    """A rule must speak about its own examples."""
    assert about(told, "sample-silent") == ['the rule does not speak about examples.hit "貔纹壶"']


def test_a_rule_is_proved_on_whole_listings(told: list[Problem]) -> None:
    """A rule must speak, or be silent, about a listing in all its parts; a listing is known by the last of its texts."""
    assert about(told, "sample-listings") == [
        'the rule does not speak about listings.hit "螭缎木"',
        'the rule speaks about listings.pass "螭缎"',
    ]


def test_the_parts_of_a_listing_decide_about_rules_of_judgement(lexicon: Lexicon) -> None:
    """Each rule that judgement applies shows itself in its own listings; without what they tell beside the title it falls silent."""
    files = [file for file in read_files(data_folder()) if file.path.startswith("rules/")]
    catalogue = catalogue_of((file, model) for file in files if (model := parse(file, [])) is not None)
    placed = {place.id: place for place in catalogue.rules if place.record.listings.hit}
    assert placed.keys() == NEEDED
    for rule, part in (("brand-in-search-terms", "search_terms"), ("brand-watched", "watch_words"), ("hidden-text", "description")):
        place = placed[rule]
        (first, *_) = place.record.listings.hit
        assert getattr(first, part)
        bare = ExampleListings(hit=(first.model_copy(update={part: type(getattr(first, part))()}),))
        without = dataclasses.replace(place, record=place.record.model_copy(update={"listings": bare}))
        assert list(prove(Catalogue(rules=(place,)), lexicon)) == []
        assert [problem.hint for problem in prove(Catalogue(rules=(without,)), lexicon)] == ["nothing is found there"]


def test_a_rule_that_says_too_much_is_told(told: list[Problem]) -> None:
    """A rule must be silent where it is to pass, and what it suggests must not be a finding itself."""
    assert about(told, "sample-loud") == [
        'the rule speaks about examples.pass "狻绣壶"',
        'the replacement "鸾章" for "狻绣" does not scan clean',
    ]


def test_an_exemption_that_excuses_otherwise_than_it_says_is_told(told: list[Problem]) -> None:
    """An exemption must excuse where it says so, and nowhere else."""
    assert about(told, "sample-lame") == ['examples.excuse "貅绫壶" is not excused', 'examples.keep "目录貅绫壶" is excused']


def test_every_rule_is_proved_where_it_holds(lexicon: Lexicon) -> None:
    """The place and the day on which a rule is proved are ones where it is in force; today and the mainland if they are."""
    for rule in lexicon.rules.values():
        place = ground_of(rule, lexicon.date)
        assert rule.id in policy_for(lexicon, place.marketplace, place.jurisdiction, place.day, "en").bases
        if rule.id in policy_for(lexicon, None, None, lexicon.date, "en").bases:
            assert place == (None, "CN", lexicon.date)


def test_the_rules_that_judgement_applies_are_the_ones_without_terms(shipped: Records) -> None:
    """A rule without terms would never speak but for judgement, and judgement must find each of those it applies."""
    assert {rule.id for rule in shipped.rules if not rule.terms.all() and not rule.combine} == NEEDED
