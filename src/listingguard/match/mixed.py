"""Names written half in Latin letters, half in Chinese characters: 迪or, 古cci, 耐ke, 里查de米尔, 路易v登."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from listingguard.lexicon import Lexicon, Term, is_han
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["mixed_hits"]

_HAN: Final = "\u4e00-\u9fff"
_LETTERS: Final = "a-z\u00df-\u024f"
#: A word of few letters right behind or right before a Chinese character: it may be a part of a name.
_RUN: Final = re.compile(
    rf"[{_LETTERS}](?:(?<=[{_HAN}].)[{_LETTERS}]{{0,5}}(?![{_LETTERS}])|(?<![{_LETTERS}].)[{_LETTERS}]{{0,5}}(?=[{_HAN}]))"
)
_FIGURES: Final = frozenset("0123456789")
_DECOYS: Final = frozenset("xo")  # letters that are drawn like a sign
_BEFORE: Final = re.compile(rf"[{_HAN}]*\Z")
_AFTER: Final = re.compile(rf"[{_HAN}]{{0,5}}")
_REACH: Final = 5  # characters of a name beside the letters
_SHORTEST: Final = 4  # letters of a Latin name
_LEAST: Final = 3  # characters of a name in which one letter may stand for one of them


def mixed_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find names of which a part is written by its sound in the other script, or one character by a letter."""
    text = aligned.text
    if text.isascii():
        return []
    return [
        Hit(start, end, term, "mixed")
        for start, end, term in _candidates(text, lexicon)
        if not (term.shield or aligned.cuts(start, end)) and text[start:end] != term.folded
    ]


def _candidates(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Term]]:
    pieces = lexicon.pieces
    for match in _RUN.finditer(text):
        letters = match[0]
        plain = letters if letters.isascii() else lexicon.skeleton.word(letters)
        if len(letters) > 1 and plain not in pieces:
            continue
        start, end = match.span()
        left, right = text[start - 1 : start], text[end : end + 1]
        follows = is_han(left) and right not in _FIGURES
        if not (follows or (len(letters) > 1 and left not in _FIGURES and is_han(right))) or (plain not in pieces and not is_han(right)):
            continue
        beside = _BEFORE.search(text, max(0, start - _REACH), start), _AFTER.match(text, end)
        before, after = (found[0] if found else "" for found in beside)
        if len(letters) == 1:
            yield from _lettered(start, before, after, lexicon)
            if letters in _DECOYS:
                yield from _parted(start, before, after, lexicon)
        else:
            yield from _latin(start, letters, plain, before, after, lexicon)
            yield from _chinese(start, letters, plain, before, after, lexicon)


def _latin(place: int, written: str, letters: str, before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Term]]:
    """Spell the characters beside the letters: 迪or is dior."""
    end = place + len(written)
    sides = [(before[-n:], "") for n in range(1, len(before) + 1)] + [("", after[:n]) for n in range(1, len(after) + 1)]
    for left, right in sides:
        for syllables in lexicon.sounds.spellings(left or right):
            key = letters + "".join(syllables) if right else "".join(syllables) + letters
            if len(key) >= _SHORTEST:
                yield from ((place - len(left), end + len(right), t) for t in lexicon.terms_of(key) if t.brand and t.left)


def _chinese(place: int, written: str, letters: str, before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Term]]:
    """Hear the letters as syllables between the characters: 耐ke is 耐克."""
    sounds = lexicon.sounds
    for heard in sounds.heard(letters):
        start, size = place - len(before), len(heard)
        low, high = len(before), len(before) + size
        for index, a, b in lexicon.heard.find(sounds(before) + heard + sounds(after)):
            if a <= low and b >= high and (a < low or b > high):
                end = start + b - size + len(written)
                left, right = before[a:], after[: b - high]
                yield from (
                    (start + a, end, t) for t in lexicon.heard.values(index) if t.folded.startswith(left) and t.folded.endswith(right)
                )


def _lettered(place: int, before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Term]]:
    """Read one letter between characters as any character: 路易v登."""
    for size in range(1, len(before) + 1):
        left = before[-size:]
        for name in lexicon.beginning_with(left):
            rest = name[size + 1 :]
            if len(name) >= _LEAST and rest and after.startswith(rest):
                yield from ((place - size, place + 1 + len(rest), term) for term in lexicon.names_of(name))


def _parted(place: int, before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Term]]:
    """Drop a letter that stands for a stroke: 茅x台."""
    for left, right in itertools.product(range(1, len(before) + 1), range(1, len(after) + 1)):
        named = lexicon.names_of(before[-left:] + after[:right])
        yield from ((place - left, place + 1 + right, term) for term in named if not term.ambiguous)
