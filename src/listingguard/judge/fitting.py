"""An edit where it stands: in plain text, or between the tags of an HTML description."""

from __future__ import annotations

import re
from typing import Final

from listingguard.judge.change import Change
from listingguard.judge.grammar import deletion, replacement
from listingguard.normalize import is_markup

__all__ = ["fitted"]

_FAR: Final = 2000  # characters to each side in which tags are looked for
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
#: Tags at which one text ends and another begins; what other tags part may be one sentence.
_BLOCK: Final = frozenset(
    re.findall(r"\S+", "p div li ul ol dl dt dd br hr h1 h2 h3 h4 h5 h6 table tbody thead tr td th section article body blockquote")
)


def fitted(text: str, start: int, end: int, new: str, *, markup: bool | None = None) -> Change | None:
    """Give the change that puts `new` in the place of words, or takes them out if it is empty; None where that does not fit.

    In HTML a change stays between two tags: it touches no tag and no character reference, leaves no element empty, and does not end where
    a sentence may go on behind a tag such as `<b>`. Who knows whether the text holds `markup` says so, and spares a look at all of it.

    >>> html = "<p>最好的面膜</p><p>是<b>最好的面膜</b></p>"
    >>> fitted(html, 3, 5, "").apply(html), fitted(html, 18, 20, "")
    ('<p>面膜</p><p>是<b>最好的面膜</b></p>', None)
    """
    if not (is_markup(text) if markup is None else markup):
        return _change(text, start, end, new)
    near, far = max(0, start - _FAR), min(len(text), end + _FAR)
    low = max(near, text.rfind(">", near, start) + 1, text.rfind(";", near, start) + 1)
    high = min((at for sign in "<&" if (at := text.find(sign, end, far)) >= 0), default=far)
    if any(sign in text[start:end] for sign in "<>&;") or text.rfind("<", low, start) >= 0 or text.find(">", end, high) >= 0:
        return None
    change = _change(text[low:high], start - low, end - low, new)
    if change is None or (change.start == 0 and not _begins(text, low)) or (low + change.end == high and not _stops(text, high)):
        return None
    return Change(low + change.start, low + change.end, change.new)


def _change(text: str, start: int, end: int, new: str) -> Change | None:
    return replacement(text, start, end, new) if new else deletion(text, start, end)


def _begins(text: str, at: int) -> bool:
    """Tell whether a text begins here: at the very start, or behind the tag of a block."""
    return at == 0 or _is_block(text, text.rfind("<", 0, at), at)


def _stops(text: str, at: int) -> bool:
    return at == len(text) or _is_block(text, at)


def _is_block(text: str, start: int, end: int | None = None) -> bool:
    """Tell whether the tag of a block stands here."""
    tag = _TAG.match(text, start) if start >= 0 else None
    return tag is not None and tag[1].lower() in _BLOCK and (end is None or tag.end() == end)
