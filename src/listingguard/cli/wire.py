"""Reports on their way from one process to another: as tuples of plain values, without what the other side has already."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final, TypeVar

from listingguard.model import Basis, Finding, Listing, Step
from listingguard.report import Report

__all__ = ["packed", "unpacked"]

_T = TypeVar("_T")
Packed = tuple[Any, ...]


def _parts(kind: type[_T], *apart: str) -> tuple[Callable[[_T], tuple[Any, ...]], Callable[[Iterable[Any]], _T]]:
    """Give what takes an object of this kind to pieces, but for some parts, and what puts it together: the others come last, in order.

    It is put together as it was, without being made anew: a third of the time.
    """
    names = (*(field.name for field in fields(kind) if field.name not in apart), *apart)  # type: ignore[arg-type]  # a dataclass
    put = [getattr(kind, name).__set__ for name in names]

    def together(values: Iterable[Any]) -> _T:
        made = kind.__new__(kind)
        for setter, value in zip(put, values, strict=True):
            setter(made, value)
        return made

    return attrgetter(*names[: len(names) - len(apart)]), together


_of_report, _report = _parts(Report, "findings", "listing")
_of_finding, _finding = _parts(Finding, "evidence", "basis")
_of_step, _step = _parts(Step)
_of_basis: Final = attrgetter(*(field.name for field in fields(Basis)))
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
    found = [_finding((*told, tuple(map(_step, steps)), tuple([_basis(*basis) for basis in rules]))) for told, steps, rules in findings]
    return _report((*whole, tuple(found), listing))
