"""The text of an HTML description: what a buyer reads, and apart from it what stands there unseen. Every character keeps its place.

No parser of documents: a reader of tags in one pass, which takes whatever is there, broken pages too, in time that grows with their length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from listingguard.normalize.aligned import AlignedText, align

__all__ = ["Markup", "is_markup", "read_markup"]

_ATTRIBUTES: Final = r"(?:\s(?:\"[^\"<>]*\"|'[^'<>]*'|[^\"'<>])*)?"
_TOKEN: Final = re.compile(
    rf"<!--(?P<comment>.*?)(?:-->|\Z)|<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9:-]{{0,30}})(?P<attributes>{_ATTRIBUTES})/?>"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});",
    re.DOTALL,
)
_MARKUP: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9:-]{0,30}(?:\s[^<>]*)?/?>|<!--|&#?[a-zA-Z0-9]{2,31};")
_INLINE: Final = frozenset("a abbr b bdi bdo big em font i ins mark s small span strike strong sub sup tt u wbr".split())  # noqa: SIM905
_NO_TEXT: Final = frozenset({"script", "style"})
_VOID: Final = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_UNSEEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:[;\"'!]|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:[;\"'!]|$)"
    r"|(?<![-\w])color\s*:\s*(?:\#fff(?:fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)|text-indent\s*:\s*-\d{3,}"
    r"|(?:^|\s)hidden(?:\s|=|$)|(?:^|\s)color\s*=\s*[\"']?(?:\#fff(?:fff)?\b|white\b)",
    re.IGNORECASE,
)
_DARK: Final = re.compile(r"background(?:-color)?\s*:\s*(?!\#fff|white|transparent|none|inherit)", re.IGNORECASE)
_TOLD: Final = re.compile(r"\s(?:alt|title|content|value|placeholder|aria-label|label)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """What is seen of an HTML text, and what is not: hidden elements, comments, alternative texts. Both know their places."""

    seen: AlignedText
    hidden: AlignedText | None


def is_markup(text: str) -> bool:
    """Tell whether a text holds HTML tags or character references.

    >>> is_markup("<p>加厚窗帘</p>"), is_markup("尺寸 <30cm & 重量 >1kg")
    (True, False)
    """
    return ("<" in text or "&" in text) and _MARKUP.search(text) is not None


def read_markup(text: str) -> Markup:
    """Read an HTML text.

    >>> page = read_markup('<p>Ni<b>ke</b>&#x8DD1;鞋</p><span style="display:none">阿迪</span>')
    >>> page.seen.text.strip(), page.hidden.text.strip()
    ('nike跑鞋', '阿迪')
    >>> a, b = page.seen.span(page.seen.text.index("nike"), page.seen.text.index("跑"))
    >>> page.seen.original[a:b]
    'Ni<b>ke'
    """
    seen, hidden = _Stream(), _Stream()
    for piece, start, end, shown in _pieces(text):
        (seen if shown else hidden).add(piece, start, end)
    return Markup(seen.aligned(text), hidden.aligned(text) if hidden.chars else None)


@dataclass(slots=True)
class _Stream:
    """Characters with the ranges that they come from."""

    chars: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, piece: str, start: int, end: int) -> None:
        """Add a piece: character by character where it stands as it is, else each with the whole range."""
        plain = end - start == len(piece)
        self.chars.append(piece)
        self.starts += range(start, end) if plain else [start] * len(piece)
        self.ends += range(start + 1, end + 1) if plain else [end] * len(piece)

    def aligned(self, original: str) -> AlignedText:
        """Fold the characters and keep the map to the original."""
        folded = align("".join(self.chars))
        if folded.starts is None or folded.ends is None:
            return AlignedText(original, folded.text, tuple(self.starts), tuple(self.ends))
        starts, ends = (self.starts[a] for a in folded.starts), (self.ends[b - 1] for b in folded.ends)
        return AlignedText(original, folded.text, tuple(starts), tuple(ends))


def _pieces(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """Give the text piece by piece: what it says, its range, and whether a buyer sees it."""
    last, unseen, mute = 0, _Depth(), _Depth()
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if start > last and not mute:
            yield text[last:start], last, start, not unseen
        last = end
        tag = (token["tag"] or "").lower()
        if token["comment"] is not None:
            yield from ((part, a, b, False) for part, a, b in (("\n", start, start), (token["comment"], *token.span("comment"))))
        elif tag:
            unseen.step(tag, bool(token["close"]), starts=_is_unseen(token["attributes"] or ""))
            mute.step(tag, bool(token["close"]), starts=tag in _NO_TEXT)
            if tag not in _INLINE:
                yield "\n", start, end, not unseen
            for told in _TOLD.finditer(text, *token.span("attributes")):
                group = 1 if told[1] is not None else 2
                yield "\n", start, start, False
                yield told[group], *told.span(group), False
        elif not mute:
            yield html.unescape(token[0]), start, end, not unseen
    if not mute:
        yield text[last:], last, len(text), not unseen


def _is_unseen(attributes: str) -> bool:
    """Tell whether an element is not shown: switched off, without size, or white on white."""
    found = _UNSEEN.search(attributes) if attributes else None
    return found is not None and not ("color" in found[0].lower() and _DARK.search(attributes))


class _Depth:
    """How deep inside of an element of a kind the reader is: counted by elements of the same name, as nothing else is reliable."""

    __slots__ = ("_depth", "_tag")

    def __init__(self) -> None:
        self._tag, self._depth = "", 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def step(self, tag: str, close: bool, *, starts: bool) -> None:  # noqa: FBT001  a closing tag or not
        """Go past a tag."""
        if not self._depth:
            if starts and not close and tag not in _VOID:
                self._tag, self._depth = tag, 1
        elif tag == self._tag:
            self._depth += -1 if close else 1
