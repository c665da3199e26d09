"""The evidence of a finding, run again: each step must still hold, and the same judgement must follow."""

from __future__ import annotations

from typing import Final

from listingguard.errors import ReplayError
from listingguard.lexicon import Lexicon
from listingguard.model import Finding, Listing, Step
from listingguard.normalize import fold, is_markup, other_readings, read_markup
from listingguard.report import Report, settings_of
from listingguard.scan import Scanner

__all__ = ["replay", "settings_of"]

#: What was decided, apart from its wording and from the listing around it.
_DECIDED: Final = (
    "code",
    "field",
    "start",
    "end",
    "text",
    "term",
    "brand",
    "method",
    "usage",
    "disposition",
    "severity",
    "confidence",
    "evidence",
)


def replay(text: str | Listing | Report, finding: Finding, scanner: Scanner | None = None) -> Finding:
    """Run the evidence of a finding again on the text of its field, the whole listing or a report, and give the finding that follows.

    A report brings its own settings: marketplace, day, seller, strictness. Otherwise they are those of `scanner`.
    Raises `ReplayError`, naming the step, where one no longer holds: the text or the lexicon has changed.

    >>> from listingguard import scan
    >>> found = scan("ＮＩＫＥ同款跑鞋").findings[0]
    >>> [(step.kind, step.before, step.after) for step in found.evidence][:2]
    [('fold', 'ＮＩＫＥ', 'nike'), ('match', 'nike', 'Nike')]
    >>> replay("ＮＩＫＥ同款跑鞋", found) == found
    True
    >>> report = scan("ＮＩＫＥ同款跑鞋", marketplace="taobao", lang="zh-Hans")
    >>> replay(report, report.findings[0]) == report.findings[0]
    True
    """
    listing = text.listing if isinstance(text, Report) else text if isinstance(text, Listing) else _listing(text, finding.field)
    field_text = dict(listing.texts()).get(finding.field, "")
    if field_text[finding.start : finding.end] != finding.text:
        raise ReplayError(f"{finding.field}[{finding.start}:{finding.end}] no longer reads {finding.text!r}")
    scanner = scanner or Scanner()
    for step in finding.evidence:
        if not _holds(step, field_text, scanner.lexicon):
            raise ReplayError(f"step {step.kind!r} no longer holds: {step.before!r} → {step.after!r}")
    for again in scanner.scan(listing, **settings_of(text) if isinstance(text, Report) else {}).findings:
        if all(getattr(again, name) == getattr(finding, name) for name in _DECIDED):
            return again
    raise ReplayError(f"all steps hold, but {finding.text!r} is judged otherwise now")


def _listing(text: str, field: str) -> Listing:
    """Give a listing that holds only this field."""
    name, _, index = field.partition("[")
    if not index:
        return Listing(**{name: text})
    return Listing(bullets=[""] * int(index.rstrip("]")) + [text])


def _holds(step: Step, text: str, lexicon: Lexicon) -> bool:
    if (
        step.end > step.start
        and step.kind in ("fold", "signal", "goods", "cue", "exemption", "seller")
        and text[step.start : step.end] != step.before
    ):
        return False
    if step.kind == "fold":
        return step.after in (fold(step.before), read_markup(step.before).seen.text if is_markup(step.before) else "")
    if step.kind == "skeleton":
        looks = (lexicon.skeleton(reading, None, lexicon.loose_words).text for reading in (step.before, *other_readings(step.before)))
        return lexicon.skeleton.word(step.after) in map(lexicon.blended, looks)
    if step.kind == "match":
        return any(term.record == step.record and term.text == step.after for term in lexicon.terms_of(step.before))
    return True
