"""Laws of fixing: what a fix may do to a listing, and what it may never do."""

from __future__ import annotations

import dataclasses
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nasty import listings, nasty_texts, written

from listingguard import Fixed, Listing, Scanner
from listingguard.fix import fix_with

RANK = {"pass": 0, "review": 1, "block": 2}
BOTH = st.booleans()


def worth(fixed: Fixed) -> tuple[tuple[int, float], tuple[int, float]]:
    """Give verdict and score after and before."""
    return (RANK[fixed.after.verdict], fixed.after.score), (RANK[fixed.before.verdict], fixed.before.score)


@given(listings(), BOTH)
def test_a_fix_is_never_worse(scanner: Scanner, parts: dict[str, object], unsafe: bool) -> None:  # noqa: FBT001  drawn
    """Neither verdict nor score is worse than before, the report after is that of the fixed listing, and nothing raises."""
    listing = Listing.of(parts)
    fixed = fix_with(scanner, listing, unsafe=unsafe)
    after, before = worth(fixed)
    assert after[0] <= before[0]
    assert after[1] <= before[1]
    assert fixed.before == scanner.scan(listing)
    assert fixed.after == scanner.scan(fixed.listing)
    assert [left.finding for left in fixed.left] == list(fixed.after.counted)


@given(written(), BOTH)
def test_a_fix_brings_no_disguise(scanner: Scanner, text: str, unsafe: bool) -> None:  # noqa: FBT001  drawn
    """No disguise and no name is in the fixed text that was not in the text."""
    fixed = fix_with(scanner, Listing(text), unsafe=unsafe)
    for kind in ("evasion", "trademark", "counterfeit"):
        old = [(f.code, f.text) for f in fixed.before.counted if f.category == kind]
        new = [(f.code, f.text) for f in fixed.after.counted if f.category == kind]
        assert all(new.count(item) <= old.count(item) for item in new)


@given(written(), BOTH)
def test_a_fix_of_a_fix_changes_nothing(scanner: Scanner, text: str, unsafe: bool) -> None:  # noqa: FBT001  drawn
    """What can be fixed is fixed at once."""
    fixed = fix_with(scanner, Listing(text), unsafe=unsafe)
    assert fix_with(scanner, fixed.listing, unsafe=unsafe).edits == ()


@given(listings(), BOTH)
def test_a_fix_empties_no_field(scanner: Scanner, parts: dict[str, object], unsafe: bool) -> None:  # noqa: FBT001  drawn
    """Every field that said something says something still."""
    listing = Listing.of(parts)
    fixed = fix_with(scanner, listing, unsafe=unsafe)
    said = [name for name, text in listing.texts() if re.search(r"[^\W_]", text)]
    says = [name for name, text in fixed.listing.texts() if re.search(r"[^\W_]", text)]
    assert said == says


@given(nasty_texts(), BOTH)
def test_edits_lead_from_the_text_to_the_fixed_text(scanner: Scanner, text: str, unsafe: bool) -> None:  # noqa: FBT001  drawn
    """Made one after the other, the edits turn the text into the fixed one: nothing is changed that is not told."""
    fixed = fix_with(scanner, Listing(text), unsafe=unsafe)
    for edit in fixed.edits:
        assert text[edit.start : edit.end] == edit.before
        text = text[: edit.start] + edit.after + text[edit.end :]
    assert text == fixed.listing.title


@given(written(), BOTH)
def test_an_edit_stays_with_its_finding(scanner: Scanner, text: str, unsafe: bool) -> None:  # noqa: FBT001  drawn
    """Beyond the words of the finding an edit touches one separator, particle, article or pair of brackets, or the case of a letter."""
    for edit in fix_with(scanner, Listing(text), unsafe=unsafe).edits:
        low, high = min(f.start for f in edit.findings), max(f.end for f in edit.findings)
        assert edit.start <= low
        assert high <= edit.end
        around = edit.before[: low - edit.start] + edit.before[high - edit.start :]
        if edit.after.strip() and around:  # an article or a capital that was put right
            continue
        letters = [char for char in around if unicodedata.category(char)[0] in "LN"]
        assert "".join(letters).lower() in ("", "的", "之", "the", "a", "an")
        assert sum(unicodedata.category(char)[0] == "P" for char in around if char not in "。！!.?？…") <= 3


@given(written())
def test_a_safe_fix_touches_no_brand(scanner: Scanner, text: str) -> None:
    """Without the seller's say every brand, every word of imitation and every sign of a fake stays."""
    kinds = ("trademark", "imitation", "counterfeit")
    for edit in fix_with(scanner, Listing(text)).edits:
        assert not any(f.category in kinds for f in edit.findings)


@given(written())
def test_copies_stay_what_they_are(scanner: Scanner, text: str) -> None:
    """Not even with the seller's say does a listing of copies lose the brand, the word of imitation or the sign of the fake."""
    fixed = fix_with(scanner, Listing("高仿 " + text), unsafe=True)
    kinds = ("trademark", "imitation", "counterfeit")
    assert not any(f.category in kinds for edit in fixed.edits for f in edit.findings)


@pytest.mark.parametrize("text", ["最最佳佳面膜 补水", "全网最全网最低价低价 面膜", "国最好家级 白酒", "治绝对疗失眠的枕头"])
def test_two_edits_make_no_new_claim(scanner: Scanner, text: str) -> None:
    """Neighbouring edits that would make a claim together are not made together."""
    fixed = fix_with(scanner, Listing(text))
    old = {(f.code, f.text) for f in fixed.before.counted}
    assert {(f.code, f.text) for f in fixed.after.counted} <= old


def test_a_fix_names_what_it_left(scanner: Scanner) -> None:
    """Every finding that is left bears its reason."""
    fixed = fix_with(scanner, Listing("LV同款窗帘 抗菌面料 全网最低价"))
    assert fixed.listing.title == "LV同款窗帘 抗菌面料"
    assert [(left.finding.text, left.reason) for left in fixed.left] == [("LV", "imitation"), ("同款", "imitation"), ("抗菌", "proof")]
    assert all(left.why(lang) for left in fixed.left for lang in ("en", "zh-Hans", "zh-Hant"))
    bold = fix_with(scanner, dataclasses.replace(fixed.listing), unsafe=True)
    assert (bold.listing.title, bold.after.verdict) == ("窗帘 面料", "pass")


@pytest.mark.parametrize("text", ["SK-II神仙水平替精华 100ml", "耐克 跑鞋 阿迪达斯同款"])
def test_no_brand_is_left_to_stand_for_the_goods(scanner: Scanner, text: str) -> None:
    """Where a brand is named as the goods themselves the words of imitation stay: without them the goods would pass for the brand's."""
    fixed = fix_with(scanner, Listing(text), unsafe=True)
    assert any(f.usage == "product" for f in fixed.before.counted)
    assert not any(f.category == "imitation" or f.usage == "imitation" for edit in fixed.edits for f in edit.findings)


def test_the_goods_stay(scanner: Scanner) -> None:
    """Words of imitation that name the goods, too, are not taken out with them."""
    assert "外套" in fix_with(scanner, Listing("小香风外套 女 粗花呢"), unsafe=True).listing.title
