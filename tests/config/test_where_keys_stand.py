"""A complaint about a configuration names the line of the key, however the TOML is written."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listingguard.config.lines import Path, line_at, lines_of

TEXT = '''
# a comment = 1
extend = "x"  # [not.a.table]

[seller]
own-brands = [
  "a", # ]
  "b]",
]
"watch-words" = """
[[profile]]
"""
[[profile]]
files = ["x"]
[profile.seller]
own-brands = "q"
[[profile]]
files = ["y"]
seller.own-brands = ["z"]
field = {title = "名称", sku = "编号"}
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("extend",), 3),
        (("seller",), 5),
        (("seller", "own-brands"), 6),
        (("seller", "watch-words"), 10),
        (("profile", 0, "files"), 14),
        (("profile", 0, "seller", "own-brands"), 16),
        (("profile", 1, "files"), 18),
        (("profile", 1, "seller", "own-brands"), 19),
        (("profile", 1, "field", "sku"), 20),
    ],
)
def test_a_key_has_its_line(path: Path, line: int) -> None:
    """Comments, texts of several lines, arrays of several lines and inline tables do not move it."""
    assert lines_of(TEXT)[path] == line


def test_what_has_no_line_has_that_of_what_is_around_it() -> None:
    """A key that is missing is told at its table."""
    assert line_at(lines_of(TEXT), ("profile", 1, "marketplace")) == 17
    assert line_at(lines_of(TEXT), ("nothing",)) is None


def paths(value: Any, at: Path = ()) -> set[Path]:
    """Give the way to every key of a document."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {path for key, inner in items for path in ({(*at, key)} | paths(inner, (*at, key)))}


KEY = st.sampled_from(["a", "b", '"c d"', "e.f"])
VALUE = st.sampled_from(['"#"', "[1, 2]", '["]",\n  "}",\n]', '"""\n[x]\n"""', "{k = [1]}", "'''a\nb = 1'''", "2026-12-31"])
PART = st.one_of(
    st.tuples(KEY, VALUE).map(" = ".join),
    KEY.map("[{}]".format),
    KEY.map("[[{}]]".format),
    st.sampled_from(["", "# x = ["]),
)


@given(st.lists(PART, max_size=8))
def test_every_key_of_a_valid_document_has_a_line(parts: list[str]) -> None:
    """The lines are those of the same document that `tomllib` reads: no key is missing, none is made up."""
    text = "\n".join(parts)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(lines_of(text)) == paths(data)
