"""Laws of matching: two independent readers find the same, and what is reported is what stands there."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from flashtext import KeywordProcessor
from hypothesis import given
from hypothesis import strategies as st
from nasty import NASTY, nasty_texts, written

from listingguard.lexicon import Lexicon, Term
from listingguard.match import Hit, Matcher, exact_hits, leftmost_longest, without_shielded
from listingguard.match.sound import likeness
from listingguard.normalize import AlignedText, align, fold

SMALL = ("nike", "Nike", "耐克", "dunk", "air max", "nk", "MacBook", "macbook pro", "Hermès", "hermes", "愛馬仕", "birkin", "apple", "苹果")
SMALLER = ("苹果醋", "apple pie", "Dolce & Gabbana", "D&G", "d & g", "最佳", "最好", "最好用", "第一", "第一次", "best", "nikee", "hermesx")
JOINTS = ("", " ", "，", "的", "-", "x", "7", "é", "\N{ZERO WIDTH SPACE}", "㏄", "ⓝ", "For")


@pytest.fixture(scope="module")
def listed(small: Lexicon) -> list[Term]:
    """Give every term of the small lexicon."""
    return [term for index in range(len(small.exact.patterns)) for term in small.exact.values(index)]


def is_letter(char: str) -> bool:
    """Tell, by Unicode's names and not by the lexicon's table, whether a character continues a Latin word or a number."""
    return bool(re.match("[0-9]|LATIN (SMALL|CAPITAL) LETTER", char if char.isdigit() else unicodedata.name(char, "") if char else ""))


def stands(text: str, start: int, end: int) -> bool:
    """Tell whether a range of a folded text stands as a word of its own: no Latin word or number goes on across its edges."""
    left = start > 0 and is_letter(text[start]) and is_letter(text[start - 1])
    return not (left or (end < len(text) and is_letter(text[end - 1]) and is_letter(text[end])))


def naive(aligned: AlignedText, terms: list[Term]) -> Iterator[tuple[int, int, Term]]:
    """Compare every term with every place of the text: slow, and too simple to be wrong."""
    for term in terms:
        for start in range(len(aligned.text)):
            end = start + len(term.folded)
            if aligned.text[start:end] == term.folded and not aligned.cuts(start, end) and stands(aligned.text, start, end):
                yield start, end, term


def turns(original: str, place: int) -> bool:
    """Tell whether a new word may begin at a place of the original: no letter on one side, or a capital behind a small letter."""
    before, after = original[:place][-1:], original[place:][:1]
    return not (is_letter(before) and is_letter(after)) or (before.islower() and after.isupper())


@given(st.lists(st.sampled_from((*SMALL, *SMALLER, *JOINTS, *JOINTS)) | st.sampled_from(NASTY), max_size=8).map("".join))
def test_the_automaton_finds_what_a_double_loop_finds(small: Lexicon, listed: list[Term], text: str) -> None:
    """The exact matcher gives every listed term at every place where it stands as a word of its own.

    Beyond that it gives names beside which the lexicon allows a model, and long names between capitals.
    """
    aligned = align(text)
    found = [(hit.start, hit.end, hit.term) for hit in exact_hits(aligned, small)]
    plain = [hit for hit in found if stands(aligned.text, hit[0], hit[1])]
    assert sorted(plain, key=place_of) == sorted(naive(aligned, listed), key=place_of)
    for start, end, term in found:
        assert aligned.text[start:end] == term.folded
        camel = len(term.folded) > 4 and all(turns(text, place) for place in aligned.span(start, end))
        assert stands(aligned.text, start, end) or term.digits or camel


def place_of(found: tuple[int, int, Term]) -> tuple[int, int, str, str]:
    """Give a key that tells hits apart."""
    return found[0], found[1], found[2].record, found[2].text


@pytest.fixture(scope="module")
def flash(listed: list[Term]) -> KeywordProcessor:
    """Give FlashText with the same terms."""
    words = KeywordProcessor(case_sensitive=True)
    for term in listed:
        words.add_keyword(term.folded)
    return words


PLAIN = [word for word in (*SMALL, *SMALLER) if fold(word).isascii() or not re.search("[a-zA-Z]", word)]


@given(st.lists(st.tuples(st.sampled_from(PLAIN), st.sampled_from((" ", "，", "/", "的", "", "7", "x"))), max_size=8))
def test_flashtext_finds_the_same(small: Lexicon, flash: KeywordProcessor, pieces: list[tuple[str, str]]) -> None:
    """FlashText, which shares no code with the matcher, gives the same leftmost longest places.

    The two agree where their word edges do: without letters beyond ASCII, which are none to FlashText, and on names that stand as words of
    their own, since FlashText knows neither models right behind a name nor capitals inside a word.
    """
    aligned = align("".join(word + joint for word, joint in pieces))
    hits = [hit for hit in exact_hits(aligned, small) if stands(aligned.text, hit.start, hit.end)]
    ours = leftmost_longest(hits, span=lambda hit: (hit.start, hit.end), preference=lambda _: 0)
    assert [(h.start, h.end) for h in ours] == [(a, b) for _, a, b in flash.extract_keywords(aligned.text, span_info=True)]


DISGUISED = (
    "guccii",
    "burbery",
    "古池手袋",
    "香奈尓",
    "路亿威登",
    "香～ 包",
    "法拉*",
    "g***i",
    "迪or",
    "路易v登",
    "n1ke",
    "naike",
    "lu yi wei deng",
)
PIECES = st.lists(st.sampled_from((*DISGUISED, *JOINTS, "耐克", "LV")), max_size=6).map("".join)


@given(written() | nasty_texts() | PIECES)
def test_every_hit_can_be_had_again_from_the_original(lexicon: Lexicon, text: str) -> None:
    """A hit lies in the text, and the slice of the original that it names reads as the term: folded, or folded and made a skeleton."""
    aligned = align(text)
    for hit in matcher_of(lexicon).find(aligned):
        assert 0 <= hit.start < hit.end <= len(aligned.text)
        assert not aligned.cuts(hit.start, hit.end)
        assert not hit.term.shield
        a, b = aligned.span(hit.start, hit.end)
        assert reads(fold(text[a:b]), hit, aligned.text, lexicon)


def reads(folded: str, hit: Hit, whole: str, lexicon: Lexicon) -> bool:
    """Tell whether the folded slice reads as the term of the hit in the hit's view."""
    term = hit.term
    if hit.view == "folded":
        return letters(folded) == letters(term.folded) if term.disguise == "pinyin" else folded == term.folded and hit.similarity == 1
    if hit.view == "skeleton":
        view = lexicon.skeleton(whole)
        read = lexicon.blended(view.text)
        inside = [i for i in range(len(read)) if hit.start <= view.span(i, i + 1)[0] < hit.end]
        return "".join(read[i] for i in inside) == lexicon.skeleton.word(term.folded) and folded != term.folded
    return folded != fold(term.text) and 0 < hit.similarity <= 1 and HALVES[hit.view](folded, fold(term.text), lexicon)


