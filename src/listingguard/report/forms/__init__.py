"""The forms of a report about many listings, one module each, in one table. A form that is not in the table does not exist."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from listingguard.errors import ConfigError
from listingguard.report.forms.entry import Entry, Head, Kind, Origin
from listingguard.report.forms.form import Form, Look, Writer
from listingguard.report.forms.tally import Tally, summary_lines

__all__ = ["FORMS", "Entry", "Form", "Head", "Kind", "Look", "Origin", "Tally", "Writer", "form_of_file", "form_of_name", "summary_lines"]


def _from(module: str, name: str) -> Callable[[Look], Writer]:
    """Give a writer that is loaded only when it is asked for."""

    def make(look: Look) -> Writer:
        writer: Callable[[Look], Writer] = getattr(import_module(f"listingguard.report.forms.{module}"), name)
        return writer(look)

    return functools.wraps(make)(make)


_TABLE: Final = (
    Form("full", "text, every row in full with its words marked", _from("full", "Full"), sums=True),
    Form("concise", "text, one line a finding", _from("concise", "Concise"), sums=True),
    Form("grouped", "text, by term: in how many rows, and the first of them", _from("grouped", "Grouped"), sums=True),
    Form("json", "one document with everything", _from("plain_json", "JsonDocument"), (".json",), escape="json", whole=True),
    Form("jsonl", "everything, one line a row", _from("plain_json", "JsonLines"), (".jsonl", ".ndjson"), escape="json", whole=True),
    Form("sarif", "SARIF 2.1.0 for code hosts, the worst 25,000 findings", _from("sarif", "Sarif"), (".sarif",), escape="json"),
    Form("github", "annotations of a GitHub Actions step, the worst 20", _from("github", "GitHub")),
    Form("gitlab", "GitLab Code Quality", _from("gitlab", "GitLab"), escape="json"),
    Form("junit", "JUnit XML, one case a listing", _from("junit", "JUnit"), (".xml",), escape="xml"),
    Form("csv", "CSV for Excel, one line a finding", _from("sheet", "Sheet"), (".csv",), newline=""),
    Form("html", "one page that needs nothing else, to filter and search", _from("page", "Page"), (".html", ".htm"), escape="xml"),
    Form("markdown", "a summary for a CI step or a comment", _from("markdown", "Markdown"), (".md",)),
)

#: Every form by its name; `text` is another name of `full`.
FORMS: Final[Mapping[str, Form]] = {form.name: form for form in _TABLE} | {"text": _TABLE[0]}


def form_of_name(name: str) -> Form:
    """Give the form that is called so.

    >>> form_of_name("pdf")
    Traceback (most recent call last):
    listingguard.errors.ConfigError: no form of report is called 'pdf'
        known are full, concise, grouped, json, jsonl, sarif, github, gitlab, junit, csv, html, markdown
    """
    if (form := FORMS.get(name.lower())) is None:
        raise ConfigError(f"no form of report is called {name!r}", f"known are {', '.join(form.name for form in _TABLE)}")
    return form


def form_of_file(path: str) -> Form | None:
    """Give the form that the ending of a file stands for; None where it has none, or .txt, which any text may have.

    >>> [form and form.name for form in map(form_of_file, ("out/report.SARIF", "report", "report.txt"))]
    ['sarif', None, None]
    """
    stem, dot, ending = path.replace("\\", "/").rpartition("/")[2].lower().rpartition(".")
    if not stem or not dot or ending == "txt":
        return None
    if (form := next((form for form in _TABLE if f".{ending}" in form.endings), None)) is None:
        known = ", ".join(form.name for form in _TABLE)
        raise ConfigError(
            f"--output {path}: no form of report is called .{ending}", f"say which one it is, FORMAT={path}, with one of {known}"
        )
    return form
