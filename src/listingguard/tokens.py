"""Word boundaries of Chinese: the only file that knows jieba.

jieba starts when a text first needs it, as an instance of our own: its global dictionary stays as it is, nothing is logged, and no cache
file is left in the temp folder. It reads Simplified, so texts are folded first and the places mapped back.
"""

from __future__ import annotations

import functools
import gc
import sys
import threading
import warnings
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from listingguard.normalize import align

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
    known: dict[str, int] = _segmenter(_NO_WORDS).FREQ
    return known.get(word, 0) >= often


def listed_words(often: int = 3) -> list[str]:
    """Give the dictionary's Chinese words of two to six characters that were seen so often at least.

    >>> "跑鞋" in listed_words()
    True
    """
    known: dict[str, int] = _segmenter(_NO_WORDS).FREQ
    return sorted(w for w, n in known.items() if n >= often and 1 < len(w) <= _LONG + 2 and all(map(_is_han, w)))


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
    return any(low + stop == place for _, _, stop in segment(folded[low : place + _AROUND]))


def _straddled(folded: str, edge: int) -> bool:
    """Tell whether any word of the dictionary lies across an edge; if none does, no segmentation can put a word there."""
    known: dict[str, int] = _segmenter(_NO_WORDS).FREQ
    for a in range(max(0, edge - _LONG), edge):
        for b in range(edge + 1, min(len(folded), a + _LONG + 1) + 1):
            if known.get(folded[a:b]):
                return True
    return False


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def segment(folded: str, words: frozenset[str] = _NO_WORDS) -> list[tuple[str, int, int]]:
    """Give (word, start, end) for a folded text. A lone surrogate counts as U+FFFD."""
    return list(_segmenter(words).tokenize(folded, HMM=False))


def _segmenter(words: frozenset[str]) -> Any:
    with _starting:
        return _jieba(words)


_starting = threading.RLock()


@functools.cache
def _jieba(words: frozenset[str]) -> Any:
    """Start a segmenter of our own. jieba's own start reads more slowly and leaves a cache file in the temp folder."""
    jieba = _import_jieba()
    tokenizer = jieba.Tokenizer()
    if words:
        base = _jieba(_NO_WORDS)
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(base.FREQ), base.total, True
        for word in sorted(words):
            tokenizer.add_word(word)
    else:
        tokenizer.FREQ, tokenizer.total = _dictionary(Path(jieba.__file__).parent / "dict.txt")
        tokenizer.initialized = True
    return tokenizer


def _dictionary(path: Path) -> tuple[dict[str, int], int]:
    """Read jieba's dictionary: the frequency of each word, and 0 for each beginning of a word that is none itself."""
    collecting = gc.isenabled()
    gc.disable()  # a million small objects, none of them garbage
    try:
        parts = path.read_text(encoding="utf8").split()
        words, counts = parts[::3], list(map(int, parts[1::3]))
        table = dict.fromkeys({w[:1] for w in words}, 0)
        longer = words
        for n in range(2, max(map(len, words))):
            longer = [w for w in longer if len(w) > n]
            table.update(dict.fromkeys([w[:n] for w in longer], 0))
        table.update(zip(words, counts, strict=True))
        return table, sum(counts)
    finally:
        if collecting:
            gc.enable()


_importing = threading.Lock()


def _import_jieba() -> Any:
    """Import jieba without setuptools' pkg_resources, which it would load only to find its own dictionary (0.1 s and a warning)."""
    with _importing:
        if "jieba" in sys.modules:
            return sys.modules["jieba"]
        hidden = sys.modules.get("pkg_resources")
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # invalid escapes in its sources, which newer Pythons complain about
                import jieba  # noqa: PLC0415  started only when a text needs it
        finally:
            if hidden is None:
                del sys.modules["pkg_resources"]
            else:
                sys.modules["pkg_resources"] = hidden
        return jieba
