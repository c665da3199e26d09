"""Disguised names and honest sentences, made without looking at the code that is to find them.

Nothing here imports listingguard: names come from the data files, every table is written by hand, and names, tables and frames fall into
two halves by a hash, so that what was developed on one half can be judged on the other.
"""

from disguises.case import HALVES, Case, Control
from disguises.catalogue import CLASSES, cases_of
from disguises.controls import controls

__all__ = ["CLASSES", "HALVES", "Case", "Control", "cases_of", "controls"]
