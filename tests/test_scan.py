"""The scanner as an upload script meets it: what it takes, what it gives, and what it never does."""

from __future__ import annotations

import datetime as dt
import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

import pytest

import listingguard as lg
from listingguard import ConfigError, FindingsError, Listing, Scanner, Seller
from listingguard.lexicon import Lexicon
from listingguard.model import Settings

DAY = dt.date(2026, 12, 1)


def test_the_first_example_of_the_contract() -> None:
    """A title is scanned in one call, and the report says what stands where."""
    report = lg.scan("夏季新款LV同款窗帘 全网最低价")
    assert report.verdict == "block"
    assert [(f.text, f.start, f.end, f.category, f.brand) for f in report.findings] == [
        ("LV", 4, 6, "trademark", "louis-vuitton"),
        ("同款", 6, 8, "imitation", None),
        ("全网最低价", 11, 16, "price", None),
    ]
    assert report.as_of == dt.date.today()
    assert not report.ok
    with pytest.raises(FindingsError, match="LV"):
        report.raise_for_findings(at="block")


def test_a_listing_may_come_in_any_shape(scanner: Scanner) -> None:
    """A title, a mapping, a `Listing` and parts by name are one and the same."""
    parts: dict[str, Any] = {"title": "耐克跑鞋", "bullets": ["最佳"], "sku": "A1"}
    reports = [scanner.scan(parts), scanner.scan(MappingProxyType(parts)), scanner.scan(Listing(**parts)), scanner.scan(**parts)]
    assert all(report == reports[0] for report in reports)
    assert scanner.scan("耐克跑鞋") == scanner.scan(title="耐克跑鞋") == scanner.scan({"title": "耐克跑鞋"})
    assert lg.scan(**parts, as_of=DAY) == reports[0]


def test_every_part_is_read_but_category_and_sku(scanner: Scanner) -> None:
    """Findings come field by field in the order of a listing; bullets are counted; what informs the judgement is not scanned itself."""
    parts: dict[str, Any] = dict.fromkeys(("title", "subtitle", "description", "search_terms", "shop_name", "category", "sku"), "高仿 窗帘")
    fields = [f.field for f in scanner.scan(**parts, bullets=["", "高仿", "高仿"], brand="高仿").findings if f.text == "高仿"]
    assert fields == ["title", "subtitle", "bullets[1]", "bullets[2]", "description", "search_terms", "brand", "shop_name"]


@pytest.mark.parametrize("nothing", ["", {}, {"title": None, "bullets": None}, {"bullets": []}, Listing(), " \n", "\N{ZERO WIDTH SPACE}"])
def test_nothing_is_nothing(scanner: Scanner, nothing: Any) -> None:
    """Empty listings pass with an empty report."""
    report = scanner.scan(nothing)
    assert (report.verdict, report.score, report.findings, report.ok) == ("pass", 0.0, (), True)


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (7, "a str, a mapping or a Listing, not int"),
        (["耐克"], "not list"),
        ({"titel": "x"}, "did you mean 'title'"),
        ({"zzz": "x"}, "it has title"),
        ({"title": 5}, "a listing's title is a text, not int"),
        ({"bullets": [5]}, "bullets is a list of texts; it holds int"),
        ({"bullets": 5}, "bullets is a list of texts, not int"),
    ],
)
def test_what_is_no_listing_is_said_plainly(scanner: Scanner, item: Any, problem: str) -> None:
    """A wrong shape is the caller's mistake and named with a remedy; it is never about what a text holds."""
    with pytest.raises(ConfigError, match=problem):
        scanner.scan(item)


def test_a_listing_and_parts_do_not_mix(scanner: Scanner) -> None:
    """A title given twice is refused rather than guessed about."""
    with pytest.raises(ConfigError, match="not both"):
        scanner.scan("耐克", title="x")


