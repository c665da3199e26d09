"""Fixing a listing: the edits that are safe, each scanned again, and a plain word about what is left."""

from listingguard.fix.fixed import Edit, Fixed, Left
from listingguard.fix.rounds import fix, fix_with

__all__ = ["Edit", "Fixed", "Left", "fix", "fix_with"]
