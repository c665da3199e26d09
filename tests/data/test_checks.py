"""The checks are checked: a spoilt file gets exactly the complaint it deserves, at the line where it stands."""

from __future__ import annotations

import pytest
from small_lexicon import FILES, files_with

from listingguard.lexicon.checks import check, read
from listingguard.lexicon.read import SourceFile

BRANDS, RULES, EXEMPTIONS = "brands/fruit-phones.toml", "rules/cn-ad-law.toml", "context/exemptions.toml"
CODE = FILES["codes.toml"].removeprefix("schema = 1\n\n")

#: file, what is replaced, by what, the complaint: "line: problem".
SPOILT = {
    "no TOML": (BRANDS, 'owner = "Apple Inc."', 'owner = "Apple Inc.', "6: not valid TOML: Illegal character '\\n' (at line 6, column 20)"),
    "unknown key": (BRANDS, 'owner = "Apple', 'ownr = "Apple', '6: brand "apple": unknown key "ownr"'),
    "wrong type": (BRANDS, 'goods = ["phone"]', 'goods = "phone"', '11: brand "apple": goods: input should be a valid tuple'),
    "comment": (BRANDS, 'id = "levis"', 'id = "levis" # jeans', "19: a comment has no place in the canonical form"),
    "order of keys": (
        BRANDS,
        'names.en = ["Apple"]\nnames.zh-Hans = ["苹果"]',
        'names.zh-Hans = ["苹果"]\nnames.en = ["Apple"]',
        "7: not in canonical form: should be 'names.en = [\"Apple\"]'",
    ),
    "order of records": (BRANDS, 'id = "apple"', 'id = "pomme"', "5: not in canonical form: should be 'id = \"levis\"'"),
    "file name": (BRANDS, 'category = "fruit-phones"', 'category = "phones"', '2: category "phones" is not the name of the file'),
    "duplicate id": (BRANDS, 'id = "levis"', 'id = "apple"', '19: brand "apple": this id is taken, see data/brands/fruit-phones.toml:5'),
    "no name": (BRANDS, 'names.en = ["Levi\'s"]\n', "", '18: brand "levis": it has no name'),
    "blank name": (BRANDS, "Levi's\"]", "Levi's \"]", '20: brand "levis": "Levi\'s " has blanks at its ends or nothing that can be seen'),
    "reached by closing": (BRANDS, "Levi's\"]", 'Levi\'s", "Levis"]', '20: brand "levis": "Levis" is already reached by "Levi\'s"'),
    "reached by case": (BRANDS, '["iPhone"]', '["iPhone", "IPHONE"]', '9: brand "apple": "IPHONE" is already reached by "iPhone"'),
    "reached by script": (BRANDS, '["iPhone"]', '["iPhone", "蘋果"]', '9: brand "apple": "蘋果" is already reached by "苹果"'),
    "reached by width": (BRANDS, '["iPhone"]', '["iPhone", "ＡＰＰＬＥ"]', '9: brand "apple": "ＡＰＰＬＥ" is already reached by "Apple"'),
    "signs in a name": (BRANDS, '["iPhone"]', '["iPhone", "苹·果"]', '9: brand "apple": "苹·果" is "苹果" in disguise'),
    "digits in a name": (BRANDS, '["iPhone"]', '["iPhone", "app1e"]', '9: brand "apple": "app1e" is "Apple" in disguise'),
    "day to come": (BRANDS, "checked = 2026-11-21", "checked = 2999-11-21", '22: brand "levis": checked 2999-11-21 is yet to come'),
    "shared name": (
        BRANDS,
        "Levi's\"]",
        'Levi\'s", "iphone"]',
        '20: brand "levis": "iphone" is a name of brand "apple" (data/brands/fruit-phones.toml), too',
    ),
    "ambiguous but no name": (
        BRANDS,
        '["Apple", "苹果"]\ngoods',
        '["Apple", "苹果", "Pear"]\ngoods',
        '10: brand "apple": ambiguous "Pear" is none of its names',
    ),
    "too short, Latin": (BRANDS, "Levi's\"]", 'Levi\'s", "LS"]', '20: brand "levis": "LS" is too short to stand for the brand alone'),
    "too short, Han": (BRANDS, '["iPhone"]', '["iPhone", "苹"]', '9: brand "apple": "苹" is too short to stand for the brand alone'),
    "no hit": (BRANDS, 'examples.hit = ["Levi\'s 501 jeans"]\n', "", '18: brand "levis": it has no examples.hit'),
    "no pass": (
        BRANDS,
        'examples.pass = ["新鲜苹果5斤装 脆甜多汁"]\n',
        "",
        '10: brand "apple": it has ambiguous or short names and no examples.pass',
    ),
    "empty pass": (
        BRANDS,
        "新鲜苹果5斤装 脆甜多汁",
        "新鲜雪梨5斤装",
        '16: brand "apple": examples.pass "新鲜雪梨5斤装" contains none of its names',
    ),
    "useless shield": (BRANDS, '"苹果醋"', '"雪梨醋"', '12: brand "apple": longer "雪梨醋" contains none of its names'),
    "shield of all": (BRANDS, '"苹果醋"', '"苹果"', '12: brand "apple": longer "苹果" is one of its names'),
    "unknown goods": (BRANDS, 'goods = ["phone"]', 'goods = ["phones"]', '11: brand "apple": goods "phones" names nothing'),
    "address without day": (BRANDS, "checked = 2026-11-21\n", "", '21: brand "levis": source is an address and checked is missing'),
    "day without address": (
        BRANDS,
        'source = "general-knowledge"\n',
        'source = "general-knowledge"\nchecked = 2026-11-21\n',
        '14: brand "apple": general knowledge has no day',
    ),
    "too sure": (BRANDS, 'confidence = "medium"', 'confidence = "high"', '14: brand "apple": general knowledge is at most medium'),
    "no address": (BRANDS, '"general-knowledge"', '"a friend"', '13: brand "apple": source "a friend" is no address'),
    "unknown basis": (
        RULES,
        'basis = ["cn-ad-9-3"]',
        'basis = ["cn-ad-9-33"]',
        '19: rule "absolute-statutory": basis "cn-ad-9-33" names nothing',
    ),
    "no basis": (RULES, 'basis = ["cn-ad-9-3"]', "basis = []", '19: rule "absolute-statutory": it has no basis'),
    "unknown code": (RULES, 'code = "LGC101"', 'code = "LGC999"', '18: rule "absolute-statutory": code "LGC999" names nothing'),
    "unknown exemption": (RULES, '["usage-tip"]', '["usage-tips"]', '24: rule "absolute-statutory": exempt "usage-tips" names nothing'),
    "unused exemption": (
        RULES,
        'exempt = ["usage-tip"]\n',
        "",
        'context/exemptions.toml:4: exemption "usage-tip": no rule names this exemption',
    ),
    "unused code": (
        "codes.toml",
        "[[code]]",
        CODE.replace("LGC101", "LGC100") + "\n[[code]]",
        '4: code "LGC100": no rule has this code',
    ),
    "listing for nobody": (
        RULES,
        "examples.hit = [",
        'listings.hit = [{ title = "最佳口感 手工曲奇", marketplace = "taobo" }]\nexamples.hit = [',
        '31: rule "absolute-statutory": marketplace "taobo" names nothing',
    ),
    "listing without a text": (
        RULES,
        "examples.hit = [",
        'listings.hit = [{ marketplace = "taobao" }]\nexamples.hit = [',
        '31: rule "absolute-statutory": listings.hit.0: a listing has a text: give a title or another part',
    ),
    "one hit": (RULES, ', "最佳品质 羊绒围巾"', "", '31: rule "absolute-statutory": it has 1 examples.hit'),
    "empty rule pass": (
        RULES,
        "最佳女主角同名小说",
        "同名小说",
        '32: rule "absolute-statutory": examples.pass "同名小说" contains none of its terms',
    ),
    "useless rule shield": (
        RULES,
        '["最佳女主角"]',
        '["女主角"]',
        '25: rule "absolute-statutory": longer "女主角" contains none of its terms',
    ),
    "replaces nothing": (RULES, '{ "最佳" =', '{ "最好" =', '26: rule "absolute-statutory": replace "最好" is none of its terms'),
    "platform of nobody": (RULES, 'layer = "law"', 'layer = "platform"', '10: basis "cn-ad-9-3": a platform\'s rule names no marketplace'),
    "no condition": (EXEMPTIONS, 'after = ["赏味期"]\n', "", '3: exemption "usage-tip": it states no condition'),
    "no regular expression": (
        EXEMPTIONS,
        'after = ["赏味期"]',
        'after = ["赏味期"]\nrequire = ["(天"]',
        "10: exemption \"usage-tip\": require '(天' is no regular expression: missing ), unterminated subpattern at position 0",
    ),
    "proof without need": (
        EXEMPTIONS,
        'after = ["赏味期"]',
        'proof.en = "a receipt"\nproof.zh-Hans = "凭证"\nafter = ["赏味期"]',
        '3: exemption "usage-tip": proof goes with needs_evidence, and only with it',
    ),
    "marketplace named otherwise": (
        "marketplaces/taobao.toml",
        'id = "taobao"',
        'id = "tmall"',
        '2: id "tmall" is not the name of the file',
    ),
}


