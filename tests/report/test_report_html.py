"""Laws of a report as HTML: sound markup, no script, nothing of a listing but escaped text, readable on light and dark ground."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import BASIS, FEW, LAW_READ, hostile_reports, made_finding, made_report

from listingguard import scan
from listingguard.report import Report
from listingguard.report.html import html_of
from listingguard.report.style import REPORT

VOID = {"br", "meta"}
TAGS = {
    *("div", "span", "style", "mark", "sup", "b", "code", "dl", "dt", "dd", "del", "ins", "a", "details", "summary", "ul", "li", "br"),
    *("html", "head", "meta", "title", "body", "h1", "h2", "p", "table", "tr", "td", "section"),
}
ATTRIBUTES = {"class", "lang", "title", "href", "rel", "target", "charset", "name", "content", "http-equiv"}


class Markup(HTMLParser):
    """Reads HTML back: which tags are there, whether they close in order, and which words stand in marks."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.styles: list[str] = []
        self.marks: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a tag that we write, with attributes that we write."""
        assert tag in TAGS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        self.marks += [""] if tag == "mark" else []
        self.links += [dict(attrs)] if tag == "a" else []
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last, and no other."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather words, those in marks apart."""
        (self.styles if self.open[-1:] == ["style"] else self.words).append(data)
        if "mark" in self.open:
            self.marks[-1] += data

    def handle_comment(self, data: str) -> None:
        """Refuse a comment: we write none."""
        raise AssertionError(data)


@FEW
@given(hostile_reports())
def test_the_markup_is_sound_whatever_the_text(report: Report) -> None:
    """Every tag and attribute is one of ours, tags close in order, the style is untouched, and every character can be seen."""
    markup = Markup(html_of(report))
    assert markup.styles == [REPORT]
    assert all(char.isprintable() or char in "\n\t\N{ZERO WIDTH JOINER}" or char.isspace() for char in "".join(markup.words))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html_of(report))


def test_hostile_words_are_shown_and_do_nothing() -> None:
    """A script in a title is text; a control or bidi character is boxed by its code point."""
    text = "<script>alert('x')</script></style>\x1b\N{RIGHT-TO-LEFT OVERRIDE}\0\ud800"
    html = html_of(made_report(text, made_finding(text, 0, len(text))))
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&lt;/style&gt;" in html
    assert [f'<span class="lgr-x">{x}</span>' in html for x in ("␛", "U+202E", "␀", "U+D800")] == [True] * 4


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(1, 20)), min_size=1, max_size=8))
def test_marks_cover_their_places_and_nothing_else(places: list[tuple[int, int]]) -> None:
    """Places may lie in and across each other: the marked characters are exactly those of the places, each once and in order."""
    text = "abcdefghijklmnopqrst"
    spans = [(start, min(20, start + length)) for start, length in sorted(places)]
    markup = Markup(html_of(made_report(text, *(made_finding(text, a, b) for a, b in spans))))
    assert "".join(markup.marks) == "".join(c for i, c in enumerate(text) if any(a <= i < b for a, b in spans))


def test_overlapping_places_show_the_worst() -> None:
    """Where a mild and a grave finding share characters, these look grave and name both."""
    text = "全网最低价格"
    html = html_of(made_report(text, made_finding(text, 0, 5, severity="low", code="LGC900"), made_finding(text, 4, 6)))
    assert '<mark class="lgr-low" title="LGC900 price-lowest">全网最低</mark>' in html
    assert '<mark class="lgr-high" title="LGC900 price-lowest · LGC201 price-lowest">价</mark><sup>1</sup>' in html
    assert '<mark class="lgr-high" title="LGC201 price-lowest">格</mark><sup>2</sup>' in html


@pytest.mark.parametrize(
    "source", ["general-knowledge", "javascript:alert(1)", "data:text/html,x", "HTTPS.example.org", " https://example.org"]
)
def test_only_pages_are_linked(source: str) -> None:
    """A source that is no address of a page is no link; one that is opens without handing over the notebook."""
    other = LAW_READ.__class__("x", "Law", "1", "law", source, None, None, None)
    markup = Markup(html_of(made_report("ab", made_finding("ab", 0, 1, basis=(other, LAW_READ)))))
    assert [(link["href"], "noopener" in str(link["rel"])) for link in markup.links] == [("https://example.org/law?a=1&b=2", True)]


def test_findings_of_general_knowledge_say_so() -> None:
    """The note stands beside a basis for which no page was read, in the report's language."""
    html = html_of(made_report("ab", made_finding("ab", 0, 1, basis=(BASIS,)), lang="zh-Hant"))
    assert "憑一般知識，未查閱原文；有效期至 2027-06-30" in html
    assert '<div class="lgr" lang="zh-Hant">' in html


def test_a_long_report_is_capped() -> None:
    """Fifty findings are shown and the rest is counted; a megabyte of text is cut to what stands around them."""
    text = "最佳" * 80 + "面料柔软，" * 200_000
    html = html_of(made_report(text, *(made_finding(text, 2 * i, 2 * i + 2) for i in range(80))))
    assert html.count("lgr-item") - REPORT.count("lgr-item") == 50
    assert "… and 30 more" in html
    assert len(html) < 120_000


def test_excused_findings_are_folded_away() -> None:
    """What is excused stands at the end, behind its count, with its own words marked."""
    text = "适用于苹果手机 全网最低价"
    excused = made_finding(text, 3, 5, code="LGT102", disposition="excused", severity="info")
    html = html_of(made_report(text, excused, made_finding(text, 8, 13)))
    before, after = html.split('<details class="lgr-more"><summary>1 excused</summary>')
    assert "LGT102" not in before
    assert '<mark class="lgr-excused" title="LGT102 price-lowest">苹果</mark><sup>2</sup>' in after


def test_a_clean_report_is_its_verdict() -> None:
    """Without findings there is a head and nothing more."""
    markup = Markup(html_of(made_report("纯棉四件套")))
    assert markup.words == ["pass", "score 0.0 of 100", "nothing found · CN · rules of 2026-12-01"]


def test_the_style_touches_only_reports() -> None:
    """Every selector of the report's style begins with its own class, and no rule asks the browser for anything from elsewhere."""
    selectors = [one for head in re.findall(r"([^{}]+)\{[^}]*\}", REPORT) for one in head.split(",")]
    assert all(one.strip().startswith(".lgr") for one in selectors)
    assert not re.search(r"url\(|@import|<", REPORT)


def test_a_notebook_shows_the_report() -> None:
    """What the scanner returns shows itself; its short form names the verdict and leaves the texts out."""
    report = scan("LV同款窗帘")
    assert report._repr_html_() == html_of(report)
    assert repr(report).startswith("<Report block, score ")
    assert "窗帘" not in repr(report)
