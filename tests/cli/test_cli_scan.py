"""`listingguard scan` from outside: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from listingguard import Scanner

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]

CLEAN, BLOCKED = "纯棉四件套 1.8米床", "全网最低价 纯棉四件套"
REVIEWED = "耐克跑鞋 男款"


def test_the_examples_have_the_verdicts_that_these_tests_lean_on() -> None:
    """If the lexicon changes its mind about them, choose other examples."""
    assert [report.verdict for report in Scanner().scan_many([CLEAN, REVIEWED, BLOCKED])] == ["pass", "review", "block"]


def test_a_clean_file_is_one_line_and_exit_code_0(cli: Cli, write: Write) -> None:
    """Who has nothing to fix has nothing to read."""
    said = cli("scan", write("a.csv", f"title\n{CLEAN}\n"))
    assert said == (0, "1 file, 1 row: 0 block, 0 review, 1 pass\n", "")


def test_findings_name_file_line_and_sku(cli: Cli, write: Write) -> None:
    """Each row with a finding stands under its place; the sums are the last line."""
    said = cli("scan", write("a.csv", f"货号,标题\nA-1,{CLEAN}\nB-2,{BLOCKED}\n"))
    assert (said.code, said.err) == (1, "")
    assert said.out.startswith("BLOCK  a.csv:3  B-2  ")
    assert "LGC201 price-lowest" in said.out
    assert said.out.endswith("\n\n1 file, 2 rows: 1 block, 0 review, 1 pass\n")
    assert CLEAN not in said.out


@pytest.mark.parametrize(
    ("title", "options", "code"),
    [
        (CLEAN, ("--fail-on", "review"), 0),
        (REVIEWED, (), 0),
        (REVIEWED, ("--fail-on", "review"), 1),
        (BLOCKED, (), 1),
        (BLOCKED, ("--fail-on", "review"), 1),
        (BLOCKED, ("--exit-zero",), 0),
        (REVIEWED, ("--fail-on", "review", "--authorized-brand", "Nike"), 0),
        (REVIEWED, ("--fail-on", "review", "--own-brand", "耐克"), 0),
        ("松木书架 五层", ("--fail-on", "review", "--watch", "松木"), 1),
    ],
)
def test_the_exit_code_tells_whether_the_limit_is_reached(cli: Cli, title: str, options: tuple[str, ...], code: int) -> None:
    """0 below the limit, 1 at it or above; who may sell a brand passes."""
    assert cli("scan", "-", *options, stdin=f"{title}\n").code == code


def test_standard_input_is_a_file_like_others(cli: Cli) -> None:
    """Lines are titles unless they are plainly something else, and the language is that of the caller."""
    said = cli("scan", "-", "--lang", "zh-Hant", stdin=f"{CLEAN}\n{BLOCKED}\n{BLOCKED}\n")
    assert said.code == 1
    assert said.out.startswith("攔截  <stdin>:2  ")
    assert said.out.split("\n")[-5:-1] == [
        "多列出現：",
        "  LGC201 最低價主張 全网最低价: 2 列 (<stdin>:2, 3)",
        "",
        "1 個檔案，3 列：攔截 2，複核 0，通過 1",
    ]
    assert cli("scan", "-", "--quiet", stdin='{"标题": "全网最低价"}').out.startswith("BLOCK  <stdin>:1  ")


def test_the_language_is_that_of_the_locale(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """LC_ALL, then LC_MESSAGES, then LANG."""
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    assert cli("scan", "-", stdin=CLEAN).out == "1 file, 1 row: 0 block, 0 review, 1 pass\n"
    monkeypatch.delenv("LC_ALL")
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    assert cli("scan", "-", stdin=CLEAN).out == "1 個檔案，1 列：攔截 0，複核 0，通過 1\n"
    monkeypatch.setenv("LC_MESSAGES", "zh_CN")
    assert cli("scan", "-", stdin=CLEAN).out == "1 个文件，1 行：拦截 0，复核 0，通过 1\n"


def test_a_folder_is_searched_and_one_broken_file_does_not_hide_the_others(cli: Cli, write: Write) -> None:
    """The rest is scanned and reported, the broken file is told on stderr, and the exit code is 2 even with --exit-zero."""
    write("shop/b.csv", "编码,价格\n1,2\n")
    write("shop/a.csv", f"title\n{BLOCKED}\n")
    write("shop/sub/c.jsonl", f'{{"title": "{BLOCKED}"}}\nnonsense\n')
    write("shop/d.pdf", "not read")
    for options in ((), ("--exit-zero",)):
        said = cli("scan", "shop", *options)
        assert said.code == 2
        assert said.out.count("BLOCK") == 2
        assert said.out.endswith(
            "3 files, 2 rows: 2 block, 0 review, 0 pass; 1 row skipped; 1 file not read; 1 left out in folders (-v names them)\n"
        )
        assert said.err == (
            "error: shop/b.csv:1: no column for a title, a description or another text to scan\n"
            '    its columns are: 编码, 价格. Name the one that holds the title: --field "title=COLUMN"\n'
            "error: shop/sub/c.jsonl:2: not valid JSON: expecting value at column 1\n"
            '    JSON Lines is one object a line, such as {"title": "..."}; the other lines are read\n'
        )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("scan", "no.csv"), "error: no.csv: no such file\n"),
        (("scan", "-", "--marketplace", "taobo"), "error: unknown marketplace 'taobo'\n    did you mean 'taobao'?\n"),
        (("scan", "-", "--jurisdiction", "xx"), "error: unknown jurisdiction 'XX'\n    known are CN, TW, HK, US, EU\n"),
        (("scan", "-", "--field", "titel=x"), "did you mean 'title'?\n"),
        (("scan", "-", "--field", "title"), "'title' names no column; write title=COLUMN"),
        (("scan", "-", "--encoding", "utf-9"), "error: unknown encoding 'utf-9'\n"),
        (("scan", "-", "--output", "no/such/report.json"), "error: --output no/such/report.json cannot be written: "),
        (("scan",), "the following arguments are required: PATH"),
        (("scan", "-", "--format", "xml"), "invalid choice: 'xml'"),
        (("scan", "-"), "error: <stdin>: no listings in it\n"),
        ((), "usage: listingguard [-h] [--version] COMMAND"),
        (("frobnicate",), "invalid choice: 'frobnicate'"),
        (("rule", "LGC2001"), "error: no code or name 'LGC2001'\n    did you mean 'LGC201'?\n"),
    ],
)
def test_a_mistake_is_a_message_with_a_remedy_and_exit_code_2(cli: Cli, args: tuple[str, ...], message: str) -> None:
    """No mistake of the user is a traceback, and none passes for a clean run."""
    said = cli(*args)
    assert said.code == 2
    assert message in said.err
    assert "Traceback" not in said.err


def test_a_day_that_is_none_is_refused(cli: Cli) -> None:
    """The day is written one way."""
    said = cli("scan", "-", "--as-of", "1.12.2026", "--field", "x")
    assert said.code == 2
    assert "'1.12.2026' is no day; write it as 2026-01-31" in said.err


BAD_FILES: dict[str, bytes] = {
    "empty.csv": b"",
    "empty.json": b"[]",
    "nul.txt": b"a\0b",
    "binary.csv": bytes(range(256)),
    "broken.jsonl": b'{"title": ',
    "ragged.csv": b"title\na,b\n",
    "quote.csv": b'title\n"a\n',
    "kana.csv": "品名\nひらがな の タイトル\n".encode("cp932"),
    "broken.xlsx": b"PK\x03\x04",
    "deep.json": b"[" * 200_000,
    "surrogate.json": b'{"price": ["\\ud800"], "title": {"a": "\\ud800"}}',
    "escape.json": b'{"\\u001b[2Jkey": 1}',
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html"])
def test_no_bad_file_is_a_traceback_or_a_clean_run(cli: Cli, write: Write, name: str, form: str) -> None:
    """Whatever the form of the report, a file that cannot be read is an error on stderr and exit code 2."""
    said = cli("scan", write(name, BAD_FILES[name]), "--format", form, encoding="cp936")
    assert said.code == 2
    assert said.err.startswith(f"error: {name}")
    assert "\x1b" not in said.err + said.out
    if form == "json":
        assert json.loads(said.out)["errors"][0]["path"] == name


def test_many_problems_of_one_file_are_told_by_ten_and_all_counted(cli: Cli, write: Write) -> None:
    """A broken export does not fill the screen, and ten lines do not pass for all."""
    said = cli("scan", write("a.jsonl", "x\n" * 250), "--format", "json")
    assert said.err.count("not valid JSON") == 10
    assert "error: a.jsonl: and 240 more problems like these\n" in said.err
    document = json.loads(said.out)
    assert (len(document["errors"]), document["summary"]["rows_skipped"]) == (250, 250)


def test_json_is_one_document_with_every_row(cli: Cli, write: Write) -> None:
    """Clean rows stand in it, too; the sums and the terms that recur come with it."""
    said = cli("scan", write("a.csv", f"sku,title\nA,{CLEAN}\nB,{BLOCKED}\n"), "--format", "json", "--marketplace", "淘宝网")
    assert (said.code, said.err) == (1, "1 file, 2 rows: 1 block, 0 review, 1 pass\n")
    document = json.loads(said.out)
    assert list(document) == [
        *("schema_version", "listingguard", "lexicon", "marketplace", "jurisdiction", "strictness", "selected", "baseline"),
        *("diff_base", "rows", "summary", "notes", "errors"),
    ]
    assert [(r["path"], r["row"], r["line"], r["sheet"], r["sku"], r["report"]["verdict"]) for r in document["rows"]] == [
        ("a.csv", 1, 2, None, "A", "pass"),
        ("a.csv", 2, 3, None, "B", "block"),
    ]
    summary = document["summary"]
    assert (summary["files"], summary["rows"], summary["block"], summary["review"], summary["pass"]) == (1, 2, 1, 0, 1)
    assert {"code": "LGC201", "name": "price-lowest", "term": "全网最低价", "rows": 1, "findings": 1, "first": ["a.csv:3"]} in summary[
        "terms"
    ]
    assert document["rows"][0]["report"]["marketplace"] == "taobao"


def test_json_lines_end_with_the_summary(cli: Cli) -> None:
    """One line a row, in order, and a last one that says that nothing is missing."""
    said = cli("scan", "-", "--format", "jsonl", "--quiet", stdin=f"{CLEAN}\n{BLOCKED}\n")
    first, second, last = map(json.loads, said.out.splitlines())
    assert [first["line"], second["line"]] == [1, 2]
    assert second["report"]["verdict"] == "block"
    assert last["summary"]["rows"] == 2
    assert said.err == ""


def test_html_is_a_page_with_every_finding(cli: Cli) -> None:
    """The page is complete, and safe against what a title holds."""
    said = cli("scan", "-", "--format", "html", stdin=f"<script>alert(1)</script> {BLOCKED}\n")
    assert said.out.startswith("<!DOCTYPE html>")
    assert "LGC201" in said.out
    assert "<script>alert" not in said.out
    assert "\\u003cscript\\u003ealert(1)" in said.out


@pytest.mark.parametrize(
    ("name", "start"), [("r.json", '{"schema_version"'), ("r.jsonl", '{"path"'), ("r.html", "<!DOCTYPE"), ("r.txt", "BLOCK")]
)
def test_output_goes_to_a_file_in_the_form_that_its_name_says(cli: Cli, tmp_path: Path, name: str, start: str) -> None:
    """The report is in the file, the sums are on stderr, standard output is free."""
    said = cli("scan", "-", "--output", name, stdin=BLOCKED)
    assert said == (1, "", "1 file, 1 row: 1 block, 0 review, 0 pass\n")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_report_never_overwrites_what_is_scanned(cli: Cli, write: Write, tmp_path: Path) -> None:
    """A slip of the pen does not cost a catalogue, and yesterday's report is no product file."""
    write("shop/a.json", json.dumps([{"title": CLEAN}]))
    said = cli("scan", "shop/a.json", "--output", "shop/../shop/a.json")
    assert (said.code, said.err.split("\n")[0]) == (2, "error: --output shop/../shop/a.json is one of the files to scan")
    assert json.loads((tmp_path / "shop" / "a.json").read_text(encoding="utf-8")) == [{"title": CLEAN}]
    (tmp_path / "shop" / "report.json").write_text("[]", encoding="utf-8")
    said = cli("scan", "shop", "--output", "shop/report.json")
    assert (said.code, said.err.split("\n")[0]) == (0, "note: shop/report.json: this is where the report goes; not read")


