"""Laws of the sentences that measure the matcher: independent of it, the same every time, enough of them, and fair."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from disguises import CLASSES, HALVES, cases_of, controls  # noqa: E402
from disguises.case import part  # noqa: E402
from disguises.names import literal_names  # noqa: E402

MODULES = sorted((BENCHMARKS / "disguises").glob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_generator_knows_nothing_of_the_matcher(path: Path) -> None:
    """No module of the generator imports listingguard, so that it cannot borrow the tables it is to test."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf8"))))
    modules = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    modules += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    assert not [m for m in modules if m.split(".")[0] == "listingguard"]
    assert len(path.read_text(encoding="utf8").splitlines()) <= 300


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_cases_whose_span_holds_the_disguise(name: str) -> None:
    """A class has at least 200 cases over both halves, no sentence twice, and the span holds the disguised name, never the plain one."""
    cases = [case for half in HALVES for case in cases_of(CLASSES[name], half)]
    assert len(cases) >= 200
    assert len({case.text for case in cases}) == len(cases)
    for case in cases:
        assert 0 <= case.start < case.end <= len(case.text)
        assert case.disguised
        assert case.disguised != case.plain
        assert case.plain in case.plain_text


@pytest.mark.parametrize("name", ["leet", "homophones", "x-family", "html"])
def test_the_same_cases_every_time(name: str) -> None:
    """Two runs make the same cases in the same order."""
    assert cases_of(CLASSES[name], "seen") == cases_of(CLASSES[name], "seen")


def test_controls_are_many_and_the_same_every_time() -> None:
    """There are at least 2,000 honest sentences, at least 300 of them written by hand, and no sentence stands in both halves."""
    seen, unseen = (controls(half) for half in HALVES)
    assert seen == controls("seen")
    assert len(seen) + len(unseen) >= 2000
    assert sum(c.origin == "by hand" for c in (*seen, *unseen)) >= 300
    assert not {c.text for c in seen} & {c.text for c in unseen}


@pytest.mark.parametrize("half", HALVES)
def test_a_control_holds_no_name_of_the_lexicon(half: str) -> None:
    """No honest sentence holds an unambiguous name, Latin names taken as whole words."""
    names = literal_names()
    latin = {name.casefold() for name in names if name.isascii() and not name.isdigit()}
    han = [name for name in names if not name.isascii()]
    text = "\n".join(c.text for c in controls(half))
    words = re.findall(r"[a-z0-9][a-z0-9'&-]*", text.casefold())
    assert sorted(set(words) & latin) == []
    assert [name for name in han if name in text] == []


def test_halves_share_no_entry_of_a_table() -> None:
    """The two halves of a table are disjoint and make up the whole."""
    table = ["a", "b", "c", "d", "e"]
    halves = [list(part(table, half)) for half in HALVES]
    assert sorted([*halves[0], *halves[1]]) == table
    assert not set(halves[0]) & set(halves[1])
