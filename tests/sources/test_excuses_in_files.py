"""What a file says itself about what may stand: read with its row, and never taken from the words of a listing."""

from __future__ import annotations

import io

import pytest

from listingguard.sources import read_listings
from listingguard.sources.plan import plan_for, said_by

TEXT = """# listingguard: ignore LGC1 -- above the first
- title: "a # listingguard: ignore LGC2"
  description: |
    b
    # listingguard: ignore LGC3
  # listingguard: ignore LGC4 -- inside
  bullets: [c, d]  # listingguard: ignore LGC5 -- at the end of a line
  # listingguard: ignore LGC6 -- the last line of the first
# a remark # listingguard: ignore LGC7

#listingguard:ignore LGC8
- title: e
  listingguard_ignore: LGC9
  subtitle: >-
    f

    # listingguard: ignore LGT1
- title: 'g
    # listingguard: ignore LGT2'
  brand: plain # listingguard: ignore LGT3 -- h
"""


def rows(text: str, name: str = "a.yaml") -> tuple[list[str], list[str]]:
    """Give what each row says may stand, and the notes."""
    notes: list[str] = []
    return [row.ignore for row in read_listings(io.BytesIO(text.encode()), name=name, on_note=notes.append)], notes


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_belong_to_the_listing_they_stand_in_or_right_above(end: str) -> None:
    """Signs inside of texts, quoted, folded or in blocks, are words of the seller's; a remark that quotes an excuse is none."""
    found, notes = rows(TEXT.replace("\n", end))
    assert found == [
        "LGC1 -- above the first\nLGC4 -- inside\nLGC5 -- at the end of a line\nLGC6 -- the last line of the first",
        "LGC9\nLGC8",
        "LGT3 -- h",
    ]
    assert notes == []


def test_several_documents_and_single_listings() -> None:
    """A comment at the top of a document is for the listing below it."""
    found, _ = rows("# listingguard: ignore LGC1\ntitle: a\n---\n# listingguard: ignore LGC2\ntitle: b\n---\ntitle: c\n")
    assert found == ["LGC1", "LGC2", ""]


def test_a_comment_that_excuses_nothing_is_told() -> None:
    """One that is misspelled, and one that stands at no listing."""
    found, notes = rows("# listingguard: ignore LGC1\n%YAML 1.2\n---\n- title: a  # listingguard: allow LGC2\n")
    assert found == [""]
    assert sorted(note.split(": ")[0] for note in notes) == ["a.yaml:1", "a.yaml:4"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", 'title,Listingguard ignore\na,"LGC1: x\nLGC2"\nb,\n', ["LGC1: x\nLGC2", ""]),
        (
            "a.jsonl",
            '{"title": "a", "listingguard_ignore": ["LGC1", null, 2]}\n{"title": "b", "listingguard_ignore": null}\n',
            ["LGC1\n2", ""],
        ),
        ("a.csv", "Handle,Title,Body (HTML),Vendor,listingguard_ignore\na,t,x,y,LGC1\na,,,,LGC2\n", ["LGC1"]),
    ],
)
def test_a_column_or_a_key_says_it(name: str, text: str, said: list[str]) -> None:
    """However its name is spelled; a list is several; of a product on several rows the first one says it."""
    assert rows(text, name) == (said, [])


def test_a_long_reason_is_not_taken_for_text_that_nobody_reads() -> None:
    """The column is ours."""
    assert (
        rows(
            "title,listingguard_ignore\na,LGC1：平台已核验价格承诺文件编号一七并由法务部门批准\nb,LGC1：平台已核验价格承诺文件编号一八并由法务部门批准\n",
            "a.csv",
        )[1]
        == []
    )


def test_a_row_without_its_excuse_is_another_row() -> None:
    """What a row excuses is a part of what it says, so that a scan of what changed looks at it again."""
    columns = ("title", "listingguard_ignore")
    plan = plan_for(columns, ())
    assert said_by(plan, ("最好的窗帘", "LGC101: on the certificate")) != said_by(plan, ("最好的窗帘", ""))
