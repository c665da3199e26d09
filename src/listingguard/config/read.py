"""Reading one configuration file and those that it extends. All problems at once, each with file and line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Final

from listingguard.config.lines import Path, line_at, lines_of
from listingguard.errors import ConfigError, Problem

if TYPE_CHECKING:
    from listingguard.config.schema import ConfigTable

__all__ = ["SECTION", "ConfigFile", "Origin", "problem_in", "read_config", "shown"]

#: Where a configuration stands in `pyproject.toml`.
SECTION: Final = ("tool", "listingguard")
_LINE: Final = re.compile(r"line (\d+)")
_OFF: Final = "--no-config scans without any"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: a line of a file, or, without a file, the command line or the defaults."""

    told: str
    line: int | None = None
    is_file: bool = False

    def __str__(self) -> str:
        """Give it as `path:line`, or in a word."""
        return f"{self.told}:{self.line}" if self.line else self.told


@dataclass(frozen=True, slots=True, eq=False)
class ConfigFile:
    """A configuration: its path as people read it, its folder, what it says, on which lines, and what it extends."""

    path: str
    folder: str
    table: ConfigTable
    lines: Mapping[Path, int]
    base: ConfigFile | None = None

    def origin(self, *path: str | int) -> Origin:
        """Give the place of a value."""
        return Origin(self.path, line_at(self.lines, path), is_file=True)

    def chain(self) -> list[ConfigFile]:
        """Give this file and all that it extends, the farthest first."""
        return [*(self.base.chain() if self.base else ()), self]

    def beside(self, name: str) -> str:
        """Give a path that this file names, as it is from the current folder: it counts from the folder of the file."""
        return shown(os.path.join(self.folder, os.path.expanduser(name)))  # noqa: PTH118, PTH111  names of files as people write them


def read_config(path: str, above: tuple[str, ...] = ()) -> ConfigFile | None:
    """Read a configuration and what it extends; None for a `pyproject.toml` without a section of ours.

    `above` are the files that extend this one: one that extends itself, even through others, is refused.
    """
    told = shown(path)
    text = _text(path, told, above)
    data, prefix = _section(text, told, is_project=FilePath(path).name == "pyproject.toml")
    if data is None:
        return None
    lines = {where[len(prefix) :]: line for where, line in lines_of(text).items() if where[: len(prefix)] == prefix}
    table = _table(data, told, lines)
    file = ConfigFile(told, os.path.dirname(os.path.abspath(path)), table, lines)  # noqa: PTH120, PTH100  links stay as named
    return file if table.extend is None else ConfigFile(told, file.folder, table, lines, _base(file, table.extend, path, above))


def _base(file: ConfigFile, extend: str, path: str, above: tuple[str, ...]) -> ConfigFile:
    """Read what a file extends."""
    target = os.path.join(file.folder, os.path.expanduser(extend))  # noqa: PTH118, PTH111  as above
    chain = (*above, os.path.realpath(path))
    if os.path.realpath(target) in chain:
        raise problem_in(file.origin("extend"), f"extend goes in a circle: {shown(target)} extends this file", "take one of the two out")
    try:
        base = read_config(target, chain)
    except FileNotFoundError:
        raise problem_in(file.origin("extend"), f"there is no file {shown(target)}", "a path counts from the folder of this file") from None
    if base is None:
        raise problem_in(file.origin("extend"), f"{shown(target)} has no [tool.listingguard]", "extend a file that has one")
    return base


def problem_in(origin: Origin, problem: str, hint: str = "") -> ConfigError:
    """Give an error that names the place of a value first."""
    return ConfigError(f"{origin}: {problem}", hint)


def shown(path: str) -> str:
    """Give a path from the current folder, as short as that is."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive
        return path


def _text(path: str, told: str, above: tuple[str, ...]) -> str:
    try:
        return FilePath(path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{told}: this configuration is not UTF-8", f"save it as UTF-8; {_OFF}") from error
    except FileNotFoundError:
        if above:
            raise
        raise ConfigError(f"{told}: there is no such configuration", "listingguard init writes one") from None
    except OSError as error:
        raise ConfigError(f"{told}: this configuration cannot be read: {error.strerror or error}", _OFF) from error


def _section(text: str, told: str, *, is_project: bool) -> tuple[dict[str, Any] | None, Path]:
    """Give what is ours in a file, and where it stands in it."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else text.rstrip().count("\n") + 1  # it is the end of the document
        raise ConfigError(str(Problem(told, line, f"not valid TOML: {error}", _OFF))) from error
    if not is_project:
        return data, ()
    tool = data.get(SECTION[0])
    found = tool.get(SECTION[1]) if isinstance(tool, dict) else None
    if found is not None and not isinstance(found, dict):
        raise ConfigError(f"{told}: tool.listingguard is no table", "write [tool.listingguard]")
    return found, SECTION


def _table(data: dict[str, Any], told: str, lines: Mapping[Path, int]) -> ConfigTable:
    from pydantic import ValidationError  # noqa: PLC0415  loaded only where there is a configuration

    from listingguard.config.schema import ConfigTable  # noqa: PLC0415

    try:
        return ConfigTable.model_validate(data)
    except ValidationError as error:
        problems = [_problem(told, lines, detail) for detail in error.errors()]
    raise ConfigError("\n".join(str(problem) for problem in sorted(problems, key=lambda problem: problem.line or 0)))


def _problem(told: str, lines: Mapping[Path, int], detail: Any) -> Problem:
    """Word one complaint of pydantic: the key with its place, and what is near an unknown one."""
    from listingguard.config.schema import ConfigTable  # noqa: PLC0415  as above
    from listingguard.lexicon.keys import keys_at  # noqa: PLC0415

    where: Path = detail["loc"]
    key, line = ".".join(_keys(where)), line_at(lines, where)
    if detail["type"] == "extra_forbidden":
        known = keys_at(ConfigTable, [str(part) for part in where[:-1]])
        close = get_close_matches(str(where[-1]), known, 1)
        hint = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(known)}"
        return Problem(told, line, f'unknown key "{key}"', hint)
    if detail["type"] == "missing":
        return Problem(told, line, f'"{key}" is missing', _MISSING.get(str(where[-1]), ""))
    said = str(detail["msg"]).removeprefix("Value error, ")
    return Problem(told, line, f"{key}: {said[:1].lower()}{said[1:]}")


_MISSING: Final = {
    "reason": "say why it may stand, for whoever reads it in a year",
    "files": 'say for which files, such as files = ["taobao/**"]',
}


def _keys(where: Path) -> Iterator[str]:
    """Give the keys on the way to a value; entries are counted from 1, as people do.

    >>> ".".join(_keys(("profile", 0, "marketplace")))
    'profile 1.marketplace'
    """
    for index, part in enumerate(where):
        if isinstance(part, int):
            continue
        number = where[index + 1] if index + 1 < len(where) else None
        yield f"{part} {number + 1}" if isinstance(number, int) else part
