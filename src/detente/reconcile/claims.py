"""Office claims as reports make them, and when two of them speak of one person or of one office."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from detente.actors import scan
from detente.actors.lexicon import FORMER
from detente.actors.names import loose, words
from detente.actors.offices import canonical
from detente.records import Document, OfficeClaim, Reading

_LANDS = frozenset({"state", "region", "place", "seat"})
_EDGES = frozenset("of for in at to from the a an new then late acting interim caretaker outgoing".split())
_SPELT = {"defence": "defense", "vicepresident": "vice president", "vicepremier": "vice premier"}


@dataclass(frozen=True, slots=True)
class Reported:
    """A claim with who published it and when, and the name as it stands there."""

    claim: OfficeClaim
    outlet: str
    published: date | None
    written: str

    @property
    def person(self) -> str:
        """Under which all spellings of a name stand; "" for a surname alone, which may be anybody's."""
        return person_key(self.claim.name)

    @property
    def title(self) -> str:
        return title_key(self.claim.words)


def reported(items: Iterable[tuple[Document, Reading]]) -> Iterator[Reported]:
    """Every office claim of the Readings."""
    for document, reading in items:
        for claim in reading.offices:
            span = claim.person.span
            written = " ".join(span.of(document.text).split()) if span else claim.name
            yield Reported(claim, document.outlet.name, document.published, written)


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """The same for every romanisation and order of a full name ("Choe Son-hui", "Choe Son Hui")."""
    return loose([word.key for word in words(name[:200])])


@lru_cache(maxsize=65536)
def title_key(title: str) -> str:
    """The office under one name, without whose it is: "North Korea's Vice-Foreign Minister" is `vice foreign
    minister`, the US secretary of state and Britain's foreign secretary are a `foreign minister`."""
    title = title[:200]
    for span, candidate in reversed(scan(title)):
        if candidate.kind in _LANDS:
            end = re.compile(r"['’]s?").match(title, span.end)
            title = f"{title[: span.start]} {title[end.end() if end else span.end :]}"
    kept = [_SPELT.get(word.key, word.key) for word in words(title) if word.key not in FORMER]
    while kept and kept[0] in _EDGES:
        del kept[0]
    while kept and kept[-1] in _EDGES:
        del kept[-1]
    whole = " ".join(kept)
    return canonical(whole) or whole
