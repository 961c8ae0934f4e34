"""Which reports are compared at all: those that share a key and stand close to each other under it.

A key is made of one report alone. Under each key the reports stand in an order of their own, and one meets the
WINDOW before and after it: so a new report costs the same however many there are, and who meets whom hangs on
which reports there are, not on the order they came in.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from .likeness import SOON
from .reports import RECENT, Report

WINDOW = 24
"""Neighbours on each side."""
_DAYS = 10
"""A report whose days are no more than this stands under each of them, a wider one under its months, or years."""
_MONTHS = 130
_HINTS = 3
_HEAD_WORDS = 12

Place = tuple[str, int, str, str]


@dataclass
class Blocks:
    """`rows` under a key are `(verb, day, longest word, report's key)`, in order: what is alike stands together."""

    rows: dict[str, list[Place]] = field(default_factory=dict)
    keys: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def add(self, place: Place, keys: Iterable[str]) -> tuple[set[str], set[tuple[str, str]]]:
        """Enters one: who it meets, and the pairs that no longer meet because it came between."""
        met: set[str] = set()
        parted: set[tuple[str, str]] = set()
        self.places[place[-1]] = place
        self.keys[place[-1]] = frozenset(keys)
        for key in self.keys[place[-1]]:
            row = self.rows.setdefault(key, [])
            insort(row, place)
            at = bisect_left(row, place)
            start = max(0, at - WINDOW)
            met.update(each[-1] for each in (*row[start:at], *row[at + 1 : at + 1 + WINDOW]))
            for before in range(start, at):  # it now stands between these and what was WINDOW after them
                if before + WINDOW + 1 < len(row):
                    parted.add((row[before][-1], row[before + WINDOW + 1][-1]))
        return met, {pair for pair in parted if not self.meet(*pair)}

    def around(self, one: str) -> set[str]:
        """All that it meets now."""
        met: set[str] = set()
        for key in self.keys[one]:
            row, at = self.rows[key], bisect_left(self.rows[key], self.places[one])
            met.update(each[-1] for each in row[max(0, at - WINDOW) : at + WINDOW + 1])
        return met - {one}

    def meet(self, one: str, other: str) -> bool:
        return any(self._near(key, one, other) for key in self.keys[one] & self.keys[other])

    def _near(self, key: str, one: str, other: str) -> bool:
        row = self.rows[key]
        return abs(bisect_left(row, self.places[one]) - bisect_left(row, self.places[other])) <= WINDOW


def news_keys(head: Iterable[str], published: date | None) -> Iterator[str]:
    """Of a document, by the longest words of its title and beginning, and about when it was published."""
    if published is None:
        return
    longest = sorted(head, key=lambda word: (-len(word), word))[:_HEAD_WORDS]
    day = published.toordinal()
    for word in longest:
        yield from (f"{word} {bucket}" for bucket in {day // (2 * SOON), (day + SOON) // (2 * SOON) + 0.5})


def block_keys(report: Report) -> Iterator[str]:
    """By verb or actors, and time; with no time at all, by verb and actors."""
    near, wide = _times(report)
    for who in _who(report):
        yield from (f"{who} {time}" for time in (*near, *wide))
    yield from (f"{report.trigger} {time}" for time in near)


def _who(report: Report) -> Iterator[str]:
    """One or two of those who take part, with the type."""
    kind = report.event.type
    for name in sorted(report.both.persons)[:_HINTS]:
        yield f"{kind} {name}"
    countries = sorted(report.both.countries)[:_HINTS]
    for at, one in enumerate(countries):
        for other in countries[at + 1 :] or ([""] if len(countries) == 1 else []):
            yield f"{kind} {one} {other}"
    if not countries:
        for name in sorted(report.both.names - report.both.persons)[:_HINTS]:
            yield f"{kind} {name}"


def _times(report: Report) -> tuple[list[str], list[str]]:
    """The days; and, so that a wider report finds it, the months and the years. What is told without a time meets
    what was published about then, and what has no date at all the others of its kind."""
    first, last = report.first, report.last
    if last is None and first is not None:
        first, last = first - RECENT, first + RECENT
    if first is None and last is not None:
        first = last - RECENT
    if first is None or last is None:
        return ["undated"], []
    near, wide = [], sorted({str(_day(first).year), str(_day(last).year)}) if report.told else []
    if last - first <= _DAYS:
        near = [str(day) for day in range(first, last + 1)]
    if report.told and last - first <= _MONTHS:
        wide += sorted({_day(day).strftime("%Y-%m") for day in range(first, last + 1)})
    return near, wide


def place_of(report: Report) -> Place:
    longest = max(report.words, key=lambda word: (len(word), word), default="")
    return (report.trigger, report.first or report.last or 0, longest, report.key)


def _day(ordinal: int) -> date:
    return date.fromordinal(max(1, min(ordinal, date.max.toordinal())))
