"""Which positions are about one thing: two by two, then in groups.

A judgement looks at the two positions alone. Who is compared with whom hangs on which positions there are, never on
the order they came in; a group is made from its links in canonical order, the surest first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from detente.codebook import THEMES
from detente.records import Link, Ruling

from .things import Thing, weight

WINDOW = 60
"""Neighbours in time, on each side, that a position meets under each word."""
_IN_ONE_TEXT = 0.55
_ACROSS = 0.6
_TURNED = 0.7
_ON_THE_WHOLE = 0.4
_OTHER_ACT = 0.65
"""Likeness from which two positions are linked: of one document, of two, where one is the other's opposite; and, on
the average, from which two groups are one."""
_LOOKED_AT = 16
_RULED = 2.0
_WEIGHTY, _FULL = 2.0, 3.0
"""What two documents must share where nothing says that they speak of the same others; where years lie between."""
_YEAR, _HALF = 365, 183
"""Days within which another voice of the same state is taken for the same holder, and a refusal for the opposite of
an offer; within which two bare "sanctions on Russia" are taken for the same."""
_AGENTS = frozenset(("offer", "commitment"))
_TOGETHER = (_AGENTS, frozenset(("threat", "commitment")))
_WISHES = frozenset(("demand", "offer", "commitment"))


def threads(things: Iterable[Thing], rulings: Sequence[Ruling] = ()) -> list[list[Thing]]:
    """Every position in one thread, each in the order of time; a person's rulings win."""
    by_key = {thing.key: thing for thing in sorted(things, key=lambda each: each.order)}
    links = [*_joined(by_key, rulings), *_links(by_key)]
    apart = {frozenset((each.one, each.other)) for each in _latest(rulings) if each.what == "split"}
    return sorted(_grouped(by_key, links, apart), key=lambda each: each[0].order)


def likeness(one: Thing, other: Thing) -> float:
    """How much of what both say is the same, less where they begin with other acts; 0..1."""
    shared = weight(one.words & other.words)
    if not shared:
        return 0.0
    alike = shared / (0.5 * min(one.says, other.says) + 0.25 * (one.says + other.says))
    return alike if one.head & other.words or other.head & one.words else _OTHER_ACT * alike


def opposed(one: Thing, other: Thing) -> bool:
    """Whether one is the holder's refusal of what the other offers or pledges."""
    kinds = {one.position.kind, other.position.kind}
    if "refusal" not in kinds or len(kinds) == 1:
        return False
    rest = (kinds - {"refusal"}).pop()
    return rest in _AGENTS or (rest == "demand" and _mutual(one, other))


def unlike(one: Thing, other: Thing) -> str:
    """Why the two cannot be about one thing, "" where nothing says so."""
    if not (one.sides <= other.sides or other.sides <= one.sides):
        return "other holder"
    if _disjoint(one.to, other.to):
        return "other addressee"
    if _disjoint(one.parties, other.parties) or _disjoint(one.about, other.about):
        return "about others"
    if one.backward != other.backward:
        return "the other way round"
    if not _kinds_fit(one, other):
        return f"{one.position.kind} is not {other.position.kind}"
    return _no_contradiction(one, other) if opposed(one, other) else ""


