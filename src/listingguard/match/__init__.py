"""Matchers find: occurrences of terms in the views of a text, with no opinion on what they mean."""

from __future__ import annotations

from listingguard.lexicon import Lexicon
from listingguard.match.exact import exact_hits
from listingguard.match.hit import Hit
from listingguard.match.loose import loose_hits
from listingguard.match.overlap import leftmost_longest, without_shielded
from listingguard.match.overlay import Overlay, OverlayHit, Role
from listingguard.match.typo import TypoSearch, typo_hits, typo_search
from listingguard.normalize import AlignedText

__all__ = [
    "Hit",
    "Overlay",
    "OverlayHit",
    "Role",
    "TypoSearch",
    "exact_hits",
    "find_hits",
    "leftmost_longest",
    "loose_hits",
    "typo_hits",
    "typo_search",
    "without_shielded",
]


def find_hits(aligned: AlignedText, lexicon: Lexicon, typos: TypoSearch) -> list[Hit]:
    """Find every occurrence of a term, plain, disguised or misspelt, but those that a longer harmless word swallows."""
    hits = exact_hits(aligned, lexicon) + loose_hits(aligned, lexicon) + typo_hits(aligned, typos)
    return without_shielded(hits) if hits else hits
