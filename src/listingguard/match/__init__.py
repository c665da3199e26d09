"""Matchers find: occurrences of terms in the views of a text, with no opinion on what they mean."""

from listingguard.match.exact import exact_hits
from listingguard.match.find import Matcher
from listingguard.match.hit import Hit
from listingguard.match.loose import loose_hits
from listingguard.match.mask import mask_hits
from listingguard.match.mixed import mixed_hits
from listingguard.match.near import ALIKE
from listingguard.match.overlap import leftmost_longest, without_shielded
from listingguard.match.overlay import AllowHit, Overlay, OverlayHit, Role
from listingguard.match.phrases import PhraseSearch, phrase_hits
from listingguard.match.pieces import pieced_hits
from listingguard.match.sound import sound_hits
from listingguard.match.spelled import spelled_hits
from listingguard.match.typo import CLOSED, TypoSearch, typo_hits
from listingguard.match.words import latin_words

__all__ = [
    "ALIKE",
    "CLOSED",
    "AllowHit",
    "Hit",
    "Matcher",
    "Overlay",
    "OverlayHit",
    "PhraseSearch",
    "Role",
    "TypoSearch",
    "exact_hits",
    "latin_words",
    "leftmost_longest",
    "loose_hits",
    "mask_hits",
    "mixed_hits",
    "phrase_hits",
    "pieced_hits",
    "sound_hits",
    "spelled_hits",
    "typo_hits",
    "without_shielded",
]
