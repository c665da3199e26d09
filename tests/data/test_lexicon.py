"""The lexicon that ships climbs the whole ladder, every example through the real scanner."""

from __future__ import annotations

import functools
import tomllib
from itertools import pairwise

import pytest

from listingguard.lexicon import Lexicon
from listingguard.lexicon.load import Records, load
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.read import read_files
from listingguard.proof import climb

MOST_RECORDS = 450


@functools.cache
def records() -> Records:
    """Read the records that ship, once."""
    return load(read_files(data_folder()))


def test_the_lexicon_has_no_problem() -> None:
    """Parse, schema, canonical form, meaning, and each record's own examples: nothing to complain about."""
    result = climb(data_folder())
    assert not result.problems, "\n".join(map(str, result.problems))
    assert result.brands > 2000
    assert result.rules > 100


def test_near_words_are_sorted_honest_words(lexicon: Lexicon) -> None:
    """A near word is a word that the search for typos could meet, listed once, and never the plain name of a brand."""
    listed = [file for file in read_files(data_folder()) if file.path == "generated/near_words.toml"]
    assert len(listed) == 1
    table = tomllib.loads(listed[0].text)
    words, chinese = table["words"], table["chinese"]
    assert all(a < b for a, b in (*pairwise(words), *pairwise(chinese)))
    assert all(word.isascii() and word.islower() and word.isalpha() and 3 <= len(word) <= 24 for word in words)
    assert (records().near_words, records().honest) == (set(words), set(chinese))
    plain = [w for w in words if any(t.brand and not (t.ambiguous or t.shield or t.disguise) for t in lexicon.terms_of(w))]
    assert plain == []


@pytest.mark.parametrize("table", ["brands", "rules"])
def test_files_stay_of_a_size_that_a_person_reviews(table: str) -> None:
    """No file holds more than about 400 records."""
    for file in read_files(data_folder()):
        if file.path.startswith(f"{table}/"):
            assert file.text.count("\n[[") <= MOST_RECORDS, file.path
