"""Absolute and other forbidden words, and why they are no offence at times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from listingguard import Scanner

CLAIMS = [
    ("最佳面霜 滋润", "最佳", "absolute"),
    ("顶级面料 四件套", "顶级", "absolute"),
    ("全国销量第一 豆浆机", "全国销量第一", "absolute"),
    ("全网最低价 秒杀", "全网最低价", "price"),
    ("治疗失眠 枕头", "治疗失眠", "medical"),
    ("驰名商标 酱油", "驰名商标", "state"),
    ("高仿手表 男", "高仿", "counterfeit"),
    ("明星同款 墨镜", "明星同款", "imitation"),
    ("開光手串", "開光", "superstition"),
    ("永不过时的格纹大衣", "永不过时", "guarantee"),
    ("宫廷御用 胭脂", "宫廷御用", "state"),
    ("复购王 猫砂", "复购王", "absolute"),
    ("三天瘦五斤 肚脐贴", "三天瘦五斤", "medical"),
    ("中国最早的茶厂 岩茶", "中国最早的", "absolute"),
    ("敏感三件套 祛红血丝", "祛红血丝", "medical"),
    ("玫瑰面霜 补气血", "补气血", "medical"),
    ("比双11还便宜 纸巾", "比双11还便宜", "price"),
]
EXCUSED = [
    ("这是本系列最佳的一款", "self-comparison"),
    ("最佳赏味期7天 请冷藏", "usage-tip"),
    ("没有最好，只有更合适", "negation"),
    ("追求极致的手感", "goal"),
    ("送给最好的妈妈", "unrelated"),
    ("领口的刺绣是衬衫最抢眼的地方", "unrelated"),
    ("哪款才是最好的选择？请看尺码", "question"),
    ("这款是最厚的吗？请看参数", "question"),
    ("我们以最大诚意对待来信", "attitude"),
    ("本店宗旨：顾客第一", "attitude-first"),
    ("新毛巾最好先过水", "advice"),
    ("层板最大承重30kg", "own-feature"),
    ("折叠后最小仅20cm", "limit-value"),
    ("绘本《完美的一天》", "quotation"),
    ("第一，装入电池；第二，按下开关", "enumeration"),
    ("型号：至尊A6 保温壶", "name-label"),
    ("绝对心动 正版小说 全套", "work-title"),
    ("武道至尊 手游 首充号", "work-title"),
    ("化妆师御用 散粉刷", "favoured-by"),
    ("We strive to make the best linen towels", "goal"),
    ("The lightest backpack in our range", "self-comparison-behind"),
]
#: An exemption that holds, and beside it, in the same sentence, a claim that it does not cover.
CLAIM_STAYS = [
    ("第一次使用请充电，第一品牌", "第一品牌"),
    ("追求舒适，最好的面料", "最好"),
    ("层板最大承重30kg，市面上最大的货架", "市面上最大"),
    ("2023年获设计奖，全国最好的椅子", "全国最好"),
    ("2024年中国大陆吹风机零售额第一（来源：奥维云网），最好的吹风机", "最好"),
    ("《完美的一天》绘本，最佳礼物", "最佳"),
    ("最便宜的床垫，哪里买？", "最便宜"),
    ("销量第一的教辅书", "销量第一"),
    ("史上最好看的漫画书 全套", "史上最好"),
    ("不是最贵，却是最好的毛巾", "最好"),
    ("Winner of the 2024 Red Dot award, best quality lamp", "best quality"),
]
PROOF = [
    ("2024年中国大陆吹风机零售额第一（来源：奥维云网年度报告）", "time-place-fact", "report"),
    ("2024年中国大陆吹风机零售额第一", "time-place-incomplete", "source"),
    ("荣获2023年度最佳新品称号", "award", "Certificate"),
    ("Winner of the 2024 Red Dot award, best of the best", "award", "Certificate"),
    ("环保等级：最高级 GB/T 39600", "grading-standard", "standard"),
]


@pytest.mark.parametrize(("title", "text", "category"), CLAIMS)
def test_a_claim_is_found_at_its_words(scanner: Scanner, title: str, text: str, category: str) -> None:
    """A forbidden word is a finding with its category, its law and a message that quotes it."""
    (finding,) = scanner.scan(title).counted
    assert (finding.text, finding.category, finding.brand, finding.usage) == (text, category, None, None)
    assert text in finding.message
    assert finding.basis
    assert finding.advice


@pytest.mark.parametrize(("title", "exemption"), EXCUSED)
def test_an_exemption_excuses_and_says_why(scanner: Scanner, title: str, exemption: str) -> None:
    """An excused word stays in the report, does not count, has nothing to mend, and names the exemption and its words."""
    report = scanner.scan(title)
    (finding,) = report.findings
    assert (finding.disposition, finding.severity, finding.suggestion) == ("excused", "info", None)
    (step,) = [s for s in finding.evidence if s.kind == "exemption"]
    assert step.record == f"exemption:{exemption}"
    assert title[step.start : step.end] == step.before != ""
    assert (report.verdict, report.score) == ("pass", 0.0)


def test_an_exemption_ends_with_its_sentence(scanner: Scanner) -> None:
    """What excuses a word must stand in the same sentence."""
    assert scanner.scan("追求极致的手感").verdict == "pass"
    assert scanner.scan("我们有追求。极致的手感").verdict != "pass"


@pytest.mark.parametrize(
    ("title", "severity"),
    [("完美面料 衬衫", "high"), ("完美遮瑕 粉底", "high"), ("完美勾勒腰线 半裙", "low"), ("曲线更完美", "low")],
)
def test_perfect_weighs_by_what_it_praises(scanner: Scanner, title: str, severity: str) -> None:
    """Perfect goods and effects are a grave claim; how they fit and the figure of who wears them are praised mildly."""
    (finding,) = scanner.scan(title).counted
    assert (finding.code, finding.disposition, finding.severity) == ("LGC107", "violation", severity)


def test_what_proof_could_settle_is_never_silent(scanner: Scanner) -> None:
    """A fact with year, place and source needs evidence; the bare claim is a violation; both are reported."""
    (sourced,) = scanner.scan("2024年全国销量第一（来源：欧睿国际年度报告）").findings
    (bare,) = scanner.scan("全国销量第一").findings
    assert (sourced.disposition, bare.disposition) == ("needs_evidence", "violation")
    assert sourced.severity == "medium"
    assert bare.severity == "high"


@pytest.mark.parametrize(("title", "claim"), CLAIM_STAYS)
def test_an_exemption_covers_its_own_words_only(scanner: Scanner, title: str, claim: str) -> None:
    """What is excused in one part of a sentence never excuses a claim in another."""
    assert [(f.text, f.disposition) for f in scanner.scan(title).counted if f.disposition == "violation"] == [(claim, "violation")]


@pytest.mark.parametrize(("title", "exemption", "proof"), PROOF)
def test_a_finding_says_which_proof_it_needs(scanner: Scanner, title: str, exemption: str, proof: str) -> None:
    """An exemption that needs proof names it in the reasons, in the language of the report, with the article that grants it."""
    for lang, word in (("en", proof), ("zh-Hans", "证明"), ("zh-Hant", "證明")):
        (finding,) = scanner.scan(title, lang=lang).findings
        assert (finding.disposition, finding.severity) == ("needs_evidence", "medium")
        assert [s.record for s in finding.evidence if s.kind in ("exemption", "proof")] == [f"exemption:{exemption}"] * 2
        assert word in finding.reasons[-1]
        assert ("Article 6" if lang == "en" else "第六") in finding.reasons[-2]


@pytest.mark.parametrize(
    "title",
    ["销量第一 吹风机", "2024年本市吹风机销量第一", "全国吹风机销量第一，数据说话", "2024年新款，全国包邮，吹风机销量第一"],
)
def test_a_fact_without_year_or_territory_is_a_claim(scanner: Scanner, title: str) -> None:
    """Sales facts want a year and a territory of at least a province beside the claim."""
    assert [f.disposition for f in scanner.scan(title).counted] == ["violation"]


@pytest.mark.parametrize("goods", ["血压计", "辅导班", "理财产品", "感冒药", "褪黑素"])
def test_strict_goods_get_no_attitude_and_no_goal(scanner: Scanner, goods: str) -> None:
    """For devices, medicines, health food, investments and courses a goal is read as a promise."""
    assert scanner.scan("致力于做到最好的毛巾").ok
    assert not scanner.scan(f"致力于做到最好的{goods}").ok


@pytest.mark.parametrize("jurisdiction", ["TW", "HK", "US", "EU"])
def test_absolute_words_want_proof_outside_the_mainland(scanner: Scanner, jurisdiction: str) -> None:
    """Where no law bans superlatives, they are a matter of proof, and less bad."""
    (there,) = scanner.scan("顶级面料 四件套", jurisdiction=jurisdiction).findings
    (here,) = scanner.scan("顶级面料 四件套").findings
    assert (there.disposition, there.severity) == ("needs_evidence", "medium")
    assert (here.disposition, here.severity) == ("violation", "high")


def test_a_marketplaces_ban_in_titles_holds_in_titles(scanner: Scanner) -> None:
    """What a marketplace bans in titles is a violation there, proof or not; elsewhere the law decides, and a rule without law is silent."""
    listing = {"title": "Best quality canvas bag", "description": "Best quality cloth", "marketplace": "amazon"}
    assert [(f.field, f.disposition) for f in scanner.scan(**listing).findings] == [
        ("title", "violation"),
        ("description", "needs_evidence"),
    ]
    listing = {"title": "清仓 帆布包", "description": "清仓 帆布包", "marketplace": "pinduoduo"}
    assert [f.field for f in scanner.scan(**listing).findings] == ["title"]


def test_the_fame_of_a_person_is_no_imitation_of_the_brand_beside_it(scanner: Scanner) -> None:
    """明星同款 asks for the person's consent, also beside a brand; 同款 right behind the brand is imitation."""
    (fame,) = [f for f in scanner.scan("Keepall明星同款 旅行袋").findings if f.code == "LGT202"]
    (style,) = [f for f in scanner.scan("LV同款 旅行袋").findings if f.code == "LGT201"]
    (alone,) = scanner.scan("同款 旅行袋").findings
    assert [f.disposition for f in (fame, style, alone)] == ["needs_evidence", "violation", "needs_evidence"]


