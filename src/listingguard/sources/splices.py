"""Changes of a text put into the bytes that it came from: what does not change is not written anew."""

from __future__ import annotations

import codecs
import itertools
import sys
from collections.abc import Callable, Sequence
from typing import Final

__all__ = ["Splice", "codec_of", "keeps_state", "smallest", "spliced", "writable"]

Splice = tuple[int, int, str]
#: The marks with which a file in an encoding may begin, and the encoding of what follows: a mark is not written a second time.
_MARKS: Final = {
    "utf-8": ((codecs.BOM_UTF8, "utf-8"),),
    "utf-8-sig": ((codecs.BOM_UTF8, "utf-8"),),
    "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
    "utf-32": ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
}
_OWN: Final = "le" if sys.byteorder == "little" else "be"
_WITHOUT: Final = {"utf-8-sig": "utf-8", "utf-16": f"utf-16-{_OWN}", "utf-32": f"utf-32-{_OWN}"}
#: In these a character's bytes depend on what stands before it.
_STATEFUL: Final = ("utf-7", "hz", "iso2022")


def codec_of(raw: bytes, found: str) -> tuple[bytes, str]:
    r"""Part the mark of an encoding from the encoding.

    >>> codec_of("款".encode("utf-8-sig"), "utf-8-sig"), codec_of("款".encode("gbk"), "gb18030")
    ((b'\xef\xbb\xbf', 'utf-8'), (b'', 'gb18030'))
    """
    marked = ((mark, codec) for mark, codec in _MARKS.get(found, ()) if raw.startswith(mark))
    return next(marked, (b"", _WITHOUT.get(found, found)))


def keeps_state(codec: str) -> bool:
    """Tell whether the bytes of a character depend on what stands before it, so that no character can be written by itself."""
    return codec.replace("_", "").startswith(_STATEFUL)


def smallest(start: int, old: str, new: str) -> Splice:
    """Give the smallest splice that turns one spelling of a cell into another."""
    low = _alike(old, new)
    high = _alike(old[low:][::-1], new[low:][::-1])
    return start + low, start + len(old) - high, new[low : len(new) - high]


def _alike(one: str, other: str) -> int:
    """Count the characters with which two texts begin alike."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def writable(text: str, codec: str) -> bool:
    """Tell whether an encoding has every character of a text."""
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def spliced(body: bytes, codec: str, text: str, splices: Sequence[Splice]) -> bytes | None:
    """Give the bytes of a text after some changes, or None if they would not read as the changed text."""
    written, wanted = list[bytes](), list[str]()
    last, at, places = 0, 0, _byte_places(body, codec, text)
    for start, end, new in sorted(set(splices)):
        if start < at:
            return None
        written += [body[last : places(start)], new.encode(codec)]
        wanted += [text[at:start], new]
        last, at = places(end), end
    result = b"".join([*written, body[last:]])
    try:
        return result if result.decode(codec) == "".join([*wanted, text[at:]]) else None
    except UnicodeError:
        return None


def _byte_places(body: bytes, codec: str, text: str) -> Callable[[int], int]:
    """Give the function from places in the text to places in the bytes."""
    if text.encode(codec, "replace") == body:
        return _Counted(text, codec).place
    places, decoder = [0], codecs.getincrementaldecoder(codec)()
    for index in range(len(body)):  # some bytes have a second way to be written: only decoding tells which stand for what
        places += [index + 1] * len(decoder.decode(body[index : index + 1]))
    return places.__getitem__


class _Counted:
    """Counts bytes from the last place on, as places come in order."""

    def __init__(self, text: str, codec: str) -> None:
        self._text, self._codec, self._at, self._bytes = text, codec, 0, 0

    def place(self, at: int) -> int:
        self._bytes += len(self._text[self._at : at].encode(self._codec))
        self._at = at
        return self._bytes
