"""A position as it is compared: who holds it, whom it addresses, what it is about, which way it goes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from detente.codebook import THEMES, TOLD_BY, WORDINGS
from detente.records import Document, EventReport, Mention, Position, Reading, Referent, Span, When

from .naming import is_person, state_of
from .wording import numbers, stem, stems

STATE_SECTORS = frozenset(("GOV", "MIL"))
"""Whose words are their state's."""
_NOWHERE = frozenset(("INT", "IGO", "", "-", "UNK"))
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_NAME = re.compile(r"\b[A-Z][\w.]*(?: [A-Z][\w.]*)*")
_NOT = frozenset("not no never neither nor without cannot won't don't doesn't wouldn't".split())
_SLIGHT = frozenset(stem(word) for word in WORDINGS.ending) | frozenset(
    map(stem, "action country force future further government head help hold international issue keep leader let "
        "level matter move national part plan position power put resolve response respond set situation start state "
        "step thing use work world continue come give go see take want need allow support korean build "
        "strong political solution something anything happen idea consider "
        "policy change send bring hold provide move carry million billion percent dollar euro".split())
)  # fmt: skip
"""Stems that say little of what a wish is about; words of ending say which way it goes."""
_SLIGHT_THEMES = frozenset(("agreement", "launch"))
_SLIGHTLY = 0.3
_AT_HEAD = 4
"""A theme is what a position is about where it stands among its first so many words."""
_BEFORE_HEAD = frozenset("a an the to not never will would its it his their our they we he she that all any more new "
                         "be is are do does no".split())  # fmt: skip


@dataclass(frozen=True, eq=False)
class Thing:
    """`sides` and `parties` are countries where somebody speaks for a state, else names; `parties` is who is
    addressed or named in the content, `about` only the latter; `own_people` and `other_people` are the names of
    the people among the holders, and among those others.
    `words` are stems, and themes as `=meeting`; `themes` those at its head, `head` its first word that tells.
    `backward` says whether negations and words of ending turn it round. `day` is when it was stated, `dated` whether
    the sentence says so.
    """

    position: Position
    document: Document = field(repr=False)
    day: date | None
    dated: bool
    sides: frozenset[str]
    to: frozenset[str]
    parties: frozenset[str]
    about: frozenset[str]
    own_people: frozenset[str]
    other_people: frozenset[str]
    words: frozenset[str]
    head: frozenset[str]
    themes: frozenset[str]
    numbers: frozenset[str]
    backward: bool

    @property
    def key(self) -> str:
        return self.position.id

    @cached_property
    def says(self) -> float:
        """The weight of its words."""
        return weight(self.words)

    @property
    def order(self) -> tuple[date, date, str, Span, str]:
        """Canonical: by the day it was stated, undated last."""
        published = self.document.published or date.max
        return (self.day or published, published, self.document.id, self.position.content, self.key)


def things(document: Document, reading: Reading) -> list[Thing]:
    """All positions of a document that somebody is known to hold, each once, in text order."""
    named = tuple(_named(reading))
    seen: dict[str, Thing] = {}
    for position in reading.positions:
        if position.holder.referents and position.id not in seen:
            seen[position.id] = _thing(document, position, named, reading.events)
    return list(seen.values())


def sides_of(referents: Iterable[Referent]) -> frozenset[str]:
    """The state where somebody speaks for it, else the name."""
    return frozenset(
        who.country if who.sector in STATE_SECTORS and who.country not in _NOWHERE else who.name
        for who in referents
    )


def states_of(referents: Iterable[Referent]) -> frozenset[str]:
    """The country of whoever is of one, else the name."""
    return frozenset(who.name if who.country in _NOWHERE else who.country for who in referents)


def weight(words: Iterable[str]) -> float:
    """How much the words say: one each, the slight ones less."""
    return sum(map(_says, words))


@lru_cache(100_000)
def _says(word: str) -> float:
    return _SLIGHTLY if word in _SLIGHT or word[1:] in _SLIGHT_THEMES or word.isdigit() else 1.0


