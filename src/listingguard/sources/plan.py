"""From columns to a listing: which column feeds which part."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, TypeVar

from listingguard.errors import ConfigError
from listingguard.model import Listing
from listingguard.normalize import fold
from listingguard.sources.columns import LISTS, PARTS, TEXTS, number_of, part_of, spelled
from listingguard.sources.excuse import IGNORE, ignore_column
from listingguard.sources.reading import Choice
from listingguard.sources.row import Fields
from listingguard.sources.shape import Shape

__all__ = ["Plan", "choice_of", "feeding", "glue_of", "listing_of", "marketplace_of", "plan_for", "said_by"]

T = TypeVar("T")
_MOST: Final = 10_000
#: How Google Merchant Center has it said that a text was made by a model: `trained_algorithmic_media:"Wool scarf"`.
_SOURCED: Final = re.compile(r'\s*(?:trained_algorithmic_media|default)\s*:\s*"(.*)"\s*', re.DOTALL)
_DEPTH: Final = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """Which columns (by index) feed which part of a listing.

    `passed_over` are columns whose names say that they hold text, while another column was taken; `missing` are columns that the caller
    named and the file does not have; `twice` are names that two columns bear, one of which would be read and the other not;
    `fields` says from which column each field of a listing comes; `marks` has the columns that are read, by part, each with a mark of it;
    of a part in `either` each row is read from the first of its columns that is not empty.
    """

    columns: dict[str, tuple[int, ...]]
    passed_over: tuple[tuple[str, str, str], ...]
    missing: tuple[str, ...]
    twice: tuple[str, ...]
    fields: tuple[tuple[str, int], ...]
    marks: tuple[tuple[str, int], ...] = ()
    either: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Tell whether there is any text to scan."""
        return any(self.columns.get(part) for part in TEXTS)


def choice_of(fields: Fields) -> Choice:
    """Check the caller's choice of columns and make it a key.

    >>> choice_of({"titel": ["宝贝名称"]})
    Traceback (most recent call last):
    listingguard.errors.ConfigError: a listing has no part 'titel' that a column could feed
        did you mean 'title'?
    """
    for part in fields:
        if part not in PARTS:
            close = get_close_matches(part, PARTS, 1)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(PARTS)}"
            raise ConfigError(f"a listing has no part {part!r} that a column could feed", hint)
    return tuple((part, tuple(columns)) for part, columns in fields.items())


@functools.lru_cache(maxsize=256)
def plan_for(columns: tuple[str, ...], choice: Choice, shape: Shape | None = None) -> Plan:
    """Decide which column feeds which part: the caller's choice first, then the shape, or the surest name, the leftmost of equals.

    >>> plan = plan_for(("id", "宝贝名称", "商品描述", "卖点1", "卖点2"), ())
    >>> plan.columns
    {'sku': (0,), 'title': (1,), 'description': (2,), 'bullets': (3, 4)}
    """
    found = {part: [_find(columns, name) for name in names] for part, names in choice}
    named = {part: tuple(dict.fromkeys(i for i in indices if i is not None)) for part, indices in found.items()}
    guesses = _guesses(columns, named, shape)
    either = shape.either if shape else ()
    guessed = {part: _chosen(columns, part, ranked, either) for part, ranked in guesses.items()}
    single = {part: indices if part in LISTS else indices[:1] for part, indices in named.items()}
    taken = {part: indices for part, indices in (*guessed.items(), *single.items()) if indices}
    return Plan(
        columns=taken,
        passed_over=tuple(
            (part, columns[i], columns[guessed[part][0]])
            for part, ranked in guesses.items()
            for _, i in ranked
            if part in TEXTS and i not in guessed[part]
        ),
        missing=tuple(
            name
            for part, names in choice
            for name, index in zip(names, found[part], strict=True)
            if index is None and (part in LISTS or not named[part])
        ),
        twice=tuple(columns[i] for part, indices in taken.items() for i in indices if part not in LISTS and _is_twice(columns, columns[i])),
        fields=_fields(taken),
        marks=tuple((f"{part}\x1e", i) for part, indices in sorted(_said(columns, taken).items()) for i in indices),
        either=tuple(part for part, indices in taken.items() if part in either and part not in named),
    )


def _chosen(columns: tuple[str, ...], part: str, ranked: Sequence[tuple[int, int]], either: Sequence[str]) -> tuple[int, ...]:
    """Give the columns that a part is read from: all of a list, the surest of a single one, and with it those that may stand in for it."""
    if part in LISTS:
        return _by_number(columns, [i for _, i in ranked])
    return tuple(i for _, i in sorted(ranked)[: None if part in either else 1])


