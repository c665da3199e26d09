"""The data proved through the scanner that sellers use: every record on its own examples, a new brand on everybody's."""

from listingguard.proof.admit import Data, admit, data_of
from listingguard.proof.climb import Climb, climb
from listingguard.proof.effects import Effects
from listingguard.proof.ground import Ground, ground_of
from listingguard.proof.prove import prove

__all__ = ["Climb", "Data", "Effects", "Ground", "admit", "climb", "data_of", "ground_of", "prove"]
