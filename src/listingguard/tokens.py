"""Word boundaries of Chinese: the only file that knows jieba.

jieba starts when a text first needs it, as an instance of our own: its global dictionary stays as it is, nothing is logged, and no cache
file is left in the temp folder. It reads Simplified, so texts are folded first and the places mapped back.
"""

from __future__ import annotations

import functools
import gc
import sys
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from listingguard.normalize import align

__all__ = ["Token", "is_word", "segment", "tokenize"]

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
    tokens = []
    for word, start, end in segment(aligned.text, frozenset(words)):
        if word.strip():
            a, b = aligned.span(start, end)
            tokens.append(Token(text[a:b], a, b))
    return tuple(tokens)


def is_word(folded: str, start: int, end: int) -> bool:
    """Tell whether word edges stand at both ends of a range of a folded text. Only the neighbourhood is looked at.

    >>> is_word("精美的窗帘", 1, 3), is_word("美的空调", 0, 2)
    (False, True)
    """
    if not (_is_han(folded[start - 1 : start]) or _is_han(folded[end : end + 1])):
        return True
    known = _jieba().FREQ
    if not (_straddled(folded, start, known) or _straddled(folded, end, known)):
        return True
    a, b = max(0, start - 8), min(len(folded), end + 8)
    edges = {a, b}
    for _, _, stop in segment(folded[a:b]):
        edges.add(a + stop)
    return start in edges and end in edges


def _straddled(folded: str, edge: int, known: dict[str, int]) -> bool:
    """Tell whether any word of the dictionary lies across an edge; if none does, no segmentation can put a word there."""
    for a in range(max(0, edge - _LONG), edge):
        for b in range(edge + 1, min(len(folded), a + _LONG + 1) + 1):
            if known.get(folded[a:b]):
                return True
    return False


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def segment(folded: str, words: frozenset[str] = frozenset()) -> list[tuple[str, int, int]]:
    """Give (word, start, end) for a folded text. A lone surrogate counts as U+FFFD."""
    return list(_jieba(words).tokenize(folded, HMM=False))


@functools.cache
def _jieba(words: frozenset[str] = frozenset()) -> Any:
    """Start a segmenter of our own. jieba's own start reads more slowly and leaves a cache file in the temp folder."""
    jieba = _import_jieba()
    tokenizer = jieba.Tokenizer()
    if words:
        base = _jieba()
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
            import jieba  # noqa: PLC0415  started only when a text needs it
        finally:
            if hidden is None:
                del sys.modules["pkg_resources"]
            else:
                sys.modules["pkg_resources"] = hidden
        return jieba
