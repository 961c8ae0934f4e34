"""What the readers of the reference tables yield."""

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """`controller` is the code of the state that a dependency belongs to, else its own."""

    code: str
    controller: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Holder:
    """A person's office with its days as ISO dates, which may lack a day or a month; "" where open."""

    name: str
    country: str
    sector: str
    office: str
    start: str
    end: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A PETRARCH dictionary entry: names, and codes with their days ("PRKGOV", start, end)."""

    names: tuple[str, ...]
    codes: tuple[tuple[str, str, str], ...]
