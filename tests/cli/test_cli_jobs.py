"""Several processes, notes about reading, and the list of formats."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from listingguard.sources import FORMATS, SHAPES

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]


def shop(write: Write) -> None:
    """Make a catalogue with everything in it that could get out of order."""
    titles = ["纯棉四件套", "全网最低价 窗帘", "耐克跑鞋", "LV同款围巾"]
    rows = "".join(f"A{i},{titles[i % 4]} {i},{'京冬' if i % 50 == 7 else ''}\n" for i in range(200))
    write("shop/a.csv", f"货号,标题,平台\n{rows}")
    write("shop/b.jsonl", "".join(f'{{"title": "{titles[i % 4]}"}}\nbroken\n' for i in range(40)))
    write("shop/c.csv", "")
    write("shop/d.txt", "全网最低价\n")


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_any_number_of_processes_gives_the_same_report(cli: Cli, write: Write, form: str) -> None:
    """The same bytes on both outputs, problems and all, and the same exit code."""
    shop(write)
    one = cli("scan", "shop", "--format", form, "--quiet")
    assert one.code == 2
    assert cli("scan", "shop", "--format", form, "--quiet", "-j", "3") == one


def test_notes_and_problems_stand_in_one_order(cli: Cli, write: Write) -> None:
    """With the rows that they belong to, although several processes let the reader run ahead."""
    shop(write)
    write("shop/a2.csv", "sku,title\nA-1,纯棉四件套\nA-2,\n")
    one, more = (cli("scan", "shop", "--format", "concise", "-v", "-j", jobs) for jobs in ("1", "2"))
    assert more == one
    lines = one.err.splitlines()
    empty = next(i for i, line in enumerate(lines) if "1 of 2 rows hold no text" in line)
    assert any("a.csv" in line and line.startswith("error") for line in lines[:empty])
    assert any("b.jsonl" in line and line.startswith("error") for line in lines[empty:])


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1000", "٣"])
def test_a_number_of_processes_that_is_none_is_refused(cli: Cli, jobs: str) -> None:
    """A mistake is told before anything starts."""
    said = cli("scan", "-", f"--jobs={jobs}", stdin="围巾")
    assert said.code == 2
    assert "is no number of processes; give 1 to 60, or auto" in said.err


@pytest.mark.skipif(os.name == "nt", reason="signals are those of Unix")
def test_an_interrupt_ends_all_processes_quietly(tmp_path: Path) -> None:
    """Ctrl-C is code 130, without a traceback from anywhere."""
    (tmp_path / "a.txt").write_text("全网最低价 LV同款窗帘\n" * 200_000, encoding="utf-8")
    command = [sys.executable, "-m", "listingguard", "scan", str(tmp_path), "--format", "jsonl", "-j", "2"]
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background of a shell hands on that it is ignored
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        began = time.monotonic()
        process.stdout.read()
        assert process.stderr.read() == b""
    assert process.returncode == 130
    assert time.monotonic() - began < 60


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_scan_that_is_killed_leaves_no_process_behind(tmp_path: Path) -> None:
    """Whoever ends the first process ends them all, even without giving it time to tidy up."""
    (tmp_path / "a.txt").write_text("纯棉四件套\n" * 200_000, encoding="utf-8")
    command = [sys.executable, "-m", "listingguard", "scan", str(tmp_path), "--format", "jsonl", "-j", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="utf-8").split()
        process.kill()
    assert len(workers) == 2
    deadline = time.monotonic() + 30
    while any(_runs(worker) for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _runs(pid: str) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def test_verbose_tells_how_each_file_is_read(cli: Cli, write: Write) -> None:
    """Kind, encoding, shape, which column feeds which part, which feed none, and what was left out of a folder."""
    write("shop/p.csv", "Handle,Title,Body (HTML),Vendor,Status\nh,羊毛围巾,保暖,晨曦,active\n".encode("utf-8-sig"))
    write("shop/notes.docx", "")
    said = cli("scan", "shop", "-v")
    assert said.code == 0
    plan = "sku from 'Handle'; title from 'Title'; description from 'Body (HTML)'; brand from 'Vendor'"
    assert said.err.splitlines() == [
        "note: shop/notes.docx: no product file by its name (name it to have it read); not read",
        "note: shop/p.csv: csv, utf-8-sig",
        "note: shop/p.csv: cells are parted by ',', quoted by \"",
        f"note: shop/p.csv: read as shopify: {plan}; not read: 'Status'",
    ]


def test_a_column_of_text_is_never_dropped_in_silence(cli: Cli, write: Write) -> None:
    """A note names it and the way to read it, without asking; links, codes and one remark on every row are no text of a listing."""
    rows = "".join(
        f"围巾{i},第{i}款羊毛围巾冬天戴着暖和又舒服百搭,https://example.com/a b c d e f g h.jpg,本表由仓库系统自动导出请勿修改内容\n"
        for i in range(5)
    )
    said = cli("scan", write("a.csv", f"标题,详情二,图,备注\n{rows}"))
    assert said.err == 'note: a.csv:2: column "详情二" holds text and is not read; to read it: --field "description=详情二"\n'


def test_gitignored_files_are_counted_and_may_be_read(cli: Cli, write: Write) -> None:
    """A folder is read as Git sees it, unless the caller wants all of it."""
    write("shop/.git/HEAD", "")
    write("shop/.gitignore", "old.csv\n")
    write("shop/old.csv", "title\n全网最低价\n")
    write("shop/new.csv", "title\n围巾\n")
    assert cli("scan", "shop").out == "1 file, 1 row: 0 block, 0 review, 1 pass; 2 left out in folders (-v names them)\n"
    assert cli("scan", "shop", "--no-gitignore").code == 1


def test_a_row_of_a_workbook_names_its_cells(cli: Cli) -> None:
    """JSON says in which cell each field stands."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Template"
    for row in (["编号", "商品标题"], ["A", "全网最低价"]):
        book.worksheets[0].append(row)
    book.save("a.xlsx")
    (row,) = json.loads(cli("scan", "a.xlsx", "--format", "json", "--field", "sku=编号").out)["rows"]
    assert (row["sheet"], row["line"], row["cells"]) == ("Template", 2, {"title": "B2", "sku": "A2"})


def test_formats_lists_every_kind_and_every_shape(cli: Cli) -> None:
    """What identifies a file and what is read from it can be looked up, for people and for programs."""
    said = cli("formats")
    assert (said.code, said.err) == (0, "")
    assert [shape.id for shape in SHAPES if f"\n{shape.id}: {shape.name} (" not in said.out] == []
    assert [kind for kind in FORMATS if f"\n  {kind} " not in said.out] == []
    document = json.loads(cli("formats", "shopify", "--json").out)
    assert [shape["id"] for shape in document["shapes"]] == ["shopify"]
    assert document["shapes"][0]["columns"]["brand"] == ["vendor"]
    assert cli("formats", "shopfy").code == 2
