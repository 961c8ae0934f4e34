"""Persons on a day: what they held, and who a surname alone most likely is."""

from dataclasses import replace
from datetime import date

from .candidates import Candidate
from .names import Word, loose
from .offices import canonical
from .table import Person, Table, Term

_LEAVES = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY"})
"""Sectors of office: who left it is ELI."""
_UNRANKED = 9
_MOST = 4
_NOW = 2026
"""Where the tables end: without a day, the latest are the likeliest."""
_HEAD = 2
_LEADS = frozenset({"leader", "president", "prime minister", "chancellor", "king", "supreme leader"})


def candidate(person: Person, on: date | None, score: float, why: str, former: bool = False) -> Candidate:
    """The person as of `on`; without a day, as of their last office."""
    term, left = _term(person, on)
    sector = "ELI" if (left or former) and term.sector in _LEAVES else term.sector
    office = (
        f"former {term.office}"
        if left and term.office and not term.office.startswith("former")
        else term.office
    )
    country = term.country if term.country != "INT" else ""
    said = f"{why}; {office}" if office else why
    return Candidate(person.name, country, (sector,) if sector else (), office, score, said, "person")


def _term(person: Person, on: date | None) -> tuple[Term, bool]:
    """The term on that day, or the nearest, and whether it is over."""
    if on is None:
        return person.terms[-1], False
    day = on.isoformat()
    active = [term for term in person.terms if term.start <= day and (not term.end or day <= term.end)]
    if active:
        return max(active, key=lambda term: term.start), False
    past = [term for term in person.terms if term.start <= day]
    return (max(past, key=lambda term: term.end), True) if past else (person.terms[0], False)


def _cost(person: Person, on: date | None) -> float:
    """How unlikely it is that a surname alone means them on that day."""
    if on is None:
        return person.rank + 0.1 * max(0, _NOW - int((person.terms[-1].end or "9999")[:4]))
    term, left = _term(person, on)
    day, rank = on.isoformat(), float(person.rank)
    if rank < _HEAD and not any(
        each.start <= day and canonical(each.office) in _LEADS for each in person.terms
    ):
        rank = _HEAD  # is to lead one day, but does not yet
    if left:
        years = max(0, on.year - int(term.end[:4]))
        return rank + (1.5 if rank == 0 else 3) + 0.1 * years
    if term.start > day:
        return rank + 1.5 + 0.5 * (int(term.start[:4]) - on.year)
    return rank + (0.7 if term.sector == "ELI" else 0)  # of a ruler's family: seldom by surname alone


def by_surname(
    table: Table,
    key: str,
    on: date | None,
    country: str = "",
    titled: bool = False,
    titles: frozenset[str] = frozenset(),
    former: bool = False,
) -> list[Candidate]:
    """Those whose surname it is, likeliest first; with `country`, only of that country. `titles` as in `by_name`."""
    people = [table.person(number) for number in table.surnames.get(key, ())]
    if country:
        people = [person for person in people if any(term.country == country for term in person.terms)]
    ranked = sorted(((_cost(person, on), at) for at, person in enumerate(people)), key=lambda pair: pair)
    out = []
    for place, (cost, at) in enumerate(ranked[:_MOST]):
        score = max(0.1, 0.62 - 0.06 * cost - 0.1 * place + (0.15 if titled else 0))
        found = candidate(people[at], on, round(score, 3), "a surname alone", former)
        out.append(_titled(people[at], found, titles))
    return out


def by_spelling(table: Table, words: list[Word], on: date | None) -> list[Candidate]:
    """Somebody whose full name is this in another romanisation, order, or without its initials."""
    number = table.loose.get(loose([word.key for word in words]))
    if number is None or not (words[0].capital or words[-1].capital):
        return []
    return [candidate(table.person(number), on, 0.85, "a full name in another spelling")]


def by_name(
    table: Table, number: int, on: date | None, former: bool = False, titles: frozenset[str] = frozenset()
) -> Candidate:
    """`titles` are offices that the text gives them: one they did hold counts as held still."""
    person = table.person(number)
    found = candidate(person, on, 0.8 if person.rank == _UNRANKED else 0.95, "a full name", former)
    return found if former else _titled(person, found, titles)


def _titled(person: Person, found: Candidate, titles: frozenset[str]) -> Candidate:
    held = [term for term in person.terms if canonical(term.office) in titles]
    if found.sector != "ELI" or not held:
        return found
    return replace(found, sectors=(held[-1].sector,), office=held[-1].office)


def holder(table: Table, whose: str, office: str, on: date | None) -> Candidate | None:
    """Who held that office of a state (its code) or a body (its name) on that day; None where no table says."""
    if on is None:
        return None
    day = on.isoformat()
    held = [
        row
        for row in table.offices.get(f"{whose} {office}", ())
        if row[1] <= day and (not row[2] or day <= row[2])
    ]
    if not held:
        return None
    number, start, _ = max(held, key=lambda row: row[1])
    return candidate(table.person(number), on, 0.8, f"held the office since {start}")
