"""The command line as a transcript: arguments and standard input in, both outputs and the exit code out."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from listingguard.cli import main


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


#: The version of the lexicon at the end of the sums: tests of other things need not change with it.
_LEXICON = re.compile(r"(?:; lexicon|；词库|；詞庫) [0-9.]+")
Cli = Callable[..., Said]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Run a command in an empty folder, with a fixed day and in English unless it says otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("COLUMNS", "100")

    def run(*args: str, stdin: str | bytes = b"", encoding: str = "utf-8", whole: bool = False) -> Said:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="") for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = main([*args, "--as-of", "2026-12-01"] if args[:1] == ("scan",) else args)
        texts = []
        for stream in (out, err):
            stream.flush()
            text = stream.buffer.getvalue().decode(encoding)
            texts.append(text if whole else _LEXICON.sub("", text))
        return Said(code, *texts)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Make a file in the folder where commands run; give its name."""

    def make(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return make
