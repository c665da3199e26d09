"""A game, a film or a character named as the picture on goods of another kind: 初音未来鼠标垫."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from listingguard.judge.context import FieldContext
from listingguard.match import Hit
from listingguard.model import Step
from listingguard.normalize import fold

__all__ = ["motif"]

#: What a work is known for, and what else it is sold as. 卡通 and 周边 stand for `character`, too, and say nothing about the goods.
_WORKS: Final = frozenset({"character", "virtual-goods", "book-media", "toy"})
_MADE_UP: Final = frozenset({"character", "virtual-goods"})
_ITSELF: Final = _WORKS | {"game-console", "software"}
_SAID: Final = frozenset({"character"})
_TIES: Final = frozenset({"official", "genuine"})
_JOINT: Final = re.compile("联名|合作款|限定|collab")
_NEAR: Final = 6
_WORD: Final = re.compile("[a-z0-9]+")


def motif(hit: Hit, ctx: FieldContext) -> Step | None:
    """Give the goods on which a work is no more than the picture, or None where it sells the goods as a brand does.

    That is so for its own goods (toys, figures, books, accounts), for clothes, bags and jewellery, which are sold under such names, where
    the text claims a tie with its owner (正版, 官方授权, 联名), and for the mark of the house, also beside its works: 迪士尼 米奇.
    """
    brand = hit.term.brand
    assert brand is not None
    if brand.goods.isdisjoint(_MADE_UP) or not brand.goods <= _WORKS or _claims_a_tie(hit, ctx):
        return None
    groups = ctx.all_goods() - _SAID
    if not groups or not groups.isdisjoint(_ITSELF | ctx.lexicon.universal):
        return None
    if hit.term.method != "model" and _names_the_house(brand.id, brand.owner):
        return None
    group = next((group for group in ctx.goods if group in groups), "")
    if not group:
        group = min(groups)
        return Step("goods", 0, 0, group, "goods with a picture", f"goods:{group}")
    return ctx.step("goods", *ctx.goods[group][0], "goods with a picture", f"goods:{group}")


def _names_the_house(brand_id: str, owner: str) -> bool:
    """Tell whether a brand bears the name of its owner.

    >>> _names_the_house("pokemon", "The Pokémon Company"), _names_the_house("hello-kitty", "Sanrio")
    (True, False)
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", fold(owner)) if char.isascii())
    return f"-{brand_id}-" in f"-{'-'.join(_WORD.findall(plain))}-"


def _claims_a_tie(hit: Hit, ctx: FieldContext) -> bool:
    near = max(0, hit.start - _NEAR), hit.end + _NEAR
    return any(cue.id in _TIES for cue in ctx.cues.near(hit.start, hit.end, _NEAR)) or _JOINT.search(ctx.text, *near) is not None
