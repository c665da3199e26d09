"""`--diff-base`: what was there and says the same is not scanned, whatever was done to the file around it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from listingguard.cli.git import Repository, changes_of
from listingguard.cli.since import OldRows
from listingguard.sources import read, read_listings
from listingguard.sources.plan import listing_of

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
Git = Callable[..., str]
HEAD = ["sku", "title", "price"]
ROWS = [
    ["A-1", "全网最低价 纯棉四件套", "9"],
    ["A-2", "国家级 羊毛围巾", "8"],
    ["A-3", "松木书架 三层", "7"],
]
NEW = ["A-4", "世界第一 台灯", "6"]


def table(rows: list[list[str]], columns: tuple[int, ...] = (0, 1, 2), **how: Any) -> str:
    """Give a file of rows."""
    out = io.StringIO()
    csv.writer(out, **{"lineterminator": "\n"} | how).writerows([[row[i] for i in columns] for row in [HEAD, *rows]])
    return out.getvalue()


def git_in(folder: Path, *words: str) -> str:
    """Run Git as nobody in particular, apart from the settings of whoever runs the tests."""
    bare = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"]
    command = ["git", *who, *words]
    return subprocess.run(command, cwd=folder, env=bare, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def git(cli: Cli, write: Write, tmp_path: Path) -> Git:
    """Make a repository with one file in one commit; give the way to run Git there."""
    del cli  # which goes to that folder
    write("shop/a.csv", table(ROWS))
    for words in (("init", "--quiet", "-b", "main"), ("add", "."), ("commit", "--quiet", "-m", "Catalogue")):
        git_in(tmp_path, *words)
    return lambda *words: git_in(tmp_path, *words)


def rows_of(said: Any) -> list[str]:
    """Give the keys of the rows that were scanned."""
    return [row["sku"] for row in json.loads(said.out)["rows"]]


def scanned(cli: Cli, *words: str, base: str = "main") -> list[str]:
    """Scan the folder and give the keys of the rows that were scanned."""
    return rows_of(cli("scan", "shop", "--diff-base", base, "--format", "json", *words))


@pytest.mark.usefixtures("git")
def test_what_did_not_change_is_not_even_read(cli: Cli) -> None:
    """The sums say so, and the exit code is 0 in spite of what stands there."""
    said = cli("scan", "shop", "--diff-base", "main")
    assert said == (0, "0 files, 0 rows: 0 block, 0 review, 0 pass; 1 unchanged file not read\n", "")


@pytest.mark.usefixtures("git")
def test_only_new_and_changed_rows_are_scanned(cli: Cli, write: Write) -> None:
    """Each with its own line and number, and the others are counted."""
    write("shop/a.csv", table([ROWS[0], ["A-2", "国家级 真丝围巾", "8"], ROWS[2], NEW]))
    said = cli("scan", "shop", "--diff-base", "main", "--format", "json")
    run = json.loads(said.out)
    assert [(row["sku"], row["line"], row["row"]) for row in run["rows"]] == [("A-2", 3, 2), ("A-4", 5, 4)]
    assert (run["summary"]["rows"], run["summary"]["rows_unchanged"], run["summary"]["files_unchanged"]) == (2, 2, 0)
    assert run["diff_base"]["ref"] == "main"
    assert len(run["diff_base"]["commit"]) == 40
    assert said.code == 1


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("text", "1 file, 1 row: 1 block, 0 review, 0 pass; 3 unchanged rows not scanned; 1 unchanged file not read"),
        ("concise", "; 3 unchanged rows not scanned; 1 unchanged file not read"),
        ("grouped", "; 3 unchanged rows not scanned; 1 unchanged file not read"),
        ("github", "; 3 unchanged rows not scanned; 1 unchanged file not read"),
        ("markdown", "3 unchanged rows not scanned"),
        ("csv", "unchanged rows 3, files 1"),
        ("junit", '<property name="rows_unchanged" value="3"/>'),
        ("sarif", '"rows_unchanged":3,"files_unchanged":1'),
        ("html", '"rows_unchanged":3,"files_unchanged":1'),
        ("jsonl", '"rows_unchanged":3,"files_unchanged":1'),
    ],
)
def test_every_form_with_sums_tells_what_was_not_scanned(cli: Cli, write: Write, git: Git, form: str, words: str) -> None:
    """Nobody takes a part for the whole."""
    write("shop/b.csv", table(ROWS))
    git("add", ".")
    git("commit", "--quiet", "-m", "More")
    write("shop/a.csv", table([*ROWS, NEW]))
    assert words in cli("scan", "shop", "--diff-base", "HEAD", "--format", form).out


@pytest.mark.parametrize(
    "again",
    [
        table(ROWS[::-1]),
        table(ROWS, lineterminator="\r\n"),
        table(ROWS, (2, 1, 0)),
        table(ROWS, (0, 1)),
        table(ROWS, delimiter=";", quoting=csv.QUOTE_ALL),
        "\ufeff" + table(ROWS),
        table(ROWS).encode("utf-16"),
        table([[sku, title, f"{price}9"] for sku, title, price in ROWS]),
    ],
    ids=["sorted", "line endings", "columns moved", "column gone", "dialect", "mark", "encoding", "a price"],
)
@pytest.mark.usefixtures("git")
def test_a_file_written_otherwise_has_no_new_rows(cli: Cli, write: Write, again: str | bytes) -> None:
    """Order, columns, quotes, encoding, what is not read: none of it is a change of a listing."""
    write("shop/a.csv", again)
    assert scanned(cli) == []


def test_line_endings_inside_of_cells_are_no_change(cli: Cli, write: Write, git: Git) -> None:
    """Git itself may turn them."""
    rows = [["B-1", "两行\n国家级 标题", "1"]]
    write("shop/a.csv", table(rows))
    git("commit", "--quiet", "-a", "-m", "Lines")
    write("shop/a.csv", table(rows).replace("\n", "\r\n"))
    assert scanned(cli) == []


def test_a_renamed_file_is_compared_with_what_it_was(cli: Cli, write: Write, git: Git) -> None:
    """Renamed and changed at once, and under a name that is hard to carry."""
    rows = [[f"R-{i}", f"全网最低价 纯棉四件套 {i}", "9"] for i in range(40)]
    write("shop/a.csv", table(rows))
    git("commit", "--quiet", "-a", "-m", "Long")
    name = "shop/新 'a\"\n;$(touch x).csv" if os.name != "nt" else "shop/新 a.csv"
    git("mv", "shop/a.csv", name)
    write(name, table([*rows, NEW]))
    assert scanned(cli, base="HEAD") == ["A-4"]
    assert not Path("x").exists()


def test_what_is_not_committed_counts_as_now(cli: Cli, write: Write, git: Git) -> None:
    """A new file, whether Git was told of it or not, is scanned whole; what is staged and what is not are one."""
    write("shop/b.csv", table([NEW]))
    assert scanned(cli) == ["A-4"]
    git("add", ".")
    assert scanned(cli) == ["A-4"]
    write("shop/b.csv", table([["A-5", "松木书架", ""]]))
    assert scanned(cli) == ["A-5"]


def test_a_deleted_file_is_nothing(cli: Cli, git: Git) -> None:
    """Neither in its folder nor where it is named, as by `git diff --name-only`."""
    git("rm", "--quiet", "shop/a.csv")
    said = cli("scan", "shop/a.csv", "--diff-base", "main")
    assert (said.code, said.err) == (0, "note: shop/a.csv: it is gone since main; there is nothing to scan\n")


def test_a_file_taken_out_of_git_is_still_compared(cli: Cli, write: Write, git: Git) -> None:
    """It lies there, and the commit knows what it was."""
    git("rm", "--quiet", "--cached", "shop/a.csv")
    write("shop/a.csv", table([*ROWS, NEW]))
    assert scanned(cli) == ["A-4"]


@pytest.mark.usefixtures("git")
def test_equal_rows_are_counted(cli: Cli, write: Write) -> None:
    """A row that stands once more than before is new once."""
    write("shop/a.csv", table([*ROWS, ROWS[0], ROWS[0]]))
    assert scanned(cli) == ["A-1", "A-1"]


@pytest.mark.usefixtures("git")
def test_another_key_is_another_listing(cli: Cli, write: Write) -> None:
    """The same words under another SKU were added."""
    write("shop/a.csv", table([*ROWS, ["A-9", *ROWS[0][1:]]]))
    assert scanned(cli) == ["A-9"]


def test_a_variant_more_makes_its_product_new(cli: Cli, write: Write, git: Git) -> None:
    """Rows that are one listing are compared as one."""
    head = "Handle,Title,Body (HTML),Vendor,Option1 Value\n"
    write("shop/p.csv", f"{head}h,羊毛围巾,保暖,晨曦,红\nh,,,,蓝\nk,全网最低价,柔软,晨曦,\n")
    git("add", ".")
    git("commit", "--quiet", "-m", "Products")
    write("shop/p.csv", f"{head}k,全网最低价,柔软,晨曦,\nh,羊毛围巾,保暖,晨曦,红\nh,,国家级,,蓝\n")
    assert scanned(cli, base="HEAD") == ["h"]


def _xlsx(path: Path, rows: list[list[str]]) -> None:
    book = openpyxl.Workbook()
    for row in [HEAD, *rows]:
        book.worksheets[0].append(row)
    book.save(path)


def _parquet(path: Path, rows: list[list[str]]) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.table({name: [row[i] for row in rows] for i, name in enumerate(HEAD)}), path)


def _plain(text: Callable[[list[list[str]]], str]) -> Callable[[Path, list[list[str]]], None]:
    return lambda path, rows: path.write_text(text(rows), "utf8") and None


def _objects(rows: list[list[str]]) -> list[dict[str, str]]:
    return [dict(zip(HEAD, row, strict=True)) for row in rows]


_RSS = '<?xml version="1.0"?>\n<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel>{}</channel></rss>\n'
KINDS = {
    "xlsx": _xlsx,
    "parquet": _parquet,
    "tsv": _plain(lambda rows: table(rows, delimiter="\t")),
    "jsonl": _plain(lambda rows: "".join(json.dumps(row) + "\n" for row in _objects(rows))),
    "json": _plain(lambda rows: json.dumps(_objects(rows), indent=1)),
    "yaml": _plain(lambda rows: "".join(f"- sku: {row[0]}\n  title: {row[1]}\n" for row in rows)),
    "xml": _plain(lambda rows: _RSS.format("".join(f"<item><g:id>{row[0]}</g:id><g:title>{row[1]}</g:title></item>" for row in rows))),
    "txt": _plain(lambda rows: "".join(f"{row[1]}\n" for row in rows)),
    "md": _plain(lambda rows: "".join(f"{row[1]}\n\n" for row in rows)),
    "html": _plain(lambda rows: "<html><body>" + "".join(f"<p>{row[1]}</p>" for row in rows) + "</body></html>\n"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_compared(cli: Cli, git: Git, tmp_path: Path, kind: str) -> None:
    """The older version is read as the new one is."""
    path = tmp_path / f"shop/b.{kind}"
    KINDS[kind](path, ROWS[:2])
    git("add", ".")
    git("commit", "--quiet", "-m", "Kind")
    KINDS[kind](path, [NEW, *ROWS[:2]])
    said = cli("scan", f"shop/b.{kind}", "--diff-base", "HEAD", "--format", "json")
    run = json.loads(said.out)
    found = [finding["text"] for row in run["rows"] for finding in row["report"]["findings"]]
    assert "世界第一" in found
    if kind != "html":  # a description is one listing
        assert not {"全网最低价", "国家级"} & set(found)
        assert (run["summary"]["rows"], run["summary"]["rows_unchanged"]) == (1, 2)


@pytest.mark.usefixtures("git")
def test_several_processes_scan_the_same(cli: Cli, write: Write) -> None:
    """Which row is the new one does not depend on who is faster."""
    rows = [[f"N-{i}", f"全网最低价 台灯 {i}", "1"] for i in range(150)]
    write("shop/a.csv", table([*ROWS, *rows]))
    one, two = (cli("scan", "shop", "--diff-base", "main", "--format", "jsonl", "-j", jobs) for jobs in ("1", "2"))
    assert one == two
    assert len(one.out.splitlines()) == 151


def test_a_baseline_holds_beside_it(cli: Cli, write: Write, git: Git) -> None:
    """What changed and is known does not fail."""
    write("shop/a.csv", table([ROWS[0], ["A-2", "国家级 真丝围巾", "8"], ROWS[2]]))
    cli("baseline", "create", "shop", "-o", ".known.json")
    said = cli("scan", "shop", "--diff-base", "main", "--baseline", ".known.json")
    assert (said.code, said.out) == (0, "1 file, 1 row: 0 block, 0 review, 1 pass; 2 unchanged rows not scanned; 1 known\n")
    git("init", "--quiet")
    cli("baseline", "create", "shop", "--counts", "-o", ".counts.json")
    said = cli("scan", "shop", "--diff-base", "main", "--baseline", ".counts.json")
    assert said.code == 2
    assert "does not go with a baseline of counts" in said.err


def test_an_older_version_that_cannot_be_read_makes_all_rows_new(cli: Cli, write: Write, git: Git) -> None:
    """It was broken, or a pointer to a file kept elsewhere: more is scanned, never less, and a note says why."""
    write("shop/a.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
    git("commit", "--quiet", "-a", "-m", "Pointer")
    write("shop/a.csv", table(ROWS))
    said = cli("scan", "shop", "--diff-base", "HEAD", "--format", "json")
    assert rows_of(said) == ["A-1", "A-2", "A-3"]
    assert "what it was at HEAD cannot be read (a pointer of Git LFS" in said.err


def test_a_changed_lexicon_is_told(cli: Cli, write: Write, git: Git) -> None:
    """Rows that did not change are not scanned with it."""
    text = 'schema = 1\npolicy = "mine"\n'
    write("words/rules/mine.toml", text)
    git("add", ".")
    git("commit", "--quiet", "-m", "Words")
    options = ("scan", "shop", "--diff-base", "HEAD", "--lexicon", "words")
    assert cli(*options).err == ""
    write("words/rules/mine.toml", f"# more\n{text}")
    assert cli(*options).err == "note: words: this lexicon changed since HEAD; without --diff-base all rows are scanned with it\n"


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("shop", "--diff-base", "nosuch"), "'nosuch' names no commit of the repository"),
        (("shop", "--diff-base", "main..main"), "names no commit"),
        (("shop", "--diff-base", "main:shop/a.csv"), "names no commit"),
        (("shop", "--diff-base="), "names no commit"),
        (("shop", "--diff-base=--output=x"), "names no commit"),
        (("shop", "--diff-base=a\0b"), "names no commit"),
        (("-", "--diff-base", "main"), "--diff-base does not go with standard input"),
        (("shop", "/", "--diff-base", "main"), "/ is not in the Git repository"),
        (("shop", "--diff-base", "main", "--fix"), "--fix and --diff write no report"),
    ],
)
def test_a_base_that_cannot_be_used_is_an_error(cli: Cli, words: tuple[str, ...], told: str) -> None:
    """Never taken for an empty one, nor for the whole."""
    said = cli("scan", *words)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert not Path("x").exists()


def test_outside_of_a_repository_it_is_an_error(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With what git says."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    said = cli("scan", write("a.txt", "全网最低价\n"), "--diff-base", "main")
    assert said.code == 2
    assert "is in no Git repository" in said.err
    assert "git says: fatal: not a git repository" in said.err


@pytest.mark.usefixtures("git")
def test_without_git_it_is_an_error(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plainly told."""
    monkeypatch.setenv("PATH", "")
    said = cli("scan", "shop", "--diff-base", "main")
    assert (said.code, said.err.split("\n")[0]) == (2, "error: git is not installed, or not on the PATH")


