"""The form of fields: what the profile of a marketplace asks, at its limits, and nothing where no marketplace is named."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listingguard import Finding, Scanner
from listingguard.cli import main
from listingguard.judge.measure import excess
from listingguard.lexicon import Lexicon, Limit
from listingguard.model import FIELD_WEIGHTS, LANGS

DAY = dt.date(2026, 12, 1)
LATE_2025 = dt.date(2025, 12, 1)
Place = tuple[str, int, int]


def form(scanner: Scanner, parts: dict[str, Any], marketplace: str | None, day: dt.date = DAY, **options: Any) -> list[Finding]:
    """Give the findings of form."""
    return [f for f in scanner.scan(parts, marketplace=marketplace, as_of=day, **options).findings if f.code.startswith("LGM")]


def places(findings: list[Finding]) -> list[Place]:
    """Give code and place."""
    return [(f.code, f.start, f.end) for f in findings]


LIMITS = [
    ("taobao", "title", "窗", 30, DAY),
    ("taobao", "title", "a", 60, DAY),
    ("tmall", "title", "窗", 30, DAY),
    ("1688", "title", "窗", 30, DAY),
    ("pinduoduo", "title", "窗", 30, DAY),
    ("douyin", "title", "窗", 30, DAY),
    ("alibaba", "title", "a", 128, DAY),
    ("aliexpress", "title", "a", 218, DAY),
    ("amazon", "title", "a", 200, LATE_2025),
    ("amazon", "title", "a", 200, dt.date(2026, 7, 26)),
    ("amazon", "title", "a", 75, dt.date(2026, 7, 27)),
    ("amazon.de", "title", "a", 75, DAY),
    ("amazon.ae", "title", "a", 200, DAY),
    ("amazon", "description", "a", 2000, DAY),
    ("amazon", "search_terms", "a", 249, DAY),
    ("amazon", "search_terms", "窗", 83, DAY),
    ("ebay", "title", "a", 80, DAY),
    ("ebay", "subtitle", "a", 55, DAY),
    ("etsy", "title", "a", 140, DAY),
    ("shopee", "title", "a", 120, DAY),
    ("shopee", "description", "a", 3000, DAY),
    ("shopee-tw", "title", "窗", 60, DAY),
    ("lazada", "title", "a", 255, DAY),
    ("tiktok-shop", "title", "a", 255, DAY),
    ("walmart", "title", "a", 150, DAY),
]


@pytest.mark.parametrize(("marketplace", "field", "char", "most", "day"), LIMITS)
def test_a_field_may_be_as_long_as_its_limit_and_no_longer(
    scanner: Scanner, marketplace: str, field: str, char: str, most: int, day: dt.date
) -> None:
    """The limit itself passes, one character more is reported, and that character is what the finding covers."""
    assert form(scanner, {field: char * most}, marketplace, day) == []
    assert places(form(scanner, {field: char * (most + 1)}, marketplace, day)) == [("LGM101", most, most + 1)]


WRITINGS = [
    ("amazon", {"title": "Mug cup mug tea Mug"}, [("LGM102", 16, 19)]),
    ("amazon", {"title": "Mug cup mug tea"}, []),
    ("amazon", {"title": "Tea for one for two for three and four and five and six"}, []),
    ("amazon", {"title": "Box 10 cm x 5 cm x 3 cm"}, []),
    ("amazon", {"title": "Box 3 x 3 x 3"}, []),
    ("amazon", {"title": "Mug! Tea!"}, [("LGM202", 3, 4)]),
    ("amazon", {"title": "Mug! Tea!", "brand": "Tea!"}, []),
    ("amazon", {"title": "Style #4301 <10 lb * 2"}, []),
    ("amazon", {"title": "WATER BOTTLE with LID"}, [("LGM203", 0, 12)]),
    ("amazon", {"title": "USB HDMI VGA DVI"}, []),
    ("amazon", {"title": "WATER bottle steel"}, []),
    ("amazon", {"description": "Fine.<br>Good.</br>"}, []),
    ("amazon", {"description": "Fine.<br><b>Good"}, [("LGM204", 9, 12)]),
    ("amazon", {"bullets": ["plain", "soft\N{REGISTERED SIGN}"]}, [("LGM202", 4, 5)]),
    ("amazon", {"bullets": ["\N{ROCKET} fast"]}, [("LGM201", 0, 1)]),
    ("ebay", {"title": "Mug\N{TRADE MARK SIGN}"}, [("LGM202", 3, 4)]),
    ("ebay", {"title": "Mug\N{ROCKET}"}, [("LGM201", 3, 4)]),
    ("etsy", {"title": "Mug & cup"}, []),
    ("etsy", {"title": "Mug & cup & tea"}, [("LGM102", 10, 11)]),
    ("etsy", {"title": "Mug \N{TRADE MARK SIGN} +1"}, []),
    ("etsy", {"title": "Mug $5"}, [("LGM202", 4, 5)]),
    ("walmart", {"title": "Mug * tea"}, [("LGM202", 4, 5)]),
    ("lazada", {"title": "Mug \N{BALLOON}"}, [("LGM201", 4, 5)]),
    ("tiktok-shop", {"title": "Mug \N{BALLOON}"}, [("LGM201", 4, 5)]),
    ("taobao", {"title": "水杯<大号>"}, [("LGM202", 2, 3), ("LGM202", 5, 6)]),
    ("taobao", {"title": "水杯\N{BALLOON}大号"}, [("LGM201", 2, 3)]),
    ("jd", {"title": "水杯\N{BALLOON}" + "大" * 500}, []),
    ("none", {"title": "WATER BOTTLE! " * 50}, []),
    (None, {"title": "WATER BOTTLE! " * 50}, []),
]


@pytest.mark.parametrize(("marketplace", "parts", "expected"), WRITINGS)
def test_a_rule_of_form_is_reported_at_the_character_that_breaks_it(
    scanner: Scanner, marketplace: str | None, parts: dict[str, Any], expected: list[Place]
) -> None:
    """The third repetition, the banned character, the tag: nothing around it, and nothing that the rule allows."""
    assert places(form(scanner, parts, marketplace)) == expected


def test_rules_of_form_have_their_days(scanner: Scanner) -> None:
    """Amazon's rules of January 2025 are none on the day before."""
    title = {"title": "Mug mug mug!"}
    assert form(scanner, title, "amazon", dt.date(2025, 1, 20)) == []
    assert [f.code for f in form(scanner, title, "amazon", dt.date(2025, 1, 21))] == ["LGM102", "LGM202"]


