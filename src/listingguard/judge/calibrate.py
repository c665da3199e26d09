"""From raw sureness to confidence: of the findings with confidence 0.9, about nine in ten should be right.

Judgement multiplies what speaks for a finding to a raw number, which orders findings well and is too modest about most of them. The maps
of `data/generated/calibration.toml` say how often findings of each raw number were right on labelled rows. Only this file applies them.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from listingguard.lexicon import Knots

__all__ = ["calibrated"]

_DIGITS: Final = 2


def calibrated(raw: float, knots: Knots | None) -> float:
    """Give the confidence for a raw sureness: on the straight line between the two knots around it; without knots, the raw number.

    >>> calibrated(0.5, ((0.0, 0.4, 0.8, 1.0), (0.0, 0.6, 0.9, 1.0)))
    0.67
    >>> calibrated(0.75, None)
    0.75
    """
    if knots is None:
        return round(raw, _DIGITS)
    xs, ys = knots
    i = min(max(bisect_right(xs, raw) - 1, 0), len(xs) - 2)
    share = min(max((raw - xs[i]) / (xs[i + 1] - xs[i]), 0.0), 1.0)
    return round(ys[i] + share * (ys[i + 1] - ys[i]), _DIGITS)
