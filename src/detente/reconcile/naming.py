"""What the actor tables say of a bare name: whether it is a person, which state a word stands for."""

from collections.abc import Iterable
from functools import lru_cache

from detente.actors import lookup
from detente.records import Referent

_SURE = 0.8
_MANY = 20_000


@lru_cache(_MANY)
def is_person(name: str) -> bool:
    found = lookup(name)
    return bool(found) and found[0].kind == "person"


@lru_cache(_MANY)
def state_of(word: str) -> str:
    """The country that a word ("Russian", "Syria") stands for, "" where it is none."""
    if not word[:1].isupper():
        return ""
    found = lookup(word)
    return found[0].country if found and found[0].kind == "state" and found[0].score >= _SURE else ""


def fits(referents: Iterable[Referent], asked: str) -> bool:
    """Whether one of them is who is asked for: a country, by its name, demonym or code, or somebody by a word of
    their name or its beginning."""
    country, word = _country(asked), asked.casefold()
    return any(
        who.country == country or f" {who.name.casefold()}".find(f" {word}") >= 0 for who in referents if word
    )


@lru_cache(_MANY)
def _country(asked: str) -> str:
    """The code that a name of a state or a code stands for; else what was asked, which is no country's."""
    return state_of(asked[:1].upper() + asked[1:]) or asked.upper()
