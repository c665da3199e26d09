"""Which findings may be edited away, and how: the choice before anything is tried."""

from __future__ import annotations

from dataclasses import dataclass

from listingguard.fix.fixed import Edit, Reason
from listingguard.judge import Change, fitted, goods_of
from listingguard.lexicon import default_lexicon
from listingguard.model import Finding
from listingguard.normalize import fold
from listingguard.report import Report
from listingguard.tokens import begins_word

__all__ = ["Want", "obstacle", "place", "wants"]

_BRANDED = ("brand-in-search-terms", "brand-stuffing")
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Want:
    """A range of a field that is to read `new`, for the sake of some findings."""

    field: str
    start: int
    end: int
    new: str
    findings: tuple[Finding, ...]


def obstacle(finding: Finding, report: Report, *, unsafe: bool) -> Reason | None:
    """Say what stands against editing a finding away, or nothing.

    Violations among the claims that have a suggestion may go. With the seller's say (`unsafe`) so may claims that proof would allow, words
    of imitation, and brands that are named for imitation or only to be found by. Nothing that says that the goods are copies ever goes.
    """
    if finding.category == "counterfeit":
        return "copies"
    if finding.category in ("trademark", "imitation") or finding.name in _BRANDED:
        return _leaning(finding, report, unsafe=unsafe)
    if finding.category == "evasion":
        return "disguise"
    if finding.suggestion is None:
        return "wording"
    return "proof" if finding.disposition == "needs_evidence" and not unsafe else None


def _leaning(finding: Finding, report: Report, *, unsafe: bool) -> Reason | None:
    """Say what stands against taking out a brand or a word of imitation."""
    if any(f.category == "counterfeit" for f in report.counted):
        return "copies"
    if finding.category == "imitation" or finding.usage == "imitation":
        return _imitating(finding, report) if unsafe else "imitation"
    return None if unsafe and _only_named(finding, report) else "brand"


def _imitating(finding: Finding, report: Report) -> Reason | None:
    """Say what stands against taking out imitation: a brand that would then stand for the goods, or goods among the words (小香风|外套)."""
    if any(f.usage == "product" and f.category == "trademark" and not _only_named(f, report) for f in report.counted):
        return "brand"
    has_goods = finding.category == "imitation" and finding.suggestion is None and goods_of([finding.text], default_lexicon())
    return "wording" if has_goods else None


def _only_named(finding: Finding, report: Report) -> bool:
    """Tell whether a brand stands there only to be found by it."""
    if finding.name in _BRANDED:
        return True
    same = (f for f in report.counted if f.name in _BRANDED and f.field == finding.field)
    return any((f.start, f.end) == (finding.start, finding.end) for f in same)


def wants(report: Report, *, unsafe: bool) -> list[Want]:
    """Give what is to change, field by field, in each from right to left. Findings that overlap or touch go together."""
    chosen = [f for f in report.counted if obstacle(f, report, unsafe=unsafe) is None]
    found: list[Want] = []
    for f in sorted(chosen, key=lambda f: (f.field, f.start, -f.end)):
        want = Want(f.field, f.start, f.end, f.suggestion or "", (f,))
        last = found[-1] if found and found[-1].field == f.field else None
        if last and (f.start < last.end or (f.start == last.end and not (last.new or want.new))):
            same = (last.start, last.end) == (f.start, f.end)
            found[-1] = Want(f.field, last.start, max(last.end, f.end), last.new if same else "", (*last.findings, f))
        else:
            found.append(want)
    return found[::-1]


def place(want: Want, text: str) -> Edit | None:
    """Fit what is wanted into the field as it is now; None where it does not fit."""
    change = fitted(text, want.start, want.end, want.new)
    if change is None or (not want.new and _tears(text, change)):
        return None
    return Edit(want.field, change.start, change.end, text[change.start : change.end], change.new, want.findings)


def _tears(text: str, change: Change) -> bool:
    """Tell whether a deletion would begin or end inside a word of the dictionary."""
    return any(not _is_edge(text, at) for at in (change.start, change.end))


def _is_edge(text: str, at: int) -> bool:
    left = fold(text[max(0, at - _AROUND) : at])
    return begins_word(left + fold(text[at : at + _AROUND]), len(left))
