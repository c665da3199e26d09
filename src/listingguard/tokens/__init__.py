"""Word boundaries of Chinese. jieba knows them, and is started when a text first needs it.

It reads Simplified, so texts are folded first and the places mapped back.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Final

from listingguard.normalize import align
from listingguard.tokens.words import dictionary

__all__ = ["Token", "begins_word", "is_listed", "is_unlisted", "is_word", "listed_words", "segment", "tokenize"]

_NO_WORDS: Final[frozenset[str]] = frozenset()
_AROUND: Final = 10  # characters to each side that segmentation is shown
_SEEN: Final = 3  # a word that was seen less often may as well be a foreign name (奈克)
_LONG: Final = 4  # characters of the longest word that is looked for across an edge


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its place in the original text."""

    text: str
    start: int
    end: int


def tokenize(text: str, words: Iterable[str] = ()) -> tuple[Token, ...]:
    """Split a mixed text into words, with places in the original; blanks are not words. `words` are names to keep whole.

    >>> [t.text for t in tokenize("夏季新款iPhone 15手機殼")]
    ['夏季', '新款', 'iPhone', '15', '手機', '殼']
    """
    aligned = align(text)
    tokens: list[Token] = []
    for word, start, end in segment(aligned.text, frozenset(words)):
        if word.strip():
            a, b = aligned.span(start, end)
            if tokens and a < tokens[-1].end:  # one character of the original holds several words: ½ folds to 1⁄2
                a = tokens.pop().start
            tokens.append(Token(text[a:b], a, b))
    return tuple(tokens)


def is_word(folded: str, start: int, end: int, edges: Container[int] = ()) -> bool:
    """Tell whether word edges stand at both ends of a range of a folded text; some `edges` may be known. Only what is near is looked at.

    >>> is_word("精美的窗帘", 1, 3), is_word("美的空调", 0, 2)
    (False, True)
    """
    return (start in edges or begins_word(folded, start)) and (end in edges or _is_edge(folded, end))


def begins_word(folded: str, start: int) -> bool:
    """Tell whether a word edge stands at a place: true of 本田 in 本田汽车, not in 作业本|田字格.

    >>> begins_word("本田汽车脚垫", 0), begins_word("作业本田字格", 2)
    (True, False)
    """
    return _is_edge(folded, start)


def is_listed(word: str, often: int = 1) -> bool:
    """Tell whether the dictionary has a word, and how often at least it was seen.

    >>> is_listed("跑鞋"), is_listed("耐充"), is_listed("跑鞋", often=10_000)
    (True, False, False)
    """
    return dictionary().table(word[:1]).get(word, 0) >= often


def listed_words(often: int = 3) -> list[str]:
    """Give the dictionary's Chinese words of two to six characters that were seen so often at least.

    >>> "跑鞋" in listed_words()
    True
    """
    return sorted(w for w, n in dictionary().words().items() if n >= often and 1 < len(w) <= _LONG + 2 and all(map(_is_han, w)))


def is_unlisted(folded: str, start: int, end: int, edges: Container[int] = ()) -> bool:
    """Tell whether no word explains the characters of a range: none lies across an edge of it, and it is none itself.

    >>> is_unlisted("古池斜挎包", 0, 2), is_unlisted("千古池塘", 1, 3), is_unlisted("奈何", 0, 2)
    (True, False, False)
    """
    return not is_listed(folded[start:end], _SEEN) and is_word(folded, start, end, edges)


def _is_edge(folded: str, place: int) -> bool:
    """Tell whether segmentation puts an edge at a place; asked only where a word of the dictionary lies across it."""
    if not (_is_han(folded[place - 1 : place]) and _is_han(folded[place : place + 1])) or not _straddled(folded, place):
        return True
    low = max(0, place - _AROUND)
    return place - low in dictionary().ends(folded[low : place + _AROUND])


def _straddled(folded: str, edge: int) -> bool:
    """Tell whether any word of the dictionary lies across an edge; if none does, no segmentation can put a word there."""
    low = max(0, edge - _LONG)
    known = dictionary().table(folded[low:edge])
    for a in range(low, edge):
        for b in range(edge + 1, min(len(folded), a + _LONG + 1) + 1):
            if known.get(folded[a:b]):
                return True
    return False


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def segment(folded: str, words: frozenset[str] = _NO_WORDS) -> list[tuple[str, int, int]]:
    """Give (word, start, end) for a folded text. A lone surrogate counts as U+FFFD."""
    return dictionary(words).segment(folded)