def test_a_message_tells_limit_count_and_the_way_of_counting(scanner: Scanner) -> None:
    """In every language, and with the dated record of the profile as the basis."""
    for lang, words in (("en", "count two"), ("zh-Hans", "汉字等全角字符计 2"), ("zh-Hant", "漢字等全角字符計 2")):
        (found,) = form(scanner, {"title": "窗" * 66}, "taobao", lang=lang)
        assert all(part in found.message for part in ("132", "60", words)), found.message
        assert "{" not in found.message
    (basis,) = found.basis
    assert (basis.layer, basis.id, basis.checked) == ("platform", "taobao-title-length", dt.date(2026, 11, 22))
    assert basis.source.startswith("https://")


def test_blanks_do_not_count_where_the_marketplace_does_not_count_them(scanner: Scanner) -> None:
    """Amazon measures search terms without blanks and punctuation."""
    assert form(scanner, {"search_terms": "ab, " * 124}, "amazon") == []
    assert places(form(scanner, {"search_terms": "ab, " * 125}, "amazon")) == [("LGM101", 497, 500)]


@pytest.mark.parametrize(("unit", "cut", "used"), [("codepoints", 4, 6), ("width", 2, 11), ("utf-16", 3, 7), ("bytes", 1, 17)])
def test_the_units_of_measure(unit: str, cut: int, used: int) -> None:
    """One text, four measures: 窗窗 is two code points, four half-widths, two UTF-16 units, six bytes."""
    record = {"field": "title", "except_sites": (), "effective_from": None, "effective_to": None, "source": "", "checked": None}
    limit = Limit(**record, confidence="high", note="", max=4, unit=unit, uncounted="")  # type: ignore[arg-type]
    beyond = excess("窗窗\N{BALLOON}窗窗a", limit)
    assert beyond is not None
    assert beyond == (cut, used)


