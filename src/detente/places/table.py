"""The compiled file: places, and the keys under which they stand.

Made by `training/places.py`; SOURCES.md and the file's own header say from what. Its parts, parted by empty
lines: a header (JSON), places, names, loose names, adjectives, borders, coasts, capitals; each of sorted lines.
"""

import gzip
import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from .geometry import Point

FILE = "places.txt.gz"
_HARDLY = 0.12


class Entry(NamedTuple):
    """A place as it stands in the table. `weight` says how likely its bare name means it; `region` is the
    number of the first-level region it lies in, -1 where unknown; `box` is north, south, east, west."""

    number: int
    name: str
    kind: str
    countries: tuple[str, ...]
    latitude: float
    longitude: float
    radius: float
    weight: float
    region: int
    box: tuple[float, float, float, float] | None

    @property
    def country(self) -> str:
        return self.countries[0] if len(self.countries) == 1 else ""

    @property
    def point(self) -> Point:
        return self.latitude, self.longitude


class Border(NamedTuple):
    point: Point
    radius: float


@dataclass(frozen=True)
class Table:
    header: Mapping[str, Any]
    places: Sequence[str]
    names: Sequence[str]
    sounds: Sequence[str]
    adjectives: Mapping[str, str]
    borders: Mapping[str, Border]
    """Two codes in order of the alphabet, with a space between."""
    coasts: Mapping[str, str]
    """A country's code → the side of its main coast, N, E, S or W."""
    states: Mapping[str, int]
    capitals: Mapping[str, int]

    def named(self, key: str) -> list[Entry]:
        return _under(self.names, key)

    def sounding(self, key: str) -> list[Entry]:
        return _under(self.sounds, key)

    def state(self, code: str) -> Entry | None:
        return entry(self.states[code]) if code in self.states else None

    def capital(self, code: str) -> Entry | None:
        return entry(self.capitals[code]) if code in self.capitals else None

    def border(self, one: str, other: str) -> Border | None:
        return self.borders.get(" ".join(sorted((one, other))))


def _under(lines: Sequence[str], key: str) -> list[Entry]:
    """The places on the line "key|12 ~408"; what is hardly called so weighs less."""
    start = f"{key}|"
    at = bisect_left(lines, start)
    if not key or at == len(lines) or not lines[at].startswith(start):
        return []
    return [_told(cell) for cell in lines[at][len(start) :].split()]


def _told(cell: str) -> Entry:
    found = entry(int(cell.lstrip("~")))
    return found._replace(weight=found.weight - _HARDLY) if cell[0] == "~" else found


@lru_cache(maxsize=16384)
def entry(number: int) -> Entry:
    name, kind, countries, lat, lon, radius, weight, region, box = load().places[number].split("|")
    north, south, east, west = map(float, box.split()) if box else (0.0, 0.0, 0.0, 0.0)
    return Entry(
        number,
        name,
        kind,
        tuple(countries.split(";")) if countries else (),
        float(lat),
        float(lon),
        float(radius),
        float(weight),
        int(region or -1),
        (north, south, east, west) if box else None,
    )


@cache
def load() -> Table:
    """The table, read once."""
    packed = resources.files(__package__).joinpath(FILE).read_bytes()
    parts = [part.split("\n") for part in gzip.decompress(packed).decode("utf-8").split("\n\n")]
    header, places, names, sounds, *pairs = parts
    adjectives, borders, coasts, states, capitals = (
        dict(line.split("|", 1) for line in part if line) for part in pairs
    )
    return Table(
        json.loads(header[0]),
        places,
        names,
        sounds,
        adjectives,
        {pair: _border(cell) for pair, cell in borders.items()},
        coasts,
        {code: int(number) for code, number in states.items()},
        {code: int(number) for code, number in capitals.items()},
    )


def _border(cell: str) -> Border:
    lat, lon, radius = map(float, cell.split())
    return Border((lat, lon), radius)
