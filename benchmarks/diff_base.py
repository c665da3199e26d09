"""What `--diff-base` costs: five changed rows in a CSV file of 100,000, in a process of its own as CI starts it.

    python benchmarks/diff_base.py [--rows 100000] [--rounds 3] [--limit 3]

The catalogue is made up, committed to a repository in a temporary folder, and five of its rows are changed there. The program is started
anew for each round; the fastest round counts, since whatever else the machine does only adds. Beside it stand a scan of two rows, which
is what every start costs, and a scan of the whole file. The exit code is 1 above the limit, or where other rows than those five are told.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

HEAD: Final = ("货号", "商品标题", "卖点1", "卖点2", "商品描述", "价格", "库存")
CHANGED: Final = 5
_GOODS: Final = ("纯棉四件套", "羊毛围巾", "收纳盒", "儿童书包", "保温杯", "松木书架")
_POINTS: Final = ("加厚遮光", "亲肤透气", "机洗不褪色", "大容量", "轻便耐用")


def rows(count: int) -> list[list[str]]:
    """Give so many listings, the same every time, about as long as real ones."""
    rng = random.Random(7)
    return [
        [
            f"A{number}",
            f"夏季新款 {rng.choice(_GOODS)} {number} 家用宿舍 {rng.choice(_POINTS)}",
            rng.choice(_POINTS),
            rng.choice(_POINTS),
            "，".join(rng.choices(_POINTS, k=12)),
            str(rng.randrange(9, 999)),
            str(rng.randrange(99)),
        ]
        for number in range(count)
    ]


def write(path: Path, table: list[list[str]]) -> None:
    """Write the file."""
    with path.open("w", encoding="utf8", newline="") as file:
        csv.writer(file).writerows([HEAD, *table])


def changed(table: list[list[str]]) -> list[list[str]]:
    """Give the table with five of its titles changed, sorted the other way, and with other prices everywhere."""
    places = range(0, len(table), max(1, len(table) // CHANGED))[:CHANGED]
    new = [[*row[:5], f"{row[5]}9", row[6]] for row in table]
    for place in places:
        new[place][1] = f"全网最低价 {new[place][1]}"
    return new[::-1]


def git(folder: Path, *words: str) -> None:
    """Run Git in the folder, apart from the settings of whoever runs this."""
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607  words of ours


def scan(folder: Path, *words: str) -> tuple[float, float, list[dict[str, Any]]]:
    """Start a scan; give the seconds that it takes, those that a processor spends on it, and the rows that it tells."""
    command = [sys.executable, "-m", "listingguard", "scan", *words, "--format", "jsonl", "--exit-zero", "-q"]
    start, before = time.perf_counter(), os.times()
    done = subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, check=True)  # noqa: S603  our own program
    took, after = time.perf_counter() - start, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return took, spent, [json.loads(line) for line in done.stdout.splitlines()[:-1]]


def main() -> int:
    """Print the numbers; exit with 1 where they are not what they may be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=3.0, help="seconds that it may take")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, table = Path(place), rows(args.rows)
        write(folder / "shop.csv", table)
        write(folder / "two.csv", table[:2])
        git(folder, "init", "--quiet")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "-m", "Catalogue")
        write(folder / "shop.csv", changed(table))
        start = min(scan(folder, "two.csv")[0] for _ in range(args.rounds))
        runs = [scan(folder, "shop.csv", "--diff-base", "HEAD") for _ in range(args.rounds)]
        whole = scan(folder, "shop.csv")[0]
    took, spent, told = min(run[0] for run in runs), min(run[1] for run in runs), runs[0][2]
    print(f"{args.rows} rows, {CHANGED} of them changed: {took:.2f} s, allowed {args.limit:g}; {spent:.2f} s of a processor")
    print(f"a start alone {start:.2f} s; all rows {whole:.1f} s")
    right = len(told) == CHANGED and all(row["report"]["findings"] for row in told)
    print(f"{len(told)} rows were scanned{'' if right else ', which is wrong'}")
    return 0 if right and took <= args.limit else 1


if __name__ == "__main__":
    sys.exit(main())
