"""What holds for one file: defaults, then what its configuration says, then the command line; each value with its origin."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from pathspec import GitIgnoreSpec

from listingguard.config.read import ConfigFile, Origin, problem_in
from listingguard.model import Allow, Seller

__all__ = ["DEFAULTS", "RUN_WIDE", "Effective", "Excuse", "Value", "effective", "fits"]

#: What holds where nobody says anything, by the names of keys; the keys of tables have a dot.
DEFAULTS: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("marketplace", "jurisdiction", "lang", "input-format", "encoding", "lexicon-version", "as-of", "baseline", "format")),
    "strictness": "normal",
    **dict.fromkeys(("seller.own-brands", "seller.authorized-brands", "seller.watch-words", "select", "ignore", "lexicon", "output"), ()),
    "min-severity": "info",
    "fail-on": "block",
    "no-gitignore": False,
    "jobs": 1,
    "statistics": False,
    "show-excused": False,
    "fail-on-unused-excuses": False,
}
#: Keys that count for a whole run: one report has one of each.
RUN_WIDE: Final = (
    *("lexicon", "lexicon-version", "as-of", "no-gitignore", "jobs", "baseline", "format", "output", "statistics", "show-excused"),
    "fail-on-unused-excuses",
)
_DEFAULT: Final = Origin("default")
_TABLES: Final = ("seller", "field")
_APART: Final = ("extend", "profile", "allow", "files")
_OUTPUT: Final = re.compile(r"([A-Za-z0-9_-]+=)?(.*)", re.DOTALL)


class Value(NamedTuple):
    """A value and where it comes from."""

    value: Any
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class Excuse:
    """An entry of `[[allow]]`: what may stand, why, and where that is written."""

    origin: Origin
    reason: str
    terms: tuple[str, ...]
    rules: tuple[str, ...]
    fields: tuple[str, ...]
    fingerprints: tuple[str, ...]
    owner: str
    until: dt.date | None
    folder: str

    @property
    def told(self) -> str:
        """Give the reason, with who decided and the last day where they are known."""
        return self.allow(self.about, ()).told()

    def allow(self, term: str, rules: tuple[str, ...]) -> Allow:
        """Give what the scanner takes of a term; `rules` are whole codes."""
        return Allow(term, self.reason, self.until, self.fields, rules, self.owner)

    @property
    def about(self) -> str:
        """Say in a few words what is excused."""
        return ", ".join((*self.terms, *(self.rules if not self.terms else ()), *self.fingerprints))


@dataclass(frozen=True, slots=True, eq=False)
class Effective:
    """What holds for a file: every value with its origin, the excuses that are written for it, and those for other files."""

    values: Mapping[str, Value]
    excuses: tuple[Excuse, ...] = ()
    others: tuple[Excuse, ...] = ()
    file: ConfigFile | None = None

    def __getitem__(self, key: str) -> Any:
        return self.values[key].value

    def origin(self, key: str) -> Origin:
        """Give where a value comes from."""
        return self.values[key].origin

    @property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """Give which columns hold which part."""
        return {key.removeprefix("field."): value.value for key, value in self.values.items() if key.startswith("field.")}

    def seller(self, allow: tuple[Allow, ...] = ()) -> Seller | None:
        """Give who sells, with the words that may stand; None where nothing is said."""
        own, authorized, watch = (self[f"seller.{name}"] for name in ("own-brands", "authorized-brands", "watch-words"))
        return Seller(own, authorized, watch, allow) if own or authorized or watch or allow else None


def effective(file: ConfigFile | None, path: str, given: Mapping[str, Value]) -> Effective:
    """Lay over one another what holds for a file: what a configuration says wins over what it extends, its profiles over the rest."""
    values = {key: Value(value, _DEFAULT) for key, value in DEFAULTS.items()}
    excuses: tuple[list[Excuse], list[Excuse]] = ([], [])
    for config in file.chain() if file else ():
        _lay(values, dict(_values(config, config.table, ())))
        for number, profile in enumerate(config.table.profile):
            if fits(config, profile.files, path):
                _lay(values, dict(_values(config, profile, ("profile", number))))
        for files, excuse in _excuses(config):
            excuses[files is not None and not fits(config, files, path)].append(excuse)
    _lay(values, given)
    return Effective(values, tuple(excuses[0]), tuple(excuses[1]), file)


def _lay(values: dict[str, Value], over: Mapping[str, Value]) -> None:
    """Lay values over those below. A marketplace brings its own law: one that is named takes away the jurisdiction below it."""
    if "marketplace" in over and "jurisdiction" not in over and values["jurisdiction"].value:
        values["jurisdiction"] = Value(None, over["marketplace"].origin)
    values.update(over)


def _values(config: ConfigFile, table: Any, where: tuple[str | int, ...]) -> Iterator[tuple[str, Value]]:
    """Give what a table says; paths are those from the current folder."""
    said = {
        (field.alias or name): getattr(table, name) for name, field in type(table).model_fields.items() if name in table.model_fields_set
    }
    for key, value in said.items():
        if key in _APART or value is None:
            continue
        if key in _TABLES:
            inner = value if isinstance(value, Mapping) else {f.alias: getattr(value, n) for n, f in type(value).model_fields.items()}
            for name, item in inner.items():
                if item is not None:
                    yield f"{key}.{name}", Value(item, config.origin(*where, key, name))
        else:
            yield key, Value(_placed(config, key, value), config.origin(*where, key))


def _placed(config: ConfigFile, key: str, value: Any) -> Any:
    """Give a value with the paths in it as they are from the current folder. A lexicon may be the name of an installed one."""
    if key == "baseline":
        return config.beside(value)
    if key == "lexicon":
        return tuple(_lexicon(config, name) for name in value)
    if key == "output":
        return tuple(_output(config, name) for name in value)
    return value


def _lexicon(config: ConfigFile, name: str) -> str:
    """Give the folder, or the name of an installed lexicon: a bare name that is no folder, here or there."""
    beside = config.beside(name)
    is_folder = os.path.isdir(beside) or os.path.isdir(name) or os.path.basename(name) != name  # noqa: PTH112, PTH119  as people write it
    return beside if is_folder else name


def _output(config: ConfigFile, name: str) -> str:
    parts = _OUTPUT.fullmatch(name)
    assert parts is not None
    form, path = parts[1] or "", parts[2]
    return name if path in ("", "-") else form + config.beside(path)


def _excuses(config: ConfigFile) -> Iterator[tuple[tuple[str, ...] | None, Excuse]]:
    """Give the excuses of a configuration, each with the files that it is written for, None for all."""
    for number, entry in enumerate(config.table.allow):
        excuse = Excuse(
            config.origin("allow", number),
            entry.reason,
            (*(entry.term or ()), *(entry.terms or ())),
            entry.rules or (),
            entry.fields or (),
            entry.fingerprint or (),
            entry.owner or "",
            entry.until,
            config.folder,
        )
        yield entry.files, excuse


def fits(config: ConfigFile, patterns: tuple[str, ...], path: str) -> bool:
    """Tell whether a file is meant by patterns, which count from the folder of their configuration. Standard input never is."""
    if path == "-":
        return False
    try:
        name = os.path.relpath(path, config.folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return False
    if name.startswith("../"):
        return False
    try:
        return _spec(patterns).match_file(name)
    except ValueError as error:
        raise problem_in(Origin(config.path), f"{', '.join(patterns)}: {error}", "write patterns as in .gitignore") from error


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(patterns)
