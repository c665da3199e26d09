"""Which stretches of a long field are worth showing: those around the findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Excerpt", "excerpts"]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a field, and which of the places handed in it shows (by their index)."""

    start: int
    end: int
    shows: tuple[int, ...]


def excerpts(text: str, places: Sequence[tuple[int, int]], room: int, cost: Callable[[str], int] = lambda _: 1) -> list[Excerpt]:
    """Give the stretches that show every place, in the order of the places; each costs at most `room`.

    A text that fits is one stretch. Otherwise places near each other share one, with some of their surroundings; a place too long for the
    room is shown with its beginning. The work done depends on the places and the room, not on the length of the text.

    >>> excerpts("加厚遮光" * 30 + "全网最低价" + "包邮" * 30, [(120, 125)], room=15)
    [Excerpt(start=115, end=130, shows=(0,))]
    """
    if _forward(text, 0, len(text), room, cost) == len(text):
        return [Excerpt(0, len(text), tuple(range(len(places))))]
    found = []
    for group in _groups(text, places, room - room // 4, cost):
        low, high = places[group[0]][0], max(places[i][1] for i in group)
        end = _forward(text, low, high, room - room // 8, cost)
        spare = room - sum(map(cost, text[low:end]))
        start = _backward(text, low, spare // 2, cost)
        end = _forward(text, end, len(text), spare - sum(map(cost, text[start:low])), cost)
        start = _backward(text, start, room - sum(map(cost, text[start:end])), cost)
        found.append(Excerpt(start, end, tuple(group)))
    return found


def _groups(text: str, places: Sequence[tuple[int, int]], room: int, cost: Callable[[str], int]) -> list[list[int]]:
    """Put places that fit into the room together, by position; one that is too long for it takes in only those that show with it."""
    groups: list[list[int]] = []
    reach = -1
    for i in sorted(range(len(places)), key=lambda i: places[i]):
        start, end = places[i]
        if groups and end <= reach:
            groups[-1].append(i)
        else:
            groups.append([i])
            reach = _forward(text, start, len(text), room, cost)
    return groups


def _forward(text: str, start: int, end: int, room: int, cost: Callable[[str], int]) -> int:
    """Give how far towards `end` the room reaches."""
    while start < end and (room := room - cost(text[start])) >= 0:
        start += 1
    return start


def _backward(text: str, end: int, room: int, cost: Callable[[str], int]) -> int:
    """Give how far towards the beginning of the text the room reaches."""
    while end > 0 and (room := room - cost(text[end - 1])) >= 0:
        end -= 1
    return end
