"""Every example in a docstring of the package runs and gives what stands below it."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import listingguard

MODULES = sorted(
    {
        "listingguard",
        *(
            module.name
            for module in pkgutil.walk_packages(listingguard.__path__, "listingguard.")
            if module.name != "listingguard.__main__"
        ),
    }
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str) -> None:
    """What a docstring shows is what the code does."""
    failed, _ = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS, report=True)
    assert failed == 0


def test_there_are_examples() -> None:
    """The examples are found at all: the main functions have one each."""
    finder = doctest.DocTestFinder()
    with_examples = {test.name for name in MODULES for test in finder.find(importlib.import_module(name)) if test.examples}
    assert {"listingguard.normalize.fold.fold", "listingguard.scan.Scanner", "listingguard.scan.scan"} <= with_examples
