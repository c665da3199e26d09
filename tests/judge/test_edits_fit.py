"""Edits fit a title: what goes along with words that are deleted, and where nothing may be deleted or put in their place."""

from __future__ import annotations

import pytest

from listingguard import Scanner
from listingguard.judge import fitted
from listingguard.judge.grammar import deletion, replacement


def without(marked: str) -> str | None:
    """Delete what stands between two bars; None where that does not fit."""
    before, words, after = marked.split("|")
    change = deletion(before + words + after, len(before), len(before) + len(words))
    return change and change.apply(before + words + after)


@pytest.mark.parametrize(
    ("marked", "clean"),
    [
        ("|最好|的面膜", "面膜"),
        ("夏季|最好|的面膜", "夏季面膜"),
        ("面膜，|全网最低价|！", "面膜！"),
        ("|全网最低价|！面膜", "面膜"),
        ("面膜 |全网最低价|", "面膜"),
        ("面膜 |全网最低价| 补水", "面膜 补水"),
        ("面膜、|全网最低价|、补水", "面膜、补水"),
        ("面膜，|全网最低价| 补水", "面膜，补水"),
        ("面膜 / |全网最低价| / 补水", "面膜 / 补水"),
        ("补水。|全网最低价|！面膜", "补水。面膜"),
        ("【|全网最低价|】面膜", "面膜"),
        ("面膜 （ |全网最低价| ） 补水", "面膜 补水"),
        ("【|全网最低价|，包邮】面膜", "【包邮】面膜"),
        ("【包邮 |全网最低价|】面膜", "【包邮】面膜"),
        ("防晒霜的|首选|", "防晒霜"),
        ("350ml|全网最低价|500ml", "350ml 500ml"),
        ("面膜\n|全网最低价|\n补水", "面膜\n\n补水"),
        ("The |best| mug", "Mug"),
        ("|The best| mug", "Mug"),
        ("Mug, the |best|!", "Mug!"),
        ("Buy the |best| mug", "Buy the mug"),
        ("Made of |finest| wool", "Made of wool"),
        ("A |best-selling| umbrella", "An umbrella"),
        ("Mug - |lowest price| - 350 ml", "Mug - 350 ml"),
        ("冷柜 |最低价| -20℃", "冷柜 -20℃"),
        ("|Lowest price| wool socks", "Wool socks"),
    ],
)
def test_a_deletion_takes_along_what_leaned_on_it(marked: str, clean: str) -> None:
    """One separator, one particle, one article or the empty brackets go with the words, and nothing else."""
    assert without(marked) == clean


@pytest.mark.parametrize(
    "marked",
    [
        "|全网最低价|！",
        "【|全网最低价|】 ……",
        "效果|最好|",
        "穿着|完美|地贴合",
        "|最佳|之选",
        "这是|最佳|选择",
        "面膜和|全网最低价|",
        "可辅助|治疗糖尿病|，饭后服用",
        "每天使用，效果|立竿见影|。",
        "妥妥的|完美|。",
        "|无敌|版 积木",
        "现货|最低|现货",
        "This is |the best| mug",
        "Sold at |lowest price| today",
        "|Best| of all mugs",
        "Non-|best|-quality mug",
    ],
)
def test_nothing_is_deleted_where_the_rest_would_hang(marked: str) -> None:
    """Where a word before or after needs the deleted ones, or nothing would be left, there is no edit."""
    assert without(marked) is None


@pytest.mark.parametrize(
    ("text", "words", "new", "clean"),
    [
        ("最好的面膜", "最好", "优良", "优良的面膜"),
        ("效果最好", "最好", "优良", "效果优良"),
        ("an ultimate mug", "ultimate", "good", "a good mug"),
        ("最好看的裙子", "最好", "优良", None),
        ("卖得最好", "最好", "优良", None),
        ("最薄处仅2毫米", "最薄", "轻薄", None),
        ("顶级品质", "顶级", "优质", None),
        ("最快3天发货", "最快", "快", None),
    ],
)
def test_a_replacement_fits_its_neighbours(text: str, words: str, new: str, clean: str | None) -> None:
    """New words stand only where the old ones were an attribute or a predicate of their own."""
    start = text.index(words)
    change = replacement(text, start, start + len(words), new)
    assert (change and change.apply(text)) == clean


@pytest.mark.parametrize(
    ("html", "words", "edited"),
    [
        ("<p>最好的面膜</p><p>补水</p>", "最好", "<p>面膜</p><p>补水</p>"),
        ("<ul><li>补水，全网最低价</li></ul>", "全网最低价", "<ul><li>补水</li></ul>"),
        ("<p>全网最低价</p><p>补水</p>", "全网最低价", None),
        ("是<b>最好的面膜</b>", "最好", None),
        ("<p>全<b>网最</b>低价 面膜</p>", "全<b>网最</b>低价", None),
        ("<p>效果&nbsp;最好</p>", "最好", None),
        ('<img alt="最好的面膜"><p>面膜</p>', "最好", None),
    ],
)
def test_an_edit_in_html_stays_between_two_tags(html: str, words: str, edited: str | None) -> None:
    """No tag is touched, no element emptied, and no sentence cut that may go on behind a tag."""
    change = fitted(html, html.index(words), html.index(words) + len(words), "")
    assert (change and change.apply(html)) == edited


def test_html_that_hides_words_gets_no_suggestion(scanner: Scanner) -> None:
    """What buyers do not see, or see through tags, is for the seller to clean."""
    html = '<p>加厚窗帘</p><span style="display:none">全网最低价 面膜</span><p>国<b>家</b>级 面料</p>'
    found = scanner.scan(title="加厚窗帘", description=html).counted
    assert {f.text for f in found} >= {"全网最低价", "国<b>家</b>级"}
    assert {f.suggestion for f in found if f.text in ("全网最低价", "国<b>家</b>级")} == {None}


@pytest.mark.parametrize(
    ("text", "words", "edited"),
    [
        ("登山包 40L 国家级品质", "国家级", "登山包 40L"),
        ("国家级品质登山包", "国家级", "品质登山包"),
        ("Wear daily. 100% effective.", "100% effective", "Wear daily."),
        ("Cordless vacuum better than others", "better than", None),
        ("The best umbrella in the world", "best", None),
        ("The best umbrella, sold in the world", "best", "Umbrella, sold in the world"),
    ],
)
def test_nothing_is_left_that_says_nothing(text: str, words: str, edited: str | None) -> None:
    """A noun that only the claim filled goes with it, and so does a blank at the end; a comparison keeps its object."""
    change = fitted(text, text.index(words), text.index(words) + len(words), "")
    assert (change and change.apply(text)) == edited
