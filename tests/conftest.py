"""What all tests share: how hard the laws are tried, one scanner and one lexicon for the whole run."""

from __future__ import annotations

import datetime as dt
import os

import pytest
from hypothesis import HealthCheck, settings

from listingguard import Scanner
from listingguard.lexicon import Lexicon, compile_records, default_lexicon
from listingguard.lexicon.load import Records
from listingguard.lexicon.schema import BrandRecord, CodeRecord, Labels, RuleRecord, Terms

#: The day whose rules hold in tests, so that no result changes with the calendar.
DAY = dt.date(2026, 12, 1)

settings.register_profile("ci", max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_configure(config: pytest.Config) -> None:
    """Keep the compiled lexicon beside pytest's own cache: a test run leaves nothing in the user's home."""
    if config.pluginmanager.has_plugin("cacheprovider"):
        os.environ.setdefault("LISTINGGUARD_CACHE_DIR", str(config.cache.mkdir("listingguard")))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Give the lexicon that ships."""
    return default_lexicon()


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    """Give a scanner of the usual kind with a fixed day."""
    return Scanner(as_of=DAY)


@pytest.fixture(scope="session")
def small() -> Lexicon:
    """Give a lexicon that fits on one screen, for laws about matching: names of both scripts, overlapping, ambiguous, shielded."""
    brands = (
        BrandRecord(
            id="nike", names=Terms(en=("Nike",), zh_hans=("耐克",)), models=("Dunk", "Air Max"), short=("nk",), goods=("footwear",)
        ),
        BrandRecord(id="macbook", names=Terms(en=("MacBook", "MacBook Pro")), goods=("computer",)),
        BrandRecord(id="hermes", names=Terms(en=("Hermès",), zh_hans=("爱马仕",)), models=("Birkin",), goods=("bag",)),
        BrandRecord(id="apple", names=Terms(en=("Apple",), zh_hans=("苹果",)), ambiguous=("Apple", "苹果"), longer=("苹果醋", "apple pie")),
        BrandRecord(id="dolce-gabbana", names=Terms(en=("Dolce & Gabbana", "D&G")), goods=("apparel",)),
    )
    rule = {"code": "LGC101", "basis": (), "severity": "high", "disposition": "violation", "certainty": 0.9}
    words = Labels(en="{text}", zh_hans="{text}")
    rules = (
        RuleRecord(
            id="best", terms=Terms(zh_hans=("最佳", "最好", "第一"), en=("best",)), longer=("第一次",), message=words, advice=words, **rule
        ),
        RuleRecord(id="most", terms=Terms(zh_hans=("最好用",)), message=words, advice=words, **rule),
    )
    code = CodeRecord(id="LGC101", name="absolute-word", category="absolute", title=words, about=words)
    looks = (("с", "c"), ("і", "i"), ("а", "a"), ("ο", "o"), ("è", "e"))
    return compile_records(Records(brands=brands, rules=rules, codes=(code,), confusables=looks, near_words=frozenset({"birding"})))
