"""The compiled file: entities, persons with their terms, and the keys under which they stand.

Made by `training/actors.py`; SOURCES.md and the file's own header say from what.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

FILE = "actors.json.gz"


class Entity(NamedTuple):
    """Who is no single person. `kind` and codes as in `Candidate`; `sector` is "" for a body of states."""

    kind: str
    name: str
    country: str
    sector: str


class Term(NamedTuple):
    """An office with its first and last day (ISO, "" where open). `sector` may change with the office."""

    country: str
    sector: str
    office: str
    start: str
    end: str


class Person(NamedTuple):
    name: str
    rank: int
    """0 the best known; what a surname alone is decided by."""
    terms: tuple[Term, ...]


class Ref(NamedTuple):
    """What a key stands for: an entity or a person by number, and how it names them.

    `how`: `n` name, `a` adjective, `p` people (Iranians), `c` capital, `s` seat, `f` a person's full name.
    `letters`: "A" where only capitals will do (IS, WHO), "l" where small ones will (congressional), "'" where it must
    end in 's (Jane's), or "".
    """

    number: int
    how: str
    letters: str


class Role(NamedTuple):
    """A nominal's sector and flag: `state` names its state, `generic` takes the sector of what stands before
    it, `outside` is not of the country that is named with it."""

    sector: str
    flag: str


@dataclass(frozen=True)
class Table:
    header: Mapping[str, Any]
    entities: Sequence[Sequence[str]]
    persons: Sequence[str]
    """Packed: name, rank and terms, parsed when asked for."""
    names: Mapping[str, str]
    first: Mapping[str, int]
    """Folded first word of a name → how many words the longest such name has."""
    surnames: Mapping[str, Sequence[int]]
    loose: Mapping[str, int]
    offices: Mapping[str, Sequence[tuple[int, str, str]]]
    """ "PRK foreign minister" → the persons who held it, with first and last day."""
    roles: Mapping[str, Sequence[str]]
    role_first: Mapping[str, int]
    states: Mapping[str, int]
    """Country code → the state's number."""
    peoples: Mapping[str, str]
    """A state's number, as text → what its people are called."""
    given: frozenset[str]
    """Names of states and capitals that people bear too (Jordan, Chad)."""
    surnamed: frozenset[str]
    """Nominals that people are called (Bishop, King)."""

    def entity(self, number: int) -> Entity:
        return Entity(*self.entities[number])

    def person(self, number: int) -> Person:
        name, rank, *terms = self.persons[number].split("|")
        return Person(name, int(rank), tuple(Term(*term.split(";")) for term in terms))

    def refs(self, key: str) -> list[Ref]:
        """What a key stands for, best first; [] when nothing."""
        return [_ref(packed) for packed in self.names.get(key, "").split()]

    def role(self, phrase: str) -> Role | None:
        found = self.roles.get(phrase)
        return Role(*found) if found else None


def _ref(packed: str) -> Ref:
    letters = packed[-1] if packed[-1] in "Al'" else ""
    body = packed[:-1] if letters else packed
    return Ref(int(body[:-1]), body[-1], letters)


@cache
def load() -> Table:
    """The table, read once."""
    packed = resources.files(__package__).joinpath(FILE).read_bytes()
    raw = json.loads(gzip.decompress(packed))
    return Table(**{**raw, "given": frozenset(raw["given"]), "surnamed": frozenset(raw["surnamed"])})
