"""A small lexicon of a shop's own: a brand to watch, one record replaced, one retired."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

__all__ = ["HOUSE", "write"]

HOUSE: Final[Mapping[str, str]] = {
    "brands/ours.toml": """\
schema = 1
category = "ours"

[[brand]]
id = "morning-dew"
names.en = ["Morning Dew"]
names.zh-Hans = ["晨露家居"]
goods = ["home-textile"]
examples.hit = ["晨露家居四件套"]

[[brand]]
id = "nike"
names.en = ["Nike"]
names.zh-Hans = ["耐克"]
nicknames = ["弯勾鞋"]
goods = ["footwear"]
examples.hit = ["弯勾鞋 男款"]
""",
    "retired.toml": """\
schema = 1
brands = ["adidas"]
""",
    "rules/house.toml": """\
schema = 1
policy = "house"

[[basis]]
id = "house-style"
law.en = "House rules"
law.zh-Hans = "店铺规范"
article.en = "Wording of titles"
article.zh-Hans = "标题用语"
layer = "law"
jurisdictions = ["CN"]

[[rule]]
id = "house-clearance"
code = "LGC102"
basis = ["house-style"]
severity = "medium"
disposition = "violation"
certainty = 0.9
terms.zh-Hans = ["含泪送人"]
longer = ["含泪送人现象", "含泪送人专题"]
message.en = "“{text}” is not how we sell."
message.zh-Hans = "“{text}”不符合店铺规范。"
advice.en = "Name the price and the days on which it holds."
advice.zh-Hans = "写明价格和活动日期。"
examples.hit = ["含泪送人 四件套", "毛巾含泪送人"]
examples.pass = ["含泪送人专题书籍", "杂志 含泪送人现象研究"]
""",
}


def write(folder: Path, files: Mapping[str, str] = HOUSE) -> Path:
    """Write a lexicon and give its folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf8")
    return folder
