"""The shape of a brief: its lines, what each of them cites, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from detente.records import Document, Span

if TYPE_CHECKING:
    from detente.reconcile import DateEstimate


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """What the brief is to be about.

    `about` is an actor, a place or words. `since` and `until` bound when things happened (both included);
    where neither is given, the last `window` days up to the newest document, None: everything.
    `for_country` (a name, a demonym or an ISO code) puts first what names it, then its partners.
    `max_lines` counts the title and the headings too; `min_score` is in 0..1.
    """

    about: str = ""
    since: date | None = None
    until: date | None = None
    window: int | None = 7
    for_country: str = ""
    max_lines: int = 40
    min_score: float = 0.0


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence of a document (by its id) and the words in it that a line rests on."""

    document: str
    sentence: Span
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a brief. `kind` is its form: `event` a clause, `statement` words with their speaker,
    `position` an entry of who wants what, `date` a sentence for the sake of a date in it. `section` is a key
    of `wording.SECTIONS`; `records` are the ids of what was found that it rests on."""

    text: str
    kind: str
    section: str
    citations: tuple[Citation, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that did not follow from its sources, and why."""

    line: Line
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """One sentence in the list of sources: its mark in the brief, its number in the document (from 1), the
    words that were used and the ids of the records found there, those that a line rests on first."""

    mark: int
    number: int
    sentence: Span
    spans: tuple[Span, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the brief and the sentences cited from it, by mark; where it is undated, when it may be of."""

    document: Document
    cited: tuple[Cited, ...]
    estimate: DateEstimate | None = None


@dataclass(frozen=True)
class Brief:
    """`lines` are in printing order, `since` and `until` the bounds that were used, `documents` how many
    documents were looked at, `undated` how many of those have no date."""

    title: str
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    left_out: tuple[LeftOut, ...]
    since: date | None
    until: date | None
    documents: int
    undated: int

    @cached_property
    def marks(self) -> Mapping[tuple[str, Span], int]:
        """The citation mark of a sentence, by document id and sentence."""
        return {(s.document.id, cited.sentence): cited.mark for s in self.sources for cited in s.cited}

    @cached_property
    def given(self) -> Mapping[str, Document]:
        """The cited documents by id."""
        return {source.document.id: source.document for source in self.sources}
