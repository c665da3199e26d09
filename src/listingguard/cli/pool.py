"""Rows scanned by several processes: the same answers in the same order, whatever their number."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import fields
from operator import attrgetter, itemgetter
from typing import Any, Final, TypeVar

from listingguard.cli.wire import packed, unpacked
from listingguard.errors import ConfigError
from listingguard.model import Listing, Settings, ahead
from listingguard.report import Report
from listingguard.scan import Scanner
from listingguard.sources import Row
from listingguard.tokens import tokenize

__all__ = ["Outcome", "scan_rows"]

Other = TypeVar("Other")
#: A report, or what is wrong with the setting that a row brings (problem, hint).
Outcome = Report | tuple[str, str]
#: Who knows with which settings the rows of a file are scanned.
How = Callable[[str], Settings]
#: An outcome on its way: whether it is a report, and what is left of it.
_Sent = tuple[bool, Any]
_PARTS: Final = attrgetter(*(field.name for field in fields(Listing)))
#: Titles that make a scanner build what it builds on first use: names, typos, sounds, disguises, claims, goods.
_FIRST: Final = (
    *(
        "夏季新款LV同款窗帘 women dress 2只装",
        "厂家直销愛馬仕斜挎包女 best seller 黑色",
        "得力同款 全网最低价 第一品牌 抗菌",
        "N1KE 耐··克跑鞋 奈克",
    ),
    *(
        "适用于苹果手机壳 iPhone 15 case for Samsung",
        "阿迪达丝 adiddas 运动鞋 顶级 国家级",
        "古弛平替 G*cci 大牌同款 原单 专柜正品",
        "小米手环 表带",
    ),
)
_WAITING: Final = 4  #: chunks a process, so that none is idle and memory stays bounded

_scanner: Scanner | None = None  # of a worker process


def scan_rows(scanner: Scanner, events: Iterable[Row | Other], jobs: int, how: How) -> Iterator[tuple[Row | Other, Outcome | None]]:
    """Give each event with its outcome, lazily and in order; what is no row passes through with None.

    `how` gives the settings with which the rows of a file are scanned.
    """
    if jobs == 1:
        for chunk in ahead(events):
            outcomes = _outcomes(scanner, [(event.listing, _settings(event, how)) for event in chunk if isinstance(event, Row)])
            yield from ((event, next(outcomes) if isinstance(event, Row) else None) for event in chunk)
        return
    pool = _pool(scanner, jobs)
    try:
        for chunk, future in _submitted(pool, ahead(events), jobs * _WAITING, how):
            sent = iter(future.result())
            yield from ((event, _received(next(sent), event.listing) if isinstance(event, Row) else None) for event in chunk)
    except BrokenProcessPool as error:
        raise ConfigError("a process that scans rows came to an end of its own", "is memory short? run it again with -j 1") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


def _pool(scanner: Scanner, jobs: int) -> ProcessPoolExecutor:
    """Start the processes. On Linux they share what this one has loaded, so it loads first what nearly every catalogue needs.

    They start before the first row is read: no thread of a reader of files is there yet. What is frozen is not looked at by the collector
    of garbage, whose marks would give each process a copy.
    """
    if sys.platform != "linux":
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (scanner,))
    tokenize("词")
    for text in _FIRST:
        scanner.scan(text)
    gc.collect()
    gc.freeze()
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _begin, (scanner,))
    pool.submit(_scan_chunk, []).result()
    return pool


def _submitted(
    pool: ProcessPoolExecutor, chunks: Iterable[list[Row | Other]], most: int, how: How
) -> Iterator[tuple[list[Row | Other], Future[list[_Sent]]]]:
    """Hand chunks to the pool, never more than `most` ahead of the reader, and give them back in order."""
    waiting: deque[tuple[list[Row | Other], Future[list[_Sent]]]] = deque()
    try:
        for chunk in chunks:
            rows = [(_PARTS(event.listing), _settings(event, how)) for event in chunk if isinstance(event, Row)]
            waiting.append((chunk, pool.submit(_scan_chunk, rows)))
            if len(waiting) >= most:
                yield waiting.popleft()
    except Exception:  # of whoever gives the rows: those before it are told first, as by a single process
        yield from waiting
        raise
    yield from waiting


def _begin(scanner: Scanner) -> None:
    """Start a worker: it holds a scanner, leaves an interrupt to the process that started it, and does not outlive that."""
    global _scanner  # noqa: PLW0603  a worker has no other place for what it is given at its start
    _scanner = scanner
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _settings(row: Row, how: How) -> Settings:
    """Give the settings for a row; a marketplace that it names itself comes before that of its file."""
    settings = how(row.path)
    return {**settings, "marketplace": row.marketplace} if row.marketplace else settings


def _scan_chunk(rows: list[tuple[tuple[Any, ...], Settings]]) -> list[_Sent]:
    assert _scanner is not None
    return [*map(_sent, _outcomes(_scanner, [(Listing(*parts), settings) for parts, settings in rows]))]


def _outcomes(scanner: Scanner, rows: Iterable[tuple[Listing, Settings]]) -> Iterator[Outcome]:
    """Scan rows; those that follow each other and are scanned alike, together."""
    for settings, alike in itertools.groupby(rows, key=itemgetter(1)):
        listings = [listing for listing, _ in alike]
        try:
            yield from scanner.scan_many(listings, **settings)
        except ConfigError as error:
            yield from [(error.problem, error.hint)] * len(listings)


def _sent(outcome: Outcome) -> _Sent:
    return (True, packed(outcome)) if isinstance(outcome, Report) else (False, outcome)


def _received(sent: _Sent, listing: Listing) -> Outcome:
    is_report, values = sent
    return unpacked(values, listing) if is_report else values
