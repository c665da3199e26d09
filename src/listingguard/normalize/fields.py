"""The fields of a listing as texts to read: folded, and of HTML apart what a buyer does not see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from listingguard.model import Listing
from listingguard.normalize.aligned import AlignedText, align
from listingguard.normalize.markup import is_markup, read_markup

__all__ = ["fields_of", "has_markup"]

_WITH_MARKUP: Final = frozenset({"description", "bullets"})  # fields that marketplaces take as HTML


def has_markup(field: str) -> bool:
    """Tell whether marketplaces take a field such as `description` or `bullets[2]` as HTML."""
    return field.partition("[")[0] in _WITH_MARKUP


def fields_of(listing: Listing) -> Iterator[tuple[str, AlignedText, bool]]:
    """Give each field as a text to read; the last value is true for what the HTML of the field hides from buyers.

    >>> listing = Listing(title="跑鞋", description="<p>轻便</p><!-- NIKE -->")
    >>> [(field, text.text.strip(), unseen) for field, text, unseen in fields_of(listing)]
    [('title', '跑鞋', False), ('description', '轻便', False), ('description', 'nike', True)]
    """
    for field, text in listing.texts():
        if not has_markup(field) or not is_markup(text):
            yield field, align(text), False
            continue
        page = read_markup(text)
        yield field, page.seen, False
        if page.hidden:
            yield field, page.hidden, True
