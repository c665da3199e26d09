"""Names of several words of which one is misspelt, or that are joined otherwise than they should be: Lilo & Stiitch, pien.tze.huang."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from listingguard.lexicon import Lexicon, Term
from listingguard.match.hit import Hit
from listingguard.match.vocabulary import Vocabulary
from listingguard.match.words import Words
from listingguard.normalize import AlignedText

__all__ = ["PhraseSearch", "phrase_hits"]

_WORD: Final = re.compile(r"[a-z0-9]+")
_SIGN: Final = r"[^a-z0-9\u3400-\u9fff]"
_PAIR: Final = re.compile(rf"{_SIGN}(?:(?<=[a-z].){_SIGN}{{0,2}}[a-z0-9]|(?<=[0-9].){_SIGN}{{0,2}}[a-z]{{3}})", re.DOTALL)
_PAIRED: Final = 2
_LONG: Final = 4  # letters from which a word of a longer name may be misspelt
_GAP: Final = 3  # signs between two words of a name
_MEMO: Final = 8192
_MANY: Final = 12  # names that share a word and are looked at


class _Place(NamedTuple):
    """A word of a name: the folded name, its words, and which of them it is."""

    name: str
    words: tuple[str, ...]
    at: int


class _Look(NamedTuple):
    """What a word may be: the first of a name, and a misspelt one of some names."""

    begins: bool
    places: Sequence[_Place]


class PhraseSearch:
    """Finds names of several words by any word of them that is right or nearly so.

    >>> from listingguard.lexicon import default_lexicon
    >>> search = PhraseSearch(default_lexicon())
    >>> sorted({place.name for place in search.near("vuittton")})
    ['louis vuitton']
    """

    __slots__ = ("_beside", "_first", "_heads", "_lexicon", "_sharing", "_spoken", "_vocabulary", "look")

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary | None = None) -> None:
        self._lexicon, self._vocabulary = lexicon, vocabulary or Vocabulary(lexicon)
        sharing, first = defaultdict(list), defaultdict(list)
        for name in lexicon.phrases:
            words = _WORD.findall(name)
            first[words[0], words[1]].append(name)
            for word in words:
                if len(word) >= _LONG or len(words) > _PAIRED or any(len(other) >= _LONG for other in words):
                    sharing[word].append(name)
        self._spoken = frozenset(lexicon.syllables)
        for name in lexicon.syllables:
            head, after, *_ = name.split(" ")
            first[head, after].append(name)
        self._sharing = {word: tuple(names[:_MANY]) for word, names in sharing.items()}
        self._first = {pair: tuple(names) for pair, names in first.items()}
        self._beside = _neighbours(lexicon.phrases)
        self._heads = frozenset(word for word, _ in self._first)
        self.look: Callable[[str], _Look | None] = functools.lru_cache(_MEMO)(self._look)

    def beginning(self, first: str, second: str) -> Iterator[_Place]:
        """Give the names that begin with two words."""
        for name in self._first.get((first, second), ()):
            words = tuple(_WORD.findall(name))
            yield _Place("".join(words) if name in self._spoken else name, words, 0)

    def near(self, word: str) -> Sequence[_Place]:
        """Give the names that have a word which this one misspells."""
        if word in self._sharing or self._vocabulary.is_known(word):
            return ()
        return [
            _Place(name, words, at)
            for right, _ in self._vocabulary.near(word)
            if len(word) > _LONG or len(right) < len(word)  # of a short word only two letters drawn for one: Lao Gari Ma
            for name in self._sharing.get(right, ())
            for words in [tuple(_WORD.findall(name))]
            for at, other in enumerate(words)
            if other == right
        ]

    def redrawn(self, word: str, before: str, after: str) -> Iterator[_Place]:
        """Give the names that a neighbour is in, if two letters or figures of the word are drawn for one of theirs, or one for two."""
        if len(word) < _LONG or self._vocabulary.is_known(word):
            return
        for key, at in (((before, ""), 1), (("", after), 0)):
            for name, words in self._beside.get(key, ()):
                if words[at].isalpha() and _redrawn(word, words[at]):
                    yield _Place(name, words, at)

    def term(self, name: str) -> Term:
        """Give the term of a name, or of a name or a claim in pinyin; an everyday word (nan fu) where there is no other."""
        terms = [t for t in self._lexicon.terms_of(name) if not t.shield and (t.disguise == "pinyin" or (t.brand and not t.disguise))]
        return min(terms, key=lambda t: t.ambiguous and t.disguise != "pinyin")

    def _look(self, word: str) -> _Look | None:
        """Give nothing for most words."""
        look = _Look(word in self._heads, self.near(word))
        return look if any(look) else None


def _neighbours(names: Iterable[str]) -> dict[tuple[str, str], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Give the names by their first word and by their second, where the other of the two is long enough to be told."""
    found = defaultdict(list)
    for name in names:
        words = tuple(_WORD.findall(name))
        for key, other in (((words[0], ""), words[1]), (("", words[1]), words[0])):
            if len(other) >= _LONG:
                found[key].append((name, words))
    return {key: tuple(alike[:_MANY]) for key, alike in found.items()}


