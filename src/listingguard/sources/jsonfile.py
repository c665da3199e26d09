"""JSON Lines and JSON files as records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, TextIO

from listingguard.sources.plan import columns_hint, plan_for
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record

__all__ = ["read_json", "read_lines_of_json"]

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_DECODER: Final = json.JSONDecoder()


def read_lines_of_json(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read one object a line; a broken line is a problem of its own."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            try:
                value = json.loads(line)
            except (ValueError, RecursionError) as error:
                reading.report(f"not valid JSON: {_words(error, 0)}", number, "one object a line: JSON Lines")
                continue
            yield from _record(value, number, reading)


def read_json(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read an array of objects, or one object that is a listing; each knows the line on which it starts."""
    text = stream.read()
    line, counted = 1, 0
    for start, value in _items(text, reading):
        line, counted = line + text.count("\n", counted, start), start
        yield from _record(value, line, reading)


def _items(text: str, reading: Reading) -> Iterator[tuple[int, Any]]:
    """Give the items of the array with their places in the text."""
    at = _skip(text, 0)
    if not text.startswith("[", at):
        yield at, _parse(text, at, reading)[0]
        return
    at = _skip(text, at + 1)
    while not text.startswith("]", at):
        value, end = _parse(text, at, reading)
        yield at, value
        at = _skip(text, end)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            reading.fail("not valid JSON: the array goes on without a comma, or never ends", _line(text, at), "the file may be cut off")
    if (after := _skip(text, at + 1)) < len(text):
        reading.fail("not valid JSON: text after the end of the array", _line(text, after), "for one object a line: --input-format jsonl")


def _parse(text: str, at: int, reading: Reading) -> tuple[Any, int]:
    try:
        value, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError) as error:
        place = error.pos if isinstance(error, json.JSONDecodeError) else at
        column = place - text.rfind("\n", 0, place)
        reading.fail(f"not valid JSON: {_words(error, column)}", _line(text, place), "nothing below this place was read")
    if not text.startswith("[", _skip(text, 0)) and (after := _skip(text, end)) < len(text):
        reading.fail("not valid JSON: text after the end of the object", _line(text, after), "for one object a line: --input-format jsonl")
    return value, end


def _record(value: Any, line: int, reading: Reading) -> Iterator[Record]:
    """Give the record of an object whose keys say what is text in it."""
    if not isinstance(value, dict):
        kind = {list: "an array", str: "a text", type(None): "null"}.get(type(value), "a number or a truth value")
        reading.report(f"a listing is an object, not {kind}", line, 'such as {"title": "...", "description": "..."}')
        return
    columns = tuple(value)
    plan = plan_for(columns, reading.choice)
    if plan.usable:
        yield Record(line, columns, list(value.values()))
    elif any(isinstance(item, list) for item in value.values()):
        keys = [key for key, item in value.items() if isinstance(item, list)]
        reading.report(f"the listings are hidden inside of {keys[0]!r}", line, "give an array of objects, or one object a line")
    else:
        reading.report("no key for a title, a description or another text to scan", line, columns_hint(columns).replace("columns", "keys"))


def _words(error: Exception, column: int) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[0].lower()}{error.msg[1:]} at column {column or error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _line(text: str, at: int) -> int:
    return 1 + text.count("\n", 0, at)
