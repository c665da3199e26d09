"""What growth costs: the time per listing with ten times the names, and what building a scanner takes.

    python benchmarks/growth.py [--times 9] [--titles 600] [--rounds 9] [--keep DIR]

An own lexicon with so many times the brands that ship is made up, written as TOML and loaded as a shop would load it. The titles are put
together from parts of our own; half of them hold a Latin word that no lexicon knows and no memo has seen, since those are what the search
for typos looks at. Both scanners read the same few titles in turn, and the ratio is the median of many such pairs: what else the machine
does falls on both.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import listingguard as lg
from listingguard.lexicon import Lexicon, default_lexicon
from listingguard.lexicon.canonical import format_data
from listingguard.lexicon.forms import forms

LIMIT: Final = 1.5
_PER_FILE: Final = 400
_BATCH: Final = 20
_HEADS = [*"bcdfghjklmnprstvwz", "br", "ch", "cl", "dr", "fl", "gr", "kr", "pr", "qu", "sh", "st", "tr"]
_VOWELS = [*"aeiou", "ai", "ea", "io", "ou"]
_TAILS = [*"lmnrstx", "nd", "nt", "rk", *[""] * 6]
_ENDS = ["", "", "", "o", "ia", "ex", "on", "ini", "elle", "ware"]
_HAN = "嘉铂澜珞瀚翎骁昊婧琦睿煜梵谧黛霖鹭璟曜缇芮蔻莎蒂维诺伦斯奥朗格菲雅黎曼洛奇纳科迪欧尼克兰德卡帕罗凯瑟薇娜丝"
_GOODS = ["footwear", "bag", "apparel", "cosmetics", "kitchenware", "toy", "appliance", "phone-accessory", "home-textile", "tool"]
_OPENINGS = ["夏季新款", "2026春夏", "厂家直销", "現貨 ", "【包邮】", "New ", "跨境爆款", ""]
_MARKS = ["耐克", "小米", "适用于华为", "LV同款", "苹果", "for iPhone ", "Adidas ", "", "", "", "", ""]
_THINGS = ["运动鞋男", "手机壳", "保溫杯", "连衣裙", "收纳盒", "women dress", "数据线", "四件套", "斜挎包女", "儿童书包", "storage box"]
_CLAIMS = ["全网最低价", "百搭", "加厚", "第一次购买立减", "抗菌", "best seller", "最新款", "大容量", "waterproof", "", "", ""]


def latin(rng: random.Random) -> str:
    """Give a word that could be a brand."""
    parts = (rng.choice(_HEADS) + rng.choice(_VOWELS) + rng.choice(_TAILS) for _ in range(rng.choice((1, 2, 2, 2, 3))))
    return "".join(parts) + rng.choice(_ENDS)


def han(rng: random.Random) -> str:
    """Give a name as foreign and new brands have it in Chinese."""
    return "".join(rng.choice(_HAN) for _ in range(rng.choice((3, 3, 3, 4))))


class Names:
    """Gives names that nobody has yet, neither the lexicon that ships nor a name given before."""

    def __init__(self, rng: random.Random, lexicon: Lexicon) -> None:
        self._rng = rng
        self._taken = set(lexicon.exact.patterns) | lexicon.known

    def __call__(self, make: Callable[[random.Random], str], shortest: int) -> str:
        """Give a new name of at least so many characters."""
        while True:
            name = make(self._rng)
            spellings = set(forms(name))
            if len(name) >= shortest and not spellings & self._taken:
                self._taken |= spellings
                return name


def brand(rng: random.Random, new: Names) -> dict[str, Any]:
    """Give a record with about as many names as the records that ship."""
    word = new(latin, 4)
    english = [word.title()]
    if rng.random() < 0.3:  # noqa: PLR2004
        english.append(new(lambda r: f"{word} {latin(r)}", 6).title())
    chinese = [new(han, 3)] if rng.random() < 0.8 else []  # noqa: PLR2004
    record: dict[str, Any] = {"id": word, "names": {"en": english, "zh-Hans": chinese} if chinese else {"en": english}}
    if rng.random() < 0.3:  # noqa: PLR2004
        record["nicknames"] = [new(han, 3)]
    if rng.random() < 0.4:  # noqa: PLR2004
        record["models"] = list(dict.fromkeys(f"{new(latin, 4).title()} {rng.randrange(2, 99)}" for _ in range(rng.randrange(1, 5))))
    record["goods"] = sorted(rng.sample(_GOODS, rng.randrange(1, 4)))
    return record | {"source": "general-knowledge", "confidence": "low", "examples": {"hit": [f"{english[0]} {rng.choice(_THINGS)}"]}}


def write_lexicon(folder: Path, count: int) -> None:
    """Write so many made-up brands, the same ones every time, in files of a size that a person reviews."""
    rng = random.Random(20261121)
    new = Names(rng, default_lexicon())
    records = (brand(rng, new) for _ in range(count))
    (folder / "brands").mkdir(parents=True, exist_ok=True)
    for number in itertools.count(1):
        part = list(itertools.islice(records, _PER_FILE))
        if not part:
            return
        data = {"schema": 1, "category": f"made-up-{number:03d}", "brand": part}
        (folder / "brands" / f"made-up-{number:03d}.toml").write_text(format_data(data), encoding="utf8")


def titles() -> Iterator[str]:
    """Give titles, no two alike."""
    rng = random.Random(42)
    for number in itertools.count():
        parts = [rng.choice(group) for group in (_OPENINGS, _MARKS, _THINGS, _CLAIMS, _CLAIMS)]
        word = f" {latin(rng)} " if number % 2 else " "
        yield "".join(parts) + word + str(number)


def seconds(run: Callable[[str], Any], texts: list[str]) -> float:
    """Give the time that a batch takes."""
    start = time.perf_counter()
    for text in texts:
        run(text)
    return time.perf_counter() - start


def ratios(before: lg.Scanner, after: lg.Scanner, count: int, rounds: int) -> list[tuple[float, float]]:
    """Give (time before, time after) of batches that both read in turn; who begins changes from batch to batch."""
    source, pairs = titles(), []
    for scanner in (before, after):
        seconds(scanner.scan, list(itertools.islice(titles(), 200)))  # what is made when first asked for is made now
    for number in range(rounds * count // _BATCH):
        texts = list(itertools.islice(source, _BATCH))
        if number % 2:
            late = seconds(after.scan, texts)
            pairs.append((seconds(before.scan, texts), late))
        else:
            pairs.append((seconds(before.scan, texts), seconds(after.scan, texts)))
    return pairs


_BUILD = """
import json, sys, time
import listingguard as lg
def resident():
    try:
        return next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmRSS"))
    except OSError:
        return float("nan")
