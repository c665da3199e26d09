"""What a configuration may say. pydantic checks shape and types; what needs the lexicon is checked where it is used."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from listingguard.config.kinds import Brands, Columns, Day, Encoding, Fields, Files, Form, InputFormat, Jobs, Names, Reason, Text
from listingguard.model import Lang, Severity, Strictness

__all__ = ["AllowTable", "ConfigTable", "ProfileTable", "SellerTable", "Settings"]


class _Table(BaseModel):
    """A table whose keys are in kebab case, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))


class SellerTable(_Table):
    """Who sells."""

    own_brands: Names | None = Field(None, description="brands that are the seller's own")
    authorized_brands: Brands | None = Field(None, description="brands the seller may sell: a name, or {name, territories, until}")
    watch_words: Names | None = Field(None, description="further words to report wherever they stand")


class Settings(_Table):
    """What may differ from file to file."""

    marketplace: Text | None = Field(None, description="the marketplace whose rules hold, such as taobao or amazon")
    jurisdiction: Literal["CN", "TW", "HK", "US", "EU"] | None = Field(None, description="the law that holds")
    strictness: Strictness | None = Field(None, description="lenient: sure findings only; strict: undecided words, too")
    lang: Lang | None = Field(None, description="the language of messages")
    input_format: InputFormat | None = Field(None, description="the kind of the files or the marketplace's shape")
    encoding: Encoding | None = Field(None, description="the encoding of the files")
    field: Columns | None = Field(None, description='which column holds which part of a listing: title = "宝贝名称"')
    seller: SellerTable | None = Field(None, description="who sells")
    select: Names | None = Field(None, description="kinds of findings to look for: codes, beginnings of codes, names")
    ignore: Names | None = Field(None, description="kinds not to look for")
    min_severity: Severity | None = Field(None, description="the severity from which findings are shown")
    fail_on: Literal["review", "block"] | None = Field(None, description="the verdict from which the exit code is 1")


class ProfileTable(Settings):
    """Settings for some of the files."""

    files: Files = Field(description="patterns as in .gitignore, counted from the folder of this file")


class AllowTable(_Table):
    """An excuse: what may stand, and why."""

    reason: Reason = Field(description="why it may stand, for whoever reads it in a year")
    term: Names | None = Field(None, description="the words that may stand; what is found inside of them is excused")
    terms: Names | None = Field(None, description="the same for several words")
    rules: Names | None = Field(None, description="codes, beginnings of codes or names of the findings that are excused")
    fields: Fields | None = Field(None, description="fields of the listing in which it counts, such as title")
    files: Files | None = Field(None, description="files for which it counts, as in a profile")
    fingerprint: Names | None = Field(None, description="the fingerprints of single findings")
    owner: Text | None = Field(None, description="who decided")
    until: Day | None = Field(None, description="the last day on which it counts")

    @model_validator(mode="after")
    def _says_what(self) -> AllowTable:
        words = (self.term or ()) + (self.terms or ())
        if self.fingerprint and (words or self.rules or self.fields):
            raise ValueError("a fingerprint means one finding; leave out terms, rules and fields")
        if not (self.fingerprint or words or self.rules):
            raise ValueError("it excuses nothing: name a term, rules or a fingerprint")
        return self


class ConfigTable(Settings):
    """A whole configuration: `listingguard.toml`, or `[tool.listingguard]` of `pyproject.toml`."""

    extend: Text | None = Field(None, description="another configuration, whose values hold where this one has none")
    lexicon_version: Text | None = Field(None, description="the version of the lexicon that a scan must have")
    lexicon: Names | None = Field(None, description="lexicons of one's own over the one that ships: folders or installed names")
    as_of: Day | None = Field(None, description="the day whose rules hold (today)")
    no_gitignore: StrictBool | None = Field(None, description="read in folders what Git ignores, too")
    jobs: Jobs | None = Field(None, description="how many processes scan, or auto")
    baseline: Text | None = Field(None, description="a file of known findings")
    format: Form | None = Field(None, description="the form of the report on standard output")
    output: Names | None = Field(None, description="files to write reports to, as [FORMAT=]FILE")
    statistics: StrictBool | None = Field(None, description="end a text with the number of findings of each kind")
    show_excused: StrictBool | None = Field(None, description="show findings that do not count, too")
    fail_on_unused_excuses: StrictBool | None = Field(None, description="exit with 1 where an excuse is unused or has ended")
    profile: tuple[ProfileTable, ...] = Field((), description="settings for some of the files; a later one wins")
    allow: tuple[AllowTable, ...] = Field((), description="excuses: what may stand, and why")
