"""Compiles who is who: `python -m training.actors --data ../shared/data/actors`.

Reads the reference tables (facts only) and our own in `actor_tables/`, writes one compressed JSON file.
The same input gives the same bytes. What comes first wins: our own tables, then leaders, then dictionaries.
"""

import argparse
import gzip
import json
from pathlib import Path

from . import actor_own as own
from .actor_book import Book
from .actor_entities import add_organisations, add_seats, add_states, add_tables
from .actor_people import add_ministers, add_persons, offices
from .actor_roles import roles

OUT = Path(__file__).parents[1] / "src" / "detente" / "actors" / "actors.json.gz"
SOURCES = {
    "countries-mledoze.json": "mledoze/countries, ODbL 1.0: names, codes, demonyms, capitals",
    "cldr": "Unicode CLDR, English territory names, Unicode licence",
    "country-codes": "datasets/country-codes, PDDL 1.0: names and codes",
    "factbook": "CIA World Factbook by factbook.json, early 2026, CC0: leaders, adjectives",
    "reign": "REIGN leader list to March 2021, MIT",
    "manystates": "Archigos by manystates, to 2015, CC BY 4.0: full names of leaders",
    "us-executive.yaml": "unitedstates/congress-legislators, CC0: presidents and vice-presidents",
    "us-legislators-current.yaml": "unitedstates/congress-legislators, CC0: Congress in 2026",
    "phoenix": "openeventdata Phoenix/PETRARCH dictionaries, 2014, MIT: ministers, groups, bodies, nominals",
    "actor_tables": "our own tables, public facts",
}


def compiled(data: Path) -> dict[str, object]:
    """The file's content, ready for JSON; the keys are the fields of `detente.actors.table.Table`."""
    book = Book()
    add_states(book, data)
    add_tables(book)
    add_seats(book)
    add_persons(book, data)
    add_ministers(book, data)
    add_organisations(book, data)
    nominals = roles(data, set(book.surnames))
    counts = {"entities": len(book.entities), "persons": len(book.persons), "names": len(book.names)}
    return {
        "header": {"made_by": "python -m training.actors", "sources": SOURCES, **counts},
        "entities": book.entities,
        "persons": [_packed(*person) for person in book.persons],
        "names": {key: " ".join(refs) for key, refs in book.names.items()},
        "first": book.first,
        "surnames": book.sorted_surnames(),
        "loose": book.loose,
        "offices": offices(book),
        "roles": nominals,
        "role_first": _longest(nominals),
        "states": book.states(),
        "peoples": book.peoples,
        "given": [name.lower() for name in own.listed("given")],
        "surnamed": list(own.listed("surnamed")),
    }


def _packed(name: str, rank: int, terms: list[tuple[str, str, str, str, str]]) -> str:
    return "|".join([name, str(rank), *(";".join(term) for term in terms)])


def _longest(phrases: dict[str, list[str]]) -> dict[str, int]:
    out: dict[str, int] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        out[first] = max(out.get(first, 0), len(rest) + 1)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the reference tables into the actor file.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the reference tables")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if not (options.data / "countries-mledoze.json").exists():
        raise SystemExit(f"cannot compile: {options.data}: no countries-mledoze.json there; see --data")
    table = compiled(options.data)
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    options.out.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{options.out}: {options.out.stat().st_size:,} bytes, {json.dumps(table['header'])}")


if __name__ == "__main__":
    main()
