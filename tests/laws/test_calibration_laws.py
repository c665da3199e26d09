"""Laws of the map from raw sureness to confidence."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from listingguard.judge.calibrate import calibrated
from listingguard.lexicon import default_lexicon
from listingguard.lexicon.calibration import CalibrationRecord

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from calibration import DATA, PLOT, Band, bands_of, knots_of, plot  # noqa: E402

FILE = tomllib.loads(DATA.read_text(encoding="utf8"))
MAPS = tuple(default_lexicon().calibration.values())
SHARE = st.floats(0, 1)


@given(st.sampled_from([*MAPS, None]), SHARE, SHARE)
def test_surer_stays_surer(knots: tuple[tuple[float, ...], tuple[float, ...]] | None, a: float, b: float) -> None:
    """A map never turns an order around, and never leaves 0 to 1."""
    low, high = sorted((a, b))
    assert 0 <= calibrated(low, knots) <= calibrated(high, knots) <= 1


@given(st.lists(st.tuples(st.integers(2, 97).map(lambda n: n / 100), st.booleans()), max_size=60))
@example([*zip((0.6, 0.6, 0.63, 0.68, 0.7, 0.74, 0.79, 0.79, 0.8, 0.82), map(bool, (1, 1, 1, 1, 0, 0, 0, 1, 0, 0)), strict=True)])
def test_whatever_is_counted_the_fit_rises(pairs: list[tuple[float, bool]]) -> None:
    """Any counts give a map that the data file may hold: knots that rise from 0 to 1."""
    raw, sure = knots_of(bands_of(pairs))
    assert raw == sorted(set(raw))
    assert sure == sorted(set(sure))
    assert (raw[0], sure[0], raw[-1], sure[-1]) == (0, 0, 1, 1)


@pytest.mark.parametrize("record", FILE["map"], ids=lambda record: record["id"])
def test_the_shipped_maps_are_the_fit_of_their_counts(record: dict[str, list[float]]) -> None:
    """Nobody writes knots by hand: they follow from the counts that stand beside them."""
    counts = zip(record["counted_raw"], record["counted_findings"], record["counted_right"], strict=True)
    assert knots_of([Band(raw, int(n), int(right)) for raw, n, right in counts]) == (record["knots_raw"], record["knots_sure"])


def test_confidence_means_what_it_says() -> None:
    """On the labelled rows, confidence and the share of right findings differ by 0.08 at most, averaged over the bands."""
    off, findings = 0.0, 0
    for record in FILE["map"]:
        knots = tuple(record["knots_raw"]), tuple(record["knots_sure"])
        for raw, n, right in zip(record["counted_raw"], record["counted_findings"], record["counted_right"], strict=True):
            off, findings = off + abs(n * calibrated(raw, knots) - right), findings + n
    assert findings > 500
    assert off / findings <= 0.08


def test_the_plot_is_that_of_the_data() -> None:
    """The picture in the documentation shows the counts of the data file."""
    assert PLOT.read_text(encoding="utf8") == plot(FILE)


@pytest.mark.parametrize("knots", [([0, 0.5, 0.4, 1], [0, 0.2, 0.3, 1]), ([0, 1], [0, 0.9]), ([0, 0.5, 1], [0, 1])])
def test_a_map_that_does_not_rise_is_refused(knots: tuple[list[float], list[float]]) -> None:
    """A map that falls, stops short of 1, or has knots without a partner is no map."""
    good = FILE["map"][0]
    with pytest.raises(ValueError, match="knots"):
        CalibrationRecord.model_validate({**good, "knots_raw": knots[0], "knots_sure": knots[1]})
