"""No bytes make the reader raise anything but an `InputError`, or run without end."""

from __future__ import annotations

import io

import pytest
from golden import KINDS, SHAPED
from hypothesis import given
from hypothesis import strategies as st

from listingguard.errors import InputError, Problem
from listingguard.sources import INPUT_FORMATS, read_listings

FILES = {**{name: make() for name, make in KINDS.items()}, **{f"{name}/{path}": make() for name, (path, make) in SHAPED.items()}}
FILES["page.html"] = "<h1>羊毛围巾</h1><p>保暖 <b>柔软</b> &lt; <img alt='红'></p><!-- x --><table><tr><td>a".encode()
FILES["text.md"] = "# 羊毛围巾\n\n保暖\n- 柔软\n| a | b |\n".encode()
BYTES = st.one_of(
    st.binary(max_size=6), st.sampled_from([b"\0", b'"', b"\n", b"<", b"&a;", b"{", b"]", b"\xff\xfe", b": ", b"\r", b"'", b"*", b"%"])
)


def read(name: str, content: bytes, input_format: str | None = None) -> Problem | None:
    """Read whatever can be read; a complaint is an answer."""
    try:
        for row in read_listings(io.BytesIO(content), name=name, input_format=input_format, on_problem=lambda _: None):
            assert row.line >= 1
    except InputError as error:
        return error.problem
    return None


def has_remedy(problem: Problem | None) -> bool:
    """Tell whether a complaint, if there is one, says what to do."""
    return problem is None or bool(problem.hint)


@given(st.data())
def test_a_file_with_a_wound_is_an_input_error_or_is_read(data: st.DataObject) -> None:
    """A few bytes cut out, put in or changed anywhere, the end cut off."""
    name = data.draw(st.sampled_from(sorted(FILES)))
    content = FILES[name]
    at = data.draw(st.integers(0, len(content)))
    gone = data.draw(st.integers(0, 8))
    wounded = content[:at] + data.draw(BYTES) + content[at + gone :]
    assert has_remedy(read(name, wounded[: data.draw(st.one_of(st.just(len(wounded)), st.integers(0, len(wounded))))]))


@given(
    st.binary(max_size=200), st.sampled_from([None, *INPUT_FORMATS]), st.sampled_from(["a", "a.csv", "a.json", "a.yaml", "a.xml", "a.html"])
)
def test_any_bytes_are_an_input_error_or_are_read(content: bytes, input_format: str | None, name: str) -> None:
    """Whatever the caller says that it is."""
    assert has_remedy(read(name, content, input_format))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tags.html", b"<b>" * 100_000 + b"x" + b"<p>" * 100_000),
        ("open.html", b"<p " * 200_000),
        ("inline.html", b"<b>x</b>" * 200_000),
        ("comment.html", b"<!--" * 100_000),
        ("quotes.csv", b"title\n" + b'"""' * 200_000),
        ("digits.csv", b"ps_product_name,ps_product_description,ps_price\na,b," + b"1" * 1_000_000 + b"x\n"),
        ("brackets.csv", b"title," + b"(" * 150 + b"\n" + b"a,b\n"),
        ("columns.csv", b"title" + b",title1" * 20_000 + b"\nx\n"),
        ("same.csv", b"Handle,Title,Body (HTML),Image Alt Text\n" + b"".join(b"h,,,%d\n" % n for n in range(20_000))),
        ("numbers.json", b"[" + b"1," * 100_000 + b"1]"),
        ("deep.xml", b'<rss xmlns:g="http://base.google.com/ns/1.0"><item>' + b"<a>" * 100_000),
        ("items.xml", b'<rss xmlns:g="http://base.google.com/ns/1.0">' + b"<item>" * 90 + b"x"),
        ("deep.yaml", b"[" * 20_000),
        ("keys.jsonl", b"".join(b'{"k%d": 1}\n' % n for n in range(5_000))),
    ],
)
def test_a_file_made_to_be_slow_is_not(name: str, content: bytes) -> None:
    """Nothing grows faster than the file; a test that hangs is the finding."""
    assert has_remedy(read(name, content))
