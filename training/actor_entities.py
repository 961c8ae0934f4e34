"""Entities into the book: states, our own tables of bodies and groups, and the dictionary's organisations."""

import re
from pathlib import Path

from detente.actors.names import tight

from . import actor_own as own
from . import actor_phoenix, actor_sources
from .actor_book import Book
from .actor_facts import Entry, State

_KINDS = {
    "bodies": "body",
    "groups": "group",
    "institutions": "institution",
    "media": "media",
    "thinktanks": "thinktank",
}
_SECTORS = {"media": "JRN", "thinktanks": "EDU"}
_ORGANISATION = re.compile(
    r"organi[sz]ation|council|commission|union|bank|agency|fund|committee|court|office|programme|program|community|"
    r"conference|association|institute|federation|league|alliance|network|society|forum|foundation|international|"
    r"tribunal|parliament|secretariat|assembly",
    re.IGNORECASE,
)


def add_states(book: Book, data: Path) -> None:
    found = {state.code: state for state in actor_sources.states(data)}
    for row in own.rows("states"):
        number = book.entity("state", row["name"], row["code"], "GOV")
        book.name(row["name"], number, "n")
        for column, how in (("names", "n"), ("adjectives", "a"), ("people", "p")):
            for written in own.several(row[column]):
                book.name(written.rstrip("="), number, how)
        found.setdefault(row["code"], State(row["code"], row["code"], row["name"]))
        found[row["code"]] = State(**{**vars(found[row["code"]]), "name": row["name"]})
    for state in found.values():
        kind = "state" if state.code == state.controller else "region"
        number = book.entity(kind, state.name, state.controller, "GOV")
        for written in state.names:
            book.name(written, number, "n", alone=True)
        for written in state.adjectives:
            if book.name(written, number, "a", alone=True):
                book.name(_plural(written), number, "p", alone=True)
        for written in state.capitals if kind == "state" else ():
            book.name(written, number, "c", alone=written != state.name)
    for word in ("Korea", "Korean", "Koreans"):
        book.names.pop(word.lower(), None)  # which of the two only the text around can say


def _plural(adjective: str) -> str:
    return adjective if re.search(r"(?:s|sh|ch|ese|z)$", adjective) else f"{adjective}s"


def add_tables(book: Book) -> None:
    for row in own.rows("regions"):
        number = book.entity(row["kind"], row["name"], row["code"], row["sector"])
        book.name(row["name"], number, "n")
        for written in own.several(row["names"]):
            book.name(written, number, "p" if written.endswith("s") and row["kind"] == "region" else "a")
    for row in own.rows("places"):
        for written in own.several(row["names"]):
            book.name(written, book.entity("place", written, row["code"], ""), "n", alone=True)
    for file, kind in _KINDS.items():
        for row in own.rows(file):
            code, _, sector = row["code"].partition(":")
            sector = sector or row.get("sector", "") or _SECTORS.get(file, "")
            kept = kind if row.get("state") != "1" else "state media"
            name = row["name"].removeprefix("~")  # so marked, it is no key: other countries have one too
            number = book.entity(kept, name, "" if code == "INT" else code, sector)
            for written in [*([name] if name == row["name"] else []), *own.several(row["names"])]:
                book.name(written, number, "n")


def add_seats(book: Book) -> None:
    """Buildings and streets that stand for whoever sits there."""
    for row in own.rows("states"):
        for seat in own.several(row["seats"]):
            named, _, sector = seat.partition("/")
            written, _, full = named.partition("=")
            book.name(written, book.entity("seat", full or written, row["code"], sector), "s")


def add_organisations(book: Book, data: Path) -> None:
    """Armed groups, bodies of states and NGOs of the dictionaries, where nothing else is called so."""
    states = {country for kind, _, country, _ in book.entities if kind == "state"}
    for file in ("MilNonState", "International"):
        for entry in actor_phoenix.actors(data / "phoenix" / f"Phoenix.{file}.actors.txt"):
            _add_organisation(book, entry, states)


def _add_organisation(book: Book, entry: Entry, states: set[str]) -> None:
    name = entry.names[0]
    if len(name.split()) < 2 or not entry.codes or any(start or end for _, start, end in entry.codes):
        return
    code = entry.codes[0][0]
    if code[3:6] == "REB":
        kind, country, sector = "group", code[:3] if code[:3] in states else "", "REB"
    elif code[:3] == "IGO" and _ORGANISATION.search(name) and len(name.split()) > 2:
        kind, country, sector = "body", {"UNO": "UNO", "EUR": "EUR"}.get(code[3:6], "IGO"), ""
    elif code[:3] == "NGO" and _ORGANISATION.search(name) and len(name.split()) > 2:
        kind, country, sector = "group", code[3:6] if code[3:6] in states else "", "NGO"
    else:
        return
    names = [each for each in entry.names if len(each.split()) > 1 and len(each) < 60]
    if names and not any(book.names.get(tight(each)) for each in names):
        number = book.entity(kind, names[0], country, sector)
        for written in names:
            book.name(written, number, "n", alone=True)