before, start = resident(), time.perf_counter()
scanner = lg.Scanner(lexicon=sys.argv[1:])
built = time.perf_counter() - start
scanner.scan("纯棉四件套")
print(json.dumps([built, resident() - before]))
"""


def build(*own: str, cache: str) -> tuple[float, float]:
    """Build a scanner in a process of its own; give seconds, and megabytes that the process grew by."""
    environment = os.environ | {"LISTINGGUARD_CACHE_DIR": cache}
    done = subprocess.run([sys.executable, "-c", _BUILD, *own], env=environment, capture_output=True, check=True)  # noqa: S603  our own program
    took, grew = json.loads(done.stdout)
    return took, grew


def main() -> int:
    """Print the numbers; exit with 1 where growth costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=9, help="made-up brands for each brand that ships")
    parser.add_argument("--titles", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--keep", type=Path, help="write the lexicon to this folder and leave it there")
    args = parser.parse_args()
    with contextlib.ExitStack() as stack:
        place = args.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        count = args.times * len(default_lexicon()._snapshot["brands"])  # noqa: SLF001
        write_lexicon(place, count)
        cache = stack.enter_context(tempfile.TemporaryDirectory())
        for name, own in (("shipped", ()), (f"with {count} made-up brands", (str(place),))):
            first, again = build(*own, cache=cache), [build(*own, cache=cache) for _ in range(5)]
            took, grew = (statistics.median(values) for values in zip(*again, strict=True))
            print(f"{name}: compiled in {first[0]:.2f} s (+{first[1]:.0f} MB), from the cache in {took:.3f} s (+{grew:.0f} MB)")
        before, after = lg.Scanner(), lg.Scanner(lexicon=place)
    sizes = [len(scanner.lexicon.exact.patterns) for scanner in (before, after)]
    pairs = ratios(before, after, args.titles, args.rounds)
    micros = [statistics.median(times) / _BATCH * 1e6 for times in zip(*pairs, strict=True)]
    ratio = statistics.median(late / early for early, late in pairs)
    print(f"spellings: {sizes[0]} and {sizes[1]}; a title: {micros[0]:.1f} and {micros[1]:.1f} µs; ratio {ratio:.2f}, allowed {LIMIT}")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