def _disjoint(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and not some & others


def _no_contradiction(one: Thing, other: Thing) -> str:
    apart = _days(one, other)
    if not apart:
        return "which came first is not told"
    if apart > _YEAR or not one.parties & other.parties:
        return "the object may be another"
    if one.position.condition or other.position.condition:
        return "it hangs on a condition"
    return ""


def link(one: Thing, other: Thing) -> Link | None:
    """The judgement that they are about one thing, None where they are unlike or share too little."""
    alike = likeness(one, other)
    if alike < _bound(one, other) or unlike(one, other):
        return None
    shared = one.words & other.words
    if weight(shared) < 1:
        return None
    if one.document.id != other.document.id and not _near(one, other, shared):
        return None
    first, second = sorted((one.key, other.key))
    return Link(first, second, round(alike, 3), tuple(sorted(shared | (one.parties & other.parties))))


def _bound(one: Thing, other: Thing) -> float:
    if opposed(one, other):
        return _TURNED
    return _IN_ONE_TEXT if one.document.id == other.document.id else _ACROSS


def _near(one: Thing, other: Thing, shared: frozenset[str]) -> bool:
    """Two documents: the less they share, the nearer they must be; a bare "the summit" or "a deal" is not enough."""
    apart, says = _days(one, other), weight(shared)
    same_others = bool(one.parties & other.parties)
    if says < _WEIGHTY:
        return same_others and apart is not None and apart <= _HALF
    if voices(one) & voices(other):
        return says >= _FULL or (apart is not None and apart <= 2 * _YEAR)
    return (same_others or says >= _FULL) and apart is not None and apart <= _YEAR


def voices(thing: Thing) -> frozenset[str]:
    """The names of who holds it, where `sides` has their state."""
    return frozenset(who.name for who in thing.position.holder.referents)


def _days(one: Thing, other: Thing) -> int | None:
    if one.day is None or other.day is None:
        return 0 if one.document.id == other.document.id else None
    return abs((one.day - other.day).days)


def _kinds_fit(one: Thing, other: Thing) -> bool:
    kinds = {one.position.kind, other.position.kind}
    if len(kinds) == 1 or any(kinds <= each for each in _TOGETHER):
        return True
    return opposed(one, other) or (kinds <= _WISHES and _mutual(one, other))


def _mutual(one: Thing, other: Thing) -> bool:
    return any(THEMES[name].mutual for name in one.themes & other.themes)


def _links(by_key: Mapping[str, Thing]) -> list[Link]:
    blocks: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in by_key.values():  # in the order of time
        for side in thing.sides:
            for word in thing.words:
                if weight((word,)) >= 1:
                    blocks[side, word].append(thing)
    pairs = {
        (one.key, other.key)
        for row in blocks.values()
        for at, one in enumerate(row)
        for other in row[at + 1 : at + 1 + WINDOW]
    }
    judged = (link(by_key[one], by_key[other]) for one, other in sorted(pairs))
    return [each for each in judged if each]


def _grouped(
    by_key: Mapping[str, Thing], links: Iterable[Link], apart: set[frozenset[str]]
) -> list[list[Thing]]:
    group = {key: [key] for key in by_key}
    for each in sorted(links, key=lambda each: (-each.strength, each.one, each.other)):
        mine, theirs = group[each.one], group[each.other]
        if mine is theirs or _parted(mine, theirs, apart):
            continue
        if each.strength < _RULED and not _fit(by_key, mine, theirs):
            continue
        mine += theirs
        for key in theirs:
            group[key] = mine
    distinct = {id(each): each for each in group.values()}
    return [sorted((by_key[key] for key in each), key=lambda each: each.order) for each in distinct.values()]


def _parted(mine: Sequence[str], theirs: Sequence[str], apart: set[frozenset[str]]) -> bool:
    return bool(apart) and any(frozenset((one, other)) in apart for one in mine for other in theirs)


def _fit(by_key: Mapping[str, Thing], mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether no two are unlike, and they are alike on the whole; of large groups a sample, by their ids."""
    some, others = nsmallest(_LOOKED_AT, mine), nsmallest(_LOOKED_AT, theirs)
    pairs = [(by_key[one], by_key[other]) for one in some for other in others]
    if any(unlike(one, other) for one, other in pairs):
        return False
    return sum(likeness(one, other) for one, other in pairs) >= _ON_THE_WHOLE * len(pairs)


def _joined(by_key: Mapping[str, Thing], rulings: Sequence[Ruling]) -> list[Link]:
    return [
        Link(min(each.one, each.other), max(each.one, each.other), _RULED, ("a person joined them",))
        for each in _latest(rulings)
        if each.what == "join" and each.one in by_key and each.other in by_key
    ]


def _latest(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The last word on each pair."""
    last = {frozenset((each.one, each.other)): each for each in sorted(rulings, key=lambda each: each.number)}
    return sorted(last.values(), key=lambda each: each.number)
