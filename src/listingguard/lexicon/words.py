"""The smallest parts of a record: ids, words, texts, places; and what all records have in common."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from listingguard.normalize import fold

__all__ = ["Id", "Jurisdiction", "Level", "Record", "Text", "Texts", "Word", "Words"]

_PLAIN: Final = re.compile("[0-9A-Za-z\u4e00-\u9fff]")


def _seen(word: str) -> str:
    """Refuse a word of which the fold leaves nothing: it could be found nowhere, or everywhere."""
    if not _PLAIN.search(word) and not fold(word).strip():
        raise ValueError("there is nothing in it that can be seen")
    return word


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Word = Annotated[str, StringConstraints(min_length=1, max_length=80, strip_whitespace=False), AfterValidator(_seen)]
Words = tuple[Word, ...]
Text = Annotated[str, StringConstraints(min_length=1, max_length=600)]
Texts = tuple[Text, ...]
Jurisdiction = Literal["CN", "TW", "HK", "US", "EU"]
Level = Literal["high", "medium", "low"]


class Record(BaseModel):
    """Frozen, and closed: an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
