"""From files to listings: tables, JSON, YAML, workbooks, feeds and running text, with the place of every row."""

from listingguard.sources.formats import EXTENSIONS, FORMATS, Format
from listingguard.sources.read import INPUT_FORMATS, check_options, read_listings
from listingguard.sources.row import Fields, Row
from listingguard.sources.shape import Shape
from listingguard.sources.shapes import SHAPES
from listingguard.sources.walk import Reason, find_files

__all__ = [
    "EXTENSIONS",
    "FORMATS",
    "INPUT_FORMATS",
    "SHAPES",
    "Fields",
    "Format",
    "Reason",
    "Row",
    "Shape",
    "check_options",
    "find_files",
    "read_listings",
]
