"""Laws of excerpts: every place is seen, no stretch costs more than its room, and a text that fits stays whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listingguard.report.excerpt import excerpts

PLACES = st.lists(st.tuples(st.integers(0, 299), st.integers(1, 40)), min_size=1, max_size=8)


def cost(char: str) -> int:
    """Let Han characters take two cells."""
    return 1 if char.isascii() else 2


@given(st.text("a价", min_size=340, max_size=400), PLACES, st.integers(30, 200))
def test_every_place_is_seen(text: str, places: list[tuple[int, int]], room: int) -> None:
    """Each place is in exactly one stretch, which shows where it begins, and shows it whole unless it is too long for any."""
    spans = [(start, start + length) for start, length in places]
    found = excerpts(text, spans, room, cost)
    assert sorted(i for e in found for i in e.shows) == list(range(len(spans)))
    for excerpt in found:
        assert sum(map(cost, text[excerpt.start : excerpt.end])) <= room
        for start, end in (spans[i] for i in excerpt.shows):
            assert excerpt.start <= start < excerpt.end
            assert end <= excerpt.end or sum(map(cost, text[start:end])) > room - room // 4


@given(st.text("a价", max_size=60), st.lists(st.tuples(st.integers(0, 30), st.integers(31, 60)), max_size=3))
def test_a_text_that_fits_stays_whole(text: str, places: list[tuple[int, int]]) -> None:
    """There is one stretch, with every place, even of a text without any."""
    assert [(e.start, e.end, len(e.shows)) for e in excerpts(text, places, 120, cost)] == [(0, len(text), len(places))]


def test_a_stretch_shows_what_stands_on_both_sides() -> None:
    """A place in the middle has surroundings left and right; at an edge the room goes to the other side."""
    text = "x" * 500
    assert [(e.start, e.end) for e in excerpts(text, [(250, 260)], 100)] == [(205, 305)]
    assert [(e.start, e.end) for e in excerpts(text, [(0, 10)], 100)] == [(0, 100)]
    assert [(e.start, e.end) for e in excerpts(text, [(490, 500)], 100)] == [(400, 500)]


def test_places_inside_a_very_long_one_are_seen() -> None:
    """A place as long as the text does not swallow those inside it that lie beyond its visible beginning."""
    text = "x" * 1000
    assert [e.shows for e in excerpts(text, [(0, 1000), (5, 9), (600, 610)], 80)] == [(0, 1), (2,)]
