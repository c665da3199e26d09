r"""Latin names in which signs or figures are drawn for letters: s(hwarzkopf, ba|enc!aga, 6ucci, \/ivo, T❕ssot."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from listingguard.lexicon import Lexicon, Term, is_latin
from listingguard.match.hit import Hit
from listingguard.match.strokes import BAR_GROUPS, BARS, CLEAR, FIGURES, SHAPES, STROKES, redrawn
from listingguard.normalize import AlignedText

__all__ = ["DrawnSearch", "drawn_hits"]

_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}
_PAIR: Final = 2  # letters of a drawn word that can be read, beside a right one
_READ: Final = 3  # letters that can be read, or that only strokes are drawn for
_GUESSED: Final = 4  # letters that can be read where others are guessed
_BOTH: Final = 3  # pieces of a word that can be read before a sign and behind it
_READABLE: Final = 0.6  # the least share of them
_MEMO: Final = 2048
_BARRED: Final = (
    *(f"{bar}{rest}" for bar in "li1" for rest in ")><=32"),
    "|v|",
    "/v\\",
)  # halves of letters, a letter or a figure among them
_STROKE: Final = "|".join(map(re.escape, (*STROKES, *_BARRED)))
_PICTURES: Final = "\u2190-\u2bff\U0001f000-\U0001faff"
_SIGNS: Final = rf"!|@$#%^?~()\[\]{{}}<>\\§¶¢£€¥=;`\"°¡†‡\u20a0-\u20cf{_PICTURES}"
_OTHERS: Final = r"\-'&/.,:+_"  # stand between words as often as for letters: beside other signs only
_JOINING: Final = "&+"  # of them those that look like a letter
_FIRST: Final = re.escape("".join(SHAPES))
_LAST: Final = re.escape("".join(sign for sign in SHAPES if sign not in "(<[{|!¡#&+"))  # those stand behind honest words
_RUN: Final = rf"(?:{_STROKE}|(?=[{_OTHERS}]{{0,2}}[{_SIGNS}])[{_OTHERS}{_SIGNS}]{{1,3}}|[{_JOINING}0-9][{_SIGNS}]?)"
_DRAWN: Final = re.compile(
    rf"(?=[a-z0-9\\/}}>\]{_FIRST}])(?<![a-z0-9])(?:{_STROKE}|[{_FIRST}0-9])?[a-z]+(?:{_RUN}[a-z]+){{0,3}}(?:{_STROKE}|[{_LAST}])?(?![a-z0-9])"
)
#: What every such word holds; each begins with a class of characters, which is looked for fast.
_SIGN: Final = re.compile(
    rf"[{_SIGNS}/][{_SIGNS}{_OTHERS}*23]{{0,3}}(?:(?<=[a-z].)|(?<=[{_SIGNS}/].)|(?<=[a-z]..)|(?<=[a-z]...)|(?<=[a-z]....))[a-z]"
)
_FIGURE: Final = re.compile("[0-9](?=[a-z])(?:(?<=[a-z].)|(?<![a-z0-9].)(?=[a-z]{4})|(?<=1.)(?=[a-z]{2}))")
_END: Final = re.compile(rf"[{_FIRST}>\\/](?:(?<![a-z0-9].)(?=[a-z]{{3}})|(?<=[a-z]{{3}}.)(?![a-z0-9])|(?<=[a-z].)(?=[a-z]))")
_PARTS: Final = re.compile("([^a-z]+)")
_BEFORE: Final = re.compile(r"([a-z0-9'&.-]+) \Z")
_AFTER: Final = re.compile(r" ([a-z0-9'&.-]+)")
_REACH: Final = 24  # characters of a word beside a drawn one
_MANY: Final = 200  # names that share a word and are looked at


class DrawnSearch:
    r"""Finds the one name that a word with signs or figures in it can be: for strokes their letter, for a figure a letter like it.

    Any other sign inside of a word may be any letter.

    >>> from listingguard.lexicon import default_lexicon
    >>> search = DrawnSearch(default_lexicon())
    >>> [found and found.text for found in map(search.name, ("ba(ardi", "\\/ersace", "6ucci", "iphone15pro", "h2o"))]
    ['Bacardí', 'Versace', 'Gucci', None, None]
    """

    __slots__ = ("_barred", "_beside", "_ends", "_lexicon", "letters", "name")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self.letters = lexicon, lexicon.skeleton.letters
        ends: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(lexicon.drawn):
            ends[name[0] + name[-1]].append(name)
        self._ends = {end: tuple(names) for end, names in ends.items()}
        self._barred = {name.translate(BARS): name for name in lexicon.drawn}
        self._beside = _neighbours(lexicon.phrases)
        self.name: Callable[[str], Term | None] = functools.lru_cache(_MEMO)(lambda written: self._name(written) or self._grouped(written))

    def phrase(self, text: str, start: int, end: int) -> tuple[int, int, Term | None]:
        r"""Give the name of several words that a drawn word is one of, if all others are right, and where it stands.

        >>> from listingguard.lexicon import default_lexicon
        >>> [DrawnSearch(default_lexicon()).phrase(text, 6, 10)[:2] for text in ("steam d&ck 贴膜", "dream d&ck 贴膜")]
        [(0, 10), (6, 10)]
        """
        written, before, after = text[start:end], _BEFORE.search(text, max(0, start - _REACH), start), _AFTER.match(text, end)
        for key in ((before[1] if before else None, ""), ("", after[1] if after else None)):
            for name, head, word, tail in self._beside.get(key, ()):
                first, last = start - len(head), end + len(tail)
                beside = text[max(0, first - 1) : max(0, first)] + text[last : last + 1]
                if text[max(0, first) : last] == head + written + tail and not any(map(is_latin, beside)) and _fits(written, word):
                    return first, last, self._term(name)
        return start, end, None

    def _grouped(self, written: str) -> Term | None:
        """Read letters that are drawn with two: c|ior, l3urberry, eucerir1."""
        read = written.translate(BARS)
        names = (self._barred.get(name, "") for name in redrawn(read, BAR_GROUPS)) if written[0] != "!" else ()
        return next((term for name in names if (term := self._term(name))), None)

    def _name(self, written: str) -> Term | None:
        runs = _PARTS.findall(written)
        letters = len(written) - sum(map(len, runs))
        told = (len(runs) > 1 or not CLEAR.isdisjoint(runs)) and all(run in STROKES or run in FIGURES or run in SHAPES for run in runs)
        if not runs or letters < (_READ if told or all(run in STROKES for run in runs) else _GUESSED):
            return None
        pieces = [piece for piece in _PARTS.split(written) if piece]
        if len(pieces) < _BOTH and any(piece.isalpha() and self._is_word(piece) for piece in pieces):
            return None  # a word beside a sign
        ends = (0, len(pieces) - 1)
        parts = [piece if piece.isalpha() else _letters(piece, told=i in ends or letters < _GUESSED) for i, piece in enumerate(pieces)]
        framed = (name for name in self._framed(parts[0], parts[-1]) if letters >= _READABLE * len(name))
        fitting = [closed] if (closed := self._closed(pieces)) else [name for name in framed if re.fullmatch("".join(parts), name)]
        return self._term(fitting[0], ambiguous=len(parts) >= _BOTH) if len(fitting) == 1 else None

    def _is_word(self, piece: str) -> bool:
        return piece in self._lexicon.known or any(not term.disguise for term in self._lexicon.terms_of(piece))

    def _term(self, name: str, *, ambiguous: bool = True) -> Term | None:
        """Give the term of a name; an everyday word only where signs stand inside of it."""
        terms = self._lexicon.terms_of(name)
        return next((t for t in terms if t.brand and not (t.shield or t.disguise) and (ambiguous or not t.ambiguous)), None)

    def _closed(self, pieces: list[str]) -> str:
        """Give the name that is left when a sign inside of it, which is drawn for nothing, is dropped: fanc&l."""
        words = [piece for piece in pieces if piece.isalpha()]
        name = "".join(words)
        inside = len(words) > 1 and not any(char.isdigit() for piece in pieces for char in piece) and pieces[0] == words[0]
        return name if inside and name in self._lexicon.drawn and not all(map(self._lexicon.known.__contains__, words)) else ""

    def _framed(self, head: str, tail: str) -> Iterator[str]:
        """Give the names that begin and end as a word does, as far as that can be read."""
        firsts, lasts = (part[1:-1] if part[0] == "[" else "" for part in (head, tail))
        for first, last in itertools.product(firsts or head[0], lasts or tail[-1]):
            for name in self._ends.get(first + last, ()):
                if (firsts or name.startswith(head)) and (lasts or name.endswith(tail)):
                    yield name


def _letters(run: str, *, told: bool) -> str:
    """Give a pattern of what may stand where signs or a figure do: any letter, or where too little else can be read what they look like."""
    if known := STROKES.get(run) or FIGURES.get(run) or (SHAPES.get(run) if told or run in _JOINING else None):
        return f"[{known}]"
    return "." if len(run) == 1 else ".{1,2}"


def _fits(written: str, word: str) -> bool:
    """Tell whether a word is another one that is drawn, half of which can be read at least."""
    pieces = [piece for piece in _PARTS.split(written) if piece]
    letters = sum(len(piece) for piece in pieces if piece.isalpha())
    if letters < _PAIR or 2 * letters < len(word):
        return False
    pattern = "".join(piece if piece.isalpha() else _letters(piece, told=True) for piece in pieces)
    return re.fullmatch(pattern, word) is not None or word.translate(BARS) in redrawn(written.translate(BARS), BAR_GROUPS)


def _neighbours(names: Iterable[str]) -> dict[tuple[str | None, str | None], tuple[tuple[str, str, str, str], ...]]:
    """Give names of several words by a neighbour of each of their longer words, each with what stands before that word and behind it."""
    found = defaultdict(list)
    for name in names:
        words = name.split(" ")
        for at, word in enumerate(words):
            if len(words) > 1 and len(word) >= _READ and word.isalpha():
                head, tail = "".join(f"{w} " for w in words[:at]), "".join(f" {w}" for w in words[at + 1 :])
                found[(words[at - 1], "") if at else ("", words[1])].append((name, head, word, tail))
    return {key: tuple(alike[:_MANY]) for key, alike in found.items()}


def drawn_hits(aligned: AlignedText, search: DrawnSearch) -> list[Hit]:
    """Find names that are drawn in part; letters that look like others are read before."""
    text = search.letters(aligned.text)
    if not (_SIGN.search(text) or _FIGURE.search(text) or _END.search(text)):
        return []
    closed = {opening: text.rfind(closing) for opening, closing in _CLOSING.items()}  # once: a text may open brackets without end
    found = (_read(match, text, search, closed) for match in _DRAWN.finditer(text) if not match[0].isalpha())
    return [Hit(start, end, term, "drawn") for start, end, term in found if term and not aligned.cuts(start, end)]


def _read(match: re.Match[str], text: str, search: DrawnSearch, closed: Mapping[str, int]) -> tuple[int, int, Term | None]:
    """Give the name that a word is drawn for: with the sign before it, unless that is a bracket which is `closed` behind, or without."""
    (start, end), first = match.span(), match[0][0]
    starts = [start] * (first not in SHAPES or closed.get(first, -1) < end) + [start + 1] * (first in SHAPES)
    names = ((at, end, search.name(text[at:end])) for at in starts)
    phrases = (search.phrase(text, at, end) for at in starts)
    return next((found for found in itertools.chain(phrases, names) if found[2]), (start, end, None))
