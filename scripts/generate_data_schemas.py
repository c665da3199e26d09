"""Write data/schemas/*.schema.json: JSON Schemas of the data files and of listingguard.toml, for editors.

python scripts/generate_data_schemas.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from listingguard.config.json_schema import schema_text as config_schema_text
from listingguard.lexicon.json_schema import SCHEMAS, schema_text

FOLDER: Final = Path(__file__).resolve().parents[1] / "data" / "schemas"


def main() -> None:
    """Write every schema, so that a second run changes nothing."""
    for name in SCHEMAS:
        (FOLDER / f"{name}.schema.json").write_text(schema_text(name), encoding="utf8", newline="\n")
    (FOLDER / "config.schema.json").write_text(config_schema_text(), encoding="utf8", newline="\n")


if __name__ == "__main__":
    main()
