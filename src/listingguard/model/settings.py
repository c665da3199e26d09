"""What may be set for one scan."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from listingguard.model.finding import Lang, Strictness
from listingguard.model.seller import Seller

__all__ = ["Settings"]


class Settings(TypedDict, total=False):
    """What may be set for one scan: it stands before what the scanner was built with."""

    marketplace: str | None
    jurisdiction: str | None
    as_of: dt.date | None
    seller: Seller | None
    lang: Lang | None
    strictness: Strictness | None
