"""Names in disguise and misspelt names: what is found, and what is left alone."""

from __future__ import annotations

import pytest

from listingguard import Scanner
from listingguard.lexicon import Lexicon
from listingguard.match import Hit, TypoSearch, exact_hits, latin_words, loose_hits, pieced_hits, typo_hits
from listingguard.normalize import AlignedText, align


def misspelt(aligned: AlignedText, lexicon: Lexicon) -> list[Hit]:
    """Find the names that words of a text misspell."""
    return typo_hits(aligned, latin_words(aligned.text), TypoSearch(lexicon))


DISGUISED = [
    ("n.i.k.e 鞋", "nike", "n.i.k.e"),
    ("鞋 n i k e", "nike", "n i k e"),
    ("N*I*K*E", "nike", "n*i*k*e"),
    ("nіke", "nike", "nіke"),
    ("n1ke", "nike", "n1ke"),
    ("耐·克", "耐克", "耐·克"),
    ("爱-马-仕", "爱马仕", "爱-马-仕"),
    ("macb0ok", "macbook", "macb0ok"),
    ("b1rkin包", "birkin", "b1rkin"),
    ("耐/克鞋", "耐克", "耐/克"),
    ("耐 克鞋", "耐克", "耐 克"),
    ("最·好", "最好", "最·好"),
]


@pytest.mark.parametrize(("text", "term", "written"), DISGUISED)
def test_a_disguise_is_seen_through(small: Lexicon, text: str, term: str, written: str) -> None:
    """A disguised name is found at the very characters that make it up."""
    aligned = align(text)
    hits = loose_hits(aligned, small)
    assert [(hit.term.folded, aligned.text[hit.start : hit.end], hit.view) for hit in hits] == [(term, written, "skeleton")]


@pytest.mark.parametrize("text", ["nike", "耐克 nike", "n i k", "unіkes", "snіke", "hlke", "苹/果", "n-i-k-e-s", "nike!"])
def test_what_is_no_disguise_is_left_alone(small: Lexicon, text: str) -> None:
    """Plain names are the exact matcher's; everyday words and parts of words are no disguise."""
    assert loose_hits(align(text), small) == []


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("hermees", "hermes"),
        ("niiike", "nike"),
        ("hremes", "hermes"),
        ("hermse", "hermes"),
        ("brikin", "birkin"),
        ("macbok", "macbook"),
        ("macbbook", "macbook"),
    ],
)
def test_one_slip_of_the_finger_is_seen_through(small: Lexicon, word: str, name: str) -> None:
    """A long name with one letter more, less, or swapped is that name, and so is any with letters repeated."""
    aligned = align(f"新款 {word} 包")
    (hit,) = misspelt(aligned, small)
    assert (hit.term.folded, hit.view, aligned.text[hit.start : hit.end]) == (name, "typo", word)
    assert 0.5 < hit.similarity <= 1


@pytest.mark.parametrize("word", ["hermes", "birding", "birkins", "aple", "virkin", "hremse", "hermesbag", "xhermes", "hermes7x"])
def test_words_are_not_misspelt_names(small: Lexicon, word: str) -> None:
    """The name itself, honest words, plurals, short and everyday names, another first letter and two slips are left alone."""
    assert misspelt(align(word), small) == []


def test_the_three_readers_share_nothing(small: Lexicon) -> None:
    """A text has its plain names from one reader, its disguised ones from another, its misspelt ones from the third."""
    aligned = align("nike n.i.k.e hermees")
    found = [[hit.start for hit in hits] for hits in (exact_hits(aligned, small), loose_hits(aligned, small), misspelt(aligned, small))]
    assert found == [[0], [5], [13]]


HALVED = [
    ("而寸克跑鞋", "nike", "而寸克"),
    ("朋友送的卡扌立威羽毛球拍", "callaway", "卡扌立威"),
    ("送女友酷木白太阳镜", "coopervision", "酷木白"),
    ("面料而寸古又专柜", None, ""),
    ("木木成林 女子组", None, ""),
]


@pytest.mark.parametrize(("text", "brand", "written"), HALVED)
def test_characters_taken_apart_are_put_together(lexicon: Lexicon, text: str, brand: str | None, written: str) -> None:
    """Halves are read as the character that they make, where a name comes of it; the hit holds every half."""
    hits = pieced_hits(align(text), lexicon)
    brands = {(hit.term.brand.id, text[hit.start : hit.end]) for hit in hits if hit.term.brand}
    assert ((brand, written) in brands) if brand else not brands


def test_several_characters_of_a_name_may_be_taken_apart(lexicon: Lexicon) -> None:
    """Halves that stand near each other are put together in one reading."""
    (hit,) = {h[:2] for h in pieced_hits(align("新款而寸士口斯猫砂"), lexicon) if h.term.brand and h.term.folded == "耐吉斯"}
    assert hit == (2, 7)


def test_a_letter_that_no_table_knows_leaves_a_word_readable(lexicon: Lexicon) -> None:
    """One strange letter among plain ones stands for the one letter that makes a name; whole words of another alphabet are words."""
    (hit,) = loose_hits(align("新款 Լevоіt 空气净化器"), lexicon)
    assert (hit.term.text, hit.view) == ("Levoit", "skeleton")
    assert loose_hits(align("корм для кошек 2 кг"), lexicon) == []


