"""JSON values one after the other from a stream: only the value in hand is in memory."""

from __future__ import annotations

import json
import re
from typing import Any, Final, NoReturn, TextIO

from listingguard.model import units
from listingguard.sources.reading import Reading
from listingguard.sources.spelled import Stretch

__all__ = ["TWICE", "JsonText", "TwiceError", "load_line", "said_of"]

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_CHUNK: Final = 1 << 16
_LARGEST: Final = 1 << 27
_MARGIN: Final = 64  #: an error nearer to the end of what was read may come from the cut


_REST: Final = "nothing below this place was read"
#: What to do about a key that stands twice.
TWICE: Final = f"take one of the two out, since only one could be read; {_REST}"


class TwiceError(ValueError):
    """An object has a key twice: a reader would drop one of the two values in silence."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        names = [name for name, _ in pairs]
        raise TwiceError(next(name for name in names if names.count(name) > 1))
    return value


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_object)


def load_line(line: str) -> Any:
    """Read one value. Raises `ValueError` or `RecursionError`."""
    return _DECODER.decode(line)


def said_of(error: Exception, column: int = 0) -> str:
    """Say in words what is wrong with a value."""
    if isinstance(error, TwiceError):
        return f"the key {str(error)[:40]!r} stands twice in one object"
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON: {error.msg[0].lower()}{error.msg[1:]} at column {column or error.colno}"
    return "not valid JSON: " + ("nested too deeply" if isinstance(error, RecursionError) else "a number is too long")


class JsonText:
    """A stream of JSON with a place in it. `line` is the line of that place, `stretch` the value that was read last, as it stands there."""

    def __init__(self, stream: TextIO, reading: Reading) -> None:
        self._stream, self._reading = stream, reading
        self._text, self._at, self._ended = "", 0, False
        self.line, self._column = 1, 1
        self.stretch = Stretch("", 1)

    def peek(self) -> str:
        """Give the next character that is not blank, or an empty text at the end."""
        while True:
            found = _BLANK.match(self._text, self._at)
            self._go(found.end() if found else self._at)
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, char: str) -> bool:
        """Go past this character if it comes next."""
        if self.peek() != char:
            return False
        self._go(self._at + 1)
        return True

    def value(self) -> Any:
        """Read a value, and more of the stream until it is complete."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                cut = error.pos > len(self._text) - _MARGIN or error.msg.startswith(("Unterminated", "Invalid \\"))
                if cut and self._more():
                    continue
                self._go(error.pos)
                self.fail(said_of(error, self._column))
            except TwiceError as error:
                self.fail(said_of(error), TWICE)
            except RecursionError as error:
                self.fail(said_of(error), f"a listing is an object with texts right inside of it; {_REST}")
            except ValueError as error:
                self.fail(said_of(error))
            if end < len(self._text) or not self._more():
                self.stretch = Stretch(self._text[self._at : end], self.line, self._column)
                self._go(end)
                return value

    def fail(self, problem: str, hint: str = f"correct it here, or export the file again; {_REST}") -> NoReturn:
        """Give up the file at this place."""
        self._reading.fail(problem, self.line, hint)

    def _more(self) -> bool:
        """Read as much again as is in hand, so that a long value costs no more than twice its length."""
        if self._ended:
            return False
        rest = self._text[self._at :]
        if len(rest) > _LARGEST:
            self.fail(f"a value of more than {_LARGEST:,} characters", "give the listings as JSON Lines, one object a line")
        chunk = self._stream.read(max(_CHUNK, len(rest)))
        if not chunk:
            self._ended = True
            return False
        self._text, self._at = rest + chunk, 0
        return True

    def _go(self, place: int) -> None:
        """Move to a place further on and count the lines up to it."""
        breaks = self._text.count("\n", self._at, place)
        passed = self._text[self._text.rfind("\n", self._at, place) + 1 if breaks else self._at : place]
        self._column = (1 if breaks else self._column) + units(passed)
        self.line, self._at = self.line + breaks, place