def test_the_small_lexicon_passes() -> None:
    """A lexicon without mistakes gets no complaint: what the other tests complain about is the mistake alone."""
    assert check(files_with("", "", "")) == ()


@pytest.mark.parametrize(("path", "old", "new", "complaint"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_gets_its_complaint(path: str, old: str, new: str, complaint: str) -> None:
    """Every kind of mistake is told with the file and the line where it stands, and with nothing else beside what follows from it."""
    told = [str(problem).split("\n", maxsplit=1)[0] for problem in check(files_with(path, old, new))]
    expected = f"data/{complaint}" if "toml:" in complaint.split(" ", maxsplit=1)[0] else f"data/{path}:{complaint}"
    assert expected in told
    assert len(told) <= 3


def test_all_problems_are_told_at_once() -> None:
    """One mistake does not hide another, not even in another file and on another rung of the ladder."""
    spoilt = dict(FILES)
    spoilt[BRANDS] = spoilt[BRANDS].replace('"苹果醋"', '"雪梨醋"')
    spoilt[RULES] = spoilt[RULES].replace("severity", "severty")
    spoilt["codes.toml"] = spoilt["codes.toml"].replace("[[code]]", "[[code]")
    told = {problem.path for problem in check(tuple(SourceFile(name, text.encode()) for name, text in sorted(spoilt.items())))}
    assert told == {f"data/{BRANDS}", f"data/{RULES}", "data/codes.toml"}


def test_a_file_that_cannot_be_read_makes_no_id_unknown() -> None:
    """Where a file is broken, records that lean on it are not complained about: the mistake is not theirs."""
    problems = check(files_with("context/goods.toml", "[[goods]]", "[[goods]"))
    assert [problem.path for problem in problems] == ["data/context/goods.toml"]


def test_an_unknown_key_is_answered_with_the_near_one() -> None:
    """A slip of the finger is answered with the key that was meant."""
    (problem,) = [p for p in check(files_with(BRANDS, "longer", "loner")) if "loner" in p.problem]
    assert problem.hint == 'did you mean "longer"?'


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (RULES, 'severity = "high"', 'severity = "hihg"', 'did you mean "high"?'),
        (BRANDS, "checked = 2026-11-21", 'checked = "soon"', "write a day without quotes: 2026-11-21"),
        (BRANDS, 'id = "levis"', 'id = "Levi’s"', 'ids are small letters, digits and hyphens ("louis-vuitton"), texts stand in quotes'),
        (RULES, 'severity = "high"\n', "", "add it: docs/reference/data-format.md lists what a record needs"),
    ],
)
def test_every_complaint_about_a_value_has_a_remedy(path: str, old: str, new: str, hint: str) -> None:
    """What is to be written instead, whatever is wrong with it."""
    assert hint in [problem.hint for problem in check(files_with(path, old, new))]


