"""The terminal on the other side: its streams, colours, width and language, and what is told on the way."""

from __future__ import annotations

import io
import json
import locale
import os
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from listingguard.model import Lang
from listingguard.report.screen import Screen

__all__ = [
    "Progress",
    "encoding_of",
    "environment_language",
    "language_of",
    "prepare_streams",
    "safe_json",
    "tell",
    "wants_color",
    "width_of",
]

_WIDEST, _USUAL = 120, 100
_PAUSE: Final = 0.5
_TRADITIONAL: Final = ("tw", "hk", "mo", "hant", "traditional", "taiwan", "hong kong", "macao", "macau")


def prepare_streams() -> None:
    """Make both outputs carry any text: what a console has no character for is written as its code point, never an error."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by who called us
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  it stays open
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def encoding_of(stream: TextIO) -> str:
    """Give the encoding of a stream."""
    return getattr(stream, "encoding", None) or "utf-8"


def tell(text: str, stream: TextIO) -> None:
    """Write lines in which words of a listing may stand: what a terminal would obey is shown instead."""
    screen = Screen(encoding=encoding_of(stream))
    stream.writelines(f"{screen.show(line)}\n" for line in text.split("\n"))


def wants_color(mode: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Decide about colour: `always` and `never` win, then NO_COLOR, then whether anybody can see it.

    >>> wants_color("auto", io.StringIO(), {}), wants_color("always", io.StringIO(), {"NO_COLOR": "1"})
    (False, True)
    """
    if mode != "auto":
        return mode == "always"
    shows = os.name != "nt" or any(name in environ for name in ("WT_SESSION", "ANSICON", "TERM"))
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb" and shows


def width_of(stream: TextIO) -> int:
    """Give the width to write in."""
    return min(shutil.get_terminal_size((_USUAL, 24)).columns, _WIDEST) if stream.isatty() else _USUAL


def environment_language() -> Lang:
    """Give the language of the one who runs this."""
    name = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    if not name and os.name == "nt":
        name = locale.getlocale()[0] or ""
    return language_of(name)


def language_of(name: str) -> Lang:
    """Give the language of messages for the name of a locale, as Unix or Windows writes it.

    >>> [language_of(name) for name in ("zh_TW.UTF-8", "zh_CN.gbk", "de_DE", "C", "Chinese (Traditional)_Hong Kong")]
    ['zh-Hant', 'zh-Hans', 'en', 'en', 'zh-Hant']
    """
    low = name.lower()
    if not low.startswith(("zh", "chinese")):
        return "en"
    return "zh-Hant" if any(place in low for place in _TRADITIONAL) else "zh-Hans"


class Progress:
    """How far a long run is, on a line of its own that is gone at the end. Silent unless somebody watches."""

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream = stream
        self._shown = not quiet and stream.isatty() and not os.environ.get("CI")
        self._began = self._told = time.monotonic()
        self._rows = 0
        self._on_screen = False

    def step(self, path: str) -> None:
        """Count a row, and twice a second say so."""
        self._rows += 1
        if not self._shown or (now := time.monotonic()) - self._told < _PAUSE:
            return
        speed = self._rows / (now - self._began)
        self.clear()
        words = Screen(encoding=encoding_of(self._stream)).show(f"{self._rows:,} rows, {speed:,.0f} a second  {path[-60:]}")
        self._stream.write(words)
        self._stream.flush()
        self._told, self._on_screen = now, True

    def clear(self) -> None:
        """Take the line away before something else is written."""
        if self._on_screen:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._on_screen = False


def safe_json(value: Any, out: TextIO) -> str:
    r"""Give JSON for people that this stream can carry: on a console of cp936 it is plain ASCII, and the same document.

    >>> print(safe_json({"词": "最好"}, io.TextIOWrapper(io.BytesIO(), encoding="cp936")))
    {
      "\u8bcd": "\u6700\u597d"
    }
    """
    utf = encoding_of(out).lower().replace("_", "-").startswith("utf")
    return json.dumps(value, ensure_ascii=not utf, indent=2, default=str)
