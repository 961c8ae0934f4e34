"""What the tables say of terms of office: whose, and whose on a day."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .names import tight
from .offices import canonical
from .table import Term, load

__all__ = ["Holding", "Term", "held_on", "holders", "terms"]


class Holding(NamedTuple):
    """Who held an office, from which to which day (ISO, "" where open)."""

    name: str
    start: str
    end: str


@lru_cache(maxsize=4096)
def terms(name: str) -> tuple[Term, ...]:
    """The terms of the person of that full usual name, () where no table has them. Of namesakes the best known."""
    table = load()
    for ref in table.refs(tight(name)):
        if ref.how == "f":
            return table.person(ref.number).terms
    return ()


def holders(country: str, office: str) -> Iterator[Holding]:
    """Who held an office of a state (its code), by any of its names; nobody where the tables do not keep it."""
    table = load()
    for number, start, end in table.offices.get(f"{country} {canonical(office)}", ()):
        yield Holding(table.person(number).name, start, end)


def held_on(start: str, end: str, day: date) -> bool:
    """Whether a term (ISO days, "" where open) holds the day."""
    return start <= day.isoformat() and (not end or day.isoformat() <= end)
