"""Words of mixed texts, with places in the original."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listingguard import tokenize
from listingguard.normalize import align, fold
from listingguard.tokens import begins_word, is_word, segment
from listingguard.tokens.words import Dictionary, dictionary

ODD = st.sampled_from(
    (
        *"夏季新款手機殼耐克美的苹果第一次ＬＶaB1①½㏄㍿ﬁｶﾞ \n，·",
        "iPhone",
        "\N{ZERO WIDTH SPACE}",
        "\N{COMBINING ACUTE ACCENT}",
        "\ud800",
        "👩\N{ZERO WIDTH JOINER}👧",
    )
)


@given(st.lists(ODD, max_size=12).map("".join))
def test_tokens_are_the_text_in_order(text: str) -> None:
    """Tokens do not overlap, come in order, read as their places do, and leave out nothing but blanks and what cannot be seen."""
    tokens = tokenize(text)
    assert all(token.text == text[token.start : token.end] != "" for token in tokens)
    assert all(left.end <= right.start for left, right in itertools.pairwise(tokens))
    edges = [0, *(edge for token in tokens for edge in (token.start, token.end)), len(text)]
    between = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert all(not fold(gap).strip() for gap in between)


@given(st.text(alphabet="精美的苹果手机壳第一次使用现代大众汽车脚垫完好说明作业本田字格", min_size=2, max_size=10), st.integers(0, 9))
def test_a_word_edge_is_an_edge_of_the_segmentation(text: str, place: int) -> None:
    """The cheap questions that come first change no answer: in a short text, an edge is where segmentation ends a word."""
    edges = {0, *(stop for _, _, stop in segment(text))}
    assert begins_word(text, place % len(text)) == (place % len(text) in edges)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("夏季新款iPhone 15手機殼", ["夏季", "新款", "iPhone", "15", "手機", "殼"]),
        ("香奈兒手提包", ["香奈兒", "手提包"]),
        ("\N{ZERO WIDTH SPACE}耐克\N{ZERO WIDTH SPACE} 鞋", ["耐克", "鞋"]),
        ("1½杯", ["1½", "杯"]),
        (" \n\t", []),
        ("", []),
    ],
)
def test_mixed_texts_fall_into_words(text: str, expected: list[str]) -> None:
    """Both scripts and English are told apart, the lexicon's names stay whole, and a character is never parted."""
    assert [token.text for token in tokenize(text)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("精美的空调罩", "美的", False),
        ("美的空调", "美的", True),
        ("完美的手感", "美的", False),
        ("nike鞋", "nike", True),
        ("第一次购买", "第一", False),
    ],
)
def test_a_word_is_told_from_a_part_of_words(text: str, word: str, expected: bool) -> None:  # noqa: FBT001  a parameter of the table
    """Segmentation decides whether a word stands on its own."""
    start = text.index(word)
    assert is_word(align(text).text, start, start + len(word)) is expected


def test_the_dictionary_is_what_jieba_reads() -> None:
    """Learnt character by character it is the table that jieba fills at once, words that begin alike in two places of its file included."""
    known = dictionary()
    jieba = pytest.importorskip("jieba")
    with (Path(jieba.__file__).parent / "dict.txt").open("rb") as file:
        table, total = jieba.Tokenizer.gen_pfdict(file)
    for char in {word[0] for word in table}:
        known.table(char)
    assert (known.table(""), known.total) == (table, total)
    assert known.words() == {word: count for word, count in table.items() if count}


def test_threads_share_one_dictionary() -> None:
    """Who asks while another thread learns the same character waits for all of it."""
    jieba, text = pytest.importorskip("jieba"), "精美的窗帘第一次下单"
    words = ["精美", "窗帘", "第一次", "下单", *(f"精{n}" for n in range(20_000))]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(5):
            fresh = Dictionary(jieba, words, [9] * len(words))
            assert {"/".join(word for word, *_ in found) for found in pool.map(fresh.segment, [text] * 16)} == {"精美/的/窗帘/第一次/下单"}


def test_jieba_stays_quiet_and_its_own(tmp_path: Path) -> None:
    """Segmenting says nothing, leaves no file in the temp folder, needs no setuptools, and leaves jieba's own dictionary alone."""
    program = (
        "import listingguard, sys\n"
        "assert listingguard.tokenize('精美的苹果手机壳')\n"
        "import jieba\n"
        "assert not jieba.dt.initialized\n"
        "assert 'setuptools' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False, env=quiet(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def quiet(folder: Path) -> dict[str, str]:
    """Give an environment whose temp folder is this folder and whose lexicon is not cached."""
    return {**os.environ, "TMPDIR": str(folder), "LISTINGGUARD_CACHE_DIR": ""}
