"""What stands around a hit: the goods of the listing, cues beside brands, the sentence."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from listingguard.judge.places import Places
from listingguard.judge.policy import Policy
from listingguard.judge.sold import heads
from listingguard.lexicon import Brand, Lexicon, is_han, is_latin
from listingguard.match import AllowHit, Hit, OverlayHit, Role, exact_hits
from listingguard.model import Step
from listingguard.normalize import AlignedText, fold, is_markup, is_traditional

__all__ = ["Cue", "FieldContext", "Place", "find_word", "goods_of", "read_context", "sentence", "sold_in"]

_STOPS: Final = "。!?;\n\r…"
_SENTENCE: Final = 200
_ENOUGH: Final = 3
#: What stands before goods that are given away.
_GIFT: Final = re.compile("(?:(?<![配运派发])送|赠|(?<![吸依])附)(?!货|人) ?[^ ,。]{0,4}$")
_GIVEN: Final = 7  # characters of it


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


class FieldContext:
    """Everything that judgement may ask about one field. Made only for fields in which something was found.

    `goods` are the groups named in this field, each with its places; `listing_goods` those of the title and the category; `listing_sold`
    tells those of them that are sold. `rules` are the
    rule hits, `names` the brand hits by brand and folded name (the first of each suffice). `foreign`: the listing names a brand of others.
    `lapsed` are the brands whose authorisation does not hold here and now, with the reason.
    `unseen`: this is text of the field that its HTML hides from buyers.
    `find` finds the terms of another text, as they were found in this one: what an edit would make of it.
    """

    def __init__(  # noqa: PLR0913  one value for each thing that judgement may ask about
        self,
        field: str,
        aligned: AlignedText,
        lexicon: Lexicon,
        policy: Policy,
        *,
        hits: Sequence[Hit] = (),
        own: Sequence[OverlayHit] = (),
        allowed: Sequence[AllowHit] = (),
        roles: Mapping[str, Role] = MappingProxyType({}),
        lapsed: Mapping[str, str] = MappingProxyType({}),
        listing_goods: frozenset[str] = frozenset(),
        listing_sold: Callable[[], frozenset[str]] = frozenset,
        brand_field: str = "",
        unseen: bool = False,
        find: Callable[[AlignedText], list[Hit]] | None = None,
    ) -> None:
        self.unseen = unseen
        self.field, self.aligned, self.lexicon, self.policy = field, aligned, lexicon, policy.of(field)
        self.text = aligned.text
        self.hits, self.own, self.lapsed, self.foreign = hits, Places(own), lapsed, False
        self.roles = {brand: role for brand, role in roles.items() if brand not in lapsed} if lapsed else roles
        self.listing_goods, self._listing_sold, self.brand_field = listing_goods, listing_sold, brand_field
        self.allowed = allowed
        self.find = find or functools.partial(exact_hits, lexicon=lexicon)
        found = read_context(aligned.text, lexicon) if hits or own else ({}, [])
        self.goods, self.cues = found[0], Places(found[1])
        rules: list[Hit] = []
        self.names: dict[str, dict[str, list[Hit]]] = {}
        for hit in hits:
            term = hit.term
            if term.brand is None:
                rules.append(hit)
                continue
            same = self.names.setdefault(term.brand.id, {}).setdefault(term.folded, [])
            if len(same) < _ENOUGH:
                same.append(hit)
        self.rules = Places(rules)
        self._signals: dict[str, list[Place]] = {}

    @functools.cached_property
    def traditional(self) -> bool:
        """Tell whether the seller writes Traditional Chinese here."""
        return is_traditional(self.aligned.original)

    @functools.cached_property
    def markup(self) -> bool:
        """Tell whether the field holds HTML."""
        return is_markup(self.aligned.original)

    def all_goods(self) -> set[str]:
        """Give the groups of goods that the field, the title or the category speaks of."""
        return self.goods.keys() | self.listing_goods

    @functools.cached_property
    def sold(self) -> frozenset[str]:
        """Give the groups of goods that the listing sells: what its category or its title says, else this field."""
        return self._listing_sold() or heads(self.text, self.goods)

    def sold_at(self, start: int, end: int) -> frozenset[str]:
        """Give the goods that a range of the folded text is about: those whose longer name it is a part of (减肥茶), else what is sold."""
        last = ((group, bisect_left(places, (start + 1, 0)) - 1) for group, places in self.goods.items())
        words = ((group, self.goods[group][index]) for group, index in last if index >= 0)
        return frozenset(group for group, word in words if end <= word.end and word.end - word.start > end - start) or self.sold

    def edges(self, start: int, end: int) -> list[int]:
        """Give those ends of a range at which a word for goods stands: an edge, whatever the dictionary makes of the characters around."""
        begins, ends = self._goods_edges
        return [start] * (start in ends) + [end] * (end in begins)

    @functools.cached_property
    def _goods_edges(self) -> tuple[frozenset[int], frozenset[int]]:
        words = self._goods_words.items
        return frozenset(place.start for place in words), frozenset(place.end for place in words)

    def reads_otherwise(self, hit: Hit) -> bool:
        """Tell whether other words explain the characters that stand in for a term: they cross an edge of it, or a rule's words hold it.

        Words for goods do (洁面 in 保湿洁面), and other names and claims that read plainly (耐克 in 包邮耐克, 王一博同款).
        """
        start, end, brand = hit.start, hit.end, hit.term.brand
        plain = self._plain.near(start, end, 0)
        places = [(word.start, word.end) for word in plain] + [(word.start, word.end) for word in self._goods_words.near(start, end, 0)]
        if any(a < start < b or a < end < b for a, b in places):
            return True
        if any(word.term.rule and word.start <= start and end <= word.end for word in plain):
            return True
        return any(word.term.brand and word.term.brand is not brand and start <= word.start and word.end <= end for word in plain)

    @functools.cached_property
    def brands(self) -> Places[Hit]:
        """Give the brand hits, everyday words among them, whether they count or not."""
        return Places([hit for hit in self.hits if hit.term.brand])

    @functools.cached_property
    def _goods_words(self) -> Places[Place]:
        return Places([place for places in self.goods.values() for place in places if place.end - place.start > 1])

    @functools.cached_property
    def _plain(self) -> Places[Hit]:
        sure = (hit for hit in self.hits if hit.view == "folded" and not (hit.term.disguise or hit.term.ambiguous))
        return Places([hit for hit in sure if hit.end - hit.start > 1])

    def names_goods(self, start: int, end: int) -> bool:
        """Tell whether any character of a range belongs to a word for goods: 工牌 is a badge, whatever it looks like."""
        return any(p.start < end and start < p.end for places in self.goods.values() for p in places)

    def next_goods(self, group: str, start: int) -> Place | None:
        """Give the first place at or behind a start where goods of a group are named."""
        places = self.goods[group]
        index = bisect_left(places, (start, 0))
        return places[index] if index < len(places) else None

    @functools.cached_property
    def paid(self) -> Mapping[str, Sequence[Place]]:
        """Give the goods by group without what is given away, also as one of several: 送 保护套 钢化膜."""
        given: set[Place] = set()
        for place in sorted({place for places in self.goods.values() for place in places}):
            if _GIFT.search(self.text, max(0, place.start - _GIVEN), place.start) or self.goods_before(place.start) in given:
                given.add(place)
        return {group: [place for place in places if place not in given] for group, places in self.goods.items()}

    def goods_before(self, start: int) -> Place | None:
        """Give the word for goods right before a place, or with one blank or plus between."""
        near = (place for place in self._goods_words.near(start, start, 1) if place.end <= start)
        return next((place for place in near if not self.text[place.end : start].strip(" +/、")), None)

    def signals(self, brand: Brand) -> list[Place]:
        """Give the places of words that go with a brand, the first of each."""
        if brand.id not in self._signals:
            self._signals[brand.id] = [place for word in brand.signals if (place := find_word(self.text, word))]
        return self._signals[brand.id]

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
            if entry.goods and end - start == 1 and not _alone(text, start, end):
                continue
            if entry.goods:
                goods.setdefault(entry.goods, []).append(Place(start, end))
            else:
                cues.append(Cue(start, end, entry.cue, entry.reach))
    return goods, cues


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether one character is a word of its own: LV 包, LV包, but not LV包邮, 面包 or 5 包.

    >>> [_alone(text, text.index("包"), text.index("包") + 1) for text in ("lv 包", "lv包, 女", "lv包邮", "面包", "5 包")]
    [True, True, False, False, False]
    """
    return not (is_han(text[start - 1 : start]) or is_han(text[end : end + 1]) or text[max(0, start - 3) : start].rstrip()[-1:].isdigit())


