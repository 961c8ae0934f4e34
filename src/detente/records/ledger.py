"""What somebody wants, followed through time. A judgement over many reports; it can be taken back."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .found import Position, Referent
from .when import When

STATES = ("open", "repeated", "changed", "met", "lapsed", "dropped", "contradicted")
"""`repeated`: stated on several days; `changed`: in other terms, or as another kind; `lapsed`: the due date has
passed and nothing was reported, which is not "broken"; `contradicted`: the holder's later opposite."""


@dataclass(frozen=True)
class Stated:
    """One report of a position. `doc` is the outward id of its document; `day` when it was stated, as the text
    tells it, else the day of publication; the others are the words."""

    position: Position
    doc: str
    day: date | None
    wording: str
    exchange: str = ""
    condition: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The item's state from `day` on, and why. `report` is the id of the position or event report that shows it,
    "" for a due date that passed; `document` that of its document, `doc` the outward one."""

    state: str
    day: date | None
    reason: str
    report: str = ""
    document: str = ""
    doc: str = ""


@dataclass(frozen=True)
class LedgerItem:
    """Positions of one holder to one addressee about one thing, in the order they were stated. `to` is empty
    where no report names it. `state` is that of the last change."""

    holder: tuple[Referent, ...]
    to: tuple[Referent, ...]
    kind: str
    stated: tuple[Stated, ...]
    changes: tuple[Change, ...] = ()

    @cached_property
    def id(self) -> str:
        """That of its first position. Any other's names the item as well."""
        return self.stated[0].position.id

    def names(self) -> tuple[str, ...]:
        """All ids that lead here."""
        return tuple(each.position.id for each in self.stated)

    @property
    def state(self) -> str:
        return self.changes[-1].state if self.changes else "open"

    @property
    def first(self) -> date | None:
        return min((each.day for each in self.stated if each.day), default=None)

    @property
    def last(self) -> date | None:
        return max((each.day for each in self.stated if each.day), default=None)

    @property
    def wording(self) -> str:
        """As it was stated last."""
        return self.stated[-1].wording

    @property
    def exchange(self) -> str:
        return next((each.exchange for each in reversed(self.stated) if each.exchange), "")

    @property
    def condition(self) -> str:
        return next((each.condition for each in reversed(self.stated) if each.condition), "")

    @property
    def due(self) -> When | None:
        """The latest due date that was given."""
        return next((each.position.due.when for each in reversed(self.stated) if each.position.due), None)
