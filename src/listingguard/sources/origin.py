"""Where the words of a row stand in its file. Nothing is worked out before somebody asks: a row without findings costs next to nothing."""

from __future__ import annotations

from collections.abc import Sequence

from listingguard.model import Listing, Spot
from listingguard.sources.plan import Plan, feeding, glue_of
from listingguard.sources.row import Spelling
from listingguard.sources.spelled import Columns, Spelled, spot_in

__all__ = ["Origin"]


class Origin:
    """The spelling of a row's columns in the file, and which of them feed which field.

    A field that the columns, as they are spelled, do not add up to stands nowhere: no place is better than a wrong one.
    """

    __slots__ = ("_columns", "_listing", "_plan", "_spelled", "_values")

    def __init__(self, listing: Listing, plan: Plan, values: Sequence[object], spelled: Spelling) -> None:
        self._listing, self._plan, self._values, self._spelled = listing, plan, values, spelled
        self._columns: Columns | None = None

    def spot(self, field: str, start: int, end: int) -> Spot | None:
        """Give where a stretch of a field stands, or None if it stands nowhere in one piece."""
        if self._columns is None:
            made = [spell() for spell in self._spelled]
            self._columns = made[0] if len(made) == 1 else _gathered(self._values, made)
        pieces, glue = feeding(field, self._plan, self._columns), glue_of(field)
        whole = next((text for name, text in self._listing.texts() if name == field), "")
        return spot_in(pieces, glue, start, end) if glue.join(piece.text for piece in pieces if piece.text) == whole else None


def _gathered(values: Sequence[object], rows: Sequence[Columns]) -> Columns:
    """Give the columns of a record that is made of several rows: each of its texts as the first of them that has it spells it."""
    found: Columns = []
    for column, value in enumerate(values):
        there = [piece for row in rows if column < len(row) for piece in row[column]]
        found.append([piece for text in (value if isinstance(value, list) else [value]) for piece in _first(str(text), there)])
    return found


def _first(text: str, pieces: Sequence[Spelled]) -> list[Spelled]:
    return next(([piece.part(text)] for piece in pieces if text in (piece.text, piece.text.strip())), [])
