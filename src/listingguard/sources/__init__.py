"""From files to listings."""