def _redrawn(written: str, right: str) -> bool:
    """Tell whether one letter stands for two or two for one, and all others are right."""
    if abs(len(written) - len(right)) != 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(written, right, strict=False)) if a != b), 0)
    rest = min(len(written), len(right)) - 1 - start
    return rest >= 0 and start + rest >= _PAIRED + 1 and written[len(written) - rest :] == right[len(right) - rest :]


def phrase_hits(aligned: AlignedText, words: Words, search: PhraseSearch) -> list[Hit]:
    """Find names of several words with one word misspelt, or with signs between the words that no spelling of theirs has."""
    text = aligned.text
    if len(words) == 1 or not _PAIR.search(text):
        return []
    hits = []
    for start, end, place, exact in _found(words, text, search):
        if not aligned.cuts(start, end):
            term = search.term(place.name)
            view = "folded" if term.disguise else "typo"
            hits.append(Hit(start, end, term, view, 1.0 if exact else 1 - 1 / len(place.name)))
    return hits


def _found(words: Words, text: str, search: PhraseSearch) -> Iterator[tuple[int, int, _Place, bool]]:
    read = [match[0] for match in words]
    for i, word in enumerate(read):
        if (look := search.look(word)) is None:
            for place in search.redrawn(word, read[i - 1] if i else "", read[i + 1] if i + 1 < len(read) else ""):
                if span := _spread(words, i, place, text):
                    yield *span, place, False
            continue
        for place in search.beginning(word, read[i + 1]) if look.begins and i + 1 < len(read) else ():
            if (span := _spread(words, i, place, text)) and (place.name.isalpha() or not _plain(text[slice(*span)])):
                yield *span, place, True
        for place in look.places:
            if span := _spread(words, i, place, text):
                yield *span, place, False


def _spread(words: Words, i: int, place: _Place, text: str) -> tuple[int, int] | None:
    """Give the range of a name around its i-th word in a text, or None where another word of it is missing."""
    first, last = i - place.at, i - place.at + len(place.words)
    if first < 0 or last > len(words):
        return None
    if any(words[first + k][0] != word for k, word in enumerate(place.words) if k != place.at):
        return None
    gaps = (text[words[k].end() : words[k + 1].start()] for k in range(first, last - 1))
    return (words[first].start(), words[last - 1].end()) if all(len(g) <= _GAP and not _WORD.search(g) for g in gaps) else None


def _plain(written: str) -> bool:
    """Tell whether a name is joined in one of the ways that the exact matcher knows, by blanks, hyphens, & and apostrophes, or parted."""
    signs = set(written) - _ORDINARY
    return not signs or any(sign.isalnum() or sign in _STOPS for sign in signs)


_ORDINARY: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 -&'")
_STOPS: Final = frozenset("、。《》「」『』【】")
