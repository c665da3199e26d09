"""The classes of disguise: which names each is applied to, and how its sentences are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from disguises import claims, han, latin, marks, nicknames, sound, spelling
from disguises.case import Case, Dice, Disguise, half_of
from disguises.frames import around
from disguises.goods import GOODS
from disguises.hidden import PAGES, hide
from disguises.names import Name, by_id, han_names, key, latin_names, names, owners, regional_names

CASES_A_HALF = 120
TRIES = 40_000
Pairs = Callable[[Dice], Iterator[tuple[Name | str, str]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of disguise: its pairs of a name (or an absolute word) and the form that hides it."""

    name: str
    meaning: str
    pairs: Pairs
    scripts: tuple[str, ...]
    weak: bool = False
    field: str = "title"


def disguised(make: Disguise, *groups: Callable[[], tuple[Name, ...]], words: float = 0.0, famous: bool = False) -> Pairs:
    """Apply a disguise to names drawn from the groups in turn; some of the time to an absolute word."""

    def pairs(dice: Dice) -> Iterator[tuple[Name | str, str]]:
        drawn = [[n for n in group() if n.half == dice.half and (not famous or n.home in nicknames.FAMOUS)] for group in groups]
        absolute = claims.words_of(dice.half)
        for turn in range(TRIES):
            chosen: Name | str = (
                dice.random.choice(absolute) if dice.random.random() < words else dice.random.choice(drawn[turn % len(drawn)])
            )
            plain = chosen if isinstance(chosen, str) else chosen.text
            made = make(plain, dice)
            if made is not None and made != plain:
                yield chosen, made

    return pairs


