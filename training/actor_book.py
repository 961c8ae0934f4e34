"""The book that the compiled file is written from: entities, persons, and the keys that lead to them."""

import re
from collections import defaultdict
from collections.abc import Iterable

from detente.actors.names import fold, loose, tight, words

from .actor_facts import Holder

EAST = frozenset({"PRK", "KOR", "CHN", "TWN", "HKG"})
LINKS = frozenset({"al", "el", "bin", "ibn", "de", "da", "van", "von", "der", "le", "la", "di"})
NO_SURNAMES = frozenset({"muslim", "christian", "arab"})
"""Too common as words to tell a person."""
_STRICT = ("l", "", "A", "'")
"""How it must be written (see `table.Ref`), the loosest first; a looser way to write a name loosens the name."""
_LETTERS = "Al'"
UNRANKED = 9
"""Persons of this rank are found by full name only."""


class Book:
    def __init__(self) -> None:
        self.entities: list[tuple[str, str, str, str]] = []
        self.persons: list[tuple[str, int, list[tuple[str, str, str, str, str]]]] = []
        self.names: defaultdict[str, list[str]] = defaultdict(list)
        self.first: dict[str, int] = {}
        self.surnames: defaultdict[str, list[int]] = defaultdict(list)
        self.loose: dict[str, int] = {}
        self.offices: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
        self.peoples: dict[str, str] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}

    def entity(self, kind: str, name: str, country: str, sector: str) -> int:
        """The number of that entity; the first kind it is given stays. One name with two sectors is two: a party, and
        its members in the legislature."""
        number = self._numbers.setdefault((name, country, sector), len(self.entities))
        if number == len(self.entities):
            self.entities.append((kind, name, country, sector))
        return number

    def name(self, written: str, number: int, how: str, alone: bool = False) -> bool:
        """Adds a way to write it. `alone`: only where nothing else is written so."""
        key, parts = tight(written), words(written)
        known = self.names.get(key, [])
        same = [at for at, other in enumerate(known) if other.rstrip(_LETTERS) == f"{number}{how}"]
        if not key or (alone and known and not same):
            return False
        self.first[parts[0].key] = max(self.first.get(parts[0].key, 0), len(parts))
        letters = _letters(written)
        if same:
            if _STRICT.index(letters) < _STRICT.index(known[same[0]][len(f"{number}{how}") :]):
                known[same[0]] = f"{number}{how}{letters}"
            return False
        self.names[key].append(f"{number}{how}{letters}")
        if how == "p":
            self.peoples.setdefault(str(number), written)
        return True

    def knows(self, name: str, country: str) -> int | None:
        """The number of the person of that name and country, however it is spelt."""
        for number in (self._person(tight(name)), self.loose.get(_loose(name))):
            if number is not None and any(
                term[0] in (country, "UNO", "IGO", "EUR") for term in self.persons[number][2]
            ):
                return number
        return None

    def _person(self, key: str) -> int | None:
        return next((int(ref.rstrip(_LETTERS)[:-1]) for ref in self.names.get(key, []) if "f" in ref), None)

    def person(self, name: str, also: Iterable[str], terms: list[Holder], rank: int) -> int:
        number = len(self.persons)
        self.persons.append((name, rank, [_term(term) for term in terms]))
        country = terms[0].country
        for written in dict.fromkeys(_spellings([name, *also], country)):
            if " " in written or "-" in written or (rank < 3 and written in (name, *also)):
                self.name(written, number, "f", alone=rank == UNRANKED)
            if rank < UNRANKED and (key := _loose(written)):
                self.loose.setdefault(key, number)
        if rank < UNRANKED:
            for written in (name, *also):
                for surname in surnames(written, country):
                    if surname in NO_SURNAMES:
                        continue
                    self.surnames[surname].append(number)
        return number

    def close(self, number: int, office: str, end: str) -> None:
        """Ends the open term of that office, where later knowledge has a successor."""
        name, rank, terms = self.persons[number]
        closed = [
            (*term[:4], end) if term[2] == office and not term[4] and term[3] < end else term
            for term in terms
        ]
        self.persons[number] = (name, rank, closed)

    def states(self) -> dict[str, int]:
        """Country code → the state of that code that came first."""
        found = [(country, at) for at, (kind, _, country, _) in enumerate(self.entities) if kind == "state"]
        return dict(reversed(found))

    def sorted_surnames(self) -> dict[str, list[int]]:
        return {
            key: sorted(set(found), key=lambda n: (self.persons[n][1], n))
            for key, found in self.surnames.items()
        }


def _letters(written: str) -> str:
    if written.endswith(("'s", "’s")):
        return "'"
    bare = re.sub(r"[^A-Za-z]", "", written)
    if bare.isupper() and len(bare) <= 5 and " " not in written:
        return "A"
    return "l" if written[0].islower() and not written.startswith(("al-", "el-", "al ")) else ""


def _loose(name: str) -> str:
    return loose([word.key for word in words(name)])


def _spellings(names: list[str], country: str) -> Iterable[str]:
    for name in names:
        yield name
        parts = name.split()
        if len(parts) > 2 and any(re.fullmatch(r"[A-Z]\.", part) for part in parts[1:-1]):
            yield " ".join(part for part in parts if not re.fullmatch(r"[A-Z]\.", part))
        bare = re.sub(r"\b(?:al|el)[- ]", "", name)
        if bare != name and len(bare.split()) > 1:
            yield bare
        if country in EAST and len(parts) in (2, 3):
            yield " ".join([*parts[1:], parts[0]])
        elif country in ("JPN", "HUN") and len(parts) == 2:
            yield f"{parts[1]} {parts[0]}"


def surnames(name: str, country: str) -> list[str]:
    """Keys under which a person is called by surname alone."""
    parts = re.sub(r",? Jr\.?$", "", name).split()
    if not parts or country == "MMR":  # Burmese names have no surname
        return []
    family_first = country in EAST and (
        len(parts) > 2 or "-" in parts[-1] or (country != "HKG" and len(parts[0]) < 6)
    )
    if family_first and len(parts) > 1:  # Kim Jong Un, Moon Jae-in, Xi Jinping; not Andrei Lankov, Carrie Lam
        return [fold(parts[0])]
    last = [fold(parts[-1]), fold(re.sub(r"^(?:al|el|Al|El)-", "", parts[-1]))]
    if len(parts) > 2 and parts[-2].lower() in LINKS:
        last.append(fold("".join(parts[-2:])))
    return list(dict.fromkeys(key for key in last if key))


def day(text: str, last: bool) -> str:
    """A date padded to the day: its first day, or its last."""
    if len(text) == 4:
        return f"{text}-12-31" if last else f"{text}-01-01"
    if len(text) == 7:
        return f"{text}-28" if last else f"{text}-01"
    return text


def _term(term: Holder) -> tuple[str, str, str, str, str]:
    return term.country, term.sector, term.office, day(term.start, False), day(term.end, True)
