"""From files to listings: CSV, TSV, JSON, JSON Lines, Excel and plain text, with the place of every row."""

from listingguard.sources.formats import FORMATS, Format
from listingguard.sources.read import check_options, read_listings
from listingguard.sources.row import Fields, Row
from listingguard.sources.walk import find_files

__all__ = ["FORMATS", "Fields", "Format", "Row", "check_options", "find_files", "read_listings"]
