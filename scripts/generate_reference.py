"""Write docs/reference/cli.md from the parsers of the command line, and docs/reference/rules.md from the data files.

Run it after a change to either: `.venv/bin/python scripts/generate_reference.py`. With `--check` nothing is written and the exit code is 1
where a page is out of date. The same parsers and data give the same bytes on every Python and in every locale.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, get_args

from listingguard.cli import _parser
from listingguard.lexicon.load import Records, load
from listingguard.lexicon.locate import data_folder
from listingguard.lexicon.market_schema import AboutField, FormRecord, LimitRecord, MarketplaceRecord
from listingguard.lexicon.read import read_files
from listingguard.lexicon.schema import BasisRecord, CodeRecord, ExemptionRecord, Labels, RuleRecord
from listingguard.model import Category

FOLDER: Final = Path(__file__).resolve().parents[1] / "docs" / "reference"
_WORDS: Final = 6
_GENERATED: Final = "<!-- written by scripts/generate_reference.py; do not edit -->"


def pages() -> dict[str, str]:
    """Give the generated pages by their names."""
    records = load(read_files(data_folder()))
    return {"cli.md": cli_page(), "rules.md": rules_page(records), "marketplaces.md": marketplaces_page(records)}


def main() -> int:
    """Write the pages, or check them."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    arguments.add_argument("--check", action="store_true", help="write nothing; exit with 1 where a page is out of date")
    check = arguments.parse_args().check
    stale = [name for name, text in pages().items() if not _is_current(FOLDER / name, text)]
    for name in stale:
        print(f"{name} is out of date" if check else f"{name} written")
        if not check:
            (FOLDER / name).write_text(pages()[name], encoding="utf8", newline="\n")
    return 1 if check and stale else 0


def _is_current(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf8") == text


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Give the lines of a table, or none where it has no rows."""
    lines = [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    if lines:
        yield from (f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines, "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").strip()


def _code(text: str) -> str:
    """Set a word as code, also one that holds a backtick."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


# --- the command line ---


def cli_page() -> str:
    """Give the page about every command and option."""
    lines = ["# Command line", "", _GENERATED, ""]
    lines += [
        "Exit codes are the same everywhere: `0` clean, `1` findings (for `lexicon check`, `fmt` and `add`: problems), `2` the job",
        "could not be done: a wrong option, a file that cannot be read. Reports go to standard output, notes and errors to standard error.",
        "`python -m listingguard` is the same program. How to use it in CI: [use-in-ci](../how-to/use-in-ci.md).",
        "",
        *_command(_parser(())),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _command(parser: argparse.ArgumentParser, about: str = "") -> Iterator[str]:
    about = parser.description or about
    nested = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]  # noqa: SLF001
    yield from (
        f"## `{parser.prog}`",
        "",
        f"{about[:1].upper()}{about[1:].rstrip('.')}.",
        "",
        "```text",
        _usage(parser, nested=bool(nested)),
        "```",
        "",
    )
    for group in parser._action_groups:  # noqa: SLF001
        rows = [_option(action) for action in group._group_actions if _is_told(action)]  # noqa: SLF001
        yield from _table(((group.title or "options").capitalize(), "values", "default", "meaning"), rows)
    if parser.epilog:
        yield from ("```text", parser.epilog.strip(), "```", "")
    for action in nested:
        helps = {choice.dest: choice.help or "" for choice in action._choices_actions}  # noqa: SLF001
        for name, command in action.choices.items():
            yield from _command(command, helps.get(name, ""))


def _is_told(action: argparse.Action) -> bool:
    return not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)  # noqa: SLF001


def _usage(parser: argparse.ArgumentParser, *, nested: bool) -> str:
    options = any(action.option_strings for action in parser._actions if _is_told(action))  # noqa: SLF001
    parts = [parser.prog, "[OPTIONS]" if options else "", "COMMAND" if nested else ""]
    parts += [_positional(action) for action in parser._actions if not action.option_strings and _is_told(action)]  # noqa: SLF001
    return " ".join(filter(None, parts))