def sold_in(texts: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Give the groups of goods that the first of some texts sells that names any.

    >>> from listingguard.lexicon import default_lexicon
    >>> sorted(sold_in(["", "荷叶茶包 送手机壳"], default_lexicon()))
    ['drink']
    """
    for text in filter(None, texts):
        folded = fold(text)
        if sold := heads(folded, read_context(folded, lexicon)[0]):
            return sold
    return frozenset()


def goods_of(texts: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Give the groups of goods that texts speak of, as the seller wrote them.

    >>> from listingguard.lexicon import default_lexicon
    >>> sorted(goods_of(["手機殼", "斜挎包"], default_lexicon()))
    ['bag', 'phone-accessory']
    """
    return frozenset(group for text in texts if text for group in read_context(fold(text), lexicon)[0])


def find_word(text: str, word: str) -> Place | None:
    """Give the first place of a word in a folded text; a Latin one as a whole word.

    >>> find_word("silver lv 手袋", "lv"), find_word("silver", "lv")
    (Place(start=7, end=9), None)
    """
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        inside = is_latin(text[start - 1 : start]) and is_latin(word[0])
        if not (inside or (is_latin(text[end : end + 1]) and is_latin(word[-1]))):
            return Place(start, end)
        start = text.find(word, end)
    return None


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the range of the sentence around a range of a folded text, at most 200 characters to each side.

    >>> sentence("第一次下单。第一品牌!", 6, 8)
    (6, 11)
    """
    low, high = max(0, start - _SENTENCE), min(len(text), end + _SENTENCE)
    left = max((text.rfind(stop, low, start) for stop in _STOPS), default=-1) + 1
    rights = [place + 1 for stop in _STOPS if (place := text.find(stop, end, high)) >= 0]
    return max(left, low), min(rights, default=high)