READINGS = [
    ("SΛMSUNG手机", "Samsung", "sλmsung"),
    ("PRДDД手提包", "Prada", "prдdд"),
    ("ΝIKΣ跑鞋", "Nike", "νikσ"),
    ("ᑕᕼᗩᑎEᒪ", "Chanel", "ᑕᕼᗩᑎeᒪ"),
    ("女士D工OR口红", "Dior", "d工or"),
    ("尺OLEX手表", "Rolex", "尺olex"),
]


@pytest.mark.parametrize(("text", "name", "written"), READINGS)
def test_a_letter_may_look_like_several(lexicon: Lexicon, text: str, name: str, written: str) -> None:
    """A letter reads by its sound or by its look, each as what makes a name; a Chinese character drawn like a capital, too."""
    aligned = align(text)
    assert {(h.term.text, aligned.text[h.start : h.end]) for h in loose_hits(aligned, lexicon)} == {(name, written)}


@pytest.mark.parametrize(
    "text", ["λ=550nm 滤光片", "10μm 过滤膜", "Δx 物理 Σ", "代工oppo手机壳", "出口LG空调", "山nike专卖", "USB口type-c"]
)
def test_signs_of_science_and_words_beside_names_are_no_disguise(lexicon: Lexicon, text: str) -> None:
    """Greek letters of formulas, and characters that only stand beside a name, read as what they are."""
    assert loose_hits(align(text), lexicon) == []


def brands(text: str) -> list[str]:
    """Give the brands that a scan names."""
    return [finding.brand for finding in Scanner().scan(text).findings if finding.brand]


def test_ornaments_at_a_joint_of_a_name_are_seen_through() -> None:
    """Signs beside the joint of a name of several words hide it no more than inside of one; a stop parts words."""
    assert brands("Moose※ Knuckles外套") == ["moose-knuckles"]
    assert brands("New、Balance 鞋") == []


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("小鸟宝莉毛绒玩具", "my-little-pony"),
        ("大刀水手T恤", "popeye"),
        ("中毕牙膏 两支", "zhonghua-toothpaste"),
        ("学生钢笔 练字", ""),
        ("小鸟玩具 宝宝", ""),
    ],
)
def test_one_wrong_character_of_a_longer_name_is_seen_through(text: str, brand: str) -> None:
    """A character that looks like the right one may stand in the middle of a name, and in one whose rest is a word for goods."""
    assert brands(text) == [brand] * bool(brand)


DRAWN = [
    ("steam d&ck 贴膜", "steam-deck"),
    ("hyd|2o flask 保温杯", "hydro-flask"),
    ("garr1ier 洗发水", "garnier"),
    ("Tarnpax 卫生棉条", "tampax"),
    ("送女友星👨克茶饮料", "starbucks"),
    ("新款🔥跑鞋🔥女鞋", ""),
    ("！MAC 口红", "mac"),
    ("Mi11pro保护套", "xiaomi"),
    ("身体乳 5味可选", ""),
    ("up! up! 气球派对", ""),
]


@pytest.mark.parametrize(("text", "brand"), DRAWN)
def test_letters_drawn_with_signs_and_pictures_are_seen_through(text: str, brand: str) -> None:
    """Beside a right word, with bars for letters, with a picture inside; signs around words are no letters."""
    assert brands(text) == [brand] * bool(brand)


SIGNS = [
    ("CHANE.L 雨伞", "chanel", True),
    ("Natural[izer 女士单鞋", "naturalizer", True),
    ("S´napple peach tea", "snapple", True),
    ("泓ゝ乐羊奶粉", "", False),
    ("TP_LINK 路由器", "tp-link", False),
    ("cream+milk 套装", "", False),
    ("罗小。黑 毛绒公仔", "the-legend-of-luo-xiaohei", True),
    ("宝宝穿着好。奇妙的纸尿裤", "", False),
]


@pytest.mark.parametrize(("text", "brand", "hidden"), SIGNS)
def test_any_sign_that_parts_a_word_of_a_name_hides_it(text: str, brand: str, *, hidden: bool) -> None:
    """One at a joint of the name's own does not, and one between two words parts them."""
    found = Scanner().scan(text).findings
    assert [finding.brand for finding in found if finding.brand] == [brand] * bool(brand)
    assert any(finding.category == "evasion" for finding in found) is hidden


@pytest.mark.parametrize("text", ["移动硬盘 促销500台送硅胶套", "变频器 买3台送线"])
def test_a_measure_behind_a_figure_begins_no_name(text: str) -> None:
    """台送 looks like 台达 and is none: the figure before counts."""
    assert brands(text) == []


@pytest.mark.parametrize(("text", "brand"), [("can make 唇膏", "canmake"), ("you can make it", ""), ("fine colour print", "")])
def test_two_words_that_close_to_a_name_need_a_second_signal(text: str, brand: str) -> None:
    """Can make is a brand of cosmetics beside them alone."""
    assert brands(text) == [brand] * bool(brand)
