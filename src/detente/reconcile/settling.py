"""What became of a position: by the events that the codebook pairs with it, and by the words that say so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.codebook import PAIRINGS, WORDINGS, Pairing
from detente.records import Change, Document, EventReport, Mention, Reading, Span

from .things import Thing, bounds, sides_of, states_of, weight
from .wording import stems

_WIDEST = 31
"""Days of the vaguest time of an event that may settle something."""
_IN_TIME, _MEETING_IN_TIME = 183, 92
"""Days within which an event still answers a position."""
_ALONE = frozenset(("MOBILIZE", "RETREAT"))
"""Types that may be done to nobody."""
_SHARED = 2.0
"""What a sentence shares with a position that it speaks of."""


@dataclass(frozen=True, eq=False)
class Act:
    """An event report that may settle something: its first and last day, who acts, who is acted on."""

    event: EventReport
    document: Document = field(repr=False)
    first: date
    last: date
    source: frozenset[str]
    recipient: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, eq=False)
class Told:
    """A sentence that says that a wish was met."""

    document: Document = field(repr=False)
    sentence: Span
    sides: frozenset[str]
    words: frozenset[str]


@dataclass
class Settlers:
    """All that may settle something, by the side that has to be in it."""

    acts: dict[tuple[str, str], list[Act]] = field(default_factory=lambda: defaultdict(list))
    told: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))

    def add(self, document: Document, reading: Reading) -> None:
        for act in _acts(document, reading):
            for side in act.source | act.recipient:
                self.acts[act.event.type, side].append(act)
        for told in _told(document, reading):
            for side in told.sides:
                self.told[side].append(told)

    def changes(self, thread: Sequence[Thing]) -> list[Change]:
        """What settles the position of a thread, in canonical order; one change for each act or sentence."""
        found = {
            _key(each): each for each in (*self._by_acts(thread), *self._by_words(thread), *_dropped(thread))
        }
        return [found[key] for key in sorted(found)]

    def _by_acts(self, thread: Sequence[Thing]) -> Iterator[Change]:
        for thing in thread:
            for pairing in _pairings(thing):
                for side in sorted(thing.parties | states_of(thing.position.holder.referents)):
                    for act in self.acts.get((pairing.type, side), ()):
                        if _answers(act, thing, pairing) and _stands(thing, pairing.theme, act, thread):
                            yield _change(act, pairing)

    def _by_words(self, thread: Sequence[Thing]) -> Iterator[Change]:
        for thing in thread:
            for side in sorted(thing.sides):
                for told in self.told.get(side, ()):
                    day = told.document.published
                    if day and thing.day and day >= thing.day and weight(told.words & thing.words) >= _SHARED:
                        yield Change(
                            "met", day, "the report says so", "", told.document.id, told.document.doc
                        )


def _key(change: Change) -> tuple[str, date, str, str, str]:
    return change.document, change.day or date.max, change.state, change.reason, change.report


def _acts(document: Document, reading: Reading) -> Iterator[Act]:
    types = {each.type for each in PAIRINGS}
    for event in reading.events:
        when = bounds(event)
        if event.type not in types or event.status != "actual" or when is None:
            continue
        assert when.start and when.end
        if (when.end - when.start).days > _WIDEST:
            continue
        yield Act(
            event,
            document,
            when.start,
            when.end,
            _states(event.source),
            _states(event.recipient),
            frozenset(who.name for each in (*event.source, *event.recipient) for who in each.referents),
            frozenset(stems(event.sentence.of(document.text))),
        )


def _pairings(thing: Thing) -> list[Pairing]:
    if thing.backward or thing.day is None:
        return []
    return [each for each in PAIRINGS if each.theme in thing.themes and thing.position.kind in each.kinds]


def _stands(thing: Thing, theme: str, act: Act, thread: Sequence[Thing]) -> bool:
    """Whether it is what was stated last before the act, and what the thread is mostly about. An act of some day of a
    month settles nothing that was stated within the month, unless it was due then."""
    if 2 * sum(theme in each.themes for each in thread) < len(thread):
        return False
    if (
        act.first < act.last
        and any(_within(each, act) for each in thread)
        and not any(_due(each, act) for each in thread)
    ):
        return False
    return max(each.day for each in thread if each.day and each.day < act.first) == thing.day


def _within(thing: Thing, act: Act) -> bool:
    return thing.day is not None and act.first <= thing.day <= act.last


def _due(thing: Thing, act: Act) -> bool:
    due = thing.position.due
    return due is not None and due.when.touches(act.first, act.last)


def _answers(act: Act, thing: Thing, pairing: Pairing) -> bool:
    """Whether the act is what was wanted: in time, by the right side, and of the same object."""
    assert thing.day
    if pairing.modes and (act.event.mode or "") not in pairing.modes:
        return False
    if not 0 < (act.first - thing.day).days <= (_MEETING_IN_TIME if pairing.who == "both" else _IN_TIME):
        return False
    holder = states_of(thing.position.holder.referents)
    everybody = act.source | act.recipient
    match pairing.who:
        case "both":
            return _meet(act, thing, holder)
        case "either":
            return bool((holder | thing.to) & act.source) and bool(thing.parties & everybody)
        case "holder":
            against = bool(thing.parties & act.recipient) or pairing.type in _ALONE
            return bool(holder & act.source) and against and (pairing.type == "REJECT" or _same(act, thing))
    return bool(thing.parties & act.source) and not holder & act.source and _same(act, thing)


def _meet(act: Act, thing: Thing, holder: frozenset[str]) -> bool:
    """Both sides take part, and of the people that are named one of each: the holder with the others, or, where one
    is asked to meet somebody else, these two."""
    everybody = act.source | act.recipient
    sides = (
        (thing.to, thing.about - thing.to) if thing.to and thing.about - thing.to else (holder, thing.parties)
    )
    people = (thing.own_people, thing.other_people)
    return all(side & everybody for side in sides) and all(not each or each & act.names for each in people)


def _same(act: Act, thing: Thing) -> bool:
    own = {word for word in thing.words if not word.startswith("=")}
    return weight(own & act.words) >= 1 or (not own and bool(thing.parties & act.recipient))


def _change(act: Act, pairing: Pairing) -> Change:
    what = f"{act.event.type}-{act.event.mode}" if act.event.mode else act.event.type
    reason = f"{what} of {_days(act)} answers it"
    return Change(pairing.state, act.last, reason, act.event.id, act.document.id, act.document.doc)


def _days(act: Act) -> str:
    return str(act.first) if act.first == act.last else f"{act.first} to {act.last}"


def _told(document: Document, reading: Reading) -> Iterator[Told]:
    for sentence in reading.sentences:
        words = sentence.of(document.text)
        found = WORDINGS.met.search(words)
        if not found or WORDINGS.settled_not.search(words[: found.end()]):
            continue
        inside = [each for each in _mentions(reading) if each.span and sentence.contains(each.span)]
        sides = sides_of(who for each in inside for who in each.referents)
        yield Told(document, sentence, sides, frozenset(stems(words)))


def _dropped(thread: Sequence[Thing]) -> Iterator[Change]:
    """The sentence that tells the wish says that it was given up."""
    for thing in thread:
        before = thing.document.text[thing.position.sentence.start : thing.position.content.start]
        found = WORDINGS.dropped.search(before)
        if found and not WORDINGS.settled_not.search(before[: found.end()]):
            reason = f"“{found[0]}”"
            yield Change("dropped", thing.day, reason, thing.key, thing.document.id, thing.document.doc)


def _mentions(reading: Reading) -> Iterator[Mention]:
    yield from reading.mentions
    for event in reading.events:
        yield from (*event.source, *event.recipient)
    yield from (position.holder for position in reading.positions)


def _states(mentions: Iterable[Mention]) -> frozenset[str]:
    return states_of(who for each in mentions for who in each.referents)