def _said(columns: tuple[str, ...], taken: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Give what a record says in the columns that are read, and what it excuses: without its excuse it is another one."""
    excuses = ignore_column(columns)
    return dict(taken) if excuses is None else {**taken, IGNORE: (excuses,)}


def _by_number(columns: tuple[str, ...], indices: Sequence[int]) -> tuple[int, ...]:
    """Put numbered columns in the order of their numbers: a bullet stays the second one wherever its column stands.

    >>> _by_number(("卖点10", "卖点2", "title", "卖点1"), [0, 1, 3])
    (3, 1, 0)
    """
    return tuple(sorted(indices, key=lambda i: number_of(spelled(columns[i]))))


def _fields(taken: Mapping[str, tuple[int, ...]]) -> tuple[tuple[str, int], ...]:
    """Give the fields of a listing with the columns that they come from; a field that several columns may feed comes from no single one."""
    return tuple(
        (f"bullets[{number}]" if part == "bullets" else part, index)
        for part, indices in taken.items()
        if part == "bullets" or len(indices) == 1
        for number, index in enumerate(indices)
    )


def _guesses(columns: tuple[str, ...], named: Mapping[str, tuple[int, ...]], shape: Shape | None) -> dict[str, list[tuple[int, int]]]:
    """Give for each part that the caller left open the columns that may feed it, with how sure each is."""
    taken = {i for indices in named.values() for i in indices}
    guesses: dict[str, list[tuple[int, int]]] = {}
    for index, column in enumerate(columns):
        guess = shape.part_of(column) if shape else part_of(column)
        if guess and guess[0] not in named and index not in taken:
            guesses.setdefault(guess[0], []).append((guess[1], index))
    return guesses


def _is_twice(columns: tuple[str, ...], name: str) -> bool:
    wanted = fold(name).strip()
    return sum(fold(column).strip() == wanted for column in columns) > 1


def _find(columns: tuple[str, ...], name: str) -> int | None:
    """Give the index of the column with this name; its spelling folds as texts do."""
    if name in columns:
        return columns.index(name)
    wanted = fold(name).strip()
    return next((i for i, column in enumerate(columns) if fold(column).strip() == wanted), None)


def listing_of(plan: Plan, values: Sequence[object]) -> Listing:
    """Make the listing of a record. Raises `ConfigError` if a value is no text.

    >>> listing = listing_of(plan_for(("name", "bullets", "sku"), ()), ("羊毛围巾", ["保暖", "柔软"], 8107))
    >>> listing.title, listing.bullets, listing.sku
    ('羊毛围巾', ('保暖', '柔软'), '8107')
    """
    parts: dict[str, str | list[str]] = {}
    for part, indices in plan.columns.items():
        single = len(indices) == 1 and part not in LISTS and part not in plan.either
        if single and indices[0] < len(values) and type(text := values[indices[0]]) is str:
            parts[part] = text  # as nearly always
            continue
        texts = [text for i in indices if i < len(values) for text in _texts(part, values[i])]
        if part in plan.either:
            texts = [found[1] if (found := _SOURCED.fullmatch(text)) else text for text in texts if text.strip()][:1]
        parts[part] = texts if part == "bullets" else glue_of(part).join(filter(None, texts))
    parts.pop("marketplace", None)
    return Listing(**parts)  # type: ignore[arg-type]


def glue_of(part: str) -> str:
    """Give what stands between the texts of several columns that feed one part."""
    return "\n" if part == "description" else " "


def feeding(field: str, plan: Plan, columns: Sequence[Sequence[T]]) -> list[T]:
    """Give what feeds a field, out of what each column holds: one of them feeds a bullet, all of them any other field.

    >>> plan = plan_for(("name", "卖点1", "卖点2"), ())
    >>> feeding("bullets[1]", plan, ["a", "b", "c"]), feeding("title", plan, ["a", "b", "c"])
    (['c'], ['a'])
    """
    part, _, index = field.partition("[")
    found = [item for column in plan.columns.get(part, ()) if column < len(columns) for item in columns[column]]
    return found[int(index[:-1]) :][:1] if index else found


def marketplace_of(plan: Plan, values: Sequence[object]) -> str | None:
    """Give the marketplace that a record names, if any."""
    if "marketplace" not in plan.columns:
        return None
    (index,) = plan.columns["marketplace"]
    texts = _texts("marketplace", values[index]) if index < len(values) else []
    return "".join(texts).strip() or None


def said_by(plan: Plan, values: Sequence[object]) -> int:
    """Give a number for what a record says, key and marketplace among it: the same in every format and order of columns.

    Columns that are not read, empty cells and the kind of line breaks are no part of it. It holds within one process.

    >>> csv, json = plan_for(("sku", "price", "title", "卖点1", "卖点2"), ()), plan_for(("title", "bullets", "sku"), ())
    >>> said_by(csv, ("8107", "5", "羊毛围巾", "", "柔软")) == said_by(json, ("羊毛围巾", ["柔软"], 8107))
    True
    """
    try:
        said = "\x1f".join([mark + text for mark, i in plan.marks if (text := values[i])])  # type: ignore[operator]  # see below
    except (TypeError, IndexError):  # not every value is a text, or there are fewer of them
        pairs = ((mark, text) for mark, i in plan.marks if i < len(values) for text in _texts(mark[:-1], values[i]))
        said = "\x1f".join([mark + text for mark, text in pairs if text])
    return hash(said.replace("\r\n", "\n") if "\r" in said else said)


def _texts(part: str, value: object) -> list[str]:
    """Read a value as texts: a cell is one text, a list as many as it holds."""
    if isinstance(value, str):  # as nearly always
        return [str(value)]
    texts = list(itertools.islice(_all_texts(part, value, 0), _MOST + 1))
    if len(texts) > _MOST:
        raise ConfigError(
            f"the {part} is a list of more than {_MOST:,} texts",
            "is the whole catalogue in one listing? give each listing a row or an object of its own",
        )
    return texts


def _all_texts(part: str, value: object, depth: int) -> Iterator[str]:
    if value is None:
        yield ""
    elif isinstance(value, float) and value.is_integer():
        yield str(int(value))
    elif isinstance(value, list):
        if depth > _DEPTH:
            raise ConfigError(f"the {part} is a list of lists of lists", "give the text itself, or a list of texts")
        for item in value:
            yield from _all_texts(part, item, depth + 1)
    elif isinstance(value, dict):
        raise ConfigError(f"the {part} is an object, not a text", "give the text itself, or a list of texts")
    else:
        yield str(value)
