"""Ways of writing that marketplaces restrict: repeated words and signs, characters, emoji, capitals, HTML; never what words mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple
from unicodedata import category

from listingguard.lexicon import Form

__all__ = ["Breach", "breaches"]

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: After a number, a short word is a unit: 10 cm x 5 cm x 3 cm repeats none.
_UNIT: Final = 3
_AMOUNT: Final = re.compile(r"\d[ \u00a0]?\Z")
_PICTURE: Final = (
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7ff\U0001f900-\U0001faff"
    "\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u2b50\u2b55]|[\u203c-\u3299]\ufe0f"
)
_EMOJI: Final = re.compile(f"(?:{_PICTURE})(?:[\ufe0f\u200d\U0001f3fb-\U0001f3ff]|{_PICTURE})*")
_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>]{0,300})?/?>")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LONG: Final = 5
_QUIET: Final = re.compile("[A-Za-z]{4}[a-z]")  # a small letter in a long word
_SHOUTED: Final = 2


class Breach(NamedTuple):
    """A place where a rule of form is broken, what stands there, and how often."""

    start: int
    end: int
    what: str
    times: int


def breaches(text: str, form: Form) -> Iterator[Breach]:
    """Give the places of a text that break a rule of form: for each repeated word, character or emoji the one that is too much.

    >>> rule = Form(field="title", kind="once", max=1, characters="%:&+", categories=(), words=(), except_sites=(), effective_from=None,
    ...     effective_to=None, source="", checked=None, confidence="", note="")
    >>> list(breaches("Mug & spoon & plate", rule))
    [Breach(start=12, end=13, what='&', times=2)]
    """
    return _KINDS[form.kind](text, form)


def _repeated(text: str, form: Form) -> Iterator[Breach]:
    if max(Counter(_WORD.findall(text.casefold())).values(), default=0) <= form.max:
        return
    few = frozenset(form.words)
    words = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
    counts = Counter(word for word, start, _ in words if _counts(word, start, text, few))
    yield from _beyond(((w, a, b) for w, a, b in words if counts[w] > form.max and _counts(w, a, text, few)), form.max, counts)


def _counts(word: str, start: int, text: str, few: frozenset[str]) -> bool:
    """Tell whether a word is one to be counted: no number, no single letter, no unit after a number, none of the small words."""
    if len(word) == 1 or word.isdigit() or word in few:
        return False
    return len(word) > _UNIT or not _AMOUNT.search(text, max(0, start - 2), start)


def _once(text: str, form: Form) -> Iterator[Breach]:
    if set(form.characters).isdisjoint(text):
        return
    counts = Counter(char for char in text if char in form.characters)
    if counts and max(counts.values()) > form.max:
        yield from _beyond(((c, i, i + 1) for i, c in enumerate(text) if counts[c] > form.max), form.max, counts)


def _beyond(items: Iterator[tuple[str, int, int]], most: int, counts: Mapping[str, int]) -> Iterator[Breach]:
    seen: Counter[str] = Counter()
    for what, start, end in items:
        seen[what] += 1
        if seen[what] == most + 1:
            yield Breach(start, end, what, counts[what])


def _banned(text: str, form: Form) -> Iterator[Breach]:
    if set(form.characters).isdisjoint(text):
        return
    counts = Counter(char for char in text if char in form.characters)
    for char in counts:
        at = text.index(char)
        yield Breach(at, at + 1, char, counts[char])


def _not_allowed(text: str, form: Form) -> Iterator[Breach]:
    for char in dict.fromkeys(text):
        kind = category(char)
        if kind[0] not in form.categories and kind not in form.categories and char not in form.characters:
            at = text.index(char)
            yield Breach(at, at + 1, char, text.count(char))


def _emoji(text: str, _: Form) -> Iterator[Breach]:
    if text.isascii():
        return
    first: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for found in _EMOJI.finditer(text):
        counts[found.group()] += 1
        first.setdefault(found.group(), found.start())
    yield from (Breach(start, start + len(what), what, counts[what]) for what, start in first.items())


def _capitals(text: str, _: Form) -> Iterator[Breach]:
    """Find a text that shouts: at least two long words, and all long words in capitals. USB HDMI VGA does not."""
    if _QUIET.search(text):
        return
    words = [m for m in _LETTERS.finditer(text) if len(m.group()) >= _LONG and m.group().upper() != m.group().lower()]
    if len(words) >= _SHOUTED and all(m.group().isupper() for m in words):
        yield Breach(words[0].start(), words[-1].end(), "", len(words))


def _markup(text: str, form: Form) -> Iterator[Breach]:
    if "<" not in text:
        return
    tags = [m for m in _TAG.finditer(text) if m[1].lower() not in form.words]
    if tags:
        yield Breach(*tags[0].span(), tags[0].group(), len(tags))


_KINDS: Final[Mapping[str, Callable[[str, Form], Iterator[Breach]]]] = {
    "repeat": _repeated,
    "once": _once,
    "characters": _banned,
    "allowed": _not_allowed,
    "emoji": _emoji,
    "capitals": _capitals,
    "markup": _markup,
}
