"""The command line: arguments in, an exit code out. Nothing below this folder prints."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Final

from listingguard import __version__
from listingguard.cli.console import prepare_streams, tell
from listingguard.cli.manual import complete
from listingguard.cli.parser import Parser, annotation
from listingguard.errors import ConfigError, InputError, LexiconError

__all__ = ["main", "program"]

_COLLECTED: Final = (100_000, 50, 50)
_CANNOT, _INTERRUPTED, _LEFT = 2, 130, 141
_COMMANDS: Final = (
    "scan",
    "baseline",
    "formats",
    "explain",
    "rule",
    "marketplaces",
    "lexicon",
    "config",
    "init",
    "completion",
    "version",
)


def program() -> int:
    """Run a command in a process of its own, and give its exit code.

    Most of what is made stays or is gone without being searched for: the collector of garbage looks a hundred times less often than it
    would, and not at all at the end.
    """
    gc.set_threshold(*_COLLECTED)
    code = main()
    gc.freeze()
    return code


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 clean, 1 findings, 2 could not do the job.

    A mistake of the user is a message, never a traceback.
    """
    prepare_streams()
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        code = _ran(words) if words else _helped()
        sys.stdout.flush()
    except SystemExit as stop:  # argparse is done: --help, or a mistake that it has told
        return stop.code if isinstance(stop.code, int) else _CANNOT
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _LEFT
    except KeyboardInterrupt:
        return _INTERRUPTED
    except (ConfigError, InputError, LexiconError) as error:
        return _sorry(str(error), words)
    except OSError as error:  # a full disk, a drive that went away
        return _sorry(f"{error.filename or 'output'}: {error.strerror or error}", words)
    return code


def _ran(words: Sequence[str]) -> int:
    args = _parser(words[:1]).parse_args(words)
    code: int = args.run(args)
    return code


def _helped() -> int:
    """Say what there is: nothing was asked for, so nothing was done."""
    tell(_parser(()).format_help().rstrip(), sys.stderr)
    return _CANNOT


def _sorry(text: str, words: Sequence[str]) -> int:
    tell(f"error: {text}", sys.stderr)
    sys.stdout.write(annotation(words, text))
    return _CANNOT


def _parser(first: Sequence[str]) -> argparse.ArgumentParser:
    """Make the parser. A command that is named first is the only one to be loaded: a scan need not wait for what checks the lexicon."""
    parser = Parser(
        prog="listingguard",
        description="Reads product listings before they are uploaded and says what could get them complained about, delisted or fined.",
    )
    parser.add_argument("--version", action="version", version=f"listingguard {__version__}", help="give the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name in [name for name in _COMMANDS if name in first] or _COMMANDS:
        importlib.import_module(f"listingguard.cli.{name}").add_parser(commands)
    complete(parser)
    return parser
