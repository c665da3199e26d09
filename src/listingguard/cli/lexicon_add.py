"""`listingguard lexicon add`: a brand, or more names of one, from a few arguments into the file where it belongs.

Nothing is written before the record has passed every check that touches it, and the file is replaced whole or not at all.
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import re
import shlex
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from listingguard.cli.console import tell
from listingguard.cli.lexicon_data import writable_folder
from listingguard.errors import ConfigError
from listingguard.lexicon.entry import block_of, brand_id, joined, with_brand, with_more, without_empty
from listingguard.lexicon.listings import clean_texts_beside, read_clean_texts
from listingguard.lexicon.placed import Placed
from listingguard.lexicon.read import SourceFile, read_files
from listingguard.lexicon.schema import BrandRecord
from listingguard.lexicon.terms import is_latin
from listingguard.normalize import fold
from listingguard.proof import Data, Effects, admit, data_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction

__all__ = ["add_parser"]

_DONE, _REFUSED = 0, 1
_ABOUT: Final = "add a brand to the data, or names to a brand that is there"
_MISSPELT: Final = re.compile(r"[A-Za-z]{6}")  # as many letters as a name has that is found misspelt, too
_PREFIX: Final = 4  # letters of a category that are enough
_LISTED: Final = 100  # ids that can be read through
_EXAMPLES: Final = """\
exit codes: 0 written (with --dry-run: could be); 1 a check speaks against it, nothing is written; 2 arguments or data cannot be used

examples:
  listingguard lexicon add Quillmoor --category apparel --zh 羽沼 --goods apparel --goods bag --hit "羽沼托特包 大容量"
  listingguard lexicon add --to quillmoor --nickname 羽家 --hit "羽家新款托特包"