def _positional(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest)
    return {"+": f"{name} [{name} ...]", "*": f"[{name} ...]", "?": f"[{name}]"}.get(str(action.nargs), name)


def _option(action: argparse.Action) -> tuple[str, str, str, str]:
    name = ", ".join(map(_code, action.option_strings or (str(action.metavar or action.dest),)))
    takes = action.nargs != 0 and bool(action.option_strings)
    values = ", ".join(_code(str(c)) for c in action.choices or (action.metavar,) if c)
    default = action.default if takes and action.default not in (None, [], argparse.SUPPRESS) else ""
    return name, values if takes else "", _code(str(default)) if default else "", (action.help or "").replace("<", "&lt;")


# --- codes and rules ---


def rules_page(records: Records) -> str:
    """Give the page about every code, rule, legal basis, exemption and marketplace."""
    lines = ["# Codes and rules", "", _GENERATED, ""]
    lines += [
        "Every finding has a code, a kind that never changes its meaning. Under a code stand rules: words, what excuses them, and the law",
        "that they rest on. `listingguard rule CODE` says the same on the command line, and `listingguard lexicon lookup WORD` says",
        "which rules and brands a word meets. What the columns mean: [data format](data-format.md).",
        "",
        "Codes: [by category](#trademark) · [legal bases](#legal-bases) · [exemptions](#exemptions) · [marketplaces](#marketplaces)",
        "",
    ]
    for category in get_args(Category):
        lines += [f"## {category}", ""]
        for code in sorted((c for c in records.codes if c.category == category), key=lambda c: c.id):
            lines += _code_lines(code, [rule for rule in records.rules if rule.code == code.id])
    lines += _bases(records.bases)
    lines += _exemptions(records.exemptions)
    lines += _marketplaces(records.marketplaces)
    return "\n".join(lines).rstrip() + "\n"


def _both(labels: Labels) -> str:
    return f"{labels.en} · {labels.zh_hans}"


def _code_lines(code: CodeRecord, rules: Iterable[RuleRecord]) -> Iterator[str]:
    yield from (f"### {code.id} {code.name}", "", f"**{code.title.en} · {code.title.zh_hans}**", "")
    yield from (code.about.en, "", code.about.zh_hans, "")
    head = ("rule", "severity", "disposition", "certainty", "words, for example", "may be excused by", "basis")
    yield from _table(head, [_rule(rule) for rule in sorted(rules, key=lambda r: r.id)])


def _rule(rule: RuleRecord) -> tuple[str, ...]:
    joined = [head + tail for part in rule.combine for head, tail in zip(part.head, part.tail, strict=False)]
    words = list(dict.fromkeys((*rule.terms.all(), *joined)))
    shown = "、".join(map(_plain, words[:_WORDS])) + (" …" if len(words) > _WORDS else "")
    return (
        f"`{rule.id}`",
        rule.severity,
        rule.disposition,
        f"{rule.certainty:g}",
        shown,
        ", ".join(f"[{e}](#exemption-{e})" for e in rule.exempt),
        ", ".join(f"[{b}](#basis-{b})" for b in rule.basis),
    )


def _plain(word: str) -> str:
    """Write a word so that no sign in it is taken for markup."""
    return re.sub(r"([*_`<\[\]~\\])", r"\\\1", word)


def _bases(bases: Iterable[BasisRecord]) -> Iterator[str]:
    yield from ("## Legal bases", "")
    yield from (
        "`general-knowledge` means that no page was opened for it: check it before you lean on it. A date under “read” is the day on",
        "which the page was opened. See [legal basis](../explanation/legal-basis.md).",
        "",
    )
    head = ("id", "law", "article", "where", "in force", "source", "read")
    yield from _table(head, [_basis(basis) for basis in sorted(bases, key=lambda b: b.id)])


def _basis(basis: BasisRecord) -> tuple[str, ...]:
    return (
        f'<a id="basis-{basis.id}"></a>`{basis.id}`',
        _both(basis.law),
        _both(basis.article),
        ", ".join((*basis.jurisdictions, *basis.marketplaces)),
        _days(basis),
        _source(basis),
        str(basis.checked or ""),
    )


