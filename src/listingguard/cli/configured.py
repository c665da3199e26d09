"""What holds for a run and for each of its files: the command line over the configuration over the defaults, checked and ready to use."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from listingguard.cli.console import environment_language
from listingguard.cli.excuses import Excuses
from listingguard.cli.select import Selection, codes_named, selection_of
from listingguard.config.effective import DEFAULTS, RUN_WIDE, Effective, Excuse, Value, effective
from listingguard.config.find import Finder, common_folder
from listingguard.config.read import Origin, problem_in
from listingguard.errors import ConfigError, LexiconError
from listingguard.judge.policy import marketplace_named, policy_for
from listingguard.model import Lang, Settings
from listingguard.scan import Scanner
from listingguard.sources import check_options

__all__ = ["Configured", "ForFile", "Reader", "add_config", "configured", "given_of", "placed"]

_STDIN: Final = "<stdin>"
_COMMAND_LINE: Final = Origin("command line")
#: Options whose keys are not their own names.
_OPTIONS: Final = {"seller.own-brands": "own_brand", "seller.authorized-brands": "authorized_brand", "seller.watch-words": "watch"}
#: What a file cannot have otherwise than its run without being judged otherwise than it asks.
_BINDING: Final = ("lexicon", "as-of")


@dataclass(frozen=True, slots=True)
class Reader:
    """How a file is to be read."""

    input_format: str | None = None
    encoding: str | None = None
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class ForFile:
    """What holds for a file: how it is read, how its rows are scanned, what is looked for, and what may stand."""

    reader: Reader
    how: Settings
    selection: Selection
    excuses: Excuses
    least: Any
    fail_on: Any
    source: str = ""


def add_config(group: argparse._ArgumentGroup) -> None:
    """Add the options about the configuration itself."""
    which = group.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help="the configuration for every file (else the closest listingguard.toml upwards)")
    which.add_argument("--no-config", action="store_true", help="read no configuration")


def given_of(args: argparse.Namespace) -> dict[str, Value]:
    """Give what the command line says, by the names of keys."""
    values = {key: getattr(args, _OPTIONS.get(key, key.replace("-", "_")), None) for key in DEFAULTS}
    columns: dict[str, tuple[str, ...]] = {}
    for part, column in getattr(args, "field", ()):
        columns[part] = (*columns.get(part, ()), *([column] if column else ()))
    values |= {f"field.{part}": names for part, names in columns.items()}
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return {key: Value(value, _COMMAND_LINE) for key, value in given.items() if value not in (None, (), False) or key.startswith("field.")}


def configured(args: argparse.Namespace, lang: Lang | None = None) -> Configured:
    """Find what holds for a run; `lang` is the language of its messages, whatever is asked for."""
    given = given_of(args) | ({"lang": Value(lang, _COMMAND_LINE)} if lang else {})
    check_options(given["encoding"].value if "encoding" in given else None, _columns(given))
    finder = Finder(args.config, off=args.no_config)
    run = effective(finder.for_folder(common_folder(args.paths)), "-", given)
    spoken = run["lang"] or environment_language()
    with placed(run.origin("lexicon")):
        scanner = Scanner(as_of=run["as-of"] or dt.date.today(), lang=spoken, lexicon=run["lexicon"])  # one day for the whole run
    made = Configured(given, finder, run, scanner, spoken)
    made.for_run()  # what cannot be used is told before anything is read
    return made


def _columns(given: Mapping[str, Value]) -> dict[str, Sequence[str]]:
    return {key.removeprefix("field."): value.value for key, value in given.items() if key.startswith("field.")}


@dataclass(slots=True)
class Configured:
    """The configuration of a run: `run` counts for all of it, `for_file` gives what holds for a file. `note` hears what does not count."""

    given: Mapping[str, Value]
    finder: Finder
    run: Effective
    scanner: Scanner
    lang: Lang = "en"
    note: Callable[[str], None] = lambda _: None
    _files: dict[str, ForFile] = field(default_factory=dict)
    _alike: dict[tuple[Any, ...], ForFile] = field(default_factory=dict)
    _told: set[Origin] = field(default_factory=set)

    @property
    def names(self) -> dict[str, str]:
        """Give the name of each code that the lexicon has."""
        return {code.id: code.name for code in self.scanner.lexicon.codes.values()}

    def for_file(self, path: str) -> ForFile:
        """Give what holds for a file. Raises `ConfigError`, with file and line, for what cannot be used."""
        if path not in self._files:
            name = "-" if path == _STDIN else path
            self._files[path] = self._made(effective(self.finder.for_file(name), name, self.given))
        return self._files[path]

    def for_run(self) -> ForFile:
        """Give what holds where no file says otherwise. Raises `ConfigError` as `for_file` does."""
        return self._made(self.run)

    def excuses(self, path: str) -> Excuses:
        """Give what may stand in a file."""
        return self.for_file(path).excuses

    def selections(self) -> list[Selection]:
        """Give what was looked for in the files so far."""
        return [made.selection for made in self._alike.values()]

    def _made(self, found: Effective) -> ForFile:
        """Make what is used of what is said; files of which the same is said share it."""
        key = (tuple(found.values.items()), *(tuple(excuse.origin for excuse in some) for some in (found.excuses, found.others)))
        if key not in self._alike:
            self._check(found)
            excuses = self._excuses(found)
            reader = Reader(found["input-format"], found["encoding"], found.columns)
            how: Settings = {
                "marketplace": found["marketplace"],
                "jurisdiction": found["jurisdiction"],
                "strictness": found["strictness"],
                "lang": found["lang"] or self.lang,
                "seller": found.seller(excuses.allow()),
            }
            self._alike[key] = ForFile(
                reader, how, self._selection(found), excuses, found["min-severity"], found["fail-on"], found.file.path if found.file else ""
            )
        return self._alike[key]

    def _check(self, found: Effective) -> None:
        lexicon, wanted = self.scanner.lexicon, found["lexicon-version"]
        if wanted not in (None, lexicon.version):
            problem = f"lexicon-version is {wanted}, and the lexicon that is here is {lexicon.version}"
            hint = f'install the listingguard that brings {wanted}, or read what is new and write lexicon-version = "{lexicon.version}"'
            raise problem_in(found.origin("lexicon-version"), problem, hint)
        with placed(found.origin("marketplace")):
            marketplace_named(lexicon, found["marketplace"])
        with placed(found.origin("jurisdiction")):
            policy_for(lexicon, found["marketplace"], found["jurisdiction"], self.scanner.as_of or dt.date.today(), self.lang)
        for key in RUN_WIDE:
            self._check_run_wide(found, key)

    def _check_run_wide(self, found: Effective, key: str) -> None:
        """Refuse, or tell, what a file asks for and only a whole run can have."""
        origin = found.origin(key)
        if not origin.is_file or found[key] == self.run[key] or key == "lexicon-version":
            return
        if key in _BINDING:
            hint = f"scan this folder by itself, or say {key} in a configuration above all that is scanned"
            raise problem_in(origin, f"{key} counts for a whole run, and this run has another one", hint)
        if origin not in self._told:
            self._told.add(origin)
            self.note(f"{origin}: {key} counts for a whole run, which has it from: {self.run.origin(key)}; not used here")

    def _selection(self, found: Effective) -> Selection:
        told = [f"--{key}" if found.origin(key) == _COMMAND_LINE else f"{found.origin(key)}: {key}" for key in ("select", "ignore")]
        return selection_of(found["select"], found["ignore"], self.names, (told[0], told[1]))

    def _excuses(self, found: Effective) -> Excuses:
        day = self.scanner.as_of
        assert day is not None
        codes = {excuse: _codes(excuse, self.names) for excuse in (*found.excuses, *found.others)}
        return Excuses(found.excuses, found.others, codes, day)


def _codes(excuse: Excuse, names: Mapping[str, str]) -> tuple[str, ...]:
    return codes_named(f"{excuse.origin}: rules", excuse.rules, names) if excuse.rules else ()


@contextmanager
def placed(origin: Origin) -> Iterator[None]:
    """Say in which line of a configuration a setting stands that cannot be used."""
    try:
        yield
    except ConfigError as error:
        if not origin.is_file:
            raise
        raise problem_in(origin, error.problem, error.hint) from error
    except LexiconError as error:
        if not origin.is_file:
            raise
        raise problem_in(origin, "this lexicon cannot be used", str(error)) from error
