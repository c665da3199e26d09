"""A description in HTML as records: every block of its text, with the line on which it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final, TextIO

from listingguard.sources.lines import DESCRIPTION, TITLE
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record

__all__ = ["read_html"]

_CHUNK: Final = 1 << 16
_LONGEST: Final = 1 << 22
_HEADINGS: Final = frozenset({"title", "h1"})
_UNREAD: Final = frozenset({"script", "style", "template", "noscript"})
_INLINE: Final = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|su[bp]|time|tt|u"
    r"|var|wbr"
)
_TEXTS: Final = frozenset({"alt", "title", "aria-label"})


def read_html(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read the text that a buyer sees: headings as titles, all other blocks and the words behind images as descriptions.

    Markup inside of a sentence does not part its words; scripts and styles are no text.
    """
    blocks = _Blocks()
    while chunk := stream.read(_CHUNK):
        blocks.feed(chunk)
        if blocks.waiting() > _LONGEST:
            reading.fail(f"a piece of more than {_LONGEST:,} characters without an end", blocks.getpos()[0], "is a tag never closed?")
        yield from blocks.taken()
    blocks.close()
    blocks.cut()
    yield from blocks.taken()


class _Blocks(HTMLParser):
    """Collects the blocks of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[Record] = []
        self._words: list[str] = []
        self._behind: list[Record] = []
        self._length = 0
        self._line, self._columns = 0, DESCRIPTION
        self._unread: list[str] = []

    def waiting(self) -> int:
        """Give how much was read that no block holds yet."""
        return len(self.rawdata) + self._length

    def taken(self) -> Iterator[Record]:
        """Give the blocks that are complete."""
        found, self._found = self._found, []
        return iter(found)

    def cut(self) -> None:
        """End a block."""
        text = "".join(self._words).strip()
        if text:
            self._found.append(Record(self._line, self._columns, (text,)))
        self._found += self._behind
        self._words, self._behind, self._length = [], [], 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, unless the tag stands inside of a sentence."""
        if tag in _UNREAD:
            self._unread.append(tag)
        if not _INLINE.fullmatch(tag):
            self.cut()
        if tag in _HEADINGS:
            self._columns = TITLE
        for name, value in attrs:
            if name in _TEXTS and value and value.strip():
                self._behind.append(Record(self.getpos()[0], DESCRIPTION, (value,)))

    def handle_endtag(self, tag: str) -> None:
        """End a block, unless the tag stands inside of a sentence."""
        if tag in self._unread:
            self._unread.remove(tag)
        if not _INLINE.fullmatch(tag):
            self.cut()
        if tag in _HEADINGS:
            self._columns = DESCRIPTION

    def handle_data(self, data: str) -> None:
        """Take the words between two tags."""
        if self._unread:
            return
        if not self._words:
            start = len(data) - len(data.lstrip())
            self._line = self.getpos()[0] + data.count("\n", 0, start)
            data = data[start:]
        if data:
            self._words.append(data)
            self._length += len(data)
