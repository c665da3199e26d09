"""What code hosts take and show: the worst first, spread over terms, and what has no room is told."""

from __future__ import annotations

import gc
import gzip
import json
import sys
import tracemalloc
import weakref
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import made_finding, made_report
from runs import NAMES, At, finished, rendered, small_scan

import listingguard
from listingguard.model import Spot, units
from listingguard.report.forms import FORMS, Entry, Look, Tally
from listingguard.report.forms import page as page_module
from listingguard.report.forms.markdown import MOST_BYTES
from listingguard.report.forms.places import path_of, region_of, uri_of
from listingguard.report.forms.sarif import MOST_RESULTS
from listingguard.report.forms.worst import Worst, badness, level_of

SOURCE = Path(listingguard.__file__).parent
SEVERITIES = ("low", "medium", "high", "critical")


def many(count: int) -> Iterator[Entry]:
    """Give rows with one finding each: nine in ten are the same medium word, the last rows are the gravest."""
    for i in range(count):
        rare = i % 10 == 9
        term, severity = (f"词{i % 70}", SEVERITIES[(i // 10) % 4]) if rare else ("耐克", "medium")
        if i >= count - 3:
            term, severity = f"最后{i}", "critical"
        text = f"{term}跑鞋"
        yield Entry(f"shop/{i % 3}.csv", i + 1, i + 2, made_report(text, made_finding(text, 0, len(term), term=term, severity=severity)))


def test_sarif_holds_what_github_takes_and_says_what_it_leaves_out() -> None:
    """Of 30,000 findings the worst 25,000: the last rows, gravest, are among the first hundred; the file is small."""
    text, writer, _ = finished("sarif", many(30_000))
    (run,) = json.loads(text)["runs"]
    results = run["results"]
    assert len(results) == MOST_RESULTS
    assert {"最后29997", "最后29998", "最后29999"} <= {r["properties"]["term"] for r in results[:100]}
    grades = [SEVERITIES.index(r["properties"]["severity"]) for r in results]
    assert grades == sorted(grades, reverse=True)
    medium = [r["properties"]["term"] for r in results if r["properties"]["severity"] == "medium"]
    rare = {term for term in medium if term != "耐克"}
    assert set(medium[: len(rare) + 1]) == {"耐克", *rare}
    assert len(gzip.compress(text.encode())) < 10_000_000
    told = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert told == writer.notes
    assert "5,000 of 30,000 findings are left out" in told[0]
    assert "GitHub shows 5,000 of a file" in told[1]
    assert run["properties"]["truncated"] is True


def test_sarif_of_a_small_scan_is_whole_and_says_nothing() -> None:
    """No note where no limit bites."""
    text, writer, _ = finished("sarif", many(200))
    assert (len(json.loads(text)["runs"][0]["results"]), writer.notes) == (200, [])


def test_github_gets_ten_errors_ten_warnings_and_one_notice() -> None:
    """The rest is told; no word fills all places."""
    text, writer, _ = finished("github", many(30_000))
    lines = text.splitlines()
    assert Counter(line[2:].partition(" ")[0] for line in lines) == {"error": 10, "warning": 10, "notice": 1}
    assert "more findings have no annotation" in lines[-1]
    assert len({line for line in lines if "最后" in line}) == 3
    assert sum("“耐克”" in line for line in lines) < 5
    assert writer.notes
    assert finished("github", small_scan())[1].notes == []


@pytest.mark.parametrize("length", [1, 5000])
def test_a_summary_in_markdown_is_below_the_limit(length: int) -> None:
    """GitHub drops a summary of more than 1 MiB as a whole."""
    rows = [
        Entry("shop/" + "名" * length, i, i, made_report("最佳", made_finding("最佳", 0, 2, term=f"{i}" * length)), sku="<&|" * length)
        for i in range(2000)
    ]
    text = rendered("markdown", rows)
    assert len(text.encode()) < MOST_BYTES
    assert "and 1,800 more" in text
    assert text.count("| LGC201 ") >= 200


def test_gitlab_fingerprints_are_unique_and_stay() -> None:
    """Equal rows have fingerprints of their own, and a row put before them changes none."""
    text = "全网最低价"
    same = [Entry("a.csv", i, i + 1, made_report(text, made_finding(text, 0, 5, fingerprint="f"))) for i in range(50)]
    other = Entry("a.csv", 99, 1, made_report("最佳", made_finding("最佳", 0, 2, fingerprint="g")))
    before, after = (json.loads(rendered("gitlab", rows)) for rows in (same, [other, *same]))
    assert len({issue["fingerprint"] for issue in before}) == 51
    assert {issue["fingerprint"] for issue in before} < {issue["fingerprint"] for issue in after}


def test_a_junit_case_fails_from_the_limit_of_the_caller_on() -> None:
    """What only asks for a review fails on demand."""
    review = [Entry("a.csv", 1, 2, made_report("最佳", made_finding("最佳", 0, 2), verdict="review"))]
    assert "<failure" not in rendered("junit", review)
    assert '<failure type="review"' in rendered("junit", [replace(row, fail_on="review") for row in review])


def test_a_page_holds_the_worst_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sums are of all, the listings of the worst, in the order of the files, and the page says so."""
    monkeypatch.setattr(page_module, "MOST_FINDINGS", 100)
    writer = page_module.Page(Look())
    writer.worst = Worst(100)
    tally = Tally()
    for entry in many(500):
        tally.add(entry)
        writer.row(entry)
    text = "".join(writer.end(tally, ()))
    assert '"findings":500' in text
    assert text.count('\n,{"p":') == 99
    assert "400 more stand only in a full report" in writer.notes[0]
    assert "最后499" in text


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from("abc")), max_size=60), st.integers(1, 20))
def test_the_worst_are_those_of_a_sort(items: list[tuple[int, str]], capacity: int) -> None:
    """A stream with a bound keeps exactly what sorting everything by grade, round and order would put first."""
    worst: Worst[int] = Worst(capacity)
    rounds: Counter[tuple[int, str]] = Counter()
    keys = []
    for number, (grade, term) in enumerate(items):
        worst.add(number, grade, term)
        keys.append((-grade, rounds[grade, term], number))
        rounds[grade, term] += 1
    assert worst.items() == [number for *_, number in sorted(keys)[:capacity]]
    assert worst.in_order() == sorted(worst.items())
    assert worst.dropped == max(0, len(items) - capacity)


def test_levels_are_those_of_the_verdict() -> None:
    """What blocks is an error, what asks for a look a warning."""
    finding = made_finding("最佳", 0, 2)
    assert level_of(finding) == "error"
    assert level_of(made_finding("最佳", 0, 2, confidence=0.7)) == "warning"
    assert level_of(made_finding("最佳", 0, 2, disposition="needs_evidence")) == "warning"
    assert level_of(made_finding("最佳", 0, 2, severity="low")) == "note"
    assert (level_of(made_finding("最佳", 0, 2, disposition="excused")), badness(made_finding("最佳", 0, 2, disposition="excused"))) == (
        "note",
        0,
    )


def test_a_region_is_what_the_reader_tells_or_the_line() -> None:
    """Exact in a text file whose reader knows the place, the line of the row where it does not, and none in a workbook."""
    report = made_report("👟 全网最低价", made_finding("👟 全网最低价", 2, 7))
    (finding,) = report.findings
    at = At(Spot(8, 4, 9, 2))
    exact = {"startLine": 8, "startColumn": 4, "endLine": 9, "endColumn": 2}
    assert region_of(Entry("a.csv", 1, 7, report, origin=at), finding) == exact
    assert at.asked == [("title", 2, 7)]
    assert region_of(Entry("a.csv", 1, 7, report, origin=At(None)), finding) == {"startLine": 7}
    assert region_of(Entry("a.csv", 1, 7, report), finding) == {"startLine": 7}
    assert region_of(Entry("a.xlsx", 1, 7, report, sheet="S", origin=at), finding) == {}


@given(st.text(st.characters(exclude_categories=())))
def test_units_are_those_of_utf16(text: str) -> None:
    """An emoji is two, a Han character one, a lone surrogate one."""
    assert units(text) == sum(2 if char > "\uffff" else 1 for char in text)


def test_paths_are_those_of_the_repository() -> None:
    """Relative, with slashes, and escaped where they are addresses."""
    assert (path_of("./a/../shop/a.csv"), uri_of("shop/a?b=#.csv")) == ("shop/a.csv", "shop/a%3Fb%3D%23.csv")
    assert uri_of("/nowhere/a.csv") == "file:///nowhere/a.csv"


class Watched(Entry):
    """A row that can be watched."""

    __slots__ = ("__weakref__",)


@pytest.mark.parametrize("name", NAMES)
def test_no_row_is_kept(name: str) -> None:
    """A row is gone when the next one comes: what a form keeps of it is text, never the row with its listing and findings."""
    writer, tally, before = FORMS[name].make(Look()), Tally(), []
    for made in many(50):
        entry = Watched(made.path, made.row, made.line, made.report)
        tally.add(entry)
        assert "".join(writer.row(entry)) or name not in {"full", "concise", "json", "jsonl", "gitlab", "junit", "csv"}
        before.append(weakref.ref(entry))
        del entry
        assert before[-1]() is None


@pytest.mark.parametrize("name", [name for name in NAMES if name != "html"])
def test_a_long_scan_is_not_kept(name: str) -> None:
    """Ten times the rows take no more room, except for what a form may hold: results of SARIF, 200 of Markdown, a number each of GitLab."""
    if sys.gettrace() is not None:
        pytest.skip("memory is not measured under a tracer")
    _kept(name, 500)  # what is built on first use is there now
    few, more = _kept(name, 50), _kept(name, 500)
    assert more <= few + {"sarif": 450 * 1200, "gitlab": 450 * 200, "markdown": 150 * 1000}.get(name, 20_000)


def _kept(name: str, count: int) -> int:
    """Give how much of what the package itself allocated for so many rows is still there after the last.

    Only that: other threads, and the garbage of other tests that happens to be collected meanwhile, take room of their own.
    """
    writer, tally = FORMS[name].make(Look()), Tally()
    tracemalloc.start()
    try:
        for entry in many(count):
            tally.add(entry)
            for _ in writer.row(entry):
                pass
        del entry
        gc.collect()
        traces = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, str(SOURCE / "*"))])
    finally:
        tracemalloc.stop()
    return sum(trace.size for trace in traces.statistics("filename"))
