r"""What letters are drawn with: strokes (\/\/ for w), two letters for one (rn for m, c| for d), figures, signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

__all__ = ["BARS", "BAR_GROUPS", "CLEAR", "FIGURES", "GROUPS", "SHAPES", "STROKES", "redrawn"]

#: Letters drawn with strokes, as the net writes them: what stands nowhere else.
STROKES: Final[Mapping[str, str]] = {
    "\\/\\/": "w",
    "/\\/\\": "m",
    "|\\/|": "m",
    "/\\": "a",
    "\\/": "v",
    "|\\|": "n",
    "/\\/": "n",
    "|-|": "h",
    "}{": "h",
    "|<": "k",
    "|_|": "u",
    "|_": "l",
    "|)": "d",
    "[)": "d",
    "|3": "b",
    "|2": "r",
    "|>": "p",
    "|=": "f",
    "|{": "k",
    "|°": "p",
    "()": "o",
    "[]": "o",
    "><": "x",
    "][": "i",
    "\\_/": "u",
    "(_)": "u",
    "/-\\": "a",
    "/-/": "h",
    "-|-": "t",
    "[-": "e",
    "(-": "g",
    ")(": "x",
    "`/": "y",
    "\\|/": "y",
    "\\^/": "w",
    "^^": "m",
    "^/": "n",
    "[_]": "u",
    "(_+": "g",
    "|?": "r",
    "|*": "p",
    "]['": "t",
    "7_": "z",
    "0_": "q",
    "12": "r",
    "13": "b",
    "1)": "d",
    "1>": "dp",
    "1<": "k",
    "1=": "f",
}
#: The letters that a figure looks like.
FIGURES: Final[Mapping[str, str]] = {
    "0": "odq",
    "1": "lijt",
    "2": "zrs",
    "3": "e",
    "4": "ahy",
    "5": "s",
    "6": "bgc",
    "7": "tljzy",
    "8": "bag",
    "9": "gqp",
}
#: The letters that a sign looks like, for signs at an end of a word, and for those that stand between words as often.
SHAPES: Final[Mapping[str, str]] = {
    "(": "c",
    "<": "c",
    "[": "c",
    "{": "c",
    "¢": "c",
    "©": "c",
    "|": "li",
    "!": "li",
    "¡": "i",
    "£": "le",
    "#": "h",
    "%": "x",
    "×": "x",
    "✕": "x",
    "$": "s",
    "§": "s",
    "@": "a",
    "^": "a",
    "∆": "a",
    "€": "e",
    "¶": "p",
    "&": "ea",
    "®": "r",
    "¥": "y",
    "+": "t",
    "†": "t",
    "₮": "t",
    "√": "v",
    "°": "o",
    "○": "o",
    "◯": "o",
    "⊙": "o",
}
#: The signs that stand nowhere else beside letters: one of them in a short name is enough.
CLEAR: Final = frozenset("¢£€¥$§†√^°¶")
_LONGEST: Final = 3  # letters or signs that are drawn for one


def _united(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Give the values of each key.

    >>> _united([("cl", "a"), ("cl", "d")])
    {'cl': ('a', 'd')}
    """
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}


#: The letters that look like one when they stand close, by that one.
_LETTERS: Final = {
    "a": "ci oi cl el ol oc",
    "b": "lo lc la io to ld le ss",
    "d": "cl ol ci ct cj al il lo",
    "f": "ph",
    "g": "cj oj qj cq cy",
    "h": "li ln ti tl tn lr fi il",
    "k": "lc ic lx ix tc ik lr le",
    "m": "rn nn in ni rr ri nr nv nl iv iii ivi lvl",
    "n": "ri ir ii rl il li iy iv lv rr",
    "p": "lo lp ip jo",
    "q": "cl oj cj",
    "u": "ii li ll il lj ij tt",
    "w": "vv uu vu uv vy vi",
    "y": "ij vj lj",
}  # fmt: skip
#: What is meant by such letters, and by that one.
GROUPS: Final = _united(
    pair for letter, groups in _LETTERS.items() for group in groups.split() for pair in ((group, letter), (letter, group))
)
#: Whatever is drawn with one bar, as `l`, and rings as `o`.
BARS: Final = str.maketrans("i1|!¡ı0", "llllllo")
#: Of bars and signs that stand close, by the letter that they look like.
_WITH_SIGNS: Final = {
    "b": "l3", "d": "l) l> al", "e": "(- [-", "f": "l=", "k": "l< l{", "m": "lll lvl /v\\ rln", "n": "lv /v", "o": "c)", "p": "l> l°",
    "r": "l2 l?", "u": "l_l", "v": "l/ \\l", "x": "}{", "y": "'/",
}  # fmt: skip
_GROUPED: Final = [(letter, group) for table in (_WITH_SIGNS, _LETTERS) for letter, groups in table.items() for group in groups.split()]
#: What is meant by letters and signs that stand close, once bars are read.
BAR_GROUPS: Final = _united((group.translate(BARS), letter.translate(BARS)) for letter, group in _GROUPED)


def redrawn(word: str, groups: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give a word with one letter or group of letters replaced by what may be meant by it.

    >>> list(redrawn("tarn", {"rn": ("m",)}))
    ['tam']
    """
    for start in range(len(word)):
        for end in range(start + 1, min(start + _LONGEST, len(word)) + 1):
            for meant in groups.get(word[start:end], ()):
                yield word[:start] + meant + word[end:]
