"""What a file gives: rows, each a listing that knows where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Self

from listingguard.model import Listing
from listingguard.sources.shape import Shape
from listingguard.sources.spelled import Columns

if TYPE_CHECKING:
    from listingguard.sources.origin import Origin

__all__ = ["Fields", "Hole", "Record", "Row", "Spelling"]

#: The caller's own choice of columns: part of a listing → the columns that feed it; an empty tuple reads none.
Fields = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file as a listing, and its place there.

    `row` counts the records of the file from 1. `line` is where a person finds it: the physical line on which the record starts, or the
    row of the `sheet` in a workbook. `id` is the seller's own key as it stands in the file. `marketplace` is what a column of that name
    says, to be used instead of the marketplace of the scanner. `fields` says from which column (counted from 0) of the sheet each field
    comes, where every cell is one text; `origin` knows where in a text file their words stand. `ignore` is what the file itself says may
    stand in the row, an excuse a line; `shape` the id of the shape as which the file was recognised.

    >>> Row("shop.csv", 12, 31, Listing(title="羊毛围巾", sku="A1"), "A1").place
    'shop.csv:31'
    >>> row = Row("shop.xlsx", 12, 13, Listing(title="Wool scarf"), sheet="Template", fields=(("title", 27),))
    >>> row.place, row.cell("title")
    ('shop.xlsx[Template]:13', 'AB13')
    """

    path: str
    row: int
    line: int
    listing: Listing
    id: str = ""
    sheet: str = ""
    marketplace: str | None = None
    fields: tuple[tuple[str, int], ...] = ()
    ignore: str = ""
    shape: str = ""
    origin: Origin | None = field(default=None, compare=False, repr=False)

    @property
    def place(self) -> str:
        """Give the place as tools and editors write it."""
        return f"{self.path}{f'[{self.sheet}]' if self.sheet else ''}:{self.line}"

    def cell(self, field: str) -> str | None:
        """Give the cell of a workbook from which a field comes, as spreadsheet programs name it; None outside of workbooks."""
        index = next((index for name, index in self.fields if name == field), None)
        return None if index is None or not self.sheet else f"{_letters(index)}{self.line}"


def _letters(index: int) -> str:
    """Name a column as spreadsheet programs do.

    >>> _letters(0), _letters(25), _letters(26), _letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


#: What gives, when it is called, how the texts of a record's columns stand in the file: one for each row of the file that it is made of.
Spelling = tuple[Callable[[], Columns], ...]


class Record(NamedTuple):
    """One record before anybody asked what its columns mean. `asked` says that it is known to be wanted."""

    line: int
    columns: tuple[str, ...]
    values: Sequence[object]
    sheet: str = ""
    shape: Shape | None = None
    asked: bool = False
    spelled: Spelling = ()


class Hole(str):
    """A cell of a workbook that is not empty and yet has no value that anybody could read: it reads as an empty text.

    >>> hole = Hole("B3 is a formula whose result is not stored", "save the workbook in a spreadsheet program")
    >>> f"[{hole}]", hole.problem
    ('[]', 'B3 is a formula whose result is not stored')
    """

    __slots__ = ("hint", "problem")

    problem: str
    hint: str

    def __new__(cls, problem: str, hint: str) -> Self:
        """Make an empty text that knows what is wrong."""
        hole = super().__new__(cls)
        hole.problem, hole.hint = problem, hint
        return hole
