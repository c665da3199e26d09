"""Traditional to Simplified, one character at a time: the only file that knows OpenCC.

OpenCC supplies the table and `str.translate` applies it. A stock OpenCC conversion also matches phrases, so that a character's outcome
depends on its neighbours; a fold must not, or a piece of a text would fold otherwise than the whole. Regional WORDS (愛迪達, 耐吉) are
entries of the lexicon, never a conversion of the text.
"""

from __future__ import annotations

import functools
import itertools
import json
import re
import tempfile
from pathlib import Path
from typing import Final

import opencc

from listingguard.errors import ConfigError
from listingguard.normalize.tables import quick
from listingguard.normalize.variants import VARIANTS

__all__ = ["is_traditional", "opencc_version", "simplified", "simplified_table", "to_traditional"]

_HINT: Final = "run: pip uninstall -y opencc-python-reimplemented && pip install --force-reinstall OpenCC"
_BLOCK: Final = 64
#: Where Han characters stand: the unified block with extension A, and the supplementary ideographic plane's extension B to F, rare ones.
_HAN: Final = range(0x3400, 0xA000)
_RARE: Final = range(0x20000, 0x2EBE1)
_FIRST_RARE: Final = chr(_RARE[0])


@functools.cache
def simplified_table() -> dict[int, str]:
    """Give the characters that have a simplified form or are a variant of one, each with that form, followed to its end (薴 → 苧 → 苎).

    Those beyond the first plane are left out.

    >>> "愛馬仕 藉口 乾坤 薴麻".translate(simplified_table())
    '爱马仕 藉口 干坤 苎麻'
    """
    return _followed(_simpler(_HAN))


def _followed(step: dict[str, str]) -> dict[int, str]:
    step |= {chr(code): char for code, char in VARIANTS.items()}
    table = {}
    for char, first in step.items():
        end, seen = first, {char}
        while end in step and end not in seen:
            seen.add(end)
            end = step[end]
        table[ord(char)] = end
    return table


def _simpler(*where: range) -> dict[str, str]:
    """Give the characters that OpenCC writes otherwise."""
    han = "".join(map(chr, itertools.chain(*where)))
    converted = _converter("TSCharacters").convert(han)
    blocks = (slice(i, i + _BLOCK) for i in range(0, len(han), _BLOCK))  # most of the rare ones hold nothing
    return {a: b for block in blocks if han[block] != converted[block] for a, b in zip(han[block], converted[block], strict=True) if a != b}


def simplified(text: str) -> str:
    """Give a text in Simplified characters, one for one.

    >>> simplified("愛馬仕 LV"), simplified("爱马仕")
    ('爱马仕 LV', '爱马仕')
    """
    if not _traditional_characters().search(text):
        return text
    return text.translate(_quick_table() if max(text) < _FIRST_RARE else _whole_table())


@functools.cache
def _quick_table() -> dict[int, int]:
    return quick(simplified_table())


@functools.cache
def _whole_table() -> dict[int, int]:
    """Give the table of all characters, which OpenCC takes longer to tell than all that are not rare: only for a text that holds one."""
    return quick(_followed(_simpler(_HAN, _RARE)))


@functools.cache
def _traditional_characters() -> re.Pattern[str]:
    """Give a pattern that finds any character that has a simplified form: a cheap question before the table is asked."""
    basic = "".join(chr(c) for c in sorted(simplified_table()) if c in _HAN)  # beyond, a character class is slow; there any one will do
    return re.compile(f"[{basic}]|[{_FIRST_RARE}-{chr(_RARE[-1])}]")


def is_traditional(text: str) -> bool:
    """Tell whether a text holds any character that only Traditional Chinese writes.

    >>> is_traditional("純棉四件套"), is_traditional("纯棉四件套")
    (True, False)
    """
    return simplified(text) != text


@functools.cache
def to_traditional(text: str) -> str:
    """Give our own Simplified wording in Taiwan's Traditional; for messages, never for a seller's text.

    >>> to_traditional("删除，或改为可以证明的具体事实。")
    '刪除，或改為可以證明的具體事實。'
    """
    return str(_stock("s2tw").convert(text))


@functools.cache
def _stock(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def _converter(dictionary: str) -> opencc.OpenCC:
    """Build a converter that knows one dictionary of single characters and nothing else. OpenCC takes it as a file only."""
    entry = {"dict": {"type": "ocd2", "file": str(_dictionaries() / f"{dictionary}.ocd2")}}
    config = {"name": dictionary, "segmentation": {"type": "mmseg", **entry}, "conversion_chain": [entry]}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "characters.json"
        path.write_text(json.dumps(config), encoding="utf8")
        return opencc.OpenCC(str(path))


def _dictionaries() -> Path:
    found = next(Path(opencc.__file__).parent.rglob("TSCharacters.ocd2"), None)
    if found is None:
        raise ConfigError("the module `opencc` is another distribution than OpenCC, without its dictionaries", _HINT)
    return found.parent


def opencc_version() -> str:
    """Give the version of OpenCC, whose table the fold rests on."""
    return str(getattr(opencc, "__version__", ""))