@pytest.mark.parametrize("encoding", ["ascii", "cp936", "cp950", "cp437"])
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html"])
def test_any_console_can_show_any_report(cli: Cli, encoding: str, form: str) -> None:
    """No encoding of a console is an error; JSON stays the same document on all of them."""
    title = f"{BLOCKED} 😀 裏 \u200b é ß"
    said = cli("scan", "-", "--format", form, stdin=title, encoding=encoding)
    assert said.code == 1
    assert "LGC201" in said.out
    if form in {"json", "jsonl"}:
        usual = cli("scan", "-", "--format", form, stdin=title)
        assert [json.loads(line) for line in said.out.splitlines() if form == "jsonl"] == [
            json.loads(line) for line in usual.out.splitlines() if form == "jsonl"
        ]
        assert form == "jsonl" or json.loads(said.out) == json.loads(usual.out)


def test_gbk_utf16_and_excel_files_are_read(cli: Cli, write: Write, tmp_path: Path) -> None:
    """The files that sellers have: GBK is said to be guessed, UTF-16 is not guessed, a workbook names its sheet."""
    write("1.csv", f"宝贝名称\n{BLOCKED}\n".encode("gbk"))
    write("2.csv", f"宝贝名称\n{BLOCKED}\n".encode("utf-16"))
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Template"
    for row in (["商品标题"], [CLEAN], [BLOCKED]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "3.xlsx")
    said = cli("scan", ".")
    assert said.code == 1
    assert [line.split("  ")[1] for line in said.out.split("\n") if line.startswith("BLOCK")] == [
        "./1.csv:2",
        "./2.csv:2",
        "./3.xlsx[Template]:3",
    ]
    assert said.err == "note: ./1.csv:1: not UTF-8, read as GB18030 (GBK); if that is wrong, say --encoding big5 or what it is\n"
    assert cli("scan", ".", "--quiet").err == ""


