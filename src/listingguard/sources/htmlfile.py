"""A description in HTML as records: every block of its text, with the line on which it begins."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TextIO

from listingguard.model import units
from listingguard.sources.bounded import read_whole
from listingguard.sources.lines import DESCRIPTION, TITLE
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record
from listingguard.sources.spelled import Columns, Stretch, spelled_by

__all__ = ["read_html"]

_LARGEST: Final = 1 << 24
_LONGEST_BLOCK: Final = 1 << 16  #: of a longer one no places are given behind this
#: A tag ends at the next bracket; quoted values may hold `>`. No stretch is looked at twice, however broken the page.
_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})(?P<rest>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)>|<[!?][^<>]*>")
_TEXTS: Final = re.compile(r"(?<![\w-])(?:alt|title|aria-label)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
#: What stands in a page for no character (a comment, a tag), or for one, or for some.
_UNIT: Final = re.compile(rf"<!--.*?(?:-->|\Z)|(?:{_TAG.pattern})|&[^\t\n\f <&;]{{1,32}};|&#[0-9a-fA-FxX]+|.", re.DOTALL)
_HEADINGS: Final = frozenset({"title", "h1"})
_UNREAD: Final = frozenset({"script", "style", "template", "noscript"})
_INLINE: Final = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|su[bp]|time|tt|u"
    r"|var|wbr"
)


class _Piece(NamedTuple):
    """A stretch of the page: text, or a tag with what a buyer may read in it."""

    at: int
    text: str
    tag: str = ""
    end: bool = False


def read_html(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read the text that a buyer sees: headings as titles, all other blocks and the words behind images as descriptions.

    Markup inside of a sentence does not part its words; scripts, styles and comments are no text.
    """
    page = read_whole(stream, reading, _LARGEST)
    line = counted = 0
    for at, columns, text in _blocks(page):
        line, counted = line + page.count("\n", counted, at), at
        yield Record(line + 1, columns, (text,), spelled=(functools.partial(_spelled, page, at, line + 1, text),))


def _blocks(page: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """Give the blocks with their places: the words between two tags that end a sentence, then those behind its images."""
    words: list[str] = []
    behind: list[str] = []
    start, columns = 0, DESCRIPTION
    for piece in _pieces(page):
        if not piece.tag:
            text = piece.text if words else piece.text.lstrip()
            if text and not words:
                start = piece.at + len(piece.text) - len(text)
            words += [text] if text else []
            continue
        behind += [html.unescape(words_of) for words_of in _readable(piece)]
        if _INLINE.fullmatch(piece.tag) and (words or piece.tag != "img"):
            continue
        yield from _block(start if words else piece.at, columns, words, behind)
        words, behind = [], []
        if piece.tag in _HEADINGS:
            columns = DESCRIPTION if piece.end else TITLE
    yield from _block(start if words else len(page), columns, words, behind)


def _block(at: int, columns: tuple[str, ...], words: list[str], behind: list[str]) -> Iterator[tuple[int, tuple[str, ...], str]]:
    text = html.unescape("".join(words)).strip()
    if text:
        yield at, columns, text
    yield from ((at, DESCRIPTION, text) for text in behind)


def _readable(piece: _Piece) -> list[str]:
    """Give the words in a tag that are shown or read aloud."""
    return [text for found in _TEXTS.finditer(piece.text) if (text := (found[1] or found[2] or "").strip())]


def _pieces(page: str) -> Iterator[_Piece]:
    """Cut the page into text and tags; comments, and what stands inside of scripts and styles, are left out."""
    at = 0
    while at < len(page):
        opening = page.find("<", at)
        if opening != at:
            yield _Piece(at, page[at : opening if opening > 0 else len(page)])
        if opening < 0:
            return
        at = opening
        if page.startswith("<!--", at):
            at = _after(page, "-->", at)
            continue
        found = _TAG.match(page, at)
        if found is None:  # a bracket that is none
            yield _Piece(at, "<")
            at += 1
            continue
        at = found.end()
        tag = (found["name"] or "").lower()
        if tag in _UNREAD and not found["end"]:
            closing = re.compile(rf"</{tag}", re.IGNORECASE).search(page, at)
            at = closing.start() if closing else len(page)
        if tag:
            yield _Piece(found.start(), found["rest"], tag, bool(found["end"]))


def _after(page: str, mark: str, at: int) -> int:
    found = page.find(mark, at)
    return len(page) if found < 0 else found + len(mark)


def _spelled(page: str, at: int, line: int, text: str) -> Columns:
    """Give how a block is spelled that begins here; words behind an image, which stand further on, are not looked for."""
    column = 1 + units(page[page.rfind("\n", 0, at) + 1 : at])
    found = spelled_by(Stretch(page[at : at + _LONGEST_BLOCK], line, column), 0, text, _UNIT, _read)
    return [[found]] if found else []


def _read(unit: str) -> str:
    return html.unescape(unit) if unit.startswith("&") else unit if len(unit) == 1 else ""
