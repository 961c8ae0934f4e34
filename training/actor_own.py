"""Readers of our own tables in `actor_tables/`: cells between bars under a heading, lists by semicolons."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .actor_facts import Holder

TABLES = Path(__file__).parent / "actor_tables"


def rows(name: str) -> Iterator[dict[str, str]]:
    lines = (TABLES / f"{name}.psv").read_text(encoding="utf-8").splitlines()
    heading = lines[0].split("|")
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("|")
        if len(cells) != len(heading):
            raise SystemExit(
                f"cannot read: {name}.psv line {number}: {len(cells)} cells, not {len(heading)}: {line}"
            )
        yield dict(zip(heading, cells, strict=True))


def several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


@cache
def listed(name: str) -> dict[str, str]:
    """One of the lists in lists.psv: value → what it is said to be, itself where nothing is said."""
    values = next(several(row["values"]) for row in rows("lists") if row["list"] == name)
    pairs = [value.partition("=") for value in values]
    return {value: said or value for value, _, said in pairs}


def persons() -> Iterator[tuple[str, list[str], list[Holder]]]:
    """Well-known people: usual name, other spellings, offices in order of time."""
    for row in rows("persons"):
        terms = [_term(row["name"], text) for text in several(row["terms"])]
        yield row["name"], several(row["names"]), terms


def _term(name: str, text: str) -> Holder:
    found = re.fullmatch(r"([A-Z]{3}) ([A-Z]{3}|-) (.+?) ?(\d[\d-]*)?(?:(\.\.)(\d[\d-]*)?)?", text)
    if not found:
        raise SystemExit(f"cannot read: persons.psv: {name}: {text}; write CCC SEC office 2001-01..2002-02")
    country, sector, office, start, _, end = found.groups()
    return Holder(name, country, "" if sector == "-" else sector, office, start or "", end or "")
