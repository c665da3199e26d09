"""From the seller's text to views of it that can be searched, each with a map back. The only folder that knows OpenCC."""

from listingguard.normalize.aligned import AlignedText, align
from listingguard.normalize.blended import Blended
from listingguard.normalize.fields import fields_of, has_markup
from listingguard.normalize.fold import clusters, fold
from listingguard.normalize.markup import Markup, is_markup, read_markup
from listingguard.normalize.readings import other_readings
from listingguard.normalize.script import is_traditional, opencc_version, to_traditional
from listingguard.normalize.skeleton import LEET, MARK, Skeleton, SkeletonView
from listingguard.normalize.sound import Sounds
from listingguard.normalize.variants import is_odd

__all__ = [
    "LEET",
    "MARK",
    "AlignedText",
    "Blended",
    "Markup",
    "Skeleton",
    "SkeletonView",
    "Sounds",
    "align",
    "clusters",
    "fields_of",
    "fold",
    "has_markup",
    "is_markup",
    "is_odd",
    "is_traditional",
    "opencc_version",
    "other_readings",
    "read_markup",
    "to_traditional",
]
