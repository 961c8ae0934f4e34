"""Reads the codebook's JSON files. Source of the types, modes, scores and contexts: the PLOVER manual,
draft 2.0, restated; the descriptions are our own. `ban` under THREATEN, `return` under RETREAT and
`vandalize` have no printed score, hence None."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type. `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
    4 material conflict; scores run from -10 (conflict) to 10 (cooperation), None where none is printed."""

    name: str
    quad: int
    score: float
    covers: str
    modes: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Status:
    """`wording` is how a brief says it."""

    name: str
    covers: str
    wording: str


@cache
def file(name: str) -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))


@cache
def event_types() -> Mapping[str, EventType]:
    return MappingProxyType(
        {
            name: EventType(name, row["quad"], row["score"], row["covers"], MappingProxyType(row["modes"]))
            for name, row in file("types.json").items()
        }
    )


@cache
def statuses() -> Mapping[str, Status]:
    rows = file("values.json")["statuses"]
    return MappingProxyType({name: Status(name, row["covers"], row["wording"]) for name, row in rows.items()})


@cache
def described(table: str) -> Mapping[str, str]:
    return MappingProxyType(file("values.json")[table])


@cache
def contexts() -> tuple[str, ...]:
    return tuple(file("values.json")["contexts"])


def outward_times() -> list[list[str]]:
    """Rows of pattern, mods, what the guide writes, and what it covers."""
    rows: list[list[str]] = file("values.json")["outward_times"]
    return rows


def legal_mode(event_type: str, mode: str | None) -> bool:
    """Whether that type may have that mode; every known type may have none."""
    known = event_types().get(event_type)
    return known is not None and (mode is None or mode in known.modes)


def outward_country(code: str) -> str:
    """A country code as a Reading prints it: `INT` where there is none, `IGO` for every body of states."""
    return described("outward").get(code, code)


def from_cameo(code: str) -> tuple[str, str | None] | None:
    """(type, mode) of a CAMEO event code; a finer code than the table has goes by its beginning.
    None for statements, appeals and what is no code."""
    table = file("cameo.json")
    for length in range(len(code), 1, -1):
        if found := table.get(code[:length]):
            event_type, mode = found
            return event_type, mode
    return None
