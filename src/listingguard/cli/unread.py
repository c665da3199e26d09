"""The part of a page that says what stands behind it: how much was scanned, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from listingguard.cli.tally import Tally, summary_lines
from listingguard.errors import Problem
from listingguard.model import Lang
from listingguard.report.visible import shorten, visible

__all__ = ["totals_section"]

_MOST: Final = 200
_LONGEST: Final = 300
_HEADS: Final[dict[Lang, tuple[str, str]]] = {
    "en": ("Not read", "and {n} more"),
    "zh-Hans": ("未能读取", "另有 {n} 处"),
    "zh-Hant": ("未能讀取", "另有 {n} 處"),
}


def totals_section(tally: Tally, problems: Sequence[Problem], lang: Lang) -> str:
    """Give the sums, and every file and row that could not be read with its remedy, as a piece of HTML."""
    head, more = _HEADS[lang]
    sums = "".join(f"<p>{escape(line)}</p>" for line in summary_lines(tally, lang, terms=False))
    if not problems:
        return sums
    items = "".join(f"<li>{_item(problem)}</li>" for problem in problems[:_MOST])
    rest = f"<li>{escape(more.format(n=len(problems) - _MOST))}</li>" if len(problems) > _MOST else ""
    return f"{sums}<h2>{escape(head)}</h2><ul>{items}{rest}</ul>"


def _item(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    words = f"<code>{_safe(place)}</code> {_safe(problem.problem)}"
    return f"{words}<br>{_safe(problem.hint)}" if problem.hint else words


def _safe(text: str) -> str:
    return escape(visible(shorten(text, _LONGEST)))
