"""Does confidence 0.9 mean that 90 % are right? Count it on hand-labelled rows, fit `data/generated/calibration.toml`, draw the plot.

    python benchmarks/calibration.py                    # the plot of the documentation, from the counts that the data file keeps
    python benchmarks/calibration.py --rows FOLDER      # count again on labelled rows, and write data file and plot

FOLDER holds `claims.jsonl` and `brands.jsonl`, a row a line: `text`, and the places that a careful reader marked. In claims these are
`flag` (`s`, the words; `verdict`, a violation or what needs evidence) and `soft` (left open by the reader); in brands `brands` (`s`).

The fit. Findings are put in bands of raw sureness; each band's share of right ones is drawn towards its raw mean as if ten more findings
had been right just that often, so that few rows say little; bands that would make the map fall are pooled (isotonic regression); the ends
of what is left are the knots. Confidence is meant to hold on rows that nobody has labelled, too: it is a little more modest than the count.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
import sys
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import listingguard as lg
from listingguard.judge.calibrate import calibrated
from listingguard.lexicon import compile_records
from listingguard.lexicon.canonical import format_data
from listingguard.lexicon.load import load
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.read import read_files

ROOT: Final = Path(__file__).resolve().parents[1]
DATA: Final = ROOT / "data" / "generated" / "calibration.toml"
PLOT: Final = ROOT / "docs" / "images" / "calibration.svg"
EDGES: Final = (0.5, 0.6, 0.7, 0.8, 0.9)
PRIOR: Final = 10
TREAD: Final = 0.002  # what a map rises within pooled bands, so that surer stays surer
SIZE, EDGE = 420, 60
COLORS: Final = ("#1f6fb2", "#2e8b57", "#c0392b")


class Band(NamedTuple):
    """Findings of about one raw sureness: its mean, how many, and how many of them are right."""

    raw: float
    findings: int
    right: int


class Pooled(NamedTuple):
    """Bands that share an estimate: raw sureness of the first and of the last, the estimate, and its weight."""

    first: float
    last: float
    sure: float
    weight: float


# --- the fit ---


def bands_of(pairs: Sequence[tuple[float, bool]]) -> list[Band]:
    """Put findings, each with its raw sureness and whether it is right, in bands."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(len(EDGES) + 1)]
    for raw, right in pairs:
        groups[bisect_right(EDGES, raw)].append((raw, right))
    return [Band(round(sum(raw for raw, _ in g) / len(g), 3), len(g), sum(right for _, right in g)) for g in groups if g]


def knots_of(bands: Sequence[Band]) -> tuple[list[float], list[float]]:
    """Fit the knots of a map to bands."""
    pools: list[Pooled] = []
    for band in bands:
        weight = band.findings + PRIOR
        pools.append(Pooled(band.raw, band.raw, (band.right + PRIOR * band.raw) / weight, weight))
        while len(pools) > 1 and round(pools[-2].sure + TREAD, 3) >= round(pools[-1].sure, 3):  # as the file will say it
            pools[-2:] = [_pooled(*pools[-2:])]
    knots = [(0.0, 0.0)]
    for pool in pools:
        knots += [(pool.first, round(pool.sure, 3))] + [(pool.last, round(pool.sure + TREAD, 3))] * (pool.last > pool.first)
    return [raw for raw, _ in knots] + [1.0], [sure for _, sure in knots] + [1.0]


def _pooled(a: Pooled, b: Pooled) -> Pooled:
    weight = a.weight + b.weight
    return Pooled(a.first, b.last, (a.sure * a.weight + b.sure * b.weight) / weight, weight)


# --- the count ---


def count(folder: Path) -> dict[str, list[tuple[float, bool]]]:
    """Scan the labelled rows without any calibration, and tell for each finding whether the reader agrees."""
    records = dataclasses.replace(load(read_files(data_folder())), calibration=())
    scanner = lg.Scanner(lexicon=compile_records(records))
    pairs: dict[str, list[tuple[float, bool]]] = {"names": [], "proof": [], "violations": []}
    for row in _rows(folder / "brands.jsonl"):
        places = [place for brand in row["brands"] for place in _places(row["text"], brand)]
        found = [f for f in scanner.scan(row["text"]).findings if f.brand]
        pairs["names"] += [(f.confidence, _marked(f, places)) for f in found]
    for row in _rows(folder / "claims.jsonl"):
        for name, pair in _claims(row, scanner):
            pairs[name].append(pair)
    return pairs


def _claims(row: Mapping[str, Any], scanner: lg.Scanner) -> Iterator[tuple[str, tuple[float, bool]]]:
    text = row["text"]
    marked = [place for label in (*row["flag"], *row.get("soft", ())) for place in _places(text, label)]
    proof = [place for label in row["flag"] if label["verdict"] != "violation" for place in _places(text, label)]
    wrong = set(proof) - {place for label in row["flag"] if label["verdict"] == "violation" for place in _places(text, label)}
    for f in scanner.scan(text).findings:
        if f.brand or f.disposition == "excused" or f.category in ("stuffing", "evasion", "format"):
            continue
        if f.disposition == "violation":
            yield "violations", (f.confidence, _marked(f, [place for place in marked if place not in wrong]))
        else:
            yield "proof", (f.confidence, _marked(f, marked))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def _places(text: str, label: Mapping[str, Any]) -> list[tuple[int, int]]:
    words, nth, found, start = label["s"], label.get("nth"), [], text.find(label["s"])
    while start >= 0:
        found.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return [found[nth - 1]] if nth and nth <= len(found) else found


