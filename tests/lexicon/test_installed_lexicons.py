"""Lexicons that installed packages offer: named they count, and only named."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path

import pytest
from house import HOUSE, write

from listingguard import LexiconError, Scanner


@pytest.fixture
def package(tmp_path: Path, little: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a package that offers the shop's lexicon, and things that are none."""
    assert little.is_dir()
    site = tmp_path / "site"
    write(site / "shop_lexicon" / "data")
    (site / "shop_lexicon" / "__init__.py").write_text(
        'from importlib.resources import files\n\nFOLDER = files("shop_lexicon") / "data"\nNAME = str(FOLDER)\nNOTHING = 7\n',
        encoding="utf8",
    )
    offers = "".join(
        f"{name} = {value}\n"
        for name, value in (
            ("shop-brands", "shop_lexicon:FOLDER"),
            ("shop-by-name", "shop_lexicon:NAME"),
            ("nothing", "shop_lexicon:NOTHING"),
            ("broken", "shop_lexicon.gone:FOLDER"),
        )
    )
    info = {"METADATA": "Metadata-Version: 2.1\nName: shop-lexicon\nVersion: 3\n", "entry_points.txt": f"[listingguard.lexicon]\n{offers}"}
    write(site / "shop_lexicon-3.dist-info", info)
    monkeypatch.syspath_prepend(site)
    monkeypatch.chdir(tmp_path)
    return site


@pytest.mark.parametrize("name", ["shop-brands", "shop-by-name"])
def test_an_installed_lexicon_counts_where_it_is_named(package: Path, name: str) -> None:
    """The name of an entry point is the name of the lexicon, in reports and in a copy for another process."""
    assert Scanner().scan("晨露家居").ok
    shop = Scanner(lexicon=name)
    copy: Scanner = pickle.loads(pickle.dumps(shop))  # noqa: S301  our own bytes
    for scanner in (shop, copy):
        report = scanner.scan("晨露家居")
        assert [f.brand for f in report.findings] == ["morning-dew"]
        assert report.lexicon.own == (name,)
    assert package.is_dir()


def test_a_lexicon_may_lie_in_an_archive(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is imported from a zip offers its lexicon as any other."""
    archive = tmp_path / "zipped.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in HOUSE:
            zipped.writestr(f"zip_lexicon/data/{path}", HOUSE[path])
        zipped.writestr("zip_lexicon/__init__.py", 'from importlib.resources import files\nFOLDER = files("zip_lexicon") / "data"\n')
    write(package / "zip_lexicon-1.dist-info", {"entry_points.txt": "[listingguard.lexicon]\nzipped = zip_lexicon:FOLDER\n"})
    monkeypatch.syspath_prepend(archive)
    assert [f.brand for f in Scanner(lexicon="zipped").scan("晨露家居").findings] == ["morning-dew"]


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("shop-brand", r'shop-brand: there is no such folder or installed lexicon\n    did you mean "shop-brands"\?'),
        ("nothing", r"shop-lexicon:nothing: shop_lexicon:NOTHING is no folder"),
        ("broken", r"shop-lexicon:broken: shop_lexicon.gone:FOLDER cannot be loaded: No module named"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_package(name: str, said: str) -> None:
    """A name that is near, a thing that is no folder, a module that is not there."""
    with pytest.raises(LexiconError, match=said):
        Scanner(lexicon=name)


@pytest.mark.usefixtures("package")
def test_a_name_that_means_two_is_refused() -> None:
    """Where a folder has the name of an installed lexicon, nobody guesses; a path says which is meant."""
    write(Path("shop-brands"))
    with pytest.raises(LexiconError, match=r"names a folder and an installed lexicon\n    write \./shop-brands for the folder"):
        Scanner(lexicon="shop-brands")
    assert Scanner(lexicon="./shop-brands").lexicon.own == ("shop-brands",)
    assert Scanner(lexicon=Path("shop-brands")).lexicon.own == ("shop-brands",)
