"""The words of a report that are not a finding's own, in each language."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from listingguard.model import LANGS, Basis, Finding, Lang
from listingguard.report.visible import shorten

if TYPE_CHECKING:
    from listingguard.report.report import Report

__all__ = ["basis_of", "edit_of", "facts_of", "field_name", "kind_name", "message_of", "note_of", "reasons_of", "say", "summary_of"]

_LONGEST_WORDS, _LONGEST = 48, 400
#: One | many, where English tells them apart.
_WORDS: Final[dict[str, tuple[str, str, str]]] = {
    "pass": ("pass", "通过", "通過"),
    "review": ("review", "复核", "複核"),
    "block": ("block", "拦截", "攔截"),
    "info": ("info", "提示", "提示"),
    "low": ("low", "低", "低"),
    "medium": ("medium", "中", "中"),
    "high": ("high", "高", "高"),
    "critical": ("critical", "严重", "嚴重"),
    "violation": ("violation", "违规", "違規"),
    "needs_evidence": ("needs proof", "须有凭证", "須有憑證"),
    "excused": ("excused", "已豁免", "已豁免"),
    "why": ("why", "理由", "理由"),
    "law": ("law", "法律", "法律"),
    "platform": ("policy", "平台", "平臺"),
    "advice": ("advice", "建议", "建議"),
    "edit": ("edit", "改写", "改寫"),
    "delete": ("delete “{text}”", "删除“{text}”", "刪除“{text}”"),
    "replace": ("“{text}” → “{new}”", "“{text}” → “{new}”", "“{text}” → “{new}”"),
    "citation": ("{law}, {article}", "{law} {article}", "{law} {article}"),
    "general-knowledge": ("from general knowledge, no page was read", "凭一般知识，未查阅原文", "憑一般知識，未查閱原文"),
    "read": ("page read on {day}", "原文查阅于 {day}", "原文查閱於 {day}"),
    "until": ("in force until {day}", "有效期至 {day}", "有效期至 {day}"),
    "sure": ("{share:.0%} sure", "把握 {share:.0%}", "把握 {share:.0%}"),
    "note": (" ({note})", "（{note}）", "（{note}）"),
    "and": ("; ", "；", "；"),
    "score": ("score {score} of 100", "风险分 {score}/100", "風險分 {score}/100"),
    "as_of": ("rules of {day}", "规则日期 {day}", "規則日期 {day}"),
    "findings": ("{n} finding|{n} findings", "{n} 处问题", "{n} 處問題"),
    "excused_count": ("{n} excused", "{n} 处已豁免", "{n} 處已豁免"),
    "hidden": (
        "{n} excused finding is not shown|{n} excused findings are not shown",
        "另有 {n} 处已豁免，未列出",
        "另有 {n} 處已豁免，未列出",
    ),
    "more": ("… and {n} more", "……另有 {n} 处", "……另有 {n} 處"),
    "clean": ("nothing found", "未发现问题", "未發現問題"),
    "listings": ("{n} listing|{n} listings", "{n} 条商品信息", "{n} 則商品資訊"),
    "title": ("title", "标题", "標題"),
    "subtitle": ("subtitle", "副标题", "副標題"),
    "bullets": ("bullets", "卖点", "賣點"),
    "description": ("description", "详情描述", "商品描述"),
    "search_terms": ("search_terms", "搜索词", "搜尋詞"),
    "brand": ("brand", "品牌", "品牌"),
    "shop_name": ("shop_name", "店铺名", "商店名稱"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """Give one wording. `n` decides between one and many.

    >>> say("findings", "en", n=1), say("findings", "en", n=3), say("block", "zh-Hant")
    ('1 finding', '3 findings', '攔截')
    """
    one, _, many = _WORDS[key][LANGS.index(lang)].partition("|")
    return (many if many and values.get("n") != 1 else one).format(**values)


def facts_of(finding: Finding, lang: Lang) -> list[str]:
    """Give how bad a finding is, what it asks for, and how sure the scanner is."""
    return [say(finding.severity, lang), say(finding.disposition, lang), say("sure", lang, share=finding.confidence)]


def field_name(field: str, lang: Lang) -> str:
    """Give a field's name in a language beside the name that files and scripts use.

    >>> field_name("bullets[0]", "zh-Hans"), field_name("title", "en")
    ('卖点 bullets[0]', 'title')
    """
    base = field.partition("[")[0]
    spoken = say(base, lang) if base in _WORDS else field
    return field if spoken == base else f"{spoken} {field}"


def kind_name(finding: Finding, lang: Lang) -> str:
    """Give the name of a finding's kind: in English the short one that stands beside the code everywhere, in Chinese its title.

    >>> from listingguard import scan
    >>> [kind_name(scan("全网最低价").findings[0], lang) for lang in ("en", "zh-Hans", "zh-Hant")]
    ['price-lowest', '最低价主张', '最低價主張']
    """
    return finding.name if lang == "en" else _titles(lang).get(finding.code, finding.name)


@functools.cache
def _titles(lang: Lang) -> dict[str, str]:
    from listingguard.judge.policy import word  # noqa: PLC0415  loaded only where a report is shown in Chinese
    from listingguard.lexicon import default_lexicon  # noqa: PLC0415

    return {code.id: word(code.title, lang) for code in default_lexicon().codes.values()}


def message_of(finding: Finding, wording: str) -> str:
    """Give the message or the advice of a finding with words of any length cut to what can be read."""
    if len(finding.text) > _LONGEST_WORDS:
        wording = wording.replace(finding.text, shorten(finding.text, _LONGEST_WORDS))
    return shorten(wording, _LONGEST)


def reasons_of(finding: Finding) -> list[str]:
    """Give each reason once, in its order, none too long to be read."""
    return [message_of(finding, reason) for reason in dict.fromkeys(finding.reasons)]


def basis_of(basis: Basis, lang: Lang) -> str:
    """Give law and article in one line.

    >>> basis_of(Basis("b", "商标法", "第五十七条", "law", "general-knowledge", None, None, None), "zh-Hans")
    '商标法 第五十七条'
    """
    return say("citation", lang, law=basis.law, article=basis.article)


def note_of(basis: Basis, lang: Lang) -> str:
    """Give in brackets what to know before leaning on a basis: that no page was read for it, and the day on which it ends."""
    notes = [say("general-knowledge", lang)] if basis.source == "general-knowledge" else []
    if basis.effective_to is not None:
        notes.append(say("until", lang, day=basis.effective_to.isoformat()))
    return say("note", lang, note=say("and", lang).join(notes)) if notes else ""


def edit_of(finding: Finding, lang: Lang) -> str:
    """Give the suggestion as an order, or nothing where a person has to decide."""
    if finding.suggestion is None:
        return ""
    return say(
        "replace" if finding.suggestion else "delete",
        lang,
        text=shorten(finding.text, _LONGEST_WORDS),
        new=shorten(finding.suggestion, _LONGEST),
    )


def summary_of(report: Report) -> list[str]:
    """Give what stands beside verdict and score: how many findings, and the rules that they were judged by."""
    lang, counted = report.lang, len(report.counted)
    excused = len(report.findings) - counted
    return [
        say("findings", lang, n=counted) if counted else say("clean", lang),
        *([say("excused_count", lang, n=excused)] if excused else []),
        *([report.marketplace] if report.marketplace else []),
        "/".join(report.jurisdictions),
        say("as_of", lang, day=report.as_of.isoformat()),
    ]
