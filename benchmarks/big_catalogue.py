"""A big catalogue from end to end: memory and speed of `listingguard scan`, beside `scan_many` on the same titles.

    python benchmarks/big_catalogue.py [--rows 1000000] [--format concise] [--clean 0.5]

The CSV is made of parts of our own with a fixed seed. Every run is a process of its own; its memory is that of the whole family of
processes, looked at four times a second: what several of them share counts once (the proportional set size of Linux). Speed is told in
rows a second, and in time of the processor, which another program on the machine disturbs less: the first ratio is made of it. That of
`-j 2` is about the time that passes, and needs a machine with two processors to spare.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from stages import BRANDS, CLAIMS, ENDINGS, GOODS, OPENINGS

MOST_MB: Final = 400
LEAST_SHARE: Final = 0.5
LEAST_GAIN: Final = 1.6
_PLAIN: Final = ("", "加厚", "透气", "大容量", "现货", "可折叠", "纯色")
_PAUSE: Final = 0.25
_MANY: Final = """\
import csv, sys
from listingguard import Scanner
with open(sys.argv[1], encoding="utf-8", newline="") as stream:
    rows = csv.reader(stream)
    next(rows)
    print(sum(report.verdict == "block" for report in Scanner().scan_many(row[1] for row in rows)))
"""
_NOTHING: Final = "from listingguard import Scanner; Scanner().scan('x')"


class Cost(NamedTuple):
    """What a run took: seconds that passed, seconds of processor, and the most megabytes at any time."""

    passed: float
    processor: float
    memory: float


def titles(count: int, clean: float) -> Iterator[str]:
    """Give titles, the same ones every time; this share of them has nothing but goods and plain words."""
    rng = random.Random(20261121)
    for number in range(count):
        if rng.random() < clean:
            parts = [rng.choice(group) for group in (_PLAIN, GOODS, _PLAIN, ENDINGS)]
        else:
            parts = [rng.choice(group) for group in (OPENINGS, BRANDS, GOODS, CLAIMS, ENDINGS)]
        yield f"{''.join(parts)} {number}"


def write_catalogue(path: Path, count: int, clean: float) -> None:
    """Write the catalogue."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("sku", "title", "price"))
        rows.writerows((f"A-{number}", title, "99.00") for number, title in enumerate(titles(count, clean)))


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command and give what it took."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=said) as process,  # noqa: S603  our own
    ):
        watch = _Watch(process.pid)
        watch.start()
        code = process.wait()
        watch.ended.set()
        watch.join()
        said.seek(0)
        words = said.read().decode()
        if code not in (0, 1) or words:
            raise SystemExit(f"{' '.join(command)} ended with {code}: {words}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - began, used, watch.most / 1e6)


class _Watch(threading.Thread):
    """Looks at the memory of a process and of all that it started."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.ended = pid, 0, threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        while not self.ended.wait(_PAUSE):
            self.most = max(self.most, sum(map(_own, _family(self.pid))))


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
        except OSError:
            continue
    return found


def _own(pid: int) -> int:
    """Give the memory of a process, of what it shares its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def main() -> int:
    """Measure, and say whether each target is met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--format", default="concise", help="the report that is written (concise)")
    parser.add_argument("--clean", type=float, default=0.5, help="the share of titles without findings (0.5)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "catalogue.csv")
        write_catalogue(path, args.rows, args.clean)
        scan = ["-m", "listingguard", "scan", str(path), "--format", args.format, "--quiet"]
        start = cost_of(["-c", _NOTHING])
        runs = {
            "scan_many, one process": cost_of(["-c", _MANY, str(path)]),
            "listingguard scan": cost_of(scan),
            "listingguard scan -j 2": cost_of([*scan, "-j", "2"]),
        }
    print(f"{args.rows:,} rows, {args.clean:.0%} of them clean, --format {args.format}; the start of a scanner is taken off\n")
    print(f"{'':24}{'rows/s':>10}{'µs/row':>10}{'processor µs/row':>20}{'peak MB':>10}")
    for name, cost in runs.items():
        passed, used = (max(1e-9, one - other) / args.rows for one, other in zip(cost[:2], start[:2], strict=True))
        print(f"{name:24}{1 / passed:10,.0f}{1e6 * passed:10.1f}{1e6 * used:20.1f}{cost.memory:10.0f}")
    many, one, two = runs.values()
    share = (many.processor - start.processor) / (one.processor - start.processor)
    gain = (one.passed - start.passed) / (two.passed - start.passed)
    peak = max(one.memory, two.memory)
    print()
    for words, value, met in (
        ("speed of scan beside scan_many", f"{share:.2f}", share >= LEAST_SHARE),
        ("speed of -j 2 beside one process", f"{gain:.2f}", gain >= LEAST_GAIN),
        ("peak memory", f"{peak:.0f} MB", peak <= MOST_MB),
    ):
        print(f"{words}: {value} ({'met' if met else 'missed'})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
