"""A report: everything the scanner says about one listing, complete when it is returned."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from listingguard.errors import ConfigError, FindingsError
from listingguard.judge import in_the_way, used_allow
from listingguard.model import Allow, Finding, Lang, Listing, Seller, Settings, Strictness, Verdict

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["SCHEMA_VERSION", "LexiconInfo", "Report", "settings_of"]

#: The version of the JSON form. It grows by adding; a change that breaks readers raises it.
SCHEMA_VERSION: Final = 1
_RANK: Final[dict[str, int]] = {"pass": 0, "review": 1, "block": 2}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class LexiconInfo:
    """Which knowledge a report rests on: with the same digest, listing and day, the same findings. `own` names lexicons of one's own."""

    version: str
    digest: str
    date: dt.date
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The verdict on a listing with the findings that explain it.

    `findings` come by field, then position, the excused ones among them. `score` goes from 0.0 (nothing found) towards 100.0.

    >>> from listingguard import scan
    >>> report = scan("LV同款窗帘 加厚遮光")
    >>> report.verdict, [(f.text, f.category) for f in report.findings]
    ('block', [('LV', 'trademark'), ('同款', 'imitation')])
    """

    verdict: Verdict
    score: float
    findings: tuple[Finding, ...]
    listing: Listing
    lexicon: LexiconInfo
    as_of: dt.date
    marketplace: str | None
    jurisdictions: tuple[str, ...]
    lang: Lang
    strictness: Strictness = "normal"
    notes: tuple[str, ...] = ()
    seller: Seller | None = None

    @property
    def ok(self) -> bool:
        """Tell whether the verdict is `pass`."""
        return self.verdict == "pass"

    @property
    def counted(self) -> tuple[Finding, ...]:
        """Give the findings that count: all but the excused ones."""
        return tuple(f for f in self.findings if f.disposition != "excused")

    @property
    def to_pass(self) -> tuple[Finding, ...]:
        """Give the findings that would have to go for the verdict to be `pass`: each stands in the way alone, and nothing else does.

        >>> from listingguard import scan
        >>> [finding.text for finding in scan("LV同款窗帘 万能胶").to_pass]
        ['LV', '同款']
        """
        return in_the_way(self.findings, self.strictness)

    @property
    def unused_allow(self) -> tuple[Allow, ...]:
        """Give the seller's allow entries that excused nothing here; those that excuse nothing in a whole catalogue can go."""
        used = used_allow(self.seller, self.findings)
        return tuple(entry for entry in self.seller.allow if entry not in used) if self.seller else ()

    def raise_for_findings(self, at: Verdict = "block") -> None:
        """Raise `FindingsError` if the verdict is `at` or worse."""
        if at not in ("review", "block"):
            raise ConfigError(f"at={at!r} is no limit", "give 'review' or 'block'")
        if _RANK[self.verdict] >= _RANK[at]:
            from listingguard.report.visible import shorten, visible  # noqa: PLC0415  loaded only when there is something to raise

            words = "; ".join(f"{f.field}[{f.start}:{f.end}] {f.code} {shorten(visible(f.message), 200)}" for f in self.counted)
            raise FindingsError(f"verdict {self.verdict}, score {self.score}: {shorten(words, 2000)}")

    def model_dump(self) -> dict[str, Any]:
        """Give the report as plain values, as they stand in the JSON."""
        return dict(json.loads(self.model_dump_json()))

    def model_dump_json(self, indent: int | None = None) -> str:
        """Give the report as JSON, the same bytes for the same report; a lone surrogate is written as U+FFFD."""
        plain = {"schema_version": SCHEMA_VERSION, **_adapter().dump_python(self, exclude={"seller"})}
        plain["to_pass"] = [finding.fingerprint for finding in self.to_pass]
        separators = (",", ":") if indent is None else None
        text = json.dumps(plain, ensure_ascii=False, indent=indent, separators=separators, default=str)
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)

    @staticmethod
    def model_json_schema() -> dict[str, Any]:
        """Give the JSON Schema of `model_dump_json`; it ships as `data/generated/report.schema.json`."""
        schema = _adapter().json_schema(mode="serialization")
        del schema["properties"]["seller"], schema["$defs"]["Seller"], schema["$defs"]["Allow"]  # who sells is nobody else's business
        for part in (schema, *schema["$defs"].values()):
            part["description"] = part.get("description", "").partition("\n")[0]
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        schema["properties"] = {"schema_version": {"const": SCHEMA_VERSION, "type": "integer"}, **schema["properties"]}
        schema["properties"]["to_pass"] = {"items": {"type": "string"}, "title": "To Pass", "type": "array"}
        schema["required"] = list(schema["properties"])  # what has a default is written, too
        return schema

    def __repr__(self) -> str:
        """Name verdict and score; the findings stand in `findings`, and in a notebook below."""
        return f"<Report {self.verdict}, score {self.score}, {len(self.counted)} of {len(self.findings)} findings count>"

    def _repr_html_(self) -> str:
        from listingguard.report.html import html_of  # noqa: PLC0415  loaded only when a notebook shows the report

        return html_of(self)


@functools.cache
def _adapter() -> TypeAdapter[Report]:
    from pydantic import TypeAdapter  # noqa: PLC0415  loaded only when a report is written

    return TypeAdapter(Report)


def settings_of(report: Report) -> Settings:
    """Give the settings under which a report was made, as `Scanner.scan` takes them."""
    return {
        "marketplace": report.marketplace,
        "jurisdiction": report.jurisdictions[0] if len(report.jurisdictions) == 1 else None,
        "as_of": report.as_of,
        "seller": report.seller,
        "lang": report.lang,
        "strictness": report.strictness,
    }
