"""Entities of the table as candidates."""

from .candidates import Candidate
from .table import Ref, Table

STATES = frozenset({"state", "region", "place"})
_SAYS = {
    "n": (0.95, "a name of it"),
    "a": (0.8, "its adjective"),
    "p": (0.9, "its members"),
    "c": (0.85, "the capital, for the state"),
    "s": (0.9, "a seat of power"),
}
_NAMESAKES = 0.8
"""Score of a state that people are named after, too."""


def entity_candidate(table: Table, ref: Ref, article: str = "") -> Candidate:
    """The entity a name stands for; a people as a people, unless "the" makes it the state; "a Syrian" too."""
    kind, name, country, sector = table.entity(ref.number)
    one = ref.how == "p" or (ref.how == "a" and article == "a")
    if one and kind in STATES:
        if article == "the" and country != "PSE":  # "the Palestinians" are rarely the Authority
            return Candidate(
                name, country, ("GOV",), "", 0.7, f"the people, for the state of {name}", "state"
            )
        people = table.peoples.get(str(ref.number), f"people of {name}")
        return Candidate(people, country, ("CVL",), "", 0.7, f"people of {name}", "role")
    score, why = (0.4, "a place there") if kind == "place" else _SAYS[ref.how]
    if kind == "state" and name.lower() in table.given:
        score, why = _NAMESAKES, f"{why}; people bear it, too"
    state_media = kind == "state media"
    return Candidate(
        name,
        country,
        (sector,) if sector else (),
        "",
        score,
        why,
        "media" if state_media else kind,
        state_media,
    )


def state(table: Table, country: str, score: float, why: str) -> Candidate | None:
    """The state of that code; None where the table has none."""
    number = table.states.get(country)
    if number is None:
        return None
    return Candidate(table.entity(number).name, country, ("GOV",), "", score, why, "state")
