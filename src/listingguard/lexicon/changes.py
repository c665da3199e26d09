"""What changed between two versions of the data, record by record and key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from listingguard.lexicon.placed import Catalogue, Placed
from listingguard.lexicon.schema import Terms

__all__ = ["TABLES", "Change", "KeyChange", "changes"]

#: The kinds of records, in the order in which they are told, by the names of their lists in a catalogue.
TABLES: Final = ("brands", "rules", "bases", "exemptions", "goods", "cues", "signs", "codes", "marketplaces")


@dataclass(frozen=True, slots=True)
class KeyChange:
    """One key of a record: what a list gained and lost, or what a value was and is."""

    key: str
    added: tuple[Any, ...] = ()
    removed: tuple[Any, ...] = ()
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Change:
    """One record that came, went or changed; `names` tell it to people."""

    kind: str
    id: str
    file: str
    names: tuple[str, ...]
    keys: tuple[KeyChange, ...] = ()

    def plain(self) -> dict[str, Any]:
        """Give the change as plain values; of each key only what there is to say."""
        keys = [{k: v for k, v in asdict(key).items() if v not in ((), None)} for key in self.keys]
        return {"id": self.id, "file": self.file, "names": list(self.names)} | ({"keys": keys} if self.kind == "changed" else {})


def changes(old: Catalogue, new: Catalogue) -> dict[str, tuple[Change, ...]]:
    """Give the changes by kind of record; kinds without any are left out."""
    found = {table: tuple(_of_table(getattr(old, table), getattr(new, table))) for table in TABLES}
    return {table: list_ for table, list_ in found.items() if list_}


def _of_table(old: tuple[Placed[Any], ...], new: tuple[Placed[Any], ...]) -> Iterator[Change]:
    before, after = {place.id: place for place in old}, {place.id: place for place in new}
    for name in sorted(after.keys() - before.keys()):
        yield _change("added", after[name])
    for name in sorted(before.keys() - after.keys()):
        yield _change("removed", before[name])
    for name in sorted(before.keys() & after.keys()):
        was, is_ = before[name], after[name]
        if was.record != is_.record or was.file.path != is_.file.path:
            keys = tuple(_keys(was, is_))
            if keys:
                yield _change("changed", is_, keys)


def _change(kind: str, place: Placed[Any], keys: tuple[KeyChange, ...] = ()) -> Change:
    terms = getattr(place.record, "names", None) or getattr(place.record, "terms", None)
    return Change(kind, place.id, place.file.path, terms.all() if isinstance(terms, Terms) else (), keys)


def _keys(was: Placed[Any], is_: Placed[Any]) -> Iterator[KeyChange]:
    if was.file.path != is_.file.path:
        yield KeyChange("file", before=was.file.path, after=is_.file.path)
    yield from _differences("", was.record.model_dump(mode="json", by_alias=True), is_.record.model_dump(mode="json", by_alias=True))


def _differences(prefix: str, was: Mapping[str, Any], is_: Mapping[str, Any]) -> Iterator[KeyChange]:
    for key in dict.fromkeys((*was, *is_)):
        before, after, name = was.get(key), is_.get(key), f"{prefix}{key}"
        if before == after:
            continue
        if isinstance(before, dict | None) and isinstance(after, dict | None):
            yield from _differences(f"{name}.", before or {}, after or {})
        elif isinstance(before, list) and isinstance(after, list):
            added, removed = [x for x in after if x not in before], [x for x in before if x not in after]
            if added or removed:
                yield KeyChange(name, tuple(added), tuple(removed))
            else:
                yield KeyChange(name, before=before, after=after)
        else:
            yield KeyChange(name, before=None if before == "" else before, after=None if after == "" else after)