LETTERS = st.lists(st.text("bcdfghjklm", min_size=1, max_size=7), max_size=12)
MARKETS = ["taobao", "amazon", "amazon.de", "ebay", "etsy", "walmart", "lazada", "shopee-tw", "jd"]


@given(
    words=LETTERS,
    tail=st.sampled_from(["", "!", "<p>", "™", "🎈", "&"]),
    swap=st.permutations("bcdfghjklm"),
    market=st.sampled_from(MARKETS),
)
def test_findings_of_form_do_not_depend_on_what_words_mean(
    scanner: Scanner, words: list[str], tail: str, swap: list[str], market: str
) -> None:
    """Other letters in the same places break the same rules at the same places."""
    text = " ".join(words) + tail
    other = " ".join(words).translate(str.maketrans("bcdfghjklm", "".join(swap))) + tail
    assert places(form(scanner, {"title": text}, market)) == places(form(scanner, {"title": other}, market))


@given(text=st.text(max_size=120), market=st.sampled_from(MARKETS), field=st.sampled_from(sorted(FIELD_WEIGHTS)))
def test_form_is_read_in_any_text_and_is_never_worse_than_low(scanner: Scanner, text: str, market: str, field: str) -> None:
    """Nothing raises, a field alone never blocks by its form, and every finding has its own place."""
    found = form(scanner, {field: [text] if field == "bullets" else text * 3}, market)
    assert {f.severity for f in found} <= {"low"}
    assert len({(f.start, f.end) for f in found}) == len(found) <= 30


def test_a_stuffed_field_tells_five_of_each_rule(scanner: Scanner) -> None:
    """Who repeats a hundred words does not need all of them."""
    title = " ".join(f"w{chr(97 + i)}{chr(97 + i)}x " * 3 for i in range(20))
    assert [f.code for f in form(scanner, {"title": title}, "amazon")].count("LGM102") == 5


@pytest.mark.parametrize(
    ("name", "market", "law"),
    [
        ("amazon.de", "amazon", ("EU",)),
        ("Amazon.co.jp", "amazon", ("US",)),
        ("德亚", "amazon", ("EU",)),
        ("ebay.com.hk", "ebay", ("HK",)),
        ("蝦皮", "shopee-tw", ("TW",)),
        ("shopee.sg", "shopee", ("CN",)),
        ("tmall.hk", "tmall", ("CN",)),
        ("tiktok shop us", "tiktok-shop", ("US",)),
        ("none", None, ("CN",)),
    ],
)
def test_a_site_brings_its_law(scanner: Scanner, name: str, market: str | None, law: tuple[str, ...]) -> None:
    """A site is its marketplace under its own law; where that is not covered, the marketplace's stands in."""
    report = scanner.scan("Mug", marketplace=name)
    assert (report.marketplace, report.jurisdictions) == (market, law)


def test_every_profile_says_what_it_does_not_know(lexicon: Lexicon, capsys: pytest.CaptureFixture[str]) -> None:
    """In both languages, and the command tells it with every fact's source."""
    for market in lexicon.marketplaces.values():
        assert market.unknown is not None
        assert market.unknown["en"], market.id
        assert len(market.unknown["en"]) == len(market.unknown["zh-Hans"])
        for lang in LANGS:
            assert main(["marketplaces", market.id, "--lang", lang]) == 0
            shown = capsys.readouterr().out
            assert all(about.source in shown for about in (*market.limits, *market.forms) if about.checked)


def test_the_command_leaves_out_what_is_not_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    """With a day, only the facts of that day; `none` is no error, and an unknown name is."""
    assert main(["marketplaces", "amazon", "--as-of", "2025-06-01", "--json", "--lang", "en"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert [a["max"] for a in plain["fields"] if (a["field"], a["kind"]) == ("title", "length")] == [200]
    assert {basis["id"] for basis in plain["law"]}.isdisjoint(basis["id"] for basis in plain["platform"])
    assert main(["marketplaces", "none"]) == 0
    assert main(["marketplaces", "amazn.de"]) == 2
    assert "amazon.de" in capsys.readouterr().err
