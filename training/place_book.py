"""What is being compiled: places with their names, numbered as they come."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.places.spelling import key, loose, words

MOST = 8
"""Places that one name may stand for: the weightiest are kept."""
TOWN = 0.62
"""Weight from which a town takes its region's name for itself."""


@dataclass
class Spot:
    name: str
    kind: str
    countries: tuple[str, ...]
    latitude: float
    longitude: float
    radius: float
    weight: float
    region: int = -1
    box: tuple[float, float, float, float] | None = None

    def line(self) -> str:
        box = " ".join(_short(edge) for edge in self.box) if self.box else ""
        lat, lon = _short(self.latitude), _short(self.longitude)
        region = str(self.region) if self.region >= 0 else ""
        countries = ";".join(self.countries)
        head = f"{self.name.replace('|', ' ')}|{self.kind}|{countries}|{lat}|{lon}"
        return f"{head}|{self.radius:.0f}|{self.weight:.2f}|{region}|{box}"


def _short(degrees: float) -> str:
    return f"{degrees:.2f}".rstrip("0").rstrip(".")


@dataclass
class Book:
    spots: list[Spot] = field(default_factory=list)
    names: dict[str, list[int]] = field(default_factory=dict)
    sounds: dict[str, list[int]] = field(default_factory=dict)

    def add(self, spot: Spot, names: Iterable[str], spellings: Iterable[str] = ()) -> int:
        """`names` are usual ones; `spellings` are whatever else it is called somewhere, and count for less."""
        number = len(self.spots)
        self.spots.append(spot)
        for name in (spot.name, *names):
            _put(self.names, key(words(name)), number)
        for name in spellings:
            if number not in self.names.get(spelt := key(words(name)), ()):
                _put(self.names, spelt, -1 - number)
        return number

    def sound(self, number: int, names: Iterable[str]) -> None:
        for name in names:
            _put(self.sounds, loose(words(name)), number)

    def lower_regions(self) -> None:
        """A name that a region shares with a town of its state means the town first: Aleppo, New York."""
        for numbers in self.names.values():
            spots = [self.spots[number] for number in numbers if number >= 0]
            for region in spots:
                if region.kind == "region":
                    towns = [
                        spot.weight
                        for spot in spots
                        if spot.kind in ("city", "capital") and spot.countries == region.countries
                    ]
                    if towns and max(towns) >= TOWN:
                        region.weight = min(region.weight, max(towns) - 0.02)

    def lines(self, index: dict[str, list[int]]) -> list[str]:
        """ "key|12 ~408", the weightiest first, sorted by key; "~" before a place that is hardly called so."""
        return sorted(f"{name}|{' '.join(self._best(found))}" for name, found in index.items())

    def _best(self, numbers: list[int]) -> list[str]:
        ranked = sorted(numbers, key=lambda number: (number < 0, -self._spot(number).weight, number))
        return [str(number) if number >= 0 else f"~{-1 - number}" for number in ranked[:MOST]]

    def _spot(self, number: int) -> Spot:
        return self.spots[number if number >= 0 else -1 - number]


def _put(index: dict[str, list[int]], name: str, number: int) -> None:
    if name and number not in (numbers := index.setdefault(name, [])):
        numbers.append(number)
