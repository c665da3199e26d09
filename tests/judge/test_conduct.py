"""What the way of writing says: disguise, stuffing, hidden search terms, and the form of a field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from listingguard import Scanner

Codes = Callable[..., list[str]]

DISGUISES = [
    ("N\N{ZERO WIDTH SPACE}IKE 跑鞋", "N\N{ZERO WIDTH SPACE}IKE", "LGE101"),
    ("耐\x7f克 跑鞋", "耐\x7f克", "LGE101"),
    ("сhanel 手袋", "сhanel", "LGE102"),
    ("chane1 手袋", "chane1", "LGE102"),
    ("n.i.k.e 跑鞋", "n.i.k.e", "LGE103"),
    ("阿迪·达斯 跑鞋", "阿迪·达斯", "LGE103"),
]


@pytest.mark.parametrize(("title", "text", "code"), DISGUISES)
def test_a_disguise_is_a_finding_of_its_own(scanner: Scanner, title: str, text: str, code: str) -> None:
    """A disguised name is reported as the brand and as the disguise, at the same words, and blocks."""
    report = scanner.scan(title)
    assert sorted((f.code, f.text, f.method) for f in report.findings) == [(code, text, "variant"), ("LGT101", text, "variant")]
    assert report.verdict == "block"


@pytest.mark.parametrize(
    "title",
    [
        "ＮＩＫＥ 跑鞋",
        "耐吉 跑鞋",
        "NIKE 跑鞋",
        "愛馬仕 手袋",
        "Herme\N{COMBINING GRAVE ACCENT}s bag",
        "\N{ZERO WIDTH SPACE}耐克\N{ZERO WIDTH SPACE} 跑鞋",
    ],
)
def test_honest_spellings_are_no_disguise(codes: Codes, title: str) -> None:
    """Width, case, script, accents, and invisible characters beside a name hide nothing."""
    assert codes(title) == ["LGT101"]


def test_the_third_brand_of_a_title_is_stuffing(codes: Codes) -> None:
    """Two brands may be a cooperation; three different ones as the goods are stuffing, and one named thrice is one."""
    assert "LGK101" not in codes("耐克 阿迪达斯 运动鞋")
    assert codes("耐克 阿迪达斯 彪马 运动鞋").count("LGK101") == 1
    assert "LGK101" not in codes("耐克 Nike 耐吉 运动鞋")
    assert "LGK101" not in codes("手机壳 适用于 华为 三星 OPPO vivo")
    assert "LGK101" not in codes("ASUS gaming laptop with Intel Core i9 and NVIDIA RTX graphics")
    assert "LGK101" not in codes("漫威 钢铁侠 美国队长 蜘蛛侠 毯子")


def test_a_brand_in_hidden_search_terms_is_reported(codes: Codes) -> None:
    """Search terms are read as other fields are, and every foreign brand there is a finding of its own, lists of terms as well."""
    found = codes(title="跑步鞋", search_terms=["nike", "adidas", "running"])
    assert sorted(found) == ["LGK102", "LGK102", "LGT101", "LGT101"]
    assert codes(title="跑步鞋", search_terms="running shoes light") == []


@pytest.mark.parametrize(
    ("parts", "marketplace", "over"),
    [
        ({"title": "窗" * 30}, "taobao", None),
        ({"title": "窗" * 31}, "taobao", 30),
        ({"title": "a" * 60}, "taobao", None),
        ({"title": "a" * 59 + "窗"}, "taobao", 59),
        ({"search_terms": "é" * 124 + "a"}, "amazon", None),
        ({"search_terms": "é" * 125}, "amazon", 124),
        ({"title": "窗" * 500}, None, None),
        ({"title": "窗" * 500}, "jd", None),
        ({"bullets": ["a", "b" * 256]}, "amazon", 255),
    ],
)
def test_a_field_is_measured_as_the_marketplace_counts(scanner: Scanner, parts: Any, marketplace: str | None, over: int | None) -> None:
    """Half-width characters, code points or bytes; the finding covers what is too much; without a marketplace nothing is too long."""
    findings = [f for f in scanner.scan(parts, marketplace=marketplace).findings if f.code == "LGM101"]
    assert [f.start for f in findings] == ([] if over is None else [over])


def test_a_limit_has_its_days(scanner: Scanner) -> None:
    """A limit holds from its day on: Amazon's titles shrank in July 2026."""
    title = "a" * 100
    before = scanner.scan(title=title, marketplace="amazon", as_of=dt.date(2026, 7, 1))
    after = scanner.scan(title=title, marketplace="amazon", as_of=dt.date(2026, 8, 1))
    assert [f.start for f in before.findings] == []
    assert [f.start for f in after.findings] == [75]


def test_a_field_is_too_long_once(scanner: Scanner) -> None:
    """Of several limits the tightest in force is reported, once."""
    findings = scanner.scan(title="a" * 300, marketplace="amazon").findings
    assert [f.start for f in findings] == [75]


@pytest.mark.parametrize(
    ("title", "damaged"),
    [
        ("纯\0棉", "\0"),
        ("窗\ud83d帘", "\ud83d"),
        ("\ud800\udc00棉", "\ud800\udc00"),
        ("棉\0\0\0", "\0\0\0"),
        ("\0", "\0"),
    ],
)
def test_damaged_characters_are_reported(scanner: Scanner, title: str, damaged: str) -> None:
    """NUL and lone surrogates were lost on their way: said once a field, mildly, with the place in the original."""
    (finding,) = scanner.scan(title).findings
    assert (finding.code, finding.text, finding.severity, finding.method) == ("LGX101", damaged, "low", "form")
    assert scanner.scan(title).verdict == "pass"


def test_damage_does_not_hide_a_brand(codes: Codes) -> None:
    """A NUL inside a brand is damage and a disguise, and the brand is found all the same."""
    assert {"LGX101", "LGE101", "LGT101"} == set(codes("耐\0克 跑鞋"))
