"""A report in which some findings may stand: they stay, with the reason, and count no more; score and verdict follow from the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from listingguard.judge import score_of, verdict_of
from listingguard.judge.evidence import reason
from listingguard.model import Finding, Lang, Step
from listingguard.report.report import Report

__all__ = ["IN_SOURCE", "excused"]

#: The record of an excuse that stands in the product file itself, beside the words that it excuses.
IN_SOURCE: Final = "allow:in the file"


def excused(report: Report, reasons: Mapping[int, tuple[str, str]]) -> Report:
    """Give the report with findings excused: by the number of the finding the record of the excuse, and what it says.

    >>> from listingguard import scan
    >>> report = excused(scan("全网最低价 纯棉四件套"), {0: ("allow:LGC201", "price match checked")})
    >>> report.verdict, report.findings[0].disposition, report.findings[0].reasons[-1]
    ('pass', 'excused', 'the seller says so: price match checked')
    """
    if not reasons:
        return report
    findings = tuple(
        _excused(finding, *reasons[number], report.lang) if number in reasons else finding for number, finding in enumerate(report.findings)
    )
    score = score_of(findings)
    return replace(report, findings=findings, score=score, verdict=verdict_of(findings, score, report.strictness))


def _excused(finding: Finding, record: str, told: str, lang: Lang) -> Finding:
    step = Step("seller", finding.start, finding.end, finding.text, told, record)
    return replace(
        finding,
        disposition="excused",
        severity="info",
        suggestion=None,
        evidence=(*finding.evidence, step),
        reasons=(*finding.reasons, reason(step, lang)),
    )
