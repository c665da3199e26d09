"""The canonical form loses nothing and settles at once."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_lexicon import FILES

from listingguard.lexicon.canonical import comment_line, format_data, format_text
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.read import read_files

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=8) | st.sampled_from(
    ["苹果" * 40, "Levi's", '"', "\\", "a\u200bb", "# 1", "\t\r\n", "\u202e", "\U000e0041"]
)
lists = st.lists(texts, max_size=4)
labels = st.dictionaries(st.sampled_from(["en", "zh-Hans", "zh-Hant"]), texts, min_size=1)
terms = st.dictionaries(st.sampled_from(["en", "zh-Hans", "zh-Hant", "hit", "pass"]), lists, min_size=1)
days = st.dates(min_value=dt.date(1000, 1, 1))
numbers = st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
pairs = st.lists(st.fixed_dictionaries({"head": lists, "tail": lists}), max_size=2)
records = st.fixed_dictionaries(
    {"id": st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)},
    optional={
        "names": terms,
        "terms": terms,
        "examples": terms,
        "title": labels,
        "models": lists,
        "longer": lists,
        "combine": pairs,
        "replace": st.dictionaries(texts, texts, max_size=2),
        "certainty": numbers,
        "boundary": st.booleans(),
        "checked": days,
        "note": texts,
        "a new key": texts | lists | numbers | days | st.booleans(),
    },
)
files = st.fixed_dictionaries(
    {"schema": st.just(1)},
    optional={"category": texts, "name": labels} | {table: st.lists(records, max_size=2) for table in ("rule", "basis", "exotic")},
)


def by_id(data: dict[str, Any]) -> dict[str, Any]:
    """Give a file's values with the records of each table in the order of their ids, the only thing that formatting may move."""
    return {
        key: sorted(value, key=lambda r: r.get("id", "")) if value and isinstance(value, list) and isinstance(value[0], dict) else value
        for key, value in data.items()
    }


@settings(max_examples=100)
@given(files)
def test_formatting_loses_nothing(data: dict[str, Any]) -> None:
    """What is read from the canonical form is what was written: no value changes, none is dropped."""
    assert tomllib.loads(format_data(data)) == by_id(data)


@settings(max_examples=100)
@given(files)
def test_formatting_twice_is_formatting_once(data: dict[str, Any]) -> None:
    """The canonical form of the canonical form is itself."""
    once = format_data(data)
    assert format_text(once) == once


@settings(max_examples=100)
@given(files)
def test_what_a_reader_cannot_see_is_written_as_an_escape(data: dict[str, Any]) -> None:
    """No invisible character and no blank of another kind hides in a file."""
    assert not set(format_data(data)) & set("\u200b\u200e\u202e\u00a0\u00ad\ufeff\x00\x1b\x7f\t\r")


@settings(max_examples=100)
@given(files)
def test_the_canonical_form_has_no_comment(data: dict[str, Any]) -> None:
    """A number sign inside of a text is no comment, whatever stands around it."""
    assert comment_line(format_data(data)) is None


def test_a_list_breaks_where_its_line_is_longer_than_120() -> None:
    """A list of 120 characters stays on its line; one more character gives each item a line."""
    short = {"brand": [{"id": "a", "longer": ["苹" * 107]}]}
    assert format_data(short).splitlines()[2:] == [f'longer = ["{"苹" * 107}"]']
    long = {"brand": [{"id": "a", "longer": ["苹" * 108]}]}
    assert format_data(long).splitlines()[2:] == ["longer = [", f'    "{"苹" * 108}",', "]"]


@pytest.mark.parametrize("path", FILES)
def test_the_small_lexicon_is_canonical(path: str) -> None:
    """The files that tests and the format page show are written as the formatter writes them."""
    assert format_text(FILES[path]) == FILES[path]


def test_formatting_the_lexicon_that_ships_loses_nothing() -> None:
    """Real records survive as they are."""
    for file in read_files(data_folder()):
        data = tomllib.loads(file.text)
        assert by_id(tomllib.loads(format_text(file.text))) == by_id(data), file.path