def _marked(finding: lg.Finding, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a finding is on a marked place, and not much longer than it."""
    size = finding.end - finding.start
    return any(finding.start < end and start < finding.end and size <= 2 * (end - start) + 6 for start, end in places)


# --- the data file and the plot ---


def renewed(data: dict[str, Any], pairs: Mapping[str, Sequence[tuple[float, bool]]], rows: int) -> dict[str, Any]:
    """Give the data file with other counts, and the knots that follow."""
    for record in data["map"]:
        bands = bands_of(pairs[record["id"]])
        raw, sure = knots_of(bands)
        record |= {"knots_raw": raw, "knots_sure": sure, "counted_raw": [b.raw for b in bands]}
        record |= {"counted_findings": [b.findings for b in bands], "counted_right": [b.right for b in bands]}
    return {**data, "rows": rows, "checked": dt.date.today()}


def plot(data: Mapping[str, Any]) -> str:
    """Draw confidence against the share of right findings: a dot for each band, as large as the band; a ring where it stood before."""
    middle, whole = EDGE + SIZE / 2, SIZE + 2 * EDGE
    parts = [*_frame(), *(part for line, record in enumerate(data["map"]) for part in _dots(record, line))]
    parts.append(f'<text x="{middle}" y="{whole - 14}" text-anchor="middle">confidence (rings: raw sureness, before the map)</text>')
    parts.append(f'<text transform="translate(18 {middle}) rotate(-90)" text-anchor="middle">share of findings that are right</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" font-size="12" fill="none">'
    body = "\n".join(part.replace("<text ", '<text fill="#333" ') for part in parts)
    return f'{head}\n<rect width="{whole}" height="{whole}" fill="#fff"/>\n{body}\n</svg>\n'


def _place(x: float, y: float) -> tuple[float, float]:
    return EDGE + x * SIZE, EDGE + (1 - y) * SIZE


def _frame() -> Iterator[str]:
    for tick in range(0, 11, 2):
        (x, y), label = _place(tick / 10, tick / 10), f"{tick / 10:.1f}"
        yield f'<path d="M{x:.0f} {EDGE} V{EDGE + SIZE} M{EDGE} {y:.0f} H{EDGE + SIZE}" stroke="#eee"/>'
        yield f'<text x="{x:.0f}" y="{EDGE + SIZE + 18}" text-anchor="middle">{label}</text>'
        yield f'<text x="{EDGE - 8}" y="{y + 4:.0f}" text-anchor="end">{label}</text>'
    yield f'<path d="M{EDGE} {EDGE + SIZE} L{EDGE + SIZE} {EDGE}" stroke="#999" stroke-dasharray="4 4"/>'


def _dots(record: Mapping[str, Any], line: int) -> Iterator[str]:
    color, knots = COLORS[line % len(COLORS)], (tuple(record["knots_raw"]), tuple(record["knots_sure"]))
    for raw, findings, right in zip(record["counted_raw"], record["counted_findings"], record["counted_right"], strict=True):
        (x, y), (before, _) = _place(calibrated(raw, knots), right / findings), _place(raw, 0)
        circle = f'cy="{y:.1f}" r="{3 + findings**0.5 / 1.5:.1f}"'
        yield f'<circle cx="{before:.1f}" {circle} stroke="{color}" stroke-opacity="0.5"/>'
        yield f'<circle cx="{x:.1f}" {circle} fill="{color}" fill-opacity="0.75"/>'
    yield f'<circle cx="{EDGE + 20}" cy="{EDGE + 20 + 20 * line}" r="6" fill="{color}"/>'
    yield f'<text x="{EDGE + 34}" y="{EDGE + 24 + 20 * line}">{record["id"]} ({sum(record["counted_findings"])} findings)</text>'


def main() -> int:
    """Count if rows are given, and draw."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    arguments.add_argument("--rows", type=Path, metavar="FOLDER", help="labelled rows to count on: claims.jsonl and brands.jsonl")
    folder = arguments.parse_args().rows
    data = tomllib.loads(DATA.read_text(encoding="utf8"))
    if folder:
        rows = sum(1 for name in ("claims", "brands") for _ in _rows(folder / f"{name}.jsonl"))
        data = renewed(data, count(folder), rows)
        DATA.write_text(format_data(data), encoding="utf8", newline="\n")
    PLOT.write_text(plot(data), encoding="utf8", newline="\n")
    for record in data["map"]:
        knots = tuple(record["knots_raw"]), tuple(record["knots_sure"])
        for band in zip(record["counted_raw"], record["counted_findings"], record["counted_right"], strict=True):
            print(f"{record['id']:<11} raw {band[0]:.2f} → {calibrated(band[0], knots):.2f}   right {band[2]:>3} of {band[1]:>3}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
