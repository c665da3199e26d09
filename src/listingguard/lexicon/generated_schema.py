"""What the tables that scripts generate may say."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from listingguard.lexicon.schema import File
from listingguard.lexicon.words import Words

__all__ = ["ConfusableFile", "FragmentFile", "NearWordsFile", "ShapesFile", "SoundsFile"]


class ConfusableFile(File):
    """`data/generated/confusables.toml`."""

    kind: Literal["confusables"]
    letters: dict[str, str]


class SoundsFile(File):
    """`data/generated/sounds.toml`: the characters of each syllable, by their usual reading and by further ones."""

    kind: Literal["sounds"]
    first: dict[str, str]
    other: dict[str, str]


class ShapesFile(File):
    """`data/generated/shapes.toml`: what characters of names look like, and the halves they are made of.

    Names are looked for with one of their `looks`; `further` ones are seen through where all else of a name is right.
    """

    kind: Literal["shapes"]
    looks: dict[str, str]
    further: dict[str, str] = Field(default_factory=dict)
    halves: dict[str, Words]


class FragmentFile(File):
    """`data/generated/fragments.toml`: pieces of brand names that are no words, by the brand's id.

    A fragment may stand for the name where other signs point to it; an anchor only leads to a name with a wrong character.
    Initials are those of the pinyin of Chinese names.
    """

    kind: Literal["fragments"]
    fragments: dict[str, Words]
    anchors: dict[str, Words]
    initials: dict[str, Words]


class NearWordsFile(File):
    """`data/generated/near_words.toml`: honest words that look like a misspelt brand or sound like a term."""

    kind: Literal["near-words"]
    words: tuple[str, ...]
    chinese: tuple[str, ...] = ()
