"""YAML files as records. The only file that knows ruamel.yaml."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, TextIO

from listingguard.sources.bounded import read_whole
from listingguard.sources.jsonfile import LISTINGS, record_of
from listingguard.sources.jsontext import TWICE
from listingguard.sources.plan import plan_for
from listingguard.sources.reading import Reading
from listingguard.sources.row import Record
from listingguard.sources.scalars import Page
from listingguard.sources.yamlmarks import marks_in, with_marks

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

__all__ = ["read_yaml"]

_LARGEST: Final = 1 << 24
_DEEPEST: Final = 200
_BRACKET: Final = re.compile(r"[\[{\]}]|\n- ")


def read_yaml(stream: TextIO, reading: Reading) -> Iterator[Record]:
    """Read a list of mappings, one mapping that is a listing, or several documents of either kind.

    The round-trip reader is used: it knows the line of every item, keeps comments beside the values, and makes no objects of tags.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415  few files are YAML
    from ruamel.yaml.constructor import DuplicateKeyError  # noqa: PLC0415
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

    text = read_whole(stream, reading, _LARGEST)
    _check_depth(text, reading)
    page = Page(text)
    try:
        documents = YAML(typ="rt", pure=True).load_all(text)
        records = (record for document in documents for record in _records(document, reading, page))
        marks = marks_in(text, reading)
        yield from with_marks(records, marks, text, reading) if marks else records
    except DuplicateKeyError as error:
        reading.fail(f"not valid YAML: {_words(error)}", _line(error), TWICE)
    except MarkedYAMLError as error:
        reading.fail(
            f"not valid YAML: {_words(error)}", _line(error), "nothing below this place was read; quote texts that hold ': ' or '#'"
        )
    except YAMLError as error:
        reading.fail(f"not valid YAML: {' '.join(str(error).split())[:200]}", None, "save the file as UTF-8 without control characters")
    except RecursionError:
        reading.fail("not valid YAML: nested too deeply", None, "a listing is a mapping of texts; give each listing as an item of one list")
    except (ValueError, OverflowError) as error:  # a date that is none, a number that is too long
        reading.fail(f"not valid YAML: {' '.join(str(error).split())[:200]}", None, "put the value in quotes")


def _check_depth(text: str, reading: Reading) -> None:
    """Give up a tower of brackets, over which the reader would sit for hours. Items of the outermost list begin anew."""
    depth = 0
    for found in _BRACKET.finditer(text):
        depth = 0 if found[0] == "\n- " else depth + (1 if found[0] in "[{" else -1)
        if depth > _DEEPEST:
            line = text.count("\n", 0, found.start()) + 1
            reading.fail("not valid YAML: nested too deeply", line, "a listing is a mapping of texts")


def _records(document: Any, reading: Reading, page: Page) -> Iterator[Record]:
    if document is None:
        return
    held = [key for key in LISTINGS if _is_list_of_mappings(document, key)]
    for key in held:
        yield from _records(document[key], reading, page)
    if held and not plan_for(tuple(map(str, document)), reading.choice, reading.shape).usable:
        return
    if not isinstance(document, list):
        line = (getattr(getattr(document, "lc", None), "line", None) or 0) + 1
        yield from record_of(document, line, reading, functools.partial(page.columns, document))
        return
    for index, item in enumerate(document):
        line = document.lc.item(index)[0] + 1 if hasattr(document, "lc") else 1
        yield from record_of(item, line, reading, functools.partial(page.columns, item))


def _is_list_of_mappings(document: Any, key: str) -> bool:
    """Tell whether a mapping holds listings under a key."""
    held = document.get(key) if isinstance(document, dict) else None
    return isinstance(held, list) and bool(held) and all(isinstance(item, dict) for item in held)


def _words(error: MarkedYAMLError) -> str:
    words = " ".join(filter(None, (error.context, error.problem)))
    return " ".join(words.split())[:200]


def _line(error: MarkedYAMLError) -> int | None:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else None
