"""`python -m listingguard`: the command line."""

import sys

from listingguard.cli import program

sys.exit(program())
