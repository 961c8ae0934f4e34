"""A phrase cut into what the table knows: names, adjectives of states, and plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import lexicon
from .spelling import Word, key, loose
from .table import Entry, Table

_LONGEST = 7
"""Words that a name has at most."""
_KNOWN = 0.7
"""Weight that a place needs for a name whose last word is in small letters."""
_AREAS = frozenset({"country", "region", "world region", "continent"})


@dataclass(frozen=True, slots=True)
class Item:
    """Words `first` to `last` (excluded). A name has `entries`, an adjective has `state`, a plain word has
    neither. `loose` names are only spelt alike."""

    first: int
    last: int
    entries: tuple[Entry, ...] = ()
    state: str = ""
    loose: bool = False

    @property
    def wide(self) -> bool:
        """Whether it rather says where something is than what it is."""
        return bool(self.entries) and self.entries[0].kind in _AREAS

    @property
    def countries(self) -> tuple[str, ...]:
        return (self.state,) if self.state else self.entries[0].countries if self.entries else ()


def joined(words: Sequence[Word]) -> list[Word]:
    """ "south-eastern" and "south eastern" as one word: sides are looked up whole."""
    out: list[Word] = []
    for word in words:
        before = out[-1] if out else None
        both = before.key + word.key if before else ""
        if before and before.key in ("north", "south") and not word.apart and lexicon.side(both):
            out[-1] = Word(f"{before.text}{word.text.lower()}", both, word.owns, before.tied, before.apart)
        else:
            out.append(word)
    return out


def items(table: Table, words: Sequence[Word]) -> list[Item]:
    return list(_items(table, words))


def _items(table: Table, words: Sequence[Word]) -> Iterator[Item]:
    at = 0
    while at < len(words):
        item = _name(table, words, at) or _adjective(table, words, at) or _alike(table, words, at)
        yield item or Item(at, at + 1)
        at = item.last if item else at + 1


def _name(table: Table, words: Sequence[Word], first: int) -> Item | None:
    """The longest name that begins at that word, a capital or a digit; it does not run over a comma."""
    if not words[first].capital:
        return None
    for last in range(min(len(words), first + _LONGEST), first, -1):
        part = words[first:last]
        if any(word.apart for word in part[1:]) or any(word.owns for word in part[:-2]):
            continue
        if found := named(table, part, last < len(words) and words[last].apart):
            return Item(first, last, tuple(found))
    return None


def named(table: Table, part: Sequence[Word], set_off: bool = False) -> list[Entry]:
    """The places of that name. A common word is one only where it is set off ("Nice, France")."""
    if len(part) == 1 and (part[0].key in lexicon.COMMON and not part[0].text.isupper()) and not set_off:
        return []
    found = table.named(key(part))
    if len(part) > 1 and not part[-1].capital and part[-1].key not in lexicon.KINDS:
        return [entry for entry in found if entry.weight >= _KNOWN]
    return found


def _adjective(table: Table, words: Sequence[Word], first: int) -> Item | None:
    if not words[first].capital:
        return None
    for last in (first + 2, first + 1):
        if code := table.adjectives.get("".join(word.key for word in words[first:last])):
            return Item(first, min(last, len(words)), state=code)
    return None


def _alike(table: Table, words: Sequence[Word], first: int) -> Item | None:
    """A name that is spelt in another way than the table has it."""
    if not words[first].capital or words[first].key in lexicon.COMMON:
        return None
    for last in range(min(len(words), first + 4), first, -1):
        part = words[first:last]
        whole = all(word.capital and (at == 0 or not word.apart) for at, word in enumerate(part))
        if whole and (found := table.sounding(loose(part))):
            return Item(first, last, tuple(found), loose=True)
    return None
