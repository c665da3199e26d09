"""Laws of the wording: every language says everything, and cut words can still be read."""

from __future__ import annotations

import string
from typing import Final

import pytest
from made import made_finding

from listingguard.model import FIELD_WEIGHTS, SEVERITIES, Lang
from listingguard.report.visible import shorten, stand_in, visible
from listingguard.report.words import _WORDS, message_of, say

LANGS: Final[tuple[Lang, ...]] = ("en", "zh-Hans", "zh-Hant")


@pytest.mark.parametrize("key", sorted(_WORDS))
def test_every_language_says_the_same(key: str) -> None:
    """All three wordings, and one and many, have the same places to fill in."""
    places = {
        frozenset((name, spec) for _, name, spec, _ in string.Formatter().parse(form) if name)
        for wording in _WORDS[key]
        for form in wording.split("|")
    }
    assert len(places) == 1
    assert all(wording.strip() for wording in _WORDS[key])


def test_the_words_of_the_model_are_known() -> None:
    """Severities, dispositions, verdicts and fields have a name in every language."""
    keys = {*SEVERITIES, *FIELD_WEIGHTS, "violation", "needs_evidence", "excused", "pass", "review", "block", "law", "platform"}
    assert keys <= set(_WORDS)
    assert all(say(key, lang) for key in keys for lang in LANGS)


def test_a_message_quotes_no_more_than_can_be_read() -> None:
    """Words of any length are cut inside the message, so that its own sentence stays."""
    text = "价" * 5000
    assert message_of(made_finding(text, 0, 5000), f"“{text}” is too long.") == f"“{'价' * 24}…{'价' * 23}” is too long."


@pytest.mark.parametrize("limit", range(1, 12))
def test_a_cut_text_keeps_to_its_limit(limit: int) -> None:
    """Head and tail survive; nothing is longer than asked for."""
    assert len(shorten("abcdefghijk", limit)) == min(limit, 11)


def test_what_cannot_be_seen_is_told_apart_from_what_can() -> None:
    """Emoji keep together without a stand-in; the same joiner inside a name is shown."""
    assert (
        visible("👩\N{ZERO WIDTH JOINER}👧 1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}")
        == "👩👧 1\N{COMBINING ENCLOSING KEYCAP}"
    )
    assert visible("耐\N{ZERO WIDTH JOINER}克") == "耐<U+200D>克"
    assert [stand_in(c) for c in "\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{BRAILLE PATTERN DOTS-1}"] == [" ", "　", "⠁"]
