"""Check every listing before it goes up: `python examples/upload_script.py [catalog.csv]`. Works offline."""

import csv
import sys
from pathlib import Path

import listingguard as lg

OURS = lg.Seller(own_brands=["栖木里", "晴岚衣社", "禾间小灶", "阔野行", "青瓷巷", "澄屿", "Harrowick", "Lumenfold", "Nordpine & Co"])
SCANNER = lg.Scanner(seller=OURS)  # built once


def upload(row: dict[str, str]) -> None:
    """Stand in for the marketplace's interface."""
    print(f"uploaded   {row['sku']}  {row['title']}")


def main(path: Path) -> None:
    """Upload what may go up, and say why the rest is held back."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            parts = {name: row[name] for name in ("title", "description", "search_terms", "brand", "category", "sku")}
            listing = {**parts, "bullets": [row["bullet_1"], row["bullet_2"]]}
            report = SCANNER.scan(listing, marketplace=row["marketplace"])
            try:
                report.raise_for_findings(at="block")  # at="review" holds back more
                upload(row)
            except lg.FindingsError:
                print(f"held back  {row['sku']}  {', '.join(f'{f.text} ({f.code})' for f in report.counted)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).with_name("catalog.csv"))
