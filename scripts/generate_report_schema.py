"""Write data/generated/report.schema.json: the JSON Schema of what `Report.model_dump_json` gives.

python scripts/generate_report_schema.py
"""

from __future__ import annotations

import json
from pathlib import Path

from listingguard.report import Report

TARGET = Path(__file__).parents[1] / "data" / "generated" / "report.schema.json"


def schema_text() -> str:
    """Give the file's content: the same bytes for the same report format."""
    return json.dumps(Report.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the file, so that a second run changes nothing."""
    TARGET.write_text(schema_text(), encoding="utf8")


if __name__ == "__main__":
    main()
