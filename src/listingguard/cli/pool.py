"""Rows scanned by several processes: the same answers in the same order, whatever their number."""

from __future__ import annotations

import itertools
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, TypeVar

from listingguard.errors import ConfigError
from listingguard.report import Report
from listingguard.scan import Scanner
from listingguard.sources import Row

__all__ = ["Outcome", "scan_rows"]

Other = TypeVar("Other")
#: A report, or what is wrong with the setting that a row brings (problem, hint).
Outcome = Report | tuple[str, str]
#: What `Scanner.scan` takes beside a listing, and who knows it of a file.
Settings = dict[str, Any]
How = Callable[[str], Settings]
_CHUNK: Final = 64
_WAITING: Final = 4  #: chunks a process, so that none is idle and memory stays bounded

_scanner: Scanner | None = None  # of a worker process


def scan_rows(scanner: Scanner, events: Iterable[Row | Other], jobs: int, how: How) -> Iterator[tuple[Row | Other, Outcome | None]]:
    """Give each event with its outcome, lazily and in order; what is no row passes through with None.

    `how` gives the settings with which the rows of a file are scanned.
    """
    few = [] if jobs == 1 else list(itertools.islice(events := iter(events), _CHUNK))
    if len(few) < _CHUNK:  # not worth the start of a process
        all_of = itertools.chain(few, events)
        yield from ((event, _outcome(scanner, event, how(event.path)) if isinstance(event, Row) else None) for event in all_of)
        return
    events = itertools.chain(few, events)
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (scanner,))
    try:
        for chunk, future in _submitted(pool, events, jobs * _WAITING, how):
            outcomes = iter(future.result())
            yield from ((event, next(outcomes) if isinstance(event, Row) else None) for event in chunk)
    except BrokenProcessPool as error:
        raise ConfigError("a process that scans rows came to an end of its own", "is memory short? run it again with -j 1") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(
    pool: ProcessPoolExecutor, events: Iterator[Row | Other], most: int, how: How
) -> Iterator[tuple[Sequence[Row | Other], Future[list[Outcome]]]]:
    """Hand chunks to the pool, never more than `most` ahead of the reader, and give them back in order."""
    waiting: deque[tuple[Sequence[Row | Other], Future[list[Outcome]]]] = deque()
    while chunk := tuple(itertools.islice(events, _CHUNK)):
        rows = [(event, how(event.path)) for event in chunk if isinstance(event, Row)]
        waiting.append((chunk, pool.submit(_scan_chunk, rows)))
        if len(waiting) >= most:
            yield waiting.popleft()
    yield from waiting


def _begin(scanner: Scanner) -> None:
    """Start a worker: it holds a scanner of its own, and leaves an interrupt to the process that started it."""
    global _scanner  # noqa: PLW0603  a worker has no other place for what it is given at its start
    _scanner = scanner
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _scan_chunk(rows: list[tuple[Row, Settings]]) -> list[Outcome]:
    assert _scanner is not None
    return [_outcome(_scanner, row, settings) for row, settings in rows]


def _outcome(scanner: Scanner, row: Row, settings: Settings) -> Outcome:
    """Scan a row; a marketplace that it names itself comes before that of its file."""
    try:
        return scanner.scan(row.listing, **settings | {"marketplace": row.marketplace} if row.marketplace else settings)
    except ConfigError as error:
        return error.problem, error.hint