def letters(folded: str) -> str:
    """Give the letters alone: pinyin may be joined in any way."""
    return "".join(filter(str.isalpha, folded))


#: What a slice and the name that it stands for still share, by view.
HALVES: dict[str, Callable[[str, str, Lexicon], bool]] = {
    "typo": lambda written, name, _: written[0] == name[0],
    "sound": lambda written, name, lexicon: likeness(name, written, lexicon.sounds) >= 0.9,
    "near": lambda written, name, _: len(written) == len(name) and sum(map(str.__ne__, written, name)) == 1,
    "mask": lambda written, name, _: written[0] == name[0],
    "mixed": lambda written, name, _: not written.isascii() or not name.isascii(),
}


MATCHERS: dict[str, Matcher] = {}


def matcher_of(lexicon: Lexicon) -> Matcher:
    """Give the search for misspelt names, built once."""
    return MATCHERS.setdefault(lexicon.digest, Matcher(lexicon))


@given(written())
def test_shields_only_take_away(lexicon: Lexicon, text: str) -> None:
    """A longer harmless word takes away only what lies inside of it and belongs to its own record."""
    hits = exact_hits(align(text), lexicon)
    kept = without_shielded(hits)
    assert all(hit in hits and not hit.term.shield for hit in kept)
    for hit in hits:
        shields = [s for s in hits if s.term.shield and s.term.record == hit.term.record and s.start <= hit.start and hit.end <= s.end]
        assert (hit in kept) == (not hit.term.shield and not shields)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda s: (s[0], s[0] + s[1])), max_size=12))
def test_leftmost_longest_keeps_no_overlap_and_drops_nothing_free(spans: list[tuple[int, int]]) -> None:
    """What is kept does not overlap and is in order; whatever is dropped overlaps something kept that begins earlier or reaches as far."""
    kept = leftmost_longest(spans, span=lambda s: s, preference=lambda _: 0)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(kept))
    for start, end in set(spans) - set(kept):
        assert any(a < end and start < b and (a < start or (a == start and b >= end)) for a, b in kept)
