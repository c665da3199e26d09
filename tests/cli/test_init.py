"""`listingguard init` asks nothing, overwrites nothing, and ends with the next command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
EBAY = "*Action(SiteID=US|CC=UTF-8),*Title,*Description\nAdd,Linen towel,nice\n"


def test_from_a_folder_to_the_first_report(cli: Cli, write: Write) -> None:
    """Two commands, the second one told by the first."""
    write("shop/a.csv", EBAY.replace("nice", "全网最低价"))
    said = cli("init", "shop")
    path = str(Path("shop/listingguard.toml"))
    told = f"found 1 product file; 1 of a known shape: eBay File Exchange and Seller Hub\nwrote {path}\n"
    assert said == (0, f"{told}next: listingguard scan shop --format grouped --output html=report.html\n", "")
    assert 'marketplace = "ebay"' in Path(path).read_text(encoding="utf8")
    assert cli("scan", "shop").code == 0
    assert cli("config", "show", "--for", "shop/a.csv").out.splitlines()[1].split()[1] == '"ebay"'


def test_nothing_is_overwritten_unless_it_is_asked_for(cli: Cli, write: Write) -> None:
    """Nor is a section of pyproject.toml put out of force."""
    write("listingguard.toml", "# mine\n")
    said = cli("init")
    assert (said.code, "listingguard.toml is there already\n    --force replaces it" in said.err) == (2, True)
    assert Path("listingguard.toml").read_text(encoding="utf8") == "# mine\n"
    assert cli("init", "--force").code == 0
    assert "# mine" not in Path("listingguard.toml").read_text(encoding="utf8")
    write("p/pyproject.toml", "[tool.listingguard]\n")
    assert "p/pyproject.toml has a [tool.listingguard]" in cli("init", "p").err.replace("\\", "/")
    assert not Path("p/listingguard.toml").exists()
    write("q/pyproject.toml", "[project]\n")
    assert cli("init", "q").code == 0


def test_standard_output_gets_the_file_and_nothing_else(cli: Cli, write: Write) -> None:
    """What was found is told on standard error."""
    write("a.csv", EBAY)
    said = cli("init", "--stdout", "--marketplace", "Taobao")
    assert 'marketplace = "taobao"' in said.out
    assert said.err.startswith("found 1 product file")
    assert not Path("listingguard.toml").exists()


def test_files_that_cannot_be_read_as_they_are_are_told_with_the_remedy(cli: Cli, write: Write) -> None:
    """They would end the first scan with 2."""
    write("a.csv", "x,y\n1,2\n")
    said = cli("init")
    assert "a.csv:1: no column for a title, a description or another text to scan\n    its columns are: x, y." in said.out
    assert cli("init", "--force").out.startswith("found 1 product file; 0 of a known shape: none\n")


@pytest.mark.parametrize(
    ("args", "words"), [(("gone",), "there is no folder gone"), (("--marketplace", "amazn"), "did you mean 'amazon'?")]
)
def test_a_mistake_writes_nothing(cli: Cli, args: tuple[str, ...], words: str) -> None:
    """With the remedy, and exit code 2."""
    said = cli("init", *args)
    assert (said.code, words in said.err, Path("listingguard.toml").exists()) == (2, True, False)


def test_a_configuration_above_is_told(cli: Cli, write: Write) -> None:
    """The new one takes its place for this folder."""
    write("listingguard.toml", "")
    write("sub/a.csv", EBAY)
    assert "listingguard.toml above it does not hold in this folder any more; to build on it, write extend" in cli("init", "sub").out


def test_an_empty_folder_is_told_what_to_do(cli: Cli) -> None:
    """The next command is none that ends with 2."""
    Path("new").mkdir()
    said = cli("init", "new")
    assert said.code == 0
    assert "next: put product files there (.csv" in said.out
    assert "listingguard scan new" not in said.out


def test_whose_law_is_assumed_is_said_for_listings_that_are_not_chinese(cli: Cli, write: Write) -> None:
    """In the file and on the terminal; not where the listings are Chinese, or a marketplace was told."""
    write("en/products.csv", "Handle,Title,Body (HTML),Vendor\na,Linen towel,Soft and nice,Me\n")
    said = cli("init", "en")
    assert "the law of mainland China is assumed until you set jurisdiction" in said.out
    assert '\n# jurisdiction = "US"\n' in Path("en/listingguard.toml").read_text("utf8")
    write("zh/products.csv", "Handle,Title,Body (HTML),Vendor\na,Linen 毛巾,Soft,Me\n")
    write("market/a.csv", EBAY)
    for folder in ("zh", "market"):
        assert "mainland" not in cli("init", folder).out
        assert "jurisdiction = " not in Path(folder, "listingguard.toml").read_text("utf8")


def test_the_file_of_next_month_has_the_profile_of_this_one(cli: Cli, write: Write) -> None:
    """A profile for a file at the top is a pattern of how its name begins."""
    write("ebay_2026-10.csv", EBAY)
    write("shop.csv", "sku,title\nA-1,羊毛围巾\n")
    cli("init")
    assert 'files = ["/ebay*.csv"]' in Path("listingguard.toml").read_text("utf8")
    write("ebay_2026-11.csv", EBAY)
    assert '"ebay"' in cli("config", "show", "--for", "ebay_2026-11.csv").out


def test_the_next_command_is_short_and_may_be_run_twice(cli: Cli, write: Write) -> None:
    """Its page lies in the folder that is scanned."""
    write("a.csv", EBAY)
    words = cli("init").out.splitlines()[-1].removeprefix("next: listingguard ").split()
    assert [cli(*words).code for _ in range(2)] == [0, 0]
