"""What the seller wrote: a listing and its fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, Final, TypedDict

from listingguard.errors import ConfigError
from listingguard.model.ahead import ahead
from listingguard.model.given import names_of

__all__ = ["FIELD_WEIGHTS", "Listing", "Parts", "listing_from", "listings_ahead"]

#: How much a finding of a field weighs in the score (field names without the index of a list).
FIELD_WEIGHTS: Final[Mapping[str, float]] = {
    "title": 1.0,
    "brand": 1.0,
    "shop_name": 1.0,
    "search_terms": 0.9,
    "subtitle": 0.9,
    "bullets": 0.9,
    "description": 0.7,
}


class Parts(TypedDict, total=False):
    """The parts of a listing by name, for type checkers."""

    title: str
    subtitle: str
    bullets: Sequence[str]
    description: str
    search_terms: str | Sequence[str]
    brand: str
    shop_name: str
    category: str
    sku: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A product listing before upload. Every part is optional, and any text will do: nothing here raises because of what a text holds.

    `title`, `subtitle`, `bullets`, `description`, `search_terms`, `brand` and `shop_name` are scanned; `category` (the marketplace's name
    for the kind of goods) and `sku` (the seller's own key) inform the judgement and the fingerprint. A list of search terms is joined with
    blanks, and places count in the joined text.

    >>> [name for name, text in Listing(title="LV同款窗帘", bullets=["加厚", "遮光"]).texts()]
    ['title', 'bullets[0]', 'bullets[1]']
    """

    title: str = ""
    subtitle: str = ""
    bullets: Sequence[str] = ()
    description: str = ""
    search_terms: str | Sequence[str] = ""
    brand: str = ""
    shop_name: str = ""
    category: str = ""
    sku: str = ""

    def __post_init__(self) -> None:
        """Read None as an empty text and say plainly which part has the wrong type."""
        put = object.__setattr__
        if self.bullets != ():
            put(self, "bullets", names_of("bullets", self.bullets))
        if not isinstance(self.search_terms, str):
            put(self, "search_terms", " ".join(names_of("search_terms", self.search_terms)))
        for name in _TEXTS:
            value = getattr(self, name)
            if type(value) is str:
                continue
            if value is None:
                put(self, name, "")
            elif not isinstance(value, str):
                raise ConfigError(f"a listing's {name} is a text, not {type(value).__name__}", f"give str(…) or leave {name} out")

    @classmethod
    def of(cls, item: str | Mapping[str, Any] | Listing) -> Listing:
        """Make a listing of a title, of a mapping with the names of its parts, or of a listing.

        >>> Listing.of({"title": "羊毛围巾", "sku": "A1"}).sku
        'A1'
        """
        if isinstance(item, str):
            return cls(title=item)
        if isinstance(item, Listing):
            return item
        if not isinstance(item, Mapping):
            raise ConfigError(f"a listing is a str, a mapping or a Listing, not {type(item).__name__}")
        for key in item:
            if key not in _NAMES:
                close = get_close_matches(str(key), _NAMES, 1)
                raise ConfigError(
                    f"a listing has no part {key!r}", f"did you mean {close[0]!r}?" if close else f"it has {', '.join(_NAMES)}"
                )
        return cls(**item)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give the name and the text of every field that is scanned and not empty, in the order of the report."""
        for name in ("title", "subtitle"):
            if text := getattr(self, name):
                yield name, text
        yield from ((f"bullets[{i}]", text) for i, text in enumerate(self.bullets) if text)
        for name in ("description", "search_terms", "brand", "shop_name"):
            if text := getattr(self, name):
                yield name, text


def listing_from(item: str | Mapping[str, Any] | Listing | None, parts: Parts) -> Listing:
    """Make the listing of what a caller gave: one value, or the parts by name."""
    if item is None or not parts:
        return Listing.of(parts if item is None else item)
    if isinstance(item, str) and "title" not in parts:
        return Listing.of({"title": item, **parts})
    raise ConfigError("give a listing or its parts, not both", f"drop {', '.join(parts)}, or name every part")


def listings_ahead(items: Iterable[str | Mapping[str, Any] | Listing]) -> Iterator[list[Listing]]:
    """Make listings of what a caller gave, in groups."""
    if isinstance(items, str | Mapping | Listing):
        raise ConfigError("scan_many takes many listings, not one", "give a list of them, or call scan")
    return ahead(map(Listing.of, items), there=isinstance(items, Sequence))


_NAMES: Final = tuple(f.name for f in fields(Listing))
_TEXTS: Final = tuple(n for n in _NAMES if n != "bullets")
