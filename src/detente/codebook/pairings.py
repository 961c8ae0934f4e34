"""Reads `pairings.json`: what positions are about, and which events and words settle them. The table is our own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from .tables import file


@dataclass(frozen=True, slots=True)
class Theme:
    """`words` are its word forms, in lower case; `mutual` where asking for it and offering it are one wish."""

    name: str
    covers: str
    words: frozenset[str]
    mutual: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """A position of one of `kinds` on `theme` becomes `state` by an actual event of `type` (in one of `modes`, any
    where there are none). `who` acts in it: the `holder`, the `other` side, `either`, or `both` together."""

    theme: str
    kinds: frozenset[str]
    state: str
    type: str
    modes: frozenset[str]
    who: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """`ending` words turn what is wanted round ("halt tests"), `whole` and `part` say how much of it. The patterns
    find a wish told as dropped, or as met, unless `settled_not` stands before."""

    ending: frozenset[str]
    ending_pairs: tuple[str, ...]
    whole: frozenset[str]
    part: frozenset[str]
    dropped: re.Pattern[str]
    met: re.Pattern[str]
    settled_not: re.Pattern[str]


@cache
def themes() -> Mapping[str, Theme]:
    rows = file("pairings.json")["themes"].items()
    return MappingProxyType(
        {
            name: Theme(name, row["covers"], frozenset(row["words"].split()), row["mutual"])
            for name, row in rows
        }
    )


@cache
def pairings() -> tuple[Pairing, ...]:
    return tuple(
        Pairing(
            row["theme"],
            frozenset(row["kinds"]),
            row["state"],
            row["type"],
            frozenset(row["modes"]),
            row["who"],
        )
        for row in file("pairings.json")["settled_by"]
    )


@cache
def told_by() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({kind: tuple(row) for kind, row in file("pairings.json")["told_by"].items()})


@cache
def wordings() -> Wordings:
    table = file("pairings.json")
    return Wordings(
        frozenset(table["ending"].split()),
        tuple(table["ending_pairs"]),
        frozenset(table["whole"].split()),
        frozenset(table["part"].split()),
        re.compile("|".join(table["told_dropped"]), re.IGNORECASE),
        re.compile("|".join(table["told_met"]), re.IGNORECASE),
        re.compile(table["told_not"], re.IGNORECASE),
    )
