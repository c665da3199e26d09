"""Laws of a report on a terminal: marks stand under their words, and nothing of a listing reaches the terminal but what can be seen."""

from __future__ import annotations

import itertools
import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import BASIS, FEW, LAW_READ, hostile_reports, made_finding, made_report

from listingguard import Scanner
from listingguard.model import Listing
from listingguard.report import Report
from listingguard.report.screen import cells
from listingguard.report.text import render_text
from listingguard.report.visible import is_visible, stand_in

SGR = re.compile(r"\x1b\[[0-9;]*m")


def marked_words(rendered: str) -> list[str]:
    """Read back from a rendered report what stands over each run of marks, cell by cell."""
    found = []
    for line, below in itertools.pairwise(rendered.split("\n")):
        if below.strip() and not below.strip("^ "):
            owners = [char for char in line for _ in range(max(0, cells(char)))]
            for run in re.finditer(r"\^+", below):
                whole = [key for key, _ in itertools.groupby(enumerate(owners[run.start() : run.end()]), key=lambda pair: pair[1])]
                found.append("".join(whole))
    return found


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("", "全网最低价"),
        ("夏季新款窗帘 ", "全网最低价"),
        ("abc ", "best"),
        ("ＡＢ１２　", "最佳"),
        ("ﾊﾟｼﾞｬﾏ ", "第一"),
        ("e\N{COMBINING ACUTE ACCENT}té ", "top"),
    ],
)
@pytest.mark.parametrize("after", ["", "，包邮", " tail " * 60])
def test_marks_stand_under_their_words(before: str, words: str, after: str) -> None:
    """Each mark begins and ends in the cell where its words do, whatever the width of the characters before."""
    text = before + words + after
    report = made_report(text, made_finding(text, len(before), len(before) + len(words)))
    assert marked_words(render_text(report)) == [words]


@given(st.text("价第一款LV a　９é", min_size=1, max_size=400), st.data())
def test_a_mark_is_as_wide_as_its_words(text: str, data: st.DataObject) -> None:
    """A run of marks takes the cells of its words, also in a stretch of a long text, unless the words alone are longer than a line."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 20)))
    rendered = render_text(made_report(text, made_finding(text, start, end)), width=80)
    marks = [line for line in rendered.split("\n") if line.strip() and not line.strip("^ ")]
    assert [line.count("^") for line in marks] == [cells(text[start:end])]
    assert max(map(cells, rendered.split("\n"))) <= 80


def test_an_invisible_character_is_marked_with_its_stand_in() -> None:
    """What nobody sees is written out, and the marks are as long as what is written."""
    text = "正品n\N{ZERO WIDTH SPACE}ike鞋"
    rendered = render_text(made_report(text, made_finding(text, 2, 7)))
    assert "  正品n<U+200B>ike鞋\n      ^^^^^^^^^^^^\n      1" in rendered


def test_numbers_under_neighbours_do_not_run_together() -> None:
    """Two findings at one place share a label; numbers without room stand on a further line."""
    text = "ab"
    twice = made_report(text, made_finding(text, 0, 1), made_finding(text, 0, 1, code="LGE102"), made_finding(text, 1, 2))
    assert "  ab\n  ^^\n  1,2\n   3\n" in render_text(twice)


@FEW
@given(hostile_reports(), st.booleans(), st.booleans(), st.sampled_from(["utf-8", "cp936", "cp950", "ascii", "no-such-encoding", ""]))
def test_nothing_hostile_reaches_the_terminal(report: Report, color: bool, show_excused: bool, encoding: str) -> None:  # noqa: FBT001
    """Whatever a listing holds, its report is printable characters and line breaks; the only escape sequences are our colours."""
    rendered = render_text(report, heading=report.listing.title, color=color, show_excused=show_excused, encoding=encoding)
    plain = SGR.sub("", rendered) if color else rendered
    assert all(char.isprintable() or char in "\n\N{IDEOGRAPHIC SPACE}" for char in plain)
    assert not any(unicodedata.bidirectional(char) in {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "FSI", "PDF", "PDI"} for char in plain)
    if encoding in {"utf-8", "cp936", "cp950"}:
        rendered.encode(encoding)
    else:
        rendered.encode("ascii")


@FEW
@given(hostile_reports())
def test_colour_adds_nothing_but_colour(report: Report) -> None:
    """Without its colours, a coloured report is the plain one."""
    assert SGR.sub("", render_text(report, color=True)) == render_text(report)


@FEW
@given(hostile_reports(), st.integers(0, 140))
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    """Lines keep to the width, or to forty cells where it is narrower than anything could be read in."""
    assert max(map(cells, render_text(report, width=width).split("\n"))) <= max(width, 40)


@pytest.mark.parametrize(
    ("encoding", "shown"), [("gbk", "国家级品质"), ("big5", "<U+56FD>家<U+7EA7>品<U+8D28>"), ("cp950", "<U+56FD>家<U+7EA7>品<U+8D28>")]
)
def test_a_console_shows_what_it_can_carry(encoding: str, shown: str) -> None:
    """Characters outside the console's encoding appear by their code points, and the marks fit what is shown."""
    rendered = render_text(made_report("国家级品质", made_finding("国家级品质", 0, 5)), encoding=encoding)
    assert f"  {shown}\n  {'^' * cells(shown)}\n" in rendered


