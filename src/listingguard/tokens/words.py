"""jieba as an instance of our own: the only file that knows it. Its global dictionary stays as it is, nothing is logged or left in a file.

jieba asks a table of all words and all their beginnings. To fill it takes longer than to scan a hundred titles, so it is filled for each
character when a text first holds it: with the words that begin so.
"""

from __future__ import annotations

import functools
import itertools
import operator
import sys
import threading
import warnings
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

__all__ = ["Dictionary", "dictionary"]

_LOCK: Final = threading.RLock()
_PAIR: Final = 2


class Dictionary:
    """The words of a dictionary, how often each was seen and all together (`total`), and a segmenter that knows them."""

    def __init__(self, jieba: Any, words: list[str], counts: list[int]) -> None:
        self._words, self._counts, self.total = words, counts, sum(counts)
        self._beginning = _beginnings(words)
        self._ahead = set(self._beginning)  # what no text has held so far
        self._table: dict[str, int] = {}
        self._segmenter = jieba.Tokenizer()
        self._segmenter.FREQ, self._segmenter.total, self._segmenter.initialized = self._table, self.total, True

    def table(self, text: str) -> dict[str, int]:
        """Give how often words were seen, for those that begin with a character of a text; 0 for what only begins a word."""
        if not self._ahead.isdisjoint(text):
            self._learn(text)
        return self._table

    def segment(self, folded: str) -> list[tuple[str, int, int]]:
        """Give (word, start, end) for a folded text."""
        self.table(folded)
        return list(self._segmenter.tokenize(folded, HMM=False))

    def ends(self, folded: str) -> list[int]:
        """Give where the words of a folded text end: as `segment` does, in half of the time."""
        self.table(folded)
        route: dict[int, tuple[float, int]] = {}
        self._segmenter.calc(folded, self._segmenter.get_DAG(folded), route)
        ends, place = list[int](), 0
        while place < len(folded):
            place = route[place][1] + 1
            ends.append(place)
        return ends

    def words(self) -> dict[str, int]:
        """Give all words with how often they were seen."""
        return dict(zip(self._words, self._counts, strict=True))

    def with_names(self, names: Iterable[str]) -> Dictionary:
        """Give a dictionary that also keeps these names whole."""
        other = Dictionary(_import_jieba(), self._words, self._counts)
        other.table("".join(self._beginning))
        for name in sorted(names):
            other._segmenter.add_word(name)
        return other

    def _learn(self, text: str) -> None:
        with _LOCK:
            table = self._table
            for char in self._ahead.intersection(text):
                table[char] = 0
                for start, end in self._beginning[char]:
                    words = self._words[start:end]
                    for word in words:
                        if len(word) > _PAIR:
                            for size in range(_PAIR, len(word)):
                                table.setdefault(word[:size], 0)
                    table.update(zip(words, self._counts[start:end], strict=True))
                self._ahead.discard(char)  # last: who asks without the lock finds all of it


def _beginnings(words: list[str]) -> dict[str, list[tuple[int, int]]]:
    """Give for each character from where to where words begin with it."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    start = 0
    for first, alike in itertools.groupby(words, operator.itemgetter(0)):
        end = start + len(list(alike))
        found[first].append((start, end))
        start = end
    return found


def dictionary(names: frozenset[str] = frozenset()) -> Dictionary:
    """Give jieba's dictionary, one for all threads, read when first asked for; `names` are words to keep whole."""
    with _LOCK:
        return _dictionary(names)


@functools.cache
def _dictionary(names: frozenset[str]) -> Dictionary:
    if names:
        return _dictionary(frozenset()).with_names(names)
    jieba = _import_jieba()
    parts = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf8").split()
    return Dictionary(jieba, parts[::3], list(map(int, parts[1::3])))


def _import_jieba() -> Any:
    """Import jieba without setuptools' pkg_resources, which it would load only to find its own dictionary (0.1 s and a warning)."""
    with _LOCK:
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
