"""Reports tell: the report and its renderers."""

from listingguard.report.html import html_of, page_of
from listingguard.report.report import SCHEMA_VERSION, LexiconInfo, Report
from listingguard.report.text import render_text

__all__ = ["SCHEMA_VERSION", "LexiconInfo", "Report", "html_of", "page_of", "render_text"]
