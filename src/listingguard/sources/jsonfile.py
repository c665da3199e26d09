"""JSON Lines and JSON files as records."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any, Final, TextIO

from listingguard.sources.bounded import lines_of
from listingguard.sources.feed import feed_record
from listingguard.sources.jsontext import TWICE, JsonText, load_line, said_of
from listingguard.sources.plan import plan_for
from listingguard.sources.reading import Reading
from listingguard.sources.remedy import columns_hint
from listingguard.sources.row import Record
from listingguard.sources.spelled import Columns, Stretch
from listingguard.sources.strings import spelled_members, spelled_values

__all__ = ["LISTINGS", "read_json", "read_lines_of_json", "record_of"]

_MESSAGES: Final = "messages"
#: Keys under which an object holds the list of its listings.
LISTINGS: Final = ("products", "items", "listings", "goods", "offers", "data", "results", "rows", "records", "商品", "商品列表")
_CUT: Final = "is the file cut off? export it again; nothing below this place was read"


def read_lines_of_json(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read one object a line; a broken line is a problem of its own."""
    for number, line in enumerate(lines_of(stream, reading), 1):
        if line.strip():
            try:
                value = load_line(line.strip())
            except (ValueError, RecursionError) as error:
                reading.report(
                    said_of(error), number, 'JSON Lines is one object a line, such as {"title": "..."}; the other lines are read'
                )
                continue
            yield from record_of(value, number, reading, functools.partial(spelled_members, Stretch(line, number)))


def read_json(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read an array of objects, also under a usual key, one object that is a listing, or a feed of Amazon.

    Each record knows the line on which it starts.
    """
    text = JsonText(stream, reading)
    ended = "object"
    if text.take("["):
        ended = "array"
        for line, value in _items(text):
            yield from record_of(value, line, reading, functools.partial(spelled_members, text.stretch))
    elif text.peek() == "{":
        yield from _object(text, reading)
    else:
        line = text.line
        yield from record_of(text.value(), line, reading)
    if text.peek():
        text.fail(f"not valid JSON: text after the end of the {ended}", "for one object a line: --input-format jsonl")


def _items(text: JsonText) -> Iterator[tuple[int, Any]]:
    """Give the items of an array, past whose opening the text is, with their lines."""
    if text.take("]"):
        return
    while True:
        text.peek()
        line = text.line
        yield line, text.value()
        if text.take("]"):
            return
        if not text.take(","):
            text.fail("not valid JSON: the array goes on without a comma, or never ends", _CUT)
        if text.take("]"):
            return


def _object(text: JsonText, reading: Reading) -> Iterator[Record]:
    """Read the members of an object; those of a feed and of a list of listings are listings as they come, all else is one listing."""
    line = text.line
    members: dict[str, Any] = {}
    stretches: list[Stretch] = []
    text.take("{")
    held = False
    while not text.take("}"):
        name = _key(text, members)
        stretch = Stretch("", text.line)
        if name in (_MESSAGES, *LISTINGS) and text.take("["):
            if name == _MESSAGES or text.peek() in ("{", "]"):
                held = True
                yield from (_feed if name == _MESSAGES else _list)(text, reading)
                text.take(",")
                continue
            members[name] = [value for _, value in _items(text)]
        else:
            members[name], stretch = text.value(), text.stretch
        stretches.append(stretch)
        if not text.take(",") and text.peek() != "}":
            text.fail("not valid JSON: the object goes on without a comma, or never ends", _CUT)
    if not held or plan_for(tuple(members), reading.choice, reading.shape).usable:
        yield from record_of(members, line, reading, functools.partial(spelled_values, stretches))


def _key(text: JsonText, members: dict[str, Any]) -> str:
    """Read the key of a member, and the colon behind it."""
    if text.peek() != '"':
        text.fail("not valid JSON: a key in double quotes should stand here")
    name = str(text.value())
    if not text.take(":"):
        text.fail("not valid JSON: a colon should stand here")
    if name in members:
        text.fail(f"the key {name[:40]!r} stands twice in one object", TWICE)
    return name


def _list(text: JsonText, reading: Reading) -> Iterator[Record]:
    for line, value in _items(text):
        yield from record_of(value, line, reading, functools.partial(spelled_members, text.stretch))


def _feed(text: JsonText, reading: Reading) -> Iterator[Record]:
    for line, message in _items(text):
        record = feed_record(message, line)
        if isinstance(message, dict) and str(message.get("operationType", "")).upper() == "DELETE":
            reading.deleting += 1
        elif record is None:
            reading.report("this message has no attributes and no patches", line, "a listing of a feed is sku, productType, attributes")
        else:
            yield record


def record_of(value: Any, line: int, reading: Reading, spelled: Callable[[], Columns] | None = None) -> Iterator[Record]:
    """Give the record of an object whose keys say what is text in it; `spelled` gives how its texts stand in the file."""
    if not isinstance(value, dict):
        kind = {list: "an array", str: "a text", type(None): "null"}.get(type(value), "a number or a truth value")
        reading.report(f"a listing is an object, not {kind}", line, 'such as {"title": "...", "description": "..."}')
        return
    columns = tuple(map(str, value))
    plan = plan_for(columns, reading.choice, reading.shape)
    if plan.usable:
        yield Record(line, columns, list(value.values()), shape=reading.shape, spelled=(spelled,) if spelled else ())
    elif any(isinstance(item, list) for item in value.values()):
        keys = [key for key, item in value.items() if isinstance(item, list)]
        hint = f"give an array of objects, or one object a line, or call that list {LISTINGS[0]!r}"
        reading.report(f"the listings are hidden inside of {keys[0]!r}", line, hint)
    else:
        reading.report("no key for a title, a description or another text to scan", line, _keys_hint(columns, value))


def _keys_hint(columns: tuple[str, ...], value: dict[Any, Any]) -> str:
    return columns_hint(columns, [list(value.values())]).replace("its columns", "its keys")
