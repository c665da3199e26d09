"""Reports tell: the report and, in modules of their own, its renderers: `text` and `html` for one listing, `forms` for many."""

from listingguard.report.report import SCHEMA_VERSION, LexiconInfo, Report, settings_of

__all__ = ["SCHEMA_VERSION", "LexiconInfo", "Report", "settings_of"]