def test_many_are_read_lazily(scanner: Scanner) -> None:
    """`scan_many` takes nothing before it is asked, and gives the report of the first item, of any shape, before it takes the next."""
    taken: list[int] = []

    def items() -> Iterator[Any]:
        for i, item in enumerate(("耐克跑鞋", {"title": "最佳"}, Listing(title="纯棉"))):
            taken.append(i)
            yield item

    reports = scanner.scan_many(items())
    assert taken == []
    assert next(reports).findings[0].brand == "nike"
    assert taken == [0]
    assert [report.verdict for report in reports] == ["block", "pass"]


def test_many_are_read_ahead_in_groups_that_stay_small(scanner: Scanner) -> None:
    """No more than 128 items are read before their reports are given, however many there are."""
    taken: list[int] = []

    def items() -> Iterator[str]:
        for i in range(600):
            taken.append(i)
            yield "纯棉四件套"

    for given, _ in enumerate(scanner.scan_many(items())):
        assert len(taken) - given <= 128
    assert len(taken) == 600


def test_settings_for_many_stand_before_those_of_the_scanner(scanner: Scanner) -> None:
    """What may be set for one scan may be set for many, and gives the same reports."""
    titles = ["耐克同款跑鞋", "纯棉四件套", "王牌特工 模型"] * 60
    seller = Seller(own_brands=["耐克"])
    settings: Settings = {"marketplace": "taobao", "seller": seller, "lang": "zh-Hans", "strictness": "strict", "as_of": DAY}
    assert list(scanner.scan_many(titles, **settings)) == [scanner.scan(title, **settings) for title in titles]
    with pytest.raises(ConfigError, match="marketplace"):
        scanner.scan_many(titles, marketplace="nowhere")


def test_an_item_that_is_none_stops_behind_the_reports_of_all_before_it(scanner: Scanner) -> None:
    """What comes before the mistake is not lost with the group that it is read in."""
    reports = scanner.scan_many(["耐克同款跑鞋", "纯棉", "最佳", {"titel": "x"}])
    assert [next(reports).verdict for _ in range(3)] == ["block", "pass", "block"]
    with pytest.raises(ConfigError, match="did you mean 'title'"):
        next(reports)


def test_options_of_a_call_win_over_those_of_the_scanner() -> None:
    """Marketplace, day and seller of a call replace the scanner's for this call only."""
    seller = Seller(own_brands=["耐克"])
    shop = Scanner(marketplace="taobao", as_of=DAY, seller=seller)
    assert (shop.scan("耐克").findings[0].usage, shop.scan("耐克").marketplace) == ("own", "taobao")
    other = shop.scan("耐克", marketplace="amazon", as_of=dt.date(2027, 2, 1), seller=Seller())
    assert (other.findings[0].usage, other.marketplace, other.as_of) == ("product", "amazon", dt.date(2027, 2, 1))
    assert shop.scan("耐克").findings[0].usage == "own"


def test_a_scanner_pickles_as_its_configuration(lexicon: Lexicon) -> None:
    """A copy for another process is small, whole, and scans the same."""
    seller = Seller(own_brands=["晨光"], watch_words=["样品"])
    shop = Scanner(marketplace="tb", seller=seller, as_of=DAY, lang="zh-Hans", jurisdiction="CN")
    packed = pickle.dumps(shop)
    copy: Scanner = pickle.loads(packed)  # noqa: S301  our own bytes
    assert len(packed) < 1000
    assert (copy.marketplace, copy.seller, copy.as_of, copy.lang, copy.jurisdiction) == ("tb", seller, DAY, "zh-Hans", "CN")
    assert copy.scan("LV同款样品 最佳") == shop.scan("LV同款样品 最佳")
    assert copy.scan("x").lexicon.digest == lexicon.digest


def test_a_scanner_with_its_own_lexicon_says_that_it_does_not_pickle(small: Lexicon) -> None:
    """What cannot be rebuilt elsewhere is refused with a remedy, not guessed."""
    with pytest.raises(ConfigError, match="does not pickle"):
        pickle.dumps(Scanner(lexicon=small))


