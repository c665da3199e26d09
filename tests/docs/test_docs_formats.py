"""The page about files says what is read today."""

from __future__ import annotations

from pages import ROOT, rows

from listingguard.sources import EXTENSIONS, FORMATS, SHAPES

PAGE = ROOT / "docs" / "reference" / "formats.md"


def test_every_kind_and_every_ending_stands_on_the_page_about_files() -> None:
    """Nobody has to guess which files a folder is searched for."""
    told = {row[0].strip("`"): row[1] for row in rows(PAGE)}
    assert [kind for kind in FORMATS if kind not in told] == []
    assert [ending for ending, kind in EXTENSIONS.items() if f"`{ending}`" not in told[kind]] == []


def test_every_shape_stands_there_with_its_signature_and_its_columns() -> None:
    """A seller can look up why a file was taken for what, and what is read from it."""
    lines: dict[str, str] = {}
    for row in rows(PAGE):
        lines[row[0].strip("`")] = lines.get(row[0].strip("`"), "") + " ".join(row[1:])
    for shape in SHAPES:
        words = [name for signature in shape.signatures for name in signature]
        words += [name for names in shape.columns.values() for name in names]
        assert [word for word in words if word not in lines[shape.id]] == []
