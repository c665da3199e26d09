"""`--baseline` and `listingguard baseline`: what is known does not fail a scan, what is new does, and only commands change the file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listingguard import scan
from listingguard.report.baseline import Baseline, Known, Matching, baseline_text, gathered, read_baseline

Cli = Callable[..., Any]
Write = Callable[[str, str | bytes], str]
FILE = "known.json"
HEAD = ["sku", "title", "bullet_1", "bullet_2"]
ROWS = [
    ["A-1", "纯棉四件套 1.8米床", "全网最低价", "国家级面料"],
    ["A-2", "全网最低价 羊毛围巾", "加厚", "保暖"],
    ["A-3", "耐克跑鞋 男款", "轻便", "透气"],
]


def table(rows: list[list[str]], columns: list[int] | None = None, newline: str = "\n") -> str:
    """Give a file of rows, its columns in another order."""
    out = io.StringIO()
    order = columns or list(range(len(HEAD)))
    csv.writer(out, lineterminator=newline).writerows([[row[i] for i in order] for row in [HEAD, *rows]])
    return out.getvalue()


@pytest.fixture
def known(cli: Cli, write: Write) -> Cli:
    """Make a catalogue and its baseline; give the command line."""
    write("a.csv", table(ROWS))
    assert cli("baseline", "create", "a.csv", "-o", FILE) == (0, f"{FILE}: 4 known\n", "")
    return cli


def test_what_is_known_neither_fails_nor_is_shown(known: Cli) -> None:
    """Not in the text, not in the verdicts; the sums say how much it is."""
    said = known("scan", "a.csv", "--baseline", FILE, "--fail-on", "review")
    assert said == (0, "1 file, 3 rows: 0 block, 0 review, 3 pass; 4 known\n", "")


def test_what_is_new_fails_and_stands_alone(known: Cli, write: Write) -> None:
    """Of a row with old and new findings only the new ones count."""
    rows = [[*ROWS[0][:3], "国家级面料 世界第一"], *ROWS[1:]]
    write("a.csv", table(rows))
    said = known("scan", "a.csv", "--baseline", FILE, "--format", "concise")
    assert said.code == 1
    (line, sums) = said.out.splitlines()
    assert "LGC103" in line
    assert sums == "1 file, 3 rows: 1 block, 0 review, 2 pass; 4 known"


@pytest.mark.parametrize(
    "again",
    [
        table(ROWS[::-1]),
        table(ROWS, newline="\r\n"),
        table(ROWS, [3, 1, 2, 0]),
        table([["Z-9", "松木书架", "", ""], *ROWS]),
        "\ufeff" + table(ROWS),
        json.dumps([dict(zip(HEAD, row, strict=True)) for row in ROWS], ensure_ascii=False),
    ],
    ids=["sorted otherwise", "line endings", "column order", "a row before", "a mark", "another format"],
)
def test_a_baseline_survives_what_does_not_change_a_listing(known: Cli, write: Write, again: str) -> None:
    """Position, path, encoding and format are no part of what a finding is."""
    name = write("moved/b.json" if again.startswith("[") else "moved/b.csv", again)
    said = known("scan", name, "--baseline", FILE, "--fail-on", "review")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("; 4 known\n")
    assert known("baseline", "diff", name, "--baseline", FILE).code == 0


def test_equal_rows_are_counted(cli: Cli, write: Write) -> None:
    """Two equal rows are known twice, the third is new; when one goes, prune lowers the count."""
    row = "全网最低价 羊毛围巾\n"
    cli("baseline", "create", write("a.txt", row * 2), "-o", FILE)
    assert cli("scan", "a.txt", "--baseline", FILE).code == 0
    said = cli("scan", write("a.txt", row * 3), "--baseline", FILE, "--format", "concise")
    assert (said.code, said.out.startswith("a.txt:3:")) == (1, True)
    assert cli("baseline", "diff", "a.txt", "--baseline", FILE).out.splitlines()[-1] == "1 new, 0 gone"
    assert cli("baseline", "prune", write("a.txt", row), "--baseline", FILE).out == f"{FILE}: 1 known: 1 dropped\n"
    assert cli("scan", write("a.txt", row * 2), "--baseline", FILE).code == 1


def test_a_scan_never_writes_the_baseline(known: Cli, write: Write, tmp_path: Path) -> None:
    """Neither with new findings nor with gone ones, nor as a report that was meant for elsewhere."""
    before = (tmp_path / FILE).read_bytes()
    known("scan", write("a.csv", table(ROWS[:1])), "--baseline", FILE)
    said = known("scan", "a.csv", "--baseline", FILE, "-o", f"json={FILE}")
    assert said.code == 2
    assert "is the baseline" in said.err
    assert (tmp_path / FILE).read_bytes() == before


def test_json_and_sarif_keep_what_is_known(known: Cli, tmp_path: Path) -> None:
    """For whoever audits: beside the report of a row in JSON, suppressed and unchanged in SARIF."""
    known("scan", "a.csv", "--baseline", FILE, "-o", "r.json", "-o", "r.sarif")
    run = json.loads((tmp_path / "r.json").read_text("utf8"))
    assert run["baseline"]["path"] == FILE
    assert run["baseline"]["findings"] == run["summary"]["known"] == 4
    first = run["rows"][0]
    assert (first["report"]["verdict"], first["report"]["findings"]) == ("pass", [])
    assert [finding["code"] for finding in first["known"]] == ["LGC201", "LGC101"]
    results = json.loads((tmp_path / "r.sarif").read_text("utf8"))["runs"][0]["results"]
    assert {result["baselineState"] for result in results} == {"unchanged"}
    assert all(result["suppressions"][0]["status"] == "accepted" for result in results)
    assert len(results) == 4


def test_without_a_baseline_sarif_speaks_of_none(cli: Cli) -> None:
    """A state is a state against something."""
    (result,) = json.loads(cli("scan", "-", "--format", "sarif", stdin="全网最低价\n").out)["runs"][0]["results"]
    assert "baselineState" not in result


def test_verbose_tells_how_files_are_read(known: Cli) -> None:
    """As a scan does."""
    assert "note: a.csv: csv, utf-8" in known("baseline", "diff", "a.csv", "--baseline", FILE, "-v").err
    assert known("baseline", "diff", "a.csv", "--baseline", FILE, "-v", "-q").code == 2


def test_create_refuses_to_overwrite(known: Cli, tmp_path: Path) -> None:
    """What people have agreed on is not lost by a slip."""
    before = (tmp_path / FILE).read_bytes()
    said = known("baseline", "create", "a.csv", "-o", FILE)
    assert said.code == 2
    assert "baseline update" in said.err
    assert (tmp_path / FILE).read_bytes() == before


def test_update_adds_and_drops_and_prune_only_drops(known: Cli, write: Write) -> None:
    """The file afterwards is what a new one would be; prune leaves new findings new."""
    write("a.csv", table([ROWS[0], ["A-4", "世界第一 台灯", "", ""]]))
    said = known("baseline", "diff", "a.csv", "--baseline", FILE)
    assert said.code == 1
    assert said.out.splitlines() == [
        "+ A-4 title LGC103 世界第一",
        "- A-2 title LGC201 全网最低价",
        "- A-3 title LGT101 Nike" if "Nike" in said.out else "- A-3 title LGT101 耐克",
        "1 new, 2 gone",
    ]
    assert known("baseline", "prune", "a.csv", "--baseline", FILE).out == f"{FILE}: 2 known: 2 dropped\n"
    assert known("scan", "a.csv", "--baseline", FILE).code == 1
    assert known("baseline", "update", "a.csv", "--baseline", FILE).out == f"{FILE}: 3 known: 1 added, 0 dropped\n"
    assert known("scan", "a.csv", "--baseline", FILE).code == 0
    plain = json.loads(known("baseline", "diff", "a.csv", "--baseline", FILE, "--json").out)
    assert plain == {"new": [], "gone": []}


def test_update_gives_the_bytes_of_a_new_file(known: Cli, write: Write, tmp_path: Path) -> None:
    """However a baseline came about, the same catalogue has the same one."""
    write("a.csv", table(ROWS[::-1][:2]))
    known("baseline", "update", "a.csv", "--baseline", FILE)
    known("baseline", "create", "a.csv", "-o", "new.json")
    assert (tmp_path / FILE).read_bytes() == (tmp_path / "new.json").read_bytes()


def test_kinds_that_are_not_looked_for_stay(known: Cli, write: Write) -> None:
    """With --select, the rest of the file is neither gone nor dropped."""
    write("a.csv", table([["A-4", "松木书架", "", ""]]))
    options = ("a.csv", "--baseline", FILE, "--select", "LGT")
    assert known("baseline", "diff", *options).out.splitlines()[-1] == "0 new, 1 gone"
    assert known("baseline", "update", *options).out == f"{FILE}: 3 known: 0 added, 1 dropped\n"
    assert known("baseline", "prune", *options).out == f"{FILE}: 3 known: 0 dropped\n"


@pytest.mark.parametrize("action", ["update", "prune", "diff"])
def test_nothing_is_concluded_from_what_could_not_be_read(known: Cli, write: Write, tmp_path: Path, action: str) -> None:
    """A broken file must not make its known findings look gone."""
    before = (tmp_path / FILE).read_bytes()
    said = known("baseline", action, write("a.csv", b"sku,title\nA-1,\xff\xfe\x00\x81\n"), "--baseline", FILE)
    assert said.code == 2
    assert "not everything could be read" in said.err
    assert (tmp_path / FILE).read_bytes() == before


def test_create_writes_nothing_if_something_could_not_be_read(cli: Cli, write: Write, tmp_path: Path) -> None:
    """Half a baseline would fail the next scan."""
    assert cli("baseline", "create", write("a.csv", ""), "-o", FILE).code == 2
    assert not (tmp_path / FILE).exists()


def test_a_baseline_in_the_folder_is_no_catalogue(known: Cli) -> None:
    """It is JSON, but not of products."""
    assert known("scan", ".", "--baseline", FILE, "--fail-on", "review").code == 0
    assert known("baseline", "update", ".", "--baseline", FILE).code == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"[]", "no baseline of listingguard"),
        (b'{"results": {}}', "no baseline of listingguard"),
        (b'[{"listingguard_baseline":9}\n]', "has version 9"),
        (b'[{"listingguard_baseline":1}\n,7]', f"{FILE}:2: an entry"),
        (b'[{"listingguard_baseline":1}\n,{"count":1}]', f"{FILE}:2: an entry of this baseline has no fingerprint"),
        (b'[{"listingguard_baseline":1}\n,{"fingerprint":"' + b"0" * 32 + b'","count":0}]', "has no count"),
        (b'[{"listingguard_baseline":1}\n,{"fingerprint":"' + b"0" * 32 + b'","count":true}]', "has no count"),
        (b'[{"listingguard_baseline":1}\n<<<<<<< HEAD\n]', f"{FILE}:2: this baseline holds marks of a merge conflict"),
    ],
)
@pytest.mark.parametrize("command", [("scan",), ("baseline", "update"), ("baseline", "diff")])
def test_a_baseline_that_cannot_be_used_is_an_error(cli: Cli, write: Write, content: bytes, words: str, command: tuple[str, ...]) -> None:
    """Never taken for an empty one: then everything would be new, or everything would be lost."""
    said = cli(*command, write("a.txt", "全网最低价\n"), "--baseline", write(FILE, content))
    assert (said.code, said.out) == (2, "")
    assert words in said.err


def test_a_baseline_that_is_not_there_is_an_error(cli: Cli, write: Write) -> None:
    """With the command that makes one."""
    said = cli("scan", write("a.txt", "全网最低价\n"), "--baseline", FILE)
    assert said.code == 2
    assert "baseline create" in said.err


def test_several_processes_know_the_same(known: Cli, write: Write) -> None:
    """Which of equal findings is the new one does not depend on who is faster."""
    write("a.csv", table(ROWS * 40))
    one, two = (known("scan", "a.csv", "--baseline", FILE, "--format", "concise", "-j", jobs) for jobs in ("1", "2"))
    assert one == two
    assert one.code == 1


def test_a_baseline_of_counts_is_short_and_says_so(cli: Cli, write: Write, tmp_path: Path) -> None:
    """One line for each code and term, however many rows have it, in a fixed order and without any place."""
    write("a.csv", table(ROWS * 20))
    said = cli("baseline", "create", "a.csv", "--counts", "-o", FILE)
    assert said == (0, f"{FILE}: 80 known\n", "")
    lines = (tmp_path / FILE).read_text("utf8").splitlines()
    assert json.loads(lines[0][1:]) == {"listingguard_baseline": 1, "lexicon": json.loads(lines[0][1:])["lexicon"], "counts": True}
    assert [json.loads(line[1:])["count"] for line in lines[1:-1]] == [20, 40, 20]
    assert lines[1:-1] == sorted(lines[1:-1])
    assert set(json.loads(lines[1][1:])) == {"code", "term", "count"}
    said = cli("scan", "a.csv", "--baseline", FILE, "--fail-on", "review")
    assert (said.code, said.err) == (0, "")


@pytest.fixture
def counted(cli: Cli, write: Write) -> Cli:
    """Make a catalogue and the baseline of its counts; give the command line."""
    write("a.csv", table(ROWS))
    assert cli("baseline", "create", "a.csv", "--counts", "-o", FILE) == (0, f"{FILE}: 4 known\n", "")
    return cli


def test_one_more_than_counted_fails(counted: Cli, write: Write, tmp_path: Path) -> None:
    """Whichever row has it; a note says of what there is more, and the file stays as it was."""
    before = (tmp_path / FILE).read_bytes()
    write("a.csv", table([["A-0", "全网最低价 台灯", "", ""], *ROWS]))
    said = counted("scan", "a.csv", "--baseline", FILE)
    assert said.code == 1
    assert said.err == f"note: LGC201 全网最低价: 3 found, 2 in {FILE}; counts do not say which of them are new\n"
    assert said.out.splitlines()[-1] == "1 file, 4 rows: 1 block, 0 review, 3 pass; 4 known"
    assert (tmp_path / FILE).read_bytes() == before
    assert counted("scan", "a.csv", "--baseline", FILE, "--ignore", "LGC201").code == 0


def test_a_kind_that_is_not_counted_fails(counted: Cli, write: Write) -> None:
    """What was exchanged for something else is no bargain."""
    write("a.csv", table([["A-1", "世界第一 四件套", "", "国家级面料"], *ROWS[1:]]))
    said = counted("scan", "a.csv", "--baseline", FILE, "--format", "concise")
    assert said.code == 1
    assert "LGC103" in said.out.splitlines()[0]


def test_fewer_than_counted_can_be_tightened(counted: Cli, write: Write, tmp_path: Path) -> None:
    """A scan says so and writes nothing; update and prune do; then the old number fails."""
    before = (tmp_path / FILE).read_bytes()
    write("a.csv", table(ROWS[1:]))
    said = counted("scan", "a.csv", "--baseline", FILE)
    told = f"note: {FILE} can be tightened: 2 fewer found than it counts; listingguard baseline update brings it in step\n"
    assert (said.code, said.err) == (0, told)
    assert counted("scan", "a.csv", "--baseline", FILE, "-q").err == ""
    assert counted("scan", "a.csv", "--baseline", FILE, "--select", "LGT").err == ""
    assert (tmp_path / FILE).read_bytes() == before
    assert counted("baseline", "diff", "a.csv", "--baseline", FILE).out.splitlines() == [
        "- LGC101 国家级",
        "- LGC201 全网最低价",
        "0 new, 2 gone",
    ]
    assert counted("baseline", "update", "a.csv", "--baseline", FILE).out == f"{FILE}: 2 known: 0 added, 2 dropped\n"
    assert '"counts":true' in (tmp_path / FILE).read_text("utf8")
    write("a.csv", table(ROWS))
    assert counted("scan", "a.csv", "--baseline", FILE).code == 1
    plain = json.loads(counted("baseline", "diff", "a.csv", "--baseline", FILE, "--json").out)
    assert plain["new"][0] == {"code": "LGC101", "term": "国家级", "count": 1}
    assert counted("baseline", "prune", "a.csv", "--baseline", FILE).out == f"{FILE}: 2 known: 0 dropped\n"


def test_counts_that_say_nothing_are_an_error(cli: Cli, write: Write) -> None:
    """Code and term must be there."""
    content = '[{"listingguard_baseline":1,"counts":true}\n,{"code":"LGC201","count":2}]'
    said = cli("scan", write("a.txt", "全网最低价\n"), "--baseline", write(FILE, content))
    assert said.code == 2
    assert f"{FILE}:2: an entry of this baseline of counts has no code and term" in said.err


@pytest.mark.usefixtures("known")
def test_the_file_has_an_entry_a_line_and_no_place(tmp_path: Path) -> None:
    """So that Git merges it and a move of rows changes nothing."""
    lines = (tmp_path / FILE).read_text("utf8").splitlines()
    assert lines[0].startswith('[{"listingguard_baseline":1,"lexicon":"')
    assert lines[-1] == "]"
    assert all(line.startswith(',{"code":"LG') for line in lines[1:-1])
    assert lines[1:-1] == sorted(lines[1:-1])
    assert "a.csv" not in "".join(lines)
    assert set(json.loads("".join(lines))[1]) == {"code", "term", "sku", "field", "count", "fingerprint"}


def test_the_union_of_two_branches_is_a_baseline(known: Cli, write: Write, tmp_path: Path) -> None:
    """Lines of both sides, one of them twice: the entry counts once."""
    lines = (tmp_path / FILE).read_text("utf8").splitlines()
    write(FILE, "\n".join([lines[0], lines[1], *lines[1:]]))
    assert known("scan", "a.csv", "--baseline", FILE, "--fail-on", "review").code == 0
    assert known("baseline", "update", "a.csv", "--baseline", FILE).out == f"{FILE}: 4 known: 0 added, 0 dropped\n"


def test_hostile_words_of_a_listing_do_no_harm_in_the_file(cli: Cli, write: Write, tmp_path: Path) -> None:
    """A key with orders to a terminal is shown by stand-ins, in the file and on the screen."""
    path = write("a.json", json.dumps([{"sku": "\x1b[2J\u202e\n7", "title": "全网最低价"}]))
    cli("baseline", "create", path, "-o", FILE)
    text = (tmp_path / FILE).read_text("utf8")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text.splitlines()) == 3
    assert "\x1b" not in cli("baseline", "diff", write("b.txt", "纯棉\n"), "--baseline", FILE).out


ENTRIES = st.dictionaries(
    st.text("0123456789abcdef", min_size=32, max_size=32), st.tuples(st.integers(1, 9), st.text(st.characters(codec="utf-8"))), max_size=8
)


def baseline_of(entries: dict[str, tuple[int, str]]) -> Baseline:
    """Make a baseline of counts and terms by fingerprint."""
    return Baseline("1", {key: Known(key, count, "LGC101", term) for key, (count, term) in entries.items()})


@given(ENTRIES)
def test_what_is_written_is_read(entries: dict[str, tuple[int, str]]) -> None:
    """Whatever words stand in it, in whatever order they came."""
    baseline = baseline_of(entries)
    text = baseline_text(baseline)
    assert read_baseline(text, FILE) == baseline
    assert baseline_text(baseline_of(dict(reversed(entries.items())))) == text


@given(ENTRIES, ENTRIES)
def test_taking_away_what_is_gone_leaves_nothing_gone(old: dict[str, tuple[int, str]], now: dict[str, tuple[int, str]]) -> None:
    """And never more than was there."""
    before, after = baseline_of(old), baseline_of({**now, **dict(list(old.items())[:3])})
    left = before.without(before.minus(after))
    assert left.minus(after) == []
    assert left.minus(before) == []


def test_excused_findings_are_no_part_of_a_baseline() -> None:
    """They count nowhere; if one ever counts, it is new."""
    report = scan("适用于苹果15手机壳", brand="松木")
    excused = [finding for finding in report.findings if finding.disposition == "excused"]
    assert excused
    matching = Matching(gathered("1", [("", finding) for finding in excused]))
    assert matching.split(excused) == (tuple(excused), ())