def test_threads_may_share_a_new_scanner() -> None:
    """Threads that meet a scanner at the same moment, nothing of it yet used, all get the same reports."""
    shop = Scanner(as_of=DAY)
    titles = ["精美的空调罩 最佳", "苹果手机壳 n.i.k.e", "addidas 跑鞋", "第一次使用 гucci"] * 5
    alone = list(Scanner(as_of=DAY).scan_many(titles))
    found: list[list[Any]] = []
    threads = [threading.Thread(target=lambda: found.append(list(shop.scan_many(titles)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone] * 8


def test_the_same_bytes_in_every_process() -> None:
    """The order of sets differs from process to process; reports do not."""
    program = (
        "import datetime, listingguard as lg\n"
        "seller = lg.Seller(own_brands={'晨光', 'a', 'b'}, watch_words={'窗帘', 'x'})\n"
        "scanner = lg.Scanner(as_of=datetime.date(2026, 12, 1), seller=seller, marketplace='amazon')\n"
        "for title in ('LV同款窗帘 最佳 治疗失眠', '适用于苹果小米华为 手机壳 膜 n1ke', 'addidas 耐克 gucci chanel dior'):\n"
        "    print(ascii(scanner.scan(title=title, search_terms={'nike', 'gucci', 'iphone'}).model_dump_json()))\n"
    )
    outputs = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
        assert done.stderr == ""
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_a_fingerprint_names_the_finding_and_not_its_place(scanner: Scanner) -> None:
    """Moving a finding keeps its fingerprint; another field, sku, word or occurrence changes it; with a sku so does no other word."""

    def prints(title: str, sku: str = "A1", **parts: Any) -> list[str]:
        return [f.fingerprint for f in scanner.scan(title=title, sku=sku, **parts).findings]

    (plain,) = prints("耐克跑鞋")
    assert prints("新款 耐克跑鞋 红色") == [plain]
    assert prints("新款 耐克跑鞋", sku="A2") != [plain]
    assert prints("耐克 耐克")[0] == plain
    assert len({*prints("耐克 耐克"), *prints("nike"), *prints("", bullets=["耐克"]), *prints("", sku="A2", bullets=["耐克"])}) == 5
    assert [f.fingerprint for f in scanner.scan("耐克跑鞋").findings] != [plain]


def test_a_lone_surrogate_counts_as_a_replacement_character(scanner: Scanner) -> None:
    """The report keeps the seller's own text; the JSON writes U+FFFD."""
    report = scanner.scan("窗\ud800帘 耐克")
    assert [f.text for f in report.findings] == ["\ud800", "耐克"]
    assert report.listing.title == "窗\ud800帘 耐克"
    plain = json.loads(report.model_dump_json())
    assert plain["listing"]["title"] == "窗\N{REPLACEMENT CHARACTER}帘 耐克"
    assert plain["findings"][0]["text"] == "\N{REPLACEMENT CHARACTER}"


def test_a_scanner_cannot_be_changed(scanner: Scanner) -> None:
    """A scanner is immutable: whoever wants another configuration builds another scanner."""
    shop: Any = Scanner(as_of=DAY)
    with pytest.raises(AttributeError, match="build another one"):
        shop.marketplace = "amazon"
    assert shop.scan("耐克") == scanner.scan("耐克")


def test_watched_words_inside_brands_and_claims(scanner: Scanner) -> None:
    """The seller's words and the lexicon's are found side by side, each at its place."""
    report = scanner.scan(title="最佳样品 耐克鞋样", seller=Seller(watch_words=["样品", "鞋样"]))
    assert [(f.text, f.code[:3]) for f in report.findings] == [("最佳", "LGC"), ("样品", "LGT"), ("耐克", "LGT"), ("鞋样", "LGT")]
