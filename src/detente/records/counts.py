"""Counts: what a text says that the number is, and what the record gives under which rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .found import Referent
from .spans import Span
from .when import When


@dataclass(frozen=True, slots=True)
class CountClaim:
    """ "The 10th such test this year": `number` of `what` by `by`, since a day (None: since ever) until the day of
    the act it is told of. `period` are the words that bound it, `counted_by` whose counting it is: the words that
    name them, else the outlet. `report` is the event report it stands in, `span` where the number stands."""

    report: str
    document: str
    doc: str
    span: Span
    number: int
    ordinal: bool
    what: str
    type: str
    mode: str | None
    by: tuple[Referent, ...]
    since: date | None
    until: date | None
    period: str
    counted_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountedAct:
    """A happening that is counted. `utc` is its day in UTC where a clock is told; `launched` how many things were
    launched, fired or met in it, as far as a report tells."""

    id: str
    title: str
    when: When
    utc: date | None
    where: str
    launched: int
    reports: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim, what the record gives for its own days and things by each rule, and the rules that agree. Where it
    counts since ever, or nothing dates it, nothing is given: no record goes back for ever."""

    claim: CountClaim
    given: Mapping[str, int]
    agree: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """The acts, what each rule makes of them, and the claims about such acts."""

    rules: Mapping[str, int]
    acts: tuple[CountedAct, ...]
    claims: tuple[Checked, ...]
