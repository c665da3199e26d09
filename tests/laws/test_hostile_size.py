"""Laws of size: a text of a megabyte takes about as long as any other, whatever it repeats. Measured in time of the processor."""

from __future__ import annotations

import gc
import time

import pytest

from listingguard import Report, Scanner

MEGABYTE = 1_000_000
#: Seconds for a megabyte on a busy machine; plain text takes about 0.3, the slowest of these about 3 on an idle one.
LIMIT = 20.0  # seconds; a quiet machine needs a third of it
#: And for each finding, which has to be judged and worded: a megabyte of 适用于苹果 holds 66,666.
PER_FINDING = 0.0003

#: What is repeated up to a megabyte of UTF-8.
UNITS = {
    "plain text": "夏季新款纯棉短袖 圆领宽松 ",
    "separators": "n.i.k.e.",
    "spaced letters": "n i k e ",
    "the most": "最",
    "compatible": "适用于苹果",
    "words of one letter": "a ",
    "zero width": "\N{ZERO WIDTH SPACE}",
    "direction": "\N{RIGHT-TO-LEFT OVERRIDE}",
    "accents": "\N{COMBINING ACUTE ACCENT}",
    "accented letters": "e\N{COMBINING ACUTE ACCENT}",
    "ligatures": "ﬁ",
    "squared units": "㏄",
    "voiced marks": "ｶﾞ",
    "lone surrogates": "\ud800",
    "emoji": "👩\N{ZERO WIDTH JOINER}👧",
    "middle dots": "阿·",
    "stars": "a*",
    "leet": "n1",
    "shields": "第一次",
    "misspelt": "nikeq ",
    "words": "abcdefg ",
    "line ends": "\r\n",
    "NUL": "\0",
    "looking back": "送 ",
    "halves": "女子禾刂",
    "strange letters": "chaჩel ",
    "drawn letters": "b(a1c\\/d",
    "pictures": "🐎",
    "open brackets": "(abcd ",
    "bars between letters": "n|i|k|e|",
    "letters with decoys": "a&b@",
    "names with decoys": "cha&nel ",
    "framed words": "*乐源* ",
    "neighbours of names": "olcl navy ",
    "letters between characters": "茅x",
    "parts that are given away": "iPhone 送保护套 ",
    "letters with several looks": "λσνδ ",
    "pictures inside of names": "星👨",
}


def repeated(unit: str, size: int = MEGABYTE) -> str:
    """Give a unit so many times that it fills a number of bytes."""
    return unit * (size // len(unit.encode("utf8", "surrogatepass")))


def timed(scanner: Scanner, title: str, sku: str = "") -> tuple[float, Report]:
    """Scan and give the seconds of processor time, and the report.

    Nothing is collected meanwhile: what that takes depends on all that this process holds of other tests, not on the text.
    """
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        report = scanner.scan(title=title, sku=sku)
        return time.process_time() - start, report
    finally:
        gc.enable()


@pytest.mark.parametrize("kind", UNITS)
def test_a_megabyte_takes_seconds(scanner: Scanner, kind: str) -> None:
    """No kind of repetition makes a scan crawl."""
    scanner.scan("第一次 适用于苹果手机壳")  # jieba has started
    seconds, report = timed(scanner, repeated(UNITS[kind]), "A1")
    assert seconds < LIMIT + PER_FINDING * len(report.findings)


DENSE = (
    "耐克",
    "最佳",
    "第一",
    "适用于苹果",
    "小米手机",
    "lv同款 ",
    "阿·迪达斯,",
    "n1ke ",
    "国家级。",
    "2024年全国销量第一,",
    "G\N{ZERO WIDTH SPACE}UCCI ",
    "女子禾刂来,",
    "奈克运动鞋,",
    "蕞好口红,",
)


@pytest.mark.parametrize("unit", DENSE)
def test_findings_cost_the_same_in_crowds(scanner: Scanner, unit: str) -> None:
    """Four times as many findings in one text take about four times as long, not sixteen times."""
    few, many = repeated(unit, 12_000), repeated(unit, 48_000)
    scanner.scan(few[:100])
    once = min(timed(scanner, few, "A1")[0] for _ in range(2))
    seconds, report = timed(scanner, many, "A1")
    assert len(report.findings) >= 900
    assert seconds < 9 * once + 0.2


LONG = [
    ("耐克", 1000, "A1"),
    ("耐克", 1000, ""),
    ("第一。", 1000, ""),
    ("最佳。", 1000, ""),
]


@pytest.mark.parametrize(("unit", "count", "sku"), LONG)
def test_findings_cost_the_same_in_long_texts(scanner: Scanner, unit: str, count: int, sku: str) -> None:
    """Many findings behind a megabyte of plain text take what the text takes and what the findings take."""
    scanner.scan(unit)
    alone = timed(scanner, repeated("夏"), sku)[0] + timed(scanner, unit * count, sku)[0]
    together, report = timed(scanner, repeated("夏") + unit * count, sku)
    assert len(report.findings) == count
    assert together < 3 * alone + 0.3
