"""`python -m listingguard`: the command line."""

import sys

from listingguard.cli import main

sys.exit(main())
