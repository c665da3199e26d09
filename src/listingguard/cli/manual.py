"""What the help of each command ends with, as a manual page does: its exit codes, and examples to copy.

What a command says of these itself, below its options, stays as it is.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

__all__ = ["EXAMPLES", "commands", "complete"]

_WIDTH: Final = 120
_ANSWERED: Final = "exit codes: 0 answered; 2 there is no such thing, or an option could not be used"
_WRITTEN: Final = "exit codes: 0 done; 2 not everything could be read, or the baseline cannot be used: then nothing is written"
_CODES: Final[Mapping[str, str]] = {
    "baseline": "exit codes: those of the action; listingguard baseline ACTION --help tells them",
    "baseline create": _WRITTEN,
    "baseline update": _WRITTEN,
    "baseline prune": _WRITTEN,
    "baseline diff": "exit codes: 0 nothing new and nothing gone; 1 something; 2 the baseline or a file cannot be used",
    "lexicon": "exit codes: those of the command; listingguard lexicon COMMAND --help tells them",
    "lexicon fmt": "exit codes: 0 done, or nothing to do; 1 with --check, a file would change; 2 the data could not be read",
    "lexicon export": "exit codes: 0 written; 2 the data could not be read, or the file not be written",
    "config": "exit codes: those of the command; listingguard config COMMAND --help tells them",
    "config show": "exit codes: 0 told; 2 the configuration cannot be used",
    "config schema": "exit codes: 0 printed",
    "init": "exit codes: 0 written; 2 there is a configuration already, or the folder cannot be read",
    "version": "exit codes: 0 told; 2 the lexicon cannot be used",
}
#: Words behind `listingguard`, by the command that they show.
EXAMPLES: Final[Mapping[str, Sequence[str]]] = {
    "": ("scan catalog/ --marketplace taobao", "explain 精美的苹果味糖果", "rule LGC201", "scan --help"),
    "baseline": ("baseline create catalog/ -o .listingguard-baseline.json", "scan catalog/ --baseline .listingguard-baseline.json"),
    "baseline create": (
        "baseline create catalog/ -o .listingguard-baseline.json",
        "baseline create catalog/ -o .listingguard-baseline.json --counts --marketplace taobao",
    ),
    "baseline update": ("baseline update catalog/ --baseline .listingguard-baseline.json",),
    "baseline prune": ("baseline prune catalog/ --baseline .listingguard-baseline.json --select LGC",),
    "baseline diff": (
        "baseline diff catalog/ --baseline .listingguard-baseline.json",
        "baseline diff a.csv --baseline known.json --json",
    ),
    "formats": ("formats", "formats shopify --json"),
    "rule": ("rule", "rule LGC201", "rule price-lowest --lang zh-Hans"),
    "marketplaces": ("marketplaces", "marketplaces amazon.de", "marketplaces taobao --as-of 2026-12-01 --json"),
    "lexicon": ("lexicon lookup 耐克", "lexicon check", "lexicon stats"),
    "lexicon check": ("lexicon check", "lexicon check --lexicon my-words --clean clean.txt"),
    "lexicon fmt": ("lexicon fmt", "lexicon fmt --check"),
    "lexicon stats": ("lexicon stats", "lexicon stats --missing chinese-name"),
    "lexicon export": ("lexicon export -o brands.csv --kind brands", "lexicon export --format json"),
    "lexicon schema": ("lexicon schema", "lexicon schema brands"),
    "lexicon lookup": ("lexicon lookup 耐克", "lexicon lookup nk --json"),
    "config": ("config show --for catalog/shop.csv", "config schema > listingguard.schema.json"),
    "config show": ("config show", "config show --for catalog/shop.csv --format json"),
    "config schema": ("config schema",),
    "init": ("init", "init catalog/ --marketplace taobao", "init --stdout"),
    "version": ("version",),
}


def commands(parser: argparse.ArgumentParser, path: str = "", about: str = "") -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Give a command and all below it: its path (`baseline create`), what is said of it in the help above it, and its parser."""
    yield path, about, parser
    for action in parser._actions:  # noqa: SLF001  argparse has no other list of what it knows
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            abouts = {choice.dest: choice.help or "" for choice in action._choices_actions}  # noqa: SLF001
            for name, command in action.choices.items():
                yield from commands(command, f"{path} {name}".strip(), abouts.get(name, ""))


def complete(parser: argparse.ArgumentParser) -> None:
    """Give a parser, and those of the commands below it, the end of their help, and a description where they have none."""
    for path, about, command in commands(parser):
        command.description = command.description or about
        _finish(command, path)


def _finish(parser: argparse.ArgumentParser, path: str) -> None:
    said = (parser.epilog or "").strip()
    codes = "" if "exit code" in said or not path else _CODES.get(path, _ANSWERED)
    shown = "" if "examples:" in said else "\n".join(f"  listingguard {words}" for words in EXAMPLES.get(path, ()))
    examples = f"examples:\n{shown}" if shown else ""
    if parser.formatter_class is argparse.HelpFormatter:  # which would run the lines together
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.description = textwrap.fill(parser.description or "", _WIDTH)
    parser.epilog = "\n\n".join(part for part in (said, codes, examples) if part)
