"""Links between the pages, and to files of the repository, resolve."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import ROOT, anchors, links, pages


@pytest.mark.parametrize("page", pages(), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    """A link names a file that exists and, after #, a heading or anchor in it. Addresses of the web are not asked."""
    broken = []
    for link in links(page):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert not broken


def test_every_page_can_be_reached_from_the_index() -> None:
    """Nobody writes a page that nobody finds: from docs/index.md every page of docs/ is reached by links."""
    start = ROOT / "docs" / "index.md"
    seen, todo = set(), [start]
    while todo:
        page = todo.pop()
        if page in seen:
            continue
        seen.add(page)
        targets = (page.parent / link.partition("#")[0] for link in links(page) if not link.startswith("http"))
        todo += [t.resolve() for t in targets if t.suffix == ".md" and t.is_file()]
    assert sorted(set((ROOT / "docs").rglob("*.md")) - seen) == []
