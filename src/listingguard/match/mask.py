"""Names of which a part is masked by signs: 迪*, 香～, 法拉*, G***i, L*V. The part that can be read has to tell which name it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from listingguard.lexicon import Lexicon, Term, is_latin
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["Masked", "mask_hits", "masked_pieces"]

_HAN: Final = "\u4e00-\u9fff"
_SIGNS: Final = "*~○〇□×※●#@某"
_MASK: Final = rf"[{_SIGNS}]{{1,8}}|\.{{2,9}}"
_ANY: Final = re.compile(rf"[{_SIGNS}_]|\.\.")
_SIGN: Final = re.compile(rf"[a-z](?:{_MASK}|_)|[{_HAN}](?:{_MASK})")
_PIECE: Final = re.compile(rf"([a-z]{{1,16}})({_MASK}|_{{1,8}})([a-z]{{0,16}})|([{_HAN}]{{1,5}})({_MASK})([{_HAN}]{{0,4}})")
_HEAD: Final = 5
_SEPARATORS: Final = 3  # a sign that stands more often in a text parts its words
_READABLE: Final = 2  # letters of a Latin name that have to be seen


class Masked(NamedTuple):
    """A masked piece of a folded text: what is read before the signs, how many signs, and what is read behind them."""

    start: int
    before: str
    signs: int
    after: str


def masked_pieces(folded: str) -> Iterator[Masked]:
    """Give the masked pieces; of a run of Chinese characters, each of its ends may be the name's beginning.

    >>> [(p.before, p.signs, p.after) for p in masked_pieces("g***i 手袋")]
    [('g', 3, 'i')]
    >>> [p.before for p in masked_pieces("新款迪* 包")]
    ['新款迪', '款迪', '迪']
    """
    if not (_ANY.search(folded) and _SIGN.search(folded)):
        return
    pieces = list(_PIECE.finditer(folded))
    often = Counter((match[2] or match[5])[0] for match in pieces)
    for match in pieces:
        start, latin = match.start(), match[1] is not None
        if often[(match[2] or match[5])[0]] > _SEPARATORS:
            continue
        before, signs, after = match.groups()[:3] if latin else match.groups()[3:]
        if latin and is_latin(folded[start - 1 : start]):
            continue
        for skip in range(1 if latin else len(before)):
            yield Masked(start + skip, before[skip:], len(signs), after)


def mask_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find names of which a part is masked. A hit is no more than a candidate: judgement asks for goods or another signal."""
    hits = []
    for piece in masked_pieces(aligned.text):
        plain = {term.record for term in lexicon.names_of(piece.before)}  # 小米# is 小米 and no 小米su7
        found = [(size, term) for size, term in _readings(piece, lexicon) if term.record not in plain]
        exact = [(size, term) for size, term in found if len(term.folded) == len(piece.before) + piece.signs + size]
        for size, term in exact if exact and piece.signs > 1 else found:  # a sign for each letter tells how many there are
            known, end = len(piece.before) + size, piece.start + len(piece.before) + piece.signs + size
            if not aligned.cuts(piece.start, end):
                hits.append(Hit(piece.start, end, term, "mask", min(known / len(term.folded), 1.0)))
    return hits


def _readings(piece: Masked, lexicon: Lexicon) -> Iterator[tuple[int, Term]]:
    """Give the names that a piece may be read as, each with the number of characters behind the signs that belong to it."""
    before, after = piece.before, piece.after
    latin = is_latin(before[0])
    cut = len(before) > _READABLE and before not in lexicon.known  # then another word may stand right behind: gucc*chunky
    for name in lexicon.beginning_with(before):
        rest = name[len(before) :]
        size = next((n for n in range(min(len(rest), len(after)), 0, -1) if rest.endswith(after[:n])), 0)
        known = len(before) + size
        if latin:  # a Latin word ends where its letters end
            whole = size == len(after) and (size < len(rest) or len(name) <= _READABLE + 1)
            whole |= cut and size == 0 and len(rest) == piece.signs
            if rest and whole and known >= max(_READABLE, len(name) / 2 if size == 0 else 0):
                yield from ((size, term) for term in lexicon.names_of(name))
        elif size < len(rest):
            half = 2 * known >= min(len(name), 2 * _HEAD)
            yield from ((size, term) for term in lexicon.names_of(name) if half or (term.brand and term.brand.known))
