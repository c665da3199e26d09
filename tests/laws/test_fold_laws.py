"""Laws of the fold and its map: whatever the text, every folded character knows where it comes from."""

from __future__ import annotations

import itertools
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from nasty import nasty_texts

from listingguard.lexicon import Lexicon
from listingguard.normalize import AlignedText, align, clusters, fold
from listingguard.normalize.fold import INVISIBLE, _joins, fold_simple, is_simple

ALL = [chr(code) for code in range(sys.maxunicode + 1)]


@given(nasty_texts())
def test_folding_by_piece_is_folding_the_whole(text: str) -> None:
    """Clusters are the text without gap or overlap, and each folds alone as it folds among its neighbours."""
    ranges = list(clusters(text))
    assert [a for a, _ in ranges] == [0, *(b for _, b in ranges)][: len(ranges)]
    assert all(a < b for a, b in ranges)
    assert "".join(text[a:b] for a, b in ranges) == text
    assert "".join(fold(text[a:b]) for a, b in ranges) == fold(text)


@given(nasty_texts())
def test_what_is_folded_is_settled(text: str) -> None:
    """Folding twice is folding once, and neither an invisible character nor a lone surrogate is left."""
    folded = fold(text)
    assert fold(folded) == folded
    assert not INVISIBLE.search(folded)
    folded.encode("utf8")


@given(nasty_texts())
def test_the_map_is_monotone_and_in_range(text: str) -> None:
    """Aligning folds as `fold` does; sources come in order, and two of them are the same or do not overlap."""
    aligned = align(text)
    assert (aligned.original, aligned.text) == (text, fold(text))
    spans = [aligned.span(i, i + 1) for i in range(len(aligned.text))]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(left == right or left[1] <= right[0] for left, right in itertools.pairwise(spans))


@given(nasty_texts())
def test_the_reported_slice_folds_to_what_was_found(text: str) -> None:
    """For every range of whole clusters, folding its place in the original gives the folded range; that place begins and ends visibly."""
    aligned = align(text)
    for start, end in ranges_of(aligned):
        if aligned.cuts(start, end):
            continue
        a, b = aligned.span(start, end)
        assert fold(text[a:b]) == aligned.text[start:end]
        assert not INVISIBLE.match(text[a])
        assert not INVISIBLE.match(text[b - 1])
        assert aligned.hides(start, end) == any(INVISIBLE.match(char) for char in text[a:b])


@given(nasty_texts())
def test_a_range_cuts_just_where_it_parts_one_cluster(text: str) -> None:
    """A range cuts if and only if one of its edges lies between two characters of the same source."""
    aligned = align(text)
    spans = [aligned.span(i, i + 1) for i in range(len(aligned.text))]
    parted = {i for i in range(1, len(spans)) if spans[i - 1] == spans[i] and aligned.starts is not None}
    assert all(aligned.cuts(start, end) == bool({start, end} & parted) for start, end in ranges_of(aligned))


RUNS = st.lists(
    st.tuples(st.sampled_from("\u0301\u0344\u0323\u0345\uff9e\u09be\u200b\u1161\u20e3"), st.sampled_from((1, 2, 16, 29, 30, 31))),
    max_size=4,
)


@given(st.sampled_from(("", "a", "ǘ", "\ufb2c", "㏄", "ｶ", "ᄀ", "耐")), RUNS)
def test_heaps_of_marks_fold_as_few_do(base: str, runs: list[tuple[str, int]]) -> None:
    """The laws of the fold hold, too, where more marks stand on one character than any script knows."""
    text = base + "".join(mark * count for mark, count in runs) + "x"
    folded, aligned = fold(text), align(text)
    assert fold(folded) == folded == aligned.text == "".join(fold(text[a:b]) for a, b in clusters(text))
    a, b = aligned.span(0, len(folded))
    assert fold(text[a:b]) == folded


def ranges_of(aligned: AlignedText, longest: int = 5) -> list[tuple[int, int]]:
    """Give all short ranges of a folded text."""
    size = len(aligned.text)
    return [(start, end) for start in range(size) for end in range(start + 1, min(start + longest, size) + 1)]


def test_simple_characters_are_simple() -> None:
    """A character counts as simple only if it folds to one, joins nothing, can be seen, and folds the quick way as the thorough way."""
    wrong = [
        f"U+{ord(c):04X}"
        for c in ALL
        if is_simple(c) and (_joins(c) or INVISIBLE.match(c) or len(fold_simple(c)) != 1 or fold(c + "\N{WORD JOINER}") != fold_simple(c))
    ]
    assert wrong == []


def test_every_character_folds_once_and_for_all() -> None:
    """Folding a folded character changes nothing, for every assigned code point of Unicode, each on a line of its own."""
    once = fold("\n".join(c for c in ALL if unicodedata.category(c) not in {"Cn", "Co"}))
    twice = fold(once)
    assert [pair for pair in zip(once.split("\n"), twice.split("\n"), strict=True) if pair[0] != pair[1]] == []


def test_whatever_composes_is_one_cluster() -> None:
    """Every pair of characters that Unicode composes to one stays together, so that pieces fold as the whole does."""
    pairs = [unicodedata.decomposition(c).split() for c in ALL if " " in unicodedata.decomposition(c)]
    seconds = {chr(int(pair[1], 16)) for pair in pairs if len(pair) == 2 and not pair[0].startswith("<")}
    assert [f"U+{ord(c):04X}" for c in seconds if not _joins(c)] == []


@given(nasty_texts())
def test_the_skeleton_knows_its_places(lexicon: Lexicon, text: str) -> None:
    """Each character of the skeleton has a place of its own in the folded text, in order, and looks as that character looks alone."""
    folded = fold(text)
    view = lexicon.skeleton(folded)
    places = [view.span(i, i + 1) for i in range(len(view.text))]
    assert all(a >= 0 and b == a + 1 <= len(folded) for a, b in places)
    assert all(left < right for left, right in itertools.pairwise(places))
    assert view.text == "".join(folded[a:b].translate(lexicon.skeleton._table) for a, b in places)
    if view.index is None:
        assert len(view.text) == len(folded)


def test_look_alikes_stand_for_one_letter(lexicon: Lexicon) -> None:
    """The table of look-alikes maps one character to one, so that the skeleton keeps its places; and a folded skeleton is settled."""
    table = lexicon.skeleton._table
    assert all(table.get(code, code) == code for code in table.values())
