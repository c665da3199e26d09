"""Speed of each stage and of the whole scan, beside bare FlashText and bare Aho-Corasick over the same names and texts.

    python benchmarks/stages.py [--titles 3000] [--rounds 5]

Titles are put together from parts of our own with a fixed seed, so that every run sees the same texts, no title twice. Times are the
median of the rounds, in microseconds a title; a pass is only worth its time if it finds what it should, so the findings of every round are
counted and must be the same.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import flashtext
from ahocorasick_rs import AhoCorasick

import listingguard as lg
from listingguard.judge import read_context
from listingguard.lexicon import default_lexicon
from listingguard.match import Matcher, TypoSearch, exact_hits, latin_words, loose_hits, mask_hits, mixed_hits, sound_hits, typo_hits
from listingguard.normalize import align

OPENINGS = ["夏季新款", "2026春夏", "厂家直销", "現貨 ", "【包邮】", "New ", "跨境爆款", "", "", ""]
BRANDS = ["耐克", "NIKE ", "小米", "适用于华为", "LV同款", "愛馬仕", "苹果", "for iPhone ", "Adidas ", "得力", "", "", "", "", ""]
GOODS = [
    "运动鞋男",
    "手机壳",
    "保溫杯",
    "连衣裙",
    "收纳盒",
    "women dress",
    "数据线",
    "四件套",
    "斜挎包女",
    "保护套",
    "儿童书包",
    "storage box",
]
CLAIMS = ["全网最低价", "百搭", "加厚", "第一次购买立减", "顶级面料", "抗菌", "best seller", "最新款", "大容量", "透气", "", "", "", ""]
ENDINGS = ["黑色", " 2只装", " L码", "（颜色备注）", " 35x40cm", " black", "可定制", "现货"]


def titles(count: int) -> list[str]:
    """Give so many different titles, the same ones every time."""
    rng = random.Random(20261121)
    made: dict[str, None] = {}
    while len(made) < count:
        parts = [rng.choice(group) for group in (OPENINGS, BRANDS, GOODS, CLAIMS, CLAIMS, ENDINGS)]
        made["".join(parts) + f" {rng.randrange(10**6)}"] = None
    return list(made)


def names() -> list[str]:
    """Give every spelling that the lexicon looks for."""
    return list(default_lexicon().exact.patterns)


def passes(texts: Sequence[str]) -> Iterator[tuple[str, Callable[[str], Any], Callable[[Any], int]]]:
    """Give the passes to time: a name, what to run on a title, and how to count what it found."""
    lexicon, scanner = default_lexicon(), lg.Scanner()
    matcher, typos, bare = Matcher(lexicon), TypoSearch(lexicon), AhoCorasick(names())
    keywords = flashtext.KeywordProcessor(case_sensitive=True)
    keywords.add_keywords_from_list(names())
    folded = {text: align(text) for text in texts}
    yield "bare Aho-Corasick", lambda t: bare.find_matches_as_indexes(folded[t].text, overlapping=True), len
    yield "bare FlashText", lambda t: keywords.extract_keywords(folded[t].text, span_info=True), len
    yield "fold", align, lambda a: len(a.text)
    yield "exact", lambda t: exact_hits(folded[t], lexicon), len
    yield "disguises", lambda t: loose_hits(folded[t], lexicon), len
    yield "typos", lambda t: typo_hits(folded[t], latin_words(folded[t].text), typos), len
    yield "sound", lambda t: sound_hits(folded[t], lexicon), len
    yield "masks", lambda t: mask_hits(folded[t], lexicon), len
    yield "mixed scripts", lambda t: mixed_hits(folded[t], lexicon), len
    yield "all matchers", lambda t: matcher.find(folded[t]), len
    yield "goods and cues", lambda t: read_context(folded[t].text, lexicon), lambda found: len(found[0]) + len(found[1])
    yield "whole scan", scanner.scan, lambda report: len(report.findings)


def timed(run: Callable[[str], Any], count: Callable[[Any], int], texts: Sequence[str]) -> tuple[float, int]:
    """Give microseconds a title and how much was found."""
    start = time.perf_counter()
    results = [run(text) for text in texts]
    seconds = time.perf_counter() - start
    return seconds / len(texts) * 1e6, sum(map(count, results))


def main() -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    texts = titles(args.titles)
    print(f"{len(texts)} titles of {sum(map(len, texts)) / len(texts):.0f} characters, {len(names())} names")
    print(f"{'':20s}{'µs/title':>10s}{'found':>9s}{'of FlashText':>14s}")
    flash = None
    for name, run, count in passes(texts):
        rounds = [timed(run, count, texts) for _ in itertools.repeat(None, args.rounds)]
        found = {n for _, n in rounds}
        if len(found) != 1:
            sys.exit(f"{name}: rounds differ in what they find: {sorted(found)}")
        micros = statistics.median(us for us, _ in rounds)
        flash = micros if name == "bare FlashText" else flash
        print(f"{name:20s}{micros:10.2f}{found.pop():9d}{flash / micros if flash else float('nan'):14.2f}")
    reports = list(lg.Scanner().scan_many(texts))
    per_title = sum(len(r.findings) for r in reports) / len(reports)
    if per_title < 1:
        sys.exit(f"only {per_title:.2f} findings a title: speed without detection means nothing")
    return 0


if __name__ == "__main__":
    sys.exit(main())
