"""Which of several places of one name is meant."""

from collections.abc import Collection, Iterable

from .candidates import Candidate
from .geometry import Point
from .table import Entry

_NEAR = 0.23
_NEAR_SMALL = 0.15
_INSIDE = 0.4
_KIND = 0.3
_ALIKE = 0.15
_SMALL = 0.64
"""Weight below which a place is small: a hint lifts it less."""


def ranked(
    entries: Iterable[Entry],
    near: Collection[str] = (),
    within: Collection[str] = (),
    regions: Collection[int] = (),
    kinds: Collection[str] = (),
    alike: bool = False,
) -> list[tuple[Entry, float, str]]:
    """Places, likeliest first, each with its score and the reason.

    `near` are countries of the talk, a hint; `within` countries and `regions` first-level regions that the
    words themselves name; `kinds` what the words say it is.
    """
    out = []
    for entry in entries:
        score, why = entry.weight, "a name of it"
        if alike:
            score, why = score - _ALIKE, "spelt alike"
        held = set(entry.countries)
        if entry.kind != "country" and (entry.region in regions or held & set(within)):
            score, why = score + _INSIDE, f"{why}, in the place named with it"
        elif held & set(near):
            score, why = (
                score + (_NEAR_SMALL if entry.weight < _SMALL else _NEAR),
                f"{why}, in a country near",
            )
        if entry.kind in kinds:
            score, why = score + _KIND, f"{why}, of the kind said"
        out.append((entry, score, why))
    return sorted(out, key=lambda found: (-found[1], found[0].number))


def candidate(entry: Entry, score: float, why: str) -> Candidate:
    return made(entry.name, entry.kind, entry.country, entry.point, entry.radius, score, why)


def made(
    name: str, kind: str, country: str, point: Point, radius: float, score: float, why: str
) -> Candidate:
    lat, lon = round(max(-90.0, min(90.0, point[0])), 3), round(point[1], 3)
    return Candidate(
        name,
        kind,
        country,
        lat,
        lon,
        round(max(0.5, min(20000.0, radius)), 1),
        round(max(0.05, min(0.99, score)), 3),
        why,
    )
