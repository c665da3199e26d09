"""Names written half in Latin letters, half in Chinese characters: 迪or, 古cci, 耐ke, 路易v登."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from listingguard.lexicon import Lexicon, Term
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["mixed_hits"]

_HAN: Final = "\u4e00-\u9fff"
_LETTERS: Final = "a-z\u00df-\u024f"
_JOINED: Final = re.compile(
    rf"(?P<han>[{_HAN}]{{1,4}})(?P<tail>[{_LETTERS}]{{1,6}})(?![a-z0-9])(?P<more>[{_HAN}]?)"
    rf"|(?<![a-z0-9])(?P<head>[{_LETTERS}]{{2,6}})(?P<rest>[{_HAN}]{{1,4}})"
)
_SHORTEST: Final = 4  # letters of a name that is spelled out


def mixed_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find names whose Chinese characters stand for the sound of their letters, or one of whose characters is a letter."""
    text = aligned.text
    if text.isascii():
        return []
    hits = []
    for start, end, term in _candidates(text, lexicon):
        if term.brand and not (term.shield or aligned.cuts(start, end)):
            hits.append(Hit(start, end, term, "mixed"))
    return hits


def _candidates(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Term]]:
    pieces = lexicon.pieces
    for match in _JOINED.finditer(text):
        letters = match["tail"] or match["head"]
        if len(letters) == 1 and match["more"]:
            yield from _lettered(match.start("han"), match.start("tail"), text, lexicon)
        plain = letters if letters.isascii() else lexicon.skeleton.word(letters)
        if plain not in pieces:
            continue
        behind = match["head"] is not None
        han = match["rest"] if behind else match["han"]
        for size in range(1, len(han) + 1):
            chars = han[:size] if behind else han[-size:]
            start = match.start("head") if behind else match.start("tail") - size
            for syllables in lexicon.sounds.spellings(chars):
                key = plain + "".join(syllables) if behind else "".join(syllables) + plain
                if len(key) >= _SHORTEST:
                    yield from ((start, start + size + len(letters), term) for term in lexicon.terms_of(key))


def _lettered(start: int, letter: int, text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Term]]:
    """Read one letter between Chinese characters as the initial of the character that it stands for: 路易v登."""
    after = "".join(itertools.takewhile(lambda c: "\u4e00" <= c <= "\u9fff", text[letter + 1 : letter + 4]))
    for begin in range(start, letter):
        before = text[begin:letter]
        for term in lexicon.beginning_with(before[0]):
            name, place = term.folded, letter - begin
            rest = name[place + 1 :]
            if len(name) > place + 1 and len(name) > 2 and name.startswith(before) and after.startswith(rest):  # noqa: PLR2004
                yield begin, letter + 1 + len(rest), term
