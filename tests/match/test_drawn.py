"""Signs and figures drawn for letters that no table says."""

from __future__ import annotations

import pytest

from listingguard import Scanner, replay

SHOWN = {
    "ba(ardi 朗姆酒杯": "bacardi",
    "6ucci bag": "gucci",
    "2olex 手表": "rolex",
    "T❕ssot 手表": "tissot",
    "bur|}erry scarf": "burberry",
    "\\/ersace 墨镜": "versace",
}
HONEST = (
    "iphone15pro case for women",
    "RTX3080Ti graphics card, win10pro key",
    "5pairs socks, 7days, 2pack, 6inch",
    "路由器 B311as 键盘 K50IN 主板 ZS18A",
    "protein(vanilla)shake",
    "sun&sky towel, rock&roll T-shirt, don't panic",
)


@pytest.mark.parametrize("text", SHOWN)
def test_a_name_is_read_behind_what_is_drawn_for_its_letters(scanner: Scanner, text: str) -> None:
    """The brand is found, the disguise is told, and the evidence holds when it is played again."""
    report = scanner.scan(text)
    (brand,) = [finding for finding in report.findings if finding.brand == SHOWN[text]]
    assert brand.method == "variant"
    assert "LGE102" in [finding.code for finding in report.findings]
    assert replay(report, brand, scanner) == brand


@pytest.mark.parametrize("text", HONEST)
def test_models_measures_and_brackets_draw_nothing(scanner: Scanner, text: str) -> None:
    """Figures and signs in honest text stand for no letters."""
    assert not [finding.text for finding in scanner.scan(text).findings if finding.category == "evasion"]
