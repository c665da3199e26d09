"""Reports made by hand: the renderers are tested without a lexicon, on findings at any place of any text."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from hypothesis import settings
from hypothesis import strategies as st

from listingguard.model import Basis, Finding, Listing, Step
from listingguard.report import LexiconInfo, Report

__all__ = ["BASIS", "FEW", "HOSTILE", "LAW_READ", "hostile_reports", "hostile_texts", "made_finding", "made_report"]

LAW_READ: Final = Basis(
    "shop-law-3", "Shop Law", "Article 3", "law", "https://example.org/law?a=1&b=2", dt.date(2026, 5, 1), dt.date(2020, 1, 1), None
)
BASIS: Final = Basis("shop-rule", "Rules of the Shop", "part 2", "platform", "general-knowledge", None, None, dt.date(2027, 6, 30))

#: For laws about whole reports, which take a while to make up.
FEW: Final = settings(max_examples=300 if settings().max_examples > 300 else 100)

#: Pieces that break out of a terminal or a page where they are let through.
HOSTILE: Final = (
    *("\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\x1b[2K\r", "\b\b", "\0", "\x7f", "\x85", "\n", "\r\n", "\t", "\x0c", "\x1c"),
    *("\N{RIGHT-TO-LEFT OVERRIDE}", "\N{LEFT-TO-RIGHT ISOLATE}", "\N{ZERO WIDTH SPACE}", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}"),
    *("\ud800", "\udfff", "\ud83d\ude00", "\N{SOFT HYPHEN}", "\U000e0041", "\ue000", "\uffff", "\N{HANGUL FILLER}"),
    *(
        "<script>alert(1)</script>",
        "</style>",
        "</mark></div>",
        "<img src=x onerror=alert(1)>",
        "&amp;",
        "'\"",
        "]]>",
        "<!--",
        "{text}",
        "%s",
    ),
    *(
        "同款",
        "全網最低價",
        "ＬＶ",
        "nike",
        "ﾊﾟ",
        "e\N{COMBINING ACUTE ACCENT}",
        "❤\N{VARIATION SELECTOR-16}",
        "👩\N{ZERO WIDTH JOINER}👧",
        "a" * 150,
    ),
)


def made_finding(text: str, start: int, end: int, **other: Any) -> Finding:
    """Give a finding at a place of a text; what is not said is usual."""
    words = text[start:end]
    values: dict[str, Any] = {
        "code": "LGC201",
        "name": "price-lowest",
        "category": "price",
        "field": "title",
        "term": "words",
        "brand": None,
        "method": "exact",
        "usage": None,
        "disposition": "violation",
        "severity": "high",
        "confidence": 0.9,
        "evidence": (Step("match", start, end, words, "words", "rule:price-lowest"),),
        "message": f"“{words}” claims the lowest price.",
        "advice": "State the price instead.",
        "reasons": (f"“{words}” is a term of rule:price-lowest",),
        "basis": (LAW_READ,),
        "suggestion": "",
        "fingerprint": f"{start:016x}{end:016x}",
        **other,
    }
    return Finding(start=start, end=end, text=words, **values)


def made_report(listing: Listing | str = "", *findings: Finding, **other: Any) -> Report:
    """Give a report with these findings."""
    values: dict[str, Any] = {
        "verdict": "block" if findings else "pass",
        "score": 61.5 if findings else 0.0,
        "lexicon": LexiconInfo("2026.11", "0011aabb", dt.date(2026, 11, 1)),
        "as_of": dt.date(2026, 12, 1),
        "marketplace": None,
        "jurisdictions": ("CN",),
        "lang": "en",
        **other,
    }
    return Report(findings=findings, listing=Listing.of(listing), **values)


def hostile_texts() -> st.SearchStrategy[str]:
    """Give texts of hostile pieces and any characters at all."""
    pieces = st.one_of(st.sampled_from(HOSTILE), st.characters(exclude_categories=()))
    return st.lists(pieces, min_size=1, max_size=12).map("".join)


@st.composite
def hostile_reports(draw: st.DrawFn) -> Report:
    """Give reports on hostile texts with findings at any places, also across and inside each other; their wording quotes the text."""
    text = draw(hostile_texts())
    places = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)), max_size=6))
    findings = [
        made_finding(
            text,
            start,
            min(len(text), start + length),
            severity=draw(st.sampled_from(["info", "low", "medium", "high", "critical"])),
            disposition=draw(st.sampled_from(["violation", "needs_evidence", "excused"])),
            basis=(LAW_READ, BASIS),
            suggestion=draw(st.sampled_from([None, "", text])),
        )
        for start, length in sorted(places)
    ]
    return made_report(text, *findings, lang=draw(st.sampled_from(["en", "zh-Hans", "zh-Hant"])))
