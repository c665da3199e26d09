"""The river on one page: text → normalize → match → judge → report. The file to read first.

A `Scanner` is built once and only read afterwards. It never raises because of a text and never prints.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from listingguard.errors import ConfigError
from listingguard.judge import FieldContext, Policy, form_drafts, judge, policy_for, read_context, score_of, to_findings, verdict_of
from listingguard.lexicon import Lexicon, default_lexicon
from listingguard.match import Overlay, TypoSearch, find_hits, typo_search
from listingguard.model import Finding, Lang, Listing, Seller
from listingguard.normalize import align, fold
from listingguard.report import LexiconInfo, Report
from listingguard.tokens import Token
from listingguard.tokens import tokenize as split

__all__ = ["Scanner", "scan", "tokenize"]

Item = str | Mapping[str, Any] | Listing
_NO_GOODS: frozenset[str] = frozenset()


class Scanner:
    """Reads listings under one configuration. Immutable, safe in threads; pickles as its configuration.

    `marketplace` (an id or alias such as "taobao") and `jurisdiction` ("CN", "TW", "HK", "US", "EU") choose the rules; without either the
    law of mainland China holds. `as_of` is the day whose rules hold, today unless given. `lang` is the language of messages.

    >>> scanner = Scanner(lang="zh-Hans")
    >>> [report.verdict for report in scanner.scan_many(["纯棉四件套", "耐克同款跑鞋"])]
    ['pass', 'block']
    """

    __slots__ = ("_info", "_lexicon", "_overlays", "_typos", "as_of", "jurisdiction", "lang", "marketplace", "seller")

    def __init__(
        self,
        *,
        marketplace: str | None = None,
        jurisdiction: str | None = None,
        seller: Seller | None = None,
        as_of: dt.date | None = None,
        lang: Lang = "en",
        lexicon: Lexicon | None = None,
    ) -> None:
        if lang not in ("en", "zh-Hans", "zh-Hant"):
            raise ConfigError(f"unknown language {lang!r}", "known are en, zh-Hans, zh-Hant")
        self.marketplace, self.jurisdiction, self.seller, self.as_of, self.lang = marketplace, jurisdiction, seller, as_of, lang
        self._lexicon = lexicon or default_lexicon()
        self._typos: TypoSearch = typo_search(self._lexicon)
        self._overlays = functools.lru_cache(maxsize=16)(functools.partial(Overlay, lexicon=self._lexicon))
        self._info = LexiconInfo(self._lexicon.version, self._lexicon.digest, self._lexicon.date)
        self._policy(marketplace, as_of)  # an unknown marketplace fails here, not at the first listing

    def scan(
        self,
        item: Item | None = None,
        /,
        *,
        marketplace: str | None = None,
        as_of: dt.date | None = None,
        seller: Seller | None = None,
        **parts: Any,
    ) -> Report:
        """Scan one listing: a title, a mapping, a `Listing`, or its parts by name."""
        listing = Listing.of(item) if item is not None else Listing.of(parts)
        if item is not None and parts:
            raise ConfigError("give a listing or its parts, not both", f"drop {', '.join(parts)} or name the first one, too")
        return self._report(listing, self._policy(marketplace, as_of), seller or self.seller)

    def scan_many(self, items: Iterable[Item]) -> Iterator[Report]:
        """Scan many listings lazily and in order, all under the rules of the day of the first; each report is what `scan` gives."""
        policy = self._policy(None, None)
        return (self._report(Listing.of(item), policy, self.seller) for item in items)

    def _policy(self, marketplace: str | None, as_of: dt.date | None) -> Policy:
        day = as_of or self.as_of or dt.date.today()
        return policy_for(self._lexicon, marketplace or self.marketplace, self.jurisdiction, day, self.lang)

    def _report(self, listing: Listing, policy: Policy, seller: Seller | None) -> Report:
        findings = tuple(self._findings(listing, policy, self._overlays(seller) if seller else None))
        score = score_of(findings)
        return Report(
            verdict=verdict_of(findings, score),
            score=score,
            findings=findings,
            listing=listing,
            lexicon=self._info,
            as_of=policy.as_of,
            marketplace=policy.marketplace.id if policy.marketplace else None,
            jurisdictions=policy.jurisdictions,
            lang=policy.lang,
        )

    def _findings(self, listing: Listing, policy: Policy, overlay: Overlay | None) -> Iterator[Finding]:
        foreign, key = False, listing.sku
        for field, text in listing.texts():
            aligned = align(text)
            key = key or aligned.text  # without a sku the first field, which is the title if there is one, tells listings apart
            hits = find_hits(aligned, self._lexicon, self._typos)
            own = overlay.find(aligned.text) if overlay else []
            if not (hits or own or policy.marketplace or aligned.starts):
                continue
            roles = overlay.roles if overlay else {}
            about = self._about(listing, field) if hits else _NO_GOODS
            ctx = FieldContext(
                field, aligned, self._lexicon, policy,
                hits=hits, own=own, roles=roles, foreign=foreign, listing_goods=about, brand_field=listing.brand,
            )  # fmt: skip
            drafts = judge(ctx) + list(form_drafts(ctx))
            foreign = ctx.foreign
            yield from to_findings(drafts, ctx, key)

    def _about(self, listing: Listing, field: str) -> frozenset[str]:
        """Give the goods that the title and the category speak of."""
        texts = [text for text in (listing.category, "" if field == "title" else listing.title) if text]
        return frozenset(group for text in texts for group in read_context(fold(text), self._lexicon)[0]) if texts else _NO_GOODS

    def __reduce__(self) -> tuple[Any, ...]:
        if self._lexicon is not default_lexicon():
            raise ConfigError("a Scanner with a lexicon of its own does not pickle", "build it in each process")
        config = {
            "marketplace": self.marketplace,
            "jurisdiction": self.jurisdiction,
            "seller": self.seller,
            "as_of": self.as_of,
            "lang": self.lang,
        }
        return _rebuild, (config,)


def _rebuild(config: dict[str, Any]) -> Scanner:
    return Scanner(**config)


def tokenize(text: str) -> tuple[Token, ...]:
    """Split a mixed text into words, with places in the original; the lexicon's names stay whole, blanks are not words.

    >>> [token.text for token in tokenize("香奈兒手提包 iPhone 15手機殼")]
    ['香奈兒', '手提包', 'iPhone', '15', '手機', '殼']
    """
    return split(text, _names())


@functools.cache
def _names() -> frozenset[str]:
    return default_lexicon().han_names


@functools.lru_cache(maxsize=32)
def _scanner(jurisdiction: str | None, lang: Lang) -> Scanner:
    return Scanner(jurisdiction=jurisdiction, lang=lang)


def scan(item: Item | None = None, /, *, jurisdiction: str | None = None, lang: Lang = "en", **parts: Any) -> Report:
    """Scan one listing with a scanner of the usual kind, built on first use.

    `item` is a title, a mapping or a `Listing`; or give the parts by name (`title=`, `description=`, `bullets=`, `search_terms=`, `brand=`,
    `category=`, `sku=` …), and with them `marketplace=`, `as_of=` and `seller=`.

    >>> report = scan(title="夏季新款LV同款窗帘", marketplace="taobao")
    >>> report.verdict, report.marketplace
    ('block', 'taobao')
    """
    return _scanner(jurisdiction, lang).scan(item, **parts)