"""
#: option, key of the record, meaning
_LISTS: Final = (
    ("--en", "names.en", "a further name in Latin letters"),
    ("--zh", "names.zh-Hans", "a Chinese name, in Simplified characters; Traditional ones are reached by themselves"),
    ("--zh-hant", "names.zh-Hant", "the name in Taiwan or Hong Kong, where the words differ (耐吉 for 耐克)"),
    ("--nickname", "nicknames", "a name that the trade uses (驴牌)"),
    ("--model", "models", "a model or product mark (Air Max)"),
    ("--short", "short", "an abbreviation (nk); it always needs a second signal"),
    ("--ambiguous", "ambiguous", "one of the names that is also an everyday word: it needs a second signal, and a --pass example"),
    ("--goods", "goods", "a group of goods that the brand is known for, such as apparel"),
    ("--signal", "signals", "a word that confirms an ambiguous name"),
    ("--longer", "longer", "a longer word that contains a name and is not the brand (苹果醋)"),
    ("--hit", "examples.hit", "a listing text of your own in which the brand must be found"),
    ("--pass", "examples.pass", "a text that contains an ambiguous name and does not mean the brand"),
)


def add_parser(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `add`."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = commands.add_parser("add", help=_ABOUT, description=_ABOUT, epilog=_EXAMPLES, formatter_class=raw)
    naming = "the brand's name as its owner writes it, best in Latin letters; the word `brand` may stand before it"
    parser.add_argument("name", nargs="*", metavar="NAME", help=naming)
    parser.add_argument("--category", metavar="FILE", help="the file in brands/ to write to, such as apparel; its beginning is enough")
    parser.add_argument("--to", metavar="ID", help="add to this brand, which is there already, instead of a new one")
    facts = parser.add_argument_group("what is known of it (lists: may be repeated)")
    for option, key, meaning in _LISTS:
        facts.add_argument(option, dest=key, action="append", default=[], metavar="TEXT" if "examples" in key else "WORD", help=meaning)
    facts.add_argument("--id", metavar="ID", help="the id, if not the name in kebab case")
    facts.add_argument("--owner", metavar="NAME", help="company or group")
    facts.add_argument("--source", metavar="URL", help="a page that you opened (general knowledge)")
    facts.add_argument("--checked", type=_day, metavar="YYYY-MM-DD", help="the day on which you opened it (today)")
    facts.add_argument("--confidence", choices=("high", "medium", "low"), help="how sure the facts are (medium)")
    facts.add_argument("--note", metavar="TEXT", help="anything else that the next reader should know")
    how = parser.add_argument_group("how it is written")
    how.add_argument("--data", type=Path, metavar="DIR", help="a data folder; that of the checkout unless given")
    how.add_argument(
        "--clean", type=Path, metavar="FILE", help="texts in which the brand must not be found, one a line (the checkout's own)"
    )
    how.add_argument("--dry-run", action="store_true", help="check and show what would change, write nothing")
    how.add_argument("--force", action="store_true", help="write it although a check speaks against it")
    parser.set_defaults(run=_run)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day: write it as 2026-11-21") from None


class _Change(NamedTuple):
    """What is to be written: which brand, in which file, and its text before and after."""

    brand: str
    file: SourceFile
    text: str


def _run(args: argparse.Namespace) -> int:
    folder = writable_folder(args.data)
    facts = _facts(args)
    data = data_of(read_files(folder))
    name = " ".join(args.name[1:] if len(args.name) > 1 and args.name[0] == "brand" else args.name).strip()
    change = _more(data, args.to, name, facts) if args.to else _new(data, name, args.category, facts)
    clean = read_clean_texts(args.clean) if args.clean else clean_texts_beside(folder)
    effects = admit(data, change.file.path, change.text, change.brand, clean)
    refused = bool(effects.problems) and not args.force
    written = not (refused or args.dry_run)
    path = folder / change.file.path
    if written:
        _replace(path.resolve(), change.text)
    tell("\n".join(_told(path, change, effects, args, written=written)), sys.stdout)
    return _REFUSED if refused else _DONE


def _facts(args: argparse.Namespace) -> dict[str, Any]:
    """Give the facts as a record holds them, empty ones left out."""
    facts: dict[str, Any] = {"owner": args.owner, "names": {}, "examples": {}}
    for _, key, _ in _LISTS:
        table, _, part = key.partition(".")
        (facts[table] if part else facts)[part or table] = list(dict.fromkeys(getattr(args, key)))
    given = [
        *args.name,
        args.to or "",
        args.id or "",
        args.owner or "",
        args.note or "",
        args.source or "",
        *(word for _, key, _ in _LISTS for word in getattr(args, key)),
    ]
    if any("\ud800" <= char <= "\udfff" for text in given for char in text):
        raise ConfigError("an argument is not readable as text", "check the encoding of the terminal: UTF-8 is safe")
    if args.checked and not args.source:
        raise ConfigError("--checked without --source", "give the address of the page that you opened on that day with --source")
    facts |= {"source": args.source, "checked": args.source and (args.checked or dt.date.today())}
    return without_empty({**facts, "confidence": args.confidence, "note": args.note, "id": args.id})


def _new(data: Data, name: str, category: str | None, facts: Mapping[str, Any]) -> _Change:
    """Make a new record of the facts."""
    if not fold(name).strip():
        raise ConfigError("which brand?", 'name it: listingguard lexicon add "Quillmoor" --category apparel --hit "…"')
    key = "en" if any(map(is_latin, fold(name))) else "zh-Hans"
    brand = str(facts.get("id") or brand_id(name))
    if not brand:
        raise ConfigError(
            f"“{name}” gives no id", "give one in Latin letters: --id, the owner's own spelling or else pinyin, such as yu-zhao"
        )
    if brand_id(brand) != brand:
        raise ConfigError(f'"{brand}" is no id', f"ids are in kebab case: --id {brand_id(brand) or 'yu-zhao'}")
    if (known := data.brand(brand)) is not None:
        more = f"to add names to it: listingguard lexicon add --to {brand} --zh …\n    another brand of that name needs another --id"
        raise ConfigError(f'the id "{brand}" is taken: {_place(known)}', more)
    _ask_for_hit(facts, name)
    file = _file_of(data, category)
    _check_goods(data, facts)
    first = {"id": brand, "names": {key: [name]}}
    defaults = {} if "source" in facts else {"source": "general-knowledge"}
    record = {**joined(first, facts), **defaults, "confidence": facts.get("confidence", "medium")}
    return _Change(brand, file, with_brand(file.text, record))


def _more(data: Data, brand: str, name: str, facts: Mapping[str, Any]) -> _Change:
    """Add facts to a record that is there."""
    known = data.brand(brand)
    if known is None:
        raise ConfigError(f'there is no brand "{brand}"', _near(brand, [place.id for place in data.catalogue.brands]))
    if "id" in facts:
        raise ConfigError("--id with --to", "ids never change: drop --id")
    _check_goods(data, facts)
    more = joined(without_empty({"names": {"en" if any(map(is_latin, fold(name))) else "zh-Hans": [name]}}), facts) if name else facts
    text = with_more(known.file.text, brand, more)
    if text == known.file.text:
        raise ConfigError(f'nothing to add: "{brand}" has all of that ({_place(known)})', "give a name, a model, an example … to add")
    return _Change(brand, known.file, text)


def _ask_for_hit(facts: Mapping[str, Any], name: str) -> None:
    if not facts.get("examples", {}).get("hit"):
        hint = (
            f"write one as a seller would, of your own: --hit {shlex.quote(f'{name} 手提包 大容量')} (your goods instead of 手提包 大容量)"
        )
        raise ConfigError("a listing text is missing in which the brand must be found", hint)


def _file_of(data: Data, category: str | None) -> SourceFile:
    """Give the file of a category, which may be given by its beginning where that is clear."""
    files = {f.path.removeprefix("brands/").removesuffix(".toml"): f for f in data.files if f.path.startswith("brands/")}
    if not category:
        raise ConfigError("to which file of brands?", f"give --category, one of: {', '.join(files)}")
    begins = [name for name in files if len(category) >= _PREFIX and name.startswith(category)]
    if category not in files and len(begins) != 1:
        more = 'a new category is a new file brands/NAME.toml that holds schema = 1 and category = "NAME" and brand = []'
        raise ConfigError(f'there is no category "{category}"', f"{_near(category, begins or files)}\n    {more}")
    return files[category] if category in files else files[begins[0]]


def _check_goods(data: Data, facts: Mapping[str, Any]) -> None:
    groups = [place.id for place in data.catalogue.goods]
    for unknown in [group for group in facts.get("goods", ()) if group not in groups]:
        raise ConfigError(f'there is no group of goods "{unknown}"', _near(unknown, groups))


def _near(word: str, known: Iterable[str]) -> str:
    """Give what may be meant, and all that is known where that is a list to read."""
    names = list(known)
    close = get_close_matches(word, names, 3) or [name for name in names if word and word in name][:3]
    lines = [f"did you mean {' or '.join(close)}?"] if close else []
    if len(names) <= _LISTED:
        lines += textwrap.wrap(f"known are: {', '.join(names)}", 110, break_on_hyphens=False)
    return "\n    ".join(lines)


def _place(place: Placed[BrandRecord]) -> str:
    return f"data/{place.file.path}:{place.file.line_of(place.table, place.index, 'id')}"


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f"{path.name}.draft")
    try:
        draft.write_text(text, encoding="utf8", newline="\n")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _told(path: Path, change: _Change, effects: Effects, args: argparse.Namespace, *, written: bool) -> Iterator[str]:
    """Say what was or would be written, what it changes, and what to do next."""
    line, block = block_of(change.text, change.brand)
    did = ("grows" if args.to else "added") if written else "would read"
    yield f'{_near_here(path)}:{line}: brand "{change.brand}" {did}'
    yield ""
    if args.to or args.dry_run:
        yield from _difference(change)
    else:
        yield from block.split("\n")
    yield ""
    for problem in effects.problems:
        yield from str(problem).split("\n")
    yield from (f"note: {note}" for note in effects.notes)
    yield from _verdict(effects, args, written=written)


def _near_here(path: Path) -> Path:
    """Give a path as one would type it here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _difference(change: _Change) -> Iterator[str]:
    path = f"data/{change.file.path}"
    before, after = change.file.text.split("\n"), change.text.split("\n")
    return (line.rstrip("\n") for line in difflib.unified_diff(before, after, path, path, lineterm=""))


def _verdict(effects: Effects, args: argparse.Namespace, *, written: bool) -> Iterator[str]:
    count = len(effects.problems)
    found = f"{count} {'problem' if count == 1 else 'problems'}"
    if count and not args.force:
        yield f"{found}, nothing was written: change the arguments, or write it all the same with --force"
        return
    read = f"{effects.examples:,} examples and {effects.listings:,} clean listings read"
    yield f"written in spite of {found}" if count and written else found if count else f"all checks pass; {read}, none of them changes"
    yield "next: listingguard lexicon check" if written else "nothing was written: run it again without --dry-run"
    if written and any(_MISSPELT.search(name) for name in (*args.name, *getattr(args, "names.en"), *args.models)):
        yield "then: python scripts/generate_near_words.py, so that English words near the new Latin name are not taken for it misspelt"
