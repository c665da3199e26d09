"""Reports of earlier runs, told from product files by how they begin: nobody wants the findings of findings."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["HEAD", "form_of"]

#: How many bytes of a file are looked at.
HEAD: Final = 1 << 13
_TEXT: Final = r'"(?:[^"\\]|\\.)*"'
_COLOR: Final = re.compile(r"\x1b\[[\d;]*m")
#: The sums of a run, as every text ends with them; a run without findings has nothing before them.
_SUMS: Final = (
    r"[\d,]+ (?:files?|个文件|個檔案)(?:, |，)[\d,]+ (?:rows?|行|列)(?:: |：)[\d,]+ block, [\d,]+ review, |"
    r"\d+ (?:个文件|個檔案)，\d+ (?:行|列)：\w+ \d+，\w+ \d+，"
)
_SCORE: Final = r"(?:score [\d.]+ of 100|(?:风险分|風險分) [\d.]+/100)"
_BEGINNINGS: Final = {
    "json": r'\{"schema_version":[^,]{1,20},"listingguard":"',
    "jsonl": r'\{"path":' + _TEXT + r',"row":\d+,"line":\d+,"sheet":(?:null|' + _TEXT + r'),"sku":' + _TEXT + r',(?:"cells"|"report"):\{',
    "sarif": r'\{"\$schema":"[^"]*sarif[^"]*","version":"2\.1\.0","runs":\[\{"tool":\{"driver":\{"name":"listingguard"',
    "gitlab": r'\[\s*\{"description":' + _TEXT + r',"check_name":"(?:LG[A-Z]\d{3} |not-read"|summary")',
    "junit": r'<\?xml [^>]*\?>\s*<testsuites name="listingguard">',
    "csv": r"path,sheet,line,row,cell,sku,verdict,score,field,start,end,text,code,kind,category,term,brand,severity,",
    "html": r'<!DOCTYPE html>\s*<html[^>]*><head><meta charset="utf-8"><meta name="generator" content="listingguard">',
    "markdown": r"## (?:Listings before upload|商品信息上架前检查|商品資訊上架前檢查)\n\n\d[\d&#;]* (?:files?|个文件|個檔案)\W",
    "baseline": r'\[\{"listingguard_baseline":',
    "full": rf"[A-Z一-鿿]+  \S[^\r\n]*(?:  |\r?\n  ){_SCORE} · |{_SUMS}",
    "concise": r"[^\r\n]{1,500}:\d+: [^\r\n]{0,200}\w(?:\[\d+\])?\[\d+:\d+\] [^\r\n:]{1,40} LG[A-Z]\d{3} [^\r\n]{1,80}: ",
    "grouped": r"LG[A-Z]\d{3} [^\r\n]+  [^\r\n]+\r?\n  [^\r\n]+  +×[\d,]+ (?:rows?|行|列)  ",
    "github": r"::(?:error|warning|notice) [^\r\n:]*title=(?:LG[A-Z]\d{3} [^\r\n]{1,80}|listingguard[^\r\n:]*)::",
}
_SPELLED: Final = {form: re.compile(beginning) for form, beginning in _BEGINNINGS.items()}


def form_of(head: bytes) -> str:
    r"""Give the form of a report whose first bytes these are; nothing for what is no report of ours.

    >>> form_of(b'<?xml version="1.0" encoding="UTF-8"?><testsuites name="listingguard">')
    'junit'
    >>> form_of("LGC201 price-lowest  high\n  最低价  ×2 rows  first a.csv:2, 9\n".encode())
    'grouped'
    >>> form_of("货号,标题\nA-1,纯棉四件套\n".encode()), form_of(b'[{"title": "listingguard"}]')
    ('', '')
    """
    plain = _COLOR.sub("", head.decode("utf-8-sig", "replace"))
    return next((form for form, begins in _SPELLED.items() if begins.match(plain)), "")
