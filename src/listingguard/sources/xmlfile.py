"""XML feeds as records: RSS and Atom of Google Merchant Center, YML of AliExpress. No entity is ever expanded, nothing is fetched."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.parsers import expat

from listingguard.sources.reading import Reading
from listingguard.sources.row import Record
from listingguard.sources.shape import Shape
from listingguard.sources.shapes import SHAPES, recognise_feed

__all__ = ["read_xml"]

_CHUNK: Final = 1 << 16
_LONGEST: Final = 1 << 24
_DEPTH: Final = 100
_SOURCE: Final = "digital_source_type"  #: beside the content of a structured title: who made it, a person or a model
_ENTITIES: Final = "write the character itself; this reader expands no entities, since they can be made to fill any memory"


def read_xml(stream: BinaryIO, encoding: str | None, reading: Reading) -> Iterator[Record]:
    """Read the listings of a feed as they come. The parser itself finds the encoding, by mark and declaration, unless one was asked for."""
    feed = _Feed(reading, encoding)
    try:
        while chunk := stream.read(_CHUNK):
            feed.parser.Parse(chunk, False)
            while feed.records:
                yield feed.records.popleft()
        feed.parser.Parse(b"", True)
    except expat.ExpatError as error:
        reading.fail(
            f"not valid XML: {expat.ErrorString(error.code)}",
            error.lineno,
            "correct it here; if the file is cut off, export it again; nothing below this place was read",
        )
    yield from feed.records


class _Feed:
    """The state of reading: how deep we are, and the listing in hand."""

    def __init__(self, reading: Reading, encoding: str | None) -> None:
        self.records: deque[Record] = deque()
        self.parser = expat.ParserCreate(encoding)
        self._reading, self._shape, self._depth = reading, reading.shape, 0
        self._item: list[tuple[str, str]] | None = None
        self._line = self._top = self._length = 0
        self._name, self._text, self._aside = "", [""], False
        parser = self.parser
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        name = _local(tag)
        if self._depth == 1:
            self._shape = self._shape or _shape(name, attributes, self._reading)
        elif self._depth > _DEPTH:
            self._fail("elements nested too deeply", "a listing is an element with the texts right inside of it")
        shape = self._shape
        if self._item is None and shape and name in shape.elements:
            self._item, self._top, self._line, self._length = [], self._depth, self.parser.CurrentLineNumber, 0
            if "id" in attributes:
                self._item.append(("id", attributes["id"]))
        elif self._item is not None and self._depth == self._top + 1:
            self._name, self._text = name, []
        elif self._item is not None and name == _SOURCE:
            self._aside = True

    def _characters(self, text: str) -> None:
        if self._item is not None and self._depth > self._top and not self._aside:
            self._length += len(text)
            if self._length > _LONGEST:
                self._fail(f"a listing of more than {_LONGEST:,} characters", "is an element never closed?")
            self._text.append(text)

    def _end(self, tag: str) -> None:
        del tag
        if self._item is not None and self._depth == self._top + 1:
            self._item.append((self._name, "".join(self._text).strip()))
            self._text = []
        elif self._item is not None and self._depth == self._top:
            self.records.append(_record(self._item, self._line, self._shape))
            self._item = None
        elif self._item is not None:
            self._text.append(" ")  # words of inner elements stay apart
            self._aside = False
        self._depth -= 1

    def _entity(self, name: str, *_: object) -> None:
        self._fail(f"an entity is declared: {name[:40]!r}", _ENTITIES)

    def _skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001  as expat calls it
        if not is_parameter:
            self._fail(f"an entity that XML does not know: {name[:40]!r}", _ENTITIES)

    def _fail(self, problem: str, hint: str) -> None:
        self._reading.fail(problem, self.parser.CurrentLineNumber, hint)


def _shape(root: str, attributes: dict[str, str], reading: Reading) -> Shape:
    """Tell the feed by its outermost element."""
    namespaces = tuple(value for name, value in attributes.items() if name.startswith("xmlns"))
    found = recognise_feed(root, namespaces)
    if found:
        return found
    known = ", ".join(shape.id for shape in SHAPES if shape.elements)
    return reading.fail(
        f"<{root[:40]}> is no product feed that is known",
        1,
        f"known feeds are {known}; if it is one: --input-format NAME; else export it as CSV",
    )


def _record(item: list[tuple[str, str]], line: int, shape: Shape | None) -> Record:
    values: dict[str, list[str]] = {}
    for name, text in item:
        values.setdefault(name, []).append(text)
    return Record(line, tuple(values), [texts[0] if len(texts) == 1 else [*texts] for texts in values.values()], shape=shape)


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]
