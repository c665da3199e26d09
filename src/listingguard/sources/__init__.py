"""From files to listings: tables, JSON, YAML, workbooks, feeds and running text, with the place of every row."""

from listingguard.sources.formats import EXTENSIONS, FORMATS, Format
from listingguard.sources.read import INPUT_FORMATS, check_options, read_listings
from listingguard.sources.replace import check_writable, write_back
from listingguard.sources.rewrite import Original, open_original
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
    "Original",
    "Reason",
    "Row",
    "Shape",
    "check_options",
    "check_writable",
    "find_files",
    "open_original",
    "read_listings",
    "write_back",
]
