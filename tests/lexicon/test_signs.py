"""Records of pictures and figures that stand for words."""

from __future__ import annotations

import pytest

from listingguard.lexicon.export import rows
from listingguard.lexicon.load import linked, parse
from listingguard.lexicon.placed import catalogue_of
from listingguard.lexicon.read import SourceFile


def _file(*records: tuple[str, str], layer: int = 0) -> SourceFile:
    signs = (f'[[sign]]\nid = "{name}"\nstands_for = "{word}"\nsigns = ["🐂"]\n' for name, word in records)
    return SourceFile("context/signs.toml", ("schema = 1\n\n" + "\n".join(signs)).encode(), f"data{layer}", layer)


def _problems(*files: SourceFile) -> list[str]:
    read = [(file, parse(file, [])) for file in files]
    _, problems = linked([(file, model) for file, model in read if model is not None])
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("second", "wrong"),
    [(("bull", "公牛"), "this id is taken"), (("ox", "牛"), 'stands_for "牛" is that of sign "bull"')],
)
def test_a_word_stands_in_one_record(second: tuple[str, str], wrong: str) -> None:
    """Of two records for a word only one would be read: the second is refused, with its line and the remedy."""
    (problem,) = _problems(_file(("bull", "牛"), second))
    assert wrong in problem
    assert "signs.toml:" in problem
    assert "merge the two" in problem


def test_a_folder_replaces_a_record_by_its_id() -> None:
    """What lies over the shipped records replaces one of the same id, and no other one by its word."""
    shipped = _file(("bull", "牛"))
    assert not _problems(shipped, _file(("bull", "牛"), layer=1))
    assert len(_problems(shipped, _file(("ox", "牛"), layer=1))) == 1


def test_a_record_is_exported_with_its_word_and_its_signs() -> None:
    """The word and each sign have a row of their own."""
    file = _file(("bull", "牛"))
    model = parse(file, [])
    assert model is not None
    assert [(row["id"], row["part"], row["term"]) for row in rows(catalogue_of([(file, model)]))] == [
        ("bull", "word", "牛"),
        ("bull", "sign", "🐂"),
    ]
