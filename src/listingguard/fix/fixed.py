"""What fixing gives: the listing as it could be uploaded, every edit, both reports, and what is left and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from listingguard.model import Finding, Lang, Listing
from listingguard.normalize import to_traditional
from listingguard.report import Report

__all__ = ["REASONS", "Edit", "Fixed", "Left", "Reason"]

Reason = Literal["brand", "imitation", "copies", "proof", "disguise", "wording", "worse"]
#: Why a finding is left, in English and Chinese.
REASONS: Final[dict[Reason, tuple[str, str]]] = {
    "brand": ("a brand: whether it may be named is yours to decide", "涉及品牌，能否使用须由卖家决定"),
    "imitation": ("words of imitation and the brand they lean on go only if you say so", "仿款用语及其所攀附的品牌，经卖家同意才删除"),
    "copies": ("the listing speaks of copies: other words do not change the goods", "涉嫌仿品，改写文字不能改变商品本身"),
    "proof": ("allowed with proof: keep it if you have the proof", "有证明即可使用，请自行判断"),
    "disguise": ("a disguise goes when the words do that it hides", "须先处理其所掩饰的内容"),
    "wording": ("no edit that leaves a whole sentence", "没有通顺的改法"),
    "worse": ("the edit would bring a new finding or a worse one", "改动会引出新的问题"),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of one field. Edits are in the order in which they were made, and places count in the field as it stood then.

    `findings` are those that the edit settles, from left to right; most edits settle one.
    """

    field: str
    start: int
    end: int
    before: str
    after: str
    findings: tuple[Finding, ...]

    @property
    def finding(self) -> Finding:
        """Give the first finding that the edit settles."""
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class Left:
    """A finding of the fixed listing that no edit settled, and why."""

    finding: Finding
    reason: Reason

    def why(self, lang: Lang = "en") -> str:
        """Word the reason."""
        en, zh = REASONS[self.reason]
        return en if lang == "en" else to_traditional(zh) if lang == "zh-Hant" else zh


@dataclass(frozen=True, slots=True)
class Fixed:
    """A listing after its safe edits. `before` and `after` are the reports on the listing as it was and on `listing` as it is."""

    listing: Listing
    edits: tuple[Edit, ...]
    before: Report
    after: Report
    left: tuple[Left, ...]

    @property
    def changed(self) -> bool:
        """Tell whether anything was edited."""
        return bool(self.edits)

    def __repr__(self) -> str:
        """Name the verdicts and the counts."""
        return f"<Fixed {self.before.verdict} → {self.after.verdict}, {len(self.edits)} edits, {len(self.left)} findings left>"
