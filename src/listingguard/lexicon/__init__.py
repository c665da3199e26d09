"""What listingguard knows: brands, rules and the words around them, read from `data/`, checked and compiled."""

from listingguard.lexicon.compile import Automaton, ContextWord, Lexicon, compile_records, default_lexicon
from listingguard.lexicon.terms import Brand, Exemption, Rule, Term, is_latin

__all__ = ["Automaton", "Brand", "ContextWord", "Exemption", "Lexicon", "Rule", "Term", "compile_records", "default_lexicon", "is_latin"]
