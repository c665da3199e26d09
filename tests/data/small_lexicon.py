"""A small lexicon that passes every check, and a way to spoil one of its files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from listingguard.lexicon.read import SourceFile

__all__ = ["FILES", "files_with"]

FILES: Final[Mapping[str, str]] = {
    "brands/fruit-phones.toml": """\
schema = 1
category = "fruit-phones"

[[brand]]
id = "apple"
owner = "Apple Inc."
names.en = ["Apple"]
names.zh-Hans = ["苹果"]
models = ["iPhone"]
ambiguous = ["Apple", "苹果"]
goods = ["phone"]
longer = ["苹果醋"]
source = "general-knowledge"
confidence = "medium"
examples.hit = ["苹果手机 256G 全网通"]
examples.pass = ["新鲜苹果5斤装 脆甜多汁"]

[[brand]]
id = "levis"
names.en = ["Levi's"]
source = "https://www.example.com/marks"
checked = 2026-11-21
confidence = "high"
examples.hit = ["Levi's 501 jeans"]
""",
    "codes.toml": """\
schema = 1

[[code]]
id = "LGC101"
name = "absolute"
category = "absolute"
title.en = "superlative"
title.zh-Hans = "绝对化用语"
about.en = "A superlative."
about.zh-Hans = "绝对化用语。"
""",
    "context/exemptions.toml": """\
schema = 1

[[exemption]]
id = "usage-tip"
clause = "cn-ad-9-3"
disposition = "excused"
title.en = "advice on use"
title.zh-Hans = "消费提示"
after = ["赏味期"]
examples.excuse = ["最佳赏味期7天"]
examples.keep = ["最佳口感"]
""",
    "context/goods.toml": """\
schema = 1

[[goods]]
id = "phone"
label.en = "phones"
label.zh-Hans = "手机"
words.en = ["phone"]
words.zh-Hans = ["手机"]
""",
    "marketplaces/taobao.toml": """\
schema = 1
id = "taobao"
name.en = "Taobao"
name.zh-Hans = "淘宝"
aliases = ["淘宝网"]
jurisdictions = ["CN"]
""",
    "rules/cn-ad-law.toml": """\
schema = 1
policy = "cn-ad-law"

[[basis]]
id = "cn-ad-9-3"
law.en = "Advertising Law of the PRC"
law.zh-Hans = "中华人民共和国广告法"
article.en = "Article 9(3)"
article.zh-Hans = "第九条第（三）项"
layer = "law"
jurisdictions = ["CN"]
effective_from = 2015-09-01
source = "general-knowledge"
confidence = "medium"

[[rule]]
id = "absolute-statutory"
code = "LGC101"
basis = ["cn-ad-9-3"]
severity = "high"
disposition = "violation"
certainty = 0.95
terms.zh-Hans = ["最佳"]
exempt = ["usage-tip"]
longer = ["最佳女主角"]
replace = { "最佳" = "优选" }
message.en = "“{text}” is a superlative."
message.zh-Hans = "“{text}”属于绝对化用语。"
advice.en = "Delete it."
advice.zh-Hans = "删除。"
examples.hit = ["最佳口感 手工曲奇", "最佳品质 羊绒围巾"]
examples.pass = ["最佳赏味期7天 手工曲奇", "最佳女主角同名小说"]
""",
}


def files_with(path: str, old: str, new: str) -> tuple[SourceFile, ...]:
    """Give the small lexicon with one piece of one file replaced; an empty path replaces nothing."""
    spoilt = dict(FILES)
    if path:
        assert spoilt[path].count(old) == 1, f"{old!r} does not stand once in {path}"
        spoilt[path] = spoilt[path].replace(old, new)
    return tuple(SourceFile(name, text.encode()) for name, text in sorted(spoilt.items()))
