"""A report narrowed to some of its findings: the rest is as if it had not been found, and score and verdict follow from what stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from listingguard.judge import score_of, verdict_of
from listingguard.model import Finding
from listingguard.report.report import Report

__all__ = ["narrowed"]


def narrowed(report: Report, findings: Iterable[Finding]) -> Report:
    """Give the report that says only these of its findings.

    >>> from listingguard import scan
    >>> report = scan("全网最低价 纯棉四件套")
    >>> report.verdict, narrowed(report, []).verdict, narrowed(report, []).score
    ('block', 'pass', 0.0)
    """
    kept = tuple(findings)
    if len(kept) == len(report.findings):
        return report
    score = score_of(kept)
    return replace(report, findings=kept, score=score, verdict=verdict_of(kept, score, report.strictness))
