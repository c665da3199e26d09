"""The sound of a text: one character a syllable, so that 古池 and 古驰 are the same, and 奈克 and 耐克.

Tones are left out, and what many speakers do not tell apart (n, l and r, f and h, z and zh, in and ing) is one. All but Chinese characters
stays as it is, so the view has the length of the text and needs no map back.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Mapping
from typing import Final

from listingguard.normalize.tables import quick

__all__ = ["Sounds", "near_syllable"]

_CLASSES: Final = 0xE000  # in the private use area: one code point for each syllable
_READINGS: Final = 8  # of a whole name
_SPOKEN: Final = ((re.compile("^[nr]"), "l"), (re.compile("^f"), "h"), (re.compile("^([zcs])h"), r"\1"), (re.compile("([aei])ng$"), r"\1n"))


@functools.cache
def near_syllable(syllable: str) -> str:
    """Give what a syllable and those that are easily taken for it have in common.

    >>> [near_syllable(s) for s in ("ning", "lin", "zhang", "nai")]
    ['lin', 'lin', 'zan', 'lai']
    """
    for pattern, spoken in _SPOKEN:
        syllable = pattern.sub(spoken, syllable)
    return syllable


class Sounds:
    """Hears a folded text. `first` gives the characters of each syllable by their usual reading, `other` by further ones, which names have.

    >>> hear = Sounds({"gu": "古", "chi": "驰池", "le": "乐", "gao": "高"}, {"yue": "乐"})
    >>> hear("古池x") == hear("古驰x"), hear("古池") == "古池", hear.spellings("乐高")
    (True, False, (('le', 'gao'), ('yue', 'gao')))
    """

    __slots__ = ("_classes", "_readings", "_syllables", "_table")

    def __init__(self, first: Mapping[str, str], other: Mapping[str, str]) -> None:
        self._classes = {near: chr(_CLASSES + i) for i, near in enumerate(sorted({near_syllable(s) for s in (*first, *other)}))}
        heard = dict.fromkeys(map(ord, self._classes.values()), "\N{REPLACEMENT CHARACTER}")  # a text's own private characters
        self._syllables = frozenset((*first, *other))
        self._readings: dict[str, list[str]] = {}
        for syllable, chars in first.items():
            heard |= dict.fromkeys(map(ord, chars), self._classes[near_syllable(syllable)])
        self._table = quick(heard)
        for table in (first, other):
            for syllable, chars in table.items():
                for char in chars:
                    self._readings.setdefault(char, []).append(syllable)

    @property
    def syllables(self) -> frozenset[str]:
        """Give all syllables that are read."""
        return self._syllables

    def __call__(self, folded: str) -> str:
        """Give the sound of a folded text, character by character."""
        return folded.translate(self._table)

    def spellings(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Give the ways to read a Chinese name, each as its syllables, the usual one first; none if it holds anything else."""
        readings = [self._readings.get(char, ()) for char in name]
        return tuple(itertools.islice(itertools.product(*readings), _READINGS))

    def heard(self, letters: str) -> tuple[str, ...]:
        """Give how Latin letters sound if they are one syllable in pinyin, or two.

        >>> hear = Sounds({"nai": "耐", "ke": "克"}, {})
        >>> hear.heard("ke") == (hear("克"),), hear.heard("naike") == (hear("耐克"),), hear.heard("xo")
        (True, True, ())
        """
        known = self.syllables
        parts = [(letters,)] + [(letters[:i], letters[i:]) for i in range(1, len(letters))]
        return tuple("".join(self._classes[near_syllable(p)] for p in split) for split in parts if all(p in known for p in split))

    def keys(self, name: str) -> tuple[str, ...]:
        """Give how a Chinese name sounds in this view, once for each way to read it."""
        found = ("".join(self._classes[near_syllable(s)] for s in spelling) for spelling in self.spellings(name))
        return tuple(dict.fromkeys(found))

    def same(self, a: str, b: str) -> bool:
        """Tell whether two characters are usually read the same, tones aside; n and l, in and ing are told apart.

        >>> hear = Sounds({"ling": "灵", "ning": "宁拧"}, {})
        >>> hear("灵") == hear("宁"), hear.same("灵", "宁"), hear.same("拧", "宁")
        (True, False, True)
        """
        return a == b or (a in self._readings and b in self._readings and self._readings[a][0] == self._readings[b][0])
