"""What the scanner says: findings, each with its place, its reasons and its rule.

All places are half-open ranges of code points of the seller's own text, before any folding.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

__all__ = [
    "LANGS",
    "SEVERITIES",
    "STRICTNESS",
    "Basis",
    "Category",
    "Disposition",
    "Finding",
    "Lang",
    "Method",
    "Severity",
    "Step",
    "Strictness",
    "Usage",
    "Verdict",
]

Severity = Literal["info", "low", "medium", "high", "critical"]
SEVERITIES: Final[tuple[Severity, ...]] = ("info", "low", "medium", "high", "critical")
Disposition = Literal["violation", "needs_evidence", "excused"]
Verdict = Literal["pass", "review", "block"]
Strictness = Literal["lenient", "normal", "strict"]
Usage = Literal["product", "compatible", "imitation", "own", "authorized", "common-word"]
Category = Literal[
    "trademark",
    "imitation",
    "counterfeit",
    "absolute",
    "price",
    "state",
    "medical",
    "guarantee",
    "superstition",
    "disparagement",
    "stuffing",
    "evasion",
    "format",
]
Method = Literal["exact", "variant", "nickname", "model", "abbreviation", "sound", "typo", "mask", "watch", "form"]
Lang = Literal["en", "zh-Hans", "zh-Hant"]
STRICTNESS: Final[tuple[Strictness, ...]] = ("lenient", "normal", "strict")
LANGS: Final[tuple[Lang, ...]] = ("en", "zh-Hans", "zh-Hant")


@dataclass(frozen=True, slots=True)
class Basis:
    """The rule behind a finding: a law or a marketplace's policy, as it was on the day it was checked.

    `source` is the address of the page that was read, or `general-knowledge`; `checked` is the day of that reading.
    """

    id: str
    law: str
    article: str
    layer: Literal["law", "platform"]
    source: str
    checked: dt.date | None
    effective_from: dt.date | None
    effective_to: dt.date | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the evidence: what was done or seen, where, and which record of the lexicon says so.

    `kind` is one of

    * `fold`: the seller's `before` reads `after` once width, case, script and invisible characters are folded;
    * `skeleton`: so does it once look-alikes, digits for letters and separators are folded, too;
    * `typo`: `before` is a misspelling of `after`;
    * `sound`, `mixed`, `mask`, `drawn`, `near`, `halves`, `shape`, `pinyin`, `initials`, `sign`, `fragment`, `anchor`, `house`: `before`
      stands for `after` in a disguise of this kind, or is a piece of it;
    * `match`: `after` is a term of the record;
    * `boundary`: word segmentation puts word edges at both ends of the term;
    * `proof`: the words may stand only with the proof that `after` names;
    * `signal`, `cue`, `goods`, `seller`, `exemption`, `field`: the words `before`, standing at the span, which spoke for or
      against; `after` says for what.

    The span is in the original text of the finding's field; steps about something outside the text have an empty span.
    """

    kind: str
    start: int
    end: int
    before: str
    after: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place of one field, and what is wrong with it.

    `severity` says how bad it is if true, `confidence` (0…1) how sure the scanner is: two axes, never mixed. `suggestion` replaces
    `text` and scans clean; the empty string deletes it, and what leaned on it with it; None means that a person has to decide.
    """

    code: str
    name: str
    category: Category
    field: str
    start: int
    end: int
    text: str
    term: str
    brand: str | None
    method: Method
    usage: Usage | None
    disposition: Disposition
    severity: Severity
    confidence: float
    evidence: tuple[Step, ...]
    message: str
    advice: str
    reasons: tuple[str, ...]
    basis: tuple[Basis, ...]
    suggestion: str | None
    fingerprint: str
