"""Something that can be searched: one automaton for each view of a text, and the records behind what it finds.

Records are made when they are first asked for: a process that scans one title needs a handful of three thousand brands.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import threading
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from listingguard.lexicon.automaton import Automaton
from listingguard.lexicon.cache import read_snapshot, write_snapshot
from listingguard.lexicon.forms import AMBIGUOUS, DIGITS, HEARD, LEFT, LOOSE, RIGHT, SHIELD, unpack
from listingguard.lexicon.lines import Lines, without
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.market import marketplace_of
from listingguard.lexicon.plain import basis_of, exemption_of, where_of
from listingguard.lexicon.read import SourceFile, digest_of, read_files
from listingguard.lexicon.snapshot import snapshot_of, unpacked
from listingguard.lexicon.terms import Brand, Code, ContextWord, Goods, Rule, Term, is_latin
from listingguard.normalize import Blended, Skeleton, Sounds, fold

if TYPE_CHECKING:
    from listingguard.lexicon.load import Records

__all__ = ["Automaton", "Knots", "Lexicon", "compile_records", "default_lexicon", "lexicon_of"]

#: A map from raw sureness to confidence: the knots, raw and sure, each rising from 0 to 1.
Knots = tuple[tuple[float, ...], tuple[float, ...]]


_LAST: Final = "\U0010ffff"  # sorts behind whatever may follow


class Lexicon:
    """Everything listingguard knows, read-only, with the automata that find it.

    `exact` searches the folded view, `loose` the skeleton view, `context` the goods words and cues. `typos` are the names long enough to be
    recognised misspelt, `known` the words that never are. With the same `digest` the same text gives the same findings. `own` names the own
    lexicons over the one that ships, in their order; the version tells them, too: `2026.11+house`.
    """

    def __init__(self, snapshot: Mapping[str, Any], own: Sequence[str] = ()) -> None:
        self._snapshot = without(snapshot, "first", "kind", "owner", "spelling", "records", "patterns")
        self._first, self._kind, self._owner = (unpacked(snapshot[name]) for name in ("first", "kind", "owner"))
        self._brands: dict[str, Brand] = {}
        versions = {layer: f" {version}" for layer, version in snapshot["own_versions"]}
        self.own = tuple(f"{name}{versions.get(layer, '')}" for layer, name in enumerate(own, 1))
        self.version = "+".join((snapshot["version"], *own))
        self.date = dt.date.fromisoformat(snapshot["date"])
        self.digest: str = snapshot["digest"]
        self.bases = {b["id"]: basis_of(b) for b in snapshot["bases"]}
        self.codes = {c["id"]: Code(**c) for c in snapshot["codes"]}
        self.exemptions = {e["id"]: exemption_of(e) for e in snapshot["exemptions"]}
        groups = snapshot["goods"]
        self.goods = {g["id"]: Goods(g["id"], g["label"], g["kind"], frozenset(g["fits"]), frozenset(g["holds"])) for g in groups}
        self.devices, self.services, self.universal = (
            frozenset(goods.id for goods in self.goods.values() if goods.kind == kind) for kind in ("device", "service", "universal")
        )
        self.charged = self.devices.intersection(*(goods.fits for goods in self.goods.values() if goods.kind == "companion"))
        self.marketplaces = {m["id"]: marketplace_of(m) for m in snapshot["marketplaces"]}
        self.rules = {r["id"]: self._rule(r) for r in snapshot["rules"]}
        self._spelling: list[str] = snapshot["spelling"].split("\n")
        self._records: list[str] = snapshot["records"].split("\n")
        self.calibration: dict[tuple[str, str], Knots] = {
            (category, disposition): (tuple(raw), tuple(sure))
            for categories, dispositions, raw, sure in snapshot["calibration"]
            for category in categories
            for disposition in dispositions
        }
        self._patterns: list[str] = snapshot["patterns"].split("\n")
        self._searched = len(self._patterns) - snapshot["spelled"]
        self.exact: Automaton[Term] = Automaton(self._patterns[: self._searched], self.terms)

    @functools.cached_property
    def loose(self) -> Automaton[Term]:
        """Give the automaton of the skeleton view."""
        behind: dict[str, list[int]] = self._snapshot["loose"]
        indices = list(map(tuple, behind.values()))
        return Automaton(list(behind), lambda i: tuple(t for index in indices[i] for t in self.exact.values(index) if t.loose))

    @functools.cached_property
    def _spelled(self) -> dict[str, int]:
        return {word: index for index, word in enumerate(self._patterns[self._searched :], self._searched)}

    def spelled(self, word: str) -> tuple[Term, ...]:
        """Give what a Latin word stands for that is the pinyin or the initials of Chinese names and claims."""
        index = self._spelled.get(word)
        return () if index is None else self.terms(index)

    @functools.cached_property
    def heard(self) -> Automaton[Term]:
        """Give the automaton of the view by sound."""
        behind: dict[str, list[int]] = self._snapshot["heard"]
        indices = list(map(tuple, behind.values()))
        return Automaton(list(behind), lambda i: tuple(t for index in indices[i] for t in self.exact.values(index) if t.heard))

    @functools.cached_property
    def apart(self) -> Automaton[str]:
        """Give the automaton of halves of characters and of pictures, and behind each the characters or words that it stands for."""
        apart: dict[str, list[str]] = self._snapshot["apart"]
        words = list(apart.values())
        return Automaton(list(apart), lambda i: tuple(words[i]))

    @functools.cached_property
    def honest(self) -> frozenset[str]:
        """Give the Chinese words that sound like a term and mean something else (支架, 紫色), the terms themselves among them."""
        return frozenset(self._snapshot["honest"].split("\n"))

    @functools.cached_property
    def sounds(self) -> Sounds:
        """Give what hears a text."""
        return Sounds(*self._snapshot["sounds"])

    def beginning_with(self, start: str) -> list[str]:
        """Give the folded names that begin so and may be recognised by a part of them; `names_of` gives their terms."""
        names = self._partial
        return names[bisect_left(names, start) : bisect_left(names, start + _LAST)]

    @functools.cached_property
    def _partial(self) -> list[str]:
        return list(self._snapshot["partial"].split("\n"))

    def names_of(self, folded: str) -> list[Term]:
        """Give the terms of a folded spelling that are a brand's listed names."""
        return [term for term in self.terms_of(folded) if term.brand and not (term.shield or term.disguise)]

    @functools.cached_property
    def pieces(self) -> frozenset[str]:
        """Give the Latin letters that may be left of a name whose other part is written in Chinese characters."""
        return frozenset(self._snapshot["pieces"].split())

    @functools.cached_property
    def context(self) -> Automaton[ContextWord]:
        """Give the automaton of goods words and cues; the longest word at a place counts."""
        words: dict[str, list[list[Any]]] = self._snapshot["context"]
        entries = list(words.values())
        return Automaton(list(words), lambda i: tuple(ContextWord(*entry) for entry in entries[i]), longest=True)

    @functools.cached_property
    def looks(self) -> dict[str, str]:
        """Give, for the characters of names, those that look like them."""
        return dict(self._snapshot["looks"])

    @functools.cached_property
    def skeleton(self) -> Skeleton:
        """Give the maker of skeletons."""
        return Skeleton(self._snapshot["confusables"], self.known)

    @functools.cached_property
    def joined(self) -> frozenset[str]:
        """Give the pairs of characters that stand beside each other in the Chinese terms of the skeleton view."""
        return frozenset(self._snapshot["joined"].split())

    @functools.cached_property
    def loose_words(self) -> frozenset[str]:
        """Give the Latin words of the skeleton view."""
        return frozenset(self._snapshot["loose_words"].split())

    @functools.cached_property
    def blended(self) -> Blended:
        """Give the reader of those words where letters of other alphabets stand in them."""
        return Blended(self.loose_words)

    @functools.cached_property
    def typos(self) -> tuple[str, ...]:
        """Give the folded names that may be misspelt."""
        return tuple(dict.fromkeys(self._snapshot["typos"]))

    @functools.cached_property
    def drawn(self) -> frozenset[str]:
        """Give the folded names of one word in which signs may stand for letters."""
        return frozenset(filter(None, self._snapshot["drawn"].split("\n")))

    @functools.cached_property
    def phrases(self) -> tuple[str, ...]:
        """Give the folded Latin names of several words that mean nothing else."""
        return tuple(dict.fromkeys(self._snapshot["phrases"]))

    @functools.cached_property
    def syllables(self) -> tuple[str, ...]:
        """Give the Chinese names and claims that may be written in pinyin, in syllables."""
        return tuple(filter(None, self._snapshot["syllables"].split("\n")))

    @functools.cached_property
    def known(self) -> frozenset[str]:
        """Give the Latin words that misspell nothing."""
        return frozenset(self._snapshot["known"].split("\n"))

    @functools.cached_property
    def _told(self) -> dict[str, str]:
        return dict(self._snapshot["brands"])

    def brand(self, brand_id: str) -> Brand:
        """Give a brand by its id."""
        if brand_id not in self._brands:
            owner, goods, inside, signals, confidence, known = json.loads(self._told[brand_id])
            self._brands[brand_id] = Brand(brand_id, owner, frozenset(goods), frozenset(inside), tuple(signals), confidence, known)
        return self._brands[brand_id]

    @functools.cached_property
    def han_names(self) -> frozenset[str]:
        """Give the folded Han names of brands that mean nothing else: words that a segmenter should keep whole."""
        names = (pattern for i, pattern in enumerate(self.exact.patterns) if self._is_name(i))
        return frozenset(name for name in names if not is_latin(name[0]) and len(name) > 1)

    def _is_name(self, index: int) -> bool:
        rows = range(self._first[index], self._first[index + 1])
        kinds = (unpack(self._kind[row]) for row in rows if self._records[self._owner[row]].startswith("brand:"))
        return any(not (flags & (AMBIGUOUS | SHIELD) or disguise) for _, flags, disguise in kinds)

    def brands_named(self, name: str) -> tuple[str, ...]:
        """Give the ids of the brands that a name stands for, folded as the scanner folds.

        >>> default_lexicon().brands_named("ＮＩＫＥ"), default_lexicon().brands_named("無此品牌")
        (('nike',), ())
        """
        return tuple(self._names.get(fold(name).strip(), ()))

    @functools.cached_property
    def _names(self) -> dict[str, list[str]]:
        return dict(self._snapshot["names"])

    def terms(self, index: int) -> tuple[Term, ...]:
        """Give the terms behind a pattern of `exact`."""
        first = self._first
        return tuple(self._term(self._patterns[index], row) for row in range(first[index], first[index + 1]))

    def terms_of(self, folded: str) -> tuple[Term, ...]:
        """Give the terms with exactly this folded spelling."""
        whole = (index for index, start, end in self.exact.find(folded) if (start, end) == (0, len(folded)))
        return tuple(t for index in whole for t in self.exact.values(index)) or self.spelled(folded)

    def _term(self, folded: str, row: int) -> Term:
        method, flags, disguise = unpack(self._kind[row])
        kind, _, record_id = self._records[self._owner[row]].partition(":")
        return Term(
            self._spelling[row],
            folded,
            method,
            self.brand(record_id) if kind == "brand" else None,
            self.rules[record_id] if kind == "rule" else None,
            disguise,
            *(bool(flags & flag) for flag in (AMBIGUOUS, SHIELD, DIGITS, LOOSE, LEFT, RIGHT, HEARD)),
        )

    def _rule(self, r: dict[str, Any]) -> Rule:
        code = self.codes[r["code"]]
        same = ("id", "code", "severity", "disposition", "certainty", "needs", "boundary", "delete", "message", "advice")
        values: dict[str, Any] = {key: r[key] for key in same}
        return Rule(
            **values,
            only_goods=frozenset(r["only_goods"]),
            normal_goods=frozenset(r["normal_goods"]),
            name=code.name,
            category=code.category,
            exemptions=tuple(self.exemptions[e] for e in r["exempt"]),
            where=tuple(map(where_of, r["where"])),
            replace={fold(term): new for term, new in r["replace"].items()},
            bases=tuple(self.bases[b] for b in r["basis"]),
        )


def default_lexicon() -> Lexicon:
    """Give the lexicon that ships with listingguard, one for all threads, from the cache if it was compiled before."""
    with _loading:
        return _default()


_loading = threading.RLock()


@functools.cache
def _default() -> Lexicon:
    return lexicon_of(read_files(data_folder()))


def lexicon_of(files: tuple[SourceFile, ...], own: Sequence[str] = ()) -> Lexicon:
    """Give the lexicon of these files, from the cache if they were compiled before; `own` names the layers over the first."""
    snapshot = read_snapshot(digest_of(files))
    if snapshot is None:
        from listingguard.lexicon.load import load  # noqa: PLC0415  pydantic and TOML are needed only to compile

        snapshot = Lines.of(snapshot_of(load(files)))
        write_snapshot(snapshot)
    return Lexicon(snapshot, own)


def compile_records(records: Records) -> Lexicon:
    """Compile records that have passed the schema."""
    return Lexicon(snapshot_of(records))
