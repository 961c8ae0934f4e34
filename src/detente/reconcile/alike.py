"""Dated reports of the same happenings as an undated article's: who did what to whom, and who else is named."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from math import log, sqrt

from detente.records import Document, EventReport, Reading

from .clues import Clue

_APART = 3
"""Days between two reports of one happening."""
_ALIKE = 0.21
"""Share of what an article names, by how rare it is, that another must name too. Set on clusters of news."""
_SECOND = 0.8
"""What the others must have of the likeness of the first."""
_MOST = 3
_LEAD = 600
"""Characters of a report that say what it is about."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_MONTH_DAY = re.compile(r"-\d\d-\d\d$")
_WEIGHT = 4.0


class Alike:
    """The dated reports of a record, by what they name. Their order does not matter."""

    def __init__(self) -> None:
        self._days: dict[str, date] = {}
        self._traits: dict[str, frozenset[str]] = {}
        self._by_act: defaultdict[str, set[str]] = defaultdict(set)
        self._seen: Counter[str] = Counter()

    def add(self, document: Document, reading: Reading) -> None:
        """One more report; one without a day, or that is there already, adds nothing."""
        if document.published is None or document.id in self._days:
            return
        self._days[document.id] = document.published
        self._traits[document.id] = named = traits(document, reading)
        self._seen.update(named)
        for act in acts(reading):
            self._by_act[act].add(document.id)

    def clue(self, document: Document, reading: Reading) -> Clue | None:
        """The days of the reports that are most alike; None where none is."""
        own = traits(document, reading)
        others = {other for act in acts(reading) for other in self._by_act.get(act, ())} - {document.id}
        ranked = sorted(((self._alike(own, self._traits[other]), other) for other in others), reverse=True)
        least = max(_ALIKE, _SECOND * ranked[0][0]) if ranked else _ALIKE
        near = [(score, other) for score, other in ranked[:_MOST] if score >= least]
        if not near:
            return None
        stretches = {
            (day - timedelta(_APART), day + timedelta(_APART))
            for day in (self._days[other] for _, other in near)
        }
        ids = ", ".join(f"{other[:10]} of {self._days[other]}" for _, other in near)
        return Clue(tuple(sorted(stretches)), _WEIGHT, f"tells what dated reports tell ({ids})")

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The weight of what both name, by that of each (their geometric mean: a long article names much)."""
        each = sqrt(self._weight(one) * self._weight(other))
        return self._weight(one & other) / each if each else 0.0

    def _weight(self, named: frozenset[str]) -> float:
        total = len(self._traits) + 1
        return sum(log(total / (1 + self._seen[each])) for each in sorted(named) if self._seen[each] < total)


def acts(reading: Reading) -> frozenset[str]:
    """Each act that has happened, with its kind and its two sides."""
    told = (each for each in reading.events if each.status == "actual" and (each.source or each.recipient))
    return frozenset(_act(each) for each in told)


def _act(event: EventReport) -> str:
    sides = (
        "+".join(sorted({who.country for each in side for who in each.referents}))
        for side in (event.source, event.recipient)
    )
    return f"{event.type} {event.mode or ''} {' > '.join(sides)}"


def traits(document: Document, reading: Reading) -> frozenset[str]:
    """The acts, the names, the numbers with what they count, days of the year, and the words it begins with."""
    text = document.text
    names = {who.name.lower() for each in reading.mentions for who in each.referents}
    names |= {each.span.of(text).lower() for each in reading.mentions if each.span and not each.referents}
    told = {span.of(text).lower() for event in reading.events for span in (*event.quantity, *event.place)}
    days = {each.when.value[-6:] for each in reading.dates if _MONTH_DAY.search(each.when.value)}
    begins = {f"{word.lower()}~" for word in _WORD.findall(text[:_LEAD])}
    return acts(reading) | frozenset(names | told | days | begins)
