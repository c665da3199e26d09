"""How much of what is found can be fixed, and whether a fix or a suggestion ever makes anything worse.

    python benchmarks/fixes.py texts.jsonl [--unsafe] [--show 20]

Each line is an object with the text of a title under `text` or `title`. Every fixed text, and every text with one suggestion put in
place, is scanned again.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from listingguard import Fixed, Report, Scanner, fix

_RANK = {"pass": 0, "review": 1, "block": 2}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--unsafe", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N fixed texts")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    scanner = Scanner()
    for line in args.path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row.get("text") or row.get("title") or ""
        fixed = fix(text, unsafe=args.unsafe)
        _count(text, fixed, scanner, counts)
        reasons.update(left.reason for left in fixed.left if _is_claim(left.finding.code))
        if fixed.changed and counts["texts changed"] <= args.show:
            print(f"- {text}\n+ {fixed.listing.title}   ({fixed.before.verdict} to {fixed.after.verdict})")
    _tell(counts, reasons)


def _count(text: str, fixed: Fixed, scanner: Scanner, counts: Counter[str]) -> None:
    again = scanner.scan(fixed.listing)
    counts["texts"] += 1
    counts["texts changed"] += fixed.changed
    counts["fixed texts with a worse verdict or score"] += _is_worse(again, fixed.before)
    counts["fixed texts that change when fixed again"] += fix(fixed.listing).changed and not fixed.left
    counts["claim violations"] += _violations(fixed.before)
    counts["claim violations left"] += _violations(fixed.after)
    counts["findings"] += len(fixed.before.counted)
    counts["findings left"] += len(fixed.after.counted)
    for finding in fixed.before.counted:
        if finding.suggestion is not None:
            edited = scanner.scan(text[: finding.start] + finding.suggestion + text[finding.end :])
            counts["suggestions"] += 1
            counts["suggestions with a worse verdict or score"] += _is_worse(edited, fixed.before)


def _is_claim(code: str) -> bool:
    return code.startswith("LGC")


def _violations(report: Report) -> int:
    return sum(_is_claim(f.code) and f.disposition == "violation" for f in report.counted)


def _is_worse(after: Report, before: Report) -> bool:
    return _RANK[after.verdict] > _RANK[before.verdict] or after.score > before.score


def _tell(counts: Counter[str], reasons: Counter[str]) -> None:
    for name, count in counts.items():
        print(f"{count:8,}  {name}")
    if found := counts["claim violations"]:
        print(f"{1 - counts['claim violations left'] / found:8.0%}  of the claim violations fixed")
    print("claims left:", ", ".join(f"{reason} {count}" for reason, count in reasons.most_common()))


if __name__ == "__main__":
    main()
