"""How much the data holds, and what it does not hold yet: figures for a catalogue of records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.schema import BrandRecord, Sourced

__all__ = ["MISSING", "figures", "missing"]

_Lacks = Callable[[BrandRecord], bool]
#: What a brand may lack, by the name of the lack.
MISSING: Final[Mapping[str, _Lacks]] = {
    "chinese-name": lambda brand: not (brand.names.zh_hans or brand.names.zh_hant),
    "english-name": lambda brand: not brand.names.en,
    "owner": lambda brand: not brand.owner,
    "goods": lambda brand: not brand.goods,
    "opened-source": lambda brand: not _is_opened(brand),
    "pass-example": lambda brand: not brand.examples.pass_,
}


def missing(catalogue: Catalogue, what: str) -> tuple[Placed[BrandRecord], ...]:
    """Give the brands that lack something, in the order of the files."""
    return tuple(place for place in catalogue.brands if MISSING[what](place.record))


def figures(catalogue: Catalogue) -> dict[str, dict[str, int]]:
    """Give every figure, as plain values: tables of counts, each the largest first where it is a choice of words."""
    brands = [place.record for place in catalogue.brands]
    return {
        "records": _records(catalogue),
        "brands by category": _files(catalogue.brands),
        "names by language": {
            "en": sum(len(brand.names.en) for brand in brands),
            "zh-Hans": sum(len(brand.names.zh_hans) for brand in brands),
            "zh-Hant": sum(len(brand.names.zh_hant) for brand in brands),
        },
        "names by kind": _kinds(brands),
        "brands by confidence": _counted(brand.confidence for brand in brands),
        "sources": {
            f"{kind}, {words}": sum(_is_opened(place.record) == opened for place in places)
            for kind, places in (("brands", catalogue.brands), ("legal bases", catalogue.bases))
            for words, opened in (("opened page", True), ("general knowledge", False))
        },
        **_rules(catalogue),
        "brands without": {what: len(missing(catalogue, what)) for what in MISSING},
    }


def _records(catalogue: Catalogue) -> dict[str, int]:
    return {
        "brands": len(catalogue.brands),
        "rules": len(catalogue.rules),
        "legal bases": len(catalogue.bases),
        "exemptions": len(catalogue.exemptions),
        "groups of goods": len(catalogue.goods),
        "cues": len(catalogue.cues),
        "words with signs": len(catalogue.signs),
        "marketplaces": len(catalogue.marketplaces),
        "kinds of findings": len(catalogue.codes),
    }


def _rules(catalogue: Catalogue) -> dict[str, dict[str, int]]:
    """Count rules by what they are about, and by where they hold: one rule may hold in many places."""
    category = {place.id: place.record.category for place in catalogue.codes}
    bases = {place.id: place.record for place in catalogue.bases}
    rules = [place.record for place in catalogue.rules]
    return {
        "rules by category": _counted(category.get(rule.code, rule.code) for rule in rules),
        "rules by place": _counted(where for rule in rules for where in _places([bases[b] for b in rule.basis if b in bases])),
        "rules by file": _files(catalogue.rules),
    }


def _files(places: Iterable[Placed[Any]]) -> dict[str, int]:
    return _counted(place.file.path.rsplit("/", maxsplit=1)[-1].removesuffix(".toml") for place in places)


def _kinds(brands: Iterable[BrandRecord]) -> dict[str, int]:
    counts: Counter[str] = Counter({"names": 0, "nicknames": 0, "models": 0, "short": 0, "ambiguous among them": 0, "longer words": 0})
    for brand in brands:
        counts["names"] += len(brand.names.all())
        counts["nicknames"] += len(brand.nicknames)
        counts["models"] += len(brand.models)
        counts["short"] += len(brand.short)
        counts["ambiguous among them"] += len(brand.ambiguous) + len(brand.short)
        counts["longer words"] += len(brand.longer)
    return dict(counts)


def _places(bases: Iterable[Any]) -> set[str]:
    return {place for basis in bases for place in (*basis.jurisdictions, *basis.marketplaces)}


def _counted(words: Iterable[str]) -> dict[str, int]:
    """Count words, the most frequent first, equal ones by name."""
    return dict(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


def _is_opened(record: Sourced) -> bool:
    return record.source.startswith(("https://", "http://"))
