"""Counting happenings, under each rule that a count may have been made by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.records import (
    Checked,
    Count,
    CountClaim,
    CountedAct,
    Document,
    EventReport,
    Happening,
    Reading,
    Referent,
)

from .claimed import claims
from .naming import fits
from .quantities import quantity
from .things import sides_of
from .wording import stem, stems

RULES = ("acts", "days", "days in UTC", "launched")
"""Each happening one; each day one, by the clocks of the reports or by UTC; each thing that was launched one."""
Item = tuple[Document, Reading]
_GENERAL = frozenset(
    map(stem, "test tests launch launches time times such kind round meeting summit attack strike".split())
)
"""Stems in a claim that tell no kind of act apart that its type does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which acts are meant: type, mode, a name or a country of who acts, and days (both included). What is not set
    does not bind."""

    type: str = ""
    mode: str = ""
    by: str = ""
    since: date | None = None
    until: date | None = None

    def means(self, type: str, mode: str | None, actors: Iterable[Referent]) -> bool:
        """Whether an act of that type and mode, done by those, is meant."""
        right_type = self.type.upper() in ("", type)
        return right_type and self.mode.casefold() in ("", mode) and (not self.by or fits(actors, self.by))


@dataclass(frozen=True, eq=False)
class _Act:
    shown: CountedAct
    type: str
    mode: str | None
    sides: frozenset[str]
    words: frozenset[str] = field(repr=False)

    def within(self, since: date | None, until: date | None) -> bool:
        """All of it: an act of some day of a month is not counted where only half of the month is asked for."""
        first, last = self.shown.when.start, self.shown.when.end
        if first is None or last is None:
            return since is None and until is None
        return (since is None or first >= since) and (until is None or last <= until)


def count(happenings: Iterable[Happening], items: Iterable[Item], asked: Asked) -> Count:
    """How many such acts have happened, by each of RULES, and which claims of the reports agree.

    `happenings` are those of `items`. Only what is told as actual counts. An act that has no day counts as an act,
    on no day.
    """
    by_id = {document.id: (document, reading) for document, reading in items}
    acts = [act for each in happenings if each.status == "actual" and (act := _act(each, by_id, asked))]
    acts.sort(key=lambda act: (act.shown.when.start or date.max, act.shown.id))
    told = [act for act in acts if act.within(asked.since, asked.until)]
    found = (claim for _, item in sorted(by_id.items()) for claim in claims(*item))
    meant = (each for each in found if asked.means(each.type, each.mode, each.by) and _in_time(each, asked))
    return Count(
        _by_rule(told), tuple(act.shown for act in told), tuple(_checked(each, acts) for each in meant)
    )


def _act(happening: Happening, by_id: Mapping[str, Item], asked: Asked) -> _Act | None:
    """None where other acts are meant: who acts is who one of the reports says."""
    told = [
        (by_id[each.document][0], event)
        for each in happening.members
        for event in _events(each.report, by_id[each.document])
    ]
    actors = tuple(who for _, event in told for each in event.source for who in each.referents)
    if not asked.means(happening.type, happening.mode, actors):
        return None
    instants = sorted(at for _, event in told for time in event.time if (at := time.when.instant))
    shown = CountedAct(
        id=happening.id,
        title=happening.title,
        when=happening.when,
        utc=instants[0].date() if instants else None,
        where=happening.where,
        launched=max((_launched(document, event) for document, event in told), default=1),
        reports=tuple((each.doc, each.span) for each in happening.members),
    )
    words = frozenset(word for document, event in told for word in stems(event.sentence.of(document.text)))
    return _Act(shown, happening.type, happening.mode, sides_of(actors), words)


def _events(report: str, item: Item) -> list[EventReport]:
    return [event for event in item[1].events if event.id == report]


def _launched(document: Document, event: EventReport) -> int:
    told = (quantity(span.of(document.text)) for span in event.quantity)
    return max(
        (int(each.amount) for each in told if each and each.unit == "arms" and each.amount >= 1), default=1
    )


def _by_rule(acts: Sequence[_Act]) -> dict[str, int]:
    days = [
        (act.shown.when.start, act.shown.utc) for act in acts if act.shown.when.start == act.shown.when.end
    ]
    known = [(day, utc) for day, utc in days if day]
    numbers = (
        len(acts),
        len({day for day, _ in known}),
        len({utc or day for day, utc in known}),
        sum(act.shown.launched for act in acts),
    )
    return dict(zip(RULES, numbers, strict=True))


def _in_time(claim: CountClaim, asked: Asked) -> bool:
    if claim.until is None:
        return asked.since is None and asked.until is None
    return (asked.since is None or claim.until >= asked.since) and (
        asked.until is None or claim.until <= asked.until
    )


def _checked(claim: CountClaim, acts: Sequence[_Act]) -> Checked:
    """What the record gives for the claim's own days, and for acts of its kind."""
    if claim.since is None or claim.until is None:
        return Checked(claim, {}, ())
    kind = frozenset(stems(claim.what)) - _GENERAL
    sides = sides_of(claim.by)
    own = [
        act
        for act in acts
        if (act.type, act.mode) == (claim.type, claim.mode)
        and sides & act.sides
        and kind <= act.words
        and act.within(claim.since, claim.until)
    ]
    given = _by_rule(own)
    return Checked(claim, given, tuple(rule for rule in RULES if given[rule] == claim.number))
