"""Laws of a report as JSON: versioned, plain, the same bytes for the same report, and readable back."""

from __future__ import annotations

import datetime as dt
import json
import runpy
from pathlib import Path
from typing import Any

from hypothesis import given
from made import FEW, hostile_reports, made_finding, made_report
from pydantic import TypeAdapter

from listingguard import Scanner
from listingguard.lexicon.locate import data_folder
from listingguard.report import SCHEMA_VERSION, Report

ROOT = Path(__file__).parents[2]
ADAPTER = TypeAdapter(Report)
SHIPPED: dict[str, Any] = json.loads((data_folder() / "generated" / "report.schema.json").read_text(encoding="utf8"))


def problems(value: Any, schema: dict[str, Any], path: str = "$") -> list[str]:  # noqa: C901  one branch for each keyword
    """Check a value against the keywords that the schema uses. A keyword that is not known here is a problem."""
    found = []
    for keyword, said in schema.items():
        match keyword:
            case "$ref":
                found += problems(value, SHIPPED["$defs"][said.rpartition("/")[2]], path)
            case "anyOf":
                found += [] if any(not problems(value, option, path) for option in said) else [f"{path}: none of {said}"]
            case "type":
                kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": int | float, "null": type(None)}
                found += [] if isinstance(value, kinds[said]) and not isinstance(value, bool) else [f"{path}: not of type {said}"]
            case "enum":
                found += [] if value in said else [f"{path}: not one of {said}"]
            case "const":
                found += [] if value == said else [f"{path}: not {said}"]
            case "required":
                found += [f"{path}: no {key}" for key in said if key not in value]
            case "properties":
                found += [f"{path}: unknown {key}" for key in value if key not in said]
                found += [p for key in said if key in value for p in problems(value[key], said[key], f"{path}.{key}")]
            case "items":
                found += [p for i, item in enumerate(value) for p in problems(item, said, f"{path}[{i}]")]
            case "format":
                assert said == "date"
                found += [] if isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value else [f"{path}: no date"]
            case "$schema" | "$defs" | "title" | "description" | "default":
                pass
            case _:
                found.append(f"{path}: the schema says {keyword}, which this test does not know")
    return found


def read_back(text: str) -> Report:
    """Read a report from its JSON."""
    plain = json.loads(text)
    assert plain.pop("schema_version") == SCHEMA_VERSION
    return ADAPTER.validate_json(json.dumps(plain))


def test_the_shipped_schema_is_current() -> None:
    """`data/generated/report.schema.json` is, byte for byte, what its script writes."""
    written = runpy.run_path(str(ROOT / "scripts" / "generate_report_schema.py"))["schema_text"]()
    assert (ROOT / "data" / "generated" / "report.schema.json").read_text(encoding="utf8") == written
    assert written == json.dumps(Report.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


def test_the_schema_describes_every_property() -> None:
    """Each key of a report is required and described, the version first; a docstring gives its first line."""
    assert list(SHIPPED["properties"])[:2] == ["schema_version", "verdict"]
    assert set(SHIPPED["required"]) == set(SHIPPED["properties"])
    assert ">>>" not in json.dumps(SHIPPED)


def test_real_reports_fit_the_schema(scanner: Scanner) -> None:
    """What the scanner finds in a listing with much in it is valid, and reads back as the same report."""
    parts = {
        "title": "LV同款窗帘 全网最低价 n1ke",
        "bullets": ["国家级品质", "适用于苹果手机的支架"],
        "search_terms": ["nike", "adidas"],
        "sku": "A1",
    }
    report = scanner.scan(parts)
    assert len(report.findings) > 3
    assert problems(json.loads(report.model_dump_json()), SHIPPED) == []
    assert read_back(report.model_dump_json()) == report


@FEW
@given(hostile_reports())
def test_any_report_fits_the_schema(report: Report) -> None:
    """Whatever the texts, the JSON is valid UTF-8 and fits; where nothing had to be replaced, it reads back as the same report."""
    text = report.model_dump_json()
    text.encode("utf8")
    assert problems(json.loads(text), SHIPPED) == []
    try:
        report.listing.title.encode("utf8")
    except UnicodeEncodeError:
        assert len(json.loads(text)["listing"]["title"]) == len(report.listing.title)
    else:
        assert read_back(text) == report


@FEW
@given(hostile_reports())
def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    """Compact or indented, the JSON says the same, and says it the same way each time."""
    assert report.model_dump_json() == report.model_dump_json()
    assert json.loads(report.model_dump_json(indent=2)) == json.loads(report.model_dump_json()) == report.model_dump()


def test_dates_and_tuples_are_plain() -> None:
    """Dates are ISO texts, tuples lists, and a place keeps its numbers where a character had to be replaced."""
    plain = made_report("a\ud800价", made_finding("a\ud800价", 1, 3)).model_dump()
    assert plain["schema_version"] == SCHEMA_VERSION
    assert plain["as_of"] == "2026-12-01"
    assert plain["lexicon"]["date"] == "2026-11-01"
    assert plain["jurisdictions"] == ["CN"]
    finding = plain["findings"][0]
    assert finding["text"] == plain["listing"]["title"][finding["start"] : finding["end"]] == "\ufffd价"
    assert finding["basis"][0]["checked"] == "2026-05-01"
    assert finding["basis"][0]["effective_to"] is None
