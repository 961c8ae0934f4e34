"""A phrase cut into what the tables know: names, nominals, and plain words, longest match first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from . import lexicon
from .names import Word
from .table import Entity, Ref, Role, Table

_COMPASS = {"north": "northkorea", "south": "southkorea"}


@dataclass(frozen=True, slots=True)
class Item:
    """Words `first` to `last` (excluded). A name has `refs`, a nominal has `role`, a plain word neither."""

    first: int
    last: int
    refs: tuple[Ref, ...] = ()
    role: Role | None = None
    guess: bool = False
    """A name that only a context makes one: "the North"."""

    @property
    def person(self) -> bool:
        return bool(self.refs) and self.refs[0].how == "f"


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: what is left of the mention when articles, numbers and ranks before it are dropped.

    `head` goes up to the first preposition, comma or relative word, `tail` is the rest. `article` is what
    stood before it: "the", "its" for any owner, "a" also for "some" and "two", or "". `former` is whether a
    word such as "ousted" stands in it.
    """

    table: Table
    words: Sequence[Word]
    head: Sequence[Item]
    tail: Sequence[Item]
    on: date | None
    article: str
    former: bool

    @property
    def last(self) -> Item:
        return self.head[-1]

    @property
    def names(self) -> list[Item]:
        """The names in the head that own what follows, not those that only back or lead it."""
        own = [item for at, item in enumerate(self.head) if item.refs and not self._attached(at)]
        if not any(self._based(item) for item in own):
            return own
        living = [item for item in own if not self._based(item)]
        # "Seoul-based analysts" are of South Korea, "China-based North Korean traders" are not of China.
        return living if any((entity := self.entity(item)) and entity.country for item in living) else own

    @property
    def roles(self) -> list[Item]:
        return [item for item in self.head if item.role]

    def entity(self, item: Item) -> Entity | None:
        """Whom a name stands for, where that is no person."""
        return self.table.entity(item.refs[0].number) if item.refs and not item.person else None

    def key(self, item: Item) -> str:
        return " ".join(word.key for word in self.words[item.first : item.last])

    def plain(self, item: Item) -> str:
        """The word of an item that is neither name nor nominal, else ""."""
        return "" if item.refs or item.role else self.words[item.first].key

    def _based(self, item: Item) -> bool:
        after = self.words[item.last : item.last + 1]
        return any(word.tied and word.key == "based" for word in after)

    def _attached(self, at: int) -> bool:
        """ "Iran-backed", "pro-Russian"."""
        after, before = self.head[at + 1 : at + 2], self.head[at - 1 : at] if at else []
        backs = [self.words[item.first] for item in after]
        if any(word.tied and word.key in lexicon.ATTACHED for word in backs):
            return True
        tied = self.words[self.head[at].first].tied
        return tied and any(self.plain(item) in lexicon.HOSTILE for item in before)


def fits(words: Sequence[Word], ref: Ref) -> bool:
    """Whether the name's letters are as they must be: IS is a group, "is" is not."""
    head = words[0]
    if ref.letters == "l":
        return True
    if ref.letters == "'" and not words[-1].owns:
        return False
    if ref.letters == "A" and len(words) == 1:
        return head.acronym or (head.capital and len(head.key) >= 4)
    joined = head.key in lexicon.PARTICLES or head.key[0].isdigit()
    return head.capital or (len(words) > 1 and joined and words[1].capital)


def name_at(table: Table, words: Sequence[Word], first: int) -> Item | None:
    """The longest name that begins at that word; it does not run over a comma."""
    longest = min(len(words), first + table.first.get(words[first].key, 0))
    for last in range(longest, first, -1):
        part = words[first:last]
        if any(word.apart for word in part[1:]):
            continue
        refs = tuple(ref for ref in table.refs("".join(word.key for word in part)) if fits(part, ref))
        if refs:
            return Item(first, last, refs)
    return None


def role_at(table: Table, words: Sequence[Word], first: int) -> Item | None:
    """The longest nominal that begins at that word."""
    longest = min(len(words), first + table.role_first.get(words[first].key, 0))
    for last in range(longest, first, -1):
        if role := table.role(" ".join(word.key for word in words[first:last])):
            return Item(first, last, role=role)
    return None


def items(table: Table, words: Sequence[Word]) -> Iterator[Item]:
    at = 0
    while at < len(words):
        name, role = name_at(table, words, at), role_at(table, words, at)
        item = role if role and (not name or role.last > name.last) else name or _compass(table, words, at)
        yield item or Item(at, at + 1)
        at = item.last if item else at + 1


def _compass(table: Table, words: Sequence[Word], at: int) -> Item | None:
    """ "The North", "the North's military": of two Koreas, and only where nothing else follows it."""
    word = words[at]
    key = _COMPASS.get(word.key)
    if not key or not word.capital:
        return None
    alone = at + 1 == len(words) or word.owns or words[at + 1].key in lexicon.PREPOSITIONS
    if alone or role_at(table, words, at + 1):
        return Item(at, at + 1, tuple(table.refs(key)[:1]), guess=True)
    return None
