"""Persons into the book: our own table first, then leaders, US officials, and the dictionary's ministers."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from detente.actors.candidates import BODIES
from detente.actors.names import words
from detente.actors.offices import HEAD, HEADS_OF_BODIES, canonical

from . import actor_own as own
from . import actor_phoenix, actor_sources
from .actor_book import UNRANKED, Book, day
from .actor_facts import Entry, Holder

_HEADS = frozenset(
    {"president", "prime minister", "premier", "leader", "king", "chancellor", "supreme leader"}
)
_OF_MANY = frozenset({"envoy", "spokesman", "spokeswoman", "adviser", "diplomat", "rapporteur", "parliament"})
"""Last words of offices of a body that several hold at a time."""
_NO_PERSON = re.compile(
    r"\b(?:of|minist\w+|secretary|president|government|department|general|prime)\b", re.IGNORECASE
)


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(word.key for word in words(name))


def add_persons(book: Book, data: Path) -> None:
    for name, also, terms in own.persons():
        book.person(name, also, terms, _rank(terms))
    heads = list(actor_sources.factbook(data))
    _close_ended(book, heads)
    full = actor_sources.archigos_names(data)
    spells = [spell for spell in actor_sources.reign(data) if not _told(book, spell)]
    for group, rank in (
        (_named(spells, full), 3),
        (_merged(book, heads), 3),
        (_merged(book, actor_sources.us_people(data)), 4),
    ):
        together: dict[tuple[str, str], list[Holder]] = {}
        for holder in group:
            together.setdefault((holder.name, holder.country), []).append(holder)
        for (name, country), terms in together.items():
            if book.knows(name, country) is None:
                book.person(name, terms[0].also, sorted(terms, key=lambda term: term.start), rank)


def _rank(terms: list[Holder]) -> int:
    head = any(term.office in _HEADS - {"premier"} for term in terms)
    return (0 if any(term.country in own.listed("major") for term in terms) else 1) if head else 2


def _told(book: Book, spell: Holder) -> bool:
    """Whether our own table has the leader of this spell already."""
    first, last = (words(spell.name)[at].key for at in (0, -1))
    for name, _, terms in book.persons:
        keys = _keys(name)
        if (last in keys or first in keys) and any(
            country == spell.country
            and start[:4] <= (spell.end or "9999")
            and (end or "9999") >= spell.start[:4]
            for country, _, _, start, end in terms
        ):
            return True
    return False


def _named(spells: list[Holder], full: dict[tuple[str, str], list[str]]) -> Iterator[Holder]:
    for spell in spells:
        last = words(spell.name)[-1].key
        years = [str(int(spell.start[:4]) + step) for step in (0, 1, -1)]
        names = [name for year in years for name in full.get((spell.country, year), [])]
        name = next((name for name in names if last in _keys(name)), spell.name)
        yield Holder(name, spell.country, "GOV", "leader", spell.start, spell.end, (spell.name,))


def _merged(book: Book, holders: Iterable[Holder]) -> Iterator[Holder]:
    """Those whose office nobody of a like name holds already."""
    for holder in holders:
        keys = _keys(holder.name)
        like = [
            name
            for name, _, terms in book.persons
            if any(
                t[0] == holder.country and "" != canonical(t[2]) == canonical(holder.office) for t in terms
            )
            and keys & _keys(name)
            and any(
                t[3][:7] <= holder.start[:7] <= (t[4] or "9999") or t[3][:4] == holder.start[:4]
                for t in terms
            )
        ]
        if not like:
            yield holder


def _close_ended(book: Book, heads: list[Holder]) -> None:
    """Ends open terms of our own table where the Factbook has a successor."""
    for head in heads:
        for number, (name, _, terms) in enumerate(book.persons):
            for country, _, office, _, _ in terms:
                same = office in _HEADS and canonical(office) == canonical(head.office)
                if same and country == head.country and not _keys(name) & _keys(head.name):
                    book.close(number, office, day(head.start, False))


def add_ministers(book: Book, data: Path) -> None:
    """Ministers and officers of the dictionary with their days; found by full name only."""
    states = {country for kind, _, country, _ in book.entities if kind == "state"}
    for entry in actor_phoenix.actors(data / "phoenix" / "Phoenix.Countries.actors.txt"):
        _add_minister(book, entry, states)


def _add_minister(book: Book, entry: Entry, states: set[str]) -> None:
    terms = [
        Holder(entry.names[0], code[:3], code[3:6], "", start, end)
        for code, start, end in entry.codes
        if code[:3] in states and code[3:6] in ("GOV", "MIL", "LEG", "JUD", "SPY", "OPP") and start
    ]
    name = entry.names[0]
    if not terms or max(term.end or "9999" for term in terms) < "1995":
        return
    if re.search(r"\d|[^\w '.-]", name) or not 2 <= len(name.split()) <= 5 or _NO_PERSON.search(name):
        return
    if book.knows(name, terms[0].country) is None:
        also = [
            each
            for each in entry.names[1:]
            if 2 <= len(each.split()) <= 5 and not re.search(r"\d|Minister|President", each)
        ]
        book.person(name, also, sorted(terms, key=lambda term: term.start), UNRANKED)


def offices(book: Book) -> dict[str, list[list[object]]]:
    """ "PRK foreign minister" → [person, first day, last day]."""
    out: dict[str, list[list[object]]] = {}
    for number, (_, rank, terms) in enumerate(book.persons):
        for country, _, office, start, end in terms:
            heads = {canonical(office)} if rank < UNRANKED else set()
            if _leads(country, office):
                heads.add("leader")
            if office == "leader" and country in own.listed("parliamentary"):
                heads.add("prime minister")
            held = {f"{country} {name}" for name in heads - {""}}
            if country in BODIES:
                held |= _of_body(book, office)
            for key in sorted(held):
                out.setdefault(key, []).append([number, start, end])
    return out


def _of_body(book: Book, office: str) -> set[str]:
    """ "NATO secretary general": the body's name and the office, also as its head; {} for an office of many."""
    parts = words(office)
    for cut in range(len(parts) - 1, 0, -1):
        for ref in book.names.get("".join(word.key for word in parts[:cut]), []):
            if not ref.rstrip("Al'").endswith("n") or book.entities[int(ref.rstrip("Al'")[:-1])][0] != "body":
                continue
            body, rest = book.entities[int(ref.rstrip("Al'")[:-1])][1], [word.key for word in parts[cut:]]
            held = {" ".join(rest)} if rest[-1] not in _OF_MANY else set()
            return {f"{body} {name}" for name in held | ({HEAD} if held & HEADS_OF_BODIES else set())}
    return set()


def _leads(country: str, office: str) -> bool:
    if other := own.listed("leaders").get(country):
        return office.lower() == other
    cabinet = country in own.listed("cabinet")
    if office in ("prime minister", "chancellor"):
        return cabinet
    return office in _HEADS and office != "premier" and (not cabinet or office == "leader")
