"""What a lookup answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the table, or one that words make of it ("northern Syria").

    `kind` is `country`, `capital`, `city`, `region` (first level: a state, a province), `world region`,
    `continent`, `ocean`, `sea`, `gulf`, `bay`, `strait`, `canal`, `lake`, `river`, `peninsula`, `island`,
    `reef`, `mountain`, `mountain pass`, `desert`, `zone`, `border`, `border crossing`, `base`, `naval base`,
    `airport`, `nuclear site`, `nuclear test site`, `missile site`, `prison`, `camp`, `landmark`, `venue`; and,
    made by words, `area`, `coast`, `waters`. `country` is an ISO 3166 alpha-3 code (XKX for Kosovo), "" where
    it is nobody's, shared or in dispute. Degrees: latitude -90..90, longitude -180..180. `radius_km` is both
    size and doubt: the place meant lies within it.
    """

    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Candidate(Place):
    """A place that words may stand for. `score` is in 0..1; `why` is one line for a reader."""

    score: float
    why: str
