"""One page of HTML about many listings that needs nothing else: sums, charts, filters, search, and the words marked in each listing.

The findings stand in the page as data; a small script of our own shows a few of them at a time. Nothing is ever set as markup by it, and
the page forbids every script and style but its own two by their hashes, and everything from elsewhere.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from typing import Any, Final

from listingguard.errors import Problem
from listingguard.model import SEVERITIES, Finding, Lang
from listingguard.report.excerpt import excerpts
from listingguard.report.forms.entry import Entry, Head
from listingguard.report.forms.form import Writer
from listingguard.report.forms.page_words import DISPOSITIONS, page_words
from listingguard.report.forms.plain_json import compact
from listingguard.report.forms.tally import VERDICTS, Tally, places_of
from listingguard.report.forms.worst import Worst, badness
from listingguard.report.visible import shorten, visible
from listingguard.report.words import basis_of, kind_name, message_of, note_of, reasons_of, say

__all__ = ["MOST_FINDINGS", "Page"]

MOST_FINDINGS: Final = 50_000
_MOST_HERE: Final = 50  # findings shown of one listing
_MOST_PROBLEMS: Final = 1000
_MOST_TERMS: Final = 200
_WHOLE, _ROOM, _LONGEST = 480, 160, 300


@dataclass(slots=True)
class Page(Writer):
    """Up to fifty thousand findings, the worst listings first where there are more; the sums and the charts are always of all."""

    head: Head | None = None
    rules: dict[str, int] = field(default_factory=dict)
    worst: Worst[str] = field(default_factory=lambda: Worst(MOST_FINDINGS))

    def start(self, head: Head) -> Iterable[str]:
        """Keep the head."""
        self.head = head
        return ()

    def row(self, entry: Entry) -> Iterable[str]:
        """Take in a row in which something was found, as the text that will stand in the page."""
        found = sorted(entry.report.findings, key=lambda f: (-badness(f), f.start))
        if found:
            places = {name: place for place, (name, _) in enumerate(entry.report.listing.texts())}
            here = sorted(found[:_MOST_HERE], key=lambda f: (places.get(f.field, len(places)), f.start, f.end))
            plain = self._plain(entry, here, len(found))
            lead = found[0]
            self.worst.add(compact(plain), badness(lead), (lead.code, lead.term), weight=min(len(found), _MOST_HERE))
        return ()

    def end(self, tally: Tally, problems: Sequence[Problem]) -> Iterable[str]:
        """Give the page."""
        lang, words = self.look.lang, page_words(self.look.lang)
        if self.worst.dropped:
            self.notes.append(words["dropped"].format(n=self.worst.dropped, most=MOST_FINDINGS))
        style, script = (files("listingguard.report.forms").joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
        policy = f"default-src 'none';style-src '{_hash(style)}';script-src '{_hash(script)}';base-uri 'none';form-action 'none'"
        yield (
            f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><meta name="generator" content="listingguard">'
            f"<title>{escape(words['title'])}</title>"
            '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{style}</style></head>\n<body>'
            f"<noscript><p>{escape(words['noscript'])}</p></noscript>\n"
            '<main id="page"></main>\n<script type="application/json" id="data">\n'
        )
        yield self._safe(compact(self._frame(tally, problems))[:-1]) + ',"items":[\n'
        yield from (self._safe(("," if count else "") + item) + "\n" for count, item in enumerate(self.worst.in_order()))
        yield f"]}}</script>\n<script>{script}</script></body></html>\n"

    def _safe(self, text: str) -> str:
        """Give JSON that cannot end the element in which it stands, and that any console can carry."""
        plain = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
        if self.look.is_unicode:
            return plain
        return "".join(char if char.isascii() else json.dumps(char)[1:-1] for char in plain)

    def _frame(self, tally: Tally, problems: Sequence[Problem]) -> dict[str, Any]:
        """Give everything but the listings."""
        head = self.head
        terms = [[g.code, g.kind or g.name, visible(g.term), g.rows, visible(places_of(g)), g.severity] for g in tally.shown[:_MOST_TERMS]]
        told = [[visible(f"{p.path}:{p.line}" if p.line else p.path), visible(p.problem), visible(p.hint)] for p in problems]
        lexicon = head.lexicon if head else {}
        return {
            "lang": self.look.lang,
            "words": page_words(self.look.lang),
            "notes": [*self.notes, *(visible(note) for note in tally.notes)],
            "sums": {name: value for name, value in tally.plain().items() if name != "terms"} | {"left_out": tally.left_out.total()},
            "facts": [
                *([head.as_of.isoformat()] if head and head.as_of else []),
                *([head.marketplace] if head and head.marketplace else []),
                f"listingguard {head.version if head else ''}",
                f"lexicon {lexicon.get('version', '')} ({lexicon.get('digest', '')})",
            ],
            "verdicts": list(VERDICTS),
            "severities": list(SEVERITIES),
            "dispositions": list(DISPOSITIONS),
            "rules": [json.loads(rule) for rule in self.rules],
            "terms": terms,
            "problems": told[:_MOST_PROBLEMS],
            "more_problems": max(0, len(told) - _MOST_PROBLEMS),
        }

    def _plain(self, entry: Entry, found: Sequence[Finding], total: int) -> dict[str, Any]:
        report = entry.report
        texts = dict(report.listing.texts())
        by_field: dict[str, list[tuple[int, Finding]]] = {}
        for number, finding in enumerate(found):
            by_field.setdefault(finding.field, []).append((number, finding))
        return {
            "p": visible(entry.path),
            "l": visible(entry.place.removeprefix(entry.path)),
            "k": visible(shorten(entry.sku, _LONGEST)),
            "v": VERDICTS.index(report.verdict),
            "s": report.score,
            "t": {name: _stretches(texts.get(name, ""), here) for name, here in by_field.items()},
            "f": [self._finding(finding, entry, report.lang) for finding in found],
            "n": total - len(found),
        }

    def _finding(self, finding: Finding, entry: Entry, lang: Lang) -> list[Any]:
        """Give a finding as a list, in the order in which the script reads it."""
        new = finding.suggestion
        return [
            self._rule(finding, lang),
            SEVERITIES.index(finding.severity),
            DISPOSITIONS.index(finding.disposition),
            round(100 * finding.confidence),
            finding.field,
            entry.cells.get(finding.field, ""),
            finding.brand or "",
            visible(message_of(finding, finding.message)),
            visible(message_of(finding, finding.advice)),
            None if new is None else [visible(shorten(finding.text, _LONGEST)), visible(shorten(new, _LONGEST))],
            [visible(reason) for reason in reasons_of(finding)],
            visible(shorten(finding.text, _LONGEST)),
        ]

    def _rule(self, finding: Finding, lang: Lang) -> int:
        """Give the number of what all findings of a rule share: kind, category and legal basis."""
        bases = [
            [say(b.layer, lang), basis_of(b, lang) + note_of(b, lang), b.source if b.source.startswith(("https://", "http://")) else ""]
            for b in finding.basis
        ]
        return self.rules.setdefault(compact([finding.code, kind_name(finding, lang), finding.category, bases]), len(self.rules))


def _hash(text: str) -> str:
    """Give the hash by which a page allows one script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _stretches(text: str, here: Sequence[tuple[int, Finding]]) -> list[list[Any]]:
    """Give what is shown of a field: stretches of words, each word with the numbers of the findings that lie on it."""
    room = _WHOLE if len(text) <= _WHOLE else _ROOM
    out: list[list[Any]] = []
    for stretch in excerpts(text, [(f.start, f.end) for _, f in here], room):
        low, high = stretch.start, stretch.end
        shown = [here[i] for i in stretch.shows]
        cuts = sorted({low, high, *(min(max(place, low), high) for _, f in shown for place in (f.start, f.end))})
        parts: list[Any] = ["…"] if low > 0 else []
        for start, end in itertools.pairwise(cuts):
            over = [number for number, f in shown if f.start < end and f.end > start]
            parts.append([visible(text[start:end]), *over] if over else visible(text[start:end]))
        out.append([*parts, "…"] if high < len(text) else parts)
    return out
