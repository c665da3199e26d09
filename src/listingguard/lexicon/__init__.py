"""What listingguard knows: brands, rules and the words around them, read from `data/`, checked and compiled."""

from listingguard.lexicon.compile import Automaton, Knots, Lexicon, compile_records, default_lexicon
from listingguard.lexicon.market import AboutField, Form, Limit, Marketplace, Site
from listingguard.lexicon.own import OwnSource, own_lexicon, owns
from listingguard.lexicon.terms import (
    LATIN,
    AnyOf,
    BasisRecord,
    Brand,
    ContextWord,
    Disguise,
    Exemption,
    Goods,
    Labels,
    Rule,
    Term,
    Where,
    is_han,
    is_latin,
    is_picture,
)

__all__ = [
    "LATIN",
    "AboutField",
    "AnyOf",
    "Automaton",
    "BasisRecord",
    "Brand",
    "ContextWord",
    "Disguise",
    "Exemption",
    "Form",
    "Goods",
    "Knots",
    "Labels",
    "Lexicon",
    "Limit",
    "Marketplace",
    "OwnSource",
    "Rule",
    "Site",
    "Term",
    "Where",
    "compile_records",
    "default_lexicon",
    "is_han",
    "is_latin",
    "is_picture",
    "own_lexicon",
    "owns",
]
