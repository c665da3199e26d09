"""The river on one page: text → normalize → match → judge → report. The file to read first.

A `Scanner` is built once and only read afterwards. It never raises because of a text and never prints.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Unpack

from listingguard.errors import ConfigError
from listingguard.judge import (
    Draft,
    FieldContext,
    Once,
    Policy,
    ended_notes,
    findings_of,
    goods_of,
    judge,
    kept,
    policy_for,
    score_of,
    sold_in,
    verdict_of,
)
from listingguard.lexicon import Lexicon, OwnSource, default_lexicon, own_lexicon, owns
from listingguard.match import Matcher, Overlay
from listingguard.model import Finding, Lang, Listing, Parts, Seller, Settings, Strictness, listing_from, listings_ahead
from listingguard.normalize import fields_of
from listingguard.report import LexiconInfo, Report
from listingguard.tokens import Token
from listingguard.tokens import tokenize as split

__all__ = ["Item", "Scanner", "scan", "shared_scanner", "tokenize"]

Item = str | Mapping[str, Any] | Listing
Judged = list[tuple[FieldContext, list[Draft]]]
_NO_GOODS: frozenset[str] = frozenset()


class Scanner:
    """Reads listings under one configuration. Immutable, safe in threads; pickles as its configuration.

    `marketplace` (an id, a name or an alias such as "taobao") and `jurisdiction` ("CN", "TW", "HK", "US", "EU") choose the rules; without
    either the law of mainland China holds. `as_of` is the day whose rules hold, today unless given. `lang` is the language of messages.
    `lexicon` lays own lexicons over the one that ships: a folder, the name of an installed lexicon, or several of them.
    `strictness`: a `lenient` report tells only findings that are sure (0.8), a `strict` one also everyday words that may be a brand, and
    asks for review of whatever counts.

    >>> scanner = Scanner(lang="zh-Hans")
    >>> [report.verdict for report in scanner.scan_many(["纯棉四件套", "耐克同款跑鞋"])]
    ['pass', 'block']
    """

    __slots__ = (
        "_info",
        "_lexicon",
        "_matcher",
        "_overlays",
        "_sources",
        "as_of",
        "jurisdiction",
        "lang",
        "marketplace",
        "seller",
        "strictness",
    )
    marketplace: str | None
    jurisdiction: str | None
    seller: Seller | None
    as_of: dt.date | None
    lang: Lang
    strictness: Strictness
    _lexicon: Lexicon
    _sources: tuple[str, ...] | None
    _matcher: Matcher
    _overlays: Callable[[Seller], Overlay]
    _info: LexiconInfo

    def __init__(
        self,
        *,
        marketplace: str | None = None,
        jurisdiction: str | None = None,
        seller: Seller | None = None,
        as_of: dt.date | None = None,
        lang: Lang = "en",
        strictness: Strictness = "normal",
        lexicon: Lexicon | OwnSource | Iterable[OwnSource] | None = None,
    ) -> None:
        known, sources = _lexicon_of(lexicon)
        overlays = functools.lru_cache(maxsize=16)(functools.partial(Overlay, lexicon=known))
        values = {
            "marketplace": marketplace,
            "jurisdiction": jurisdiction,
            "seller": seller,
            "as_of": as_of,
            "lang": lang,
            "strictness": strictness,
            "_lexicon": known,
            "_sources": sources,
            "_matcher": Matcher(known),
            "_overlays": overlays,
            "_info": LexiconInfo(known.version, known.digest, known.date, known.own),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)
        self._policy()  # a setting that cannot be used fails here, not at the first listing
        self._overlay(None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Scanner does not change: build another one with {name}={value!r}")

    def scan(
        self,
        item: Item | None = None,
        /,
        *,
        marketplace: str | None = None,
        jurisdiction: str | None = None,
        as_of: dt.date | None = None,
        seller: Seller | None = None,
        lang: Lang | None = None,
        strictness: Strictness | None = None,
        **parts: Unpack[Parts],
    ) -> Report:
        """Scan one listing: a title, a mapping, a `Listing`, or its parts by name; a title may have other parts beside it."""
        listing = listing_from(item, parts)
        policy = self._policy(marketplace, jurisdiction, as_of, lang, strictness)
        return self._reports([listing], policy, self._overlay(seller), seller or self.seller)[0]

    def scan_many(self, items: Iterable[Item], **settings: Unpack[Settings]) -> Iterator[Report]:
        """Scan many listings lazily and in order, all under the rules of the day of the first; each report is what `scan` gives.

        Up to 128 listings are read before their reports are given, of a stream only after the first ones: what is done for many in one go
        takes less.
        """
        own = settings.pop("seller", None)
        policy, overlay = self._policy(**settings), self._overlay(own)  # type: ignore[misc]  # the seller is out
        return (report for group in listings_ahead(items) for report in self._reports(group, policy, overlay, own or self.seller))

    def judged(self, items: Iterable[Item], *, every: bool = False, **settings: Unpack[Settings]) -> Iterator[Judged]:
        """Give of each listing what judgement saw and decided, field by field: to explain and to prove, not to scan.

        Of fields without anything to judge nothing is given, unless `every` one is asked for.
        """
        overlay = self._overlay(settings.pop("seller", None))
        policy = self._policy(**settings)  # type: ignore[misc]  # the seller is out
        places = (contexts for group in listings_ahead(items) for contexts in self._contexts(group, policy, overlay, every=every))
        return (list(zip(contexts, judge(contexts), strict=True)) for contexts in places)

    def _policy(
        self,
        marketplace: str | None = None,
        jurisdiction: str | None = None,
        as_of: dt.date | None = None,
        lang: Lang | None = None,
        strictness: Strictness | None = None,
    ) -> Policy:
        day = as_of or self.as_of or dt.date.today()
        places = marketplace or self.marketplace, jurisdiction or self.jurisdiction
        return policy_for(self._lexicon, *places, day, lang or self.lang, strictness or self.strictness)

    def _overlay(self, seller: Seller | None) -> Overlay | None:
        seller = seller or self.seller
        if seller is not None and not isinstance(seller, Seller):
            raise ConfigError(f"seller is a Seller, not {type(seller).__name__}", 'write Seller(own_brands=["…"])')
        return self._overlays(seller) if seller else None

    def _reports(self, listings: Sequence[Listing], policy: Policy, overlay: Overlay | None, seller: Seller | None) -> list[Report]:
        """Take listings down the river together, one stage after the other."""
        places = self._contexts(listings, policy, overlay)
        judged = [judge(contexts) if contexts else [] for contexts in places]
        found = [findings_of(*one) for one in zip(listings, places, judged, strict=True)]
        return [self._report(*one, policy, seller) for one in zip(listings, places, found, strict=True)]

    def _report(
        self, listing: Listing, contexts: list[FieldContext], found: list[Finding], policy: Policy, seller: Seller | None
    ) -> Report:
        findings = tuple(kept(found, policy.strictness))
        score = score_of(findings)
        return Report(
            verdict=verdict_of(findings, score, policy.strictness),
            score=score,
            findings=findings,
            listing=listing,
            lexicon=self._info,
            as_of=policy.as_of,
            marketplace=policy.marketplace.id if policy.marketplace else None,
            jurisdictions=policy.jurisdictions,
            lang=policy.lang,
            strictness=policy.strictness,
            notes=ended_notes(contexts, policy.as_of, policy.lang) if seller and seller.allow else (),
            seller=seller,
        )

    def _contexts(
        self, listings: Sequence[Listing], policy: Policy, overlay: Overlay | None, *, every: bool = False
    ) -> list[list[FieldContext]]:
        """Give of each listing the fields in which there is anything to judge, or every one, each with what was found and stands around."""
        roles, lapsed = (overlay.roles, overlay.lapsed(policy.as_of, policy.jurisdictions)) if overlay else ({}, {})
        fields = [list(fields_of(listing)) for listing in listings]
        found = iter(self._matcher.find_all([aligned for texts in fields for _, aligned, _ in texts]))
        places: list[list[FieldContext]] = []
        for listing, texts in zip(listings, fields, strict=True):
            places.append([])
            title_goods: frozenset[str] | None = None
            sold = Once(sold_in, (listing.category, listing.title), self._lexicon)
            for (field, aligned, unseen), hits in zip(texts, found, strict=False):
                own = overlay.find(aligned.text) if overlay else ()
                if not (every or hits or own or policy.marketplace or aligned.starts is not None):
                    continue
                if title_goods is None and (listing.category or field != "title"):
                    title_goods = goods_of((listing.category, listing.title), self._lexicon)
                places[-1].append(FieldContext(
                    field, aligned, self._lexicon, policy, unseen=unseen,
                    hits=hits, own=own, allowed=overlay.allowed(aligned.text) if overlay else (), roles=roles, lapsed=lapsed,
                    listing_goods=title_goods or _NO_GOODS, listing_sold=sold, brand_field=listing.brand,
                    find=self._matcher.find,
                ))  # fmt: skip
        return places

    @property
    def lexicon(self) -> Lexicon:
        """Give what this scanner knows."""
        return self._lexicon

    def __reduce__(self) -> tuple[Any, ...]:
        if self._sources is None:
            raise ConfigError("a Scanner with a lexicon made in memory does not pickle", "name the lexicon by its folder")
        settings = {name: getattr(self, name) for name in ("marketplace", "jurisdiction", "seller", "as_of", "lang", "strictness")}
        return _rebuild, (settings | {"lexicon": self._sources},)


def _lexicon_of(given: Lexicon | OwnSource | Iterable[OwnSource] | None) -> tuple[Lexicon, tuple[str, ...] | None]:
    """Give the lexicon that is meant, and by which folders and names another process finds it."""
    if isinstance(given, Lexicon):
        return given, None
    own = owns(given) if given is not None else ()
    return (own_lexicon(own) if own else default_lexicon()), tuple(one.source for one in own)


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


@functools.cache
def shared_scanner() -> Scanner:
    """Give the scanner of the usual kind, built on first use and shared by all who ask without one of their own."""
    return Scanner()


def scan(
    item: Item | None = None,
    /,
    *,
    marketplace: str | None = None,
    jurisdiction: str | None = None,
    as_of: dt.date | None = None,
    seller: Seller | None = None,
    lang: Lang = "en",
    strictness: Strictness = "normal",
    **parts: Unpack[Parts],
) -> Report:
    """Scan one listing with a scanner of the usual kind, built on first use.

    `item` is a title, a mapping or a `Listing`; or give the parts by name (`title=`, `description=`, `bullets=`, `search_terms=`, `brand=`,
    `category=`, `sku=` …).

    >>> report = scan(title="夏季新款LV同款窗帘", marketplace="taobao")
    >>> report.verdict, report.marketplace
    ('block', 'taobao')
    """
    settings: Settings = {
        "marketplace": marketplace,
        "jurisdiction": jurisdiction,
        "as_of": as_of,
        "seller": seller,
        "lang": lang,
        "strictness": strictness,
    }
    return shared_scanner().scan(item, **settings, **parts)