def test_a_row_is_scanned_for_the_marketplace_that_it_names(cli: Cli, write: Write) -> None:
    """A column of marketplaces beats the option; an unknown one is a problem of that row, with the ways out."""
    path = write("a.csv", f"title,平台\n{CLEAN},京東\n{CLEAN},\n{CLEAN},京冬\n")
    said = cli("scan", path, "--marketplace", "taobao", "--format", "json", "--quiet")
    assert said.code == 2
    assert [row["report"]["marketplace"] for row in json.loads(said.out)["rows"]] == ["jd", "taobao"]
    assert said.err.startswith("error: a.csv:4: unknown marketplace '京冬'\n")
    assert '--field "marketplace="' in said.err
    assert cli("scan", path, "--field", "marketplace=").code == 0


def test_options_for_reading_reach_the_reader(cli: Cli, write: Write) -> None:
    """Columns, encoding and kind can be said where they cannot be told."""
    path = write("a.dat", f"款名|价\n{BLOCKED}|1\n".encode("utf-16-le"))
    said = cli("scan", path, "--encoding", "utf-16-le", "--input-format", "csv", "--field", "title=款名", "--quiet")
    assert (said.code, said.err) == (1, "")
    assert said.out.startswith("BLOCK  a.dat:2")


def test_excused_findings_are_shown_on_demand(cli: Cli) -> None:
    """What does not count is not in the way, and one option away."""
    title = "适用于iPhone 15手机壳"
    assert "LGT" not in cli("scan", "-", stdin=title).out
    assert "LGT" in cli("scan", "-", "--show-excused", stdin=title).out


