"""From bytes to text: which encoding a file has. Nothing is guessed in silence, and no character is replaced."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO, Final

from listingguard.errors import ConfigError
from listingguard.sources.guess import Guess, guess_encoding
from listingguard.sources.reading import Reading

__all__ = ["checked_encoding", "encoding_of", "fail_undecodable"]

_CHUNK: Final = 1 << 20
_HEAD: Final = 4096
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: XML says `encoding="…"`, HTML `charset=…`, eBay's first cell `CC=…`.
_DECLARED: Final = (
    re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})"),
    re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE),
    re.compile(rb"Action\([^)\r\n]{0,300}?CC=([\w.:-]{1,40})"),
)
_HIGH: Final = re.compile(rb"[\x00\x80-\xff]")
_WIDE: Final = re.compile(r"utf-?(16|32)", re.IGNORECASE)
_EXAMPLES: Final = ("gb18030", "big5", "utf-8", "cp932", "euc_jp", "euc_kr", "cp1252")


def checked_encoding(name: str | None) -> str | None:
    """Check the name of an encoding that the caller gave.

    >>> checked_encoding("Big5"), checked_encoding(None)
    ('big5', None)
    """
    if name is None:
        return None
    try:
        "".encode(name)
        codec = codecs.lookup(name).name
    except (LookupError, UnicodeError, ValueError) as error:
        raise ConfigError(f"unknown encoding {name!r}", "some that Python knows: utf-8, utf-16, gb18030, big5, cp950, cp1252") from error
    return "utf-8-sig" if codec == "utf-8" else codec


def encoding_of(stream: BinaryIO, asked: str | None, reading: Reading) -> str:
    """Find the encoding of a file: the one asked for, by its mark, by what the file says of itself, UTF-8, or by how its bytes fall.

    Only the stretch that holds the first bytes beyond ASCII is looked at. A byte that does not fit further down is an error when it is
    reached (`fail_undecodable`), with its line.
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    if asked:
        return asked
    if marked := next((codec for mark, codec in _BOMS if head.startswith(mark)), None):
        return marked
    sample, line = _sample(stream)
    declared, is_utf8 = _declared(head, reading), _is_utf8(sample)
    if declared and not (is_utf8 and _HIGH.search(sample)):
        return declared
    if is_utf8 and b"\0" not in sample:
        if declared and declared not in ("utf-8-sig", "ascii"):
            reading.note(f"the file says that it is {declared}, its bytes are UTF-8; read as UTF-8")
        return "utf-8"
    guess = guess_encoding(sample)
    if guess.encoding is None and not guess.binary and not guess.maybe and _is_utf8(sample, at_least=1):
        return "utf-8"
    if guess.encoding is None:
        line += sample.count(b"\n", 0, guess.at)
        if guess.binary:
            reading.fail(
                "NUL bytes: this is no text file",
                line,
                "leave it out; or, if it is UTF-16 without a mark: --encoding utf-16-le (or utf-16-be)",
            )
        reading.fail("these bytes are not UTF-8", line, _remedy("utf-8", guess.maybe))
    _say(guess, line, reading)
    return guess.encoding


def fail_undecodable(stream: BinaryIO, encoding: str, reading: Reading) -> None:
    """Give up a file at the first bytes that its encoding does not know, and name their line."""
    decoder, line = codecs.getincrementaldecoder(encoding)(), 1
    stream.seek(0)
    try:
        while chunk := stream.read(_CHUNK):
            line += decoder.decode(chunk).count("\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += _newlines(bytes(error.object[: error.start]), encoding)
    except UnicodeError:  # UTF-32 that is none
        pass
    name = "UTF-8" if encoding in ("utf-8", "utf-8-sig") else encoding
    damaged = "if only this place is damaged, put it right; else " if name == "UTF-8" else ""
    reading.fail(f"these bytes are not {name}", line, damaged + _remedy(encoding))


def _newlines(before: bytes, encoding: str) -> int:
    return before.decode(encoding, "replace").count("\n") if _WIDE.match(encoding) else before.count(b"\n")


def _say(guess: Guess, line: int, reading: Reading) -> None:
    names = {"gb18030": "GB18030 (GBK)", "cp950": "Big5", "cp1252": "Windows-1252"}
    other = "gb18030" if guess.encoding == "cp950" else "big5"
    name = names.get(guess.encoding or "", (guess.encoding or "").upper())
    reading.note(f"not UTF-8, read as {name}; if that is wrong, say --encoding {other} or what it is", line)


def _remedy(encoding: str, maybe: tuple[str, ...] = ()) -> str:
    names = dict.fromkeys((*maybe, *_EXAMPLES))
    others = [f"--encoding {name}" for name in names if name != encoding.removesuffix("-sig")]
    if _WIDE.match(encoding):
        return f"is the file cut off? export it again; or name its encoding ({', '.join(others)})"
    return f"name the encoding ({', '.join(others)}), or save the file as UTF-8"


def _declared(head: bytes, reading: Reading) -> str | None:
    """Give the encoding that the file says it has."""
    said = next((found[1] for pattern in _DECLARED if (found := pattern.search(head))), None)
    if said is None:
        return None
    try:
        return checked_encoding(said.decode("ascii", "replace"))
    except ConfigError:
        reading.note(f"the file names an encoding that is not known: {said.decode('ascii', 'replace')}")
        return None


def _sample(stream: BinaryIO) -> tuple[bytes, int]:
    """Give the stretch that begins with the first bytes beyond ASCII, and the line on which it begins; all before it is ASCII."""
    stream.seek(0)
    line = 1
    while chunk := stream.read(_CHUNK):
        if _HIGH.search(chunk):
            return chunk, line
        line += chunk.count(b"\n")
    return b"", line


def _is_utf8(sample: bytes, at_least: int = 4) -> bool:
    r"""Tell whether a stretch is UTF-8. One that is but for a stray byte is, too: the byte is an error of its own, not another encoding.

    Other encodings hardly ever look like characters of UTF-8, and never four times out of five.

    >>> _is_utf8("标题,描述".encode() + b"\xff"), _is_utf8("标题,描述,四件套".encode("gbk"))
    (True, False)
    """
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError as error:
        before = sample[: error.start]
        if len(before.decode()) <= len(before) - _ENOUGH:
            return True
        text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)
        bad = text.count("\N{REPLACEMENT CHARACTER}")
        good = sum(char >= ("\x80" if at_least > 1 else "\u0800") for char in text) - bad
        return good >= max(at_least, _BETTER * bad if at_least > 1 else bad)
    return True


#: So many continuation bytes in good order before the first bad one do not come about by chance.
_ENOUGH: Final = 40
_BETTER: Final = 4
