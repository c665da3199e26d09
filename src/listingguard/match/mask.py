"""Names of which a part is masked by signs: 迪*, 香～, 法拉*, G***i, L*V. The part that can be read has to tell which name it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from listingguard.lexicon import Lexicon, Term, is_han, is_latin
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["Masked", "mask_hits", "masked_pieces"]

_HAN: Final = "\u4e00-\u9fff"
_SIGNS: Final = "*~○〇□×※●#@某"
_PICTURES: Final = "\u2600-\u27bf\U0001f300-\U0001faff"
_INNER: Final = re.compile(f"[{_PICTURES}.]")
_MASK: Final = re.compile(rf"[{_SIGNS}]{{1,8}}|\.{{2,9}}|_{{1,8}}|[{_PICTURES}.](?<=[{_HAN}].)(?=[{_HAN}])")
_ANY: Final = re.compile(rf"[{_SIGNS}{_PICTURES}_.](?:(?<=[{_SIGNS}_])|(?<=\.)\.|(?<=[{_HAN}].)(?=[{_HAN}]))")
#: What may be read before a mask and behind it, in Latin letters and in Chinese characters.
_LATIN: Final = re.compile(r"[a-z]{1,16}\Z"), re.compile("[a-z]{0,16}")
_CHINESE: Final = re.compile(rf"[{_HAN}]{{1,5}}\Z"), re.compile(rf"[{_HAN}]{{0,4}}")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_REACH: Final = 16
_HEAD: Final = 5
_PAIR: Final = 2
_HOUSE: Final = "家"  # behind the one character that the trade calls a house by: only then does it tell a longer name
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
    if not _ANY.search(folded):
        return
    pieces = list(_pieces(folded))
    often = Counter(signs[0] for _, _, signs, _ in pieces)
    for start, before, signs, after in pieces:
        latin = before[0] in _LETTERS
        if often[signs[0]] > _SEPARATORS or (latin and is_latin(folded[start - 1 : start])) or _is_framed(folded, start, signs[0]):
            continue
        for skip in range(1 if latin else len(before)):
            yield Masked(start + skip, before[skip:], len(signs), after)


def _is_framed(folded: str, start: int, sign: str) -> bool:
    """Tell whether the same sign opens the word that ends with it: *乐源*, #大杂烩# are framed, not masked."""
    opening = folded.rfind(sign, 0, start)
    return opening >= 0 and " " not in folded[opening:start] and not folded[max(0, opening - 1) : opening].isalnum()


def _pieces(folded: str) -> Iterator[tuple[int, str, str, str]]:
    """Give what stands around each mask: where it begins, what is read before, the signs, what is read behind."""
    last = 0
    for mask in _MASK.finditer(folded):
        start, end = mask.span()
        beside = folded[start - 1 : start]
        if beside in _LETTERS and not _INNER.fullmatch(mask[0]):
            head, tail = _LATIN
        elif is_han(beside) and mask[0][0] != "_":
            head, tail = _CHINESE
        else:
            continue
        if before := head.search(folded, max(last, start - _REACH), start):
            after = tail.match(folded, end)
            last = after.end() if after else end
            yield before.start(), before[0], mask[0], after[0] if after else ""


def mask_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find names of which a part is masked. A hit is no more than a candidate: judgement asks for goods or another signal."""
    hits = []
    for piece in masked_pieces(aligned.text):
        at = piece.start + len(piece.before)
        ornament = piece.signs == 1 and _INNER.match(aligned.text, at)  # a mask only inside of a name
        plain = {term.record for term in lexicon.names_of(piece.before)}  # 小米# is 小米 and no 小米su7
        found = [(size, term) for size, term in _readings(piece, lexicon) if term.record not in plain and (size or not ornament)]
        exact = [(size, term) for size, term in found if len(term.folded) == len(piece.before) + piece.signs + size]
        for size, term in exact if exact and piece.signs > 1 and aligned.text[at] != "." else found:  # a sign a letter tells how many
            known, end = len(piece.before) + size, at + piece.signs + size
            if not aligned.cuts(piece.start, end):
                hits.append(Hit(piece.start, end, term, "mask", min(known / len(term.folded), 1.0)))
    return hits


def _readings(piece: Masked, lexicon: Lexicon) -> Iterator[tuple[int, Term]]:
    """Give the names that a piece may be read as, each with the number of characters behind the signs that belong to it."""
    before, after = piece.before, piece.after
    latin = is_latin(before[0])
    if latin and len(before) + len(after) < _READABLE:
        return
    cut = len(before) > _READABLE and before not in lexicon.known  # then another word may stand right behind: gucc*chunky
    for name in lexicon.beginning_with(before):
        if latin and not (cut or name.endswith(after)):
            continue
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
            houses = {term.record for term in lexicon.terms_of(before + _HOUSE)} if known == 1 and len(name) > _PAIR else None
            named = (term for term in lexicon.names_of(name) if half or (term.brand and term.brand.known))
            yield from ((size, term) for term in named if houses is None or term.record in houses)
