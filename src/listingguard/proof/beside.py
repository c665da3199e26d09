"""Two pieces of work at a time, where the system can share what is loaded with another process."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

__all__ = ["beside"]

_T = TypeVar("_T")


def beside(work: Callable[[], _T]) -> Callable[[], _T]:
    """Begin a piece of work in another process and give what waits for its outcome, which has to be plain enough to be sent.

    Without a second processor, where processes are not forked, and when the other one comes to an end of its own, the work is done here.

    >>> beside(lambda: sum(range(10)))()
    45
    """
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:  # noqa: PLR2004
        return work
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, work), daemon=True)
    process.start()
    there.close()

    def outcome() -> _T:
        try:
            received: _T = here.recv()
        except EOFError:
            return work()
        finally:
            here.close()
            process.join()
        return received

    return outcome


def _send(there: Connection, work: Callable[[], object]) -> None:
    there.send(work())
