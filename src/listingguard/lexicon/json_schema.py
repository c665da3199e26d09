"""JSON Schemas of the data files, from which editors complete keys and mark mistakes while one types."""

from __future__ import annotations

import json
from typing import Any, Final

from listingguard.lexicon import schema as s
from listingguard.lexicon.market_schema import MarketplaceRecord

__all__ = ["SCHEMAS", "schema_of", "schema_text"]

#: What each schema is for: the files, as a pattern below the data folder, and the model that reads them.
SCHEMAS: Final[dict[str, tuple[str, type[s.Record]]]] = {
    "brands": ("brands/*.toml", s.BrandFile),
    "rules": ("rules/*.toml", s.RuleFile),
    "marketplaces": ("marketplaces/*.toml", MarketplaceRecord),
    "codes": ("codes.toml", s.CodeFile),
    "goods": ("context/goods.toml", s.GoodsFile),
    "cues": ("context/cues.toml", s.CueFile),
    "exemptions": ("context/exemptions.toml", s.ExemptionFile),
    "signs": ("context/signs.toml", s.SignFile),
    "lexicon": ("lexicon.toml", s.LexiconFile),
}
#: What an editor shows beside a key; see docs/reference/data-format.md for all of it.
_ABOUT: Final = {
    "id": "kebab case; never changed, never reused. For a brand the owner's own Latin spelling",
    "owner": "company or group, where known",
    "names": "names by language; list names, not disguises: case, width, script and separators fold by themselves",
    "nicknames": "names that the trade uses (驴牌)",
    "models": "model and product marks (Air Max)",
    "short": "abbreviations (nk); always treated as ambiguous",
    "ambiguous": "those of the names that are everyday words too: they need a second signal, and examples.pass",
    "goods": "groups of data/context/goods.toml that the brand is known for",
    "fits": "groups of goods that these are an accessory, a part or a service of",
    "holds": "groups of goods that these are made to carry: a brand of those is named for its device where the device or a model is named",
    "inside": "groups of goods into which other makers build the brand's parts (Intel: computers)",
    "signals": "further words that confirm an ambiguous name",
    "longer": "longer words that contain a name or term and do not mean it: they swallow it (苹果醋)",
    "source": "the address of a page that was opened, or general-knowledge",
    "checked": "the day on which the page was opened",
    "confidence": "how sure the facts are; general knowledge is at most medium",
    "note": "what the next reader should know; comments have no place here",
    "basis": "ids of the legal bases, the main one first",
    "code": "the kind of finding, from data/codes.toml",
    "severity": "how bad if true",
    "disposition": "violation, or needs_evidence where it is allowed with proof",
    "certainty": "how often a careful reviewer agrees, exemptions aside: 0 to 1",
    "combine": "every head joined to every tail is a term",
    "needs": "only where the listing names a brand, or one of only_goods",
    "only_goods": "reported only for these groups of goods",
    "normal_goods": "groups for which the words are ordinary: excused there",
    "exempt": "ids of exemptions that may excuse the terms",
    "boundary": "a Han term counts only as a word of its own",
    "replace": "what to write instead, by term; it must scan clean",
    "message": "what is wrong; {text} is the seller's own words",
    "advice": "what to do about it",
    "zh-Hans": "Simplified Chinese; Traditional follows by itself",
    "zh-Hant": "only where Taiwan or Hong Kong use other words (耐吉 for 耐克)",
    "hit": "texts of your own in which it must be found",
    "pass": "texts that contain a name or term and in which it must not be found",
    "reach": "how many characters away it may stand",
}


def schema_of(name: str) -> dict[str, Any]:
    """Give the JSON Schema of a kind of file, in the draft that editors of TOML read.

    >>> sorted(schema_of("brands")["properties"])
    ['brand', 'category', 'schema']
    """
    files, model = SCHEMAS[name]
    schema = model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    if "$defs" in schema:
        schema["definitions"] = schema.pop("$defs")
    for table in (schema, *schema.get("definitions", {}).values()):
        for key, value in table.get("properties", {}).items():
            value.pop("title", None)
            if key in _ABOUT:
                value["description"] = _ABOUT[key]
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"listingguard data/{files}"}
    return head | {key: value for key, value in schema.items() if key != "title"}


def schema_text(name: str) -> str:
    """Give the schema as the file that ships: the same bytes for the same model."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"
