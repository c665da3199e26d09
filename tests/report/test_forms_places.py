"""Places count from the root of the checkout, wherever in it a job starts: else the comment of a code host stands at no file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from runs import HEAD, rendered, small_scan

from listingguard.report.forms import Head
from listingguard.report.forms.places import path_of
from listingguard.report.forms.sarif import id_of

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start in a folder of a checkout; give its root."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "repo" / "cat").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo" / "cat")
    return tmp_path / "repo"


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_the_code_host_says_where_the_root_is(job: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Of files that lie below it; others are told from where we stand."""
    monkeypatch.setenv(name, str(job))
    assert [path_of(path) for path in ("a.csv", "./a.csv", str(job / "cat" / "a.csv"), "../b.csv")] == [*["cat/a.csv"] * 3, "b.csv"]
    assert path_of("../../c.csv") == "../../c.csv"
    monkeypatch.setenv(name, str(job / "elsewhere"))
    assert path_of("a.csv") == "a.csv"


def test_else_the_work_tree_of_git_is_the_root(job: Path) -> None:
    """A folder or, in a linked work tree, a file named .git marks it."""
    assert path_of("a.csv") == "a.csv"
    (job / "sub").mkdir()
    (job / "sub" / ".git").write_text("gitdir: elsewhere\n", "utf8")
    assert path_of("../sub/x/a.csv") == "x/a.csv"
    (job / "cat" / "deep").mkdir()
    (job / "cat" / ".git").mkdir()
    assert path_of("deep/a.csv") == "deep/a.csv"


@pytest.mark.parametrize(
    ("form", "words"), [("sarif", '"uri":"cat/shop/a.csv"'), ("github", "file=cat/shop/a.csv,"), ("gitlab", '"path":"cat/shop/a.csv"')]
)
def test_forms_for_code_hosts_count_from_the_root(job: Path, monkeypatch: pytest.MonkeyPatch, form: str, words: str) -> None:
    """And the other forms from where we stand."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(job))
    assert words in rendered(form, small_scan(), ())
    assert "cat/shop" not in rendered("concise", small_scan(), ())


def head(*paths: str, marketplace: str = "taobao") -> Head:
    """Give the head of a run about these paths."""
    return Head(HEAD.version, HEAD.lexicon, marketplace, None, HEAD.as_of, "en", paths=paths)


@pytest.mark.usefixtures("job")
def test_the_id_of_a_run_tells_uploads_apart() -> None:
    """The same paths in any order and spelling have one; other paths or rules have another."""
    assert id_of(head("a", "b")) == id_of(head("./b", "a/")) == "listingguard/a,b@taobao/"
    assert len({id_of(head("a")), id_of(head("b")), id_of(head("a", marketplace="amazon")), id_of(head("a", "b"))}) == 4
    long = [id_of(head(f"{'x' * 200}{n}")) for n in range(2)]
    assert len(set(long)) == 2
    assert max(map(len, long)) < 150


def test_a_report_with_the_id_keeps_to_the_schema() -> None:
    """GitHub takes what stands before the last slash for the category of the upload."""
    run = json.loads(rendered("sarif", small_scan(), ()))
    Draft7Validator(json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text("utf8"))).validate(run)
    assert run["runs"][0]["automationDetails"]["id"].endswith("@taobao/")
