"""Names and claims written in pieces, put together and read: halves of a character (禾刂 for 利), a picture for a word (🐎)."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from listingguard.lexicon import Lexicon, is_picture
from listingguard.match.edges import has_edges
from listingguard.match.hit import Hit
from listingguard.normalize import AlignedText

__all__ = ["pieced_hits"]

_REACH: Final = 12  # characters of a name to each side of a piece
_APART: Final = 6  # so many characters at most lie between pieces of one name
_MEANINGS: Final = 8  # of a few pieces that are tried together
_FEW: Final = 4


class _Piece(NamedTuple):
    """A piece of a folded text, and the characters or words that it may stand for."""

    start: int
    end: int
    words: tuple[str, ...]


class _Read(NamedTuple):
    """A text that was put together, of what, where each of its characters stands, and which of them were put together."""

    text: str
    view: str
    spans: Sequence[tuple[int, int]]
    joined: Sequence[int]


def pieced_hits(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find names and claims of which one character or word, or several, are written in pieces."""
    text = aligned.text
    if text.isascii() or not (found := lexicon.apart.find(text)):
        return []
    pieces = [_Piece(start, end, lexicon.apart.values(index)) for index, start, end in found]
    hits = {hit[:3]: hit for read in (*_one(text, pieces), *_several(text, pieces)) for hit in _hits(text, read, lexicon)}
    return [hit for hit in hits.values() if not aligned.cuts(hit.start, hit.end)]


def _one(text: str, pieces: Sequence[_Piece]) -> Iterator[_Read]:
    """Put one piece together and leave all others as they are; one that stands beside no letter is a part of no name."""
    for piece in pieces:
        before, after = text[max(0, piece.start - 2) : piece.start].strip(), text[piece.end : piece.end + 2].strip()
        if before[-1:].isalnum() or after[:1].isalnum():
            yield from (_put(text, [piece], [word]) for word in piece.words)


def _several(text: str, pieces: Sequence[_Piece]) -> Iterator[_Read]:
    """Put together whatever can be, where pieces stand near each other."""
    for _, near in itertools.groupby(_runs(pieces), key=lambda run: run[0]):
        run = [piece for _, piece in near]
        if len(run) > 1:
            meanings = itertools.product(*(piece.words for piece in run))
            tried = _MEANINGS if len(run) <= _FEW else 1
            yield from (_put(text, run, words) for words in itertools.islice(meanings, tried))


def _put(text: str, run: Sequence[_Piece], words: Sequence[str]) -> _Read:
    """Put pieces together, with what stands around them."""
    at = max(0, run[0].start - _REACH)
    read, spans, joined = "", list[tuple[int, int]](), list[int]()
    for piece, word in zip(run, words, strict=True):
        spans += [(i, i + 1) for i in range(at, piece.start)] + [(piece.start, piece.end)] * len(word)
        read += text[at : piece.start] + word
        joined += range(len(read) - len(word), len(read))
        at = piece.end
    rest = text[at : at + _REACH]
    view = "sign" if any(is_picture(text[piece.start : piece.end]) for piece in run) else "halves"
    return _Read(read + rest, view, spans + [(i, i + 1) for i in range(at, at + len(rest))], joined)


def _runs(pieces: Sequence[_Piece]) -> Iterator[tuple[int, _Piece]]:
    """Give pieces with the number of their group, in which they stand near each other; of those that overlap the first counts."""
    group, last = 0, 0
    for piece in sorted(pieces):
        if piece.start < last:
            continue
        group += piece.start - last > _APART
        last = piece.end
        yield group, piece


def _hits(text: str, read: _Read, lexicon: Lexicon) -> Iterator[Hit]:
    """Give the terms in a text that was put together, if they hold anything that was, at their places in the folded text."""
    for index, a, b in lexicon.exact.find(read.text):
        first = bisect_left(read.joined, a)
        if first == len(read.joined) or read.joined[first] >= b:
            continue
        start, end = read.spans[a][0], read.spans[b - 1][1]
        if lexicon.terms_of(text[start:end]):  # listed as it stands: the exact matcher's
            continue
        for term in lexicon.exact.values(index):
            listed = (term.loose or (read.view == "sign" and term.brand)) and not (term.shield or term.disguise)
            if listed and has_edges(term, read.text, a, b):
                yield Hit(start, end, term, read.view)
