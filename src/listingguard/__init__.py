"""listingguard reads a product listing before it is uploaded and says what could get it complained about, delisted or fined.

>>> import listingguard as lg
>>> lg.scan("纯棉四件套 1.8米床").verdict
'pass'
"""

from listingguard.errors import ConfigError, FindingsError, InputError, LexiconError, ListingGuardError, ReplayError
from listingguard.fix import Edit, Fixed, Left, fix
from listingguard.model import Allow, Authorization, Basis, Finding, Listing, Seller, Step
from listingguard.replay import replay
from listingguard.report import LexiconInfo, Report
from listingguard.scan import Scanner, scan, tokenize
from listingguard.tokens import Token

__version__ = "0.1.0"
__all__ = [
    "Allow",
    "Authorization",
    "Basis",
    "ConfigError",
    "Edit",
    "Finding",
    "FindingsError",
    "Fixed",
    "InputError",
    "Left",
    "LexiconError",
    "LexiconInfo",
    "Listing",
    "ListingGuardError",
    "ReplayError",
    "Report",
    "Scanner",
    "Seller",
    "Step",
    "Token",
    "fix",
    "replay",
    "scan",
    "tokenize",
]
