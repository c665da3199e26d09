"""Matchers find: occurrences of terms in the views of a text, with no opinion on what they mean."""

from __future__ import annotations

from listingguard.lexicon import Lexicon
from listingguard.match.exact import exact_hits
from listingguard.match.hit import Hit
from listingguard.match.loose import loose_hits
from listingguard.match.mask import mask_hits
from listingguard.match.mixed import mixed_hits
from listingguard.match.near import completed
from listingguard.match.overlap import leftmost_longest, without_shielded
from listingguard.match.overlay import Overlay, OverlayHit, Role
from listingguard.match.sound import sound_hits
from listingguard.match.typo import TypoSearch, typo_hits
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
    "sound_hits",
    "typo_hits",
    "without_shielded",
]


def find_hits(aligned: AlignedText, lexicon: Lexicon, typos: TypoSearch) -> list[Hit]:
    """Find every occurrence of a term, plain, disguised, masked or misspelt, but those that a longer harmless word swallows."""
    hits = exact_hits(aligned, lexicon)
    hits = [whole for hit in hits if (whole := completed(hit, aligned.text) if hit.term.disguise in ("fragment", "anchor") else hit)]
    hits += loose_hits(aligned, lexicon) + typo_hits(aligned, typos) + sound_hits(aligned, lexicon)
    hits += mask_hits(aligned, lexicon) + mixed_hits(aligned, lexicon)
    return without_shielded(hits) if hits else hits
