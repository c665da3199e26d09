"""The page in a real browser: it runs no word of a listing, and twenty thousand findings are no trouble."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from made import made_finding, made_report
from runs import rendered
from test_forms_hostile import ATTACKS, hostile_scan

from listingguard.report.forms import Entry

BROWSER: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--virtual-time-budget=10000"),
)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine; the same pages are read without one elsewhere")


def opened(page: str, folder: Path) -> str:
    """Open a page from the file system and give what stands in it once its script has run."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def rows(count: int) -> Iterable[Entry]:
    """Give listings with two findings each."""
    for i in range(count):
        text = f"👟 耐克跑鞋 {i} 全网最低价"
        end = len(text)
        yield Entry("shop.csv", i + 1, i + 2, made_report(text, made_finding(text, 2, 4, brand="nike"), made_finding(text, end - 5, end)))


def test_nothing_of_a_listing_runs(tmp_path: Path) -> None:
    """All attacks in one page: each is shown as words, none has changed the title or become an element."""
    attacks = [*ATTACKS, "<svg/onload=document.title='pwned'>", "javascript:document.title='pwned'", "</mark></div><iframe src=//x>"]
    page = opened(rendered("html", [entry for attack in attacks for entry in hostile_scan(attack)], show_excused=True), tmp_path)
    assert "<title>Listings before upload</title>" in page
    shown = page[page.index('<main id="page">') : page.index('<script type="application/json"')]
    assert not re.search(r"<(script|img|iframe|svg|x)\b", shown)
    assert shown.count('<article class="listing">') == 23
    assert "&lt;svg/onload=document.title='pwned'&gt;" in shown


def test_twenty_thousand_findings_are_shown_by_the_page(tmp_path: Path) -> None:
    """The sums are there, the words are marked, and only a few listings are elements at a time."""
    page = opened(rendered("html", rows(10_000), lang="zh-Hans"), tmp_path)
    assert "10,000 条商品，20,000 处" in page
    assert page.count('<article class="listing">') == 25
    assert re.search(r'<mark class="high">耐克</mark><sup>\d</sup>跑鞋 0 <mark class="high">全网最低价</mark>', page)
    assert "1 / 400" in page
