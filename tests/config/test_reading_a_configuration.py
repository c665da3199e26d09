"""A configuration is read whole or refused: with file, line and remedy, and everything that is wrong at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from listingguard import ConfigError
from listingguard.config import Finder, read_config


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refusal(text: str, name: str = "listingguard.toml") -> str:
    """Give the complaint about a configuration."""
    Path(name).write_text(text, encoding="utf8")
    with pytest.raises(ConfigError) as caught:
        read_config(name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('marketplce = "taobao"', 'listingguard.toml:1: unknown key "marketplce"\n    did you mean "marketplace"?'),
        ('\n[seller]\nown_brands = ["a"]', 'listingguard.toml:3: unknown key "seller.own_brands"\n    did you mean "own-brands"?'),
        ('[[profile]]\nfiles = ["a"]\nstrictnes = "strict"', ':3: unknown key "profile 1.strictnes"\n    did you mean "strictness"?'),
        ('[[profile]]\nmarketplace = "taobao"', ':1: "profile 1.files" is missing\n    say for which files'),
        ('[[profile]]\nfiles = ["../x/**"]', ":2: profile 1.files: '../x/**' fits no file"),
        ('[[profile]]\nfiles = ["!x"]', ":2: profile 1.files: it names no file"),
        ('strictness = "hard"', ":1: strictness: input should be 'lenient', 'normal' or 'strict'"),
        ('jurisdiction = "JP"', ":1: jurisdiction: input should be"),
        ("jobs = 0", ":1: jobs: 0 is no number of processes; give 1 to 60, or auto"),
        ("statistics = 1", ":1: statistics: input should be a valid boolean"),
        ('as-of = "soon"', ":1: as-of: it ends on a day, not 'soon'"),
        ("select = 3", ":1: select: a text, or a list of texts, should stand here"),
        ('field = {titel = "x"}', ":1: field: a listing has no part 'titel' that a column could feed; did you mean 'title'?"),
        ('encoding = "utf-9"', ":1: encoding: unknown encoding 'utf-9'"),
        ('input-format = "shopfy"', ":1: input-format: unknown input format 'shopfy'; did you mean 'shopify'?"),
        ('[[allow]]\nterm = "x"', ':1: "allow 1.reason" is missing\n    say why'),
        ('[[allow]]\nterm = "x"\nreason = " "', ":3: allow 1.reason: it is empty"),
        ('[[allow]]\nreason = "x"', ":1: allow 1: it excuses nothing: name a term, rules or a fingerprint"),
        (
            '[[allow]]\nreason = "x"\nterm = "y"\nfields = "titel"',
            ":4: allow 1.fields: a listing has no field 'titel'; did you mean 'title'?",
        ),
        ('[[allow]]\nreason = "x"\nfingerprint = "y"\nrules = "LGC"', ":1: allow 1: a fingerprint means one finding"),
        (
            '[seller]\nauthorized-brands = [{name = "Nike", till = "x"}]',
            ":2: seller.authorized-brands: an authorisation has no part 'till'",
        ),
        ("a = [", "listingguard.toml:1: not valid TOML"),
        ("a = 1\nb = ", "listingguard.toml:2: not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_remedy(text: str, words: str) -> None:
    """Nobody has to look for it, and nothing of such a file counts."""
    assert words in refusal(text)


def test_all_mistakes_are_told_at_once_in_their_order() -> None:
    """A second run does not find what the first one could have told."""
    told = refusal('selct = "LGC"\nlang = "de"\n[[allow]]\nterm = "x"\n')
    assert [line.split(":")[1] for line in told.splitlines() if not line.startswith(" ")] == ["1", "2", "3"]


def test_bytes_that_are_no_text_and_a_file_that_is_a_folder_are_errors() -> None:
    """What cannot be read is never taken for an empty configuration."""
    Path("listingguard.toml").write_bytes('marketplace = "淘宝"'.encode("gbk"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        read_config("listingguard.toml")
    Path("sub/listingguard.toml").mkdir(parents=True)
    with pytest.raises(ConfigError, match="cannot be read"):
        Finder().for_folder("sub")
    Path("link").mkdir()
    Path("link/listingguard.toml").symlink_to("nowhere.toml")
    with pytest.raises(ConfigError, match="no such configuration"):
        Finder().for_folder("link")


def test_extend_goes_through_several_files_and_never_in_a_circle() -> None:
    """What a file says wins; a circle and a missing file are told at the line of `extend`."""
    Path("base").mkdir()
    Path("base/a.toml").write_text('extend = "../top.toml"\nlang = "en"\n', encoding="utf8")
    Path("top.toml").write_text('strictness = "strict"\nlang = "zh-Hans"\n', encoding="utf8")
    Path("listingguard.toml").write_text('extend = "base/a.toml"\n', encoding="utf8")
    file = read_config("listingguard.toml")
    assert file is not None
    assert [one.path for one in file.chain()] == ["top.toml", "base/a.toml", "listingguard.toml"]
    Path("top.toml").write_text('\nextend = "listingguard.toml"\n', encoding="utf8")
    with pytest.raises(ConfigError, match=r"^top\.toml:2: extend goes in a circle"):
        read_config("listingguard.toml")
    assert "listingguard.toml:1: there is no file gone.toml" in refusal('extend = "gone.toml"')
    assert "listingguard.toml:1: extend goes in a circle" in refusal('extend = "./listingguard.toml"')


def test_a_section_of_pyproject_counts_and_a_pyproject_without_one_does_not() -> None:
    """`listingguard.toml` comes first; a project of another kind between a folder and its configuration hides nothing."""
    Path("a/b").mkdir(parents=True)
    Path("pyproject.toml").write_text('[project]\nname = "x"\n[tool.listingguard]\n\nlang = "en"\n', encoding="utf8")
    Path("a/pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf8")
    finder = Finder()
    found = finder.for_file("a/b/x.csv")
    assert found is not None
    assert str(found.origin("lang")) == "pyproject.toml:5"
    Path("listingguard.toml").write_text("", encoding="utf8")
    assert getattr(Finder().for_file("a/b/x.csv"), "path", None) == "listingguard.toml"
    assert 'pyproject.toml:2: unknown key "x"' in refusal("[tool.listingguard]\nx = 1\n", "pyproject.toml")
    assert "pyproject.toml: tool.listingguard is no table" in refusal("[tool]\nlistingguard = 1\n", "pyproject.toml")


def test_a_pyproject_that_is_no_toml_is_an_error() -> None:
    """It may hold a section: nobody can tell."""
    Path("a").mkdir()
    Path("pyproject.toml").write_text("[tool.listingguard\n", encoding="utf8")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:1: not valid TOML"):
        Finder().for_file("a/x.csv")
    assert Finder(off=True).for_file("a/x.csv") is None