def test_a_broken_brand_file_hides_nothing_elsewhere() -> None:
    """Of a brand file with a mistake its own records are missing; ids that name nothing and examples of all others are told."""
    spoilt = dict(FILES)
    spoilt[BRANDS] = spoilt[BRANDS].replace("owner", "ownr", 1)
    spoilt[RULES] = spoilt[RULES].replace('basis = ["cn-ad-9-3"]', 'basis = ["cn-ad-9-33"]')
    files = tuple(SourceFile(name, text.encode()) for name, text in sorted(spoilt.items()))
    assert {problem.path for problem in check(files)} == {f"data/{BRANDS}", f"data/{RULES}"}
    found = read(tuple(file for file in files_with(BRANDS, "owner = \"Apple", "ownr = \"Apple")))
    assert found.records is not None
    assert (found.records.brands, len(found.records.rules)) == ((), 1)


def test_an_alias_stands_for_one_marketplace() -> None:
    """A seller who names a marketplace by an alias gets the rules of that one."""
    other = FILES["marketplaces/taobao.toml"].replace('"taobao"', '"tmall"')
    files = (*files_with("", "", ""), SourceFile("marketplaces/tmall.toml", other.encode()))
    (problem,) = check(files)
    assert str(problem).startswith('data/marketplaces/tmall.toml:5: marketplace "tmall": alias "淘宝网" already stands for "taobao"')
