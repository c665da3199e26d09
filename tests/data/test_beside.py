"""Two pieces of work at a time: the same outcome, whatever becomes of the other process."""

from __future__ import annotations

import os

import pytest

from listingguard.errors import Problem
from listingguard.proof.beside import beside


def test_problems_come_back_as_they_are() -> None:
    """What another process found is what it would have been here."""
    found = [Problem("data/brands/bags.toml", 3, "the brand is not found", "give it a second signal")]
    assert beside(lambda: list(found))() == found


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2 if hasattr(os, "sched_getaffinity") else True, reason="needs a second processor")  # noqa: PLR2004
def test_it_is_another_process() -> None:
    """With a second processor the work is not done here."""
    assert beside(os.getpid)() != os.getpid()


def test_a_process_that_dies_loses_nothing() -> None:
    """Where the other process comes to an end of its own, the work is done here."""
    parent = os.getpid()

    def work() -> str:
        if os.getpid() != parent:
            os._exit(9)
        return "done"

    assert beside(work)() == "done"


def test_a_mistake_is_raised_here() -> None:
    """What cannot be done there cannot be done here either, and says why."""

    def work() -> None:
        raise ValueError("no such record")

    with pytest.raises(ValueError, match="no such record"):
        beside(work)()