def test_color_is_for_those_who_can_see_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """No colour in a pipe; `always` means always."""
    assert "\x1b[" not in cli("scan", "-", stdin=BLOCKED).out
    assert "\x1b[" in cli("scan", "-", "--color", "always", stdin=BLOCKED).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in cli("scan", "-", "--color", "always", stdin=BLOCKED).out


def test_words_of_a_listing_never_drive_the_terminal(cli: Cli) -> None:
    """An escape sequence in a title or a SKU is shown, not obeyed."""
    said = cli("scan", "-", "--input-format", "jsonl", stdin='{"title": "\\u001b[2J全网最低价", "sku": "\\u001b]0;x\\u0007"}')
    assert said.code == 1
    assert "\x1b" not in said.out
    assert "\x07" not in said.out


def environment(**more: str) -> dict[str, str]:
    """Give the environment of a real process."""
    keep = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "PYTHONIOENCODING", "PYTHONUTF8")}
    return {**keep, "LC_ALL": "C.UTF-8", **more}


@pytest.mark.parametrize("encoding", ["cp936", "ascii"])
def test_a_real_process_survives_its_console(encoding: str) -> None:
    """`python -m listingguard` with a console of another encoding: the same code, no traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "listingguard", "scan", "-"],
        input=f"{BLOCKED} 😀\n".encode(),
        capture_output=True,
        env=environment(PYTHONIOENCODING=encoding),
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert ("全网最低价" in done.stdout.decode(encoding)) is (encoding == "cp936")


@pytest.mark.skipif(os.name == "nt", reason="the redirections are those of a Unix shell")
def test_closed_streams_and_a_full_disk_are_no_tracebacks(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service manager may close all streams; a disk may be full."""
    command = f'"{sys.executable}" -m listingguard scan - '
    for closed, code in (("<&-", 2), ("</dev/null", 2), ("2>&-", 1), (">&-", 1)):
        source = "" if closed.startswith("<") else f"echo {BLOCKED} | "
        done = subprocess.run(f"{source}{command}{closed}", shell=True, capture_output=True, env=environment(), check=False)  # noqa: S602
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("listingguard.cli.scan.write", full)
    assert cli("scan", "-") == (2, "", "error: output: No space left on device\n")


def test_a_reader_that_leaves_is_no_error_message(tmp_path: Path) -> None:
    """`listingguard scan … | head` ends quietly, with the code that a program has that a closed pipe ends."""
    (tmp_path / "a.txt").write_text(f"{BLOCKED}\n" * 2000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "listingguard", "scan", str(tmp_path), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
