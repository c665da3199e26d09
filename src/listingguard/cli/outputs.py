"""Which reports were asked for: `--format` and `--output`, read together."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Final

from listingguard.cli.write import Output
from listingguard.errors import ConfigError
from listingguard.report.forms import FORMS, Form, form_of_file, form_of_name

__all__ = ["outputs_of"]

_NAMED: Final = re.compile(r"([A-Za-z0-9_-]+)=(.*)", re.DOTALL)


def outputs_of(form: str | None, files: Sequence[str], inputs: Sequence[str]) -> list[Output]:
    """Give the reports to write.

    `FORMAT=PATH` says both. A `PATH` alone has the form of its ending, or that of `--format` where its ending names none. Standard output
    gets the form of `--format`, unless a `PATH` has it; without `--format`, a text in full where no file was asked for, else nothing.

    >>> [(output.form.name, output.path) for output in outputs_of("github", ["sarif=a.sarif", "csv=a.csv"], [])]
    [('github', None), ('sarif', 'a.sarif'), ('csv', 'a.csv')]
    >>> [(output.form.name, output.path) for output in outputs_of("concise", ["report.html"], [])]
    [('concise', None), ('html', 'report.html')]
    >>> [(output.form.name, output.path) for output in outputs_of("grouped", ["report.txt"], [])]
    [('grouped', 'report.txt')]
    """
    outputs, taken = [], False
    for file in files:
        match = _NAMED.fullmatch(file)
        if match:
            outputs.append(Output(_named(match[1], file), _path(match[2], file)))
        else:
            output = Output(_told(form, file), _path(file, file))
            taken = taken or (form is not None and output.form is form_of_name(form))
            outputs.append(output)
    if not outputs or (form and not taken):
        outputs.insert(0, Output(FORMS[form or "full"]))
    _check(outputs, inputs)
    return outputs


def _told(form: str | None, file: str) -> Form:
    """Give the form of a file that names none itself."""
    try:
        found = form_of_file(file)
    except ConfigError:
        if form is None:
            raise
        found = None
    return found or form_of_name(form or "full")


def _named(name: str, file: str) -> Form:
    try:
        return form_of_name(name)
    except ConfigError as error:
        raise ConfigError(f"--output {file}: {error.problem}", f"{error.hint}; a path with = in it is written ./{file}") from error


def _path(path: str, file: str) -> str | None:
    if not path:
        raise ConfigError(f"--output {file} names no file", f"write --output {file}FILE, or - for standard output")
    return None if path == "-" else path


def _check(outputs: Sequence[Output], inputs: Sequence[str]) -> None:
    """Refuse what would overwrite a file to scan, or one report by another."""
    seen: set[str] = set()
    reads = {os.path.realpath(file) for file in inputs if file != "-"}
    for output in outputs:
        key = os.path.realpath(output.path) if output.path else "-"
        told = output.path or "-"
        if key in reads:
            raise ConfigError(f"--output {told} is one of the files to scan", "the report would overwrite it; give another name")
        if key in seen:
            raise ConfigError(f"--output {told} is asked for twice", "give each report a file of its own, and one at most standard output")
        seen.add(key)
