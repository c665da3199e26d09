"""The parser of the command line: a mistake gets an answer in two lines, not a page of usage."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final, NoReturn

from listingguard.cli.manual import commands
from listingguard.errors import ConfigError

__all__ = ["Parser", "annotation"]

_CHOICE: Final = re.compile(r"argument (.+): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)
_UNKNOWN: Final = re.compile(r"unrecognized arguments: (.*)", re.DOTALL)
_PLACE: Final = re.compile(r"([^\n]+?):(\d+): ")


class Parser(argparse.ArgumentParser):
    """Says what is wrong and what is nearest to it, and raises `ConfigError`; the commands below it do the same."""

    def error(self, message: str) -> NoReturn:
        """Tell a mistake."""
        if choice := _CHOICE.match(message):
            known = [word.strip(" '") for word in choice[3].split(",")]
            raise ConfigError(f"{choice[1]}: invalid choice: {choice[2]!r}", _nearest(choice[2], known) or f"known are {', '.join(known)}")
        if unknown := _UNKNOWN.match(message):
            words = unknown[1].split(" ")
            option = next((word.partition("=")[0] for word in words if word.startswith("-")), "")
            known = [word for _, _, one in commands(self) for action in one._actions for word in action.option_strings]  # noqa: SLF001
            hint = _nearest(option, known) if option else ""
            told = f"there is no option {option}" if option else f"nothing is known of: {unknown[1]}"
            raise ConfigError(told, f"{hint}{' ' if hint else ''}{self._help(known)}")
        raise ConfigError(message, self._help(()))

    def _help(self, options: Sequence[str]) -> str:
        """Say where all options stand; the first parser knows which single command was loaded by what it has of options."""
        loaded = [path for path, _, _ in commands(self) if path and " " not in path]
        name = f" {loaded[0]}" if len(loaded) == 1 and options else ""
        return f"{self.prog}{name} --help tells what there is"


def _nearest(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, 1)
    return f"did you mean {close[0]!r}?" if close else ""


def annotation(words: Sequence[str], problem: str) -> str:
    r"""Give the command by which a GitHub step shows why it could not begin, where its form was asked for; else nothing.

    >>> annotation(["scan", "--format=github", "x"], "shop.toml:3: unknown key"), annotation(["scan", "x"], "unknown key")
    ('::error file=shop.toml,line=3,title=listingguard::shop.toml:3: unknown key\n', '')
    """
    if not any(pair[0] == "--format=github" or tuple(pair) == ("--format", "github") for pair in zip(words, [*words[1:], ""], strict=True)):
        return ""
    from listingguard.report.forms.github import command  # noqa: PLC0415  few runs fail, and fewer in a step of GitHub
    from listingguard.report.forms.places import path_of  # noqa: PLC0415  as above

    place = _PLACE.match(problem)
    where = {"file": path_of(place[1]), "line": int(place[2])} if place else {}
    return command("error", "; ".join(line.strip() for line in problem.splitlines()), **where, title="listingguard")
