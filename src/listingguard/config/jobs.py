"""How many processes scan."""

from __future__ import annotations

import os
from typing import Final

__all__ = ["MOST_JOBS", "jobs_of"]

MOST_JOBS: Final = 60


def jobs_of(value: object) -> int:
    """Read a number of processes, or `auto`: one for each processor.

    >>> jobs_of(2), jobs_of("auto") >= 1
    (2, True)
    """
    if value == "auto":
        return min(os.cpu_count() or 1, MOST_JOBS)
    if type(value) is not int or not 1 <= value <= MOST_JOBS:
        raise ValueError(f"{value!r} is no number of processes; give 1 to {MOST_JOBS}, or auto")
    return value
