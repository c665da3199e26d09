"""Chinese names and claims in Latin letters: their pinyin (naike), their initials (lls). Whole words, looked up one by one."""

from __future__ import annotations

from listingguard.lexicon import Lexicon
from listingguard.match.hit import Hit
from listingguard.match.words import Words
from listingguard.normalize import AlignedText

__all__ = ["spelled_hits"]


def spelled_hits(aligned: AlignedText, words: Words, lexicon: Lexicon) -> list[Hit]:
    """Find the Latin words that spell out a Chinese name."""
    hits = []
    for word in words:
        if terms := lexicon.spelled(word[0]):
            start, end = word.span()
            if not aligned.cuts(start, end):
                hits += [Hit(start, end, term) for term in terms]
    return hits
