"""The words of the domain: listings come in, findings go out. Plain frozen values; nothing here knows how findings are made."""

from listingguard.model.ahead import ahead
from listingguard.model.allow import Allow
from listingguard.model.finding import (
    LANGS,
    SEVERITIES,
    STRICTNESS,
    Basis,
    Category,
    Disposition,
    Finding,
    Lang,
    Method,
    Severity,
    Step,
    Strictness,
    Usage,
    Verdict,
)
from listingguard.model.listing import FIELD_WEIGHTS, Listing, Parts, listing_from, listings_ahead
from listingguard.model.seller import Authorization, Seller
from listingguard.model.settings import Settings
from listingguard.model.spot import Spot, units

__all__ = [
    "FIELD_WEIGHTS",
    "LANGS",
    "SEVERITIES",
    "STRICTNESS",
    "Allow",
    "Authorization",
    "Basis",
    "Category",
    "Disposition",
    "Finding",
    "Lang",
    "Listing",
    "Method",
    "Parts",
    "Seller",
    "Settings",
    "Severity",
    "Spot",
    "Step",
    "Strictness",
    "Usage",
    "Verdict",
    "ahead",
    "listing_from",
    "listings_ahead",
    "units",
]
