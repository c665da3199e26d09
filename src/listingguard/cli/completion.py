"""`listingguard completion`: a script with which a shell completes commands, options and their values."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from listingguard.cli.manual import commands as commands_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser", "script_for"]

_EPILOG: Final = """\
exit codes: 0 written; 2 no such shell

examples:
  eval "$(listingguard completion bash)"         a line for ~/.bashrc
  eval "$(listingguard completion zsh)"          a line for ~/.zshrc, below compinit
  listingguard completion fish > ~/.config/fish/completions/listingguard.fish
"""
_BASH: Final = """\
_listingguard() {
  local current="${COMP_WORDS[COMP_CWORD]}" before="" at="" words="" word="" i=1
  while [ "$i" -lt "$COMP_CWORD" ]; do
    word="${COMP_WORDS[i]}"; i=$((i + 1))
    [ "$word" = "=" ] || before="$word"
    case "$at|$word" in
%(commands)s
    esac
  done
  [ "$current" = "=" ] && current=""
  COMPREPLY=()
  case "$at|$before" in
%(values)s
  esac
  case "$current" in
    -*) case "$at" in
%(options)s
      esac ;;
    *) case "$at" in
%(others)s
      esac ;;
  esac
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _listingguard listingguard
"""
_FISH: Final = """\
function __listingguard_at
    set -l at
    for word in (commandline -opc)[2..-1]
        switch "$at|$word"
            case %(commands)s
                set at (string trim -- "$at $word")
        end
    end
    test "$at" = "$argv[1]"
end
%(completions)s
"""


@dataclass(frozen=True, slots=True)
class _Command:
    """A command by its path (`baseline create`): its options, and the words that may follow it, each with its help."""

    path: str
    options: tuple[argparse.Action, ...]
    words: tuple[tuple[str, str], ...]


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `completion`."""
    parser = subparsers.add_parser(
        "completion",
        help="write the script with which a shell completes commands and options",
        description="Write the script with which a shell completes commands, options and their values.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("shell", metavar="SHELL", choices=("bash", "zsh", "fish"), help="bash, zsh or fish")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    sys.stdout.write(script_for(args.shell, importlib.import_module(__package__)._parser(())))  # noqa: SLF001  of our own package
    return 0


def script_for(shell: str, parser: argparse.ArgumentParser) -> str:
    """Give the script for a shell."""
    commands = [_command(path, command) for path, _, command in commands_of(parser)]
    if shell == "fish":
        paths = " ".join(_quoted(_turn(command.path)) for command in commands if command.path)
        return _FISH % {"commands": paths, "completions": "\n".join(line for command in commands for line in _fish(command))}
    start = "autoload -U +X bashcompinit && bashcompinit\n" if shell == "zsh" else ""
    return start + _BASH % {
        "commands": "\n".join(f'      "{_turn(c.path)}") at="{c.path}" ;;' for c in commands if c.path),
        "values": "\n".join(line for command in commands for line in _values(command)),
        "options": "\n".join(f'        "{c.path}") words="{" ".join(_names(c))}" ;;' for c in commands),
        "others": "\n".join(f'        "{c.path}") words="{" ".join(word for word, _ in c.words)}" ;;' for c in commands if c.words),
    }


def _command(path: str, parser: argparse.ArgumentParser) -> _Command:
    actions = parser._actions  # noqa: SLF001  argparse has no other list of what it knows
    words: list[tuple[str, str]] = []
    for action in actions:
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            words += [(choice.dest, choice.help or "") for choice in action._choices_actions]  # noqa: SLF001
        elif not action.option_strings and action.choices:
            words += [(str(choice), "") for choice in action.choices]
    return _Command(path, tuple(action for action in actions if action.option_strings), tuple(words))


def _turn(path: str) -> str:
    """Give the word that leads to a command, behind the command above it: `baseline|create`."""
    above, _, name = path.rpartition(" ")
    return f"{above}|{name}"


def _names(command: _Command) -> list[str]:
    return [name for action in command.options for name in action.option_strings]


def _values(command: _Command) -> Iterator[str]:
    """Give what completes the value of an option: its choices, or files."""
    for action in command.options:
        if action.nargs != 0:
            places = "|".join(f'"{command.path}|{name}"' for name in action.option_strings)
            words = " ".join(map(str, action.choices or ()))
            reply = f'COMPREPLY=($(compgen -W "{words}" -- "$current")); ' if words else ""
            yield f"    {places}) {reply}return ;;"


def _fish(command: _Command) -> Iterator[str]:
    start = f"complete -c listingguard -n {_quoted('__listingguard_at ' + _quoted(command.path))}"
    yield from (f"{start} -f -a {_quoted(word)} -d {_quoted(about)}" for word, about in command.words)
    for action in command.options:
        names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in action.option_strings)
        values = f" -x -a {_quoted(' '.join(map(str, action.choices)))}" if action.choices else " -r" if action.nargs != 0 else ""
        yield f"{start} {names}{values} -d {_quoted(action.help or '')}"


def _quoted(text: str) -> str:
    """Quote a text for fish."""
    escaped = text.replace("%%", "%").replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ")
    return f"'{escaped}'"
