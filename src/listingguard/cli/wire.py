"""Reports on their way from one process to another: as tuples of plain values, without what the other side has already."""

from __future__ import annotations

import functools
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final

from listingguard.model import Basis, Finding, Listing, Step
from listingguard.report import Report

__all__ = ["packed", "unpacked"]

Packed = tuple[Any, ...]
_REPORT: Final = tuple(field.name for field in fields(Report) if field.name not in ("findings", "listing"))
_FINDING: Final = tuple(field.name for field in fields(Finding) if field.name not in ("evidence", "basis"))
_of_report, _of_finding = attrgetter(*_REPORT), attrgetter(*_FINDING)
_of_step = attrgetter(*(field.name for field in fields(Step)))
_of_basis = attrgetter(*(field.name for field in fields(Basis)))
_basis = functools.lru_cache(maxsize=1024)(Basis)


def packed(report: Report) -> Packed:
    """Give what makes a report, but for its listing."""
    return _of_report(report), [
        (_of_finding(finding), [*map(_of_step, finding.evidence)], [*map(_of_basis, finding.basis)]) for finding in report.findings
    ]


def unpacked(values: Packed, listing: Listing) -> Report:
    """Make the report of a listing again.

    >>> from listingguard import scan
    >>> report = scan("LV同款窗帘")
    >>> unpacked(packed(report), report.listing) == report
    True
    """
    whole, findings = values
    found = tuple(
        Finding(
            **dict(zip(_FINDING, told, strict=True)),
            evidence=tuple(Step(*step) for step in steps),
            basis=tuple(_basis(*basis) for basis in rules),
        )
        for told, steps, rules in findings
    )
    return Report(listing=listing, findings=found, **dict(zip(_REPORT, whole, strict=True)))
