r"""What letters are drawn with: strokes (\/\/ for w), a letter or a figure and a stroke (c| for d), figures, signs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["CLEAR", "FIGURES", "HALVES", "SHAPES", "STROKES"]

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
}
#: Letters drawn with a letter, or with a figure for a stroke.
HALVES: Final[Mapping[str, str]] = {
    "|v|": "m",
    "/v\\": "m",
    "|v": "n",
    "c|": "d",
    "o|": "d",
    **{
        f"{bar}{rest}": letter for bar in "li1" for rest, letter in ((")", "d"), (">", "p"), ("<", "k"), ("=", "f"), ("3", "b"), ("2", "r"))
    },
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