def test_a_shallow_clone_says_how_to_deepen_it(cli: Cli, write: Write, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As CI makes them: one commit, and no other branch."""
    write("shop/b.csv", table([NEW]))
    git("add", ".")
    git("commit", "--quiet", "-m", "Second")
    git("clone", "--quiet", "--depth=1", tmp_path.as_uri(), "clone")
    monkeypatch.chdir(tmp_path / "clone")
    said = cli("scan", "shop", "--diff-base", "origin/next")
    assert said.code == 2
    assert "this clone is shallow and does not hold the commit 'origin/next'" in said.err
    assert "fetch-depth: 0" in said.err
    assert "git fetch --depth=1 origin +next:refs/remotes/origin/next" in said.err
    assert cli("scan", "shop", "--diff-base", "HEAD~1").code == 2
    assert cli("scan", "shop", "--diff-base", "origin/main").code == 0


def test_the_variables_of_a_hook_do_not_mislead(cli: Cli, write: Write, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git calls its hooks with the place of another index, relative to another folder."""
    write("shop/a.csv", table([*ROWS, NEW]))
    git("add", ".")
    for name, value in {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/next-index", "GIT_PREFIX": "x"}.items():
        monkeypatch.setenv(name, value)
    assert scanned(cli, base="HEAD") == ["A-4"]


@pytest.mark.usefixtures("git")
def test_nothing_is_made_of_rows_that_did_not_change(cli: Cli, write: Write, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of rows, only those that changed become listings at all, neither now nor as they were."""
    rows = [[f"N-{i}", f"全网最低价 台灯 {i}", "1"] for i in range(5000)]
    write("shop/a.csv", table(rows))
    git("commit", "--quiet", "-a", "-m", "Long")
    rows[7][1] = rows[4321][1] = "松木书架"
    write("shop/a.csv", table(rows[::-1]))
    made: list[Any] = []
    monkeypatch.setattr(read, "listing_of", lambda plan, values: made.append(values) or listing_of(plan, values))
    assert scanned(cli, base="HEAD") == ["N-4321", "N-7"]
    assert len(made) == 2


def test_comparing_two_versions_takes_less_time_than_reading_one(tmp_path: Path) -> None:
    """A ratio, so that it holds on a slow machine, too: the best of five tries of each, in time of the processor."""
    path = tmp_path / "a.csv"
    path.write_text(table([[f"N-{i}", f"纯棉四件套 {i} 加厚遮光", "1"] for i in range(5000)]), "utf8")

    def compare() -> None:
        said: list[int] = []
        assert not list(read_listings(path, wanted=said.append))
        assert not list(read_listings(path, wanted=OldRows(Counter(said)).is_new))

    def seconds(run: Callable[[], object]) -> float:
        start = time.process_time()
        run()
        return time.process_time() - start

    both, whole = (min(seconds(run) for _ in range(5)) for run in (compare, lambda: list(read_listings(path))))
    assert both < whole


def test_a_merge_that_is_not_done_has_no_older_version() -> None:
    """Unless Git names one as well."""
    old = b":100644 100644 aa 00 M\0a.csv\0"
    merge = b":000000 000000 00 00 U\0a.csv\0"
    assert changes_of(merge) == {"a.csv": None}
    assert changes_of(merge + old) == changes_of(old + merge) == changes_of(old)


def long_shop(write: Write, git: Git) -> list[list[str]]:
    """Commit a catalogue of fifty rows; give them."""
    rows = [[f"N-{i}", f"全网最低价 台灯 {i}", "1"] for i in range(50)]
    write("shop/a.csv", table(rows))
    git("commit", "--quiet", "-a", "-m", "Long")
    return rows


def test_a_file_renamed_and_rewritten_has_no_flood_of_new_rows(cli: Cli, write: Write, git: Git) -> None:
    """Git takes it for another file; the one row that changed is told, and a note says with what it was compared."""
    rows = long_shop(write, git)
    Path("shop/a.csv").unlink()
    rows[7] = ["N-7", "世界第一 台灯", "1"]
    write("shop/b.json", json.dumps([{"title": title, "sku": sku} for sku, title, _ in rows], ensure_ascii=False, indent=2))
    said = cli("scan", "shop", "--diff-base", "HEAD", "--format", "json")
    assert rows_of(said) == ["N-7"]
    assert json.loads(said.out)["summary"]["rows_unchanged"] == 49
    note = "note: shop/b.json: it is new since HEAD; compared with the rows that are gone from shop/a.csv\n"
    assert said.err.replace(os.sep, "/").startswith(note)


def test_a_file_converted_to_a_workbook_has_no_new_rows(cli: Cli, write: Write, git: Git) -> None:
    """Committed or not."""
    rows = long_shop(write, git)
    Path("shop/a.csv").unlink()
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in [HEAD, *rows]:
        book.active.append(row)
    book.save("shop/a.xlsx")
    assert scanned(cli, base="HEAD") == []
    git("add", ".")
    assert scanned(cli, base="HEAD") == []


def test_rows_moved_to_a_second_file_are_not_new(cli: Cli, write: Write, git: Git) -> None:
    """Each counts once: one that stands in both files now is new in the second."""
    rows = long_shop(write, git)
    write("shop/a.csv", table(rows[:25]))
    write("shop/b.csv", table([rows[3], *rows[25:]]))
    assert scanned(cli, base="HEAD") == ["N-3"]


def test_rows_of_files_that_are_not_scanned_are_not_compared(cli: Cli, write: Write, git: Git) -> None:
    """Only files below the paths that were named; and not those that stayed as they were."""
    rows = long_shop(write, git)
    write("other/c.csv", table(rows))
    git("add", ".")
    git("commit", "--quiet", "-m", "Other")
    Path("other/c.csv").unlink()
    write("shop/b.jsonl", json.dumps({"sku": "N-1", "title": rows[1][1]}, ensure_ascii=False) + "\n")
    assert scanned(cli, base="HEAD") == ["N-1"]
    assert rows_of(cli("scan", "shop", "other", "--diff-base", "HEAD", "--format", "json")) == []


def test_other_files_are_read_only_for_a_new_one(cli: Cli, write: Write, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was there is compared with itself alone, whatever is gone beside it."""
    rows = long_shop(write, git)
    write("shop/c.csv", table([["C-1", "羊毛围巾", "1"]]))
    git("add", ".")
    git("commit", "--quiet", "-m", "More")
    Path("shop/c.csv").unlink()
    write("shop/a.csv", table(rows[1:]))
    opened: list[str] = []
    real = Repository.opened
    monkeypatch.setattr(Repository, "opened", lambda self, older: opened.append(older.path) or real(self, older))
    assert scanned(cli, base="HEAD") == []
    assert opened == ["shop/a.csv"]
