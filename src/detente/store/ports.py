"""What others may ask of a record, whatever keeps it, and what it answers with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from detente.errors import CallError
from detente.records import (
    Document,
    EventReport,
    Failed,
    Found,
    Position,
    Reading,
    Ruling,
    Skipped,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which of the record is meant; what is not set does not bind. Bounds are days and included.

    `since` and `until` bound when things happened: the event's dates, else the document's day; a document
    is within them when it was published or tells of something then. What has no day at all is outside.
    `new_since` bounds the day of publication. `actor` is a name or a beginning of one of its words
    ("kim"); where it names a country, or is a country's code, all who are of it are meant. `about` is an
    actor or words that all stand in the text, `outlet` a name or a beginning. Case and accents do not
    matter, and three letters or fewer must be a whole word.
    `type` is an event's type or the kind of a statement or position. A document, too, answers to `actor`,
    `type`, `mode`, `status` and `min_score`: when one thing found in it does.
    `as_of` is a day: what the documents published by then support, undated ones from when they were recorded.
    `limit` keeps the latest.
    """

    since: date | None = None
    until: date | None = None
    new_since: date | None = None
    outlet: str = ""
    about: str = ""
    actor: str = ""
    type: str = ""
    mode: str = ""
    status: str = ""
    min_score: float = 0.0
    as_of: date | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise CallError(f"since {self.since}", f"comes after until {self.until}", "swap the two days")


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of the inputs of a run. `known` were read before and stand as they were."""

    read: int = 0
    known: int = 0
    skipped: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        return self.read + self.known + self.skipped + self.failed


@dataclass(frozen=True, slots=True)
class Run:
    """One call of `read`. `ended` and `tally` are None when it was killed or is still at work."""

    id: int
    started: datetime
    model: str
    version: str
    arguments: tuple[str, ...]
    ended: datetime | None = None
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """The way from an id to the words: what was found (nothing, where the id is the document's; several,
    where acts share a trigger), the document, the reading it stands in, and the run that made it.
    `recorded` is when, in UTC."""

    found: tuple[Found, ...]
    document: Document
    reading: Reading
    run: Run
    recorded: datetime


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor and how often it stands where: once for each mention as an argument. `first` and `last` are
    the first and last day of what it took part in, None where nothing has a day."""

    name: str
    country: str
    sector: str
    source: int
    recipient: int
    speaker: int
    holder: int
    addressed: int
    first: date | None
    last: date | None

    @property
    def total(self) -> int:
        return self.source + self.recipient + self.speaker + self.holder + self.addressed


Entry = tuple[Document, Reading | None] | Skipped | Failed
"""What a run hands in: None where the document's reading is current already."""


class View(Protocol):
    """Reading the record: always current Readings, in canonical order (published, undated first, then id,
    then the order of the text). Iterators hold a few hundred documents at a time."""

    def documents(self, filter: Filter = EVERYTHING) -> Iterator[Document]: ...
    def readings(self, filter: Filter = EVERYTHING) -> Iterator[tuple[Document, Reading]]: ...
    def events(self, filter: Filter = EVERYTHING) -> Iterator[tuple[Document, EventReport]]: ...
    def statements(self, filter: Filter = EVERYTHING) -> Iterator[tuple[Document, Statement]]: ...
    def positions(self, filter: Filter = EVERYTHING) -> Iterator[tuple[Document, Position]]: ...
    def actors(self, filter: Filter = EVERYTHING) -> Iterator[ActorRow]: ...
    def find(self, prefix: str) -> Trail: ...
    def rulings(self, as_of: date | None = None) -> list[Ruling]: ...


class Writer(Protocol):
    """Adding to the record. `add` records all its entries or none."""

    def start(self, model: str, arguments: Sequence[str]) -> Run: ...
    def known(self, documents: Iterable[str], model: str) -> set[str]: ...
    def add(self, run: Run, entries: Iterable[Entry]) -> None: ...
    def end(self, run: Run, tally: Tally) -> None: ...
    def rule(self, what: str, pairs: Iterable[tuple[str, str]]) -> None: ...
