"""Honest sentences of sellers: put together from a vocabulary, and written by hand."""

from __future__ import annotations

from disguises.case import Control, Dice, half_of
from disguises.goods import GOODS
from disguises.honest import TITLES as HONEST_TITLES
from disguises.honest_pages import PAGES_AND_ENGLISH
from disguises.plain_goods import EN, HANS, HANT, PAGES, TITLES

VOCABULARY = {"hans": HANS, "hant": HANT, "en": EN}
MADE_A_HALF = {"hans": 500, "hant": 200, "en": 250, "page": 100}


def filled(form: str, script: str, dice: Dice) -> str:
    """Fill a form with words of its script."""
    goods = dice.must(GOODS[dice.random.choice(sorted(GOODS))][list(VOCABULARY).index(script)].split()).replace("_", " ")
    return form.format(goods=goods, **{slot: dice.must(words) for slot, words in VOCABULARY[script].items()})


def made(half: str, origin: str, count: int) -> list[Control]:
    """Give so many different sentences of a script, or descriptions of a page."""
    dice = Dice(half, f"controls/{origin}/{half}")
    script, forms = ("hans", PAGES) if origin == "page" else (origin, TITLES[origin])
    found: dict[str, None] = {}
    while len(found) < count:
        found[filled(dice.random.choice(forms), script, dice)] = None
    return [Control(text, half, origin, "description" if origin == "page" else "title") for text in found]


def controls(half: str) -> list[Control]:
    """Give the honest sentences of a half, no sentence twice."""
    hand = [
        Control(text, half, "by hand", "description" if text.startswith("<") else "title")
        for text in dict.fromkeys([*HONEST_TITLES, *PAGES_AND_ENGLISH])
        if half_of(text) == half
    ]
    return hand + [control for origin, count in MADE_A_HALF.items() for control in made(half, origin, count)]
