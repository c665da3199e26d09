"""Reports tell: the report and, in modules of their own, its renderers `text` and `html`, which a plain scan does not load."""

from listingguard.report.report import SCHEMA_VERSION, LexiconInfo, Report

__all__ = ["SCHEMA_VERSION", "LexiconInfo", "Report"]
