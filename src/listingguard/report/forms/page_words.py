"""The words of the page that are not a finding's own, in each language, for the script that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from listingguard.model import LANGS, SEVERITIES, Disposition, Lang
from listingguard.report.words import say

__all__ = ["DISPOSITIONS", "page_words"]

DISPOSITIONS: Final[tuple[Disposition, ...]] = ("violation", "needs_evidence", "excused")
_SAID: Final = (
    *("pass", "review", "block", *SEVERITIES, *DISPOSITIONS, "why", "advice", "edit"),
    *("subtitle", "bullets", "description", "search_terms", "brand", "shop_name"),
)
#: Wordings that a report has under another name, since here the same word stands for something else, too.
_ALSO: Final = {"field_title": "title", "excused_sum": "excused", "brand_filter": "brand"}
_WORDS: Final[Mapping[str, tuple[str, str, str]]] = {
    "title": ("Listings before upload", "商品信息上架前检查", "商品資訊上架前檢查"),
    "noscript": (
        "This page shows its data with a script of its own. It loads nothing from anywhere; allow scripts for this file.",
        "本页用自带的脚本显示数据，不从任何地方加载内容；请允许此文件运行脚本。",
        "本頁用自帶的指令碼顯示資料，不從任何地方載入內容；請允許此檔案執行指令碼。",
    ),
    "dropped": (
        "the page holds {most:,} findings, the worst first; {n:,} more stand only in a full report (--output json=FILE)",
        "本页最多收录 {most:,} 处，最严重的优先；另有 {n:,} 处只在完整报告中（--output json=文件）",
        "本頁最多收錄 {most:,} 處，最嚴重的優先；另有 {n:,} 處只在完整報告中（--output json=檔案）",
    ),
    "files": ("files", "文件", "檔案"),
    "rows": ("listings", "商品", "商品"),
    "findings": ("findings", "问题", "問題"),
    "rows_skipped": ("rows skipped", "跳过的行", "略過的列"),
    "files_failed": ("files not read", "未读取的文件", "未讀取的檔案"),
    "rows_unchanged": ("unchanged, not scanned", "未改动，未扫描", "未變更，未掃描"),
    "files_unchanged": ("unchanged files", "未改动的文件", "未變更的檔案"),
    "left_out": ("left out in folders", "文件夹中未纳入", "資料夾中未納入"),
    "categories": ("By category", "按类别", "按類別"),
    "brands": ("By brand", "按品牌", "按品牌"),
    "fields": ("By field", "按字段", "按欄位"),
    "terms": ("Terms in the most listings", "出现最多的词语", "出現最多的詞語"),
    "unread": ("Not read", "未能读取", "未能讀取"),
    "more": ("and {n} more", "另有 {n} 处", "另有 {n} 處"),
    "search": ("Search words, SKU, file …", "搜索词语、编号、文件……", "搜尋詞語、編號、檔案……"),
    "verdict": ("verdict", "结论", "結論"),
    "severity": ("severity", "程度", "程度"),
    "category": ("category", "类别", "類別"),
    "field": ("field", "字段", "欄位"),
    "file": ("file", "文件", "檔案"),
    "all": ("all", "全部", "全部"),
    "show_excused": ("excused, too", "含已豁免", "含已豁免"),
    "by_file": ("file order", "按文件顺序", "按檔案順序"),
    "by_score": ("worst first", "最严重的在前", "最嚴重的在前"),
    "reset": ("Reset", "重置", "重設"),
    "shown": ("{n} listings, {m} findings", "{n} 条商品，{m} 处", "{n} 則商品，{m} 處"),
    "nothing": ("Nothing matches these filters.", "没有符合条件的结果。", "沒有符合條件的結果。"),
    "clean": ("Nothing was found.", "未发现问题。", "未發現問題。"),
    "previous": ("Previous", "上一页", "上一頁"),
    "next": ("Next", "下一页", "下一頁"),
    "page_of": ("{n} of {m}", "{n} / {m}", "{n} / {m}"),
    "score": ("score", "风险分", "風險分"),
    "sure": ("sure", "把握", "把握"),
    "delete": ("delete", "删除", "刪除"),
    "count_rows": ("listings", "商品数", "商品數"),
    "first": ("first", "首见于", "首見於"),
    "trademark": ("trademark", "商标", "商標"),
    "imitation": ("imitation", "仿款", "仿款"),
    "counterfeit": ("counterfeit", "假货", "假貨"),
    "absolute": ("absolute", "绝对化用语", "絕對化用語"),
    "price": ("price", "价格", "價格"),
    "state": ("state", "国家机关", "國家機關"),
    "medical": ("medical", "医疗", "醫療"),
    "guarantee": ("guarantee", "保证", "保證"),
    "superstition": ("superstition", "迷信", "迷信"),
    "disparagement": ("disparagement", "贬低", "貶低"),
    "stuffing": ("stuffing", "堆砌", "堆砌"),
    "evasion": ("evasion", "规避", "規避"),
    "format": ("format", "格式", "格式"),
}


def page_words(lang: Lang) -> dict[str, str]:
    """Give every wording of the page in a language.

    >>> page_words("zh-Hant")["medical"], page_words("en")["needs_evidence"]
    ('醫療', 'needs proof')
    """
    said = {key: say(other, lang) for key, other in ({key: key for key in _SAID} | _ALSO).items()}
    return {**said, **{key: wordings[LANGS.index(lang)] for key, wordings in _WORDS.items()}}
