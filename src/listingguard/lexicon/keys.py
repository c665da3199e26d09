"""The keys that a schema knows, for whoever mistyped one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

__all__ = ["keys_at"]


def keys_at(kind: type[BaseModel], path: Sequence[str]) -> list[str]:
    """Give the keys that a model has at a path through its tables; numbers of entries are passed over.

    >>> from listingguard.lexicon.schema import BrandFile
    >>> keys_at(BrandFile, ["brand", "3", "examples"])
    ['hit', 'pass']
    """
    here: Any = kind
    for part in path:
        if part.isdigit():
            continue
        field = next((f for n, f in here.model_fields.items() if part in (n, f.alias)), None)
        models = [a for a in _arguments(field.annotation) if isinstance(a, type) and issubclass(a, BaseModel)] if field else []
        if not models:
            return []
        here = models[0]
    return [f.alias or n for n, f in here.model_fields.items()]


def _arguments(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _arguments(argument)