@pytest.mark.parametrize("title", ["第一次使用请先充电", "最近到货", "最后三天", "国家级实验室", "收缩压偏高"])
def test_longer_words_are_other_words(scanner: Scanner, title: str) -> None:
    """A forbidden word inside a harmless longer one is nothing."""
    assert scanner.scan(title).findings == ()


def test_a_disguised_claim_is_a_claim(scanner: Scanner) -> None:
    """Hiding a forbidden word makes it no less one, and the disguise is a finding of its own."""
    plain, hidden = scanner.scan("最佳面霜"), scanner.scan("最\N{ZERO WIDTH SPACE}佳面霜")
    assert [f.code for f in hidden.findings if f.category != "evasion"] == [f.code for f in plain.findings]
    assert [f.code for f in hidden.findings if f.category == "evasion"] == ["LGE101"]
    assert hidden.score > plain.score


def test_a_grade_of_copies_may_be_a_superlative_too(codes: Callable[..., list[str]]) -> None:
    """顶级 is banned as such, and 顶级版本 is how copies are graded: one is told beside the other."""
    assert {code[:3] for code in codes("顶级版本 老爹鞋")} == {"LGC", "LGT"}


def test_claims_inside_a_brands_name_are_the_name(codes: Callable[..., list[str]]) -> None:
    """A word of a rule inside an accepted brand is not judged for itself."""
    assert codes("Best Buy 礼品卡") == codes("Best Buy 礼品卡 ")
    assert [code for code in codes("耐克 最佳") if code.startswith("LGC")] == ["LGC101"]


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("最佳面霜 滋润", "上佳面霜 滋润"),
        ("全网最低价 秒杀窗帘", " 秒杀窗帘"),
        ("半裙完美地修饰腿型", "半裙修饰腿型"),
        ("衬出完美的曲线", "衬出曲线"),
    ],
)
def test_a_suggestion_mends(scanner: Scanner, title: str, clean: str) -> None:
    """The text with the suggestion put in place scans clean."""
    (finding,) = scanner.scan(title).counted
    assert finding.suggestion is not None
    mended = title[: finding.start] + finding.suggestion + title[finding.end :]
    assert mended == clean
    assert scanner.scan(mended).ok


def test_words_beside_a_brand_need_the_brand(scanner: Scanner) -> None:
    """Some words are an offence only beside somebody's brand, in whatever field the brand stands."""
    assert scanner.scan("原版型连衣裙").ok
    assert not scanner.scan("Nike 原版型卫衣").ok
    assert scanner.scan(title="Nike 卫衣", bullets=["原版型"]).counted[-1].field == "bullets[0]"
