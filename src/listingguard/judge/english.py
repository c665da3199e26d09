"""English around an edit: articles, capitals, and the words that need something after them."""

from __future__ import annotations

import re
from typing import Final

from listingguard.judge.change import Change

__all__ = ["english_cut", "has_reach", "in_case_of", "with_article"]

_WORD_BEFORE: Final = re.compile(r"(?<![A-Za-z])([A-Za-z']+)[ \t\u00a0]+\Z")
_FAR: Final = 40  # characters in which the word before a place is looked for
_SEEN: Final = re.compile(r"\S")
_WORD_AFTER: Final = re.compile(r"[ \t\u00a0]+([A-Za-z0-9\u3400-\u9fff][A-Za-z']*)")
_ARTICLES: Final = frozenset({"a", "an", "the"})
_COPULAS: Final = frozenset(re.findall(r"\S+", "is are was were be been being it's that's not no very so more most"))
#: Words that need a noun: what stands between may go if the noun stays (of |finest| wool), not with it (at |lowest price|).
_LEADS: Final = frozenset(
    re.findall(r"\S+", "of for at with in by as to than from and or our your my its their his her this that these those on into the a an")
)
_LEANS: Final = frozenset({"of", "in", "than", "to", "ever", "on", "that", "for", "by", "at", "as", "from", "and", "or", "with"})
_ADJECTIVE: Final = re.compile(r"(?:best|finest|greatest|ultimate|perfect|miracle|supreme|[a-z]+est|[a-z]+(?:-[a-z]+)+)\Z", re.IGNORECASE)
_REACH: Final = re.compile(
    r"[^.,;:!?|()\n]{0,60}\b(?:in the (?:world|market|country|industry|business)|on (?:the market|earth)"
    r"|of all(?: time)?|in town|ever(?: made)?)\b",
    re.IGNORECASE,
)
_VOWEL: Final = re.compile(r"[aeioAEIO]|[uU](?!ni|se|sa|ri|te)|hour|honest", re.IGNORECASE)


def has_reach(text: str, end: int) -> bool:
    """Tell whether the clause says how far a superlative reaches, which is nothing without it: best umbrella |in the world|.

    >>> has_reach("The best umbrella in the world", 8), has_reach("The best umbrella. Sold in the world", 8)
    (True, False)
    """
    return _REACH.match(text, end) is not None


def english_cut(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Take along the article that stood before the words alone; give None where a word before or after them would hang."""
    if text[start - 1 : start] in ("-", "'") or text[end : end + 1] in ("-", "'"):
        return None
    before, after = _word_before(text, start), _WORD_AFTER.match(text, end)
    if has_reach(text, end):
        return None
    last = text[start:end].rpartition(" ")[2].lower()
    if after and (after[1].lower() in _LEANS or last in _LEANS):
        return None
    word = before[1].lower() if before else ""
    goes_on = after is not None and _ADJECTIVE.match(text[start:end]) is not None
    if before and word in _ARTICLES:
        return _with_its_article(text, before, (start, end), goes_on=goes_on)
    return None if word in _COPULAS or (word in _LEADS and not goes_on) else (start, end)


def _word_before(text: str, end: int) -> re.Match[str] | None:
    return _WORD_BEFORE.search(text, max(0, end - _FAR), end)


def _with_its_article(text: str, article: re.Match[str], words: tuple[int, int], *, goes_on: bool) -> tuple[int, int] | None:
    """Take the article along unless a noun stays that it belongs to; a title may begin without one."""
    further = _word_before(text, article.start())
    if not goes_on:
        return None if further and further[1].lower() in _LEADS | _COPULAS else (article.start(), words[1])
    opens = article[1].lower() == "the" and not _SEEN.search(text, 0, article.start())
    return (article.start(), words[1]) if opens else words


def with_article(text: str, change: Change, words: str) -> Change:
    """Put the article before a change right (a best-selling umbrella, an umbrella), and the capital at the start of the text."""
    start, end, new = change
    rest = new + text[end : end + 40]
    if not _SEEN.search(text, 0, start) and not new and words[:1].isascii() and text[start : start + 1].isupper() and rest[:1].islower():
        return change._replace(end=end + 1, new=text[end].upper())
    before, follows = _word_before(text, start), rest.lstrip()
    if before is None or before[1].lower() not in ("a", "an") or not (follows[:1].isascii() and follows[:1].isalpha()):
        return change
    article = ("an" if _VOWEL.match(follows) else "a") if before[1][0].islower() else ("An" if _VOWEL.match(follows) else "A")
    if article == before[1]:
        return change
    return change._replace(start=before.start(1), new=article + text[before.end(1) : start] + new)


def in_case_of(words: str, new: str) -> str:
    """Write new words as the old ones were written.

    >>> in_case_of("BEST QUALITY", "good quality"), in_case_of("Best Quality", "good quality"), in_case_of("Best quality", "good quality")
    ('GOOD QUALITY', 'Good Quality', 'Good quality')
    """
    if words.isupper() and len(words) > 1:
        return new.upper()
    if words.istitle() and " " in new:
        return new.title()
    return new[:1].upper() + new[1:] if words[:1].isupper() else new
