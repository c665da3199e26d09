"""Fixing in rounds: scan, edit, scan again, until no edit makes the listing better. An edit that makes anything worse is taken back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Final, Unpack

from listingguard.fix.choose import Want, obstacle, place, wants
from listingguard.fix.compare import no_worse
from listingguard.fix.fixed import Edit, Fixed, Left, Reason
from listingguard.model import Lang, Listing, Parts, Seller, listing_from
from listingguard.report import Report
from listingguard.scan import Item, Scanner, shared_scanner

__all__ = ["fix", "fix_with"]

_ROUNDS: Final = 25
_BULLET: Final = re.compile(r"bullets\[(\d+)\]")
Scan = Callable[[Listing], Report]
State = tuple[Listing, Report]


def fix(
    item: Item | None = None,
    /,
    *,
    unsafe: bool = False,
    marketplace: str | None = None,
    jurisdiction: str | None = None,
    as_of: dt.date | None = None,
    seller: Seller | None = None,
    lang: Lang = "en",
    **parts: Unpack[Parts],
) -> Fixed:
    """Make the safe edits of a listing, scan it again, and say what is left. Takes what `scan` takes.

    A safe edit deletes or replaces a claim that nobody may make, with the one separator or particle that leaned on it. It never touches a
    brand, never says that goods are something else than they are, never empties a field, and is taken back if the scanner finds the
    listing any worse. `unsafe=True` is the seller's say for more: claims that proof would allow, words of imitation, and brands that are
    named for imitation or only to be found by.

    >>> fixed = fix("夏季新款窗帘【全网最低价】 国家级品质")
    >>> fixed.listing.title, fixed.before.verdict, fixed.after.verdict
    ('夏季新款窗帘', 'block', 'pass')
    >>> fix("LV同款窗帘").edits, fix("LV同款窗帘", unsafe=True).listing.title
    ((), '窗帘')
    """
    settings = {"marketplace": marketplace, "jurisdiction": jurisdiction, "as_of": as_of or dt.date.today(), "seller": seller, "lang": lang}
    scanner = shared_scanner()
    return fix_with(lambda listing: scanner.scan(listing, **settings), listing_from(item, parts), unsafe=unsafe)  # type: ignore[arg-type]


def fix_with(scan: Scanner | Scan, listing: Listing, *, unsafe: bool = False) -> Fixed:
    """Fix a listing under a scanner, or any other way to scan with its settings made.

    >>> fix_with(Scanner(marketplace="taobao"), Listing("Best quality mug 350 ml")).listing.title
    'Good quality mug 350 ml'
    """
    scan = scan.scan if isinstance(scan, Scanner) else scan
    before = scan(listing)
    state, edits = (listing, before), list[Edit]()
    for _ in range(_ROUNDS):
        made, state = _tried(wants(state[1], unsafe=unsafe), state, scan)
        edits += made
        if not made:
            break
    return Fixed(state[0], tuple(edits), before, state[1], _left(state, unsafe=unsafe))


def _tried(found: Sequence[Want], state: State, scan: Scan) -> tuple[list[Edit], State]:
    """Make edits together; if that makes anything worse, in halves, down to the one that does and is dropped."""
    edits, listing = list[Edit](), state[0]
    for want in found:
        text = _text(listing, want.field)
        edit = place(want, text)
        if edit:
            edits.append(edit)
            listing = _put(listing, want.field, text[: edit.start] + edit.after + text[edit.end :])
    if not edits:
        return [], state
    report = scan(listing)
    if no_worse(report, state[1]):
        return edits, (listing, report)
    if len(found) == 1:
        return [], state
    half = len(found) // 2
    first, state = _tried(found[:half], state, scan)
    second, state = _tried(found[half:], state, scan)
    return first + second, state


def _left(state: State, *, unsafe: bool) -> tuple[Left, ...]:
    """Say of every finding that still counts why no edit settled it."""
    listing, report = state
    placed = {id(f): place(want, _text(listing, want.field)) is not None for want in wants(report, unsafe=unsafe) for f in want.findings}

    def reason(finding_id: int) -> Reason:
        return "worse" if placed.get(finding_id) else "wording"

    return tuple(Left(f, obstacle(f, report, unsafe=unsafe) or reason(id(f))) for f in report.counted)


def _text(listing: Listing, field: str) -> str:
    bullet = _BULLET.match(field)
    return listing.bullets[int(bullet[1])] if bullet else str(getattr(listing, field))


def _put(listing: Listing, field: str, text: str) -> Listing:
    bullet = _BULLET.match(field)
    if bullet is None:
        return dataclasses.replace(listing, **{field: text})
    bullets = list(listing.bullets)
    bullets[int(bullet[1])] = text
    return dataclasses.replace(listing, bullets=bullets)
