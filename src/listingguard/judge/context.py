"""What stands around a hit: the goods of the listing, cues beside brands, the sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from listingguard.judge.policy import Policy
from listingguard.lexicon import Lexicon, is_latin
from listingguard.match import Hit, OverlayHit, Role
from listingguard.model import Step
from listingguard.normalize import AlignedText

__all__ = ["Cue", "FieldContext", "Place", "read_context", "sentence"]

_STOPS: Final = "。!?;\n\r…"


class Place(NamedTuple):
    """Where a word of the context stands in the folded text."""

    start: int
    end: int


class Cue(NamedTuple):
    """A cue and how far it reaches (characters of the folded text)."""

    start: int
    end: int
    id: str
    reach: int


@dataclasses.dataclass(slots=True)
class FieldContext:
    """Everything that judgement may ask about one field. Made only for fields in which something was found.

    `goods` are the groups named in this field, each with its places; `listing_goods` those of the title and the category.
    """

    field: str
    aligned: AlignedText
    lexicon: Lexicon
    policy: Policy
    listing_goods: frozenset[str] = frozenset()
    brand_field: str = ""
    roles: Mapping[str, Role] = dataclasses.field(default_factory=dict)
    own: Sequence[OverlayHit] = ()
    hits: list[Hit] = dataclasses.field(default_factory=list)
    goods: dict[str, list[Place]] = dataclasses.field(default_factory=dict)
    cues: list[Cue] = dataclasses.field(default_factory=list)
    foreign: bool = False

    @property
    def text(self) -> str:
        """Give the folded text, in which all places of hits, goods and cues are."""
        return self.aligned.text

    def all_goods(self) -> set[str]:
        """Give the groups of goods that the field, the title or the category speaks of."""
        return self.goods.keys() | self.listing_goods

    def step(self, kind: str, start: int, end: int, after: str, record: str = "") -> Step:
        """Make a step of evidence about a place of the folded text."""
        a, b = self.aligned.span(start, end)
        return Step(kind, a, b, self.aligned.original[a:b], after, record)


def read_context(text: str, lexicon: Lexicon) -> tuple[dict[str, list[Place]], list[Cue]]:
    """Find the goods and the cues of a folded text; the longest word at a place counts (手机壳, not 手机).

    >>> from listingguard.lexicon import default_lexicon
    >>> goods, cues = read_context("适用于苹果手机壳", default_lexicon())
    >>> list(goods), [cue.id for cue in cues]
    (['phone-accessory'], ['compatible-before'])
    """
    goods: dict[str, list[Place]] = {}
    cues: list[Cue] = []
    size, values = len(text), lexicon.context.values
    for index, start, end in lexicon.context.find(text):
        for entry in values(index):
            if (entry.left and start and is_latin(text[start - 1])) or (entry.right and end < size and is_latin(text[end])):
                continue
            if entry.goods:
                goods.setdefault(entry.goods, []).append(Place(start, end))
            else:
                cues.append(Cue(start, end, entry.cue, entry.reach))
    return goods, cues


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the range of the sentence around a range of a folded text.

    >>> sentence("第一次下单。第一品牌!", 6, 8)
    (6, 10)
    """
    left = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    rights = [place for stop in _STOPS if (place := text.find(stop, end)) >= 0]
    return left, min(rights, default=len(text))