def test_punctuation_is_plain_on_an_ascii_console() -> None:
    """Quotes, dots and arrows of our own wording have an ASCII spelling; only words of other scripts go by code points."""
    text = "lowest price ever"
    report = made_report(text, made_finding(text, 0, 6, suggestion="low"))
    rendered = render_text(report, encoding="ascii")
    assert '"lowest" claims the lowest price.' in rendered
    assert '"lowest" -> "low"' in rendered
    assert "<U+" not in rendered


def test_a_megabyte_is_cut_to_its_findings() -> None:
    """A field of a million characters costs no more than the lines that are shown of it."""
    text = "面料柔软，" * 100_000 + "全网最低价" + "面料柔软，" * 100_000
    report = made_report(
        {"description": text}, *(made_finding(text, a, b, field="description") for a, b in ((500_000, 500_005), (0, len(text))))
    )
    before = time.perf_counter()
    rendered = render_text(report)
    assert time.perf_counter() - before < 2
    assert len(rendered) < 4000
    assert "全网最低价" in marked_words(rendered)[1]


def test_very_many_findings_are_counted_not_shown() -> None:
    """Beyond two hundred findings the rest is one line."""
    text = "最佳" * 250
    rendered = render_text(made_report(text, *(made_finding(text, 2 * i, 2 * i + 2) for i in range(250))))
    assert rendered.count("LGC201") == 200
    assert rendered.endswith("… and 50 more")


def test_an_empty_report_is_one_line() -> None:
    """A clean listing takes one short line, with its name where it has one."""
    assert render_text(made_report()) == "PASS  nothing found"
    assert render_text(made_report(lang="zh-Hant"), heading="貨號 7\x1b[31m") == "通過  貨號 7␛[31m  未發現問題"


def test_excused_findings_are_counted_and_shown_on_request() -> None:
    """What is excused is one line at the end, or is told with its reason where the reader asks for it."""
    text = "适用于苹果手机 全网最低价"
    excused = made_finding(text, 3, 5, code="LGT102", disposition="excused", severity="info", reasons=("旁边有“适用于”：适配用语",))
    alone, both = made_report(text, excused, verdict="pass", score=0.0), made_report(text, excused, made_finding(text, 8, 13))
    assert render_text(alone) == "PASS  1 excused finding is not shown"
    assert "适配用语" in render_text(alone, show_excused=True)
    assert "LGT102" not in render_text(both)
    assert render_text(both).endswith("\n1 excused finding is not shown")
    shown = render_text(both, show_excused=True)
    assert "LGT102" in shown
    assert "not shown" not in shown
    assert marked_words(shown) == ["苹果", "全网最低价"]
    assert "\x1b[2m苹果\x1b[0m" in render_text(both, show_excused=True, color=True)


