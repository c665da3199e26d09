"""Chinese names and claims written with other characters of the same sound: 古池 for 古驰, 奈克 for 耐克, 弟一 for 第一."""

from __future__ import annotations

from typing import Final

from listingguard.lexicon import Lexicon, is_han
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText, Sounds

__all__ = ["likeness", "sound_hits"]

_NEAR: Final = 0.9  # of two characters that are told apart by careful speakers: 宁 and 灵


def sound_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find what sounds like a listed term and shares half of its characters. What reads like the term is the exact matcher's."""
    text = aligned.text
    if text.isascii():
        return []
    hits, honest = [], lexicon.honest
    for index, start, end in lexicon.heard.find(lexicon.sounds(text)):
        written = text[start:end]
        if written in honest:
            continue
        for term in lexicon.heard.values(index):
            if term.shield:
                if written != term.folded:  # else the exact matcher has it
                    hits.append(Hit(start, end, term, "sound"))
                continue
            alike = likeness(term.folded, written, lexicon.sounds) if written != term.folded else 0
            if alike < (_NEAR if term.brand else 1) or aligned.cuts(start, end):
                continue
            if all(listed.record != term.record for listed in lexicon.terms_of(written)):  # else it is the exact matcher's
                hits.append(Hit(start, end, term, "sound", alike))
    return hits


def likeness(name: str, written: str, sounds: Sounds) -> float:
    """Tell how well a writing stands for a name that it sounds like: 0 where they share too little, 1 where they sound quite the same.

    >>> from listingguard.lexicon import default_lexicon
    >>> sounds = default_lexicon().sounds
    >>> likeness("耐克", "奈克", sounds), likeness("李宁", "李灵", sounds), likeness("耐克", "奶壳", sounds)
    (1.0, 0.9, 0.0)
    """
    pairs = list(zip(name, written, strict=True))
    right = sum(a == b for a, b in pairs)
    if not is_han(written) or right == 0:
        return 0.0
    if all(sounds.same(a, b) for a, b in pairs):
        return 1.0 if 2 * right >= len(pairs) else _NEAR
    return _NEAR if 2 * right >= len(pairs) else 0.0
