"""What `data/generated/calibration.toml` may say: how often findings of a raw sureness were right on labelled rows, and what follows."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Literal, Self

from pydantic import model_validator

from listingguard.lexicon.schema import File, Record
from listingguard.lexicon.words import Id, Text
from listingguard.model import Category, Disposition

__all__ = ["CalibrationFile", "CalibrationRecord"]

Shares = tuple[float, ...]
Counts = tuple[int, ...]


class CalibrationRecord(Record):
    """A map from raw sureness to confidence for the findings of some categories and dispositions: straight lines between its knots.

    `knots_raw` and `knots_sure` are the knots. The `counted_…` columns are what they rest on: of findings in bands of raw sureness, the
    mean, how many there were, and how many were right, as `right_means` says.
    """

    id: Id
    categories: tuple[Category, ...]
    dispositions: tuple[Disposition, ...]
    right_means: Text
    knots_raw: Shares
    knots_sure: Shares
    counted_raw: Shares
    counted_findings: Counts
    counted_right: Counts

    @model_validator(mode="after")
    def _rises(self) -> Self:
        for knots in (self.knots_raw, self.knots_sure):
            if knots[:1] != (0,) or knots[-1:] != (1,) or any(a >= b for a, b in pairwise(knots)):
                raise ValueError("knots rise from 0 to 1")
        if len(self.knots_raw) != len(self.knots_sure):
            raise ValueError("knots_raw and knots_sure are of one length")
        if len({len(self.counted_raw), len(self.counted_findings), len(self.counted_right)}) != 1:
            raise ValueError("the columns counted_… are of one length")
        return self


class CalibrationFile(File):
    """`data/generated/calibration.toml`."""

    kind: Literal["calibration"]
    note: Text
    source: Text
    rows: int
    checked: dt.date
    map: tuple[CalibrationRecord, ...]