def test_a_report_in_english() -> None:
    """The whole of a report with two fields, two findings at neighbouring places, a policy and a general-knowledge basis."""
    title, bullet = "纯棉T恤 全网最低价best buy", "Tall as you like it"
    report = made_report(
        {"title": title, "bullets": ["", bullet]},
        made_finding(title, 5, 10, reasons=("said once", "said once", "said again")),
        made_finding(title, 10, 14, severity="medium", confidence=0.525, basis=(LAW_READ, BASIS), suggestion=None),
        made_finding(
            bullet, 5, 7, field="bullets[1]", disposition="needs_evidence", severity="low", basis=(), advice="", suggestion="like"
        ),
        marketplace="taobao",
    )
    assert render_text(report, heading="shop.csv:3", width=72) == "\n".join(  # noqa: FLY002
        [
            "BLOCK  shop.csv:3",
            "  score 61.5 of 100 · 3 findings · taobao · CN · rules of 2026-12-01",
            "",
            "title",
            "  纯棉T恤 全网最低价best buy",
            "          ^^^^^^^^^^^^^^",
            "          1         2",
            "",
            "   1  LGC201 price-lowest  high · violation · 90% sure",
            "      “全网最低价” claims the lowest price.",
            "      why     said once; said again",
            "      law     Shop Law, Article 3",
            "      advice  State the price instead.",
            "      edit    delete “全网最低价”",
            "",
            "   2  LGC201 price-lowest  medium · violation · 52% sure",
            "      “best” claims the lowest price.",
            "      why     “best” is a term of rule:price-lowest",
            "      law     Shop Law, Article 3",
            "      policy  Rules of the Shop, part 2 (from general knowledge, no page",
            "              was read; in force until 2027-06-30)",
            "      advice  State the price instead.",
            "",
            "bullets[1]",
            "  Tall as you like it",
            "       ^^",
            "       3",
            "",
            "   3  LGC201 price-lowest  low · needs proof · 90% sure",
            "      “as” claims the lowest price.",
            "      why   “as” is a term of rule:price-lowest",
            "      edit  “as” → “like”",
        ]
    )


def test_a_report_in_traditional_chinese() -> None:
    """Labels are written as they are in Taiwan; the seller's words stay as they are."""
    title = "全网最低价 遮光窗簾"
    finding = made_finding(title, 0, 5, message="“全网最低价”宣稱價格最低。", advice="請寫明價格。", reasons=("詞條",), basis=(BASIS,))
    report = made_report(title, finding, lang="zh-Hant", jurisdictions=("TW",))
    assert render_text(report) == "\n".join(  # noqa: FLY002
        [
            "攔截  風險分 61.5/100 · 1 處問題 · TW · 規則日期 2026-12-01",
            "",
            "標題 title",
            "  全网最低价 遮光窗簾",
            "  ^^^^^^^^^^",
            "  1",
            "",
            "   1  LGC201 最低價主張  高 · 違規 · 把握 90%",
            "      “全网最低价”宣稱價格最低。",
            "      理由  詞條",
            "      平臺  Rules of the Shop part 2（憑一般知識，未查閱原文；有效期至 2027-06-30）",
            "      建議  請寫明價格。",
            "      改寫  刪除“全网最低价”",
        ]
    )


@given(st.lists(st.sampled_from(["耐克同款", "全网最低价", "国\ud800家级", "\x1b[31m", "，", "n1ke"]), max_size=5).map("".join))
def test_what_the_scanner_says_can_be_told(scanner: Scanner, text: str) -> None:
    """Every report of the scanner has its lines, and the marked words are those of its findings."""
    report = scanner.scan(Listing(title=text))
    rendered = render_text(report)
    assert rendered.count("\n      ") >= len(report.counted)
    assert all(f"{f.code} {f.name}" in rendered for f in report.counted)


def test_what_is_taken_for_visible_is_shown_as_it_is() -> None:
    """The short way round is taken only where each character stands for itself."""
    everyday = [chr(code) for code in range(0x110000) if is_visible(chr(code))]
    assert len(everyday) > 21_000
    assert [char for char in everyday if stand_in(char) != char] == []
