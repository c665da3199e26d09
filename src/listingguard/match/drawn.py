r"""Latin names in which signs or figures are drawn for letters: s(hwarzkopf, ba|enc!aga, 6ucci, \/ivo, T❕ssot."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from listingguard.lexicon import Lexicon, Term
from listingguard.match.hit import Hit
from listingguard.match.strokes import BAR_GROUPS, BARS, CLEAR, FIGURES, SHAPES, STROKES
from listingguard.normalize import AlignedText

__all__ = ["DrawnSearch", "drawn_hits"]

_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}
_READ: Final = 3  # letters that can be read, or that only strokes are drawn for
_GUESSED: Final = 4  # letters that can be read where others are guessed
_NUMBERED: Final = 5  # letters that can be read beside a number, which as often is one
_BOTH: Final = 3  # pieces of a word that can be read before a sign and behind it
_READABLE: Final = 0.6  # the least share of them
_MEMO: Final = 2048
_BARRED: Final = (*(f"{bar}{rest}" for bar in "li" for rest in ")><=32"), "|v|", "/v\\")  # halves of letters, a letter among them
_ENDING: Final = "|".join(re.escape(stroke) for stroke in (*STROKES, *_BARRED) if not stroke.isdigit())
_STROKE: Final = "|".join(map(re.escape, (*STROKES, *_BARRED)))
_PICTURES: Final = "\u2190-\u2bff\U0001f000-\U0001faff"
_SIGNS: Final = rf"!|@$#%^?~()\[\]{{}}<>\\§¶¢£€¥®©=;`\"°¡†‡\u20a0-\u20cf{_PICTURES}"
_OTHERS: Final = r"\-'&/.,:+_"  # stand between words as often as for letters: beside other signs only
_HAN: Final = "\u3400-\u9fff"
_JOINING: Final = "&+"  # of them those that look like a letter
_FIRST: Final = re.escape("".join(SHAPES))
_LAST: Final = re.escape("".join(sign for sign in SHAPES if sign not in "(<[{|!¡#&+"))  # those stand behind honest words
_RUN: Final = rf"(?:{_STROKE}|(?=[{_OTHERS}]{{0,2}}[{_SIGNS}{_JOINING}0-9])[{_OTHERS}{_SIGNS}0-9]{{1,4}})"
_DRAWN: Final = re.compile(
    rf"(?=[a-z0-9\\/}}>\]{_FIRST}])(?<![a-z0-9])(?:{_STROKE}|[{_FIRST}0-9])?"
    rf"[a-z]+(?:(?![a-z\s{_HAN}])(?:(?:{_RUN}[a-z]+){{1,3}}(?:{_ENDING}|[{_LAST}])?|{_ENDING}|[{_LAST}]))?(?![a-z0-9])"
)
#: What every such word holds; each begins with a class of characters, which is looked for fast.
_SIGN: Final = re.compile(
    rf"[{_SIGNS}/][{_SIGNS}{_OTHERS}*23]{{0,3}}(?:(?<=[a-z].)|(?<=[{_SIGNS}/].)|(?<=[a-z]..)|(?<=[a-z]...)|(?<=[a-z]....))[a-z]"
)
_FIGURE: Final = re.compile("[0-9](?=[a-z])(?:(?<=[a-z].)|(?<![a-z0-9].)(?=[a-z]{4})|(?<=1.)(?=[a-z]{2}))")
_END: Final = re.compile(rf"[{_FIRST}>\\/](?:(?<![a-z0-9].)(?=[a-z]{{3}})|(?<=[a-z]{{3}}.)(?![a-z0-9])|(?<=[a-z].)(?=[a-z]))")
_LETTERS: Final = re.compile("[a-z].*[a-z]")
_NUMBER: Final = re.compile("[0-9]{2}")
_PIECES: Final = re.compile("[a-z ]+|[^a-z ]+")
_DRAWN_ONES: Final = re.compile(rf"{'|'.join(map(re.escape, STROKES))}|[0-9{_FIRST}]")
_WORDS: Final = 3  # of a name of which one is drawn, or several
_GAPS: Final = re.compile(rf"[\s{_HAN}]")  # each parts words
_JOINTS: Final = frozenset(" -&'.")
_REACH: Final = 32  # characters of the words beside a drawn one


class DrawnSearch:
    r"""Finds the one name that a word with signs or figures in it can be: for strokes their letter, for a figure a letter like it.

    Any other sign inside of a word may be any letter. Names of several words are found by all of these.

    >>> from listingguard.lexicon import default_lexicon
    >>> search = DrawnSearch(default_lexicon())
    >>> [found and found.text for found in map(search.name, ("ba(ardi", "\\/ersace", "steam d&ck", "iphone15pro", "h2o"))]
    ['Bacardí', 'Versace', 'Steam Deck', None, None]
    """

    __slots__ = ("_barred", "_ends", "_lexicon", "_words", "letters", "name")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self.letters = lexicon, lexicon.skeleton.letters
        ends: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted({*lexicon.drawn, *lexicon.phrases}):
            ends[name[0] + name[-1]].append(name)
        self._ends = {end: tuple(names) for end, names in ends.items()}
        self._barred = {name.translate(BARS): name for name in (*lexicon.phrases, *lexicon.drawn)}
        self._words = frozenset(word for name in lexicon.phrases for word in name.split(" "))
        self.name: Callable[[str], Term | None] = functools.lru_cache(_MEMO)(lambda written: self._name(written) or self._grouped(written))

    def places(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give where a name may stand that a drawn word is a part of: with words beside it that names have or that are drawn, or alone.

        >>> from listingguard.lexicon import default_lexicon
        >>> search = DrawnSearch(default_lexicon())
        >>> list(search.places("steam d&ck 贴膜", 6, 10)), list(search.places("an d&ck", 3, 7))
        ([(0, 10), (6, 10)], [(3, 7)])
        """
        starts, ends = [start], [end]
        before = _GAPS.split(text[max(0, start - _REACH) : start])[:-1] if text[start - 1 : start] == " " else []
        for word in itertools.takewhile(self._may_belong, reversed(before)):
            starts.append(starts[-1] - len(word) - 1)
        after = _GAPS.split(text[end : end + _REACH])[1:] if text[end : end + 1] == " " else []
        for word in itertools.takewhile(self._may_belong, after):
            ends.append(ends[-1] + len(word) + 1)
        sizes = ((i, j) for i in range(len(starts)) for j in range(len(ends)) if i + j < _WORDS)
        yield from ((starts[i], ends[j]) for i, j in sorted(sizes, key=sum, reverse=True))

    def _may_belong(self, word: str) -> bool:
        """Tell whether a word beside a drawn one may be of the same name: it is of some, or drawn itself."""
        return word in self._words or (not word.isalnum() and _LETTERS.search(word) is not None)

    def _grouped(self, written: str) -> Term | None:
        """Read letters that are drawn with two or three, all signs and figures among them: c|ior, l3urberry, gur1dam."""
        signs = [i for i, char in enumerate(written) if not (char.isalpha() or char in _JOINTS)]
        if not signs or written[0] == "!":
            return None
        read = written.translate(BARS)
        spans = ((a, b) for a in range(max(0, signs[-1] - 2), signs[0] + 1) for b in range(max(signs[-1] + 1, a + 2), a + 4))
        names = (f"{read[:a]}{meant}{read[b:]}" for a, b in spans for meant in BAR_GROUPS.get(read[a:b], ()))
        return next((term for name in names if (term := self._term(self._barred.get(name, "")))), None)

    def _name(self, written: str) -> Term | None:
        pieces = [piece for run in _PIECES.findall(written) for piece in _split(run)]
        runs = [piece for piece in pieces if not _is_plain(piece)]
        letters = len(written) - sum(map(len, runs)) - written.count(" ")
        told = (len(runs) > 1 or not CLEAR.isdisjoint(runs)) and all(run in STROKES or run in FIGURES or run in SHAPES for run in runs)
        least = _NUMBERED if _NUMBER.search(written) else _READ if told or all(run in STROKES for run in runs) else _GUESSED
        if not runs or letters < least:
            return None
        if len(pieces) < _BOTH and any(_is_plain(piece) and self._is_word(piece) for piece in pieces):
            return None  # a word beside a sign
        ends = (0, len(pieces) - 1)
        parts = [piece if _is_plain(piece) else _letters(piece, told=i in ends or letters < _GUESSED) for i, piece in enumerate(pieces)]
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
        words = [piece for piece in pieces if _is_plain(piece)]
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


def _is_plain(piece: str) -> bool:
    return piece[0] == " " or piece[0].isalpha()


def _split(run: str) -> list[str]:
    r"""Split signs and figures into those that one letter each is drawn with, if all are such.

    >>> _split("4/\\"), _split("|}"), _split("nike")
    (['4', '/\\'], ['|}'], ['nike'])
    """
    found = _DRAWN_ONES.findall(run) if len(run) > 1 and not _is_plain(run) else ()
    return found if found and sum(map(len, found)) == len(run) else [run]


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
    places = (
        place for at in starts if _LETTERS.search(text, at, end) and not text[at:end].isalpha() for place in search.places(text, at, end)
    )
    names = ((a, b, search.name(text[a:b])) for a, b in places)
    return next((found for found in names if found[2]), (start, end, None))
