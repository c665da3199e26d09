"""Reports tell: the report and its renderers."""

from listingguard.report.report import SCHEMA_VERSION, LexiconInfo, Report

__all__ = ["SCHEMA_VERSION", "LexiconInfo", "Report"]
