"""Chinese names with one character wrong, found by an end of the name that is right: 路亿威登, 香奈尓."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from listingguard.lexicon import is_han
from listingguard.match.hit import Hit
from listingguard.normalize import fold

__all__ = ["completed", "grown"]

_PIECES: Final = frozenset({"fragment", "anchor"})


def grown(hits: Sequence[Hit], folded: str) -> list[Hit]:
    """Let pieces of names grow where they can (see `completed`), but not over a name that reads plainly: 耐克运动 is no 美克运动."""
    found = [h for hit in hits if (h := completed(hit, folded) if hit.term.disguise in _PIECES else hit)]
    if all(hit.view == "folded" for hit in found):
        return found
    listed = [hit for hit in hits if hit.term.brand and not (hit.term.disguise or hit.term.shield or hit.term.ambiguous)]
    plain = {place for hit in listed for place in range(hit.start, hit.end)}
    return [hit for hit in found if hit.view == "folded" or plain.isdisjoint(range(hit.start, hit.end))]


def completed(hit: Hit, folded: str) -> Hit | None:
    """Let a piece of a Chinese name grow to the whole name where all but one character is there; else it stays a fragment, or is nothing.

    >>> from listingguard.lexicon import default_lexicon
    >>> piece = next(t for t in default_lexicon().terms_of("香奈") if t.disguise == "fragment")
    >>> [completed(Hit(0, 2, piece), text)[:2] for text in ("香奈尓手提包", "香奈")]
    [(0, 3), (0, 2)]
    """
    name = _folded(hit.term.text)
    start = hit.start - name.find(hit.term.folded)
    written = folded[start : start + len(name)] if start >= 0 else ""
    if len(written) == len(name) and is_han(written) and sum(map(str.__ne__, name, written)) == 1:
        return Hit(start, start + len(name), hit.term, "near", 1 - 1 / len(name))
    return hit if hit.term.disguise == "fragment" else None


_folded = functools.lru_cache(maxsize=4096)(fold)
