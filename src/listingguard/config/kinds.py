"""What a value in a configuration may be: a text or several, a day, a brand with the limits of its paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema

from listingguard.config.jobs import MOST_JOBS, jobs_of
from listingguard.errors import ConfigError
from listingguard.model import FIELD_WEIGHTS, Authorization
from listingguard.model.given import day_of
from listingguard.report.forms import FORMS
from listingguard.sources import INPUT_FORMATS, check_options

__all__ = ["Brands", "Columns", "Day", "Encoding", "Fields", "Files", "Form", "InputFormat", "Jobs", "Names", "Reason", "Text"]

_TEXT: Final[dict[str, Any]] = {"type": "string", "minLength": 1}
_TEXTS: Final[dict[str, Any]] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_PAPER: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {"name": _TEXT, "territories": {"type": "array", "items": _TEXT}, "until": {"type": "string"}},
    "required": ["name"],
    "additionalProperties": False,
}


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text should stand here" if not isinstance(value, str) else "it is empty")
    return value


def _names(value: object) -> tuple[str, ...]:
    """Read a text, or a list of texts; an empty list says that there are none."""
    if isinstance(value, str):
        return (_text(value),)
    if not isinstance(value, list):
        raise ValueError("a text, or a list of texts, should stand here")  # noqa: TRY004  pydantic words it with its place
    return tuple(map(_text, value))


def _files(value: object) -> tuple[str, ...]:
    """Read patterns of files as .gitignore has them; one that fits nothing is a mistake."""
    patterns = _names(value)
    for pattern in patterns:
        if pattern.startswith(("#", "../", "/..")):
            raise ValueError(f"{pattern!r} fits no file; a pattern counts from the folder of this file and below, such as taobao/**")
    if not any(not pattern.startswith("!") for pattern in patterns):
        raise ValueError("it names no file; write a pattern such as taobao/** or *.csv")
    return patterns


def _fields(value: object) -> tuple[str, ...]:
    names = _names(value)
    for name in names:
        if name.partition("[")[0] not in FIELD_WEIGHTS:
            raise ValueError(f"a listing has no field {name!r}; {_near(name, FIELD_WEIGHTS)}")
    return names


def _columns(value: object) -> dict[str, tuple[str, ...]]:
    """Read which columns hold which part; an empty text or an empty list reads none."""
    if not isinstance(value, dict):
        raise ValueError('a table should stand here, such as {title = "宝贝名称"}')  # noqa: TRY004  as above
    columns = {part: () if names == "" else _names(names) for part, names in value.items()}
    _checked(check_options, None, columns)
    return columns


def _encoding(value: object) -> str:
    name = _text(value)
    _checked(check_options, name, {})
    return name


def _input_format(value: object) -> str:
    name = _text(value)
    if name not in INPUT_FORMATS:
        raise ValueError(f"unknown input format {name!r}; {_near(name, INPUT_FORMATS)}")
    return name


def _form(value: object) -> str:
    name = _text(value)
    if name not in FORMS:
        raise ValueError(f"no form of report is called {name!r}; {_near(name, tuple(FORMS))}")
    return name


def _brands(value: object) -> tuple[str | Authorization, ...]:
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str | dict) for item in items):
        raise ValueError('a brand is a text, or a table such as {name = "Nike", until = "2026-12-31"}')
    return tuple(_text(item) if isinstance(item, str) else _checked(Authorization.of, item) for item in items)


def _day(value: object) -> dt.date | None:
    day: dt.date | None = _checked(day_of, value, "it")
    return day


def _checked(work: Callable[..., Any], *given: object) -> Any:
    """Do what checks a value, and word its complaint for pydantic."""
    try:
        return work(*given)
    except ConfigError as error:
        raise ValueError(f"{error.problem}; {error.hint}" if error.hint else error.problem) from error


def _near(word: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    close = get_close_matches(word, known, 1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"


Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(_TEXT)]
Reason = Text
Names = Annotated[tuple[str, ...], BeforeValidator(_names), WithJsonSchema(_TEXTS)]
Files = Annotated[tuple[str, ...], BeforeValidator(_files), WithJsonSchema(_TEXTS)]
Fields = Annotated[tuple[str, ...], BeforeValidator(_fields), WithJsonSchema(_TEXTS)]
Columns = Annotated[
    dict[str, tuple[str, ...]],
    BeforeValidator(_columns),
    WithJsonSchema({"type": "object", "additionalProperties": {"anyOf": [{"type": "string"}, _TEXTS["anyOf"][1]]}}),
]
Encoding = Annotated[str, BeforeValidator(_encoding), WithJsonSchema(_TEXT)]
Form = Annotated[str, BeforeValidator(_form), WithJsonSchema({"type": "string", "enum": list(FORMS)})]
InputFormat = Annotated[str, BeforeValidator(_input_format), WithJsonSchema({"type": "string", "enum": list(INPUT_FORMATS)})]
Brands = Annotated[
    tuple[Any, ...],
    BeforeValidator(_brands),
    WithJsonSchema({"anyOf": [_TEXT, {"type": "array", "items": {"anyOf": [_TEXT, _PAPER]}}]}),
]
Day = Annotated[dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Jobs = Annotated[
    int, BeforeValidator(jobs_of), WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1, "maximum": MOST_JOBS}, {"const": "auto"}]})
]
