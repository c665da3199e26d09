"""Write data/schemas/*.schema.json: JSON Schemas of the data files, from which editors complete keys and mark mistakes.

python scripts/generate_data_schemas.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from listingguard.lexicon.json_schema import SCHEMAS, schema_text

FOLDER: Final = Path(__file__).resolve().parents[1] / "data" / "schemas"


def main() -> None:
    """Write every schema, so that a second run changes nothing."""
    for name in SCHEMAS:
        (FOLDER / f"{name}.schema.json").write_text(schema_text(name), encoding="utf8", newline="\n")


if __name__ == "__main__":
    main()
