"""What is shipped works where it is put: installed, as a zip, and from the sources."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import json
from importlib.resources import files
import listingguard
from listingguard.lexicon.locate import data_folder
report = listingguard.scan("LV同款窗帘 精美的苹果手机壳")
print(json.dumps([listingguard.__file__, str(data_folder()), report.verdict, report.lexicon.digest, [f.text for f in report.findings]]))
assert report.verdict == "block" and "text" in report.model_dump_json() and "<" in report._repr_html_()
assert all(files("listingguard.report.forms").joinpath(name).read_text("utf-8") for name in ("page.js", "page.css"))
"""


def run(*arguments: str, folder: Path, **environment: str) -> str:
    """Run this Python in a folder, without the user's cache, and give what it says."""
    variables = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {"LISTINGGUARD_CACHE_DIR": ""} | environment
    done = subprocess.run([sys.executable, *arguments], cwd=folder, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from it: what a registry holds."""
    folder = tmp_path_factory.mktemp("dist")
    here = ["--no-isolation"] if importlib.util.find_spec("hatchling") else []
    run("-m", "build", *here, "--outdir", str(folder), str(ROOT), folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder of its own; what it depends on comes from this environment."""
    folder = tmp_path_factory.mktemp("installed")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
    run("-m", "pip", "install", *quiet, "--target", str(folder), str(wheel), folder=folder)
    return folder


def said(path: Path, folder: Path) -> list[str]:
    """Scan one listing with this path before all others, and check that the package came from there."""
    answer: list[str] = json.loads(run("-c", PROGRAM, folder=folder, PYTHONPATH=str(path)))
    assert answer[0].startswith(str(path))
    return answer


def test_it_works_installed(installed: Path, tmp_path: Path) -> None:
    """An installed wheel brings its data and scans."""
    assert said(installed, tmp_path)[1] == str(installed / "listingguard" / "data")


def test_it_works_as_a_zip(wheel: Path, tmp_path: Path) -> None:
    """The wheel itself on the path is enough: code and data are read from inside the zip."""
    assert said(wheel, tmp_path)[1].startswith(str(wheel))


def test_it_works_from_the_sources(tmp_path: Path) -> None:
    """With `src` on the path, nothing installed, the live data of the checkout is read."""
    assert said(ROOT / "src", tmp_path)[1] == str(ROOT / "data")


def test_all_of_them_know_the_same(wheel: Path, installed: Path, tmp_path: Path) -> None:
    """However it is put there, the lexicon is the same, and so are the findings."""
    assert len({tuple(map(str, said(path, tmp_path)[2:])) for path in (wheel, installed, ROOT / "src")}) == 1


def test_the_wheel_holds_all_data_and_nothing_else(wheel: Path) -> None:
    """Every data file is shipped, with its licence and type marker, and no test, script or cache."""
    names = zipfile.ZipFile(wheel).namelist()
    data = {f"listingguard/data/{path.relative_to(ROOT / 'data').as_posix()}" for path in (ROOT / "data").rglob("*.toml")}
    assert data <= set(names)
    assert "listingguard/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert [name for name in names if not name.startswith(("listingguard/", "listingguard-"))] == []
    assert [name for name in names if "__pycache__" in name or "/tests/" in name] == []


def test_the_installed_command_answers(installed: Path, tmp_path: Path) -> None:
    """The package runs as a program."""
    assert "0." in run("-m", "listingguard", "--version", folder=tmp_path, PYTHONPATH=str(installed))


def test_the_sources_hold_no_data() -> None:
    """The data lies at the top of the repository and nowhere in the sources: a copy there would hide it."""
    assert not (ROOT / "src" / "listingguard" / "data").exists()
