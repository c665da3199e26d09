"""The pages of the documentation, cut into what can be tested: fenced blocks, links, headings, tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["ROOT", "Block", "anchors", "blocks", "links", "pages", "rows"]

ROOT: Final = Path(__file__).resolve().parents[2]
_FENCE: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK: Final = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_ANCHOR: Final = re.compile(r'<a id="([^"]+)">')


class Block(NamedTuple):
    """A fenced block and the line on which its text begins."""

    page: Path
    line: int
    language: str
    text: str


def pages() -> list[Path]:
    """Give every page that a reader may open."""
    top = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    return [*top, *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path, *languages: str) -> Iterator[Block]:
    """Give the fenced blocks of a page in these languages, in their order."""
    text = page.read_text(encoding="utf8")
    for match in _FENCE.finditer(text):
        if match[1] in languages:
            yield Block(page, text.count("\n", 0, match.start()) + 2, match[1], match[2])


def links(page: Path) -> Iterator[str]:
    """Give the targets of the links of a page, code aside."""
    text = _FENCE.sub("", page.read_text(encoding="utf8"))
    for match in _LINK.finditer(re.sub(r"`[^`\n]*`", "", text)):
        yield match[1]


def anchors(page: Path) -> set[str]:
    """Give what a link into a page may name: its headings as code hosts slug them, and explicit anchors."""
    text = _FENCE.sub("", page.read_text(encoding="utf8"))
    return {_slug(line.lstrip("#")) for line in text.split("\n") if line.startswith("#")} | set(_ANCHOR.findall(text))


def rows(page: Path) -> Iterator[list[str]]:
    """Give the cells of every row of every table."""
    for line in page.read_text(encoding="utf8").split("\n"):
        if line.startswith("| ") and line.endswith("|"):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def _slug(heading: str) -> str:
    kept = (c for c in heading.strip().lower() if c in "-_ " or unicodedata.category(c)[0] in "LMN")
    return "".join(kept).replace(" ", "-")