def telling(words: str) -> frozenset[str]:
    """The stems and themes of any words."""
    return frozenset(_words(match[0].casefold() for match in _WORD.finditer(words)))


def bounds(event: EventReport) -> When | None:
    """The closest time that is told of an act."""
    dated = [each.when for each in event.time if each.when.start and each.when.end]
    return min(dated, key=_width) if dated else None


def _width(when: When) -> int:
    assert when.start and when.end
    return (when.end - when.start).days


def _thing(
    document: Document, position: Position, named: Sequence[Mention], events: Sequence[EventReport]
) -> Thing:
    text = document.text
    holder = position.holder.referents
    addressed = position.to.referents if position.to else ()
    inside = [each for each in named if each.span and position.content.contains(each.span)]
    about = [who for each in inside for who in each.referents]
    own = states_of(holder)
    plain = _without(position.content, [each.span for each in inside if each.span], text)
    states = frozenset(state_of(run[0]) for run in _NAME.finditer(plain)) - {""}
    plain = _NAME.sub(lambda run: " " if state_of(run[0]) else run[0], plain)
    tokens = [match[0].casefold() for match in _WORD.finditer(plain)]
    named_in = (states_of(about) | states) - own
    told = _told(document, position, events)
    return Thing(
        position=position,
        document=document,
        day=told or document.published,
        dated=told is not None,
        sides=sides_of(holder),
        to=states_of(addressed) - own,
        parties=(states_of(addressed) | named_in) - own,
        about=named_in,
        own_people=frozenset(who.name for who in holder if is_person(who.name)),
        other_people=frozenset(who.name for who in (*addressed, *about) if is_person(who.name))
        - {who.name for who in holder},
        words=frozenset(_words(tokens)),
        head=frozenset(_words([_head(tokens)])),
        themes=frozenset(next(filter(None, map(_themes, tokens[:_AT_HEAD])), ())),
        numbers=frozenset(numbers(plain)),
        backward=_backward(tokens),
    )


def _named(reading: Reading) -> Iterator[Mention]:
    yield from reading.mentions
    for event in reading.events:
        yield from (*event.source, *event.recipient)


def _without(span: Span, inside: Iterable[Span], text: str) -> str:
    """The words of a span, the names in it left out."""
    out = list(span.of(text))
    for each in inside:
        for at in range(each.start - span.start, each.end - span.start):
            out[at] = " "
    return "".join(out)


def _words(tokens: Iterable[str]) -> Iterator[str]:
    for token in tokens:
        found = [f"={theme}" for theme in _themes(token)]
        yield from found or stems(token)


def _themes(token: str) -> list[str]:
    return [theme.name for theme in THEMES.values() if token in theme.words]


def _head(tokens: Sequence[str]) -> str:
    return next((each for each in tokens if each not in _BEFORE_HEAD and not each.isdigit()), "")


def _backward(tokens: Sequence[str]) -> bool:
    said = " ".join(tokens)
    turns = [any(token in _NOT for token in tokens)]
    turns.append(
        any(token in WORDINGS.ending for token in tokens)
        or any(pair in said for pair in WORDINGS.ending_pairs)
    )
    return sum(turns) % 2 == 1


def _told(document: Document, position: Position, events: Sequence[EventReport]) -> date | None:
    """The day on which the sentence says it was stated, where that is not the day of publication."""
    published = document.published
    telling = [
        (abs(event.trigger.start - position.content.start), when.end)
        for event in events
        if event.sentence == position.sentence
        and event.type in TOLD_BY[position.kind]
        and event.status == "actual"
        and not position.content.contains(event.trigger)
        and sides_of(position.holder.referents) & sides_of(_all(event.source))
        and (when := bounds(event))
        and when.end
        and (published is None or when.end < published)
    ]
    return min(telling)[1] if telling else None


def _all(mentions: Iterable[Mention]) -> Iterator[Referent]:
    for each in mentions:
        yield from each.referents
