"""Which files Git leaves out: the rules of every .gitignore from the top of the repository down to a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

__all__ = ["Ignored", "ignored_above"]

_NAME = ".gitignore"


@dataclass(frozen=True, slots=True)
class Ignored:
    """The rules that hold in a folder, the nearest last: each with the folder from which its patterns count."""

    rules: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def below(self, folder: str) -> Ignored:
        """Give the rules that hold inside of a folder."""
        try:
            lines = Path(folder, _NAME).read_text(encoding="utf-8", errors="replace").splitlines()
            rule = GitIgnoreSpec.from_lines(lines)
        except (OSError, ValueError):
            return self
        return Ignored((*self.rules, (os.path.realpath(folder), rule)))

    def hides(self, path: str, *, folder: bool) -> bool:
        """Tell whether Git would leave this out; the nearest rule that speaks of it decides."""
        place = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))  # noqa: PTH118, PTH119, PTH120  once a file
        for base, spec in reversed(self.rules):
            name = os.path.relpath(place, base).replace(os.sep, "/")
            said = spec.check_file(f"{name}/" if folder else name).include
            if said is not None:
                return said
        return False


def ignored_above(folder: str) -> Ignored:
    """Give the rules that hold in a folder because of the folders above it, from the top of its repository."""
    here = Path(os.path.realpath(folder))
    chain = [here, *here.parents]
    top = next((index for index, place in enumerate(chain) if (place / ".git").exists()), None)
    found = Ignored()
    for place in reversed(chain[1 : top + 1] if top else []):
        found = found.below(str(place))
    return found
