"""What building a scanner costs, and that a word is not measured against every name."""

from __future__ import annotations

import json
import os
import random
import string
import subprocess
import sys
from pathlib import Path

import pytest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from listingguard.lexicon import Lexicon
from listingguard.match.alike import Alike

BUILD = """
import json, sys, time
import listingguard as lg

def resident():
    return next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmRSS"))

before, start = resident(), time.process_time()
lg.Scanner().scan("纯棉四件套 1.8米床")
took = time.process_time() - start
print(json.dumps([took, resident() - before, [name for name in ("jieba", "pydantic", "tomllib") if name in sys.modules]]))
"""
MEGABYTES = 80
SHARE = 0.5


def build(cache: Path) -> tuple[float, float, list[str]]:
    """Build a scanner in a process of its own; give processor seconds, megabytes of growth, and what was loaded in vain."""
    environment = os.environ | {"LISTINGGUARD_CACHE_DIR": str(cache)}
    done = subprocess.run([sys.executable, "-c", BUILD], env=environment, capture_output=True, check=True)
    took, grew, loaded = json.loads(done.stdout)
    return took, grew, loaded


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the size of a process is read as Linux tells it")
def test_building_from_the_cache_is_cheap(tmp_path: Path) -> None:
    """From the cache a scanner takes less than half of what compiling takes, little memory, and none of what only compiling needs."""
    compiled, _, _ = build(tmp_path)
    took, grew, loaded = min(build(tmp_path) for _ in range(3))
    assert took < SHARE * compiled
    assert grew < MEGABYTES
    assert loaded == []


def misspelt(rng: random.Random, name: str) -> str:
    """Give a name with one or two slips behind its first letter."""
    for _ in range(rng.choice((1, 2))):
        if len(name) < 2:
            break
        i, letter = rng.randrange(1, len(name)), rng.choice(string.ascii_lowercase)
        slips = (name[:i] + letter + name[i:], name[:i] + name[i + 1 :], name[:i] + letter + name[i + 1 :])
        name = rng.choice((*slips, name[:i] + name[i + 1 : i + 2] + name[i] + name[i + 2 :]))
    return name


def test_no_name_that_is_near_enough_is_passed_over(lexicon: Lexicon) -> None:
    """Whatever a word misspells within the allowed edits is among the names that it is measured against."""
    rng, alike, tried = random.Random(7), Alike(lexicon.typos), 0  # noqa: S311  the same slips every time
    for _ in range(2000):
        word = misspelt(rng, rng.choice(lexicon.typos))
        edits = 1 if len(word) < 12 else 2
        if len(word) < 6:
            continue
        all_near = process.extract(word, lexicon.typos, scorer=OSA.distance, score_cutoff=edits, limit=None)
        near = {name for name, _, _ in all_near if name[0] == word[0]}
        tried += len(near)
        assert near <= set(alike.names(word))
    assert tried > 1000


def test_a_word_is_measured_against_few_of_many_names(lexicon: Lexicon) -> None:
    """With ten times the names a word meets a small share of them."""
    rng = random.Random(7)  # noqa: S311  the same slips every time
    long = [name for name in lexicon.typos if len(name) >= 6]
    made = {misspelt(rng, misspelt(rng, rng.choice(long))) for _ in range(10 * len(long))}
    names = sorted(name for name in made | set(long) if len(name) >= 6)
    alike = Alike(names)
    met = [len(alike.names(word)) for word in rng.sample(names, 500)]
    assert sum(met) / len(met) < len(names) / 100