def by_hand(table: dict[str, str]) -> Pairs:
    """Take the disguised forms of each brand from a table written by hand."""

    def pairs(dice: Dice) -> Iterator[tuple[Name | str, str]]:
        forms = [(by_id()[brand][0], form) for brand, text in table.items() if brand in by_id() for form in text.split()]
        mine = [(name, form) for name, form in forms if half_of(form) == dice.half]
        for _ in range(TRIES // len(mine)):
            dice.random.shuffle(mine)
            yield from mine

    return pairs


def other_names(select: Callable[[], tuple[Name, ...]]) -> Pairs:
    """Give unambiguous names of the lexicon that stand in place of the main name: regional ones, nicknames, models."""

    def pairs(dice: Dice) -> Iterator[tuple[Name | str, str]]:
        mine = [n for n in select() if n.half == dice.half]
        for _ in range(TRIES // len(mine)):
            dice.random.shuffle(mine)
            yield from ((by_id()[n.home][0], n.text) for n in mine if by_id()[n.home][0].text != n.text)

    return pairs


def nickname_names() -> tuple[Name, ...]:
    """Give nicknames and model names of at least three characters that do not hold the brand's own name."""
    own = {brand: [key(n.text) for n in group if n.kind not in ("nicknames", "models")] for brand, group in by_id().items()}
    return tuple(
        n
        for n in names()
        if n.kind in ("nicknames", "models") and len(n.text) > 2 and not any(o in key(n.text) for o in own[n.home])  # noqa: PLR2004
    )


def claim_table(text: str) -> Pairs:
    """Take absolute words and their disguised forms from a table."""
    return lambda dice: iter(claims.hand_made(text, dice))


def emoji(word: str, dice: Dice) -> str | None:
    """Put an emoji in place of one character: 爱马仕 → 爱🐴仕, adidas → 🅰didas."""
    text = nicknames.EMOJI_LATIN if word.isascii() else nicknames.EMOJI_HAN
    table = {entry[0]: [entry[1:]] if "️" in entry else list(entry[1:]) for entry in text.split()}
    return dice.replace(word, table, 1)


def chained(*sources: Pairs) -> Pairs:
    """Take from several sources in turn."""

    def pairs(dice: Dice) -> Iterator[tuple[Name | str, str]]:
        for group in zip(*(source(dice) for source in sources), strict=False):
            yield from group

    return pairs


def spread(words: int, source: Callable[[int], tuple[Name, ...]]) -> Callable[[], tuple[Name, ...]]:
    """Ask a group of names for those of at least so many characters."""
    return lambda: source(words)


LONG_LATIN, LONG_HAN = spread(6, latin_names), spread(3, han_names)
ANY, WEST, EAST = ("hans", "hant", "en"), ("hans", "en"), ("hans",)
CLASSES = {
    kind.name: kind
    for kind in (
        Kind("width", "Ｇｕｃｃｉ", disguised(latin.width, latin_names), ANY),
        Kind("case", "nIkE", disguised(latin.case, latin_names), ANY),
        Kind("enclosed", "ⓃⒾⓀⒺ", disguised(latin.enclosed, latin_names), ANY),
        Kind("mathematical", "𝗡𝗶𝗸𝗲", disguised(latin.mathematical, latin_names), ANY),
        Kind("diacritics", "Chànél, N̶i̶k̶e̶", disguised(latin.diacritics, latin_names), ANY),
        Kind("look-alikes", "Сhаnel (Cyrillic)", disguised(latin.lookalikes, latin_names), ANY),
        Kind("small-caps", "ɴɪᴋᴇ, ᴺⁱᵏᵉ", disguised(latin.small_caps, latin_names), ANY),
        Kind("leet", "n1k3, chane1, 0PP0", chained(disguised(latin.leet, latin_names), by_hand(nicknames.SHORT_LEET)), ANY),
        Kind("letter-groups", "Gyrnshark", disguised(latin.letter_groups, LONG_LATIN), ANY),
        Kind("mixed-script", "耐ke, di奥", disguised(sound.mixed_pinyin, han_names, words=0.1), EAST),
        Kind("invisible", "Ni[ZWSP]ke, 得[DEL]力", disguised(latin.invisible, latin_names, han_names, words=0.1), EAST),
        Kind("radicals", "⾹奈儿", disguised(han.radicals, han_names), EAST),
        Kind("spaced-latin", "N I K E, n.i.k.e", disguised(latin.spaced_latin, latin_names), WEST),
        Kind("split-latin", "Gu-cci, Adi das", chained(disguised(latin.split_latin, LONG_LATIN), disguised(latin.camel, LONG_LATIN)), WEST),
        Kind("separated-han", "阿迪·达斯, 第*一", disguised(marks.separated_han, han_names, words=0.25), EAST),
        Kind("repeated", "niiike, guccii", disguised(latin.repeated, latin_names), WEST),
        Kind("decoys", "耐★克, Gu♥cci", disguised(marks.decoys, han_names, latin_names, words=0.1), EAST),
        Kind("masks-han", "香*儿, 法拉*, 迪～", disguised(marks.masked_han, han_names, famous=True), EAST, weak=True),
        Kind("masks-latin", "Ch@nel, G***i", disguised(marks.masked_latin, latin_names, famous=True), WEST),
        Kind("traditional", "愛馬仕, 爱馬仕", disguised(han.traditional, han_names, words=0.1), ("hans", "hant")),
        Kind("variants", "剋罗心", disguised(han.variants, han_names, words=0.1), EAST),
        Kind("regional", "愛迪達, 耐吉", other_names(regional_names), ("hant",)),
        Kind("homophones", "古池, 奈克", disguised(sound.homophones, han_names, LONG_HAN), EAST),
        Kind("near-homophones", "南蔻", disguised(sound.near_homophones, LONG_HAN), EAST),
        Kind("pinyin", "naike, lu yi wei deng", disguised(sound.pinyin, han_names, words=0.15), EAST),
        Kind("initials", "ADDS", disguised(sound.initials, LONG_HAN, famous=True), EAST, weak=True),
        Kind("claims-sound", "蕞好, 弟一", claim_table(claims.SOUNDS), EAST),
        Kind("claims-number", "第①, NO①, 独1无2", claim_table(claims.NUMBERS), EAST),
        Kind("look-alike-han", "耐充", disguised(han.han_lookalikes, han_names, words=0.1), EAST),
        Kind("split-characters", "而寸克, 最女子", disguised(han.split_characters, han_names, words=0.1), EAST),
        Kind("typos", "Burbery", disguised(spelling.typo, LONG_LATIN), WEST),
        Kind("typos-two-words", "Loius Vuitton", disguised(spelling.typo_of_two_words, LONG_LATIN), WEST),
        Kind("merged", "louisvuitton, new-balance", disguised(spelling.merged, LONG_LATIN), WEST),
        Kind("parted", "i Phone, Ado be", disguised(spelling.parted, LONG_LATIN), WEST),
        Kind(
            "truncation",
            "Balen, 威登",
            chained(disguised(spelling.cut_latin, LONG_LATIN, famous=True), by_hand(nicknames.TRUNCATED)),
            EAST,
            weak=True,
        ),
        Kind("x-family", "香家, 耐克家, 迪牌", by_hand(nicknames.X_FAMILY), EAST, weak=True),
        Kind("nicknames-models", "小脏鞋, Neverfull", other_names(nickname_names), WEST),
        Kind("html", "<span style=display:none>耐克", disguised(hide, han_names, latin_names, words=0.1), EAST, field="description"),
        Kind("emoji", "爱🐴仕, 🅰didas", chained(disguised(emoji, han_names, latin_names), by_hand(nicknames.EMOJI_BY_HAND)), EAST),
    )
}


def sentence(kind: Kind, chosen: Name | str, dice: Dice, *, bare: bool) -> tuple[str, str]:
    """Draw what stands before and after the name."""
    if isinstance(chosen, str):
        before, after = claims.sentence(chosen, dice)
    else:
        before, after = around(dice, chosen.goods, dice.random.choice(kind.scripts), bare=bare)
    if kind.field == "title":
        return before, after
    first, last = dice.must(PAGES)
    noun = dice.must(claims.GOODS if isinstance(chosen, str) else GOODS[chosen.goods][0].split())
    return first.replace("{g}", noun), last


def cases_of(kind: Kind, half: str) -> list[Case]:
    """Give the cases of a class in one half: the same ones every time, no sentence twice."""
    dice = Dice(half, f"{kind.name}/{half}")
    made: dict[str, Case] = {}
    for chosen, form in kind.pairs(dice):
        bare = kind.weak and dice.random.random() < 0.2  # noqa: PLR2004
        before, after = sentence(kind, chosen, dice, bare=bare)
        plain = chosen if isinstance(chosen, str) else chosen.text
        brands = frozenset() if isinstance(chosen, str) else chosen.brands | owners().get(key(form), frozenset())
        at = len(before)
        text = before + form + after
        made.setdefault(
            text,
            Case(
                kind.name,
                half,
                text,
                at,
                at + len(form),
                plain,
                before + plain + after,
                brands,
                kind.field,
                weak=kind.weak,
                signal=not bare,
            ),
        )
        if len(made) == CASES_A_HALF:
            break
    return list(made.values())
