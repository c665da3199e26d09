"""Short ways to ask what was judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from listingguard import Finding, Scanner

Ask = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def brands(scanner: Scanner) -> Ask:
    """Give the brand findings of a listing."""

    def ask(item: Any = None, **parts: Any) -> list[Finding]:
        return [f for f in scanner.scan(item, **parts).findings if f.category == "trademark"]

    return ask


@pytest.fixture(scope="session")
def codes(scanner: Scanner) -> Callable[..., list[str]]:
    """Give the codes of a listing's findings that count."""

    def ask(item: Any = None, **parts: Any) -> list[str]:
        return [f.code for f in scanner.scan(item, **parts).counted]

    return ask
