"""What comes of an input: a Reading, or the reason why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass

from .found import Date, EventReport, Found, Mention, Position, Statement
from .offices import OfficeClaim
from .spans import Span


@dataclass(frozen=True)
class Reading:
    """One document, read. It never changes; another run makes another Reading.

    `document` is the document's id, `doc` its outward one, `model` what read it.
    `mentions` are the named entities, in text order, without pronouns and nominals. `offices` is what the text
    says about who holds which, in text order.
    """

    document: str
    doc: str
    model: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Date, ...] = ()
    events: tuple[EventReport, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    offices: tuple[OfficeClaim, ...] = ()

    def found(self) -> Iterator[Found]:
        """Events, statements and positions, each in text order."""
        yield from self.events
        yield from self.statements
        yield from self.positions


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that is not for detente: `thing` is its path, URL or id."""

    thing: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that should have been read: `stage` is the room that gave up."""

    thing: str
    stage: str
    reason: str