def _source(record: Any) -> str:
    return str(record.source) if record.source == "general-knowledge" else f"[page]({record.source})"


def _days(record: Any) -> str:
    begins = f"from {record.effective_from}" if record.effective_from else ""
    ends = f"until {record.effective_to}" if record.effective_to else ""
    return f"{begins} {ends}".strip()


def _exemptions(exemptions: Iterable[ExemptionRecord]) -> Iterator[str]:
    yield from ("## Exemptions", "")
    rows = []
    for exemption in sorted(exemptions, key=lambda e: e.id):
        clause = f"[{exemption.clause}](#basis-{exemption.clause})" if exemption.clause else ""
        proof = _both(exemption.proof) if exemption.proof else ""
        name = f'<a id="exemption-{exemption.id}"></a>`{exemption.id}`'
        rows.append((name, _both(exemption.title), exemption.disposition, clause, proof))
    yield from _table(("id", "what it is", "outcome", "clause", "proof to hold"), rows)


def _marketplaces(marketplaces: Iterable[MarketplaceRecord]) -> Iterator[str]:
    yield from ("## Marketplaces", "", "What `--marketplace` and `marketplace=` understand, case aside. A limit counts in `width` (a Han")
    yield from ("character is two), `codepoints` or `bytes` of UTF-8.", "")
    rows = []
    for market in sorted(marketplaces, key=lambda m: m.id):
        limits = "; ".join(
            f"{limit.field} {limit.max} {limit.unit} {_days(limit)}".rstrip() + f" ({_source(limit)})" for limit in market.limit
        )
        rows.append((f"`{market.id}`", _both(market.name), ", ".join(market.aliases), ", ".join(market.jurisdictions), limits))
    yield from _table(("id", "name", "also called", "law", "limits of fields"), rows)


# --- profiles of marketplaces ---


def marketplaces_page(records: Records) -> str:
    """Give the page about the profile of every marketplace: what it knows, with days and sources, and what it does not."""
    lines = ["# Marketplaces", "", _GENERATED, ""]
    lines += [
        "What the profile of each marketplace knows about the form of a listing, and what it does not.",
        "`listingguard marketplaces NAME` says the same, with the law and the rules of the platform beside it. Findings of form have codes",
        "`LGM…` and severity low. A fact without a page is general knowledge: check it before you lean on it. How to choose:",
        "[choose a marketplace](../how-to/choose-a-marketplace.md).",
        "",
    ]
    for market in sorted(records.marketplaces, key=lambda m: m.id):
        lines += _profile(market)
    return "\n".join(lines).rstrip() + "\n"


def _profile(market: MarketplaceRecord) -> Iterator[str]:
    yield from (f"## `{market.id}`", "", f"**{_both(market.name)}**, law: {', '.join(market.jurisdictions)}", "")
    yield from ([market.note, ""] if market.note else [])
    about = [*market.limit, *market.form]
    yield from _table(("field", "rule", "in force", "source", "read"), [_fact(a) for a in about]) if about else ()
    law = ", ".join(market.jurisdictions)
    sites = [(f"`{s.id}`", ", ".join(s.aliases), ", ".join(s.jurisdictions) or f"not covered, {law} stands in") for s in market.site]
    yield from _table(("site", "also called", "law"), sites) if sites else ()
    if market.unknown.en:
        yield from ("Not known:", "", *(f"- {_plain(text)}" for text in market.unknown.en), "")


def _fact(about: AboutField) -> tuple[str, ...]:
    rule = ""
    if isinstance(about, LimitRecord):
        rule = f"at most {about.max} {about.unit}" + (", blanks and punctuation aside" if about.uncounted else "")
    elif isinstance(about, FormRecord):
        signs = "".join(char for char in about.characters if char.isprintable())
        most = f" at most {about.max}" if about.kind in ("repeat", "once") else ""
        rule = f"{about.kind}{most}" + (f": `{signs}`" if signs else "")
    days = _days(about) + (f" not at {', '.join(about.except_sites)}" if about.except_sites else "")
    return f"`{about.field}`", rule, days.strip(), _source(about), str(about.checked or "")


if __name__ == "__main__":
    sys.exit(main())
