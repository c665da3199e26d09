"""A stream of bytes that ends before the first place which its encoding does not know: what stands above it can be read."""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO, Final

from listingguard.sources.reading import Reading

__all__ = ["UpToDamage"]

_CHUNK: Final = 1 << 16
_LINE_END: Final = re.compile(rb".*[\r\n]", re.DOTALL)


class UpToDamage(io.BufferedIOBase):
    r"""The bytes of a stream up to the end of the last line before the damage, if there is any; then `reading.cut` is set.

    >>> UpToDamage(io.BytesIO(b"title\nscarf\n\xff\xff\n"), "utf-8", Reading("a.txt")).read()
    b'title\nscarf\n'
    """

    def __init__(self, stream: BinaryIO, encoding: str, reading: Reading) -> None:
        self._stream, self._encoding, self._reading = stream, encoding, reading
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._held = b""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can begin anew."""
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Begin anew: there is no other place to go to."""
        if offset or whence:
            raise io.UnsupportedOperation("only the beginning")
        self._stream.seek(0)
        self._decoder.reset()
        self._held, self._reading.cut = b"", False
        return 0

    def tell(self) -> int:
        """Give a place for who asks before reading."""
        return 0

    def read1(self, size: int | None = -1, /) -> bytes:
        """Give some whole lines, nothing at the end. A line longer than a chunk is given in pieces."""
        del size
        while not self._reading.cut:
            chunk = self._stream.read(_CHUNK)
            try:
                self._decoder.decode(chunk, final=not chunk)
            except UnicodeError as error:
                self._reading.cut = True
                chunk = self._sound(chunk, error)
            if not chunk:
                break
            text = self._held + chunk
            whole = _LINE_END.match(text)
            end = whole.end() if whole else len(text) if not self._reading.cut else 0
            self._held = text[end:]
            if end:
                return text[:end]
        held, self._held = b"" if self._reading.cut else self._held, b""
        return held

    def read(self, size: int | None = -1, /) -> bytes:
        """Give everything, or some lines where a size is asked for."""
        return self.read1(size) if size is not None and size >= 0 else b"".join(iter(self.read1, b""))

    def _sound(self, chunk: bytes, error: UnicodeError) -> bytes:
        """Give what stands before the damage in a chunk; of UTF-16 and UTF-32 nothing, since their line ends look otherwise."""
        if not isinstance(error, UnicodeDecodeError) or self._encoding.startswith(("utf-16", "utf-32")):
            self._held = b""
            return b""
        before = len(error.object) - len(chunk)  # bytes of a character that began in the chunk before
        return chunk[: max(error.start - before, 0)]
